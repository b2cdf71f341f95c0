package dev.assay.text;

import dev.assay.io.DvcFile;
import dev.assay.io.TextFile;
import dev.assay.model.Component;
import dev.assay.model.DataSet;
import dev.assay.model.Evidence;
import dev.assay.model.Mention;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Data and weights that DVC keeps elsewhere: the release holds a pointer with their hash and size,
/// and says by `.dvc/config` where they can be had, if anybody can. A pointer is not the thing, and
/// not nothing: linked where the remote is an address that others can ask, otherwise described.
final class DvcReader {
  private static final Set<String> WEIGHTS =
      Set.of(
          "pt",
          "pth",
          "ckpt",
          "h5",
          "keras",
          "onnx",
          "safetensors",
          "gguf",
          "joblib",
          "pkl",
          "pickle",
          "pb",
          "tflite",
          "model",
          "bst",
          "ubj",
          "cbm");
  private static final Set<String> MODEL =
      Set.of("model", "models", "weights", "checkpoint", "checkpoints", "ckpt");
  private static final Set<String> PROGRAMS =
      Set.of("py", "sh", "ipynb", "r", "jl", "java", "rs", "c", "cc", "cpp", "yaml", "yml", "toml");
  private static final List<String> PUBLIC =
      List.of("https://", "http://", "s3://", "gs://", "azure://", "gdrive://", "oss://");
  private static final int MOST = 500;

  private DvcReader() {}

  /// What is kept elsewhere.
  ///
  /// @param stage for data what it is for; null for weights
  record Pointer(DvcFile.Kept kept, DataSet.@Nullable Stage stage, Evidence evidence) {
    String amount() {
      String size = kept.size() < 0 ? "" : kept.size() + " bytes";
      return kept.files() < 0 ? size : size + " in " + kept.files() + " files";
    }
  }

  static boolean wants(Place place) {
    return DvcFile.isOne(place.path()) || isConfiguration(place.path());
  }

  private static boolean isConfiguration(String path) {
    return path.equals(".dvc/config") || path.endsWith("/.dvc/config");
  }

  static Optional<Document> read(TextFile file) {
    boolean any = isConfiguration(file.path()) ? remote(file) != null : !pointers(file).isEmpty();
    return any
        ? Optional.of(Document.plain(file, Document.Kind.DATA_POINTER, List.of(), 0))
        : Optional.empty();
  }

  /// The pointers in one file.
  static List<Pointer> pointers(TextFile file) {
    if (!DvcFile.isOne(file.path())) {
      return List.of();
    }
    boolean added = file.path().endsWith(".dvc");
    var found = new ArrayList<Pointer>();
    for (DvcFile.Kept kept : DvcFile.read(file.path(), file.text())) {
      Place place = Place.of(kept.path());
      boolean weights =
          !place.any(Place.DATA)
              && (WEIGHTS.contains(place.extension()) || place.any(MODEL) && kept.made());
      boolean data =
          place.any(Place.DATA)
              || place.any(Place.TRAIN) && !PROGRAMS.contains(place.extension())
              || added && !place.any(Place.ASIDE) && !weights;
      boolean aside = place.any(Place.EXAMPLE) || place.vendored();
      if (!aside && (weights || data) && found.size() < MOST) {
        boolean test = place.any(Place.EVALUATION) && !place.nameHas(Place.TRAIN);
        found.add(
            new Pointer(
                kept,
                weights ? null : test ? DataSet.Stage.EVALUATION : DataSet.Stage.TRAINING,
                file.evidence(kept.first(), kept.last())));
      }
    }
    return found;
  }

  /// The address of the default remote, or of the only one, where others can ask it; null where
  /// there is none.
  static @Nullable String remote(TextFile config) {
    String wanted = "";
    String section = "";
    String first = null;
    String chosen = null;
    for (String line : config.text().split("\n", 2000)) {
      String plain = line.strip();
      if (plain.startsWith("[")) {
        section = plain.replaceAll("[\\[\\]'\"]", "").strip();
      } else if (plain.startsWith("remote") && section.equals("core") && plain.contains("=")) {
        wanted = plain.substring(plain.indexOf('=') + 1).strip();
      } else if (plain.startsWith("url") && section.startsWith("remote") && plain.contains("=")) {
        String url = plain.substring(plain.indexOf('=') + 1).strip();
        boolean open = PUBLIC.stream().anyMatch(url::startsWith);
        first = first == null && open ? url : first;
        chosen = open && section.equals("remote " + wanted) ? url : chosen;
      }
    }
    return wanted.isEmpty() ? first : chosen;
  }

  /// The remote that a set of documents names.
  static @Nullable String remote(List<Document> documents) {
    for (Document document : documents) {
      if (isConfiguration(document.file().path())) {
        return remote(document.file());
      }
    }
    return null;
  }

  /// What is said of weights.
  static List<Mention> weights(List<Document> documents, Listing listing) {
    String remote = remote(documents);
    var mentions = new ArrayList<Mention>();
    for (Document document : documents) {
      for (Pointer pointer : elsewhere(document, listing)) {
        if (pointer.stage() == null) {
          mentions.add(
              new Mention(
                  Component.WEIGHTS,
                  remote == null ? State.DESCRIBED : State.LINKED,
                  Set.of(Qualifier.POINTER),
                  remote,
                  null,
                  pointer.evidence()));
        }
      }
    }
    return mentions;
  }

  /// The pointers of a document whose content is not in the release.
  static List<Pointer> elsewhere(Document document, Listing listing) {
    if (document.kind() != Document.Kind.DATA_POINTER) {
      return List.of();
    }
    var here = new HashSet<String>();
    for (Listing.Named named : listing.files()) {
      here.add(named.entry().path());
      here.add(named.entry().folder());
    }
    return pointers(document.file()).stream().filter(p -> !here.contains(p.kept().path())).toList();
  }
}
