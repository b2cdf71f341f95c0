package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.frameworks.Sighting;
import dev.assay.code.frameworks.Signal;
import dev.assay.code.outline.Language;
import dev.assay.code.outline.Outline;
import dev.assay.code.roles.ChangedNetwork;
import dev.assay.code.roles.Loops;
import dev.assay.code.roles.Purpose;
import dev.assay.code.roles.Words;
import dev.assay.code.roles.Zone;
import dev.assay.code.roles.Zones;
import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.LicenceOf;
import dev.assay.model.Note;
import dev.assay.model.ProofLevel;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Code that defines the network; a configuration that names it is a part of that. What the
/// weights' own header says is merged in by the engine.
final class ArchitectureJudge {
  /// One class with a layer of its own may be a wrapper; a network has more, or stands where models
  /// do.
  private static final int BAR = 3;

  /// So many layers are a network that the file which makes them trains.
  private static final int FEW = 3;

  /// So many layers are a network where models stand.
  private static final int SOME = 4;

  /// So many layers made one after the other are a network wherever they stand.
  private static final int MANY = 6;

  private final Tree tree;
  private final Networks networks;

  private final TrainingJudge training;

  private final Kin kin;

  ArchitectureJudge(Tree tree, Networks networks, TrainingJudge training) {
    this.tree = tree;
    this.networks = networks;
    this.training = training;
    this.kin = new Kin(tree.code());
  }

  private int network(CodeFile f) {
    int n = f.measure().networks() + kin.layered(f);
    // What an optimizer keeps of each weight is no layer.
    if (n == 0 && Zones.firstWord(f.file().name()).startsWith("optim")) {
      return 0;
    }
    if (n == 0 && !f.has(Signal.NETWORK) && !f.has(Signal.LAYER)
        || f.in(Zone.AUXILIARY)
        || f.in(Zone.DOCS)
        || TensorLibraries.hold(f)
        || f.file().path().contains("-convert/")) {
      return 0;
    }
    // What stands in a folder of evaluation is what the model is measured with.
    int slash = f.file().path().lastIndexOf('/');
    if (slash > 0 && Zones.ofFolder(f.folder()).contains(Zone.EVALUATION)) {
      return 0;
    }
    if (f.in(Zone.FINE_TUNING) && n < BAR) {
      return 0;
    }
    if (f.language() == Language.SHELL) {
      return f.has(Signal.NETWORK) ? BAR : 0;
    }
    // A notebook of fine-tuning puts adapters and heads on a network of others.
    if (f.notebook() && f.in(Zone.FINE_TUNING)) {
      return 0;
    }
    // A head that is put on a network that is given is none of its own.
    if (n == 0 && f.measure().given() && Loops.purpose(f) == Purpose.TUNING) {
      return 0;
    }
    // Functional styles make layers without a class; what works on weights only changes them.
    boolean trained = Loops.isLoop(f) || f.measure().starts() && f.measure().entry();
    int layers = f.count(Signal.LAYER);
    if (n == 0 && trained && Loops.isLoop(f) && layers >= FEW && !worksOnWeights(f)) {
      return BAR;
    }
    if (n == 0 && layers >= SOME && !worksOnWeights(f)) {
      return f.in(Zone.MODEL) || f.count(Signal.LAYER) >= MANY && !f.notebook() ? BAR : 1;
    }
    if (f.language() == Language.PYTHON) {
      if (n == 0 && f.in(Zone.MODEL) && !worksOnWeights(f) && OwnLayers.in(f) >= MANY) {
        return BAR;
      }
      // Layers of a library of the release's own are not known as such; several networks are.
      if (n == 0 && f.in(Zone.MODEL) && f.count(Signal.NETWORK) >= BAR) {
        return BAR;
      }
      boolean whole = f.in(Zone.MODEL) || n > 0 && f.count(Signal.LAYER) >= MANY;
      // One class alone may be a wrapper, or a head on what is given, unless its own file trains it
      // from nothing; of two, one is a part of the other or its sibling.
      boolean own = trained && !f.measure().given() && !GivenWeights.loadsLanguageModel(f);
      int score = n == 0 ? 0 : n + (whole ? 2 : 0);
      boolean enough = layers >= FEW || layers == 2 && !f.has(Signal.PRETRAINED);
      return n >= 2 || n == 1 && own && enough ? Math.max(BAR, score) : score;
    }
    // Without a framework the layers are functions: several of them, in a file that is named for
    // the
    // model or that also holds their gradients, define the network.
    boolean written =
        f.count(Signal.NETWORK) >= 2 && (f.in(Zone.MODEL) || f.has(Signal.GRADIENT))
            || f.has(Signal.NETWORK) && f.count(Signal.LAYER) >= 2
            || f.count(Signal.NETWORK) >= BAR && f.has(Signal.LAYER);
    return written ? BAR : f.has(Signal.NETWORK) && f.in(Zone.MODEL) ? 1 : 0;
  }

  private static boolean worksOnWeights(CodeFile f) {
    return Zones.words(f.file().path()).stream().anyMatch(Words.WEIGHT_WORK::contains);
  }

  Finding finding() {
    List<Ranking.Scored> found =
        Ranking.of(tree.code(), this::network, Signal.NETWORK, Signal.LAYER);
    int total = total(found);
    if (total < BAR) {
      // A copy of somebody's tree may hold the network that the release's own programs use.
      List<Ranking.Scored> copied = Ranking.of(used(), this::network, Signal.NETWORK, Signal.LAYER);
      found = total(copied) < BAR ? found : copied;
      total = total(found);
    }
    List<Configured> configured = configured();
    if (total >= BAR) {
      Finding finding =
          Findings.present(
              Component.ARCHITECTURE,
              Set.of(),
              "Code that defines the network is here.",
              Whole.evidence(found, tree.code(), kin),
              List.of());
      return agreement(configured)
          .map(note -> finding.withNote(note).withLevel(ProofLevel.CONSISTENT))
          .orElse(finding);
    }
    List<Evidence> learners = training.learners();
    if (!learners.isEmpty()) {
      return Findings.present(
          Component.ARCHITECTURE,
          Set.of(),
          "The learner is written out here, and with it what its model is made of.",
          learners,
          List.of());
    }
    List<Evidence> written = places(f -> f.measure().written());
    if (!written.isEmpty()) {
      return Findings.present(
          Component.ARCHITECTURE,
          Set.of(),
          "The network is written out here, without a library for networks.",
          written,
          List.of());
    }
    List<Evidence> changed = places(this::changed);
    if (!changed.isEmpty()) {
      return Findings.present(
          Component.ARCHITECTURE,
          Set.of(),
          "A network of a library is changed here: the code adds to it or computes otherwise.",
          changed,
          List.of());
    }
    Optional<Finding> imported = imported(configured);
    if (imported.isPresent()) {
      return imported.get();
    }
    if (!configured.isEmpty()) {
      return Findings.present(
          Component.ARCHITECTURE,
          EnumSet.of(Qualifier.PARTIAL),
          "A configuration names the architecture ("
              + configured.getFirst().architecture()
              + "); the code that defines it is not in what was inspected.",
          configured.stream().map(Configured::evidence).toList(),
          List.of());
    }
    boolean linked =
        tree.mention(Component.ARCHITECTURE).filter(m -> m.state() == State.LINKED).isPresent();
    return (linked ? Optional.<Finding>empty() : ofLibrary())
        .orElseGet(
            () -> Findings.elsewhere(tree, Component.ARCHITECTURE, SEARCHED, List.of(), List.of()));
  }

  /// What the release's own sources show at the places that they are asked for; a negative place is
  /// none.
  private List<Evidence> places(ToIntFunction<CodeFile> place) {
    List<Evidence> places = new ArrayList<>();
    for (CodeFile f : tree.code()) {
      int at = places.size() < Findings.MOST_EVIDENCE && !aside(f) ? place.applyAsInt(f) : -1;
      if (at >= 0) {
        places.add(f.evidence(at));
      }
    }
    return places;
  }

  private static boolean aside(CodeFile f) {
    return f.in(Zone.AUXILIARY) || f.in(Zone.DOCS) || f.in(Zone.TEST) || f.inDocument();
  }

  /// Where a file changes a network that it takes from a library, and from none of the release's
  /// own packages.
  private int changed(CodeFile f) {
    // What only runs a network in another way changes nothing in it.
    int at = f.in(Zone.INFERENCE) ? -1 : f.measure().changed();
    for (Outline.ClassDef c : at < 0 ? List.<Outline.ClassDef>of() : f.shape().classes()) {
      if (c.offset() == at) {
        Map<String, Boolean> owned = new HashMap<>();
        for (String base : c.bases()) {
          if (ChangedNetwork.network(base) && foreign(f, base, owned)) {
            return at;
          }
        }
      }
    }
    return -1;
  }

  private static final List<String> SEARCHED =
      List.of(
          "classes that are networks and make layers",
          "configurations that name an architecture",
          "calls of a library's own networks",
          "documents for links");

  /// The network that a configuration names, where the release's own code takes a class of that
  /// name from a library.
  private Optional<Finding> imported(List<Configured> configured) {
    Map<String, Boolean> owned = new HashMap<>();
    Map<String, Configured> byName = new HashMap<>();
    configured.forEach(c -> byName.putIfAbsent(c.architecture(), c));
    for (CodeFile f : byName.isEmpty() ? List.<CodeFile>of() : tree.code()) {
      for (Outline.Import i : f.shape().imports()) {
        Configured c = byName.get(i.name().substring(i.name().lastIndexOf('.') + 1));
        if (c != null && foreign(f, i.name(), owned)) {
          return Optional.of(linked(i.name(), List.of(f.evidence(i.offset()), c.evidence())));
        }
      }
    }
    return Optional.empty();
  }

  /// The network of a library that the release's own code makes or loads by its name, or of the
  /// framework to which its training is handed: a pointer to it, and not the thing.
  private Optional<Finding> ofLibrary() {
    List<Evidence> places = new ArrayList<>();
    String made = "";
    // What a document shows to readers comes after what the release itself runs.
    List<CodeFile> own =
        Stream.concat(
                tree.code().stream().filter(f -> !f.in(Zone.AUXILIARY) && !f.in(Zone.DOCS)),
                tree.documents().keySet().stream())
            .toList();
    Map<String, Boolean> owned = new HashMap<>();
    for (CodeFile f : own) {
      if (places.size() == Findings.MOST_EVIDENCE) {
        break;
      }
      for (Sighting s : f.sightings()) {
        boolean model = s.signal() == Signal.SCRATCH || s.signal() == Signal.PRETRAINED;
        if (model && foreign(f, s.what(), owned)) {
          made = made.isEmpty() ? s.what() : made;
          places.add(f.evidence(s.offset()));
          break;
        }
      }
    }
    if (made.isEmpty()) {
      Optional<Finding> delegated = training.delegated();
      if (delegated.isEmpty()) {
        return Optional.empty();
      }
      places.addAll(delegated.get().evidence());
    }
    return Optional.of(linked(made, places));
  }

  /// @param made the library's class or call, or empty where a framework trains its own network
  private static Finding linked(String made, List<Evidence> places) {
    return new Finding(
        Component.ARCHITECTURE,
        State.LINKED,
        EnumSet.of(Qualifier.DELEGATED),
        ProofLevel.CLAIMED,
        made.isEmpty()
            ? "The network is that of the framework that trains it, which is not here."
            : "The network is a library's, which is not here: " + made + ".",
        LicenceOf.NONE,
        Findings.evidence(places),
        SEARCHED,
        List.of());
  }

  /// Whether a name is of a package that a file imports and that is none of the release's own.
  ///
  /// @param owned what was found out of packages so far
  private boolean foreign(CodeFile f, String name, Map<String, Boolean> owned) {
    int dot = name.indexOf('.');
    if (dot <= 0) {
      return false;
    }
    String root = name.substring(0, dot);
    return f.shape().imports().stream()
            .anyMatch(i -> i.name().equals(root) || i.name().startsWith(root + "."))
        && !owned.computeIfAbsent(root, this::isOwn);
  }

  private boolean isOwn(String root) {
    return tree.listing().stream()
        .map(e -> "/" + e.path())
        .anyMatch(p -> p.contains("/" + root + "/") || p.endsWith("/" + root + ".py"));
  }

  private static int total(List<Ranking.Scored> found) {
    return found.stream().mapToInt(Ranking.Scored::score).sum();
  }

  /// The code of copied trees that the release's own code imports: by the name of the tree, or of a
  /// package in it.
  private List<CodeFile> used() {
    Set<String> imported =
        tree.code().stream()
            .flatMap(f -> f.shape().imports().stream())
            .map(i -> i.name().startsWith(".") ? "" : i.name().split("\\.", 2)[0])
            .collect(Collectors.toSet());
    return tree.all().stream()
        .filter(f -> !f.inDocument() && !f.in(Zone.TEST))
        .filter(f ->
            tree.vendored().stream()
                .anyMatch(v ->
                    f.file().path().startsWith(v + "/")
                        && !Tree.withoutNetworks(v)
                        && (imported.contains(v.substring(v.lastIndexOf('/') + 1))
                            || imported.contains(
                                f.file().path().substring(v.length() + 1).split("/", 2)[0]))))
        .toList();
  }

  private record Configured(String architecture, Evidence evidence) {}

  /// A configuration that names a class which is defined here.
  private Optional<Note> agreement(List<Configured> configured) {
    for (Configured c : configured) {
      Optional<Evidence> definition = networks.defines(c.architecture());
      if (definition.isPresent()) {
        return Optional.of(
            new Note(
                Note.Kind.AGREES,
                c.evidence().place()
                    + " names "
                    + c.architecture()
                    + ", which "
                    + definition.get().place()
                    + " defines.",
                List.of(c.evidence(), definition.get())));
      }
    }
    return Optional.empty();
  }

  private List<Configured> configured() {
    List<Configured> found = new ArrayList<>();
    for (CodeFile f : tree.code()) {
      if (f.language() != Language.CONFIGURATION) {
        continue;
      }
      for (Outline.Named n : f.shape().names()) {
        if (n.name().equals("architectures") && !n.value().isEmpty()) {
          found.add(new Configured(n.value(), f.evidence(n.offset())));
          break;
        }
      }
    }
    return found;
  }
}
