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
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/// Which reports to write, and where.
final class ReportOptions {
  private static final int NARROWEST = 40;
  private static final int WIDEST = 400;

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

  @Option(names = "--width", paramLabel = "COLUMNS", description = "How wide to print, 40 to 400.")
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

  /// Whether what was asked for can be written, as far as that can be told before anything is read;
  /// if not, says why.
  ///
  /// @param there the names of the reports that there are
  boolean usable(List<String> there, Terminal terminal) {
    Stream<String> asked = outputs.isEmpty() ? Stream.of(format) : outputs.keySet().stream();
    Stream<String> unknown =
        asked
            .filter(id -> !there.contains(id))
            .map(id -> "no report is called '" + id + "'; there are " + String.join(", ", there));
    Stream<String> narrow =
        width == null || width >= NARROWEST && width <= WIDEST
            ? Stream.of()
            : Stream.of("--width is a number of columns from " + NARROWEST + " to " + WIDEST);
    Stream<String> unwritable =
        outputs.values().stream().flatMap(f -> Stream.ofNullable(FileTrouble.beforeWriting(f)));
    Optional<String> wrong =
        Stream.of(unknown, narrow, unwritable).flatMap(reasons -> reasons).findFirst();
    wrong.ifPresent(terminal::error);
    return wrong.isEmpty();
  }

  /// Writes what was asked for of an assessment.
  int write(Assessment assessment, Terminal terminal) {
    return write(id -> (layout, out) -> report(id).write(assessment, layout, out), terminal);
  }

  /// Writes what was asked for of the models of this machine.
  int write(StoreReport stores, Terminal terminal) {
    return write(id -> (layout, out) -> stores.write(id, layout, out), terminal);
  }

  private int write(Function<String, Writing> writing, Terminal terminal) {
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
        terminal.error(FileTrouble.writing(output.getValue(), e));
        return Exit.NOT_ASSESSED;
      }
    }
    return Exit.DONE;
  }

  private Report.Layout layout(Terminal terminal) {
    return new Report.Layout(
        width == null ? terminal.columns() : width, terminal.colour(), verbose, tensors);
  }

  private static Report report(String id) {
    Optional<Report> report = Reports.byId(id);
    return report.orElseThrow(() -> new IllegalArgumentException(id));
  }
}
