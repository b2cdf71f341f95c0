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
    footer = {
      "  assay gaps ./my-model",
      "  assay gaps ./my-model --profile mof",
      "  assay gaps ./my-model --profile ours --profiles our-definition.yaml"
    })
final class GapsCommand implements Callable<Integer> {
  /// Assay's own ladder.
  private static final String LADDER = "ladder";

  private final Terminal terminal;

  @Mixin private ReleaseOptions release = new ReleaseOptions();
  @Mixin private ProfileOptions definitions = new ProfileOptions();

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      defaultValue = LADDER,
      description =
          "Whose definition: ${COMPLETION-CANDIDATES}, or the beginning of one of these (default:"
              + " ${DEFAULT-VALUE}).",
      completionCandidates = ProfileIds.class)
  private String profile = LADDER;

  GapsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (profile.equals(LADDER)) {
      return release.assess(
          terminal,
          assessment -> {
            new GapsReport().write(assessment, layout(), terminal.out());
            return Exit.DONE;
          });
    }
    Optional<Profiles> profiles = definitions.load(terminal);
    if (profiles.isEmpty()) {
      return Exit.WRONG_USE;
    }
    Optional<String> id = profiles.get().named(profile);
    if (id.isEmpty()) {
      terminal.error(unknown(profiles.get().ids()));
      return Exit.WRONG_USE;
    }
    return release.assess(terminal, a -> gaps(profiles.get(), id.get(), a));
  }

  /// What is said of a name that is no profile's, or the beginning of several.
  private String unknown(List<String> ids) {
    List<String> begun = ids.stream().filter(id -> id.startsWith(profile)).toList();
    return begun.size() > 1
        ? "'" + profile + "' is the beginning of several profiles: " + String.join(", ", begun)
        : "no profile is called '"
            + profile
            + "'; there are "
            + LADDER
            + ", "
            + String.join(", ", ids);
  }

  private int gaps(Profiles profiles, String id, Assessment assessment) {
    List<Gap> gaps = Gaps.of(profiles, assessment, id).orElseThrow();
    ProfileVerdict now =
        profiles.of(assessment).stream()
            .filter(p -> p.profile().equals(id))
            .findFirst()
            .orElseThrow();
    new TodoReport(
            now.title(),
            now.verdict(),
            gaps.stream()
                .map(g ->
                    new TodoReport.Todo(
                        g.component().title(),
                        g.now(),
                        g.add(),
                        g.where(),
                        g.example(),
                        g.reaches()))
                .toList(),
            Gaps.left(profiles, assessment, id))
        .write(assessment, layout(), terminal.out());
    return Exit.DONE;
  }

  private Report.Layout layout() {
    return new Report.Layout(terminal.columns(), terminal.colour());
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
