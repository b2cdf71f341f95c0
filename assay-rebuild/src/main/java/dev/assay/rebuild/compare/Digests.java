package dev.assay.rebuild.compare;

import dev.assay.rebuild.recipe.Recipe.Expected;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Digests of files and folders.
public final class Digests {
  private Digests() {}

  /// The digest of a file or folder in the given way.
  public static String of(Expected.Algorithm algorithm, Path path) throws IOException {
    return switch (algorithm) {
      case SHA256 -> sha256(path);
      case GIT_BLOB -> gitBlob(path);
      case TREE_SHA256 -> tree(path);
    };
  }

  /// SHA-256 of a file.
  public static String sha256(Path file) throws IOException {
    return hash(algorithm("SHA-256"), file);
  }

  /// Git's object id of a file's content.
  private static String gitBlob(Path file) throws IOException {
    MessageDigest sha1 = algorithm("SHA-1");
    sha1.update(("blob " + Files.size(file) + "\0").getBytes(StandardCharsets.US_ASCII));
    return hash(sha1, file);
  }

  /// As {@link Expected.Algorithm#TREE_SHA256} says. Links count as nothing: they are not copied.
  private static String tree(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path p :
          all.filter(p -> Files.isRegularFile(p, java.nio.file.LinkOption.NOFOLLOW_LINKS))
              .toList()) {
        files.put(folder.relativize(p).toString().replace('\\', '/'), sha256(p));
      }
    }
    MessageDigest sha = algorithm("SHA-256");
    files.forEach(
        (path, hash) -> sha.update((hash + "  " + path + "\n").getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(sha.digest());
  }

  private static String hash(MessageDigest digest, Path file) throws IOException {
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest algorithm(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
