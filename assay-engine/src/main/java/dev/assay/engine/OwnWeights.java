package dev.assay.engine;

import dev.assay.io.FileNames;
import dev.assay.model.Component;
import dev.assay.model.Mention;
import dev.assay.model.Note;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import dev.assay.model.Weights;
import dev.assay.text.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Which weights in hand are the release's own. Beside them lie what tests and vendored trees bring
/// along, saved inputs and outputs, and small networks that serve a step before or after the model
/// (a detector of speech, of edges, of marks). The last two are only told apart from a model where
/// the release says that its own weights are elsewhere: where it does not, they are what it has.
///
/// @param all every artefact
/// @param own those that count, in the order of the listing
/// @param aside a note for each that holds weights and does not count
record OwnWeights(List<Weights> all, List<Weights> own, List<Note> aside) {
  /// Networks that serve a step are smaller than this, in parameters: those known (speech activity,
  /// edges, saliency, watermarks) have 0.001 to 3 million.
  private static final long SMALL = 5_000_000;

  /// Formats that hold tensors of any kind: a saved input as well as a network.
  private static final Set<String> CONTAINERS =
      Set.of("npy", "npz", "pytorch-zip", "pytorch-legacy", "pickle", "joblib");

  /// Folders that hold what goes through a model, or shows it.
  private static final Set<String> SHOWN =
      Set.of(
          "example",
          "examples",
          "tutorial",
          "tutorials",
          "sample",
          "samples",
          "inputs",
          "outputs",
          "demo",
          "demos");

  /// A network has at least so many tensors, unless they are named as its layers are.
  private static final int FEW = 4;

  OwnWeights {
    all = List.copyOf(all);
    own = List.copyOf(own);
    aside = List.copyOf(aside);
  }

  /// @param mentions what documents and code say of weights elsewhere
  /// @param names what the release is called
  static OwnWeights of(
      List<Weights> artefacts,
      List<Mention> mentions,
      List<Document> documents,
      ReleaseNames names) {
    boolean elsewhere =
        mentions.stream()
            .anyMatch(m ->
                m.component() == Component.WEIGHTS
                    && m.state() == State.LINKED
                    && !m.qualifiers().contains(Qualifier.OF_BASE)
                    && WeightPlaces.isOfThis(m, names));
    OwnWeights rest = new OwnWeights(artefacts, artefacts, List.of()).without(SetAside::reason);
    OwnWeights models = rest.without(OwnWeights::passedThrough);
    if (elsewhere || models.own.stream().anyMatch(OwnWeights::isModel)) {
      rest = models;
    }
    if (elsewhere) {
      OwnWeights named = rest.without(w -> serves(w, documents, names));
      if (named.own.stream().noneMatch(OwnWeights::isModel)) {
        rest = named;
      }
    }
    return rest;
  }

  private static boolean isModel(Weights w) {
    return w.status() == Weights.Status.OK && holdsWeights(w);
  }

  private OwnWeights without(Function<Weights, String> reason) {
    var kept = new ArrayList<Weights>();
    var notes = new ArrayList<>(aside);
    for (Weights w : own) {
      String why = reason.apply(w);
      if (why.isEmpty()) {
        kept.add(w);
      } else if (holdsWeights(w)) {
        notes.add(
            new Note(
                Note.Kind.SET_ASIDE,
                w.path() + " was not counted as the release's weights: " + why,
                List.of(w.evidence())));
      }
    }
    return new OwnWeights(all, kept, notes);
  }

  private static boolean holdsWeights(Weights w) {
    return switch (w.kind()) {
      case MODEL, ADAPTER, COMPONENT, CHECKPOINT -> true;
      case VOCABULARY, OTHER -> false;
    };
  }

  /// Why an artefact is rather something that went through a model; empty when it is not.
  private static String passedThrough(Weights w) {
    String folder = SetAside.folder(w.path(), SHOWN);
    if (!folder.isEmpty()) {
      return "it lies in " + folder + "/";
    }
    boolean few = w.tensors() <= FEW && CONTAINERS.contains(w.format());
    return few && !SetAside.named(w)
        ? "a few tensors whose names are not those of a network's layers"
        : "";
  }

  /// Why an artefact rather serves a step beside the model; empty when it does not.
  private static String serves(Weights w, List<Document> documents, ReleaseNames names) {
    Long parameters = w.parameters();
    boolean small = parameters != null && parameters < SMALL;
    if (!small
        || w.kind() == Weights.Kind.ADAPTER
        || FileNames.depth(w.path()) == 0
        || names.isIn(w.path().substring(w.path().lastIndexOf('/') + 1))
        || named(w.path(), documents)) {
      return "";
    }
    return "it is small, no document names it, and the release links its weights elsewhere";
  }

  /// Whether a document names a file, or the folder that it lies in.
  private static boolean named(String path, List<Document> documents) {
    int slash = path.lastIndexOf('/');
    String file = path.substring(slash + 1);
    String folder = path.substring(0, slash + 1);
    return documents.stream()
        .filter(d -> SetAside.own(d.file().path()))
        .map(d -> d.file().text())
        .anyMatch(text -> text.contains(file) || text.contains(folder));
  }
}
