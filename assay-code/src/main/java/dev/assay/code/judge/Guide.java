package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.outline.Language;
import dev.assay.code.outline.Outline;
import dev.assay.code.roles.Words;
import dev.assay.code.roles.Zone;
import dev.assay.code.roles.Zones;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the release's own documents and scripts start its programs for, in any language and
/// whatever a program is called: the comment, the sentence or the heading before a command names
/// the use, or the command itself does. Linear in the length of the documents.
final class Guide {
  private static final Set<String> ENDINGS =
      Set.of(".py", ".sh", ".bash", ".ipynb", ".r", ".jl", ".lua", ".pl", ".js", ".java", ".rs");

  /// Commands of a program that name a use by themselves: `corpus.py download`.
  private static final Map<String, Use> COMMANDS =
      Map.of(
          "download", Use.DATA,
          "tokenize", Use.DATA,
          "pretokenize", Use.DATA,
          "preprocess", Use.DATA,
          "prepare_data", Use.DATA,
          "evaluate", Use.EVALUATION,
          "eval", Use.EVALUATION);

  private final Map<CodeFile, Set<Use>> shown = new HashMap<>();
  private final Map<CodeFile, Set<Use>> named = new HashMap<>();
  private final Set<CodeFile> modes = new HashSet<>();
  private final Set<CodeFile> tested = new HashSet<>();
  private final Map<String, List<CodeFile>> byName = new HashMap<>();

  Guide(Tree tree) {
    for (CodeFile f : tree.code()) {
      byName.computeIfAbsent(f.file().name(), n -> new ArrayList<>()).add(f);
    }
    tree.documents().forEach(this::read);
    for (CodeFile f : tree.code()) {
      boolean prepares =
          f.language() == Language.SHELL
              && Words.DATA_VERBS.contains(Zones.firstWord(f.file().name()))
              && f.in(Zone.DATA)
              && !f.in(Zone.TRAINING);
      for (Outline.Launch l : prepares ? f.shape().launches() : List.<Outline.Launch>of()) {
        CodeFile program = resolve(l.program(), parent(f.file().path()));
        if (program != null) {
          add(named, program, Set.of(Use.DATA));
        }
      }
    }
  }

  /// Whether the documents start this program for a use, and for no other.
  boolean shows(CodeFile f, Use use) {
    Set<Use> uses = shown.getOrDefault(f, Set.of());
    return uses.size() == 1 && uses.contains(use);
  }

  /// Whether a document or a script names this use where it starts the program, among others
  /// perhaps.
  boolean names(CodeFile f, Use use) {
    return named.getOrDefault(f, Set.of()).contains(use);
  }

  /// Whether a document starts this program in a mode that runs the model: `main.py --mode sample`.
  boolean runs(CodeFile f) {
    return modes.contains(f);
  }

  /// Whether a document starts this program in a mode that tests the model: `main.py --mode test`.
  boolean tests(CodeFile f) {
    return tested.contains(f);
  }

  private static final Pattern TEST_MODE =
      Pattern.compile("(?<![\\w-])-{1,2}((mode|phase)[= ]['\"]?test|test)(?![\\w-])");

  /// Options that are a mode of their own, and values of those that name one.
  private static final Pattern MODE =
      Pattern.compile(
          "(?<![\\w-])-{1,2}(do[_-]?)?"
              + "(sample|predict|infer|inference|generate|synthesi[sz]e|translate|forecast)"
              + "(?=$|[\\s=])(?!=?\\s*(false|0))"
              + "|(?<![\\w-])-{0,2}(mode|task|phase|action|run_mode|job)[= ]['\"]?"
              + "(sample|sampling|predict|prediction|infer|inference|generate|generation"
              + "|synthesis|demo|translate|forecast|test_single)(?![\\w-])",
          Pattern.CASE_INSENSITIVE);

  private void read(CodeFile document, List<Started> lines) {
    String folder = parent(document.file().path());
    for (Started line : lines) {
      for (CodeFile program : programs(line.text(), folder)) {
        Use command = COMMANDS.get(command(line.text(), program.file().name()));
        if (command != null) {
          add(named, program, Set.of(command));
        }
        if (MODE.matcher(line.text()).find()) {
          modes.add(program);
        }
        if (TEST_MODE.matcher(line.text()).find()) {
          tested.add(program);
        }
        Use use = use(line);
        if (use != null && !(use == Use.DATA && measures(line))) {
          add(shown, program, Set.of(use));
        }
        if (starts(line)) {
          line.headings().reversed().stream()
              .filter(h -> !h.isEmpty())
              .limit(2)
              .map(Use::of)
              .filter(uses -> !(uses.contains(Use.DATA) && measures(line)))
              .forEach(uses -> add(named, program, uses));
        }
      }
    }
  }

  /// Data that is prepared below a heading of evaluation is what the model is measured on.
  private static boolean measures(Started line) {
    return line.headings().stream().anyMatch(h -> Use.of(h).equals(Set.of(Use.EVALUATION)));
  }

  private static void add(Map<CodeFile, Set<Use>> known, CodeFile program, Set<Use> uses) {
    known.computeIfAbsent(program, p -> EnumSet.noneOf(Use.class)).addAll(uses);
  }

  /// The one use that stands nearest before the line.
  private static @Nullable Use use(Started line) {
    for (String text : List.of(line.comment(), line.prose())) {
      Set<Use> uses = Use.of(text);
      if (uses.size() == 1) {
        return uses.iterator().next();
      }
    }
    for (String heading : line.headings().reversed()) {
      Set<Use> uses = Use.of(heading);
      if (!uses.isEmpty()) {
        return uses.size() == 1 ? uses.iterator().next() : null;
      }
    }
    return null;
  }

  private static boolean starts(Started line) {
    String text = line.text();
    for (String word : text.split("[\\s`$]+")) {
      if (word.startsWith("./") || Started.LAUNCHERS.contains(word.toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return line.fenced();
  }

  /// The word behind a program's name in a line.
  private static String command(String line, String program) {
    int at = line.indexOf(program);
    int from = at < 0 ? line.length() : at + program.length();
    while (from < line.length() && line.charAt(from) == ' ') {
      from++;
    }
    int to = from;
    while (to < line.length()
        && (Character.isLetter(line.charAt(to)) || "_-".indexOf(line.charAt(to)) >= 0)) {
      to++;
    }
    boolean word = to == line.length() || " `\\".indexOf(line.charAt(to)) >= 0;
    return word ? line.substring(from, to).toLowerCase(Locale.ROOT).replace('-', '_') : "";
  }

  /// The programs of the release that a line names.
  Set<CodeFile> programs(String line, String folder) {
    if (!mayName(line)) {
      return new LinkedHashSet<>();
    }
    Set<CodeFile> found = new LinkedHashSet<>();
    var tokens = new StringTokenizer(line, " \t()[]`\"'<>=,;{}|");
    boolean module = false;
    while (tokens.hasMoreTokens()) {
      String token = tokens.nextToken();
      String path = module ? token.replace('.', '/') + ".py" : token;
      CodeFile program = resolve(path, folder);
      if (program == null && module) {
        program = resolve(token.replace('.', '/') + "/__main__.py", folder);
      }
      module = token.equals("-m");
      if (program != null) {
        found.add(program);
      }
    }
    return found;
  }

  /// Whether a line has what may be an ending, or names a module. Most lines of prose have neither.
  private static boolean mayName(String line) {
    for (int dot = line.indexOf('.'); dot >= 0; dot = line.indexOf('.', dot + 1)) {
      if (dot + 1 < line.length() && Character.isLetter(line.charAt(dot + 1))) {
        return true;
      }
    }
    return line.contains("-m");
  }

  /// The file that a name in a folder means: the one there, else the one below the root, else the
  /// only one whose path ends so.
  private @Nullable CodeFile resolve(String path, String folder) {
    int dot = path.lastIndexOf('.');
    if (dot <= 0
        || path.contains("://")
        || !ENDINGS.contains(path.substring(dot).toLowerCase(Locale.ROOT))) {
      return null;
    }
    // `${HERE}/tools/pack.py`: where a variable points is not known.
    int variable = Math.max(path.lastIndexOf('}'), path.lastIndexOf('$'));
    String p = variable < 0 ? path : path.substring(path.indexOf('/', variable) + 1);
    while (p.startsWith("./") || p.startsWith("/")) {
      p = p.substring(p.indexOf('/') + 1);
    }
    String from = folder;
    while (p.startsWith("../")) {
      p = p.substring(3);
      from = parent(from);
    }
    String beside = from.isEmpty() ? p : from + "/" + p;
    CodeFile only = null;
    CodeFile top = null;
    int same = 0;
    for (CodeFile f : byName.getOrDefault(p.substring(p.lastIndexOf('/') + 1), List.of())) {
      if (f.file().path().equals(beside)) {
        return f;
      }
      top = f.file().path().equals(p) ? f : top;
      if (f.file().path().endsWith("/" + p)) {
        only = f;
        same++;
      }
    }
    return top != null ? top : same == 1 ? only : null;
  }

  private static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }
}
