package dev.assay.cli;

import dev.assay.profiles.Policy;
import dev.assay.reports.CheckReport;
import dev.assay.reports.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `assay check`: a gate for CI.
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Check a release against a policy; the exit code says whether it passes.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  assay check ./my-model --policy policies/use-in-a-product.yaml",
      "  assay check repo/ weights/ --policy our-policy.yaml || exit 1",
      "",
      "Exit codes: 0 the policy is met, 1 it is not, 2 the policy or a reference is wrong,",
      "3 the release could not be assessed."
    })
final class CheckCommand implements Callable<Integer> {
  /// Longer than any policy that a person reads.
  private static final long MOST_BYTES = 1 << 20;

  private final Terminal terminal;

  @Mixin private ReleaseOptions release = new ReleaseOptions();

  @Option(
      names = "--policy",
      required = true,
      paramLabel = "FILE",
      description = "The policy, in YAML; the folder policies/ has some to start from.")
  @SuppressWarnings("NullAway.Init") // required: picocli fills it
  private Path policy;

  CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    String text;
    try {
      if (Files.size(policy) > MOST_BYTES) {
        terminal.error(policy + ": larger than a policy may be (" + MOST_BYTES + " bytes)");
        return Exit.WRONG_USE;
      }
      text = Files.readString(policy, StandardCharsets.UTF_8);
    } catch (IOException e) {
      terminal.error(policy + ": the policy could not be read: " + e.getMessage());
      return Exit.WRONG_USE;
    }
    return switch (Policy.read(policy.toString(), text)) {
      case Policy.Refused(String reason) -> {
        terminal.error(reason);
        yield Exit.WRONG_USE;
      }
      case Policy.Read(Policy read) ->
          release.assess(
              terminal,
              assessment -> {
                List<Policy.Failure> failures = read.check(assessment, Instant.now());
                new CheckReport(
                        read.name(),
                        failures.stream()
                            .map(f ->
                                new CheckReport.Failed(
                                    f.rule(), f.asks(), f.reason(), f.undecided()))
                            .toList())
                    .write(
                        assessment,
                        new Report.Layout(terminal.columns(), terminal.colour()),
                        terminal.out());
                return failures.isEmpty() ? Exit.DONE : Exit.GATE_FAILED;
              });
    };
  }
}
