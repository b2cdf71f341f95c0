package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.frameworks.Signal;
import dev.assay.code.outline.Language;
import dev.assay.code.roles.Loops;
import dev.assay.code.roles.Purpose;
import dev.assay.code.roles.Words;
import dev.assay.code.roles.Zone;
import dev.assay.code.roles.Zones;
import dev.assay.io.FileNames;
import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.LicenceOf;
import dev.assay.model.Order;
import dev.assay.model.ProofLevel;
import dev.assay.model.State;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Programs that load the model and run it. A snippet in a document describes; it is no program.
final class InferenceJudge {
  private static final List<String> SEARCHED =
      List.of(
          "programs that load the model and run it",
          "programs that read like it by their words",
          "documents for snippets and links");

  private final Tree tree;
  private final Modules modules;
  private final Running running;
  private final Guide guide;
  private final Networks networks;

  InferenceJudge(Tree tree, Networks networks, Guide guide) {
    this.tree = tree;
    this.guide = guide;
    this.networks = networks;
    this.modules = tree.modules();
    this.running = new Running(networks, guide, modules, taught());
  }

  /// The folders of packages in Go that hold what trains.
  private Set<String> taught() {
    return tree.code().stream()
        .filter(f -> f.language() == Language.GO && Loops.isLoop(f))
        .map(CodeFile::folder)
        .collect(Collectors.toSet());
  }

  /// Whether a notebook neither trains, measures nor makes data: it shows how things are used.
  private static boolean shows(CodeFile f) {
    return f.notebook()
        && Loops.purpose(f) == Purpose.NONE
        && !f.in(Zone.EVALUATION)
        && !f.in(Zone.DATA)
        && !f.in(Zone.TEST);
  }

  /// What a document or a notebook runs with an import of the release's own package runs what
  /// stands here; with imports of others alone it only describes.
  private Optional<CodeFile> own() {
    for (CodeFile snippet : tree.all()) {
      if (!snippet.inDocument() && !shows(snippet)) {
        continue;
      }
      for (CodeFile f : modules.of(snippet)) {
        boolean network = f.measure().networks() > 0;
        boolean part = network || f.measure().loads() || f.has(Signal.GENERATE);
        boolean loads = f.measure().loads() || snippet.measure().loads();
        boolean generates = f.has(Signal.GENERATE) || snippet.has(Signal.GENERATE);
        boolean runs =
            f.measure().applies()
                || part && loads && (generates || network || f.measure().loads() && calls(f))
                || f.has(Signal.GENERATE) && snippet.has(Signal.GENERATE)
                // A module that is named for it, called with weights that the caller has loaded.
                || f.in(Zone.INFERENCE) && f.measure().learns() && snippet.measure().loads();
        if (runs && Loops.purpose(f) == Purpose.NONE && !f.in(Zone.EVALUATION)) {
          return Optional.of(f);
        }
      }
    }
    return Optional.empty();
  }

  private static final Pattern CALLS = Pattern.compile("\\bself\\.(?:model|net|network)\\((?!\\))");

  /// Whether a class calls the network that it holds.
  private static boolean calls(CodeFile f) {
    return f.language() == Language.PYTHON && CALLS.matcher(f.code()).find();
  }

  /// The code, and what is called a test and runs the model.
  private List<CodeFile> programs() {
    List<CodeFile> tests =
        tree.all().stream()
            .filter(f -> f.in(Zone.TEST) && !f.in(Zone.VENDORED) && !f.inDocument())
            .filter(f -> !Tree.inside(f.file().path(), tree.vendored()))
            .filter(running::putsOut)
            .toList();
    return Stream.concat(tree.code().stream(), tests.stream()).toList();
  }

  /// What a reader would open first: a program that is named for running the model, before other
  /// programs and these before modules; of them the one with the most signs, nearest to the root.
  private static final Comparator<Ranking.Scored> FIRST =
      Order.both(
          Order.by(s -> aside(s.file())),
          Order.both(
              Order.by(s -> -s.score()), Order.by(s -> FileNames.depth(s.file().file().path()))));

  /// Words of what only tries the program out.
  private static final Set<String> TRIALS = Set.of("test", "loadtest", "dummy", "mock", "fake");

  private static int aside(CodeFile f) {
    // What serves a page starts at its top, whatever functions stand before that.
    boolean program =
        f.measure().entry() || f.notebook() || Ranking.whole(f) || f.has(Signal.SERVE);
    boolean runs = Zones.runs(f.file().name()) && !f.file().name().equals("hubconf.py");
    int aside = !program ? 2 : runs ? 0 : 1;
    boolean trial =
        Zones.words(f.file().path()).stream()
            .anyMatch(w -> TRIALS.contains(w) || Words.SPEED.contains(w));
    // What trains also runs, what prepares data runs a part of the model over it, and what draws
    // pictures of a network's inside runs it to look at it.
    boolean other =
        Loops.trainName(f)
            || f.in(Zone.FINE_TUNING)
            || f.in(Zone.TRAINING)
            || f.in(Zone.DATA)
            || f.file().name().startsWith("visuali");
    return aside + (other ? 2 : 0) + (trial ? 3 : 0);
  }

  private static final int MOST_ALONE = 3;

  Finding inference() {
    List<Ranking.Scored> found =
        Ranking.of(programs(), running::score, Signal.GENERATE, Signal.SERVE);
    if (!found.isEmpty()) {
      return Findings.present(
          Component.INFERENCE_CODE,
          Set.of(),
          "Code that runs the model is here.",
          found.stream().sorted(FIRST).map(Ranking.Scored::evidence).toList(),
          List.of());
    }
    List<CodeFile> alone =
        tree.all().stream()
            .filter(f -> !Tree.inside(f.file().path(), tree.vendored()))
            .filter(RunsAlone::is)
            .limit(MOST_ALONE)
            .toList();
    if (!alone.isEmpty()) {
      return Findings.present(
          Component.INFERENCE_CODE,
          Set.of(),
          "Code that runs the model is here.",
          alone.stream().map(f -> f.evidence(f.measure().telling())).toList(),
          List.of());
    }
    List<Evidence> kept = KeptOutputs.in(tree, guide);
    if (!kept.isEmpty()) {
      return Findings.present(
          Component.INFERENCE_CODE,
          Set.of(),
          "Code that runs the model is here: a command tests it and keeps what comes out.",
          kept,
          List.of());
    }
    List<Evidence> modes = Modes.in(tree, networks);
    if (!modes.isEmpty()) {
      return Findings.present(
          Component.INFERENCE_CODE,
          Set.of(),
          "Code that runs the model is here: a program has a mode for it.",
          modes,
          List.of());
    }
    List<CodeFile> snippets =
        tree.all().stream()
            .filter(f ->
                f.inDocument()
                    && (f.has(Signal.GENERATE) || f.has(Signal.PRETRAINED) || f.has(Signal.SERVE)))
            .toList();
    Optional<CodeFile> own = own();
    if (own.isPresent()) {
      CodeFile f = own.get();
      return Findings.present(
          Component.INFERENCE_CODE,
          Set.of(),
          "Code that runs the model is here; a document or notebook shows how it is called.",
          List.of(
              f.evidence(
                  f.has(Signal.GENERATE)
                      ? Signal.GENERATE
                      : f.has(Signal.PRETRAINED) ? Signal.PRETRAINED : Signal.NETWORK)),
          List.of());
    }
    if (!snippets.isEmpty() && tree.mention(Component.INFERENCE_CODE).isEmpty()) {
      CodeFile f = snippets.getFirst();
      return new Finding(
          Component.INFERENCE_CODE,
          State.DESCRIBED,
          Set.of(),
          ProofLevel.CLAIMED,
          "A document shows how to run the model; there is no program for it.",
          LicenceOf.NONE,
          List.of(
              f.evidence(
                  f.has(Signal.GENERATE)
                      ? Signal.GENERATE
                      : f.has(Signal.PRETRAINED) ? Signal.PRETRAINED : Signal.SERVE)),
          List.of(),
          List.of());
    }
    return Findings.elsewhere(
        tree, Component.INFERENCE_CODE, SEARCHED, List.of(), List.of("infer"));
  }
}
