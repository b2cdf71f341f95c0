package dev.assay.weights;

import dev.assay.model.Tensor;
import org.jspecify.annotations.Nullable;

/// One tensor in two sets of weights.
///
/// @param before in the older set; null when it is new
/// @param after in the newer set; null when it is gone
/// @param change what changed, the most telling first where several things did
/// @param values how the values differ; null where they were not compared
/// @param note why it was not compared, or what else is worth knowing; empty otherwise
public record TensorDiff(
    @Nullable Tensor before,
    @Nullable Tensor after,
    Change change,
    @Nullable ValueDiff values,
    String note) {

  /// The name in the newer set, or the older one's where it is gone.
  public String name() {
    if (after != null) {
      return after.name();
    }
    return before == null ? "" : before.name();
  }

  /// Whether it has another name now.
  public boolean renamed() {
    return before != null && after != null && !before.name().equals(after.name());
  }

  /// What happened to a tensor.
  public enum Change {
    /// The same name, shape, type and bits.
    IDENTICAL("identical"),
    /// The same shape, type and bits under another name.
    RENAMED("renamed"),
    /// The same bits in another shape.
    RESHAPED("reshaped"),
    /// Another element type; {@link TensorDiff#values} says how far the values are the same.
    RETYPED("retyped"),
    /// From or to a quantised form; {@link TensorDiff#values} says how far the values lie apart,
    /// where they can be read.
    REQUANTISED("requantised"),
    /// The same shape and type, other values.
    CHANGED("changed"),
    /// Another number of values.
    RESIZED("resized"),
    ADDED("added"),
    REMOVED("removed"),
    /// The bytes could not be read.
    NOT_COMPARED("not compared");

    private final String title;

    Change(String title) {
      this.title = title;
    }

    /// The words that reports print.
    public String title() {
      return title;
    }
  }
}
