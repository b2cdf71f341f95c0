package dev.assay.bench;

import dev.assay.model.Assessment;
import dev.assay.model.ProfileVerdict;
import java.util.ArrayList;
import java.util.List;

/// The grades that our verdict on one dimension of the European index leaves open.
///
/// @param dimension the dimension
/// @param low the worst grade, 0 (closed) to 2 (open)
/// @param high the best
record Range(String dimension, int low, int high) {
  static final List<String> GRADES = List.of("closed", "partial", "open");

  /// From the reasons of the profile's criteria, which begin with the grade in words.
  static List<Range> of(Assessment a) {
    var ranges = new ArrayList<Range>();
    ProfileVerdict verdict = a.profile("osai-index").orElseThrow();
    for (ProfileVerdict.Criterion c : verdict.criteria()) {
      String words = c.reason().substring(0, c.reason().indexOf(':'));
      int better = words.indexOf(" or better, at most ");
      int low = GRADES.indexOf(better < 0 ? words : words.substring(0, better));
      int high = better < 0 ? low : GRADES.indexOf(words.substring(better + 20));
      ranges.add(new Range(c.id(), low, high));
    }
    return ranges;
  }

  /// The range as it is said: one grade, or the worst and the best.
  String words() {
    return low == high ? GRADES.get(low) : GRADES.get(low) + " to " + GRADES.get(high);
  }
}
