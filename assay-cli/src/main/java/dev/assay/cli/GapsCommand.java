package dev.assay.cli;

import dev.assay.model.Assessment;
import dev.assay.profiles.Gap;
import dev.assay.profiles.Gaps;
import dev.assay.profiles.Profiles;
import dev.assay.reports.GapsReport;
import dev.assay.reports.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `assay gaps`: what is missing, as a list of things to do.
@Command(
    name = "gaps",
    mixinStandardHelpOptions = true,
    description = "What is missing for the next step, as a list of things to do.",
    footerHeading = "%nExamples:%n",
    footer = {"  assay gaps ./my-model", "  assay gaps ./my-model --profile mof"})
final class GapsCommand implements Callable<Integer> {
  /// Assay's own ladder.
  private static final String LADDER = "ladder";

  private final Terminal terminal;

  @Mixin private ReleaseOptions release = new ReleaseOptions();

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      defaultValue = LADDER,
      description = "Whose definition: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
      completionCandidates = ProfileIds.class)
  private String profile = LADDER;

  GapsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    return release.assess(
        terminal,
        assessment -> {
          if (!profile.equals(LADDER)) {
            return byProfile(assessment);
          }
          new GapsReport()
              .write(
                  assessment,
                  new Report.Layout(terminal.columns(), terminal.colour()),
                  terminal.out());
          return Exit.DONE;
        });
  }

  private int byProfile(Assessment assessment) {
    Optional<List<Gap>> gaps = Gaps.of(Profiles.builtIn(), assessment, profile);
    if (gaps.isEmpty()) {
      terminal.error(
          "no profile is called '"
              + profile
              + "'; there are "
              + String.join(", ", new ProfileIds()));
      return Exit.WRONG_USE;
    }
    var out = terminal.out();
    assessment
        .profile(profile)
        .ifPresent(v -> out.println(Plain.line(v.title() + ": " + v.verdict()) + "\n"));
    int n = 0;
    for (Gap gap : gaps.get()) {
      out.println("  " + ++n + ". " + Plain.line(gap.component().title() + ": " + gap.add()));
      out.println("     Now: " + Plain.line(gap.now()));
      out.println("     Where: " + Plain.line(gap.where()));
      if (!gap.example().isEmpty()) {
        out.println("     Example: " + Plain.line(gap.example()));
      }
      out.println("     With this and all before it: " + Plain.line(gap.reaches()) + "\n");
    }
    if (n == 0) {
      out.println("Nothing is missing that could be added.");
    }
    return Exit.DONE;
  }

  /// The names for `--profile`.
  static final class ProfileIds extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    ProfileIds() {
      add(LADDER);
      addAll(Profiles.builtIn().ids());
    }
  }
}
