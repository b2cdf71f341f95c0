package dev.assay.reports;

import dev.assay.model.Assessment;
import dev.assay.reports.TextPage.Cell;
import dev.assay.reports.TextPage.Style;
import java.util.List;

/// Whether a release passes a policy, and every rule that it does not pass.
public final class CheckReport implements Report {
  private final String policy;
  private final List<Failed> failures;

  /// @param policy the policy's name
  /// @param failures the rules that do not hold; empty when it passes
  public CheckReport(String policy, List<Failed> failures) {
    this.policy = policy;
    this.failures = List.copyOf(failures);
  }

  /// A rule that does not hold.
  ///
  /// @param rule where it stands in the policy
  /// @param asks what it asks
  /// @param reason why it does not hold
  /// @param undecided whether that could not be decided
  public record Failed(String rule, String asks, String reason, boolean undecided) {}

  @Override
  public String id() {
    return "check";
  }

  @Override
  public void write(Assessment a, Layout layout, Appendable out) {
    var page = new TextPage(layout, out);
    boolean passes = failures.isEmpty();
    page.line(
        0,
        List.of(
            new Cell(a.name(), 0, Style.BOLD),
            new Cell(passes ? "passes" : "does not pass", 0, passes ? Style.GOOD : Style.BAD),
            new Cell(policy, 0, Style.PLAIN)));
    for (Failed f : failures) {
      page.blank();
      Style style = f.undecided() ? Style.OPEN : Style.BAD;
      page.item(2, f.undecided() ? "?" : "✗", f.asks(), style);
      page.item(
          4, "", f.undecided() ? "cannot be decided: " + f.reason() : f.reason(), Style.PLAIN);
      page.item(4, "→", f.rule(), Style.DIM);
    }
  }
}
