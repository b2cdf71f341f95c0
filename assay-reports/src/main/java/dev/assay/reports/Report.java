package dev.assay.reports;

import dev.assay.model.Assessment;

/// A way to write an assessment. One class for each, named in {@link Reports#all()}.
public interface Report {
  /// The name for `--format`.
  String id();

  /// Writes the assessment, escaped for this medium.
  ///
  /// @param assessment what to write
  /// @param layout how wide, whether in colour, and how much; media ignore what they do not have
  /// @param out where to
  /// @throws java.io.UncheckedIOException when `out` cannot be written to
  void write(Assessment assessment, Layout layout, Appendable out);

  /// How a report is laid out.
  ///
  /// @param width columns, for text
  /// @param colour whether ANSI colours may be used
  /// @param detailed whether text and Markdown print all that they would cut: every list to its
  ///   end, every quotation, every note; JSON and HTML always do
  /// @param tensors whether JSON carries the listing of tensors of each weights artefact, which can
  ///   be larger than all the rest
  record Layout(int width, boolean colour, boolean detailed, boolean tensors) {

    /// The concise layout.
    ///
    /// @param width columns, for text
    public Layout(int width, boolean colour) {
      this(width, colour, false, false);
    }

    /// The same layout with everything printed.
    public Layout withDetail() {
      return new Layout(width, colour, true, tensors);
    }

    /// The same layout with tensors listed.
    public Layout withTensors() {
      return new Layout(width, colour, detailed, true);
    }
  }
}
