package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.frameworks.Signal;
import dev.assay.code.outline.Language;
import dev.assay.code.roles.Idea;
import dev.assay.code.roles.Loops;
import dev.assay.code.roles.Purpose;
import dev.assay.code.roles.Words;
import dev.assay.code.roles.Zone;
import dev.assay.code.roles.Zones;
import dev.assay.model.Component;
import dev.assay.model.Finding;
import dev.assay.model.LicenceOf;
import dev.assay.model.ProofLevel;
import dev.assay.model.State;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Programs that load the model and run it. A snippet in a document describes; it is no program.
final class InferenceJudge {
  /// How far behind a name the word `function` may stand.
  private static final int DECLARATION = 120;

  private final Tree tree;
  private final Networks networks;
  private final Guide guide;
  private final Modules modules;

  InferenceJudge(Tree tree, Networks networks, Guide guide) {
    this.tree = tree;
    this.networks = networks;
    this.guide = guide;
    this.modules = new Modules(tree.code());
  }

  private int inference(CodeFile f) {
    if (f.in(Zone.DOCS) && !f.notebook()
        || f.in(Zone.AUXILIARY)
        || f.in(Zone.CONVERSION)
        || f.language() == Language.CONFIGURATION
        || f.in(Zone.BENCHMARK)) {
      return 0;
    }
    if (f.language() == Language.SHELL) {
      return f.has(Signal.SERVE) || f.has(Signal.GENERATE) ? 1 : 0;
    }
    if (f.file().name().equals("hubconf.py")) {
      return 2;
    }
    if (!Ranking.program(f)) {
      return 0;
    }
    int score = 0;
    score += f.has(Signal.GENERATE) ? 1 : 0;
    score += f.has(Signal.SERVE) ? 1 : 0;
    score += f.in(Zone.INFERENCE) ? 1 : 0;
    score += f.has(Signal.GENERATE) && f.measure().entry() ? 1 : 0;
    score += f.has(Signal.GENERATE) && f.notebook() && f.measure().learns() ? 1 : 0;
    score += f.kinds(Signal.GENERATE) >= 2 && f.in(Zone.MODEL) ? 1 : 0;
    score += f.notebook() && f.in(Zone.INFERENCE) && f.measure().learns() ? 1 : 0;
    boolean runs =
        Zones.runs(f.file().name())
            && f.measure().entry()
            && (f.measure().learns() || networks.uses(f) || handsOver(f))
            && !f.in(Zone.TRAINING)
            && !f.in(Zone.FINE_TUNING);
    score += runs ? 1 : 0;
    boolean applies = f.measure().applies() && f.measure().entry() && f.measure().learns();
    // Who writes a learner by hand writes beside it how it is applied.
    boolean loop = Loops.purpose(f) != Purpose.NONE && !f.has(Signal.LEARNER);
    boolean other = f.in(Zone.EVALUATION) || loop;
    score += applies && !other && !weightWork(f) ? 2 : 0;
    boolean loaded = f.has(Signal.GENERATE) && f.measure().loads() && !filters(f);
    score += loaded && !other && !weightWork(f) ? 1 : 0;
    score += method(f) ? 1 : 0;
    score += library(f) ? 2 : 0;
    // A program that a document starts to run the model, whatever it is called.
    boolean shown =
        guide.shows(f, Use.RUNNING)
            && f.measure().entry()
            && (f.measure().learns() || networks.uses(f));
    score += shown && !other && !weightWork(f) ? 2 : 0;
    boolean named = INFERENCE.matcher(f.file().name()).find() && f.measure().entry();
    score += named && f.measure().loads() && !loop ? 1 : 0;
    score -= f.in(Zone.EVALUATION) ? named ? 1 : 2 : 0;
    score -= f.in(Zone.DATA) ? 2 : 0;
    score -= loop ? 1 : 0;
    return score >= 2 ? score : 0;
  }

  /// Whether a program brings in a module of the release that loads the weights and runs them.
  private boolean handsOver(CodeFile f) {
    return modules.of(f).stream()
        .anyMatch(m -> m.measure().applies() && Loops.purpose(m) == Purpose.NONE);
  }

  /// A classifier that sorts texts is data work as often as it is a model of the release.
  private static boolean filters(CodeFile f) {
    return f.has(Signal.PREPARE)
        || f.shape().imports().stream().anyMatch(i -> i.name().startsWith("fasttext"));
  }

  private static boolean weightWork(CodeFile f) {
    return Zones.words(f.file().name()).stream().anyMatch(Words.WEIGHT_WORK::contains);
  }

  /// A program that is called so runs the model in whatever folder.
  private static final Pattern INFERENCE = Pattern.compile("(^|_)(inference|infer|predict)[._]");

  /// Functions by which a library says that it runs a model.
  private static final Pattern RUNS =
      Pattern.compile("(predict|classify|detect|analy[sz]e|annotate|recogni|transcribe|infer)\\w*");

  private static final Set<Language> LIBRARIES =
      Set.of(Language.JAVA, Language.RUST, Language.SWIFT, Language.JAVASCRIPT, Language.JULIA);

  /// In Go a package offers a model by functions beside those that define it; in others a function
  /// that runs stands among features, labels and their probabilities.
  private static boolean library(CodeFile f) {
    boolean model =
        f.has(Signal.NETWORK)
            || f.learner().ideas().contains(Idea.PROBABILITY)
            || f.learner().act() != null;
    Set<Idea> ideas = f.learner().ideas();
    boolean weighs =
        ideas.contains(Idea.PROBABILITY)
            && ideas.contains(Idea.FEATURE)
            && ideas.contains(Idea.LABEL);
    boolean runs =
        f.sightings().stream()
            .anyMatch(s -> s.signal() == Signal.GENERATE && RUNS.matcher(s.what()).matches());
    return f.has(Signal.GENERATE)
        && (f.language() == Language.GO && model
            || LIBRARIES.contains(f.language()) && runs && weighs);
  }

  /// In R a package offers a model by the methods of `predict` and its kind.
  private static boolean method(CodeFile f) {
    return f.language() == Language.R
        && f.sightings().stream()
            .anyMatch(s ->
                s.signal() == Signal.GENERATE
                    && f.file()
                        .text()
                        .substring(
                            s.offset(),
                            Math.min(f.file().text().length(), s.offset() + DECLARATION))
                        .matches("(?s)[\\w.]+\\s*(<-|=)\\s*function.*"));
  }

  /// What a document runs with an import of the release's own package runs what stands here; with
  /// imports of others alone it only describes.
  private Optional<CodeFile> own() {
    for (CodeFile snippet : tree.all()) {
      if (!snippet.inDocument()) {
        continue;
      }
      for (CodeFile f : modules.of(snippet)) {
        boolean runs =
            f.measure().applies()
                || f.measure().loads() && (f.has(Signal.GENERATE) || f.measure().networks() > 0);
        if (runs && Loops.purpose(f) == Purpose.NONE && !f.in(Zone.EVALUATION)) {
          return Optional.of(f);
        }
      }
    }
    return Optional.empty();
  }

  Finding inference() {
    List<Ranking.Scored> found =
        Ranking.of(tree.code(), this::inference, Signal.GENERATE, Signal.SERVE);
    if (!found.isEmpty()) {
      return Findings.present(
          Component.INFERENCE_CODE,
          Set.of(),
          "Code that runs the model is here.",
          Ranking.evidence(found),
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
          "Code that runs the model is here; a document shows how it is called.",
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
        tree,
        Component.INFERENCE_CODE,
        List.of("programs that load the model and run it", "documents for snippets and links"),
        List.of(),
        List.of("infer"));
  }
}
