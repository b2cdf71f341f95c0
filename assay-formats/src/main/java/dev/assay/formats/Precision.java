package dev.assay.formats;

import dev.assay.io.ByteSource;
import dev.assay.model.DType;
import dev.assay.model.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether a tensor's numbers are what its type says, by one page of them: 32-bit numbers whose low
/// bits are all zero were 16-bit numbers before, and say nothing that the smaller file would not.
final class Precision {
  /// How many bytes are looked at.
  static final int SAMPLE = 4096;

  // Fewer different values than this could be all zero in their low bits by design: ones, powers
  // of two.
  private static final int DIFFERENT = 64;

  // Grids and tables of positions are exact in few bits because they are round; weights are not.
  private static final float ROUND = 256;

  // How many different numbers that are not numbers no calculation leaves behind: it gives one.
  private static final int PAYLOADS = 3;

  private Precision() {}

  /// Whether `candidate` is the better one to look at: the first large one of a type that can be
  /// judged.
  static boolean better(@Nullable Tensor best, Tensor candidate) {
    DType type = candidate.type();
    boolean can =
        candidate.offset() >= 0
            && candidate.bytes() >= SAMPLE
            && candidate.shape().size() >= 2
            && candidate.role() != Tensor.Role.OPTIMIZER
            && (type == DType.F32 || type == DType.F16 || type == DType.BF16);
    return can && (best == null || (best.type() != DType.F32 && type == DType.F32));
  }

  /// What the page shows against the type; empty where nothing. A file says its byte order in one
  /// way or another, or not at all, so that both are tried: what is sound in one of them is sound.
  static Optional<String> check(Tensor tensor, ByteSource bytes) {
    byte[] page = bytes.bytes(tensor.offset(), SAMPLE);
    if (tensor.type() == DType.F32) {
      return inflated(tensor, page, ByteOrder.LITTLE_ENDIAN)
          .or(() -> inflated(tensor, page, ByteOrder.BIG_ENDIAN));
    }
    boolean brain = tensor.type() == DType.BF16;
    return noise(tensor, page, brain, ByteOrder.LITTLE_ENDIAN)
        .filter(_ -> noise(tensor, page, brain, ByteOrder.BIG_ENDIAN).isPresent());
  }

  private static Optional<String> inflated(Tensor tensor, byte[] bytes, ByteOrder order) {
    ByteBuffer page = ByteBuffer.wrap(bytes).order(order);
    var seen = new HashSet<Integer>();
    boolean brain = true;
    boolean half = true;
    while (page.hasRemaining() && (brain || half)) {
      int bits = page.getInt();
      float value = Float.intBitsToFloat(bits);
      if (value * ROUND != Math.rint(value * ROUND)) {
        seen.add(bits);
      }
      brain &= (bits & 0xffff) == 0;
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

  private static Optional<String> noise(
      Tensor tensor, byte[] bytes, boolean brain, ByteOrder order) {
    ByteBuffer page = ByteBuffer.wrap(bytes).order(order);
    int wrong = 0;
    int all = page.remaining() / 2;
    // No trained weight is infinite or above these; random bits are so once in five times.
    float most = brain ? 0x1p40f : 4096;
    var payloads = new HashSet<Short>();
    while (page.hasRemaining()) {
      short bits = page.getShort();
      float value = brain ? Float.intBitsToFloat(bits << 16) : Float.float16ToFloat(bits);
      if (Float.isNaN(value)) {
        payloads.add(bits);
      }
      wrong += Float.isFinite(value) && Math.abs(value) < most ? 0 : 1;
    }
    if (wrong * 20 < all || payloads.size() < PAYLOADS) {
      return Optional.empty();
    }
    return Optional.of(
        "tensor \""
            + tensor.name()
            + "\" is of type "
            + tensor.type().name()
            + ", and "
            + wrong
            + " of "
            + all
            + " numbers on the page that was looked at are infinite, not numbers or huge: its bytes are"
            + " not 16-bit floating point");
  }
}
