package dev.assay.model;

import org.jspecify.annotations.Nullable;

/// A SHA-256, and what it was taken over: a 100 GB file is not hashed to quote its header.
///
/// @param scope what the hash covers
/// @param sha256 64 lower-case hexadecimal digits
public record Digest(Scope scope, String sha256) {
  // Written out: a record's own is put together at run time, which a short run pays for each time.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Digest d && scope == d.scope && sha256.equals(d.sha256);
  }

  @Override
  public int hashCode() {
    return sha256.hashCode();
  }

  /// What a digest covers.
  public enum Scope {
    /// The whole file.
    FILE,
    /// Only the bytes of the evidence's span.
    SPAN,
    /// Not computed here: stated by a pointer, manifest or server.
    STATED
  }
}
