package dev.assay.sources.registry;

import dev.assay.io.ByteSource;
import dev.assay.io.Malformed;
import dev.assay.io.TextFile;
import dev.assay.sources.Json;
import dev.assay.sources.Session;
import dev.assay.sources.store.Blobs;
import dev.assay.sources.web.Checksum;
import dev.assay.sources.web.Parcels;
import dev.assay.sources.web.RemoteFile;
import dev.assay.sources.web.WebAnswer;
import dev.assay.sources.web.WebRequest;
import dev.assay.sources.web.WebRequest.Lasting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/// The blobs of a registry that a manifest names: read in parts, as they are needed; small ones and
/// those that must be read whole are held against their digest.
final class OciBlobs implements Blobs {
  private static final int MOST_TEXT = 16 << 20;

  private final OciName name;
  private final OciLogin login;
  private final Session session;
  private final Map<String, Long> sizes = new HashMap<>();

  OciBlobs(OciName name, OciLogin login, Session session) {
    this.name = name;
    this.login = login;
    this.session = session;
  }

  /// Learns what a manifest names.
  void learn(Json manifest) {
    learnOne(manifest.get("config"));
    manifest.get("layers").items().forEach(this::learnOne);
  }

  private void learnOne(Json descriptor) {
    String hex = Blobs.sha256(descriptor.get("digest").text());
    long size = descriptor.get("size").whole(-1);
    if (hex != null && size >= 0) {
      sizes.putIfAbsent(hex, size);
    }
  }

  @Override
  public long size(String digest) {
    String hex = Blobs.sha256(digest);
    return hex == null ? -1 : sizes.getOrDefault(hex, -1L);
  }

  private URI at(String digest) {
    String hex = Blobs.sha256(digest);
    if (hex == null) {
      throw new Malformed(-1, "names a blob by something that is no SHA-256");
    }
    return URI.create(name.base() + "/v2/" + name.repository() + "/blobs/sha256:" + hex);
  }

  @Override
  public ByteSource open(String digest, long size) {
    if (size <= RemoteFile.SMALL) {
      return ByteSource.of(checked(digest, (int) size));
    }
    URI uri = at(digest);
    WebAnswer first = login.get(WebRequest.range(uri, 0, RemoteFile.FIRST, Lasting.FOR_EVER));
    byte[] head = body(first);
    if (first instanceof WebAnswer.Got got && got.header("content-range") == null) {
      return whole(digest);
    }
    return new RemoteFile(
        size,
        (from, length) ->
            from == 0 && length == head.length
                ? head
                : body(login.get(WebRequest.range(uri, from, length, Lasting.FOR_EVER))));
  }

  @Override
  public ByteSource whole(String digest) {
    Checksum sum = Checksum.hex("sha256", String.valueOf(Blobs.sha256(digest))).orElse(null);
    WebRequest request = WebRequest.whole(at(digest), 0, Lasting.FOR_EVER).showing(login.shown());
    return switch (new Parcels(session).fetch(request, sum)) {
      case Parcels.Fetched.Here(ByteSource bytes, String _) -> bytes;
      case Parcels.Fetched.Not(String reason, String _) ->
          throw new UncheckedIOException(new IOException(reason));
    };
  }

  @Override
  public byte[] text(String digest) throws IOException {
    long size = size(digest);
    if (size < 0 || size > MOST_TEXT) {
      throw new IOException("it is longer than " + MOST_TEXT + " bytes, or of no size");
    }
    try {
      return checked(digest, (int) size);
    } catch (UncheckedIOException e) {
      throw new IOException(e);
    }
  }

  private byte[] checked(String digest, int size) {
    byte[] body = body(login.get(WebRequest.whole(at(digest), size, Lasting.FOR_EVER)));
    if (!TextFile.sha256(body).equals(Blobs.sha256(digest))) {
      throw new Malformed(-1, "the content is not what its digest says");
    }
    return body;
  }

  private static byte[] body(WebAnswer answer) {
    return switch (answer) {
      case WebAnswer.Failed(String reason) ->
          throw new UncheckedIOException(new IOException(reason));
      case WebAnswer.Got got when got.ok() -> got.body();
      case WebAnswer.Got got ->
          throw new UncheckedIOException(new IOException("the registry answered " + got.status()));
    };
  }
}
