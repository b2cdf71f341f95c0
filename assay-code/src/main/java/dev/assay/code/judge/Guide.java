package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.outline.Language;
import dev.assay.code.roles.Zone;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/// What the release's own documents start its programs for: the words before a command, else the
/// heading above it, name the use. Linear in the length of the documents.
final class Guide {
  /// What a program is shown for.
  enum Use {
    DATA,
    TRAINING,
    TUNING,
    EVALUATION,
    RUNNING
  }

  private static final int LONGEST_LINE = 2_000;
  private static final Set<String> ENDINGS =
      Set.of(".py", ".sh", ".ipynb", ".r", ".jl", ".lua", ".pl", ".js", ".java", ".rs");

  private static final List<String> MAKE =
      List.of(
          "prepar",
          "preprocess",
          "pre-process",
          "collect",
          "generat",
          "creat",
          "build",
          "process",
          "convert",
          "split",
          "filter",
          "clean",
          "extract",
          "tokeniz",
          "tokenis",
          "format",
          "mine",
          "crawl",
          "scrap",
          "translat",
          "construct",
          "binariz",
          "shard",
          "dedup",
          "curat");
  private static final List<String> MADE =
      List.of(
          "data",
          "corpus",
          "corpora",
          "tfrecord",
          "jsonl",
          "instructions",
          "training set",
          "train set",
          "training file",
          "train/validation",
          "dialog",
          "self-chat");
  private static final List<String> DATA =
      List.of(
          "preprocess",
          "pre-process",
          "tokenize the",
          "binarize",
          "deduplicat",
          "data clean",
          "数据处理",
          "预处理",
          "数据准备",
          "数据生成",
          "数据构造",
          "数据清洗",
          "处理数据",
          "生成数据");
  private static final List<String> EVALUATION =
      List.of(
          "evaluat",
          "perplexity",
          "reproduce the result",
          "reproduce our result",
          "reproduce the number",
          "compute the score",
          "compute score",
          "test the trained",
          "test the model",
          "评测",
          "评估",
          "测评");
  private static final List<String> RUNNING =
      List.of(
          "inference",
          "generate text",
          "generate sample",
          "generate image",
          "generate response",
          "to generate",
          "sampling",
          "demo",
          "chat with",
          "interactive",
          "predict",
          "transcrib",
          "run the model",
          "try the model",
          "try out",
          "use the model",
          "use our model",
          "using the model",
          "pretrained model",
          "pre-trained model",
          "quick start",
          "quickstart",
          "embed",
          "推理",
          "对话",
          "快速开始",
          "快速使用");
  private static final List<String> TUNING =
      List.of("fine-tun", "finetun", "fine tun", "instruction tun", "post-train", "微调");

  /// Commands of a program that name a use by themselves.
  private static final Map<String, Use> COMMANDS =
      Map.of(
          "download", Use.DATA,
          "tokenize", Use.DATA,
          "pretokenize", Use.DATA,
          "preprocess", Use.DATA,
          "prepare_data", Use.DATA,
          "evaluate", Use.EVALUATION,
          "eval", Use.EVALUATION);

  private final Map<CodeFile, Set<Use>> commands = new HashMap<>();
  private final Map<CodeFile, Set<Use>> shown = new HashMap<>();
  private final Map<String, CodeFile> byPath = new HashMap<>();
  private final Map<String, List<CodeFile>> byName = new HashMap<>();

  Guide(Tree tree) {
    for (CodeFile f : tree.code()) {
      byPath.put(f.file().path(), f);
      byName.computeIfAbsent(f.file().name(), n -> new ArrayList<>()).add(f);
    }
    for (CodeFile f : tree.all()) {
      if (Language.of(f.file().name()) == Language.MARKDOWN
          && !f.in(Zone.TEST)
          && !f.in(Zone.VENDORED)
          && !Tree.inside(f.file().path(), tree.vendored())) {
        read(f);
      }
    }
  }

  /// Whether a document starts this program for a use, and for no other that was told.
  boolean shows(CodeFile f, Use use) {
    Set<Use> uses = shown.getOrDefault(f, Set.of());
    return uses.size() == 1 && uses.contains(use);
  }

  /// Whether a document gives this program a command that names a use: `python corpus.py download`.
  boolean commands(CodeFile f, Use use) {
    return commands.getOrDefault(f, Set.of()).contains(use);
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

  private void read(CodeFile document) {
    var headings = new Headings();
    String folder = parent(document.file().path());
    String prose = "";
    String comment = "";
    boolean fenced = false;
    for (String line : document.file().text().split("\n", -1)) {
      String bare = line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line;
      bare = bare.strip();
      if (bare.startsWith("```") || bare.startsWith("~~~")) {
        fenced = !fenced;
        comment = "";
      } else if (!fenced && (bare.startsWith("#") || Headings.label(bare))) {
        headings.take(bare);
        prose = "";
      } else if (fenced && bare.startsWith("#")) {
        comment = bare;
      } else if (!bare.isEmpty()) {
        // A sentence that names a program says itself what for.
        prose = fenced ? prose : bare;
        for (CodeFile program : programs(bare, folder)) {
          Use told = COMMANDS.get(command(bare, program.file().name()));
          if (told != null) {
            commands.computeIfAbsent(program, p -> EnumSet.noneOf(Use.class)).add(told);
          }
          Use use = use(comment, prose, headings.above());
          if (use != null) {
            shown.computeIfAbsent(program, p -> EnumSet.noneOf(Use.class)).add(use);
          }
        }
      }
    }
  }

  private static @Nullable Use use(String comment, String prose, List<String> headings) {
    for (String text : List.of(comment, prose)) {
      Set<Use> uses = uses(text);
      if (uses.size() == 1) {
        return uses.iterator().next();
      }
    }
    for (String heading : headings.reversed()) {
      Set<Use> uses = uses(heading);
      if (uses.size() == 1) {
        return uses.iterator().next();
      }
      if (!uses.isEmpty()) {
        return null;
      }
    }
    return null;
  }

  /// The uses that a text names.
  static Set<Use> uses(String text) {
    String t = text.toLowerCase(Locale.ROOT);
    Set<Use> uses = EnumSet.noneOf(Use.class);
    boolean evaluates = any(t, EVALUATION);
    if (evaluates) {
      uses.add(Use.EVALUATION);
    }
    if (any(t, TUNING)) {
      uses.add(Use.TUNING);
    }
    // What is made for an evaluation is no training data.
    if (!evaluates && (any(t, DATA) || any(t, MAKE) && any(t, MADE))) {
      uses.add(Use.DATA);
    }
    String acts =
        t.replace("training data", "")
            .replace("training set", "")
            .replace("training file", "")
            .replace("training corpus", "")
            .replace("trained", "");
    if (acts.contains("train") || acts.contains("训练")) {
      uses.add(Use.TRAINING);
    }
    if (any(t, RUNNING)) {
      uses.add(Use.RUNNING);
    }
    return uses;
  }

  private static boolean any(String text, List<String> words) {
    for (String word : words) {
      if (text.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /// The programs of the release that a line names.
  Set<CodeFile> programs(String line, String folder) {
    Set<CodeFile> found = new LinkedHashSet<>();
    var tokens = new StringTokenizer(line, " \t()[]`\"'<>=,;{}|");
    boolean module = false;
    while (tokens.hasMoreTokens()) {
      String token = tokens.nextToken();
      String path = module ? token.replace('.', '/') + ".py" : token;
      module = token.equals("-m");
      int dot = path.lastIndexOf('.');
      if (dot <= 0
          || path.contains("://")
          || !ENDINGS.contains(path.substring(dot).toLowerCase(Locale.ROOT))) {
        continue;
      }
      CodeFile program = resolve(path, folder);
      if (program != null) {
        found.add(program);
      }
    }
    return found;
  }

  private @Nullable CodeFile resolve(String path, String folder) {
    String p = path;
    while (p.startsWith("./") || p.startsWith("/")) {
      p = p.substring(p.indexOf('/') + 1);
    }
    CodeFile beside = byPath.get(folder.isEmpty() ? p : folder + "/" + p);
    if (beside != null) {
      return beside;
    }
    CodeFile top = byPath.get(p);
    if (top != null) {
      return top;
    }
    String name = p.substring(p.lastIndexOf('/') + 1);
    CodeFile only = null;
    for (CodeFile f : byName.getOrDefault(name, List.of())) {
      if (f.file().path().endsWith("/" + p)) {
        if (only != null) {
          return null;
        }
        only = f;
      }
    }
    return only;
  }

  private static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }
}
