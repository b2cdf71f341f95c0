package dev.assay.weights;

import java.util.List;

/// How the values of two tensors differ.
///
/// @param values values compared
/// @param differing those that are not the same bits; for two types of element, not the same value
/// @param notFinite of those differing, pairs with a NaN or an infinity on either side; they count
///   in nothing below
/// @param largest the largest absolute difference
/// @param mean the mean absolute difference over all values
/// @param relativeNorm the Euclidean norm of the difference divided by that of the older tensor;
///   infinite where the older is all zero
/// @param ulps a histogram of differences in units in the last place: at index 0 the values whose
///   bits alone differ (0.0 and -0.0), at index k those from 2^(k-1) to 2^k - 1 units; empty where
///   the types differ
public record ValueDiff(
    long values,
    long differing,
    long notFinite,
    double largest,
    double mean,
    double relativeNorm,
    List<Long> ulps) {
  public ValueDiff {
    ulps = List.copyOf(ulps);
  }

  /// The share of values that are the same, from 0 to 1; 1 where there are none.
  public double same() {
    return values == 0 ? 1 : (values - differing) / (double) values;
  }
}
