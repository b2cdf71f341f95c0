package dev.assay.profiles;

import dev.assay.model.Assessment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What somebody asks of a release before they use it, written in YAML for a lawyer to read. Every
/// rule that does not hold is a failure with its reason; what cannot be decided fails too, unless
/// the policy says otherwise.
public final class Policy {
  private final String name;
  private final String about;
  private final List<PolicyRule> rules;
  private final boolean undecidedPasses;
  private final LicenceSets sets;

  Policy(
      String name,
      String about,
      List<PolicyRule> rules,
      boolean undecidedPasses,
      LicenceSets sets) {
    this.name = name;
    this.about = about;
    this.rules = List.copyOf(rules);
    this.undecidedPasses = undecidedPasses;
    this.sets = sets;
  }

  /// The policy's name.
  public String name() {
    return name;
  }

  /// What it is for, in its author's words.
  public String about() {
    return about;
  }

  /// What came of reading a policy.
  public sealed interface Reading {}

  /// The policy.
  public record Read(Policy policy) implements Reading {}

  /// The text is no policy.
  ///
  /// @param reason one line with file, line and column
  public record Refused(String reason) implements Reading {}

  /// Reads a policy. An unknown key is refused: a misspelt rule must not pass in silence.
  ///
  /// @param file the file's name, for messages
  public static Reading read(String file, String text) {
    try {
      return new Read(PolicyFile.read(YamlTree.parse(file, text)));
    } catch (BadFile e) {
      return new Refused(e.line());
    }
  }

  /// A rule that does not hold.
  ///
  /// @param rule where the rule stands in the policy, `file:line:column`
  /// @param asks what it asks
  /// @param reason why it does not hold
  /// @param undecided whether that could not be decided, and is not known to be wrong
  public record Failure(String rule, String asks, String reason, boolean undecided) {}

  /// Checks an assessment with its profiles computed.
  ///
  /// @param now for rules on age
  /// @return every failure, in the order of the policy; empty when it passes
  public List<Failure> check(Assessment assessment, Instant now) {
    var facts = new Facts(assessment, sets);
    var failures = new ArrayList<Failure>();
    for (PolicyRule rule : rules) {
      Answer answer = rule.ask(facts, now);
      boolean undecided =
          switch (answer.outcome()) {
            case MET -> false;
            case UNDECIDED -> true;
            case NOT_MET -> false;
          };
      boolean fails =
          switch (answer.outcome()) {
            case MET -> false;
            case UNDECIDED -> !undecidedPasses;
            case NOT_MET -> true;
          };
      if (fails) {
        failures.add(new Failure(rule.where(), rule.asks(), answer.reason(), undecided));
      }
    }
    return failures;
  }
}
