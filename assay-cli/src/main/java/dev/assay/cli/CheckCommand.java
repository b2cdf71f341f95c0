package dev.assay.cli;

import dev.assay.model.Assessment;
import dev.assay.profiles.Comparison;
import dev.assay.profiles.Policy;
import dev.assay.profiles.Profiles;
import dev.assay.reports.CheckReport;
import dev.assay.reports.CompareReport;
import dev.assay.reports.Report;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `assay check`: a gate for CI.
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description =
        "Check a release against a policy, or against somebody's record of it; the exit code says"
            + " whether it passes.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  assay check ./my-model --policy policies/use-in-a-product.yaml",
      "  assay check repo/ weights/ --policy our-policy.yaml || exit 1",
      "  assay check ./my-model --against my-model.mof.yml",
      "",
      "Exit codes: 0 the policy is met, or the record claims nothing that the files do",
      "not bear out; 1 it is not so; 2 wrong use, or a policy or record that is none;",
      "3 the release could not be read."
    })
final class CheckCommand implements Callable<Integer> {
  /// Longer than any policy that a person reads.
  private static final long MOST_BYTES = 1 << 20;

  private final Terminal terminal;

  @Mixin private ReleaseOptions release = new ReleaseOptions();
  @Mixin private ProfileOptions definitions = new ProfileOptions();

  @ArgGroup(multiplicity = "1")
  private Against against = new Against();

  /// What it is checked against: one of the two.
  static final class Against {
    @Option(
        names = "--policy",
        required = true,
        paramLabel = "FILE",
        description = "The policy, in YAML; the folder policies/ has some to start from.")
    @Nullable Path policy;

    @Option(
        names = "--against",
        required = true,
        paramLabel = "FILE",
        description =
            "A record of the Model Openness Tool or an entry of the European index, in their YAML.")
    @Nullable Path record;
  }

  CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Path policy = against.policy;
    Path record = against.record;
    Path file = policy == null ? record : policy;
    if (file == null) {
      throw new IllegalStateException("neither a policy nor a record, against the command's rule");
    }
    Optional<String> text = text(file);
    Optional<Profiles> profiles = text.flatMap(t -> definitions.load(terminal));
    if (text.isEmpty() || profiles.isEmpty()) {
      return Exit.WRONG_USE;
    }
    Optional<ToIntFunction<Assessment>> check =
        policy == null ? record(file, text.get()) : policy(file, text.get());
    return check
        .map(c -> release.assess(terminal, a -> c.applyAsInt(definitions.judge(profiles.get(), a))))
        .orElse(Exit.WRONG_USE);
  }

  private Optional<String> text(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        terminal.error(file + ": larger than such a file may be (" + MOST_BYTES + " bytes)");
        return Optional.empty();
      }
      return Optional.of(Files.readString(file, StandardCharsets.UTF_8));
    } catch (CharacterCodingException e) {
      terminal.error(file + ": is not UTF-8");
      return Optional.empty();
    } catch (IOException e) {
      terminal.error(FileTrouble.reading(file, e));
      return Optional.empty();
    }
  }

  private Optional<ToIntFunction<Assessment>> policy(Path file, String text) {
    return switch (Policy.read(file.toString(), text)) {
      case Policy.Refused(String reason) -> {
        terminal.error(reason);
        yield Optional.empty();
      }
      case Policy.Read(Policy read) -> Optional.of(a -> check(read, a));
    };
  }

  private int check(Policy policy, Assessment assessment) {
    List<Policy.Failure> failures = policy.check(assessment, Instant.now());
    new CheckReport(
            policy.name(),
            failures.stream()
                .map(f -> new CheckReport.Failed(f.rule(), f.asks(), f.reason(), f.undecided()))
                .toList())
        .write(assessment, layout(), terminal.out());
    return failures.isEmpty() ? Exit.DONE : Exit.GATE_FAILED;
  }

  private Optional<ToIntFunction<Assessment>> record(Path file, String text) {
    return switch (Comparison.read(file.toString(), text)) {
      case Comparison.Refused(String reason) -> {
        terminal.error(reason);
        yield Optional.empty();
      }
      case Comparison.Read(Comparison.Record read) -> Optional.of(a -> compare(read, a));
    };
  }

  private int compare(Comparison.Record record, Assessment assessment) {
    Comparison.Compared c = Comparison.compare(record, assessment);
    List<CompareReport.Row> rows =
        c.rows().stream()
            .map(r ->
                new CompareReport.Row(
                    r.subject(),
                    r.says(),
                    r.shows(),
                    r.agreement().title(),
                    switch (r.agreement()) {
                      case SAME -> CompareReport.Sign.SAME;
                      case OTHERWISE, RECORD_SAYS_MORE -> CompareReport.Sign.WRONG;
                      case FILES_SHOW_MORE -> CompareReport.Sign.MORE;
                      case UNDECIDED -> CompareReport.Sign.OPEN;
                    }))
            .toList();
    new CompareReport(c.definition(), c.name(), c.says(), c.shows(), rows)
        .write(assessment, layout(), terminal.out());
    return c.holds() ? Exit.DONE : Exit.GATE_FAILED;
  }

  private Report.Layout layout() {
    return new Report.Layout(terminal.columns(), terminal.colour());
  }
}
