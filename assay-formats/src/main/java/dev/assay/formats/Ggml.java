package dev.assay.formats;

import dev.assay.io.Malformed;
import dev.assay.model.DType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The tensor types of ggml by their number: how many elements a block has and how many bytes. The
/// numbers are those of ggml's public header; types that were removed keep their numbers.
public final class Ggml {
  private static final List<Type> ALL =
      List.of(
          type(0, "F32", 1, 4),
          type(1, "F16", 1, 2),
          type(2, "Q4_0", 32, 18),
          type(3, "Q4_1", 32, 20),
          type(4, "Q4_2", 16, 10),
          type(5, "Q4_3", 16, 12),
          type(6, "Q5_0", 32, 22),
          type(7, "Q5_1", 32, 24),
          type(8, "Q8_0", 32, 34),
          type(9, "Q8_1", 32, 36),
          type(10, "Q2_K", 256, 84),
          type(11, "Q3_K", 256, 110),
          type(12, "Q4_K", 256, 144),
          type(13, "Q5_K", 256, 176),
          type(14, "Q6_K", 256, 210),
          type(15, "Q8_K", 256, 292),
          type(16, "IQ2_XXS", 256, 66),
          type(17, "IQ2_XS", 256, 74),
          type(18, "IQ3_XXS", 256, 98),
          type(19, "IQ1_S", 256, 50),
          type(20, "IQ4_NL", 32, 18),
          type(21, "IQ3_S", 256, 110),
          type(22, "IQ2_S", 256, 82),
          type(23, "IQ4_XS", 256, 136),
          type(24, "I8", 1, 1),
          type(25, "I16", 1, 2),
          type(26, "I32", 1, 4),
          type(27, "I64", 1, 8),
          type(28, "F64", 1, 8),
          type(29, "IQ1_M", 256, 56),
          type(30, "BF16", 1, 2),
          type(31, "Q4_0_4_4", 32, 18),
          type(32, "Q4_0_4_8", 32, 18),
          type(33, "Q4_0_8_8", 32, 18),
          type(34, "TQ1_0", 256, 54),
          type(35, "TQ2_0", 256, 66),
          type(36, "IQ4_NL_4_4", 32, 18),
          type(37, "IQ4_NL_4_8", 32, 18),
          type(38, "IQ4_NL_8_8", 32, 18),
          type(39, "MXFP4", 32, 17),
          type(40, "NVFP4", 64, 36),
          type(41, "Q1_0", 0, 0),
          type(42, "Q2_0", 0, 0));

  private static final Set<String> QUANTISED = quantised();

  private Ggml() {}

  /// A tensor type.
  ///
  /// @param id its number
  /// @param type its name and its bits for each element
  /// @param elements elements in a block, 0 where not known
  /// @param bytes bytes in a block, 0 where not known
  public record Type(int id, DType type, int elements, int bytes) {
    /// The bytes of a tensor of this type, or -1 where the type's size is not known.
    ///
    /// @param count its elements
    /// @param row elements in a row, which must be whole blocks
    public long size(long count, long row, long at) {
      if (elements == 0) {
        return -1;
      }
      if (row % elements != 0) {
        throw new Malformed(
            at, "a row of " + row + " elements is no whole number of " + type.name() + " blocks");
      }
      try {
        return Math.multiplyExact(count / elements, (long) bytes);
      } catch (ArithmeticException e) {
        throw new Malformed(at, "a tensor's size is beyond any file");
      }
    }
  }

  private static Set<String> quantised() {
    var names = new HashSet<String>();
    for (Type t : ALL) {
      if (t.elements() != 1) {
        names.add(t.type().name());
      }
    }
    return names;
  }

  private static Type type(int id, String name, int elements, int bytes) {
    return new Type(
        id, new DType(name, elements == 0 ? 0 : bytes * 8.0 / elements), elements, bytes);
  }

  /// The type with this number; null where it is not known.
  public static @Nullable Type type(long id) {
    // The list is in the order of the numbers, without a gap.
    return id < 0 || id >= ALL.size() ? null : ALL.get((int) id);
  }

  /// Whether a type packs several elements into a block.
  public static boolean isBlockQuantised(DType type) {
    return QUANTISED.contains(type.name());
  }

  /// The name of a quantisation by GGUF's `general.file_type`; null where it is not known.
  public static @Nullable String fileType(long number) {
    return switch ((int) Math.clamp(number, -1, 1000)) {
      case 0 -> "F32";
      case 1 -> "F16";
      case 2 -> "Q4_0";
      case 3 -> "Q4_1";
      case 7 -> "Q8_0";
      case 8 -> "Q5_0";
      case 9 -> "Q5_1";
      case 10 -> "Q2_K";
      case 11 -> "Q3_K_S";
      case 12 -> "Q3_K_M";
      case 13 -> "Q3_K_L";
      case 14 -> "Q4_K_S";
      case 15 -> "Q4_K_M";
      case 16 -> "Q5_K_S";
      case 17 -> "Q5_K_M";
      case 18 -> "Q6_K";
      case 19 -> "IQ2_XXS";
      case 20 -> "IQ2_XS";
      case 21 -> "Q2_K_S";
      case 22 -> "IQ3_XS";
      case 23 -> "IQ3_XXS";
      case 24 -> "IQ1_S";
      case 25 -> "IQ4_NL";
      case 26 -> "IQ3_S";
      case 27 -> "IQ3_M";
      case 28 -> "IQ2_S";
      case 29 -> "IQ2_M";
      case 30 -> "IQ4_XS";
      case 31 -> "IQ1_M";
      case 32 -> "BF16";
      case 36 -> "TQ1_0";
      case 37 -> "TQ2_0";
      case 38 -> "MXFP4";
      default -> null;
    };
  }
}
