package dev.assay.code.outline;

import dev.assay.code.outline.Outline.Call;
import dev.assay.code.outline.Outline.ClassDef;
import dev.assay.code.outline.Outline.Definition;
import dev.assay.code.outline.Outline.Import;
import dev.assay.code.outline.Outline.Named;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The outline of a language other than Python, shallower: what is imported, which names are
/// followed by an opening bracket (calls, and definitions where a body or a keyword says so), which
/// classes and structs there are. Comments and strings are passed over by the language's own rules;
/// every character is looked at a bounded number of times.
public final class BraceScanner {
  private static final int LONGEST_NAME = 160;

  private final String text;
  private final Language language;
  private final Map<String, String> aliases = new HashMap<>();
  private final List<Import> imports = new ArrayList<>();
  private final List<Definition> definitions = new ArrayList<>();
  private final List<ClassDef> classes = new ArrayList<>();
  private final List<Call> calls = new ArrayList<>();
  private final List<Named> names = new ArrayList<>();
  private final Set<String> vocabulary = new HashSet<>();
  private int entry = -1;
  private String previous = "";
  private int i;

  private BraceScanner(String text, Language language) {
    this.text = text;
    this.language = language;
  }

  /// The outline of a text in a language that {@link Language#braced()}.
  public static Outline scan(String text, Language language) {
    var scanner = new BraceScanner(text, language);
    scanner.run();
    return new Outline(
        scanner.imports,
        scanner.definitions,
        scanner.classes,
        scanner.calls,
        scanner.names,
        List.of(),
        scanner.entry,
        scanner.vocabulary);
  }

  private void run() {
    int n = text.length();
    while (i < n) {
      char c = text.charAt(i);
      if (comment(c)) {
        continue;
      }
      if (c == '"' || (c == '`' && language != Language.LUA && language != Language.R)) {
        string(c);
      } else if (c == '\'') {
        quote();
      } else if (c == '#' && language == Language.C) {
        include();
      } else if (nameStart(c)) {
        name();
      } else {
        if (c > ' ') {
          previous = "";
        }
        i++;
      }
    }
  }

  private boolean comment(char c) {
    boolean hash = language == Language.R || language == Language.JULIA;
    if (hash && c == '#') {
      toLineEnd();
      return true;
    }
    if (language == Language.LUA && text.startsWith("--", i)) {
      if (text.startsWith("--[[", i)) {
        past("]]", i + 4);
      } else {
        toLineEnd();
      }
      return true;
    }
    if (!hash && language != Language.LUA && c == '/' && i + 1 < text.length()) {
      if (text.charAt(i + 1) == '/') {
        toLineEnd();
        return true;
      }
      if (text.charAt(i + 1) == '*') {
        past("*/", i + 2);
        return true;
      }
    }
    return false;
  }

  private void past(String end, int from) {
    int at = text.indexOf(end, from);
    i = at < 0 ? text.length() : at + end.length();
  }

  private void toLineEnd() {
    while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
      i++;
    }
  }

  /// A string ends at its quote or, unless the language lets it run on, at the end of the line.
  private void string(char q) {
    if (text.startsWith("\"\"\"", i)) {
      past("\"\"\"", i + 3);
      return;
    }
    boolean runsOn =
        q == '`'
            || language == Language.RUST
            || language == Language.R
            || language == Language.JULIA;
    i++;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '\\' && !(q == '`' && language == Language.GO)) {
        i += 2;
      } else if (c == q) {
        i++;
        return;
      } else if (!runsOn && (c == '\n' || c == '\r')) {
        return;
      } else {
        i++;
      }
    }
  }

  /// A single quote opens a string in R, Lua and JavaScript; a character, a lifetime (Rust) or a
  /// transpose (Julia) elsewhere.
  private void quote() {
    if (language == Language.R || language == Language.LUA || language == Language.JAVASCRIPT) {
      string('\'');
      return;
    }
    if (i + 2 < text.length() && text.charAt(i + 1) == '\\') {
      i += 3;
      while (i < text.length() && text.charAt(i) != '\'' && text.charAt(i) != '\n') {
        i++;
      }
      i++;
    } else if (i + 2 < text.length() && text.charAt(i + 2) == '\'') {
      i += 3;
    } else {
      i++;
    }
  }

  private void include() {
    int from = i;
    toLineEnd();
    String line = text.substring(from, Math.min(i, from + LONGEST_NAME)).strip();
    if (line.startsWith("#include") && imports.size() < Outline.MOST) {
      String file = line.substring(8).strip();
      int open = file.isEmpty() ? -1 : "<\"".indexOf(file.charAt(0));
      if (open >= 0) {
        int close = file.indexOf(open == 0 ? '>' : '"', 1);
        if (close > 1) {
          String name = file.substring(1, close);
          imports.add(new Import(name.replace('/', '.'), name, from));
        }
      }
    }
  }

  /// A name with its qualifiers (`.`, `::`, `->`, `$`), normalised to dots.
  private void name() {
    int from = i;
    var full = new StringBuilder();
    while (true) {
      int part = i;
      while (i < text.length() && namePart(text.charAt(i))) {
        i++;
      }
      if (full.length() < LONGEST_NAME) {
        full.append(text, part, Math.min(i, part + LONGEST_NAME));
      }
      int link = link();
      if (link == 0) {
        break;
      }
      full.append('.');
      i += link;
    }
    String name = full.toString();
    if (imported(name, from)) {
      return;
    }
    if (vocabulary.size() < Outline.MOST) {
      vocabulary.add(name);
    }
    int at = skipBlanks(i);
    char next = at < text.length() ? text.charAt(at) : ' ';
    if (next == '!' && language == Language.RUST && at == i) {
      at++;
      next = at < text.length() ? text.charAt(at) : ' ';
    }
    if ((next == '!' && language == Language.JULIA) && at == i) {
      name = name + "!";
      i++;
      at = skipBlanks(i);
      next = at < text.length() ? text.charAt(at) : ' ';
    }
    if (language == Language.GO && name.equals("func") && next == '(') {
      receiverOfMethod(at);
      previous = name;
      return;
    }
    boolean goType =
        language == Language.GO && previous.equals("type") && text.startsWith("struct", at);
    if (classWord(previous) || goType) {
      klass(name, from);
    } else if (next == '<' && definitionWord(previous)) {
      define(name, from);
    } else if (next == '(' && !statement(name)) {
      if (definitionWord(previous) || body(at) && !member(from)) {
        define(name, from);
      } else if (calls.size() < Outline.MOST) {
        if (language == Language.JAVASCRIPT && name.equals("require")) {
          String module = firstString(at + 1).replace('/', '.');
          imports.add(new Import(module, module.substring(module.lastIndexOf('.') + 1), from));
        }
        String shown = from > 0 && receiver(from) ? "?." + name : resolve(name);
        calls.add(new Call(shown, List.of(), firstString(at + 1), from, i));
        if (entry < 0 && script() && lineStart(from) && !declares(name)) {
          entry = from;
        }
      }
    } else if (next == '=' && at + 1 < text.length() && text.charAt(at + 1) != '=') {
      if (language == Language.JULIA
          || language == Language.R
          || language == Language.LUA
          || language == Language.JAVASCRIPT) {
        functionValue(name, at + 1, from);
      }
      if (language == Language.LUA) {
        aliased(name, at + 1);
      }
      if (names.size() < Outline.MOST) {
        names.add(new Named(name, "", from));
      }
    } else if (next == ':' && language == Language.JAVASCRIPT) {
      functionValue(name, at + 1, from);
    } else if (language == Language.R && text.startsWith("<-", at)) {
      functionValue(name, at + 2, from);
    }
    previous = name;
  }

  /// In Go a method's receiver stands between `func` and its name.
  private void receiverOfMethod(int open) {
    int stop = Math.min(text.length(), open + LONGEST_NAME);
    int close = text.indexOf(')', open);
    if (close >= 0 && close < stop) {
      int after = skipBlanks(close + 1);
      if (after < text.length() && nameStart(text.charAt(after))) {
        i = close + 1;
      }
    }
  }

  /// Languages whose files are run from the top.
  private boolean script() {
    return language == Language.R || language == Language.JULIA || language == Language.LUA;
  }

  private boolean lineStart(int from) {
    return from == 0 || text.charAt(from - 1) == '\n';
  }

  /// Calls at the top of a file that declare or load, and start nothing.
  private static boolean declares(String name) {
    return name.startsWith("set") || name.equals("include") || name.contains("globalVariables");
  }

  private boolean receiver(int from) {
    char c = text.charAt(from - 1);
    return c == '.' || (c == '>' && from > 1 && text.charAt(from - 2) == '-');
  }

  private int link() {
    if (i + 1 >= text.length()) {
      return 0;
    }
    char c = text.charAt(i);
    if (c == '.' && nameStart(text.charAt(i + 1))) {
      return 1;
    }
    if (c == '$' && language == Language.R && nameStart(text.charAt(i + 1))) {
      return 1;
    }
    boolean two =
        (c == ':' && text.charAt(i + 1) == ':') || (c == '-' && text.charAt(i + 1) == '>');
    if (two && i + 2 < text.length() && nameStart(text.charAt(i + 2))) {
      return 2;
    }
    if (c == ':' && language == Language.LUA && nameStart(text.charAt(i + 1))) {
      return 1;
    }
    return 0;
  }

  private boolean imported(String name, int from) {
    boolean word =
        switch (language) {
          case JAVA, SWIFT, GO, JAVASCRIPT -> name.equals("import");
          case RUST -> name.equals("use");
          case JULIA -> name.equals("using") || name.equals("import");
          case R -> name.equals("library") || name.equals("require");
          case LUA -> name.equals("require");
          default -> false;
        };
    if (!word) {
      return false;
    }
    toLineEnd();
    int stop = from + LONGEST_NAME;
    if (language == Language.JAVASCRIPT) {
      stop = toImportEnd(from);
    }
    String line = text.substring(from + name.length(), Math.min(i, stop)).strip();
    int start = -1;
    for (int k = 0; k <= line.length(); k++) {
      boolean part =
          k < line.length() && (namePart(line.charAt(k)) || ".:/@-".indexOf(line.charAt(k)) >= 0);
      if (part && start < 0) {
        start = k;
      } else if (!part && start >= 0) {
        String module = line.substring(start, k).replace("::", ".").replace('/', '.');
        if (!module.equals("static") && imports.size() < Outline.MOST) {
          String as = module.substring(module.lastIndexOf('.') + 1);
          imports.add(new Import(module, as, from));
          if (language == Language.JAVA && !as.isEmpty()) {
            aliases.putIfAbsent(as, module);
          }
        }
        start = -1;
      }
    }
    return true;
  }

  /// The longest list of names that a module is asked for.
  private static final int LONGEST_IMPORT = 2_000;

  /// In JavaScript the names that are brought in may stand on lines of their own, before the
  /// module.
  private int toImportEnd(int from) {
    int stop = Math.min(text.length(), from + LONGEST_IMPORT);
    int open = text.indexOf('{', from);
    if (open >= 0 && open < i) {
      int close = text.indexOf('}', open);
      if (close > i && close < stop) {
        i = close;
        toLineEnd();
      }
    }
    return stop;
  }

  private String resolve(String name) {
    int dot = name.indexOf('.');
    // What a value of Lua is asked for is its own.
    boolean own = dot >= 0 && language == Language.LUA;
    String full = own ? null : aliases.get(dot < 0 ? name : name.substring(0, dot));
    return full == null ? name : dot < 0 ? full : full + name.substring(dot);
  }

  /// In Lua a short name is given to what a module holds: `local Conv = nn.SpatialConvolution`. The
  /// first one counts; what is called in the same breath is a value.
  private void aliased(String name, int after) {
    int from = skipBlanks(after);
    int to = from;
    int stop = Math.min(text.length(), from + LONGEST_NAME);
    while (to < stop && (namePart(text.charAt(to)) || text.charAt(to) == '.')) {
      to++;
    }
    boolean line = to >= text.length() || text.charAt(to) == '\n' || text.charAt(to) == '\r';
    boolean held = line && from < to && nameStart(text.charAt(from)) && text.charAt(to - 1) != '.';
    String value = text.substring(from, to);
    if (held && name.indexOf('.') < 0 && value.indexOf('.') > 0 && aliases.size() < Outline.MOST) {
      aliases.putIfAbsent(name, value);
    }
  }

  private void klass(String name, int from) {
    if (classes.size() >= Outline.MOST) {
      return;
    }
    List<String> bases = new ArrayList<>();
    int at = i;
    int stop = Math.min(text.length(), at + 400);
    int start = -1;
    for (; at < stop; at++) {
      char c = text.charAt(at);
      if (namePart(c) || c == '.') {
        start = start < 0 ? at : start;
      } else {
        if (start >= 0) {
          String word = text.substring(start, at);
          if (!word.equals("extends") && !word.equals("implements") && !word.equals("public")) {
            bases.add(resolve(word));
          }
          start = -1;
        }
        if (c == '{' || c == ';' || c == '}' || bases.size() > 8) {
          break;
        }
      }
    }
    classes.add(new ClassDef(name, bases, from, from));
  }

  private void define(String name, int from) {
    if (definitions.size() < Outline.MOST) {
      // A dot is a letter in R: `predict.forest` is how `predict` is defined for a class.
      String last = language == Language.R ? name : name.substring(name.lastIndexOf('.') + 1);
      definitions.add(new Definition(last, "", List.of(), from));
      if (last.equals("main") && entry < 0) {
        entry = from;
      }
    }
  }

  private void functionValue(String name, int after, int from) {
    int at = skipBlanks(after);
    if (text.startsWith("function", at) || text.startsWith("async function", at)) {
      define(name, from);
    }
  }

  /// In C, Java and Go a bracket that closes and is followed by a body makes a definition. The look
  /// ahead is short, so that the whole stays linear.
  private boolean body(int open) {
    if (language != Language.C && language != Language.JAVA && language != Language.JAVASCRIPT) {
      return false;
    }
    int depth = 0;
    int stop = Math.min(text.length(), open + 1_000);
    for (int at = open; at < stop; at++) {
      char c = text.charAt(at);
      if (c == '(') {
        depth++;
      } else if (c == ')') {
        if (--depth == 0) {
          int next = skipBlanks(at + 1);
          return next < text.length()
              && (text.charAt(next) == '{'
                  || typed(next)
                  || text.startsWith("throws", next)
                  || text.startsWith("const", next));
        }
      } else if (c == ';' || c == '{') {
        return false;
      }
    }
    return false;
  }

  /// In TypeScript a method's type stands between its bracket and its body: `run(x: A): B[] {`.
  private boolean typed(int colon) {
    if (language != Language.JAVASCRIPT || text.charAt(colon) != ':' || previous.equals("case")) {
      return false;
    }
    int from = skipBlanks(colon + 1);
    int stop = Math.min(text.length(), from + LONGEST_NAME);
    int at = from;
    while (at < stop && (namePart(text.charAt(at)) || " .<>[],|".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    return at > from && at < stop && text.charAt(at) == '{';
  }

  /// In C++ a destructor and what a constructor gives its members stand before a body too.
  private boolean member(int from) {
    if (language != Language.C) {
      return false;
    }
    int before = from - 1;
    while (before >= 0 && from - before < 200 && text.charAt(before) <= ' ') {
      before--;
    }
    char c = before < 0 ? ' ' : text.charAt(before);
    return c == '~' || c == ',' || c == ':' && !ACCESS.contains(previous);
  }

  /// Words behind whose colon functions are declared.
  private static final Set<String> ACCESS = Set.of("public", "private", "protected", "slots");

  private String firstString(int at) {
    int from = skipBlanks(at);
    if (from < text.length() && (text.charAt(from) == '"' || text.charAt(from) == '\'')) {
      int end = from + 1;
      int stop = Math.min(text.length(), from + LONGEST_NAME);
      while (end < stop && text.charAt(end) != text.charAt(from) && text.charAt(end) != '\n') {
        end++;
      }
      return text.substring(from + 1, end);
    }
    return "";
  }

  private int skipBlanks(int at) {
    int end = at;
    int stop = Math.min(text.length(), at + 200);
    while (end < stop && text.charAt(end) <= ' ') {
      end++;
    }
    return end;
  }

  private static boolean statement(String name) {
    return switch (name) {
      case "if", "for", "while", "switch", "return", "sizeof", "catch", "else", "match", "do" ->
          true;
      default -> false;
    };
  }

  private static boolean definitionWord(String word) {
    return switch (word) {
      case "fn", "fun", "func", "function", "def" -> true;
      default -> false;
    };
  }

  private static boolean classWord(String word) {
    return switch (word) {
      case "class", "struct", "interface", "record", "trait" -> true;
      default -> false;
    };
  }

  private static boolean nameStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 128;
  }

  private static boolean namePart(char c) {
    return nameStart(c) || (c >= '0' && c <= '9');
  }
}
