package dev.assay.formats.assembly;

import org.jspecify.annotations.Nullable;

/// A shard by its name: `model-00001-of-00005.safetensors`, or `consolidated.00.pth`.
///
/// @param before what stands before the number, with the folder
/// @param number the number's digits
/// @param of what stands after it
/// @param expected how many there are by the name; 0 where it does not say
record ShardName(String before, String number, String of, int expected) {

  /// The shard that a path names; null where it names none.
  static @Nullable ShardName of(String path) {
    int name = path.lastIndexOf('/') + 1;
    int of = path.indexOf("-of-", name);
    if (of > 0) {
      int start = of;
      while (start > name && digit(path.charAt(start - 1))) {
        start--;
      }
      int end = of + 4;
      while (end < path.length() && digit(path.charAt(end))) {
        end++;
      }
      if (start == of || end == of + 4 || of - start > 6 || end - of - 4 > 6) {
        return null;
      }
      return new ShardName(
          path.substring(0, start),
          path.substring(start, of),
          path.substring(of),
          Integer.parseInt(path.substring(of + 4, end)));
    }
    return consolidated(path, name);
  }

  /// Slices of a model that was split over devices: `consolidated.00.pth`.
  private static @Nullable ShardName consolidated(String path, int name) {
    String prefix = "consolidated.";
    if (!path.startsWith(prefix, name)) {
      return null;
    }
    int start = name + prefix.length();
    int end = start;
    while (end < path.length() && digit(path.charAt(end))) {
      end++;
    }
    return end == start || end - start > 4
        ? null
        : new ShardName(
            path.substring(0, start), path.substring(start, end), path.substring(end), 0);
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  /// What all shards of a set share.
  String set() {
    return before + "#" + of;
  }

  boolean sameSet(ShardName other) {
    return set().equals(other.set());
  }

  /// The number that this writer counts from, told by the set's first shard: 0 or 1.
  int first() {
    return Integer.parseInt(number) == 0 ? 0 : 1;
  }

  /// The path of another shard of the set.
  String path(int n) {
    String digits = String.valueOf(n);
    return before + "0".repeat(Math.max(0, number.length() - digits.length())) + digits + of;
  }
}
