package dev.assay.engine;

import dev.assay.io.FileEntry;
import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.LicenceOf;
import dev.assay.model.Mention;
import dev.assay.model.Note;
import dev.assay.model.Order;
import dev.assay.model.ProofLevel;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import dev.assay.model.Weights;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The state of the weights, the checkpoints and the architecture, from what the headers say, what
/// the code and configuration show, and what the documents mention.
final class WeightsJudge {
  private WeightsJudge() {}

  /// The finding for the final weights.
  static Finding weights(
      OwnWeights artefacts,
      List<FileEntry> listing,
      List<Mention> mentions,
      Map<Component, List<Note>> notes) {
    List<Note> agreed = new ArrayList<>(notes.getOrDefault(Component.WEIGHTS, List.of()));
    agreed.addAll(artefacts.aside());
    List<Weights> own = artefacts.own();
    List<Weights> final_ =
        own.stream()
            .filter(w ->
                switch (w.kind()) {
                  case MODEL, ADAPTER, COMPONENT -> true;
                  case VOCABULARY, CHECKPOINT, OTHER -> false;
                })
            // What a pointer points to is told by its name alone: a pointer to records is no
            // weights.
            .filter(w -> w.status() != Weights.Status.POINTER || looksLikeWeights(w.path()))
            .toList();
    // A release whose only weights are a resumable checkpoint still has its weights.
    if (final_.stream().noneMatch(w -> w.status() == Weights.Status.OK)) {
      List<Weights> checkpoints =
          own.stream()
              .filter(w -> w.kind() == Weights.Kind.CHECKPOINT && w.status() == Weights.Status.OK)
              .toList();
      if (!checkpoints.isEmpty()) {
        final_ = checkpoints;
      }
    }
    List<Weights> readable = final_.stream().filter(w -> w.status() == Weights.Status.OK).toList();
    if (!readable.isEmpty()) {
      return present(readable, final_, listing, agreed);
    }
    List<Weights> incomplete =
        final_.stream().filter(w -> w.status() == Weights.Status.INCOMPLETE).toList();
    if (!incomplete.isEmpty() && incomplete.stream().allMatch(w -> unread(w, listing))) {
      return of(
          State.PRESENT,
          EnumSet.of(Qualifier.UNREAD),
          ProofLevel.SEEN,
          "Weights are here, and not all of them were read: " + incomplete.getFirst().reason(),
          evidence(incomplete),
          withDangers(agreed, incomplete));
    }
    if (!incomplete.isEmpty()) {
      return of(
          State.PRESENT,
          EnumSet.of(Qualifier.INCOMPLETE, Qualifier.PARTIAL),
          ProofLevel.SEEN,
          "Only part of the weights is here: " + incomplete.getFirst().reason(),
          evidence(incomplete),
          withDangers(agreed, incomplete));
    }
    List<FileEntry> unknown = UnreadWeights.in(listing, artefacts.all());
    if (!unknown.isEmpty() && final_.isEmpty()) {
      return of(
          State.PRESENT,
          EnumSet.of(Qualifier.UNREAD),
          ProofLevel.SEEN,
          count(unknown.size(), "file")
              + " named as weights, in a format that is not read here, such as "
              + unknown.getFirst().path(),
          unknown.stream().map(e -> Evidences.listed(e)).toList(),
          agreed);
    }
    List<Weights> pointers =
        own.stream().filter(w -> w.status() == Weights.Status.POINTER).toList();
    List<Weights> pointed = pointers.stream().filter(w -> looksLikeWeights(w.path())).toList();
    if (!pointed.isEmpty()) {
      return of(
          State.LINKED,
          EnumSet.of(Qualifier.POINTER),
          ProofLevel.CLAIMED,
          count(pointed.size(), "pointer")
              + " to weights stored elsewhere; the weights are not here",
          evidence(pointed),
          agreed);
    }
    List<FileEntry> listed = listed(listing);
    if (!listed.isEmpty()) {
      return of(
          State.LINKED,
          EnumSet.noneOf(Qualifier.class),
          ProofLevel.CLAIMED,
          count(listed.size(), "weights file")
              + " listed by the source; the content was not read from here",
          listed.stream().limit(Evidences.MOST).map(e -> Evidences.listed(e)).toList(),
          agreed);
    }
    Finding said =
        mentioned(
            Component.WEIGHTS,
            mentions,
            "weights files by content, links in the documents",
            agreed);
    if (!final_.isEmpty()) {
      if (said.state() == State.LINKED && keepPlaces(final_, listing)) {
        return said;
      }
      Weights damaged = final_.getFirst();
      return of(
          State.UNDECIDABLE,
          EnumSet.noneOf(Qualifier.class),
          null,
          "A weights file is here and its header could not be read: " + damaged.reason(),
          evidence(final_),
          withDangers(agreed, final_));
    }
    return said.state() == State.LINKED ? said : leftOver(own, listing, agreed).orElse(said);
  }

  /// A shorter file holds no header and no numbers.
  private static final long SHORTEST = 100;

  /// Whether all of these files are too short for weights: a line of text where the reader is to
  /// put them.
  private static boolean keepPlaces(List<Weights> files, List<FileEntry> listing) {
    Set<String> places =
        listing.stream()
            .filter(e -> e.kind() == FileEntry.Kind.FILE && e.size() < SHORTEST)
            .map(FileEntry::path)
            .collect(Collectors.toSet());
    return files.stream().allMatch(w -> places.contains(w.path()));
  }

  /// What is here of a checkpoint whose numbers are not.
  private static Optional<Finding> leftOver(
      List<Weights> own, List<FileEntry> listing, List<Note> agreed) {
    List<Weights> indices =
        own.stream()
            .filter(
                w -> w.kind() == Weights.Kind.CHECKPOINT && w.status() == Weights.Status.INCOMPLETE)
            .toList();
    if (!indices.isEmpty()) {
      return Optional.of(
          of(
              State.PRESENT,
              EnumSet.of(Qualifier.INCOMPLETE, Qualifier.PARTIAL),
              ProofLevel.SEEN,
              "Only part of a checkpoint is here: " + indices.getFirst().reason(),
              evidence(indices),
              withDangers(agreed, indices)));
    }
    List<FileEntry> graphs = NamedCheckpoints.graphs(listing);
    if (graphs.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        of(
            State.PRESENT,
            EnumSet.of(Qualifier.INCOMPLETE, Qualifier.PARTIAL),
            ProofLevel.SEEN,
            "Only part of a checkpoint is here: its graph and its place in the list of checkpoints;"
                + " the numbers, which lie beside them in files of their own, are not",
            graphs.stream().limit(Evidences.MOST).map(e -> Evidences.listed(e)).toList(),
            agreed));
  }

  /// Whether all that a set of shards lacks is listed by the source and was not read.
  private static boolean unread(Weights set, List<FileEntry> listing) {
    if (set.shards() == null || set.shards().missing().isEmpty()) {
      return false;
    }
    String folder = set.path().substring(0, set.path().lastIndexOf('/') + 1);
    Set<String> listed =
        listing.stream()
            .filter(e -> e.kind() == FileEntry.Kind.LISTED)
            .filter(e -> e.source().equals(set.evidence().source()))
            .map(FileEntry::path)
            .collect(Collectors.toSet());
    return set.shards().missing().stream().allMatch(m -> listed.contains(folder + m));
  }

  private static Finding present(
      List<Weights> readable, List<Weights> all, List<FileEntry> listing, List<Note> agreed) {
    var qualifiers = EnumSet.noneOf(Qualifier.class);
    boolean adapterOnly = readable.stream().allMatch(w -> w.kind() == Weights.Kind.ADAPTER);
    if (adapterOnly) {
      qualifiers.add(Qualifier.ADAPTER);
    }
    List<Weights> others = all.stream().filter(w -> w.status() != Weights.Status.OK).toList();
    if (!others.isEmpty()) {
      boolean notRead = others.stream().allMatch(w -> unread(w, listing));
      qualifiers.add(notRead ? Qualifier.UNREAD : Qualifier.PARTIAL);
    }
    boolean disagrees = agreed.stream().anyMatch(n -> n.kind() == Note.Kind.DISAGREES);
    boolean agrees = agreed.stream().anyMatch(n -> n.kind() == Note.Kind.AGREES);
    return of(
        State.PRESENT,
        qualifiers,
        agrees && !disagrees ? ProofLevel.CONSISTENT : ProofLevel.SEEN,
        summary(readable),
        evidence(readable),
        withDangers(agreed, all));
  }

  private static String summary(List<Weights> readable) {
    Map<String, Long> formats =
        readable.stream()
            .collect(
                Collectors.groupingBy(
                    Weights::format, java.util.TreeMap::new, Collectors.counting()));
    String which =
        formats.entrySet().stream()
            .map(e -> e.getValue() == 1 ? e.getKey() : e.getValue() + " × " + e.getKey())
            .collect(Collectors.joining(", "));
    Weights largest =
        readable.stream()
            .max(Order.of((Weights w) -> w.parameters() == null ? -1L : w.parameters()))
            .orElseThrow();
    String parameters =
        largest.parameters() == null
            ? "parameters not stated by the header"
            : number(largest.parameters())
                + " parameters"
                + (readable.size() > 1 ? " in the largest" : "");
    return which + ": " + parameters + ", " + number(largest.tensors()) + " tensors";
  }

  /// The finding for intermediate checkpoints.
  static Finding checkpoints(List<Weights> artefacts, List<Mention> mentions) {
    List<Weights> checkpoints =
        artefacts.stream()
            .filter(w -> w.kind() == Weights.Kind.CHECKPOINT && w.status() == Weights.Status.OK)
            .toList();
    if (!checkpoints.isEmpty()) {
      return new Finding(
          Component.CHECKPOINTS,
          State.PRESENT,
          Set.of(),
          ProofLevel.SEEN,
          count(checkpoints.size(), "training checkpoint"),
          LicenceOf.NONE,
          evidence(checkpoints),
          List.of(),
          List.of());
    }
    return mentioned(
        Component.CHECKPOINTS,
        mentions,
        "checkpoint folders, optimizer state, links in the documents",
        List.of());
  }

  /// The architecture: what the code and configuration showed, and what the weights' own header
  /// says.
  ///
  /// @param fromCode the code judge's finding
  static Finding architecture(
      Finding fromCode,
      List<Weights> artefacts,
      List<Mention> mentions,
      Map<Component, List<Note>> notes) {
    List<Note> agreed = notes.getOrDefault(Component.ARCHITECTURE, List.of());
    var all = new ArrayList<>(fromCode.notes());
    all.addAll(agreed);
    boolean disagrees = all.stream().anyMatch(n -> n.kind() == Note.Kind.DISAGREES);
    boolean agrees = agreed.stream().anyMatch(n -> n.kind() == Note.Kind.AGREES);
    if (fromCode.state() == State.PRESENT) {
      ProofLevel level = fromCode.level();
      if (agrees && !disagrees) {
        level = ProofLevel.CONSISTENT;
      } else if (disagrees) {
        level = ProofLevel.SEEN;
      }
      return new Finding(
          Component.ARCHITECTURE,
          fromCode.state(),
          fromCode.qualifiers(),
          level,
          fromCode.summary(),
          fromCode.licence(),
          fromCode.evidence(),
          fromCode.searched(),
          all);
    }
    List<Evidence> header =
        artefacts.stream()
            .filter(w -> w.status() == Weights.Status.OK)
            .flatMap(w -> w.metadata().stream())
            .filter(f -> f.topic() == Weights.Topic.ARCHITECTURE)
            .map(Weights.HeaderFact::evidence)
            .distinct()
            .limit(Evidences.MOST)
            .toList();
    List<Weights> graphs =
        artefacts.stream()
            .filter(w -> w.status() == Weights.Status.OK && CARRIES_GRAPH.contains(w.format()))
            .toList();
    if (!graphs.isEmpty()) {
      return new Finding(
          Component.ARCHITECTURE,
          State.PRESENT,
          Set.of(),
          ProofLevel.SEEN,
          "The "
              + graphs.getFirst().format()
              + " file carries the network's graph; no source defines it",
          LicenceOf.NONE,
          Evidences.join(evidence(graphs), header),
          List.of(),
          all);
    }
    if (!header.isEmpty()) {
      return new Finding(
          Component.ARCHITECTURE,
          State.DESCRIBED,
          fromCode.qualifiers(),
          agrees && !disagrees ? ProofLevel.CONSISTENT : ProofLevel.SEEN,
          "The weights' header names the architecture and its sizes; no code or configuration defines it",
          LicenceOf.NONE,
          header,
          List.of(),
          all);
    }
    if (fromCode.state() != State.ABSENT) {
      return fromCode;
    }
    return mentioned(
        Component.ARCHITECTURE,
        mentions,
        "code that defines a network, configuration, the weights' header",
        all);
  }

  /// Formats whose files hold the graph itself, not only the tensors.
  private static final Set<String> CARRIES_GRAPH =
      Set.of(
          "onnx",
          "tflite",
          "saved-model",
          "savedmodel",
          "tfjs",
          "coreml",
          "openvino",
          "torchscript",
          "keras-v3",
          "keras-h5",
          "pmml",
          "dl4j");

  /// The finding for a component that was not found in the files: what the documents say of it.
  static Finding mentioned(
      Component component, List<Mention> mentions, String searched, List<Note> notes) {
    List<Mention> about = mentions.stream().filter(m -> m.component() == component).toList();
    for (State state : List.of(State.LINKED, State.PROMISED, State.DESCRIBED)) {
      List<Mention> all = about.stream().filter(m -> m.state() == state).toList();
      List<Mention> own =
          all.stream().filter(m -> !m.qualifiers().contains(Qualifier.OF_BASE)).toList();
      // What belongs to a base model says nothing where there is word of this one's own.
      List<Mention> in = own.isEmpty() ? all : own;
      if (!in.isEmpty()) {
        var qualifiers = EnumSet.noneOf(Qualifier.class);
        in.forEach(m -> qualifiers.addAll(m.qualifiers()));
        return new Finding(
            component,
            state,
            qualifiers,
            ProofLevel.CLAIMED,
            switch (state) {
              case LINKED -> "Linked, not in what was inspected: " + in.getFirst().link();
              case PROMISED ->
                  "Promised"
                      + (in.getFirst().date() == null ? "" : " on " + in.getFirst().date())
                      + ", not here";
              default -> "Described in prose only";
            },
            LicenceOf.NONE,
            in.stream().map(Mention::evidence).distinct().limit(Evidences.MOST).toList(),
            List.of(),
            notes);
      }
    }
    List<Mention> refused =
        about.stream().filter(m -> m.qualifiers().contains(Qualifier.REFUSED)).toList();
    return new Finding(
        component,
        State.ABSENT,
        refused.isEmpty() ? Set.of() : Set.of(Qualifier.REFUSED),
        null,
        refused.isEmpty()
            ? "Not found in what was inspected"
            : "Not found in what was inspected; the release says that it is not given",
        LicenceOf.NONE,
        refused.stream().map(Mention::evidence).distinct().limit(Evidences.MOST).toList(),
        List.of(searched),
        notes);
  }

  private static List<Evidence> evidence(List<Weights> artefacts) {
    return artefacts.stream().map(Weights::evidence).distinct().limit(Evidences.MOST).toList();
  }

  private static List<Note> withDangers(List<Note> notes, List<Weights> artefacts) {
    var all = new ArrayList<>(notes);
    artefacts.stream().flatMap(w -> w.dangers().stream()).distinct().limit(50).forEach(all::add);
    return List.copyOf(all);
  }

  /// Files of weights that a source lists and whose content was not read from here.
  static List<FileEntry> listed(List<FileEntry> listing) {
    return listing.stream()
        .filter(e -> e.kind() == FileEntry.Kind.LISTED && looksLikeWeights(e.path()))
        .toList();
  }

  private static boolean looksLikeWeights(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return name.matches(
        ".*\\.(safetensors|gguf|bin|pt|pth|ckpt|onnx|h5|keras|tflite|msgpack|pb|npz|pkl|joblib|model"
            + "|nemo|mlmodel|pdparams|params|ggml|weights|t7|data-\\d{5}-of-\\d{5})");
  }

  static String count(int n, String noun) {
    return n + " " + noun + (n == 1 ? "" : "s");
  }

  /// A number with its thousands apart, the same in every locale.
  static String number(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  private static Finding of(
      State state,
      Set<Qualifier> qualifiers,
      @org.jspecify.annotations.Nullable ProofLevel level,
      String summary,
      List<Evidence> evidence,
      List<Note> notes) {
    return new Finding(
        Component.WEIGHTS,
        state,
        qualifiers,
        level,
        summary,
        LicenceOf.NONE,
        evidence,
        List.of(),
        notes);
  }
}
