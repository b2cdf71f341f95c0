package dev.assay.text;

import dev.assay.io.AnyWord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Libraries that fetch or hold public data sets, from `data-libraries.txt`, and the names of the
/// sets that a program has them fetch. Linear in the text's length, once for each library that the
/// program uses.
final class DataLibraries {
  private static final int MOST = 20;

  /// No name of a set is longer.
  private static final int LONGEST = 80;

  /// So many letters may stand between the brackets of a list of names.
  private static final int LIST = 600;

  private enum Shape {
    UPPER("{Upper}"),
    NAME("{name}"),
    UPPERS("{Uppers}"),
    NAMES("{names}"),
    TEXT("{text}"),
    FIXED(" =");

    private final String written;

    Shape(String written) {
      this.written = written;
    }
  }

  /// @param marker what a program that uses the library holds
  /// @param must what it also holds where the library fetches; empty where nothing
  /// @param before what stands before the name
  /// @param after what stands behind it, or, of a call that says which set it is, that set
  private record Call(String marker, String must, String before, Shape shape, String after) {
    static Call of(String marker, String must, String written) {
      for (Shape shape : Shape.values()) {
        int at = written.indexOf(shape.written);
        if (at > 0) {
          String after = written.substring(at + shape.written.length());
          return new Call(marker, must, written.substring(0, at), shape, after);
        }
      }
      throw new IllegalStateException("data-libraries.txt: no name in " + written);
    }
  }

  private static final List<Call> CALLS =
      ResourceRows.of("data-libraries.txt", 3).stream()
          .map(row -> Call.of(row.get(0), row.get(1).equals("-") ? "" : row.get(1), row.get(2)))
          .toList();

  /// What one of these libraries' programs holds: the cheap question before the others.
  private static final AnyWord SIGNS =
      AnyWord.of(
          CALLS.stream()
              .map(c -> c.marker().toLowerCase(Locale.ROOT))
              .distinct()
              .toArray(String[]::new));

  /// Classes of such libraries that hold whatever one has.
  private static final Set<String> GENERAL =
      Set.of(
          "dataset",
          "datasets",
          "visiondataset",
          "dgldataset",
          "inmemorydataset",
          "tensordataset",
          "arraydataset",
          "combinationmetadataset",
          "fakedata",
          "base",
          "load_data",
          "transforms",
          "utils");

  /// How such classes are called at the end of their names.
  private static final List<String> HOLDERS =
      List.of("folder", "folderdataset", "recorddataset", "loader", "iter");

  private DataLibraries() {}

  /// The sets that a program has a library fetch, by their names, in order.
  static List<Passage.Source> in(String text) {
    if (!SIGNS.in(text)) {
      return List.of();
    }
    Map<String, Passage.Source> sources = new LinkedHashMap<>();
    for (Call call : CALLS) {
      if (text.contains(call.marker()) && text.contains(call.must())) {
        add(text, call, sources);
      }
    }
    return List.copyOf(sources.values());
  }

  private static void add(String text, Call call, Map<String, Passage.Source> sources) {
    int at = 0;
    while ((at = text.indexOf(call.before(), at)) >= 0 && sources.size() < MOST) {
      at += call.before().length();
      switch (call.shape()) {
        case FIXED -> put(call.after(), sources);
        case UPPERS, NAMES -> {
          for (String name : list(text, at)) {
            one(name, call, sources);
          }
        }
        case TEXT -> {
          String name = quoted(text, at);
          if (!name.isEmpty() && !isSplit(name)) {
            put(name, sources);
          }
        }
        case UPPER, NAME -> {
          int end = nameEnd(text, at);
          if (text.startsWith(call.after(), end)) {
            one(text.substring(at, end), call, sources);
          }
        }
      }
    }
  }

  private static void one(String name, Call call, Map<String, Passage.Source> sources) {
    String lower = name.toLowerCase(Locale.ROOT);
    boolean capital = call.shape() == Shape.UPPER || call.shape() == Shape.UPPERS;
    if (name.length() >= 3
        && !GENERAL.contains(lower)
        && HOLDERS.stream().noneMatch(lower::endsWith)
        && (!capital || Character.isUpperCase(name.charAt(0)))) {
      put(name, sources);
    }
  }

  private static void put(String name, Map<String, Passage.Source> sources) {
    if (sources.size() < MOST) {
      sources.putIfAbsent(name.toLowerCase(Locale.ROOT), new Passage.Source(name, ""));
    }
  }

  private static int nameEnd(String text, int from) {
    int end = from;
    while (end < text.length() && end - from < LONGEST && isName(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isName(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  /// The names of a list, to the end of its line or of the brackets that it stands in.
  private static List<String> list(String text, int from) {
    int end = from;
    boolean open = false;
    while (end < text.length() && end - from < LIST) {
      char c = text.charAt(end);
      open |= c == '(';
      if (c == ')' || c == '\n' && !open) {
        break;
      }
      end++;
    }
    List<String> names = new ArrayList<>();
    for (String part : text.substring(from, end).split(",")) {
      String bare = part.replace('(', ' ').strip();
      String name = bare.substring(0, nameEnd(bare, 0));
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    return names;
  }

  /// What stands between quotation marks at `from`, after spaces and a parameter's name; empty
  /// where something else stands there.
  private static String quoted(String text, int from) {
    int at = from;
    int most = Math.min(text.length(), from + LONGEST);
    while (at < most && "\"'".indexOf(text.charAt(at)) < 0) {
      char c = text.charAt(at);
      if (!isName(c) && c != '=' && !Character.isWhitespace(c)) {
        return "";
      }
      at++;
    }
    if (at == most) {
      return "";
    }
    int close = text.indexOf(text.charAt(at), at + 1);
    String name = close < 0 || close - at > LONGEST ? "" : text.substring(at + 1, close);
    boolean plain =
        name.length() > 1
            && name.chars().allMatch(c -> isName((char) c) || "/-.:+ ".indexOf(c) >= 0);
    return plain ? name : "";
  }

  /// Whether a loader is asked for a part and not for a set.
  private static boolean isSplit(String name) {
    return Set.of("train", "test", "valid", "validation", "dev", "val").contains(name);
  }
}
