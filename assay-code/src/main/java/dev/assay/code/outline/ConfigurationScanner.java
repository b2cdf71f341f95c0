package dev.assay.code.outline;

import dev.assay.code.outline.Outline.Launch;
import dev.assay.code.outline.Outline.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// The names and plain values of a configuration, whatever its syntax: `name: value`, `name =
/// value`, `"name": value`, `--name value` in a list. It is a look at the surface and builds no
/// tree, so that nesting of any depth, tags, anchors and broken files cost nothing more than their
/// characters.
public final class ConfigurationScanner {
  private static final int LONGEST = 200;

  /// What commands start with; each ends in a blank.
  private static final List<String> STARTS =
      List.of("python ", "python3 ", "torchrun ", "accelerate launch ", "bash ", "spacy ");

  /// Letters, digits and what else a name is made of, by the characters of ASCII.
  private static final boolean[] NAME = new boolean[128];

  /// The last letters of what commands start with.
  private static final boolean[] STARTS_END = new boolean[128];

  /// What ends a plain value.
  private static final boolean[] ENDS = new boolean[128];

  static {
    Arrays.fill(NAME, 'a', 'z' + 1, true);
    Arrays.fill(NAME, 'A', 'Z' + 1, true);
    Arrays.fill(NAME, '0', '9' + 1, true);
    put("_-.", NAME);
    put(",\n\r}]# ", ENDS);
    for (String start : STARTS) {
      STARTS_END[start.charAt(start.length() - 2)] = true;
    }
  }

  private static void put(String characters, boolean[] to) {
    for (int i = 0; i < characters.length(); i++) {
      to[characters.charAt(i)] = true;
    }
  }

  private final String text;

  /// The text once more, as an array: these are loops that most characters of a release pass.
  private final char[] chars;

  private ConfigurationScanner(String text) {
    this.text = text;
    this.chars = text.toCharArray();
  }

  /// The outline of a text.
  public static Outline scan(String text) {
    var scanner = new ConfigurationScanner(text);
    return new Outline(
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        scanner.names(),
        scanner.launches(),
        -1,
        Set.of());
  }

  private List<Named> names() {
    List<Named> names = new ArrayList<>();
    int n = chars.length;
    int i = 0;
    boolean lineStart = true;
    while (i < n && names.size() < Outline.MOST) {
      char c = chars[i];
      if (c == '\n' || c == '\r') {
        lineStart = true;
        i++;
      } else if (c == '#' && lineStart) {
        i = lineEnd(i);
      } else if (c == '"' || c == '\'') {
        int end = quoteEnd(i);
        int after = blanks(end + 1);
        if (end < n && after < n && (chars[after] == ':' || chars[after] == '=')) {
          names.add(named(i + 1, end, after + 1));
          i = after + 1;
        } else {
          i = end + 1;
        }
        lineStart = false;
      } else if (namePart(c) || c == '@') {
        int end = i;
        while (end < n && (namePart(chars[end]) || chars[end] == '/')) {
          end++;
        }
        int after = blanks(Math.max(end, i + 1));
        boolean sign =
            after < n
                && (chars[after] == '='
                    || chars[after] == ':' && (after + 1 == n || chars[after + 1] <= ' '));
        if (sign && end > i) {
          names.add(named(i, end, after + 1));
          i = after + 1;
        } else {
          i = Math.max(end, i + 1);
        }
        lineStart = false;
      } else {
        lineStart = lineStart && (c <= ' ' || c == '-' || c == '{');
        i++;
      }
    }
    return names;
  }

  /// Commands among the values: the steps of a pipeline (`cmd: python train.py`, an item `- "python
  /// -m spacy train c.cfg"`).
  private List<Launch> launches() {
    if (!mayLaunch()) {
      return List.of();
    }
    List<Launch> found = new ArrayList<>();
    int from = 0;
    while (from < text.length() && found.size() < Outline.MOST) {
      int end = lineEnd(from);
      String line = text.substring(from, Math.min(end, from + LONGEST_COMMAND)).strip();
      String command = command(line);
      if (!command.isEmpty()) {
        for (Launch l : ShellScanner.scan(command).launches()) {
          found.add(new Launch(l.program(), l.words(), l.options(), from));
        }
      }
      from = end + 1;
    }
    return found;
  }

  /// Whether what a command starts with stands anywhere. Each ends in a blank behind a letter.
  private boolean mayLaunch() {
    for (int blank = 1; blank < chars.length; blank++) {
      char before = chars[blank - 1];
      if (chars[blank] == ' ' && before < 128 && STARTS_END[before]) {
        for (String start : STARTS) {
          if (text.startsWith(start, blank + 1 - start.length())) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static final int LONGEST_COMMAND = 2_000;
  private static final List<String> KEYS = List.of("cmd:", "run:", "command:", "script:");

  /// The command that a line holds, else an empty text.
  private static String command(String line) {
    String c = line.startsWith("- ") ? line.substring(2).strip() : line;
    for (String key : KEYS) {
      if (c.startsWith(key)) {
        c = c.substring(key.length()).strip();
        break;
      }
    }
    if (c.length() > 1 && (c.charAt(0) == '"' || c.charAt(0) == '\'')) {
      c = c.substring(1, c.charAt(c.length() - 1) == c.charAt(0) ? c.length() - 1 : c.length());
    }
    for (String start : STARTS) {
      if (c.startsWith(start)) {
        return c;
      }
    }
    return "";
  }

  private Named named(int from, int to, int value) {
    int n = chars.length;
    String name = text.substring(from, Math.min(to, from + LONGEST));
    int start = blanks(value);
    while (start < n && (chars[start] == '[' || chars[start] <= ' ') && start - value < 80) {
      start++;
    }
    if (start < n && (chars[start] == '"' || chars[start] == '\'')) {
      int end = quoteEnd(start);
      return new Named(name, text.substring(start + 1, Math.min(end, start + LONGEST)), from);
    }
    int end = start;
    int stop = Math.min(n, start + LONGEST);
    while (end < stop && (chars[end] >= 128 || !ENDS[chars[end]])) {
      end++;
    }
    return new Named(name, text.substring(start, end), from);
  }

  private int quoteEnd(int quote) {
    char q = chars[quote];
    int i = quote + 1;
    while (i < chars.length && chars[i] != q && chars[i] != '\n') {
      i += chars[i] == '\\' ? 2 : 1;
    }
    return Math.min(i, chars.length);
  }

  private int blanks(int from) {
    int i = from;
    while (i < chars.length && (chars[i] == ' ' || chars[i] == '\t')) {
      i++;
    }
    return i;
  }

  private int lineEnd(int from) {
    int i = from;
    while (i < chars.length && chars[i] != '\n' && chars[i] != '\r') {
      i++;
    }
    return i;
  }

  private static boolean namePart(char c) {
    return c < 128 && NAME[c];
  }
}
