package dev.assay.reports;

import dev.assay.model.Assessment;

/// A way to write an assessment. One class for each, named in {@link Reports#all()}.
public interface Report {
  /// The name for `--format`.
  String id();

  /// The media type.
  String mediaType();

  /// Writes the assessment, escaped for this medium.
  ///
  /// @param assessment what to write
  /// @param layout how wide, and whether in colour; media that have neither ignore it
  /// @param out where to
  void write(Assessment assessment, Layout layout, Appendable out);

  /// @param width columns, for text
  /// @param colour whether ANSI colours may be used
  record Layout(int width, boolean colour) {}
}
