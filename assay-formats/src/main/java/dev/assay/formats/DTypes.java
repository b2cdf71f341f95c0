package dev.assay.formats;

import dev.assay.model.DType;
import dev.assay.model.Tensor;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Element types by the names that formats give them, and what follows from a type alone.
public final class DTypes {
  /// A type that a reader does not know.
  public static final DType UNKNOWN = new DType("UNKNOWN", 0);

  public static final DType U16 = new DType("U16", 16);
  public static final DType U32 = new DType("U32", 32);
  public static final DType U64 = new DType("U64", 64);
  public static final DType C64 = new DType("C64", 64);
  public static final DType C128 = new DType("C128", 128);
  public static final DType STRING = new DType("STRING", 0);
  public static final DType F8_E4M3 = new DType("F8_E4M3", 8);
  public static final DType F8_E5M2 = new DType("F8_E5M2", 8);
  public static final DType F8_E8M0 = new DType("F8_E8M0", 8);
  public static final DType I4 = new DType("I4", 4);
  public static final DType U4 = new DType("U4", 4);

  private static final Set<String> FLOATS =
      Set.of(
          "F64",
          "F32",
          "F16",
          "BF16",
          "F8_E4M3",
          "F8_E5M2",
          "F8_E4M3FNUZ",
          "F8_E5M2FNUZ",
          "F6_E2M3",
          "F6_E3M2",
          "F4",
          "C64",
          "C128");

  private static final Map<String, DType> NUMPY =
      Map.ofEntries(
          Map.entry("f2", DType.F16),
          Map.entry("f4", DType.F32),
          Map.entry("f8", DType.F64),
          Map.entry("i1", DType.I8),
          Map.entry("i2", DType.I16),
          Map.entry("i4", DType.I32),
          Map.entry("i8", DType.I64),
          Map.entry("u1", DType.U8),
          Map.entry("u2", U16),
          Map.entry("u4", U32),
          Map.entry("u8", U64),
          Map.entry("b1", DType.BOOL),
          Map.entry("c8", C64),
          Map.entry("c16", C128));

  private static final Map<String, DType> WORDS =
      Map.ofEntries(
          Map.entry("float", DType.F32),
          Map.entry("float32", DType.F32),
          Map.entry("float64", DType.F64),
          Map.entry("double", DType.F64),
          Map.entry("float16", DType.F16),
          Map.entry("half", DType.F16),
          Map.entry("bfloat16", DType.BF16),
          Map.entry("int64", DType.I64),
          Map.entry("long", DType.I64),
          Map.entry("int32", DType.I32),
          Map.entry("int", DType.I32),
          Map.entry("int16", DType.I16),
          Map.entry("short", DType.I16),
          Map.entry("int8", DType.I8),
          Map.entry("char", DType.I8),
          Map.entry("uint8", DType.U8),
          Map.entry("byte", DType.U8),
          Map.entry("uint16", U16),
          Map.entry("uint32", U32),
          Map.entry("uint64", U64),
          Map.entry("bool", DType.BOOL),
          Map.entry("complex64", C64),
          Map.entry("complex128", C128),
          Map.entry("string", STRING),
          Map.entry("float8_e4m3fn", F8_E4M3),
          Map.entry("float8_e5m2", F8_E5M2),
          Map.entry("float8_e8m0fnu", F8_E8M0));

  private DTypes() {}

  /// A NumPy type such as `<f4` or `|b1`; null where it is no plain number.
  public static @Nullable DType numpy(String code) {
    int from = !code.isEmpty() && "<>|=".indexOf(code.charAt(0)) >= 0 ? 1 : 0;
    return NUMPY.get(code.substring(from));
  }

  /// A type by its word in frameworks, such as `float32` or `torch.bfloat16`; null where it is
  /// none.
  public static @Nullable DType word(String word) {
    String w = word.startsWith("torch.") ? word.substring(6) : word;
    return WORDS.get(w.toLowerCase(java.util.Locale.ROOT));
  }

  /// Whether values of the type are fractional numbers, block-quantised ones included.
  public static boolean isFloat(DType type) {
    return FLOATS.contains(type.name()) || Ggml.isBlockQuantised(type);
  }

  /// What a tensor is for, as far as its name and type alone tell. Packed tensors need the
  /// quantisation method, which is not told here.
  public static Tensor.Role role(String name, DType type) {
    int from = Math.max(name.lastIndexOf('.'), name.lastIndexOf('/')) + 1;
    int colon = name.indexOf(':', from);
    int to = colon > from ? colon : name.length();
    // Most end in "weight" or "bias", and a file has a million of them.
    if (to - from >= SHORTEST_BUFFER && BUFFERS.contains(name.substring(from, to))) {
      return Tensor.Role.BUFFER;
    }
    if (name.startsWith("optimizer") || name.startsWith("opt_state")) {
      return Tensor.Role.OPTIMIZER;
    }
    if (type.name().equals("F8_E8M0")) {
      return Tensor.Role.QUANTISATION;
    }
    if (isFloat(type)) {
      return Tensor.Role.PARAMETER;
    }
    return type == DType.BOOL ? Tensor.Role.BUFFER : Tensor.Role.UNKNOWN;
  }

  /// State that layers keep and that no gradient changes, by the names that frameworks give it.
  private static final Set<String> BUFFERS =
      Set.of(
          "running_mean",
          "running_var",
          "num_batches_tracked",
          "moving_mean",
          "moving_variance",
          "inv_freq",
          "original_inv_freq",
          "cos_cached",
          "sin_cached",
          "freqs_cis",
          "position_ids",
          "token_type_ids",
          "relative_position_index",
          "attn_mask",
          "masked_bias",
          "rope_freqs");

  private static final int SHORTEST_BUFFER =
      BUFFERS.stream().mapToInt(String::length).min().orElse(0);
}
