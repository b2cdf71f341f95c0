package dev.assay.cli;

import dev.assay.formats.WeightsCatalogue;
import dev.assay.io.ReadMeter;
import dev.assay.io.TextFile;
import dev.assay.model.Issue;
import dev.assay.model.Note;
import dev.assay.model.Weights;
import dev.assay.reports.Report;
import dev.assay.reports.WeightsReport;
import dev.assay.sources.Opened;
import dev.assay.sources.SourceOptions;
import dev.assay.sources.Sources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `assay weights`: what weights files hold, by their headers.
@Command(
    name = "weights",
    mixinStandardHelpOptions = true,
    description = "What weights files hold, read from their headers alone.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  assay weights model.gguf",
      "  assay weights ./my-model --tensors",
      "  assay weights model.onnx --format json"
    })
final class WeightsCommand implements Callable<Integer>, OnReferences {
  // As many bytes as it takes until the compiler sees that hashing is worth its while.
  private static final int WARM = 32 * 1024;

  private final Terminal terminal;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH|REF",
      description = "Files, folders, archives or references.")
  private List<String> references = new ArrayList<>();

  @Option(names = "--tensors", description = "List every tensor.")
  private boolean tensors;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text or json (default: ${DEFAULT-VALUE}).")
  private String format = "text";

  @Option(names = "--offline", description = "Use no network, whatever is named.")
  private boolean offline;

  WeightsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public int run(List<String> given) {
    references = given;
    return call();
  }

  /// Makes what hashes need beside the opening of files. Every header is hashed, and a cold process
  /// takes longer over the first blocks than over reading a header.
  private static void prepare() {
    Thread.ofPlatform().daemon().name("prepare").start(() -> TextFile.sha256(new byte[WARM]));
  }

  @Override
  public Integer call() {
    if (!format.equals("text") && !format.equals("json")) {
      terminal.error("no format is called '" + format + "'; there are text, json");
      return Exit.WRONG_USE;
    }
    prepare();
    var meter = new ReadMeter();
    try (Opened opened = Sources.open(references, SourceOptions.ofProcess(offline), meter)) {
      for (Issue issue : opened.issues()) {
        terminal.error(issue.path() + ": " + issue.message());
      }
      if (opened.trees().isEmpty()) {
        return opened.wrongUse() ? Exit.WRONG_USE : Exit.NOT_ASSESSED;
      }
      var weights = new ArrayList<Weights>();
      var notes = new LinkedHashMap<String, Note>();
      var issues = new ArrayList<Issue>();
      opened
          .trees()
          .forEach(tree -> {
            WeightsCatalogue.Catalogue catalogue = WeightsCatalogue.read(tree);
            weights.addAll(catalogue.artefacts());
            // What concerns the weights and the architecture is noted for both.
            new TreeMap<>(catalogue.assembly().notes())
                .values()
                .forEach(of -> of.forEach(n -> notes.putIfAbsent(n.text() + n.evidence(), n)));
            issues.addAll(catalogue.issues());
          });
      var report =
          new WeightsReport(weights, List.copyOf(notes.values()), issues, meter.bytesRead());
      if (format.equals("json")) {
        report.json(tensors, terminal.out());
      } else {
        report.text(
            new Report.Layout(terminal.columns(), terminal.colour(), true, tensors),
            terminal.out());
      }
      return weights.isEmpty() ? Exit.NOT_ASSESSED : Exit.DONE;
    }
  }
}
