package dev.assay.formats.sources;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The tables that a source file declares as weights or as a model, by their names and its own.
/// What is called weights in geometry or in the rules of integration is none.
final class Declarations {
  /// How long a declaration is at most before its sign of equality, and from there to its list.
  private static final int BEFORE = 200;

  private static final int BEHIND = 80;

  /// What stands between a sign of equality and a list: white space, and the type of a new one.
  private static final Pattern TO_LIST = Pattern.compile("^[\\w\\s.&'\\[\\]<>*]{0,80}[\\[{\"'`(]");

  private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w{0,80}");

  private static final Pattern DEFINED =
      Pattern.compile("#define[ \\t]{1,8}([A-Za-z_]\\w{0,80})[ \\t]{1,40}\\{");

  /// What a generator writes above of the files that it packed.
  private static final Pattern PACKED_FILE =
      Pattern.compile(
          "(?m)^//\\s{0,4}(?:sources:\\s{0,4})?([\\w./-]{1,200}\\.\\w{1,12})[ \\t\\r]{0,80}$");

  private static final Pattern DIMENSION =
      Pattern.compile("(?:;|\\[)\\s{0,8}(\\d{1,12})\\s{0,8}\\]");

  private static final Set<String> WEIGHTS =
      Set.of("weight", "weights", "nnue", "tflite", "pretrained", "checkpoint");

  private static final Set<String> MODEL =
      Set.of(
          "model",
          "models",
          "net",
          "network",
          "networks",
          "nn",
          "mlp",
          "cnn",
          "rnn",
          "lstm",
          "gru",
          "conv",
          "dense",
          "kernel",
          "bias",
          "classifier",
          "detector",
          "params",
          "parameters",
          "coef",
          "coeffs",
          "cascade",
          "tensor");

  /// Words of tables that are no model's, whatever else they are called.
  private static final Set<String> OTHER =
      Set.of(
          "mesh",
          "vertex",
          "vertices",
          "verts",
          "triangles",
          "faces",
          "normals",
          "colors",
          "bone",
          "bones",
          "skin",
          "joint",
          "joints",
          "font",
          "glyph",
          "glyphs",
          "texture",
          "sprite",
          "image",
          "images",
          "icon",
          "icons",
          "lut",
          "quadrature",
          "gauss",
          "legendre",
          "lebedev",
          "chebyshev",
          "abscissae",
          "abscissas",
          "quad",
          "integration",
          "cubature",
          "window",
          "fir",
          "iir",
          "resample",
          "resampler",
          "test",
          "tests",
          "expected",
          "sample",
          "samples",
          "unicode",
          "ucd",
          "crc",
          "sbox");

  /// Endings of packed files that can hold a model.
  private static final Set<String> MODEL_FILES =
      Set.of(
          "json", "gob", "bin", "dat", "gz", "tflite", "onnx", "pb", "model", "weights", "params",
          "npz", "txt", "nn");

  private static final int MOST = 200;

  private Declarations() {}

  /// One table.
  ///
  /// @param name as it is declared
  /// @param shape the dimensions that are written; empty where they are not
  /// @param text the declaration
  /// @param from its first byte
  /// @param to the byte after it
  record Table(String name, List<Long> shape, String text, long from, long to) {}

  /// The tables among the first characters of a file, one a byte.
  static List<Table> of(String path, String text) {
    Set<String> file = new HashSet<>();
    for (String part : lastTwo(path)) {
      words(part, file);
    }
    if (file.stream().anyMatch(OTHER::contains)) {
      return List.of();
    }
    var tables = new ArrayList<Table>();
    for (int at = text.indexOf('='); at >= 0 && tables.size() < MOST; ) {
      declared(text, at, file, tables);
      at = text.indexOf('=', at + 1);
    }
    Matcher m = DEFINED.matcher(text);
    while (tables.size() < MOST && m.find()) {
      String name = String.valueOf(m.group(1));
      if (isOne(name, false, file)) {
        tables.add(new Table(name, List.of(), m.group(), m.start(), m.end()));
      }
    }
    return tables.isEmpty() ? packed(text) : tables;
  }

  /// Adds the table whose sign of equality stands at a place, if there is one.
  private static void declared(String text, int at, Set<String> file, List<Table> into) {
    String behind = text.substring(at + 1, Math.min(text.length(), at + 1 + BEHIND));
    int from = at;
    while (from > 0 && at - from < BEFORE && "\n{}".indexOf(text.charAt(from - 1)) < 0) {
      from--;
    }
    String before = text.substring(from, at);
    // In Rust a dimension stands behind a semicolon, and so does a second statement.
    int statement = before.lastIndexOf("; ");
    if (statement >= 0 && before.indexOf(']', statement) < 0) {
      from += statement + 2;
      before = before.substring(statement + 2);
    }
    if (!TO_LIST.matcher(behind).find()) {
      return;
    }
    boolean bytes =
        before.contains("char")
            || before.contains("byte")
            || before.contains("u8")
            || before.contains("uint8")
            || behind.contains("byte");
    Matcher names = NAME.matcher(before);
    while (names.find()) {
      if (isOne(names.group(), bytes, file)) {
        into.add(new Table(names.group(), shape(before), before.strip(), from, at));
        return;
      }
    }
  }

  private static boolean isOne(String name, boolean bytes, Set<String> file) {
    var own = new HashSet<String>();
    words(name, own);
    if (own.stream().anyMatch(OTHER::contains)) {
      return false;
    }
    if (own.stream().anyMatch(WEIGHTS::contains)) {
      return true;
    }
    boolean placed = file.stream().anyMatch(w -> WEIGHTS.contains(w) || MODEL.contains(w));
    return own.stream().anyMatch(MODEL::contains) && (placed || bytes);
  }

  /// What a generator that packs files into a source says that it has packed.
  private static List<Table> packed(String text) {
    String head = text.substring(0, Math.min(text.length(), 4096));
    if (!head.contains("generated") || !head.contains("sources:")) {
      return List.of();
    }
    var tables = new ArrayList<Table>();
    Matcher m = PACKED_FILE.matcher(head);
    while (tables.size() < MOST && m.find()) {
      String packed = String.valueOf(m.group(1));
      var words = new HashSet<String>();
      String name = packed.substring(packed.lastIndexOf('/') + 1);
      int dot = name.lastIndexOf('.');
      words(name.substring(0, dot), words);
      boolean model =
          words.stream().anyMatch(w -> WEIGHTS.contains(w) || MODEL.contains(w))
              && words.stream().noneMatch(OTHER::contains)
              && MODEL_FILES.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
      if (model) {
        tables.add(new Table(packed, List.of(), m.group().strip(), m.start(), m.end()));
      }
    }
    return tables;
  }

  private static List<Long> shape(String declared) {
    var shape = new ArrayList<Long>();
    Matcher m = DIMENSION.matcher(declared);
    while (m.find() && shape.size() < 6) {
      shape.add(Long.parseLong(String.valueOf(m.group(1))));
    }
    return shape;
  }

  /// The name of a file without its ending, and of the folder it lies in.
  private static List<String> lastTwo(String path) {
    int slash = path.lastIndexOf('/');
    String name = path.substring(slash + 1);
    int dot = name.indexOf('.', 1);
    String stem = dot < 0 ? name : name.substring(0, dot);
    String folder = slash < 0 ? "" : path.substring(0, slash);
    return List.of(stem, folder.substring(folder.lastIndexOf('/') + 1));
  }

  /// The words of a name, small and without digits; a small letter before a large one ends a word.
  private static void words(String name, Set<String> into) {
    var word = new StringBuilder();
    for (int i = 0; i <= name.length(); i++) {
      char c = i < name.length() ? name.charAt(i) : ' ';
      boolean ends = Character.isUpperCase(c) && i > 0 && Character.isLowerCase(name.charAt(i - 1));
      if ((ends || !Character.isLetter(c)) && !word.isEmpty()) {
        into.add(word.toString());
        word.setLength(0);
      }
      if (Character.isLetter(c)) {
        word.append(Character.toLowerCase(c));
      }
    }
  }
}
