package dev.assay.code.roles;

import java.util.List;
import java.util.Set;

/// Loading that a run may do without: a statement of its own, below a condition, that reads weights
/// into a network that is there already. Without it the same program trains what it made afresh;
/// who starts it decides ({@link GivenOptions}). What is assigned makes the network, and counts.
/// Linear in the length of the function that the statement stands in.
final class OptionalLoads {
  /// A longer function is not looked through.
  private static final int LONGEST = 40_000;

  private static final Set<String> CONDITIONS = Set.of("if", "elif");

  /// What a condition asks of something that may not be given.
  private static final Set<String> UNSURE = Set.of("None", "exists", "isfile", "is_file", "len");

  /// How a condition asks whether a text was given.
  private static final List<String> EMPTY = List.of("!= ''", "!= \"\"");

  private OptionalLoads() {}

  /// Whether the call is such a statement.
  ///
  /// @param call where the call begins, in the Python source
  static boolean is(String text, int call) {
    int line = text.lastIndexOf('\n', Math.max(0, call - 1)) + 1;
    int indent = LoadedFirst.indent(text, line);
    if (indent <= 0 || !statement(text, line + indent, call)) {
      return false;
    }
    int least = Math.max(0, call - LONGEST);
    for (int at = line; at > least; ) {
      at = text.lastIndexOf('\n', at - 2) + 1;
      int set = LoadedFirst.indent(text, at);
      if (set >= 0 && set < indent) {
        String word = LoadedFirst.word(text, at + set);
        if (word.equals("def") || word.equals("class") || word.equals("async")) {
          return false;
        }
        if (CONDITIONS.contains(word)) {
          return asks(text, at + set + word.length());
        }
        indent = set;
      }
      if (at == 0) {
        return false;
      }
    }
    return false;
  }

  /// Whether a line begins with the call, and does nothing with what it gives.
  private static boolean statement(String text, int from, int call) {
    int open = text.indexOf('(', call);
    int start = Math.min(from, call);
    return open >= 0 && text.substring(start, open).chars().allMatch(c -> named((char) c));
  }

  private static boolean named(char c) {
    return Character.isJavaIdentifierPart(c) || c == '.' || c == '[' || c == ']';
  }

  /// Whether a condition is a plain name, which may be nothing, or asks whether something is there.
  private static boolean asks(String text, int from) {
    int end = text.indexOf('\n', from);
    int colon = text.lastIndexOf(':', end < 0 ? text.length() : end);
    if (colon < from) {
      return false;
    }
    String condition = text.substring(from, colon).strip();
    boolean plain = !condition.isEmpty() && condition.chars().allMatch(c -> named((char) c));
    return plain || asked(condition) || EMPTY.stream().anyMatch(condition::endsWith);
  }

  private static boolean asked(String condition) {
    int i = 0;
    while (i < condition.length()) {
      String word = LoadedFirst.word(condition, i);
      if (UNSURE.contains(word)) {
        return true;
      }
      i += Math.max(1, word.length());
    }
    return false;
  }
}
