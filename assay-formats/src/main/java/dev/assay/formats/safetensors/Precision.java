package dev.assay.formats.safetensors;

import dev.assay.io.ByteSource;
import dev.assay.model.DType;
import dev.assay.model.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether a tensor's numbers are what its type says, by one page of them: 32-bit numbers whose low
/// bits are all zero were 16-bit numbers before, and say nothing that the smaller file would not.
public final class Precision {
  /// How many bytes are looked at.
  public static final int SAMPLE = 4096;

  // Fewer different values than this could be all zero in their low bits by design: ones, powers of
  // two.
  private static final int DIFFERENT = 64;

  private Precision() {}

  /// Whether `candidate` is the better one to look at: the first large one of a type that can be
  /// judged.
  static boolean better(@Nullable Tensor best, Tensor candidate) {
    boolean can =
        candidate.bytes() >= SAMPLE
            && candidate.shape().size() >= 2
            && (candidate.type() == DType.F32 || candidate.type() == DType.F16);
    return can && (best == null || (best.type() != DType.F32 && candidate.type() == DType.F32));
  }

  /// What the page shows against the type; empty where nothing.
  static Optional<String> check(Tensor tensor, ByteSource bytes) {
    ByteBuffer page =
        ByteBuffer.wrap(bytes.bytes(tensor.offset(), SAMPLE)).order(ByteOrder.LITTLE_ENDIAN);
    return tensor.type() == DType.F32 ? inflated(tensor, page) : noise(tensor, page);
  }

  private static Optional<String> inflated(Tensor tensor, ByteBuffer page) {
    var seen = new java.util.HashSet<Integer>();
    boolean brain = true;
    boolean half = true;
    while (page.hasRemaining()) {
      int bits = page.getInt();
      seen.add(bits);
      brain &= (bits & 0xffff) == 0;
      float value = Float.intBitsToFloat(bits);
      half &= Float.float16ToFloat(Float.floatToFloat16(value)) == value;
    }
    if (seen.size() < DIFFERENT || (!brain && !half)) {
      return Optional.empty();
    }
    return Optional.of(
        "tensor \""
            + tensor.name()
            + "\" is of type F32, and every number on the page that was looked at is exact in "
            + (brain ? "BF16" : "F16")
            + ": 16-bit weights stored in 32 bits");
  }

  private static Optional<String> noise(Tensor tensor, ByteBuffer page) {
    int wrong = 0;
    int all = page.remaining() / 2;
    while (page.hasRemaining()) {
      float value = Float.float16ToFloat(page.getShort());
      // No trained weight is infinite or above 4,096; random bits are so once in five times.
      wrong += Float.isFinite(value) && Math.abs(value) < 4096 ? 0 : 1;
    }
    if (wrong * 20 < all) {
      return Optional.empty();
    }
    return Optional.of(
        "tensor \""
            + tensor.name()
            + "\" is of type F16, and "
            + wrong
            + " of "
            + all
            + " numbers on the page that was looked at are infinite, not numbers or huge: its bytes are"
            + " not 16-bit floating point");
  }
}
