package dev.assay.cli;

import dev.assay.model.Assessment;
import dev.assay.model.ProfileVerdict;
import dev.assay.profiles.Gap;
import dev.assay.profiles.Gaps;
import dev.assay.profiles.Profiles;
import dev.assay.reports.GapsReport;
import dev.assay.reports.Report;
import dev.assay.reports.TodoReport;
import java.util.ArrayList;
import java.util.Iterator;
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
    String title = assessment.profile(profile).map(ProfileVerdict::title).orElse(profile);
    new TodoReport(
            title,
            gaps.get().stream()
                .map(g ->
                    new TodoReport.Todo(
                        g.component().title(),
                        g.now(),
                        g.add(),
                        g.where(),
                        g.example(),
                        g.reaches()))
                .toList())
        .write(
            assessment, new Report.Layout(terminal.columns(), terminal.colour()), terminal.out());
    return Exit.DONE;
  }

  /// The names for `--profile`; the definitions are read when somebody asks for the names.
  static final class ProfileIds implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      var ids = new ArrayList<String>();
      ids.add(LADDER);
      ids.addAll(Profiles.builtIn().ids());
      return ids.iterator();
    }
  }
}
