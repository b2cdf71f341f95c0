package dev.assay.model;

/// Something that went wrong while reading, as a value: one bad file costs one issue, never the
/// run.
///
/// @param severity how much it costs the report
/// @param source the source's identifier, or empty
/// @param path the file, or empty
/// @param message what happened, and where
/// @param next what the reader can do about it; empty when nothing
public record Issue(Severity severity, String source, String path, String message, String next) {

  /// How much an issue costs the report.
  public enum Severity {
    /// Worth knowing.
    NOTE,
    /// Something could not be read or trusted, and a finding may be poorer for it.
    WARNING,
    /// A whole source could not be read.
    ERROR
  }
}
