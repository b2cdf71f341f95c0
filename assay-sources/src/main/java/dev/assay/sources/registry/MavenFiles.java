package dev.assay.sources.registry;

import dev.assay.io.ByteSource;
import dev.assay.io.TextFile;
import dev.assay.sources.Session;
import dev.assay.sources.web.Checksum;
import dev.assay.sources.web.Parcels;
import dev.assay.sources.web.WebAnswer;
import dev.assay.sources.web.WebRequest;
import dev.assay.sources.web.WebRequest.Lasting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The files of Maven's repositories: the local one first, then the others in their order, each
/// file held against the hash that lies beside it.
final class MavenFiles {
  private static final long MOST_POM = 4 << 20;

  private final MavenSettings settings;
  private final Session session;

  MavenFiles(MavenSettings settings, Session session) {
    this.settings = settings;
    this.session = session;
  }

  /// A file that was had.
  ///
  /// @param sha256 its hash
  /// @param checked whether it was held against a hash of the repository
  /// @param local whether it came from the local repository
  record File(ByteSource bytes, String sha256, boolean checked, boolean local) {}

  /// A small file as a whole, such as a `.pom`.
  Optional<byte[]> text(String path) throws NotHad {
    Path local = settings.local().resolve(path);
    try {
      if (Files.isRegularFile(local) && Files.size(local) <= MOST_POM) {
        return Optional.of(Files.readAllBytes(local));
      }
    } catch (IOException e) {
      // What cannot be read here is asked for elsewhere.
    }
    for (MavenSettings.Repository repository : settings.remote()) {
      Optional<WebAnswer.Got> page = page(repository, path, MOST_POM, Lasting.FOR_EVER);
      if (page.isPresent()) {
        byte[] body = page.get().body();
        Checksum sum = sum(repository, path);
        if (sum != null && !sum.agrees(hashes(body))) {
          throw new NotHad(
              "its project file is not what the " + sum.algorithm() + " beside it says", "", false);
        }
        return Optional.of(body);
      }
    }
    return Optional.empty();
  }

  /// A page that changes, from each repository that has it.
  Optional<byte[]> changing(String path) throws NotHad {
    for (MavenSettings.Repository repository : settings.remote()) {
      Optional<WebAnswer.Got> page = page(repository, path, MOST_POM, Lasting.ASK_AGAIN);
      if (page.isPresent()) {
        return Optional.of(page.get().body());
      }
    }
    return Optional.empty();
  }

  /// A file of any size, or nothing where no repository has it.
  Optional<File> file(String path) throws NotHad {
    Path local = settings.local().resolve(path);
    if (Files.isRegularFile(local)) {
      return Optional.of(local(local));
    }
    for (MavenSettings.Repository repository : settings.remote()) {
      Checksum sum = sum(repository, path);
      WebRequest request = asking(repository, path, 0, Lasting.FOR_EVER);
      switch (new Parcels(session).fetch(request, sum)) {
        case Parcels.Fetched.Here(ByteSource bytes, String sha256) -> {
          return Optional.of(new File(bytes, sha256, sum != null, false));
        }
        case Parcels.Fetched.Not(String reason, String next) -> {
          if (!reason.endsWith("answered 404")) {
            throw new NotHad("its archive: " + reason, next, false);
          }
        }
      }
    }
    return Optional.empty();
  }

  private File local(Path file) throws NotHad {
    try {
      Map<String, String> hashes = Checksum.of(file, Set.of("sha1", "sha256"));
      Path beside = file.resolveSibling(file.getFileName() + ".sha1");
      Optional<Checksum> sum =
          Files.isRegularFile(beside) && Files.size(beside) < 1000
              ? read("sha1", Files.readAllBytes(beside))
              : Optional.empty();
      if (sum.isPresent() && !sum.get().agrees(hashes)) {
        throw new NotHad(
            "what lies in the local repository is not what the sha1 beside it says",
            "delete it there",
            false);
      }
      ByteSource bytes = ByteSource.of(file, session.meter());
      return new File(bytes, hashes.getOrDefault("sha256", ""), sum.isPresent(), true);
    } catch (IOException | UncheckedIOException e) {
      throw new NotHad("what lies in the local repository cannot be read", "", false);
    }
  }

  private static Map<String, String> hashes(byte[] body) {
    try {
      var sha1 = java.security.MessageDigest.getInstance("SHA-1").digest(body);
      return Map.of(
          "sha1", java.util.HexFormat.of().formatHex(sha1), "sha256", TextFile.sha256(body));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The strongest hash that lies beside a file. SHA-1 is there always, the others for newer ones.
  private @Nullable Checksum sum(MavenSettings.Repository repository, String path) throws NotHad {
    for (String algorithm : new String[] {"sha256", "sha1"}) {
      Optional<WebAnswer.Got> page =
          page(repository, path + "." + algorithm, 1000, Lasting.FOR_EVER);
      Optional<Checksum> sum = page.flatMap(got -> read(algorithm, got.body()));
      if (sum.isPresent()) {
        return sum.get();
      }
    }
    return null;
  }

  /// The hash alone, or followed by the file's name.
  private static Optional<Checksum> read(String algorithm, byte[] text) {
    String line = new String(text, StandardCharsets.ISO_8859_1).strip();
    return Checksum.hex(algorithm, line.split("\\s", 2)[0]);
  }

  private Optional<WebAnswer.Got> page(
      MavenSettings.Repository repository, String path, long most, Lasting lasting) throws NotHad {
    return Registry.page(session, asking(repository, path, most, lasting));
  }

  private static WebRequest asking(
      MavenSettings.Repository repository, String path, long most, Lasting lasting) {
    String base = repository.uri().toString();
    URI uri = URI.create((base.endsWith("/") ? base : base + "/") + path);
    return WebRequest.whole(uri, most, lasting).showing(repository.credential());
  }
}
