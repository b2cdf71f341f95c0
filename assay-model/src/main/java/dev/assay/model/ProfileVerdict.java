package dev.assay.model;

import java.util.List;

/// What one published definition of open says of the release.
///
/// @param profile the profile's identifier, for example `mof-1.0`
/// @param title its name
/// @param origin where the definition is published
/// @param verdict the outcome in the definition's own words, for example `Class III` or `fails`
/// @param outcome the same as a three-valued answer to "is it open by this definition?"
/// @param criteria each criterion with its reason
public record ProfileVerdict(
    String profile,
    String title,
    String origin,
    String verdict,
    Outcome outcome,
    List<Criterion> criteria) {
  public ProfileVerdict {
    criteria = List.copyOf(criteria);
  }

  /// A three-valued answer.
  public enum Outcome {
    MET("met"),
    NOT_MET("not met"),
    /// A program cannot decide it, or the facts are not in hand.
    UNDECIDED("not decidable by a program");

    private final String title;

    Outcome(String title) {
      this.title = title;
    }

    /// The words that reports print.
    public String title() {
      return title;
    }
  }

  /// One criterion of a definition.
  ///
  /// @param id its identifier in the definition
  /// @param text what it asks
  /// @param outcome whether it is met
  /// @param reason one sentence
  /// @param components the components whose findings decided it
  public record Criterion(
      String id, String text, Outcome outcome, String reason, List<Component> components) {
    public Criterion {
      components = List.copyOf(components);
    }
  }
}
