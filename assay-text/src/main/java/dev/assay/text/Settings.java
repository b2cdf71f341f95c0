package dev.assay.text;

import java.util.List;

/// The setting of the block at hand, worked out once for all blocks that follow each other under
/// the same headings.
final class Settings {
  private List<String> headings = List.of();
  private Setting setting = Setting.NONE;

  Setting of(List<String> above) {
    if (above != headings && !above.equals(headings)) {
      headings = above;
      setting = Setting.of(above);
    }
    return setting;
  }
}
