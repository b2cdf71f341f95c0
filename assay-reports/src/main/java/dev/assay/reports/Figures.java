package dev.assay.reports;

import java.util.Locale;

/// Numbers, sizes and counts as all reports print them.
final class Figures {
  private Figures() {}

  /// A number of files.
  static String files(long n) {
    return n == 1 ? "1 file" : count(n) + " files";
  }

  /// A number with its thousands set apart.
  static String count(long n) {
    String digits = Long.toString(n);
    int first = n < 0 ? 1 : 0;
    var out = new StringBuilder(digits);
    for (int i = digits.length() - 3; i > first; i -= 3) {
      out.insert(i, ',');
    }
    return out.toString();
  }

  /// A count in units of `unit` others, rounded half up: with one digit behind the point below ten.
  /// What `String.format` does with symbols of a locale takes a cold process longer than a small
  /// report.
  ///
  /// @param unit a power of a thousand
  private static String inUnits(long n, long unit) {
    if (unit == 1 || n / unit >= 10) {
      return Long.toString(rounded(n, unit));
    }
    long tenths = rounded(n, unit / 10);
    // Nearly ten is still below it, and is written with its digit.
    return tenths / 10 + "." + tenths % 10;
  }

  private static long rounded(long n, long unit) {
    return n / unit + (n % unit * 2 >= unit ? 1 : 0);
  }

  /// A size in decimal units.
  static String bytes(long n) {
    if (n < 1_000) {
      return n == 1 ? "1 byte" : n + " bytes";
    }
    String[] units = {"kB", "MB", "GB", "TB", "PB", "EB"};
    long size = 1_000;
    int unit = 0;
    while (n / size >= 999 && n >= size / 2 * 1_999 && unit < units.length - 1) {
      size *= 1_000;
      unit++;
    }
    return inUnits(n, size) + " " + units[unit];
  }

  /// A parameter count for a table: `7.2B`, `125M`.
  static String shortCount(long n) {
    String[] units = {"", "k", "M", "B", "T"};
    long size = 1;
    int unit = 0;
    while (n >= (unit == 0 ? 1_000 : size / 2 * 1_999) && unit < units.length - 1) {
      size *= 1_000;
      unit++;
    }
    return inUnits(n, size) + units[unit];
  }

  /// A parameter count as people say it, and exactly.
  static String parameters(long n) {
    if (n < 1_000_000) {
      return count(n) + " parameters";
    }
    String[] units = {"million", "billion", "trillion"};
    double value = n / 1e6;
    int unit = 0;
    while (value >= 1000 && unit < units.length - 1) {
      value /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, "%.3g %s parameters (%,d)", value, units[unit], n);
  }
}
