package dev.assay.sources.store;

import dev.assay.io.ByteSource;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where the contents of a manifest's layers come from: a folder, or a registry.
public interface Blobs {

  /// How many bytes of it are here, or can be had; -1 where it is not.
  long size(String digest);

  /// Opens it.
  ///
  /// @param size its size as the manifest says
  ByteSource open(String digest, long size);

  /// Opens it, and holds it against its digest where it is small enough to be read for that.
  ///
  /// @throws dev.assay.io.Malformed when it is another content
  default ByteSource checked(String digest, long size) {
    return open(digest, size);
  }

  /// Opens one that has to be read from front to end, such as a compressed archive.
  default ByteSource whole(String digest) {
    return open(digest, size(digest));
  }

  /// A small one.
  ///
  /// @throws IOException when it cannot be read
  byte[] text(String digest) throws IOException;

  /// The hexadecimal digits of `sha256:...`, or null where it is none.
  static @Nullable String sha256(@Nullable String digest) {
    if (digest == null || !(digest.startsWith("sha256:") || digest.startsWith("sha256-"))) {
      return null;
    }
    String hex = digest.substring(7).toLowerCase(Locale.ROOT);
    boolean good = hex.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    return hex.length() == 64 && good ? hex : null;
  }
}
