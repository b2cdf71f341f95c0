package dev.assay.cli;

import dev.assay.model.Assessment;
import dev.assay.reports.Report;
import dev.assay.reports.Reports;
import dev.assay.reports.StoreReport;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `assay inspect`: the main job.
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    description = "What is open in this release, and how do we know?",
    footerHeading = "%nExamples:%n",
    footer = {
      "  assay inspect ./my-model",
      "  assay inspect training-repo/ weights.safetensors data.tar.gz",
      "  assay inspect ./my-model --format json > assessment.json",
      "  assay inspect ./my-model -o html=report.html -o markdown=REPORT.md",
      "  assay inspect --store hf              what the hub's cache here holds",
      "  assay inspect --store all --format json"
    })
final class InspectCommand implements Callable<Integer>, OnReferences {
  private final Terminal terminal;

  @Mixin private ReleaseOptions release = new ReleaseOptions();
  @Mixin private ReportOptions reports = new ReportOptions();
  @Mixin private ProfileOptions definitions = new ProfileOptions();

  @Option(
      names = "--store",
      paramLabel = "STORE",
      completionCandidates = StoreInventory.Names.class,
      description = {
        "List and assess what a program keeps on this machine, offline: ${COMPLETION-CANDIDATES}."
            + " A folder may be named where the store lies elsewhere."
      })
  private @Nullable String store;

  InspectCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public int run(List<String> references) {
    release.references(references);
    return call();
  }

  @Override
  public Integer call() {
    List<String> there =
        store == null ? Reports.all().stream().map(Report::id).toList() : StoreReport.FORMATS;
    if (!reports.usable(there, terminal)) {
      return Exit.WRONG_USE;
    }
    if (store != null) {
      return new StoreInventory(terminal, release.quiet())
          .list(store, release.references(), reports);
    }
    Optional<UnaryOperator<Assessment>> own = definitions.own(terminal);
    if (own.isEmpty()) {
      return Exit.WRONG_USE;
    }
    return release.assess(
        terminal,
        assessment -> {
          int written = reports.write(own.get().apply(assessment), terminal);
          if (written != Exit.DONE) {
            return written;
          }
          return assessment.kind() == Assessment.Kind.NOTHING ? Exit.NOT_ASSESSED : Exit.DONE;
        });
  }
}
