package dev.assay.weights;

import dev.assay.model.Weights;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Two sets of weights, tensor by tensor.
///
/// @param before the older set's path
/// @param after the newer set's path
/// @param tensors one for each tensor of either: in the newer set's order, then those that are gone
/// @param metadata what the headers say beside their tensors, where that differs
/// @param bytes how many bytes of tensors were compared, both sides together
/// @param incomplete why this is not all, for example a listing that was cut; empty when it is
public record WeightsDiff(
    String before,
    String after,
    List<TensorDiff> tensors,
    List<MetadataDiff> metadata,
    long bytes,
    List<String> incomplete) {
  public WeightsDiff {
    tensors = List.copyOf(tensors);
    metadata = List.copyOf(metadata);
    incomplete = List.copyOf(incomplete);
  }

  /// Compares two sets of weights; each file is gone through once.
  ///
  /// @param before the older set, with the way to its bytes
  /// @param after the newer set, with the way to its bytes
  public static WeightsDiff compare(
      Weights before, TensorBytes beforeBytes, Weights after, TensorBytes afterBytes) {
    return compare(before, beforeBytes, after, afterBytes, false);
  }

  /// The same, and how far the values of blocks of one type lie apart, where asked; that takes much
  /// longer than comparing their bytes.
  public static WeightsDiff compare(
      Weights before,
      TensorBytes beforeBytes,
      Weights after,
      TensorBytes afterBytes,
      boolean blockValues) {
    return new Comparison(before, beforeBytes, after, afterBytes, blockValues).run();
  }

  /// How many tensors changed in each way; ways that do not occur are left out.
  public Map<TensorDiff.Change, Long> counts() {
    Map<TensorDiff.Change, Long> counts = new TreeMap<>();
    tensors.forEach(t -> counts.merge(t.change(), 1L, Long::sum));
    return counts;
  }

  /// Whether every tensor was compared and has the same name, shape, type and bits.
  public boolean identical() {
    return incomplete.isEmpty()
        && tensors.stream().allMatch(t -> t.change() == TensorDiff.Change.IDENTICAL);
  }

  /// A key of a header whose value is not the same.
  ///
  /// @param key the key
  /// @param before its value in the older header; empty where it has none
  /// @param after its value in the newer header; empty where it has none
  public record MetadataDiff(String key, String before, String after) {}
}
