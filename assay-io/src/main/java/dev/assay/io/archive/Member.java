package dev.assay.io.archive;

import dev.assay.io.ByteSource;
import org.jspecify.annotations.Nullable;

/// One name in an archive, before it is judged.
///
/// @param name as written in the archive, with the unsafe characters escaped
/// @param size its size when unpacked, as declared
/// @param kind what it is
/// @param target where a link points, or null
/// @param content how its bytes are read; null where they cannot be
/// @param problem why they cannot be, or what is odd; empty when nothing
record Member(
    String name,
    long size,
    Kind kind,
    @Nullable String target,
    @Nullable Content content,
    String problem) {

  enum Kind {
    FILE,
    FOLDER,
    LINK,
    HARD_LINK,
    SPECIAL
  }

  boolean isLink() {
    return kind == Kind.LINK || kind == Kind.HARD_LINK;
  }

  /// Where a member's bytes come from.
  interface Content {
    /// Opens them.
    ///
    /// @throws dev.assay.io.Malformed when the archive is damaged there
    ByteSource open();
  }
}
