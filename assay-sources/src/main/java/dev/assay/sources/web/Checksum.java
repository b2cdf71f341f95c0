package dev.assay.sources.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What a registry says the hash of a file is.
///
/// @param algorithm `sha512`, `sha384`, `sha256` or `sha1`
/// @param hex in lower case
public record Checksum(String algorithm, String hex) {
  /// From the strongest to the weakest. MD5 is none of them: anybody can make two files with one.
  private static final List<String> STRONGEST = List.of("sha512", "sha384", "sha256", "sha1");

  private static final int[] BYTES = {64, 48, 32, 20};

  /// A hash in hexadecimal, or nothing where it is none.
  public static Optional<Checksum> hex(String algorithm, String text) {
    String hex = text.strip().toLowerCase(Locale.ROOT);
    int n = STRONGEST.indexOf(algorithm);
    boolean good =
        n >= 0
            && hex.length() == 2 * BYTES[n]
            && hex.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    return good ? Optional.of(new Checksum(algorithm, hex)) : Optional.empty();
  }

  /// The strongest of the hashes in a list such as `sha512-<base64> sha1-<base64>` (W3C,
  /// Subresource Integrity).
  public static Optional<Checksum> integrity(String text) {
    for (String algorithm : STRONGEST) {
      for (String part : text.strip().split("\\s+")) {
        String value = part.replaceFirst("\\?.*", "");
        if (value.startsWith(algorithm + "-")) {
          try {
            byte[] hash = Base64.getDecoder().decode(value.substring(algorithm.length() + 1));
            Optional<Checksum> sum = hex(algorithm, HexFormat.of().formatHex(hash));
            if (sum.isPresent()) {
              return sum;
            }
          } catch (IllegalArgumentException e) {
            continue;
          }
        }
      }
    }
    return Optional.empty();
  }

  /// Whether bytes with these hashes are meant.
  public boolean agrees(Map<String, String> hashes) {
    return hex.equals(hashes.get(algorithm));
  }

  /// The hashes of a file by all these algorithms, in one pass.
  public static Map<String, String> of(Path file, Set<String> algorithms) throws IOException {
    var digests = new TreeMap<String, MessageDigest>();
    try (InputStream in = Files.newInputStream(file)) {
      for (String algorithm : algorithms) {
        digests.put(algorithm, MessageDigest.getInstance(algorithm.replace("sha", "SHA-")));
      }
      byte[] piece = new byte[1 << 16];
      for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
        for (MessageDigest digest : digests.values()) {
          digest.update(piece, 0, n);
        }
      }
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    var hashes = new TreeMap<String, String>();
    digests.forEach((name, digest) -> hashes.put(name, HexFormat.of().formatHex(digest.digest())));
    return hashes;
  }
}
