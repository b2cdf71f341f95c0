package dev.assay.weights;

import dev.assay.model.Assessment;
import dev.assay.model.Weights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Compares two releases: the facade of `assay diff`.
public final class Diff {
  private Diff() {}

  /// Which weights of two releases belong together: those of one path; where only one on each side
  /// is left, those two.
  public static List<Pair> pairs(Assessment before, Assessment after) {
    Map<String, Weights> old = new LinkedHashMap<>();
    before.weights().stream().filter(Diff::readable).forEach(w -> old.putIfAbsent(w.path(), w));
    List<Pair> pairs = new ArrayList<>();
    List<Weights> open = new ArrayList<>();
    for (Weights w : after.weights().stream().filter(Diff::readable).toList()) {
      Weights same = old.remove(w.path());
      if (same == null) {
        open.add(w);
      } else {
        pairs.add(new Pair(same, w));
      }
    }
    if (old.size() == 1 && open.size() == 1) {
      pairs.add(new Pair(old.values().iterator().next(), open.getFirst()));
    }
    return pairs;
  }

  private static boolean readable(Weights w) {
    return w.status() == Weights.Status.OK || w.status() == Weights.Status.INCOMPLETE;
  }

  /// Compares two releases and their weights.
  ///
  /// @param before the older release
  /// @param beforeBytes the way to the bytes of its weights
  /// @param after the newer release
  /// @param afterBytes the way to the bytes of its weights
  /// @param blockValues whether block-quantised tensors of one type are to be measured by their
  ///   values too, which takes several times as long
  /// @param changed whether a file that both have, and that was read in neither, is not the same
  public static DiffReport of(
      Assessment before,
      TensorBytes beforeBytes,
      Assessment after,
      TensorBytes afterBytes,
      boolean blockValues,
      Predicate<String> changed) {
    List<WeightsDiff> weights =
        pairs(before, after).stream()
            .map(p ->
                WeightsDiff.compare(p.before(), beforeBytes, p.after(), afterBytes, blockValues))
            .toList();
    return new DiffReport(ReleaseDiff.of(before, after, changed), weights);
  }

  /// Weights that belong together.
  public record Pair(Weights before, Weights after) {}
}
