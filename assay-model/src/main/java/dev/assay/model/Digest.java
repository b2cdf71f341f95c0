package dev.assay.model;

/// A SHA-256, and what it was taken over: a 100 GB file is not hashed to quote its header.
///
/// @param scope what the hash covers
/// @param sha256 64 lower-case hexadecimal digits
public record Digest(Scope scope, String sha256) {
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
