package dev.assay.text;

/// Sizes in the units that the rest of a report has.
final class Sizes {
  private static final String[] UNITS = {"kB", "MB", "GB", "TB", "PB"};

  private Sizes() {}

  /// A count of bytes in decimal units, with one digit behind the point below ten.
  static String of(long bytes) {
    if (bytes < 1_000) {
      return bytes == 1 ? "1 byte" : bytes + " bytes";
    }
    long unit = 1_000;
    int i = 0;
    while (bytes / unit >= 1_000 && i < UNITS.length - 1) {
      unit *= 1_000;
      i++;
    }
    long tenths = bytes / (unit / 10);
    return (tenths >= 100 ? tenths / 10 : tenths / 10 + "." + tenths % 10) + " " + UNITS[i];
  }
}
