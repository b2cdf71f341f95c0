package dev.assay.cli;

import dev.assay.model.Assessment;
import dev.assay.reports.Report;
import dev.assay.reports.Reports;
import dev.assay.reports.StoreReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;

/// Which reports to write, and where.
final class ReportOptions {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      completionCandidates = Formats.class,
      description = "What to print: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private String format = "text";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT=FILE",
      description =
          "Write a report to a file; may be given several times. Nothing is printed then.")
  private Map<String, Path> outputs = new LinkedHashMap<>();

  @Option(
      names = {"-v", "--verbose"},
      description = "Longer lists and more evidence.")
  private boolean verbose;

  @Option(names = "--tensors", description = "With --format json: list every tensor.")
  private boolean tensors;

  @Option(names = "--width", paramLabel = "COLUMNS", description = "How wide to print.")
  private Integer width;

  @SuppressWarnings("NullAway.Init") // an Integer that picocli leaves null when it was not given
  ReportOptions() {}

  /// Names of reports, for completion and help.
  static final class Formats extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Formats() {
      super(Reports.all().stream().map(Report::id).toList());
    }
  }

  /// A report in a layout.
  private interface Writing {
    void to(Report.Layout layout, Appendable out);
  }

  /// Writes what was asked for of an assessment.
  int write(Assessment assessment, Terminal terminal) {
    return write(
        Reports.all().stream().map(Report::id).toList(),
        id -> (layout, out) -> report(id).write(assessment, layout, out),
        terminal);
  }

  /// Writes what was asked for of the models of this machine.
  int write(StoreReport stores, Terminal terminal) {
    return write(
        StoreReport.FORMATS, id -> (layout, out) -> stores.write(id, layout, out), terminal);
  }

  private int write(List<String> there, Function<String, Writing> writing, Terminal terminal) {
    List<String> asked = outputs.isEmpty() ? List.of(format) : List.copyOf(outputs.keySet());
    for (String id : asked) {
      if (!there.contains(id)) {
        terminal.error("no report is called '" + id + "'; there are " + String.join(", ", there));
        return Exit.WRONG_USE;
      }
    }
    if (outputs.isEmpty()) {
      writing.apply(format).to(layout(terminal), terminal.out());
      return Exit.DONE;
    }
    for (Map.Entry<String, Path> output : outputs.entrySet()) {
      try (Writer out = Files.newBufferedWriter(output.getValue(), StandardCharsets.UTF_8)) {
        writing
            .apply(output.getKey())
            .to(new Report.Layout(width == null ? 100 : width, false, verbose, tensors), out);
      } catch (IOException | UncheckedIOException e) {
        terminal.error("could not write " + output.getValue() + ": " + e.getMessage());
        return Exit.NOT_ASSESSED;
      }
    }
    return Exit.DONE;
  }

  private Report.Layout layout(Terminal terminal) {
    return new Report.Layout(
        width == null ? terminal.columns() : Math.clamp(width, 40, 400),
        terminal.colour(),
        verbose,
        tensors);
  }

  private static Report report(String id) {
    Optional<Report> report = Reports.byId(id);
    return report.orElseThrow(() -> new IllegalArgumentException(id));
  }
}
