package dev.assay.io;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/// Finds and reads front matter. Only plain values come out: a tag for an object of a language, an
/// alias bomb, a duplicate key or anything that is not YAML makes the whole head {@link
/// FrontMatter.Status#BROKEN}, with a reason, and the document is read on after it.
final class FrontMatterReader {
  /// A title or an image may stand before the head (seen in copies of cards).
  private static final int LINES_BEFORE = 12;

  private static final int MAX_LINES = 20_000;
  private static final int MAX_CHARACTERS = 1_000_000;
  private static final int MAX_DEPTH = 64;

  private FrontMatterReader() {}

  /// The front matter of a document; {@link FrontMatter#NONE} when it has none.
  static FrontMatter read(TextFile file) {
    int first = opening(file);
    if (first == 0) {
      return comments(file);
    }
    int last = closing(file, first);
    boolean atTop = first == 1;
    if (last == 0) {
      // One rule line and no second: a rule, not a head, unless a key follows at once.
      if (atTop && file.lines() > 1 && isKey(file.line(2)) && file.cut()) {
        return new FrontMatter(
            FrontMatter.Status.BROKEN, "the front matter has no end", 1, 1, Map.of(), Map.of());
      }
      return comments(file);
    }
    if (!looksLikeYaml(file, first, last)) {
      return comments(file);
    }
    int from = file.lineStart(first + 1);
    int to = file.lineStart(last);
    if (to - from > MAX_CHARACTERS) {
      return broken(
          first, last, "the front matter is longer than " + MAX_CHARACTERS + " characters");
    }
    FrontMatter head =
        parse(file.text().substring(from, to), first, last, keyLines(file, first, last));
    // Below a title two rules may stand around a section, which is prose and is read as such.
    return atTop || head.status() == FrontMatter.Status.READ ? head : comments(file);
  }

  private static FrontMatter parse(String yaml, int first, int last, Map<String, Integer> lines) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel("front matter")
            .setSchema(new CoreSchema())
            .setAllowDuplicateKeys(false)
            .setAllowRecursiveKeys(false)
            .setMaxAliasesForCollections(50)
            .setCodePointLimit(MAX_CHARACTERS * 2)
            .build();
    try {
      Object value = new Load(settings).loadFromString(yaml);
      if (!(value instanceof Map<?, ?> map)) {
        return broken(first, last, "the front matter is no map of keys");
      }
      if (!isTree(map, MAX_DEPTH, Collections.newSetFromMap(new IdentityHashMap<>()))) {
        return broken(first, last, "the front matter refers to itself, or is nested too deep");
      }
      Map<String, Object> values = new LinkedHashMap<>();
      map.forEach((key, v) -> {
        if (key != null && v != null) {
          values.put(key.toString(), v);
        }
      });
      return new FrontMatter(FrontMatter.Status.READ, "", first, last, values, lines);
    } catch (MarkedYamlEngineException e) {
      String line =
          e.getProblemMark().map(mark -> ", line " + (first + 1 + mark.getLine())).orElse("");
      return broken(
          first,
          last,
          "the front matter is not YAML that can be read: " + cut(e.getProblem()) + line);
    } catch (YamlEngineException e) {
      return broken(first, last, "the front matter is not YAML that can be read: " + firstLine(e));
    } catch (StackOverflowError e) {
      return broken(first, last, "the front matter is nested too deep");
    }
  }

  /// Whether a value ends: an alias may name the list or map that it stands in. What several
  /// aliases name is walked once.
  private static boolean isTree(@Nullable Object value, int depth, Set<Object> walked) {
    Collection<?> parts =
        value instanceof Map<?, ?> map
            ? map.values()
            : value instanceof List<?> list ? list : List.of();
    if (value == null || parts.isEmpty() || walked.contains(value)) {
      return true;
    }
    if (depth == 0) {
      return false;
    }
    for (Object part : parts) {
      if (!isTree(part, depth - 1, walked)) {
        return false;
      }
    }
    walked.add(value);
    return true;
  }

  private static FrontMatter broken(int first, int last, String reason) {
    return new FrontMatter(FrontMatter.Status.BROKEN, reason, first, last, Map.of(), Map.of());
  }

  private static String cut(@Nullable String problem) {
    String text = String.valueOf(problem);
    return text.length() > 200 ? text.substring(0, 200) : text;
  }

  private static String firstLine(YamlEngineException e) {
    String message = String.valueOf(e.getMessage());
    int end = message.indexOf('\n');
    String line = end < 0 ? message : message.substring(0, end);
    return line.length() > 200 ? line.substring(0, 200) : line;
  }

  private static int opening(TextFile file) {
    int most = Math.min(LINES_BEFORE, file.lines());
    for (int n = 1; n <= most; n++) {
      String line = file.line(n).stripTrailing();
      if (line.equals("---")) {
        // Below a line of words this is the underline of a heading.
        boolean rule =
            n == 1
                || file.line(n - 1).isBlank()
                || file.line(n - 1).startsWith("![")
                || file.line(n - 1).startsWith("#");
        return rule ? n : 0;
      }
      boolean mayStandBefore =
          line.isBlank() || line.startsWith("![") || line.startsWith("#") || line.startsWith("<");
      if (!mayStandBefore) {
        return 0;
      }
    }
    return 0;
  }

  private static int closing(TextFile file, int first) {
    int most = Math.min(file.lines(), first + MAX_LINES);
    for (int n = first + 1; n <= most; n++) {
      String line = file.line(n).stripTrailing();
      if (line.equals("---") || line.equals("...")) {
        return n;
      }
    }
    return 0;
  }

  private static boolean looksLikeYaml(TextFile file, int first, int last) {
    for (int n = first + 1; n < last; n++) {
      String line = file.line(n);
      if (line.isBlank() || line.startsWith("#") || line.startsWith("%")) {
        continue;
      }
      return isKey(line.strip())
          || line.startsWith("{")
          || line.startsWith("- ")
          || line.startsWith("!!");
    }
    return false;
  }

  private static boolean isKey(String line) {
    return key(line) != null;
  }

  private static @Nullable String key(String line) {
    int i = 0;
    while (i < line.length()
        && (Character.isLetterOrDigit(line.charAt(i)) || "_-.\"'".indexOf(line.charAt(i)) >= 0)) {
      i++;
    }
    boolean key =
        i > 0
            && i < 80
            && i < line.length()
            && line.charAt(i) == ':'
            && (i + 1 == line.length() || Character.isWhitespace(line.charAt(i + 1)));
    return key ? line.substring(0, i).replace("\"", "").replace("'", "") : null;
  }

  private static Map<String, Integer> keyLines(TextFile file, int first, int last) {
    Map<String, Integer> lines = new LinkedHashMap<>();
    for (int n = first + 1; n < last; n++) {
      String key = key(file.line(n));
      if (key != null) {
        lines.putIfAbsent(key, n);
      }
    }
    return lines;
  }

  /// `<!-- key: value -->` lines near the top, as module catalogues write them. They are not a head
  /// that the body starts after.
  private static FrontMatter comments(TextFile file) {
    Map<String, Object> values = new LinkedHashMap<>();
    Map<String, Integer> lines = new LinkedHashMap<>();
    int first = 0;
    for (int n = 1; n <= Math.min(40, file.lines()); n++) {
      String line = file.line(n).strip();
      if (!line.startsWith("<!--") || !line.endsWith("-->") || line.length() > 1_000) {
        continue;
      }
      String inner = line.substring(4, Math.max(4, line.length() - 3)).strip();
      int colon = inner.indexOf(':');
      if (colon < 1 || colon > 40 || inner.substring(0, colon).contains(" ")) {
        continue;
      }
      String key = inner.substring(0, colon).toLowerCase(Locale.ROOT);
      String value = inner.substring(colon + 1).strip();
      if (!values.containsKey(key)) {
        values.put(key, value);
        lines.put(key, n);
      } else {
        List<Object> all = new ArrayList<>();
        Object before = values.get(key);
        if (before instanceof List<?> list) {
          all.addAll(list);
        } else if (before != null) {
          all.add(before);
        }
        all.add(value);
        values.put(key, all);
      }
      first = first == 0 ? n : first;
    }
    return values.isEmpty()
        ? FrontMatter.NONE
        : new FrontMatter(FrontMatter.Status.READ, "", first, 0, values, lines);
  }
}
