package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.frameworks.Sighting;
import dev.assay.code.frameworks.Signal;
import dev.assay.code.outline.Language;
import dev.assay.code.outline.Outline;
import dev.assay.code.roles.Idea;
import dev.assay.code.roles.Loops;
import dev.assay.code.roles.Purpose;
import dev.assay.code.roles.Words;
import dev.assay.code.roles.Zone;
import dev.assay.code.roles.Zones;
import dev.assay.io.FileEntry;
import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.Note;
import dev.assay.model.ProofLevel;
import dev.assay.model.Qualifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Training from scratch and fine-tuning: loops by purpose, entry points, delegation to a
/// framework.
final class TrainingJudge {
  private static final List<String> SEARCHED =
      List.of(
          "Python sources and notebooks for training loops and framework trainers",
          "shell scripts and configurations for launches of an external trainer",
          "C, C++, CUDA, Java, Rust, Julia, R, Go, Swift and Lua sources for gradient and update steps",
          "documents for links and promises");

  /// Words of a submodule's path that may hold a trainer.
  private static final List<String> TRAINERS =
      List.of("train", "megatron", "neox", "fairseq", "nanotron", "deepspeed", "lit-gpt", "litgpt");

  /// Parts of the names by which a whole language model is loaded, and no encoder in front of a
  /// network of the release's own.
  private static final List<String> WHOLE =
      List.of(
          "ForCausalLM",
          "ForConditionalGeneration",
          "LMHead",
          "Seq2SeqLM",
          "model_c",
          "ForTokenClassification",
          "ForSequenceClassification",
          "ForQuestionAnswering");

  private final Tree tree;
  private final Networks networks;
  private final Map<Purpose, List<CodeFile>> loops = new EnumMap<>(Purpose.class);
  private final List<Launching> launches = new ArrayList<>();

  private record Launching(CodeFile file, Sighting place, boolean tuning) {}

  TrainingJudge(Tree tree, Networks networks) {
    this.tree = tree;
    this.networks = networks;
    for (CodeFile f : tree.all()) {
      Purpose purpose = Loops.purpose(f);
      if (purpose != Purpose.NONE && Tree.inside(f.file().path(), tree.vendored())) {
        purpose = Purpose.VENDORED;
      }
      if (purpose != Purpose.NONE) {
        loops.computeIfAbsent(purpose, p -> new ArrayList<>()).add(f);
      }
    }
    learnersAmong();
    subclassesFollow();
    partsFollow();
    libraryFollows();
    splitLoops();
    wrappedModels();
    documentsSay();
    modulesLoad();
    delegations();
    fitted();
    handedOver();
  }

  private List<CodeFile> of(Purpose purpose) {
    return loops.getOrDefault(purpose, List.of());
  }

  /// A function that is named for training may leave counts and updates to the files beside it.
  private void learnersAmong() {
    Map<String, Set<Idea>> ideas = new HashMap<>();
    for (CodeFile f : tree.code()) {
      ideas.computeIfAbsent(folder(f), k -> EnumSet.noneOf(Idea.class)).addAll(f.learner().ideas());
    }
    for (CodeFile f : tree.code()) {
      boolean plain =
          !f.has(Signal.LEARNER)
              && f.language() != Language.PYTHON
              && Loops.purpose(f) == Purpose.NONE
              && Loops.free(f);
      if (plain && f.learner().among(ideas.getOrDefault(folder(f), Set.of()))) {
        loops.computeIfAbsent(Purpose.SCRATCH, p -> new ArrayList<>()).add(f);
      }
    }
  }

  /// A file that only subclasses a trainer does what the program does that constructs one.
  private void subclassesFollow() {
    List<CodeFile> scratch = new ArrayList<>(of(Purpose.SCRATCH));
    List<CodeFile> tuning = new ArrayList<>(of(Purpose.TUNING));
    for (CodeFile f : List.copyOf(scratch)) {
      boolean subclassOnly = subclassOnly(f);
      boolean otherTuning = tuning.stream().anyMatch(t -> t.measure().entry());
      boolean otherScratch =
          scratch.stream().anyMatch(s -> s != f && !subclassOnly(s) && s.measure().entry());
      if (subclassOnly && otherTuning && !otherScratch) {
        scratch.remove(f);
        tuning.add(f);
      }
    }
    loops.put(Purpose.SCRATCH, scratch);
    loops.put(Purpose.TUNING, tuning);
  }

  private static boolean subclassOnly(CodeFile f) {
    return !f.has(Signal.GRADIENT)
        && !f.has(Signal.HOOK)
        && !f.measure().entry()
        && f.shape().classes().stream().anyMatch(c -> c.name().contains("Trainer"));
  }

  /// A trainer without a program of its own does what the programs do that import it: if all of
  /// them train on from given weights, so does it.
  private void libraryFollows() {
    List<CodeFile> tuning = of(Purpose.TUNING);
    for (CodeFile part : List.copyOf(of(Purpose.SCRATCH))) {
      boolean trainer = part.shape().classes().stream().anyMatch(c -> c.name().endsWith("Trainer"));
      if (part.measure().entry() || part.in(Zone.PRE_TRAINING) || !trainer) {
        continue;
      }
      String name = part.file().name().replace(".py", "");
      List<CodeFile> users =
          tree.code().stream()
              .filter(f -> f != part && f.measure().entry())
              .filter(f ->
                  f.shape().imports().stream()
                      .anyMatch(i -> List.of(i.name().split("\\.")).contains(name)))
              .toList();
      if (!users.isEmpty() && tuning.containsAll(users)) {
        of(Purpose.SCRATCH).remove(part);
        tuning.add(part);
      }
    }
  }

  /// A loop in a file of helpers belongs to the program beside it that imports it.
  private void partsFollow() {
    for (CodeFile part : List.copyOf(of(Purpose.SUPPORT))) {
      String name = part.file().name().replace(".py", "");
      for (CodeFile f : tree.code()) {
        boolean uses =
            folder(f).equals(folder(part))
                && f.measure().entry()
                && f.shape().imports().stream()
                    .anyMatch(i -> List.of(i.name().split("\\.")).contains(name));
        if (uses && f.measure().starts() && !f.in(Zone.EVALUATION) && !f.in(Zone.AUXILIARY)) {
          loops
              .computeIfAbsent(
                  f.in(Zone.FINE_TUNING) ? Purpose.TUNING : Purpose.SCRATCH, p -> new ArrayList<>())
              .add(part);
          of(Purpose.SUPPORT).remove(part);
          break;
        }
      }
    }
  }

  /// A gradient in a file of losses and the update in the loop beside it are one loop.
  private void splitLoops() {
    for (CodeFile part : List.copyOf(of(Purpose.SUPPORT))) {
      if (!part.has(Signal.GRADIENT)) {
        continue;
      }
      for (CodeFile f : tree.code()) {
        if (folder(f).equals(folder(part))
            && f.has(Signal.STEP)
            && f.in(Zone.TRAINING)
            && Loops.purpose(f) == Purpose.NONE) {
          boolean tunes = f.in(Zone.FINE_TUNING) && !f.in(Zone.PRE_TRAINING);
          loops
              .computeIfAbsent(tunes ? Purpose.TUNING : Purpose.SCRATCH, p -> new ArrayList<>())
              .add(part);
          of(Purpose.SUPPORT).remove(part);
          break;
        }
      }
    }
  }

  /// Where the model's own class loads a trained language model, a loop that makes nothing fresh
  /// trains on from those weights.
  private void wrappedModels() {
    boolean wraps =
        tree.code().stream()
            .anyMatch(f ->
                f.has(Signal.NETWORK)
                    && f.in(Zone.MODEL)
                    && !f.has(Signal.SCRATCH)
                    && f.sightings().stream()
                        .anyMatch(s ->
                            s.signal() == Signal.PRETRAINED
                                && s.what().endsWith("ForCausalLM.from_pretrained")));
    List<CodeFile> scratch = of(Purpose.SCRATCH);
    boolean fresh =
        scratch.stream().anyMatch(f -> f.has(Signal.SCRATCH) || f.in(Zone.PRE_TRAINING));
    if (wraps && !fresh && !scratch.isEmpty()) {
      loops.computeIfAbsent(Purpose.TUNING, p -> new ArrayList<>()).addAll(scratch);
      loops.put(Purpose.SCRATCH, new ArrayList<>());
    }
  }

  /// Where the README starts what trains for fine-tuning only, the loop trains on.
  private void documentsSay() {
    List<CodeFile> scratch = of(Purpose.SCRATCH);
    if (scratch.isEmpty() || scratch.stream().anyMatch(f -> f.in(Zone.PRE_TRAINING))) {
      return;
    }
    Set<String> programs = new HashSet<>();
    directEntries().forEach(f -> programs.add(f.file().path()));
    if (Instructions.onlyTuning(tree.all(), programs)) {
      loops.computeIfAbsent(Purpose.TUNING, p -> new ArrayList<>()).addAll(scratch);
      loops.put(Purpose.SCRATCH, new ArrayList<>());
    }
  }

  /// A program whose model comes out of a module of the release that loads given weights, and makes
  /// nothing fresh, trains on from those weights.
  private void modulesLoad() {
    var modules = new Modules(tree.code());
    for (CodeFile f : List.copyOf(of(Purpose.SCRATCH))) {
      if (f.in(Zone.PRE_TRAINING) || f.has(Signal.SCRATCH)) {
        continue;
      }
      Set<CodeFile> parts = modules.of(f);
      boolean fresh =
          parts.stream()
              .anyMatch(m ->
                  m.has(Signal.SCRATCH) || m.measure().networks() > 0 && !loadsLanguageModel(m));
      if (!fresh && parts.stream().anyMatch(TrainingJudge::loadsLanguageModel)) {
        of(Purpose.SCRATCH).remove(f);
        loops.computeIfAbsent(Purpose.TUNING, p -> new ArrayList<>()).add(f);
      }
    }
  }

  private static boolean loadsLanguageModel(CodeFile f) {
    return !f.in(Zone.DATA)
        && f.sightings().stream()
            .anyMatch(s ->
                s.signal() == Signal.PRETRAINED
                    && s.what().endsWith(".from_pretrained")
                    && WHOLE.stream().anyMatch(s.what()::contains));
  }

  /// A program named for training that hands its model to somebody else's function trains by a loop
  /// that is not here. Only asked where no loop was found at all.
  private void handedOver() {
    if (!of(Purpose.SCRATCH).isEmpty() || !of(Purpose.TUNING).isEmpty() || !launches.isEmpty()) {
      return;
    }
    for (CodeFile f : tree.code()) {
      boolean tunes = f.in(Zone.FINE_TUNING) && !f.in(Zone.PRE_TRAINING);
      boolean named = Loops.trainName(f) || tunes;
      if (!named
          || !f.measure().entry()
          || !f.measure().starts()
          || !f.measure().learns()
          || f.notebook()
          || f.language() != Language.PYTHON
          || f.in(Zone.EVALUATION)
          || f.in(Zone.AUXILIARY)
          || f.in(Zone.TOKENIZER)
          || f.in(Zone.DATA)
          || f.in(Zone.DOCS)
          || f.in(Zone.BENCHMARK)) {
        continue;
      }
      int at = f.measure().telling();
      launches.add(
          new Launching(
              f,
              new Sighting(Signal.LAUNCH, "", "a library", at),
              tunes || f.has(Signal.PRETRAINED) || f.measure().given()));
    }
  }

  /// A program that fits a learner of a library and keeps what comes out of it trains the model, if
  /// nothing else here does.
  private void fitted() {
    if (!of(Purpose.SCRATCH).isEmpty() || !of(Purpose.TUNING).isEmpty() || !launches.isEmpty()) {
      return;
    }
    for (CodeFile f : tree.code()) {
      if (f.measure().fits()
          && f.has(Signal.CLASSIC)
          && !f.has(Signal.PRETRAINED)
          && !f.in(Zone.EVALUATION)
          && !f.in(Zone.AUXILIARY)
          && !f.in(Zone.TOKENIZER)
          && !f.in(Zone.DOCS)
          && !f.in(Zone.BENCHMARK)) {
        loops.computeIfAbsent(Purpose.SCRATCH, p -> new ArrayList<>()).add(f);
      }
    }
  }

  private static String folder(CodeFile f) {
    String path = f.file().path();
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  /// Scripts here that start a trainer which is not here.
  private void delegations() {
    for (CodeFile f : tree.code()) {
      if (f.in(Zone.DOCS) || f.in(Zone.EVALUATION)) {
        continue;
      }
      for (Sighting s : f.sightings()) {
        boolean known =
            s.signal() == Signal.LAUNCH
                && (f.language() == Language.SHELL
                    || f.language() == Language.CONFIGURATION
                    || (f.in(Zone.TRAINING) || f.measure().starts()) && f.measure().entry());
        boolean tunes = s.signal() == Signal.TUNING && f.language() == Language.SHELL;
        if ((known || tunes) && !tree.lists(s.what().replace('.', '/') + ".py")) {
          // A setting is no name for who reads it.
          Sighting named =
              f.language() == Language.CONFIGURATION
                  ? new Sighting(s.signal(), s.framework(), s.framework(), s.offset())
                  : s;
          launches.add(
              new Launching(
                  f, named, tunes || (f.in(Zone.FINE_TUNING) && !f.in(Zone.PRE_TRAINING))));
        }
      }
      for (Outline.Launch l : f.shape().launches()) {
        if (f.language() == Language.SHELL
            && TrainingCommands.withSettings(l)
            && !tree.lists(TrainingCommands.program(l))) {
          boolean tuning =
              f.in(Zone.FINE_TUNING) && !f.in(Zone.PRE_TRAINING)
                  || Zones.of(l.program()).contains(Zone.FINE_TUNING);
          launches.add(
              new Launching(f, new Sighting(Signal.LAUNCH, "", l.program(), l.offset()), tuning));
        } else if (TrainingCommands.saysTrain(l)
            && !tree.lists(TrainingCommands.program(l))
            && !TrainingCommands.builds(f)) {
          launches.add(
              new Launching(
                  f,
                  new Sighting(Signal.LAUNCH, "", l.program(), l.offset()),
                  f.in(Zone.FINE_TUNING) && !f.in(Zone.PRE_TRAINING)));
        }
      }
    }
  }

  Finding scratch() {
    List<CodeFile> files = of(Purpose.SCRATCH);
    List<Note> notes = setAside(Purpose.TUNING);
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
      entries.stream()
          .filter(f -> f.shape().entry() >= 0)
          .limit(2)
          .forEach(f -> evidence.add(f.evidence(f.shape().entry())));
      return consistent(
          Findings.present(
              Component.TRAINING_CODE, qualifiers, summary, new ArrayList<>(evidence), notes),
          files,
          entries);
    }
    List<Launching> started = launches.stream().filter(l -> !l.tuning()).toList();
    if (!started.isEmpty()) {
      return Findings.present(
          Component.TRAINING_CODE,
          EnumSet.of(Qualifier.DELEGATED),
          "A launch script is here; the loop is that of "
              + started.getFirst().place().what()
              + ", which is not.",
          started.stream().map(l -> l.file().evidence(l.place().offset())).distinct().toList(),
          notes);
    }
    return Findings.elsewhere(tree, Component.TRAINING_CODE, SEARCHED, notes, TRAINERS);
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
    List<CodeFile> direct = directEntries();
    List<CodeFile> started = direct.isEmpty() ? mains() : direct;
    return started.isEmpty() ? functions() : started;
  }

  /// A function that trains is itself what the users of a library call.
  private List<CodeFile> functions() {
    return of(Purpose.SCRATCH).stream().filter(f -> f.learner().act() != null).toList();
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

  private List<CodeFile> directEntries() {
    return tree.code().stream()
        .filter(Loops::entry)
        .filter(f -> Loops.purpose(f) == Purpose.SCRATCH || Loops.purpose(f) == Purpose.NONE)
        .filter(f -> !Loops.tunesByName(f) || f.in(Zone.PRE_TRAINING))
        .toList();
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
              ranked(files).stream()
                  .map(f -> f.evidence(Loops.place(f).offset()))
                  .distinct()
                  .toList(),
              notes),
          files,
          List.of());
    }
    List<Launching> started = launches.stream().filter(Launching::tuning).toList();
    if (!started.isEmpty()) {
      return Findings.present(
          Component.FINE_TUNING_CODE,
          EnumSet.of(Qualifier.DELEGATED),
          "A launch script for fine-tuning is here; the loop is that of "
              + started.getFirst().place().what()
              + ", which is not.",
          started.stream().map(l -> l.file().evidence(l.place().offset())).distinct().toList(),
          notes);
    }
    List<Evidence> named = namedTuning();
    if (!of(Purpose.SCRATCH).isEmpty() && !entries().isEmpty() && !named.isEmpty()) {
      CodeFile loop = ranked(of(Purpose.SCRATCH)).getFirst();
      List<Evidence> evidence = new ArrayList<>(named);
      evidence.add(loop.evidence(Loops.place(loop).offset()));
      return Findings.present(
          Component.FINE_TUNING_CODE,
          Set.of(),
          "The training loop is here, and the release names fine-tuning as a use of it.",
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

  /// Where learners are written by hand that train from nothing.
  List<Evidence> learners() {
    return ranked(of(Purpose.SCRATCH)).stream()
        .filter(f -> f.learner().act() != null)
        .map(f -> f.evidence(Loops.place(f).offset()))
        .toList();
  }

  /// Files and sentences that name fine-tuning.
  private List<Evidence> namedTuning() {
    List<Evidence> named = new ArrayList<>();
    for (FileEntry e : tree.listing()) {
      String path = e.path().toLowerCase(Locale.ROOT);
      if ((path.contains("finetun") || path.contains("fine_tun") || path.contains("fine-tun"))
          && named.size() < 3
          && !Zones.of(e.path()).contains(Zone.TEST)) {
        named.add(tree.listed(e));
      }
    }
    for (CodeFile f : tree.code()) {
      if (f.language() == Language.CONFIGURATION && named.size() < 3) {
        f.shape().names().stream()
            .filter(n -> Words.GIVEN_OPTIONS.contains("--" + n.name()) && n.value().length() > 1)
            .filter(n -> !n.value().equals("null") && !n.value().equals("false"))
            .findFirst()
            .ifPresent(n -> named.add(f.evidence(n.offset())));
      }
    }
    for (CodeFile f : tree.all()) {
      if (f.naming() != null
          && named.size() < 4
          && !Tree.inside(f.file().path(), tree.vendored())) {
        named.add(f.naming());
      }
    }
    tree.mentions().stream()
        .filter(m -> m.component() == Component.FINE_TUNING_CODE)
        .limit(2)
        .forEach(m -> named.add(m.evidence()));
    return named;
  }

  private List<Note> setAside(Purpose other) {
    List<Note> notes = new ArrayList<>();
    loops.forEach((purpose, files) -> {
      if (purpose != Purpose.SCRATCH && purpose != Purpose.TUNING || purpose == other) {
        if (!files.isEmpty()) {
          notes.add(
              Findings.setAside(
                  purpose.title(),
                  files,
                  files.stream().limit(3).map(f -> f.evidence(Loops.place(f).offset())).toList()));
        }
      }
    });
    return notes;
  }

  /// The most telling first: a gradient in code, an entry point, a name that says it.
  private static List<CodeFile> ranked(List<CodeFile> files) {
    return files.stream()
        .sorted(
            Comparator.comparingInt(f ->
                -(f.has(Signal.GRADIENT) ? 4 : 0)
                    - (f.measure().entry() ? 3 : 0)
                    - (Loops.trainName(f) ? 2 : 0)
                    + (f.notebook() ? 3 : 0)
                    + (f.in(Zone.SUPPORT) ? 2 : 0)))
        .toList();
  }

  private static String name(CodeFile f) {
    return f.file().path();
  }
}
