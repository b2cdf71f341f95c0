package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.frameworks.Signal;
import dev.assay.code.outline.Language;
import dev.assay.code.outline.Outline;
import dev.assay.code.roles.Loops;
import dev.assay.code.roles.Purpose;
import dev.assay.code.roles.Zone;
import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.Note;
import dev.assay.model.Qualifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToIntFunction;

/// The parts beside training: data work, evaluation, the network, running it, settings, tools. Each
/// has a measure of how strongly a file shows it; a part is present when one file reaches the bar.
final class PartsJudge {
  private final Tree tree;

  /// The names of modules that define the network.
  private final Set<String> networks = new java.util.HashSet<>();

  PartsJudge(Tree tree) {
    this.tree = tree;
    for (CodeFile f : tree.code()) {
      if (f.measure().networks() > 0) {
        networks.add(stem(f));
      }
    }
  }

  private static String stem(CodeFile f) {
    String name = f.file().name();
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  private boolean importsNetwork(CodeFile f) {
    return f.shape().imports().stream()
        .anyMatch(i -> {
          for (String part : i.name().split("\\.")) {
            if (networks.contains(part)) {
              return true;
            }
          }
          return false;
        });
  }

  private record Scored(CodeFile file, int score, Evidence evidence) {}

  private List<Scored> scored(ToIntFunction<CodeFile> measure, Signal... places) {
    List<Scored> found = new ArrayList<>();
    for (CodeFile f : tree.code()) {
      int score = measure.applyAsInt(f);
      if (score > 0) {
        Evidence evidence = f.evidence(f.measure().telling());
        for (Signal s : places) {
          if (f.has(s)) {
            evidence = f.evidence(s);
            break;
          }
        }
        found.add(new Scored(f, score, evidence));
      }
    }
    found.sort(Comparator.comparingInt((Scored s) -> -s.score()));
    return found;
  }

  private static boolean program(CodeFile f) {
    return (f.language() == Language.PYTHON || f.language().braced()) && f.measure().calls() > 0;
  }

  private static boolean stemIs(CodeFile f, String word) {
    return dev.assay.code.roles.Zones.words(f.file().name()).contains(word);
  }

  // Data work.

  private static int data(CodeFile f) {
    if (!program(f) || f.in(Zone.DOCS) || f.in(Zone.EVALUATION) || f.in(Zone.BENCHMARK)) {
      return 0;
    }
    boolean place = f.in(Zone.DATA);
    boolean script = f.measure().entry() || f.measure().definitions() == 0;
    int score = 0;
    score += f.has(Signal.PREPARE) ? (place ? 3 : 1) : 0;
    score += place && script && f.measure().writes() && !f.in(Zone.INFERENCE) ? 1 : 0;
    score +=
        place && f.measure().entry() && !f.in(Zone.CONVERSION) && !f.in(Zone.INFERENCE) ? 2 : 0;
    score += makes(f) && script ? 3 : 0;
    score += dev.assay.code.roles.Zones.makesData(f.file().path()) ? 3 : 0;
    score -= retrieval(f) ? 3 : 0;
    score -= Loops.isLoop(f) && !place ? 2 : 0;
    return score >= 3 ? score : 0;
  }

  /// A name of a verb and what it makes: `generate_instruction`, `make_data`, `create_tfrecords`.
  private static boolean makes(CodeFile f) {
    List<String> words = dev.assay.code.roles.Zones.words(f.file().name());
    boolean alone = words.size() == 2 && words.getFirst().equals("prepare") && f.in(Zone.DATA);
    return alone || (MAKING.contains(words.getFirst()) && words.stream().anyMatch(MADE::contains));
  }

  /// Indexes that are searched when the model runs are no training data.
  private static boolean retrieval(CodeFile f) {
    return dev.assay.code.roles.Zones.words(f.file().path()).stream()
        .anyMatch(
            w -> w.equals("rag") || w.equals("retrieval") || w.equals("bm25") || w.equals("faiss"));
  }

  private static final Set<String> MAKING =
      Set.of(
          "generate",
          "make",
          "create",
          "build",
          "prepare",
          "process",
          "preprocess",
          "clean",
          "filter",
          "tokenize",
          "tokenise",
          "convert",
          "gen",
          "extract",
          "split",
          "mix",
          "pack",
          "dump");

  private static final Set<String> MADE =
      Set.of(
          "data",
          "dataset",
          "datasets",
          "instruction",
          "instructions",
          "corpus",
          "corpora",
          "tfrecords",
          "tfrecord",
          "shards",
          "wikipedia",
          "prompts",
          "conversations",
          "questions",
          "text",
          "features");

  /// Where nothing trains, functions that clean or filter are inputs of inference as often as not:
  /// a tool made for training data must be used.
  private static boolean tool(CodeFile f) {
    return f.sightings().stream()
        .anyMatch(s ->
            s.signal() == Signal.PREPARE
                && (s.what().contains(".") || !f.file().text().startsWith("def", s.offset())));
  }

  Finding dataProcessing() {
    List<Scored> found = scored(PartsJudge::data, Signal.PREPARE);
    boolean trains = tree.code().stream().anyMatch(Loops::isLoop);
    if (!trains && found.size() < 5) {
      found.removeIf(
          s -> !tool(s.file()) && !dev.assay.code.roles.Zones.makesData(s.file().file().path()));
    }
    if (!found.isEmpty()) {
      return Findings.present(
          Component.DATA_PROCESSING_CODE,
          Set.of(),
          "Code that makes training data is here.",
          found.stream().map(Scored::evidence).toList(),
          List.of());
    }
    return Findings.elsewhere(
        tree,
        Component.DATA_PROCESSING_CODE,
        List.of(
            "sources in data, preprocessing and preparation folders",
            "data tools that are imported or started",
            "documents for links"),
        List.of(),
        "data");
  }

  // Evaluation.

  private static int evaluation(CodeFile f) {
    if (f.in(Zone.DOCS) || (f.in(Zone.AUXILIARY) && !f.in(Zone.EVALUATION))) {
      return 0;
    }
    if (f.language() == Language.SHELL) {
      return f.has(Signal.EVALUATE) ? 2 : 0;
    }
    if (!program(f)) {
      return 0;
    }
    int score = 0;
    score += f.in(Zone.EVALUATION) ? 2 : 0;
    score += f.has(Signal.EVALUATE) ? 1 : 0;
    score += f.in(Zone.EVALUATION) && f.measure().entry() ? 1 : 0;
    score += f.has(Signal.EVALUATE) && f.notebook() ? 1 : 0;
    boolean harness =
        f.first(Signal.EVALUATE)
            .filter(x -> f.code().startsWith("import", x.offset()) || x.what().contains("."))
            .isPresent();
    score += harness && f.measure().entry() && !f.in(Zone.DATA) && !Loops.isLoop(f) ? 1 : 0;
    score -= f.in(Zone.DATA) && !f.measure().entry() && !harness ? 2 : 0;
    boolean benchmark = f.in(Zone.BENCHMARK) && !f.measure().timed() && !speed(f);
    score += benchmark && f.measure().entry() ? 2 : 0;
    return score >= 2 ? score : 0;
  }

  private static final Set<String> SPEED =
      Set.of(
          "speed",
          "latency",
          "throughput",
          "perf",
          "performance",
          "profile",
          "profiling",
          "memory",
          "fps",
          "efficiency",
          "time",
          "timing",
          "kernel",
          "kernels",
          "flops",
          "bandwidth",
          "comm");

  private static boolean speed(CodeFile f) {
    return dev.assay.code.roles.Zones.words(f.file().path()).stream().anyMatch(SPEED::contains);
  }

  /// Settings named for evaluation, which a training program of the release reads.
  private List<Evidence> settings() {
    boolean trains = tree.code().stream().anyMatch(f -> Loops.purpose(f) == Purpose.SCRATCH);
    if (!trains) {
      return List.of();
    }
    return tree.code().stream()
        .filter(
            f -> dev.assay.code.roles.Zones.words(f.file().name()).getFirst().startsWith("eval"))
        .filter(f -> f.language() == Language.CONFIGURATION || f.measure().calls() == 0)
        .filter(f -> f.language() != Language.SHELL)
        .map(f -> f.evidence(0))
        .toList();
  }

  Finding evaluation() {
    List<Scored> found = scored(PartsJudge::evaluation, Signal.EVALUATE);
    List<Evidence> settings = settings();
    if (found.isEmpty() && !settings.isEmpty()) {
      return Findings.present(
          Component.EVALUATION_CODE,
          Set.of(),
          "Settings for evaluation are here; the training program carries it out.",
          settings,
          List.of());
    }
    if (!found.isEmpty()) {
      return Findings.present(
          Component.EVALUATION_CODE,
          Set.of(),
          "Code that measures the model is here.",
          found.stream().map(Scored::evidence).toList(),
          List.of());
    }
    return Findings.elsewhere(
        tree,
        Component.EVALUATION_CODE,
        List.of(
            "sources named or placed for evaluation",
            "evaluation harnesses that are imported or started",
            "documents for links"),
        List.of(),
        "eval");
  }

  // Architecture.

  private static int network(CodeFile f) {
    if (f.in(Zone.AUXILIARY) || f.in(Zone.DOCS) || f.file().path().contains("-convert/")) {
      return 0;
    }
    int n = f.measure().networks();
    if (f.in(Zone.FINE_TUNING) && n < 3) {
      return 0;
    }
    if (f.language() == Language.PYTHON) {
      int layers = f.count(Signal.LAYER);
      if (n == 0 && layers >= 4) {
        return f.in(Zone.MODEL) ? 3 : 1;
      }
      return n == 0 ? 0 : n + (f.in(Zone.MODEL) ? 2 : 0);
    }
    return f.has(Signal.NETWORK) && f.in(Zone.MODEL) ? 1 : 0;
  }

  Finding architecture() {
    List<Scored> found = scored(PartsJudge::network, Signal.NETWORK, Signal.LAYER);
    int total = found.stream().mapToInt(Scored::score).sum();
    if (total >= 3) {
      return Findings.present(
          Component.ARCHITECTURE,
          Set.of(),
          "Code that defines the network is here.",
          found.stream().map(Scored::evidence).toList(),
          List.of());
    }
    List<Evidence> configs = configurations();
    if (!configs.isEmpty()) {
      return Findings.present(
          Component.ARCHITECTURE,
          EnumSet.of(Qualifier.PARTIAL),
          "A configuration names the architecture; the code that defines it is not in what was inspected.",
          configs,
          List.of());
    }
    return Findings.elsewhere(
        tree,
        Component.ARCHITECTURE,
        List.of(
            "classes that are networks and make layers",
            "configurations that name an architecture",
            "documents for links"),
        List.of(),
        "");
  }

  private List<Evidence> configurations() {
    List<Evidence> found = new ArrayList<>();
    for (CodeFile f : tree.code()) {
      if (f.language() != Language.CONFIGURATION) {
        continue;
      }
      for (Outline.Named n : f.shape().names()) {
        if (n.name().equals("architectures") && !n.value().isEmpty()) {
          found.add(f.evidence(n.offset()));
          break;
        }
      }
    }
    return found;
  }

  // Inference.

  private int inference(CodeFile f) {
    if (f.in(Zone.DOCS)
        || f.in(Zone.AUXILIARY)
        || f.in(Zone.CONVERSION)
        || f.language() == Language.CONFIGURATION
        || f.in(Zone.BENCHMARK)) {
      return 0;
    }
    if (f.language() == Language.SHELL) {
      return f.has(Signal.SERVE) || f.has(Signal.GENERATE) ? 1 : 0;
    }
    if (!program(f)) {
      return 0;
    }
    int score = 0;
    score += f.has(Signal.GENERATE) ? 1 : 0;
    score += f.has(Signal.SERVE) ? 1 : 0;
    score += f.in(Zone.INFERENCE) ? 1 : 0;
    score += f.has(Signal.GENERATE) && f.measure().entry() ? 1 : 0;
    score += f.has(Signal.GENERATE) && f.in(Zone.MODEL) ? 1 : 0;
    score += f.file().name().equals("hubconf.py") ? 2 : 0;
    boolean runs =
        dev.assay.code.roles.Zones.runs(f.file().name())
            && f.measure().entry()
            && (f.measure().learns() || importsNetwork(f))
            && !f.in(Zone.TRAINING)
            && !f.in(Zone.FINE_TUNING);
    score += runs ? 1 : 0;
    score -= f.in(Zone.EVALUATION) ? 1 : 0;
    score -= f.in(Zone.DATA) ? 2 : 0;
    score -= Loops.purpose(f) != Purpose.NONE ? 1 : 0;
    return score >= 2 ? score : 0;
  }

  Finding inference() {
    List<Scored> found = scored(this::inference, Signal.GENERATE, Signal.SERVE);
    if (!found.isEmpty()) {
      return Findings.present(
          Component.INFERENCE_CODE,
          Set.of(),
          "Code that runs the model is here.",
          found.stream().map(Scored::evidence).toList(),
          List.of());
    }
    List<CodeFile> snippets =
        tree.all().stream()
            .filter(f ->
                f.inDocument()
                    && (f.has(Signal.GENERATE) || f.has(Signal.PRETRAINED) || f.has(Signal.SERVE)))
            .toList();
    if (!snippets.isEmpty() && tree.mention(Component.INFERENCE_CODE).isEmpty()) {
      CodeFile f = snippets.getFirst();
      return new Finding(
          Component.INFERENCE_CODE,
          dev.assay.model.State.DESCRIBED,
          Set.of(),
          dev.assay.model.ProofLevel.CLAIMED,
          "A document shows how to run the model; there is no program for it.",
          dev.assay.model.LicenceOf.NONE,
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
        "infer");
  }

  // Settings of a training run.

  Finding configuration() {
    List<Evidence> found = new ArrayList<>();
    for (CodeFile f : tree.code()) {
      boolean other = dev.assay.code.roles.Zones.words(f.file().name()).contains("inference");
      if (f.in(Zone.EVALUATION) || f.in(Zone.DOCS) || f.in(Zone.TOKENIZER) || other) {
        continue;
      }
      if (f.language() != Language.CONFIGURATION && f.language() != Language.SHELL) {
        continue;
      }
      int rate = -1;
      boolean batch = false;
      for (Outline.Named n : f.shape().names()) {
        String name = n.name().toLowerCase(Locale.ROOT).replace('-', '_');
        String last = name.substring(name.lastIndexOf('.') + 1);
        if (rate < 0
            && (last.equals("lr")
                || last.contains("learning_rate")
                || last.equals("lr0")
                || last.equals("max_lr")
                || last.equals("base_lr"))) {
          rate = Math.max(n.offset(), f.code().indexOf(n.name(), n.offset()));
        }
        batch |=
            last.contains("batch")
                || last.contains("max_steps")
                || last.contains("epochs")
                || last.contains("train_iters")
                || last.contains("max_duration")
                || last.contains("weight_decay");
      }
      if (rate >= 0 && batch) {
        found.add(f.evidence(rate));
      }
    }
    if (!found.isEmpty()) {
      return Findings.present(
          Component.TRAINING_CONFIGURATION,
          Set.of(),
          "Settings of training runs are here, in " + Findings.files(found.size()) + ".",
          found,
          List.of());
    }
    return Findings.elsewhere(
        tree,
        Component.TRAINING_CONFIGURATION,
        List.of(
            "configurations and launch scripts with a learning rate and a batch size or length of run"),
        List.of(),
        "");
  }

  // Tools beside the model.

  Finding tools() {
    List<Evidence> found = new ArrayList<>();
    for (CodeFile f : tree.code()) {
      if (f.language() == Language.CONFIGURATION || !program(f)) {
        continue;
      }
      if (f.in(Zone.CONVERSION) || f.in(Zone.TOKENIZER) || f.has(Signal.TOKENIZER)) {
        found.add(
            f.has(Signal.TOKENIZER)
                ? f.evidence(Signal.TOKENIZER)
                : f.evidence(f.measure().telling()));
      }
    }
    if (!found.isEmpty()) {
      return Findings.present(
          Component.SUPPORTING_TOOLS,
          Set.of(),
          "Tools beside the model are here: conversion of checkpoints, tokenizers.",
          found,
          List.<Note>of());
    }
    return Findings.elsewhere(
        tree,
        Component.SUPPORTING_TOOLS,
        List.of("converters, exporters and tokenizer code"),
        List.of(),
        "");
  }
}
