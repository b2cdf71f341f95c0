package dev.assay.rebuild;

import dev.assay.formats.Formats;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.io.ReadMeter;
import dev.assay.model.Weights;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a draft starts from: the weights of a release, the steps that it describes, and the one of
/// them that makes the weights.
///
/// @param weights the files that are to be made again; empty where none were found
/// @param stages every step that some file describes
/// @param stage the step to draft; null where there is none
record DraftSearch(List<Path> weights, List<Stage> stages, @Nullable Stage stage) {
  /// A longer file is no description that somebody wrote; in bytes.
  private static final long MOST_TEXT = 1 << 20;

  /// Looks through the files. A step that says that it makes weights that are here comes before one
  /// that says what has to be brought, and that before one whose name alone tells that it trains.
  static DraftSearch of(DraftSource source) throws IOException {
    Path root = source.root();
    List<Path> recognised = weights(source);
    List<Stage> stages = new ArrayList<>();
    for (Path p : source.files()) {
      if (Files.size(p) <= MOST_TEXT || OpenNlpManifest.named(p)) {
        stages.addAll(StageReaders.read(root, p));
      }
    }
    Optional<Stage> stage =
        stages.stream()
            .filter(s -> makesAny(source, s, recognised))
            .max(Comparator.comparing(s -> !s.guessed()));
    if (stage.isEmpty()) {
      stage = stages.stream().filter(s -> !s.rest().wanted().isEmpty()).findFirst();
    }
    if (stage.isEmpty()) {
      // One that says what goes in and comes out tells more than a name.
      stage =
          stages.stream()
              .filter(Stage::trains)
              .max(
                  Comparator.comparing((Stage s) -> !s.guessed())
                      .thenComparing(s -> s.outputs().size() + s.dependencies().size()));
    }
    List<Path> weights = recognised;
    for (String output : stage.map(Stage::outputs).orElse(List.of())) {
      Path made = root.resolve(output).normalize();
      if (weights.isEmpty() && made.startsWith(root.normalize()) && Files.exists(made)) {
        weights = List.of(made);
      }
    }
    return new DraftSearch(weights, stages, stage.orElse(null));
  }

  private static List<Path> weights(DraftSource source) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path p : source.files()) {
      if (OpenNlpManifest.named(p) || isWeights(source, p)) {
        found.add(p);
      }
    }
    return found;
  }

  /// Whether a file holds weights: configurations and vocabularies have readers too, and are made
  /// by hand or before the training.
  private static boolean isWeights(DraftSource source, Path file) {
    try (ByteSource bytes = ByteSource.of(file, new ReadMeter())) {
      FileEntry entry = FileEntry.file(source.relative(file), bytes.size());
      return Formats.recognise(entry, bytes.head(Formats.HEAD), bytes)
          .map(format -> Formats.read(format, "draft", entry, bytes).kind())
          .filter(kind -> kind != Weights.Kind.OTHER && kind != Weights.Kind.VOCABULARY)
          .isPresent();
    } catch (UncheckedIOException | Malformed e) {
      return false;
    }
  }

  private static boolean makesAny(DraftSource source, Stage s, List<Path> weights) {
    return weights.stream().anyMatch(w -> s.outputs().contains(source.relative(w)));
  }
}
