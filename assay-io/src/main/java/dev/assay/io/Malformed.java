package dev.assay.io;

/// Thrown inside a reader of bytes when the bytes are not what they must be, and caught at that
/// reader's boundary, where it becomes a value with its reason. It never crosses a module: whoever
/// calls a reader gets a result.
public final class Malformed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long offset;

  /// @param offset where in the bytes, or -1
  /// @param reason what is wrong, in words that a reader of the report understands
  public Malformed(long offset, String reason) {
    super(reason, null, false, false);
    this.offset = offset;
  }

  /// Where in the bytes, or -1.
  public long offset() {
    return offset;
  }

  /// The reason with its place.
  public String describe() {
    return offset < 0 ? String.valueOf(getMessage()) : getMessage() + " (at byte " + offset + ")";
  }
}
