package dev.assay.rebuild.compare;

/// How near something rebuilt comes to what was published; the lesser is the nearer. Numbers are
/// compared only where all else is the same, so what else is not the same counts before them: a
/// search has a way to follow also where a parameter decides which numbers there are.
///
/// @param distance the largest relative norm of a tensor, 0 where nothing differs, infinite where
///   more than numbers differs
/// @param unlike the share of parts, such as predicates, tensors or lines of text, that stand on
///   one side only, from 0 to 1; 2 where nothing came out
/// @param norm the largest relative norm of the numbers that belong together; infinite where none
///   do
public record Nearness(double distance, double unlike, double norm)
    implements Comparable<Nearness> {
  /// Of a build that gave nothing.
  public static final Nearness NOTHING =
      new Nearness(Double.POSITIVE_INFINITY, 2, Double.POSITIVE_INFINITY);

  /// Whether every published number came out.
  public boolean same() {
    return distance == 0;
  }

  /// The one of the two that is farther.
  public Nearness farther(Nearness other) {
    return compareTo(other) >= 0 ? this : other;
  }

  @Override
  public int compareTo(Nearness other) {
    int by = Double.compare(distance, other.distance);
    if (by == 0) {
      by = Double.compare(unlike, other.unlike);
    }
    return by == 0 ? Double.compare(norm, other.norm) : by;
  }
}
