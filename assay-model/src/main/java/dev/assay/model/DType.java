package dev.assay.model;

import org.jspecify.annotations.Nullable;

/// An element type: the format's own name, and its size where elements have one.
///
/// @param name the canonical name, upper case: F32, BF16, I8, U8, F8_E4M3, Q4_K, ...
/// @param bits bits for each element, possibly fractional for block-quantised types (Q4_K: 4.5); 0
///   where not known
public record DType(String name, double bits) {
  public static final DType F64 = new DType("F64", 64);
  public static final DType F32 = new DType("F32", 32);
  public static final DType F16 = new DType("F16", 16);
  public static final DType BF16 = new DType("BF16", 16);
  public static final DType I64 = new DType("I64", 64);
  public static final DType I32 = new DType("I32", 32);
  public static final DType I16 = new DType("I16", 16);
  public static final DType I8 = new DType("I8", 8);
  public static final DType U8 = new DType("U8", 8);
  public static final DType BOOL = new DType("BOOL", 8);

  // Written out: a record's own is put together at run time, which a short run pays for each time.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DType t && name.equals(t.name) && Double.compare(bits, t.bits) == 0;
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
