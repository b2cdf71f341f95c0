package dev.assay.profiles;

import dev.assay.model.ProfileVerdict;
import dev.assay.model.ProfileVerdict.Outcome;
import dev.assay.profiles.Answer.Fix;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A definition that grades each dimension as open, partial or closed and takes their mean. What a
/// program cannot grade leaves a range.
///
/// @param name what it is called
/// @param dimensions what it grades
record GradedProfile(Name name, List<Dimension> dimensions) implements Profile {

  /// One dimension.
  ///
  /// @param id its identifier in the definition
  /// @param text what it asks, in our words
  /// @param open when it is open
  /// @param partial when it is at least partial
  record Dimension(String id, String text, Condition open, Condition partial) {

    Grading grade(Facts facts) {
      Answer whole = open.ask(facts);
      Answer part = partial.ask(facts);
      Grade low =
          whole.outcome() == Outcome.MET
              ? Grade.OPEN
              : part.outcome() == Outcome.MET ? Grade.PARTIAL : Grade.CLOSED;
      Grade high =
          whole.outcome() != Outcome.NOT_MET
              ? Grade.OPEN
              : part.outcome() != Outcome.NOT_MET ? Grade.PARTIAL : Grade.CLOSED;
      Answer telling =
          whole.outcome() == Outcome.MET || part.outcome() == Outcome.MET ? whole : part;
      return new Grading(this, low, high, telling, whole);
    }
  }

  /// The grades, worst first.
  enum Grade {
    CLOSED(0),
    PARTIAL(0.5),
    OPEN(1);

    final double points;

    Grade(double points) {
      this.points = points;
    }

    String words() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// How one dimension is graded.
  ///
  /// @param dimension which
  /// @param low the grade that the facts prove
  /// @param high the grade that they do not rule out
  /// @param telling the answer that says why
  /// @param whole the answer to whether it is open
  record Grading(Dimension dimension, Grade low, Grade high, Answer telling, Answer whole) {
    String words() {
      return low == high ? low.words() : low.words() + " or better, at most " + high.words();
    }
  }

  List<Grading> grades(Facts facts) {
    return dimensions.stream().map(d -> d.grade(facts)).toList();
  }

  @Override
  public ProfileVerdict verdict(Facts facts) {
    List<Grading> grades = grades(facts);
    double low = grades.stream().mapToDouble(g -> g.low.points).average().orElse(0);
    double high = grades.stream().mapToDouble(g -> g.high.points).average().orElse(0);
    String words =
        low == high
            ? String.format(Locale.ROOT, "score %.2f of 1", low)
            : String.format(Locale.ROOT, "score %.2f to %.2f of 1", low, high);
    Outcome outcome = low == 1 ? Outcome.MET : high < 1 ? Outcome.NOT_MET : Outcome.UNDECIDED;
    var criteria =
        grades.stream()
            .map(g ->
                new ProfileVerdict.Criterion(
                    g.dimension.id,
                    g.dimension.text,
                    g.low == Grade.OPEN
                        ? Outcome.MET
                        : g.low == g.high ? Outcome.NOT_MET : Outcome.UNDECIDED,
                    g.words() + ": " + g.telling.reason(),
                    g.telling.inOrder()))
            .toList();
    return new ProfileVerdict(name.id(), name.title(), name.origin(), words, outcome, criteria);
  }

  @Override
  public double nearness(Facts facts) {
    double near = 0;
    for (Grading g : grades(facts)) {
      near += g.low.points + g.high.points / 10 - g.whole.missing().size() * 0.001;
    }
    return near;
  }

  @Override
  public Set<Fix> missing(Facts facts) {
    var missing = new LinkedHashSet<Fix>();
    grades(facts).forEach(g -> missing.addAll(g.whole.missing()));
    return missing;
  }
}
