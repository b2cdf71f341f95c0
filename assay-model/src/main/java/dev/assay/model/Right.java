package dev.assay.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An answer to "may I?" for one act.
///
/// @param act what one would do
/// @param answer yes, yes if, no, or cannot be decided
/// @param conditions for {@link Answer#YES_IF}: what must be kept, each in a few words
/// @param reason one sentence: the binding licence and part, or what is missing to do it
/// @param clauses the clauses it rests on
public record Right(
    Act act, Answer answer, List<String> conditions, String reason, List<Clause> clauses) {
  public Right {
    conditions = List.copyOf(conditions);
    clauses = List.copyOf(clauses);
  }

  /// The acts that a report answers for.
  public enum Act {
    RUN("run it"),
    STUDY("study it"),
    FINE_TUNE("fine-tune the weights"),
    REBUILD("change the data and code, and rebuild"),
    REDISTRIBUTE("redistribute"),
    COMMERCIAL_USE("use commercially"),
    USE_OUTPUTS("use the outputs"),
    TRAIN_ON_OUTPUTS("train other models on the outputs");

    private final String title;

    Act(String title) {
      this.title = title;
    }

    /// The words that reports print.
    public String title() {
      return title;
    }
  }

  /// The answers.
  public enum Answer {
    YES("yes"),
    YES_IF("yes, if"),
    NO("no"),
    UNDECIDED("cannot be decided");

    private final String title;

    Answer(String title) {
      this.title = title;
    }

    /// The words that reports print.
    public String title() {
      return title;
    }
  }

  /// A clause of a licence.
  ///
  /// @param licence the licence's identifier
  /// @param clause where in it, for example `§1.b.v`; empty where the licence has no numbering
  /// @param says what it says, in our words
  /// @param evidence where the licence stands in the release
  public record Clause(String licence, String clause, String says, List<Evidence> evidence) {
    public Clause {
      evidence = List.copyOf(evidence);
    }

    // Written out, as {@link Evidence}'s are.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Clause c
          && licence.equals(c.licence)
          && clause.equals(c.clause)
          && says.equals(c.says)
          && evidence.equals(c.evidence);
    }

    @Override
    public int hashCode() {
      return 31 * licence.hashCode() + clause.hashCode();
    }
  }
}
