package dev.assay.text;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What the commands that a document gives for training take as their data: `python train.py
/// --dataset harbour`. A data set of that name is then what the release trains on.
final class TrainingCommands {
  private static final int LONGEST = 40;

  private TrainingCommands() {}

  /// The names, as {@link #key} writes them.
  static Set<String> data(List<Block> blocks) {
    Set<String> names = new HashSet<>();
    for (Block block : blocks) {
      String text = block.text();
      int at = text.indexOf(" --data");
      if (at < 0 || !trains(text)) {
        continue;
      }
      while (at >= 0) {
        String name = key(value(text, at + 3));
        if (name.length() >= 3) {
          names.add(name);
        }
        at = text.indexOf(" --data", at + 3);
      }
    }
    return names;
  }

  /// A name's letters and digits, lower case, without a word for data.
  static String key(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    var key = new StringBuilder();
    lower.codePoints().filter(Character::isLetterOrDigit).forEach(key::appendCodePoint);
    return key.toString();
  }

  /// Whether a block of commands starts a program that is named for training.
  static boolean trains(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    int at = lower.indexOf("train");
    while (at >= 0) {
      int dot = at;
      while (dot < lower.length()
          && (Character.isLetterOrDigit(lower.charAt(dot))
              || "_-/".indexOf(lower.charAt(dot)) >= 0)) {
        dot++;
      }
      if (lower.startsWith(".py", dot) || lower.startsWith(".sh", dot)) {
        return true;
      }
      at = lower.indexOf("train", dot + 1);
    }
    return false;
  }

  /// The value of the option that begins at `at`; empty for a path or a placeholder.
  private static String value(String text, int at) {
    int end = at;
    while (end < text.length() && " =\n".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String option = text.substring(at, end);
    boolean named =
        option.equals("data")
            || option.equals("dataset")
            || option.startsWith("dataset_name")
            || option.startsWith("dataset-name")
            || option.equals("datasets");
    int from = end + 1;
    int to = from;
    while (to < text.length() && to - from < LONGEST && !Character.isWhitespace(text.charAt(to))) {
      to++;
    }
    String value = named && from < text.length() ? text.substring(from, to) : "";
    boolean plain =
        value.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_');
    return plain ? value : "";
  }
}
