package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.outline.Language;
import dev.assay.code.outline.Outline;
import dev.assay.code.roles.Words;
import dev.assay.code.roles.Zone;
import dev.assay.code.roles.Zones;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What the release's own documents and scripts say that a program is for: the heading below which
/// a document starts it, and the script of data work that starts it. This holds in any language and
/// whatever the program is called.
final class Commands {
  /// How deep a document may lie.
  private static final int DEPTH = 3;

  /// A longer line is no command.
  private static final int LONGEST = 1_000;

  private static final List<String> LAUNCHERS =
      List.of(
          "python", "bash ", "sh ", "torchrun", "accelerate", "julia", "rscript", "node ", "./");

  private static final List<String> MAKES =
      List.of(
          "prepar",
          "process",
          "creat",
          "generat",
          "build",
          "convert",
          "extract",
          "collect",
          "construct",
          "curat",
          "annotat",
          "准备",
          "处理",
          "构建");

  private static final Set<String> MATERIAL =
      Set.of("data", "dataset", "datasets", "corpus", "corpora", "数据", "数据集");

  private static final List<String> MEASURES =
      List.of("evaluat", "benchmark", "评测", "评估", "测评", "評価");

  private static final Set<String> PAPER =
      Set.of("paper", "numbers", "results", "tables", "table", "scores");

  private final Set<CodeFile> data = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<CodeFile> evaluation = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<String, List<CodeFile>> byName = new HashMap<>();

  private Commands() {}

  /// Reads what a tree's documents and scripts start. Linear in their length.
  static Commands of(Tree tree) {
    Commands commands = new Commands();
    for (CodeFile f : tree.code()) {
      commands.byName.computeIfAbsent(f.file().name(), _ -> new ArrayList<>()).add(f);
    }
    for (CodeFile f : tree.all()) {
      String path = f.file().path();
      boolean near = path.chars().filter(c -> c == '/').count() < DEPTH;
      if (f.inDocument() && near && !Tree.inside(path, tree.vendored()) && !f.in(Zone.TEST)) {
        commands.document(f);
      }
    }
    for (CodeFile f : tree.code()) {
      boolean prepares =
          f.language() == Language.SHELL
              && Words.DATA_VERBS.contains(Zones.words(f.file().name()).getFirst())
              && f.in(Zone.DATA)
              && !f.in(Zone.TRAINING);
      for (Outline.Launch l : prepares ? f.shape().launches() : List.<Outline.Launch>of()) {
        commands.data.addAll(commands.named(l.program()));
      }
    }
    return commands;
  }

  /// Whether the file is started to make data.
  boolean makesData(CodeFile f) {
    return data.contains(f);
  }

  /// Whether the file is started to measure the model.
  boolean measures(CodeFile f) {
    return evaluation.contains(f);
  }

  private void document(CodeFile f) {
    var headings = new Headings();
    boolean fenced = false;
    for (String line : f.file().text().split("\n", -1)) {
      String bare = line.strip();
      if (bare.startsWith("```") || bare.startsWith("~~~")) {
        fenced = !fenced;
      } else if (!fenced && bare.startsWith("#")) {
        headings.take(bare.toLowerCase(Locale.ROOT));
      } else if (bare.length() <= LONGEST && launches(bare)) {
        started(bare, headings.above());
      }
    }
  }

  private void started(String line, List<String> headings) {
    int from = Math.max(0, headings.size() - 2);
    List<String> above = headings.subList(from, headings.size());
    boolean measures = above.stream().anyMatch(Commands::saysMeasures);
    boolean makes = !measures && !headings.isEmpty() && saysMakesData(headings.getLast());
    if (!measures && !makes) {
      return;
    }
    String before = "";
    for (String word : line.split("[\\s`'\"=]+")) {
      String program = before.equals("-m") ? word.replace('.', '/') + ".py" : word;
      if (program.indexOf('.') > 0) {
        (measures ? evaluation : data).addAll(named(program));
      }
      before = word;
    }
  }

  private static boolean launches(String line) {
    String lower = line.toLowerCase(Locale.ROOT);
    return LAUNCHERS.stream().anyMatch(lower::contains);
  }

  private static boolean saysMeasures(String heading) {
    boolean again =
        heading.contains("reproduc") && Zones.words(heading).stream().anyMatch(PAPER::contains);
    return again || MEASURES.stream().anyMatch(heading::contains);
  }

  private static boolean saysMakesData(String heading) {
    return MAKES.stream().anyMatch(heading::contains)
        && List.of(heading.split("[^\\p{L}]+")).stream().anyMatch(MATERIAL::contains);
  }

  /// The files here that a command's word may name.
  private List<CodeFile> named(String program) {
    String path = program.startsWith("./") ? program.substring(2) : program;
    String name = path.substring(path.lastIndexOf('/') + 1);
    List<CodeFile> same = byName.getOrDefault(name, List.of());
    List<CodeFile> exact =
        same.stream().filter(f -> ("/" + f.file().path()).endsWith("/" + path)).toList();
    return !exact.isEmpty() ? exact : same.size() == 1 ? same : List.of();
  }
}
