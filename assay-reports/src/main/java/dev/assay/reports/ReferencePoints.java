package dev.assay.reports;

import dev.assay.model.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Well-known examples on the spectrum, for comparison: editorial data in a file of their own, each
/// with its source. Nothing that judges a release reads them.
///
/// @param points at most one for each step
record ReferencePoints(List<Point> points) {

  /// One example.
  ///
  /// @param step where it stands
  /// @param kind what sort of release it is
  /// @param example its well-known names
  /// @param because why it stands there
  /// @param source who judged it so, and when
  record Point(Step step, String kind, String example, String because, String source) {}

  /// The points that come with Assay.
  static ReferencePoints builtIn() {
    var points = new ArrayList<Point>();
    for (String line : Resources.text("reference-points.tsv").split("\n", -1)) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] f = line.split("\t", -1);
      if (f.length != 5) {
        throw new IllegalStateException("reference-points.tsv: five columns are wanted: " + line);
      }
      points.add(new Point(step(Integer.parseInt(f[0])), f[1], f[2], f[3], f[4]));
    }
    return new ReferencePoints(List.copyOf(points));
  }

  private static Step step(int number) {
    return Arrays.stream(Step.values())
        .filter(s -> s.number() == number)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("reference-points.tsv: step " + number));
  }

  Optional<Point> at(Step step) {
    return points.stream().filter(p -> p.step() == step).findFirst();
  }
}
