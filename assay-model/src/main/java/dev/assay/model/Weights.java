package dev.assay.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One weights artefact as its header says: a file, or the shards that belong together.
///
/// @param path the file, or the index or first shard
/// @param files every file of the artefact that is here, in order
/// @param format the format's identifier: `safetensors`, `gguf`, ...
/// @param status whether it could be read
/// @param reason for a status other than {@link Status#OK}: what is wrong and where
/// @param kind what it holds
/// @param tensors how many tensors
/// @param parameters learned parameters, computed (packed and tied tensors as formats.md section
///   6); null when the header does not allow it
/// @param elementsByType elements for each element type, by type name
/// @param shards shards here, and expected; null when it is not sharded
/// @param quantisation the quantisation method, as configuration or header says, or null
/// @param metadata what the header says about the rest of the release, each a claim with its place
/// @param dangers what loading it would execute or follow
/// @param headerBytes bytes that were read to know this
/// @param listing the tensors, in the file's order; may be cut at a limit and then `tensors` is
///   larger
public record Weights(
    String path,
    List<String> files,
    String format,
    Status status,
    String reason,
    Kind kind,
    long tensors,
    @Nullable Long parameters,
    Map<String, Long> elementsByType,
    @Nullable Shards shards,
    @Nullable String quantisation,
    List<HeaderFact> metadata,
    List<Note> dangers,
    long headerBytes,
    Evidence evidence,
    List<Tensor> listing) {
  public Weights {
    files = List.copyOf(files);
    elementsByType = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(elementsByType));
    metadata = List.copyOf(metadata);
    dangers = List.copyOf(dangers);
    listing = List.copyOf(listing);
  }

  /// The same with one more thing that loading it would do, or that speaks against it.
  public Weights withDanger(Note note) {
    var more = new java.util.ArrayList<>(dangers);
    more.add(note);
    return with(more, headerBytes);
  }

  /// The same with another count of the bytes that were read to know it.
  public Weights withHeaderBytes(long read) {
    return with(dangers, read);
  }

  /// The same weights as the content of another file that holds them: a program, an archive.
  ///
  /// @param path the file that holds them
  /// @param format its format
  /// @param metadata what both say about the rest of the release
  /// @param dangers what loading either would execute or follow
  /// @param evidence where it was read
  public Weights within(
      String path,
      String format,
      List<HeaderFact> metadata,
      List<Note> dangers,
      Evidence evidence) {
    return new Weights(
        path,
        List.of(path),
        format,
        status,
        reason,
        kind,
        tensors,
        parameters,
        elementsByType,
        shards,
        quantisation,
        metadata,
        dangers,
        headerBytes,
        evidence,
        listing);
  }

  private Weights with(List<Note> dangers, long headerBytes) {
    return new Weights(
        path,
        files,
        format,
        status,
        reason,
        kind,
        tensors,
        parameters,
        elementsByType,
        shards,
        quantisation,
        metadata,
        dangers,
        headerBytes,
        evidence,
        listing);
  }

  /// Whether an artefact could be read.
  public enum Status {
    /// Read, and consistent in itself.
    OK,
    /// Header read; bytes that it promises are not here (partial download, missing shard).
    INCOMPLETE,
    /// A pointer stands in its place (Git LFS, cache stub).
    POINTER,
    /// Recognised, and its header is wrong.
    MALFORMED,
    /// Recognised, and over a limit of ours.
    OVER_LIMIT
  }

  /// What an artefact holds.
  public enum Kind {
    MODEL,
    ADAPTER,
    /// Tokenizer or vocabulary only.
    VOCABULARY,
    /// A training checkpoint with optimizer state.
    CHECKPOINT,
    /// A part that works with another (projector, text encoder).
    COMPONENT,
    /// A code or data file in a weights format that holds no weights.
    OTHER
  }

  /// Shards of one artefact.
  ///
  /// @param here how many are here
  /// @param expected how many the index or header says there are
  /// @param missing the names of those that are not here, at most 20
  public record Shards(int here, int expected, List<String> missing) {
    public Shards {
      missing = List.copyOf(missing);
    }
  }

  /// A statement in a header about something else than its tensors.
  ///
  /// @param topic what it is about
  /// @param key the key as it stands there
  /// @param value the value, at most 4,096 characters, not escaped
  /// @param evidence its byte range
  public record HeaderFact(Topic topic, String key, String value, Evidence evidence) {}

  /// What header facts are about.
  public enum Topic {
    NAME,
    LICENCE,
    AUTHOR,
    BASE_MODEL,
    TRAINING_DATA,
    CALIBRATION_DATA,
    ARCHITECTURE,
    PARAMETERS,
    TOOL,
    RECIPE,
    METRIC,
    TOKENIZER,
    TEMPLATE,
    REMOTE_CODE,
    OTHER
  }
}
