package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.frameworks.Signal;
import dev.assay.code.outline.Language;
import dev.assay.code.roles.Learner;
import dev.assay.code.roles.Loops;
import dev.assay.code.roles.Purpose;
import dev.assay.code.roles.Zone;
import dev.assay.code.roles.Zones;
import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.Note;
import dev.assay.model.ProofLevel;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Training from scratch and fine-tuning: loops by purpose, entry points, delegation to a
/// framework.
final class TrainingJudge {
  private static final List<String> SEARCHED =
      List.of(
          "Python sources and notebooks for training loops and framework trainers",
          "shell scripts and configurations for launches of an external trainer",
          "C, C++, CUDA, Java, Rust, Julia, R, Go, Swift and Lua sources for gradient and update"
              + " steps",
          "documents for links and promises");

  /// Words of a submodule's path that may hold a trainer.
  private static final List<String> TRAINERS =
      List.of("train", "megatron", "neox", "fairseq", "nanotron", "deepspeed", "lit-gpt", "litgpt");

  private final Tree tree;
  private final Networks networks;
  private final Starts starts;
  private final Copies copies;
  private final TrainingLoops loops;
  private final Launches launches;
  private final TrainersInOrder order;

  TrainingJudge(
      Tree tree,
      Networks networks,
      Starts starts,
      Copies copies,
      List<RecipeCommands.Given> recipes) {
    this.tree = tree;
    this.networks = networks;
    this.starts = starts;
    this.copies = copies;
    loops = new TrainingLoops(tree, starts, copies);
    order = new TrainersInOrder(tree, starts);
    launches = new Launches(tree, recipes);
    if (of(Purpose.SCRATCH).isEmpty() && launches.isEmpty()) {
      loops.fitted();
    }
    if (loops.none() && launches.isEmpty() && of(Purpose.UNSTARTED).isEmpty()) {
      loops.notebooks();
    }
    if (of(Purpose.SCRATCH).isEmpty() && launches.isEmpty()) {
      loops.notebooksBegin();
    }
    // Beside loops that nobody starts stand the programs of the same packages.
    if (loops.none() && launches.isEmpty() && of(Purpose.UNSTARTED).isEmpty()) {
      launches.handedOver();
    }
  }

  private List<CodeFile> of(Purpose purpose) {
    return loops.of(purpose);
  }

  Finding scratch() {
    List<CodeFile> files = of(Purpose.SCRATCH);
    List<Note> notes = setAside(Purpose.TUNING);
    if (!files.isEmpty() && promised(files)) {
      return Findings.elsewhere(tree, Component.TRAINING_CODE, SEARCHED, notes, TRAINERS);
    }
    if (!files.isEmpty()) {
      List<CodeFile> entries = entries();
      Set<Qualifier> qualifiers = EnumSet.noneOf(Qualifier.class);
      String summary;
      if (entries.isEmpty()) {
        qualifiers.add(Qualifier.PARTIAL);
        summary =
            "A training loop is here ("
                + name(files.getFirst())
                + "), and no program that starts it.";
      } else {
        summary = "A loop that trains from fresh weights is here, with a program that starts it.";
      }
      LinkedHashSet<Evidence> evidence = new LinkedHashSet<>();
      ranked(files).forEach(f -> evidence.add(f.evidence(Loops.place(f).offset())));
      order.starters(entries, files).stream()
          .limit(2)
          .forEach(f -> evidence.add(f.evidence(f.shape().entry())));
      return consistent(
          Findings.present(
              Component.TRAINING_CODE, qualifiers, summary, new ArrayList<>(evidence), notes),
          files,
          entries);
    }
    List<Launches.Launching> started = launches.that(false);
    if (!started.isEmpty()) {
      return Findings.present(
          Component.TRAINING_CODE,
          EnumSet.of(Qualifier.DELEGATED),
          launcher(started.getFirst())
              + " is here; the loop is that of "
              + program(started.getFirst())
              + ", which is not.",
          Launches.evidence(started),
          notes);
    }
    return Findings.elsewhere(tree, Component.TRAINING_CODE, SEARCHED, notes, TRAINERS);
  }

  /// The training from fresh weights that is handed to a framework, where that is what there is.
  Optional<Finding> delegated() {
    return Optional.of(scratch()).filter(f -> f.qualifiers().contains(Qualifier.DELEGATED));
  }

  private static String launcher(Launches.Launching started) {
    return RecipeCommands.isRecipe(started.file()) ? "A recipe" : "A launch script";
  }

  /// What is started, without the shell's words for the folder before it: "`pwd`/train.py".
  private static String program(Launches.Launching started) {
    String what = started.place().what();
    int end =
        Math.max(what.lastIndexOf('`'), Math.max(what.lastIndexOf(')'), what.lastIndexOf('}')));
    String bare = what.substring(end + 1).replaceFirst("^[./]+", "");
    return bare.isEmpty() ? what : bare;
  }

  /// Whether the README promises the training code, and neither documents nor a script start any of
  /// the loops that are here: those are of what the release was built with.
  private boolean promised(List<CodeFile> files) {
    return tree.mention(Component.TRAINING_CODE)
            .filter(m -> m.state() == State.PROMISED)
            .filter(m -> m.evidence().path().toLowerCase(Locale.ROOT).startsWith("readme"))
            .isPresent()
        && Stream.concat(files.stream(), entries().stream()).noneMatch(starts::starts);
  }

  /// A finding is proved further when what trains imports a network that is defined here.
  private Finding consistent(Finding finding, List<CodeFile> loops, List<CodeFile> entries) {
    List<CodeFile> users = new ArrayList<>(ranked(loops));
    users.addAll(entries);
    Finding found =
        networks
            .agreement(users)
            .map(note -> finding.withNote(note).withLevel(ProofLevel.CONSISTENT))
            .orElse(finding);
    return Sizes.agreement(tree)
        .map(note ->
            note.kind() == Note.Kind.AGREES
                ? found.withNote(note).withLevel(ProofLevel.CONSISTENT)
                : found.withNote(note))
        .orElse(found);
  }

  /// Programs that start the loop.
  private List<CodeFile> entries() {
    List<CodeFile> direct = loops.entries();
    List<CodeFile> shown = direct.isEmpty() ? shown() : direct;
    List<CodeFile> started = shown.isEmpty() ? mains() : shown;
    List<CodeFile> called = started.isEmpty() ? functions() : started;
    List<CodeFile> brought = called.isEmpty() ? bringers() : called;
    return brought.isEmpty() ? scripts() : brought;
  }

  /// A source that no other brings in, that brings in the module with the loop and calls a function
  /// of its own outside of all functions, starts it whatever it is called: who reads the sources of
  /// a lab finds no other beginning there.
  private List<CodeFile> scripts() {
    List<CodeFile> loop = of(Purpose.SCRATCH);
    return tree.code().stream()
        .filter(f -> f.language() == Language.PYTHON && Loops.free(f))
        .filter(f -> !f.inDocument() && !f.notebook() && !f.measure().entry())
        .filter(f -> !f.in(Zone.FINE_TUNING) && !f.in(Zone.INFERENCE) && !f.has(Signal.GENERATE))
        .filter(f -> tree.modules().of(f).stream().anyMatch(loop::contains))
        .filter(f -> tree.code().stream().noneMatch(g -> tree.modules().of(g).contains(f)))
        .filter(f -> f.measure().actsAtTop() || FromItsTop.calls(f))
        .toList();
  }

  /// Names of programs that run what the release is about.
  private static final Set<String> RUNS =
      Set.of("main", "run", "experiment", "experiments", "start");

  /// A program that is named for running the whole and brings in the module with the loop starts
  /// it, by whatever name the module's function has.
  private List<CodeFile> bringers() {
    List<CodeFile> loop = of(Purpose.SCRATCH);
    return tree.code().stream()
        .filter(f -> f.language() == Language.PYTHON && f.measure().entry() && Loops.free(f))
        .filter(f -> !f.measure().loads() && !f.has(Signal.GENERATE))
        .filter(f -> RUNS.contains(Zones.firstWord(f.file().name())))
        .filter(f ->
            tree.modules().of(f).stream()
                .anyMatch(m ->
                    loop.contains(m) || tree.modules().of(m).stream().anyMatch(loop::contains)))
        .toList();
  }

  /// The programs that start the loop, the loops, and the modules of the release that they import.
  private Set<CodeFile> programs() {
    Set<CodeFile> all = new LinkedHashSet<>(entries());
    all.addAll(of(Purpose.SCRATCH));
    launches.byPrograms().forEach(l -> all.add(l.file()));
    List.copyOf(all).forEach(f -> all.addAll(tree.modules().of(f)));
    return all;
  }

  /// A function that trains is itself what the users of a library call, and a notebook is run.
  private List<CodeFile> functions() {
    return of(Purpose.SCRATCH).stream()
        .filter(f -> f.learner().act() != null || f.notebook() || atPrompt(f))
        .toList();
  }

  /// Whether a file is a function that its users call at a prompt: those of MATLAB have no main.
  private static boolean atPrompt(CodeFile f) {
    return f.sightings().stream()
        .anyMatch(s -> s.signal() == Signal.LOOP && s.framework().startsWith("MATLAB"));
  }

  /// What the documents start where they speak of training starts the loop, by whatever name it
  /// finds it.
  private List<CodeFile> shown() {
    return tree.code().stream()
        .filter(f -> f.measure().entry() && starts.trains(f))
        .filter(f -> f.language() == Language.PYTHON && Loops.free(f) && !Loops.tunesByName(f))
        .toList();
  }

  /// A compiled program has one main for many commands: it starts what any other file of the
  /// program trains.
  private List<CodeFile> mains() {
    boolean starts =
        tree.code().stream().anyMatch(f -> f.language() == Language.C && f.measure().starts());
    return starts
        ? tree.code().stream()
            .filter(f -> f.language() == Language.C && f.shape().entry() >= 0)
            .filter(f -> !f.in(Zone.EVALUATION) && !f.in(Zone.BENCHMARK) && !f.in(Zone.AUXILIARY))
            .toList()
        : List.of();
  }

  Finding tuning() {
    List<CodeFile> files = of(Purpose.TUNING);
    List<Note> notes = setAside(Purpose.SCRATCH);
    if (!files.isEmpty()) {
      return consistent(
          Findings.present(
              Component.FINE_TUNING_CODE,
              Set.of(),
              "A loop that trains on from given weights is here.",
              Stream.of(
                      copies.start(files).stream(),
                      ranked(files).stream().map(f -> f.evidence(Loops.place(f).offset())),
                      loops.begin().stream().limit(2).map(f -> f.evidence(Signal.PRETRAINED)))
                  .flatMap(e -> e)
                  .distinct()
                  .toList(),
              notes),
          files,
          List.of());
    }
    List<Launches.Launching> launched = launches.that(true);
    if (!launched.isEmpty()) {
      return Findings.present(
          Component.FINE_TUNING_CODE,
          EnumSet.of(Qualifier.DELEGATED),
          launcher(launched.getFirst())
              + " for fine-tuning is here; the loop is that of "
              + program(launched.getFirst())
              + ", which is not.",
          Launches.evidence(launched),
          notes);
    }
    boolean started =
        !entries().isEmpty()
            || tree.code().stream().anyMatch(f -> f.measure().entry() && Loops.tunesByName(f));
    List<CodeFile> scratch = ranked(of(Purpose.SCRATCH));
    List<Launches.Launching> handed = scratch.isEmpty() ? launches.byCode() : List.of();
    List<Evidence> named =
        !scratch.isEmpty() && started || !handed.isEmpty()
            ? NamedTuning.in(tree, programs())
            : List.of();
    if (!named.isEmpty()) {
      List<Evidence> evidence = new ArrayList<>(named);
      scratch.stream().limit(1).forEach(f -> evidence.add(f.evidence(Loops.place(f).offset())));
      evidence.addAll(Launches.evidence(handed));
      return Findings.present(
          Component.FINE_TUNING_CODE,
          handed.isEmpty() ? Set.of() : EnumSet.of(Qualifier.DELEGATED),
          (handed.isEmpty() ? "The training loop" : "A program that trains")
              + " is here, and the release names fine-tuning as a use of it.",
          evidence,
          notes);
    }
    return Findings.elsewhere(
        tree, Component.FINE_TUNING_CODE, SEARCHED, notes, List.of("tun", "sft", "rlhf"));
  }

  /// Whether something here starts a trainer that is not here.
  boolean delegates() {
    return !launches.isEmpty();
  }

  /// Where learners are written by hand that train from nothing; what hands its model to the loop
  /// of a library is none.
  List<Evidence> learners() {
    return ranked(of(Purpose.SCRATCH)).stream()
        .filter(f -> f.learner().act() != null && f.learner().kind() != Learner.Kind.PROGRAM)
        .filter(f -> !f.has(Signal.LOOP) && !handsOn(f))
        .map(f -> f.evidence(Loops.place(f).offset()))
        .toList();
  }

  /// Whether a Python source has what it trains train itself, by a method: the learner is written
  /// out elsewhere.
  private static boolean handsOn(CodeFile f) {
    return f.language() == Language.PYTHON
        && f.shape().classes().isEmpty()
        && f.sightings().stream()
            .anyMatch(s -> s.signal() == Signal.RUN && s.what().endsWith(".train"));
  }

  private List<Note> setAside(Purpose other) {
    List<Note> notes = new ArrayList<>();
    for (Purpose purpose : Purpose.values()) {
      List<CodeFile> files = of(purpose);
      boolean counted = purpose == Purpose.SCRATCH || purpose == Purpose.TUNING;
      if (!files.isEmpty() && (!counted || purpose == other)) {
        notes.add(
            Findings.setAside(
                purpose.title(),
                files,
                files.stream().limit(3).map(f -> f.evidence(Loops.place(f).offset())).toList()));
      }
    }
    return notes;
  }

  private List<CodeFile> ranked(List<CodeFile> files) {
    return order.of(files);
  }

  private static String name(CodeFile f) {
    return f.file().path();
  }
}
