package dev.assay.sources.web;

import dev.assay.io.ByteSource;
import dev.assay.io.Malformed;
import dev.assay.io.archive.ArchiveFormat;
import dev.assay.sources.Contents;
import dev.assay.sources.MappedTree;
import dev.assay.sources.Reached;
import dev.assay.sources.Session;
import dev.assay.sources.SourceKind;
import dev.assay.sources.SourceOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Archives and single files at an http(s) address. Of a zip only its directory and the members
/// that are read are fetched; a compressed tar has to be read from the front.
public final class WebArchives implements SourceKind {
  /// Above this a file that has to be read whole goes to the disk.
  private static final long MOST_WHOLE = 16L << 20;

  @Override
  public List<String> forms() {
    return List.of("an http(s) address of an archive or file");
  }

  @Override
  public Optional<Recognised> recognise(String reference, SourceOptions options) {
    if (!(reference.startsWith("https://") || reference.startsWith("http://"))) {
      return Optional.empty();
    }
    try {
      URI uri = URI.create(reference);
      if (uri.getHost() == null || uri.getUserInfo() != null) {
        return Optional.empty();
      }
      String path = uri.getPath() == null ? "" : uri.getPath();
      String last = path.substring(path.lastIndexOf('/') + 1);
      String name = last.isEmpty() ? uri.getHost() : last;
      return Optional.of(
          new Recognised(
              "an archive or file at " + uri.getHost(),
              name,
              (id, session) -> open(id, reference, uri, name, session)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Reached open(String id, String reference, URI uri, String name, Session session) {
    WebAnswer first = session.web().get(WebRequest.range(uri, 0, 1, WebRequest.Lasting.ASK_AGAIN));
    return switch (first) {
      case WebAnswer.Failed(String reason) -> new Reached.Not(reference + ": " + reason, "", false);
      case WebAnswer.Got got when !got.ok() ->
          new Reached.Not(reference + ": the server answered " + got.status(), "", false);
      case WebAnswer.Got got -> {
        try {
          yield tree(id, reference, bytes(uri, got, session), name, session);
        } catch (Malformed e) {
          yield new Reached.Not(reference + ": " + e.describe(), "", false);
        } catch (UncheckedIOException e) {
          IOException cause = e.getCause();
          String why = cause == null ? "it failed" : String.valueOf(cause.getMessage());
          yield new Reached.Not(reference + ": " + why, "", false);
        }
      }
    };
  }

  /// The file's bytes: in parts where the server gives parts and they are enough, otherwise whole,
  /// in memory while it is small and on the disk while it is within the user's limit.
  private static ByteSource bytes(URI uri, WebAnswer.Got first, Session session) {
    String etag = first.header("etag");
    long size = total(first.header("content-range"));
    if (size < 0) {
      return whole(uri, etag, -1, session);
    }
    var parts =
        new RemoteFile(
            size,
            (from, length) ->
                body(
                    session
                        .web()
                        .get(WebRequest.range(uri, from, length, WebRequest.Lasting.ASK_AGAIN)),
                    etag));
    boolean throughout =
        size > RemoteFile.SMALL
            && switch (ArchiveFormat.of(parts)) {
              case TAR_GZ, TAR_XZ, TAR_ZST, TAR_BZ2 -> true;
              case ZIP, TAR -> false;
              case null -> Contents.isPackage(parts);
            };
    if (!throughout) {
      return parts;
    }
    parts.close();
    return whole(uri, etag, size, session);
  }

  /// @param size its size, or -1 where that is not known
  private static ByteSource whole(URI uri, @Nullable String etag, long size, Session session) {
    WebRequest request = WebRequest.whole(uri, MOST_WHOLE, WebRequest.Lasting.ASK_AGAIN);
    if (size <= MOST_WHOLE) {
      WebAnswer whole = session.web().get(request);
      byte[] body = body(whole, etag);
      if (!(whole instanceof WebAnswer.Got got && got.cut())) {
        return ByteSource.of(body);
      }
    }
    return switch (new Parcels(session).fetch(request, null)) {
      case Parcels.Fetched.Here(ByteSource bytes, String _) -> bytes;
      case Parcels.Fetched.Not(String reason, String next) ->
          throw new UncheckedIOException(
              new IOException(reason + (next.isEmpty() ? "" : "; " + next)));
    };
  }

  private static byte[] body(WebAnswer answer, @Nullable String etag) {
    return switch (answer) {
      case WebAnswer.Failed(String reason) ->
          throw new UncheckedIOException(new IOException(reason));
      case WebAnswer.Got got when !got.ok() ->
          throw new UncheckedIOException(new IOException("the server answered " + got.status()));
      case WebAnswer.Got got -> {
        String now = got.header("etag");
        if (etag != null && now != null && !etag.equals(now)) {
          throw new Malformed(-1, "it was changed at the server while it was read");
        }
        yield got.body();
      }
    };
  }

  /// The whole length in `bytes 0-0/12345`; -1 where it is not said.
  private static long total(@Nullable String contentRange) {
    if (contentRange == null) {
      return -1;
    }
    try {
      return Long.parseLong(contentRange.substring(contentRange.lastIndexOf('/') + 1).strip());
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static Reached tree(
      String id, String reference, ByteSource bytes, String name, Session session) {
    var builder = new MappedTree.Builder(id);
    Contents.Added added = Contents.add(builder, reference, name, bytes);
    return new Reached.Tree(
        builder.build("web " + added.kind(), reference, added.revision(), session.now()));
  }
}
