package dev.assay.sources.web;

import dev.assay.io.ByteSource;
import dev.assay.io.ReadMeter;
import dev.assay.sources.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Whole packages, fetched within the user's limit, held against the registry's hash, and kept on
/// disk under that hash. A file is written beside its place and moved there at once, so that
/// processes may share the folder; what is there is hashed again before it is trusted.
public final class Parcels {
  private final Session session;
  private final Path folder;

  /// @param session what is allowed, and the network
  public Parcels(Session session) {
    this.session = session;
    this.folder = session.options().cache().resolve("packages");
  }

  /// What became of it.
  public sealed interface Fetched {
    /// Its bytes; whoever asked closes them.
    ///
    /// @param sha256 their hash
    record Here(ByteSource bytes, String sha256) implements Fetched {}

    /// Why there are none.
    record Not(String reason, String next) implements Fetched {}
  }

  /// Fetches a file, or takes it from the disk.
  ///
  /// @param request where it is; the user's limit stands for its own
  /// @param expected the hash it must have; null where the registry gives none, and then it is not
  ///   kept
  public Fetched fetch(WebRequest request, @Nullable Checksum expected) {
    long most = session.options().mostDownload();
    if (most < 0) {
      return new Fetched.Not("ASSAY_MAX_DOWNLOAD is no size such as 500M or 2G", "");
    }
    Path place =
        expected == null ? null : folder.resolve(expected.algorithm() + "-" + expected.hex());
    Fetched before = expected == null || place == null ? null : kept(place, expected);
    if (before != null) {
      return before;
    }
    Path beside = beside();
    if (beside == null) {
      return new Fetched.Not("there is no folder that it could be written to", "set ASSAY_CACHE");
    }
    boolean kept = false;
    try {
      Fetched.Not failed = download(request, most, beside);
      if (failed != null) {
        return failed;
      }
      Map<String, String> hashes = hashes(beside, expected);
      if (expected == null) {
        kept = true;
        return here(passing(beside), hashes);
      }
      if (!expected.agrees(hashes)) {
        return new Fetched.Not(
            "what was sent is not what the " + expected.algorithm() + " of the registry says", "");
      }
      if (place != null && folder.equals(beside.getParent())) {
        Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
        return here(ByteSource.of(place, new ReadMeter()), hashes);
      }
      kept = true;
      return here(passing(beside), hashes);
    } catch (IOException | UncheckedIOException e) {
      return new Fetched.Not("it cannot be written to the disk", "set ASSAY_CACHE");
    } finally {
      if (!kept) {
        delete(beside);
      }
    }
  }

  /// What an earlier run has kept, if it is still what its hash says; otherwise null.
  private @Nullable Fetched kept(Path place, Checksum expected) {
    if (!Files.isRegularFile(place)) {
      return null;
    }
    try {
      Map<String, String> hashes = hashes(place, expected);
      return expected.agrees(hashes) ? here(ByteSource.of(place, session.meter()), hashes) : null;
    } catch (IOException | UncheckedIOException e) {
      // What cannot be read is fetched again.
      return null;
    }
  }

  /// Writes the file `into` a place.
  ///
  /// @param most the most bytes that are taken
  /// @return why it is not there now; null where it is
  private Fetched.@Nullable Not download(WebRequest request, long most, Path into) {
    WebRequest whole =
        new WebRequest(
            request.uri(),
            0,
            -1,
            most,
            request.lasting(),
            request.accept(),
            request.credential(),
            request.namedBy());
    return switch (session.web().download(whole, into)) {
      case WebAnswer.Failed(String reason) -> new Fetched.Not(reason, "");
      case WebAnswer.Got got when !got.ok() ->
          new Fetched.Not("the server answered " + got.status(), "");
      case WebAnswer.Got got when got.cut() ->
          new Fetched.Not(
              "it is longer than " + most + " bytes, the most that is fetched",
              "set ASSAY_MAX_DOWNLOAD, for example to 4G");
      case WebAnswer.Got _ -> null;
    };
  }

  private static Map<String, String> hashes(Path file, @Nullable Checksum expected)
      throws IOException {
    return Checksum.of(
        file,
        expected == null
            ? Set.of("sha256")
            : new TreeSet<>(List.of("sha256", expected.algorithm())));
  }

  private Fetched here(ByteSource bytes, Map<String, String> hashes) {
    return new Fetched.Here(bytes, hashes.getOrDefault("sha256", ""));
  }

  /// A new file in the cache or, where there can be none, among the temporary files.
  private @Nullable Path beside() {
    Path file = null;
    try {
      Files.createDirectories(folder);
      file = Files.createTempFile(folder, ".new-", ".tmp");
    } catch (IOException e) {
      try {
        file = Files.createTempFile("assay-", ".tmp");
      } catch (IOException none) {
        return null;
      }
    }
    // For the end by Ctrl-C, which runs no `finally`.
    file.toFile().deleteOnExit();
    return file;
  }

  /// The bytes of a file that goes when it is closed. Reading it is not counted again.
  private ByteSource passing(Path file) {
    ByteSource bytes = ByteSource.of(file, new ReadMeter());
    return new ByteSource() {
      @Override
      public long size() {
        return bytes.size();
      }

      @Override
      public void read(long offset, java.nio.ByteBuffer into) {
        bytes.read(offset, into);
      }

      @Override
      public void close() {
        bytes.close();
        delete(file);
      }
    };
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // It stays as a file that nobody reads.
    }
  }
}
