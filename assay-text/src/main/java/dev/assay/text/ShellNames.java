package dev.assay.text;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/// The data sets that a shell script knows by the values that it compares its argument with: `if [
/// "$corpus" == "wiki" ]`, and which addresses stand in the branch of each.
final class ShellNames {
  /// How such an argument is called.
  private static final Set<String> ARGUMENTS =
      Set.of(
          "corpus", "corpora", "dataset", "datasets", "data", "file", "dataset_name", "data_name");

  /// Values that name no data set.
  private static final Set<String> GENERIC =
      Set.of(
          "all",
          "help",
          "none",
          "full",
          "train",
          "training",
          "test",
          "val",
          "valid",
          "validation",
          "dev",
          "raw",
          "small",
          "large",
          "yes",
          "true",
          "false",
          "data",
          "custom");

  private static final int MOST = 60;

  /// Where a value is compared, and the name that it is.
  private final NavigableMap<Integer, String> branches = new TreeMap<>();

  private ShellNames() {}

  static ShellNames of(String text) {
    var names = new ShellNames();
    int at = 0;
    while ((at = text.indexOf('$', at)) >= 0 && names.branches.size() < MOST) {
      int from = at + 1;
      at = from;
      int end = wordEnd(text, from);
      if (ARGUMENTS.contains(text.substring(from, end).toLowerCase(Locale.ROOT))) {
        names.compared(text, from, end);
      }
    }
    return names;
  }

  /// Adds the value behind a variable, where they are compared.
  private void compared(String text, int variable, int end) {
    int at = end;
    int stop = Math.min(text.length(), end + 6);
    boolean equals = false;
    while (at < stop && "\" =!".indexOf(text.charAt(at)) >= 0) {
      equals |= text.charAt(at) == '=';
      at++;
    }
    int close = wordEnd(text, at);
    String value = text.substring(at, close);
    boolean quoted = at > 0 && text.charAt(at - 1) == '"';
    boolean whole = close < text.length() && "\" ];".indexOf(text.charAt(close)) >= 0;
    if (equals
        && whole
        && (quoted || end < at)
        && value.length() >= 3
        && value.chars().anyMatch(Character::isLetter)
        && !GENERIC.contains(value.toLowerCase(Locale.ROOT))) {
      branches.put(variable, value);
    }
  }

  private static int wordEnd(String text, int from) {
    int end = from;
    while (end < text.length()
        && end - from <= 60
        && (Character.isLetterOrDigit(text.charAt(end)) || "_-".indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    return end;
  }

  /// The names, in their order.
  Set<String> all() {
    return new LinkedHashSet<>(branches.values());
  }

  /// The name in whose branch a place lies; empty for none.
  String at(int place) {
    var before = branches.floorEntry(place);
    return before == null ? "" : before.getValue();
  }
}
