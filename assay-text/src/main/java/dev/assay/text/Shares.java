package dev.assay.text;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// How much of the whole the parts of a list are stated to be: "**25%** A set".
final class Shares {
  /// From here on nothing that matters is missing; parts are rounded.
  static final int ALL = 95;

  private Shares() {}

  /// The sum of the shares with which items begin, in per cent; 0 where one has none.
  static int of(List<String> items) {
    double sum = 0;
    Set<String> seen = new HashSet<>();
    for (String item : items) {
      if (seen.add(item)) {
        double share = first(item);
        if (share <= 0) {
          return 0;
        }
        sum += share;
      }
    }
    return (int) Math.round(sum);
  }

  /// The share that stands at the beginning of an item, before any letter; 0 for none.
  private static double first(String item) {
    int from = 0;
    while (from < item.length() && !Character.isLetterOrDigit(item.charAt(from))) {
      from++;
    }
    int to = from;
    while (to < item.length()
        && to - from < 8
        && (Character.isDigit(item.charAt(to)) || item.charAt(to) == '.')) {
      to++;
    }
    boolean share =
        to > from && to < item.length() && item.substring(to).stripLeading().startsWith("%");
    if (!share) {
      return 0;
    }
    try {
      return Double.parseDouble(item.substring(from, to));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
