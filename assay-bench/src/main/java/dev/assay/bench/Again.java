package dev.assay.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// How far a kappa over few releases may be off: the releases are drawn again, with replacement,
/// whole, since the judgements on one release hang together.
///
/// @param low the 2.5th percentile
/// @param high the 97.5th
record Again(double low, double high) {
  private static final int DRAWS = 4_000;
  private static final long SEED = 20_261_128L;

  /// The interval of kappa.
  ///
  /// @param releases the counts of each release
  static Again kappa(List<Counts> releases) {
    return drawn(releases.size(), picked -> sum(releases, picked).kappa());
  }

  /// The interval of one kappa less another, over the same releases.
  ///
  /// @param one the counts of each release between one pair of judges
  /// @param other those between another pair, in the same order
  static Again difference(List<Counts> one, List<Counts> other) {
    return drawn(one.size(), picked -> sum(one, picked).kappa() - sum(other, picked).kappa());
  }

  private interface Figure {
    double of(int[] picked);
  }

  private static Again drawn(int size, Figure figure) {
    var random = new Random(SEED);
    var values = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      values[draw] = figure.of(random.ints(size, 0, Math.max(1, size)).toArray());
    }
    double[] known = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    return known.length == 0
        ? new Again(Double.NaN, Double.NaN)
        : new Again(known[known.length / 40], known[known.length - 1 - known.length / 40]);
  }

  private static Counts sum(List<Counts> releases, int[] picked) {
    Counts all = Counts.NONE;
    for (int i : picked) {
      all = all.and(releases.get(i));
    }
    return all;
  }

  /// The interval as it is printed.
  String words() {
    return String.format(Locale.ROOT, "%s to %s", Counts.show(low), Counts.show(high));
  }
}
