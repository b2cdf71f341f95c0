package dev.assay.formats;

/// What a reader of one file may spend. The numbers come from the largest real headers that are
/// known, with room above them; a file that needs more is refused with a reason, never half read in
/// silence.
public final class Limits {
  /// The largest header that is read, in bytes; the reference reader of safetensors has the same.
  public static final long HEADER = 100_000_000L;

  /// The largest part of a container that is unpacked into memory, in bytes.
  public static final int UNPACKED = 64 * 1024 * 1024;

  /// How many times larger than its packed form a part may be, once it is larger than {@link
  /// #RATIO_FROM}.
  public static final int RATIO = 200;

  /// Below this many unpacked bytes the ratio is not looked at: small regular parts pack well.
  public static final int RATIO_FROM = 1024 * 1024;

  /// The deepest nesting of JSON, MessagePack and the like.
  public static final int DEPTH = 64;

  /// The deepest nesting of graphs in a graph.
  public static final int GRAPH_DEPTH = 32;

  /// The longest text that is kept, in bytes; longer ones are cut.
  public static final int TEXT = 64 * 1024;

  /// The longest value of a {@link dev.assay.model.Weights.HeaderFact}, in characters.
  public static final int FACT = 4096;

  /// The longest licence text kept of a header, in characters.
  public static final int LICENCE = 64 * 1024;

  /// How many tensors are kept in a listing; more are counted.
  public static final int LISTED = 250_000;

  /// How many tensors are counted at all.
  public static final int TENSORS = 10_000_000;

  /// How many shards an index may name.
  public static final int SHARDS = 10_000;

  /// How many entries a zip may list.
  public static final int ZIP_ENTRIES = 100_000;

  /// How many header facts and dangers are kept for one file.
  public static final int FACTS = 12_000;

  /// How many bytes of a header its evidence hashes; hashing more would cost more than reading it.
  public static final int HASHED = 64 * 1024;

  private Limits() {}
}
