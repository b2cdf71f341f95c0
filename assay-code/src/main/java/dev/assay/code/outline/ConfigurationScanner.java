package dev.assay.code.outline;

import dev.assay.code.outline.Outline.Launch;
import dev.assay.code.outline.Outline.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The names and plain values of a configuration, whatever its syntax: `name: value`, `name =
/// value`, `"name": value`, `--name value` in a list. It is a look at the surface and builds no
/// tree, so that nesting of any depth, tags, anchors and broken files cost nothing more than their
/// characters.
public final class ConfigurationScanner {
  private static final int LONGEST = 200;

  private ConfigurationScanner() {}

  /// The outline of a text.
  public static Outline scan(String text) {
    List<Named> names = new ArrayList<>();
    int n = text.length();
    int i = 0;
    boolean lineStart = true;
    while (i < n && names.size() < Outline.MOST) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        lineStart = true;
        i++;
      } else if (c == '#' && lineStart) {
        i = lineEnd(text, i);
      } else if (c == '"' || c == '\'') {
        int end = quoteEnd(text, i);
        int after = blanks(text, end + 1);
        if (end < n && after < n && (text.charAt(after) == ':' || text.charAt(after) == '=')) {
          names.add(named(text, i + 1, end, after + 1));
          i = after + 1;
        } else {
          i = end + 1;
        }
        lineStart = false;
      } else if (namePart(c) || c == '@') {
        int end = i;
        while (end < n && (namePart(text.charAt(end)) || text.charAt(end) == '/')) {
          end++;
        }
        int after = blanks(text, Math.max(end, i + 1));
        boolean sign =
            after < n
                && (text.charAt(after) == '='
                    || (text.charAt(after) == ':'
                        && (after + 1 == n || text.charAt(after + 1) <= ' ')));
        if (sign && end > i) {
          names.add(named(text, i, end, after + 1));
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
    return new Outline(
        List.of(), List.of(), List.of(), List.of(), names, launches(text), -1, Set.of());
  }

  /// Commands among the values: the steps of a pipeline (`cmd: python train.py`, an item `- "python
  /// -m spacy train c.cfg"`).
  private static List<Launch> launches(String text) {
    if (STARTS.stream().noneMatch(text::contains)) {
      return List.of();
    }
    List<Launch> found = new ArrayList<>();
    int from = 0;
    while (from < text.length() && found.size() < Outline.MOST) {
      int end = lineEnd(text, from);
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

  private static final int LONGEST_COMMAND = 2_000;
  private static final List<String> KEYS = List.of("cmd:", "run:", "command:", "script:");
  private static final List<String> STARTS =
      List.of("python ", "python3 ", "torchrun ", "accelerate launch ", "bash ", "spacy ");

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

  private static Named named(String text, int from, int to, int value) {
    String name = text.substring(from, Math.min(to, from + LONGEST));
    int start = blanks(text, value);
    while (start < text.length()
        && (text.charAt(start) == '[' || text.charAt(start) <= ' ')
        && start - value < 80) {
      start++;
    }
    if (start < text.length() && (text.charAt(start) == '"' || text.charAt(start) == '\'')) {
      int end = quoteEnd(text, start);
      return new Named(name, text.substring(start + 1, Math.min(end, start + LONGEST)), from);
    }
    int end = start;
    int stop = Math.min(text.length(), start + LONGEST);
    while (end < stop && ",\n\r}]# ".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return new Named(name, text.substring(start, end), from);
  }

  private static int quoteEnd(String text, int quote) {
    char q = text.charAt(quote);
    int i = quote + 1;
    while (i < text.length() && text.charAt(i) != q && text.charAt(i) != '\n') {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return Math.min(i, text.length());
  }

  private static int blanks(String text, int from) {
    int i = from;
    while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      i++;
    }
    return i;
  }

  private static int lineEnd(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
      i++;
    }
    return i;
  }

  private static boolean namePart(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-'
        || c == '.';
  }
}
