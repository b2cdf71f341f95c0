package dev.assay.weights;

import dev.assay.model.DType;
import dev.assay.model.Tensor;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/// Reads the values of tensors that are stored in one way, a whole number of blocks at a time; a
/// plain type's block is one value.
interface ValueReader {

  /// The reader of an element type; empty where Assay cannot read its values.
  static Optional<ValueReader> of(DType type) {
    Optional<ValueType> plain = ValueType.of(type);
    return plain.isPresent() ? plain.map(t -> t) : BlockType.of(type).map(t -> t);
  }

  /// Values in a block; 1 for plain types.
  int blockValues();

  /// Bytes of a block.
  int blockBytes();

  /// Whether values may be other than whole numbers.
  boolean floating();

  /// Reads values.
  ///
  /// @param from the bytes of at least `count` values
  /// @param count a whole number of blocks
  void read(MemorySegment from, double[] into, int count);

  /// Whether a tensor's data are as long as its shape says.
  default boolean fits(Tensor tensor) {
    return tensor.elements() % blockValues() == 0
        && tensor.bytes() % blockBytes() == 0
        && tensor.bytes() / blockBytes() == tensor.elements() / blockValues();
  }
}
