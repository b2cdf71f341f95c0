package dev.assay.model;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One tensor of a weights file, as its header says.
///
/// @param name its name in the file
/// @param role what it is for, where that can be told
/// @param shape its dimensions in the file's own order, outermost first as the format's framework
///   counts them (GGUF stores innermost first; readers reverse); empty for a scalar
/// @param type its element type
/// @param file the file that holds its bytes, relative to the release's root
/// @param offset the first byte of its data in that file, or -1 where the header does not say
/// @param bytes the length of its data in bytes, or -1
/// @param storage an identifier of the storage when several tensors share one (tied weights,
///   views); null when its storage is its own
public record Tensor(
    String name,
    Role role,
    List<Long> shape,
    DType type,
    String file,
    long offset,
    long bytes,
    @Nullable String storage) {
  public Tensor {
    shape = List.copyOf(shape);
  }

  /// The number of elements as the shape says.
  ///
  /// @throws ArithmeticException when it exceeds a long; readers refuse such headers
  public long elements() {
    long n = 1;
    for (long d : shape) {
      n = Math.multiplyExact(n, d);
    }
    return n;
  }

  // Written out: a record's own is put together at run time, which a short run pays for each time.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Tensor t
        && offset == t.offset
        && bytes == t.bytes
        && role == t.role
        && name.equals(t.name)
        && shape.equals(t.shape)
        && type.equals(t.type)
        && file.equals(t.file)
        && Objects.equals(storage, t.storage);
  }

  @Override
  public int hashCode() {
    return (31 * name.hashCode() + file.hashCode()) * 31 + Long.hashCode(offset);
  }

  /// What a tensor is for.
  public enum Role {
    /// A learned parameter.
    PARAMETER,
    /// State that is kept but not learned by gradient: running means, rotary tables, position ids.
    BUFFER,
    /// Part of a quantised parameter that is not itself counted: scales, zero points, group
    /// indices.
    QUANTISATION,
    /// Optimizer or scheduler state.
    OPTIMIZER,
    /// Cannot be told.
    UNKNOWN
  }
}
