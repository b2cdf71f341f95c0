package dev.assay.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.assay.testing.Gen;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StatisticsTest {

  /// Values of a type, most of them like weights, some of them the odd ones.
  private static byte[] values(Gen gen, ValueType type, int count) {
    boolean odd = gen.between(0, 3) == 0;
    ByteBuffer b = ByteBuffer.allocate(count * type.width()).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      double w = gen.between(-1_000_000, 1_000_000) / 3e7;
      if (odd && gen.between(0, 500) == 0) {
        w =
            gen.pick(
                List.of(
                    0.0,
                    -0.0,
                    Double.NaN,
                    Double.POSITIVE_INFINITY,
                    Double.NEGATIVE_INFINITY,
                    Double.MIN_VALUE,
                    1e300,
                    3e38,
                    6e4));
      }
      switch (type) {
        case F64 -> b.putDouble(w);
        case F32 -> b.putFloat((float) w);
        case F16 -> b.putShort(Float.floatToFloat16((float) w));
        case BF16 -> b.putShort((short) (Float.floatToRawIntBits((float) w) >>> 16));
        case F8_E4M3, F8_E5M2 -> {
          byte any = gen.bytes(1)[0];
          b.put(odd || (any & 0x7c) != 0x7c ? any : (byte) (any & 0x3f));
        }
        default -> b.put(gen.bytes(type.width()));
      }
    }
    return b.array();
  }

  private static ValueDiff diff(ValueType type, boolean kernels, byte[] a, byte[] b, int piece) {
    var statistics = new Statistics(type, kernels);
    for (int at = 0; at < a.length; at += piece) {
      int n = Math.min(piece, a.length - at);
      // As pieces of files come: outside of the heap.
      MemorySegment pa =
          Arena.ofAuto().allocate(n).copyFrom(MemorySegment.ofArray(a).asSlice(at, n));
      MemorySegment pb =
          Arena.ofAuto().allocate(n).copyFrom(MemorySegment.ofArray(b).asSlice(at, n));
      statistics.add(pa, pb);
    }
    return statistics.result(a.length / type.width());
  }

  @ParameterizedTest
  @EnumSource(ValueType.class)
  void kernels_and_plain_code_give_the_same_to_the_last_bit(ValueType type) {
    Gen.forAll(
        1,
        20,
        gen -> {
          int count = gen.pick(List.of(0, 1, 511, 513, 8191, 8192, 8193, 20_000));
          byte[] a = values(gen, type, count);
          byte[] b = gen.between(0, 2) == 0 ? values(gen, type, count) : a.clone();
          for (int i = gen.between(0, 40); i > 0 && b.length > 0; i--) {
            b[gen.between(0, b.length - 1)] ^= (byte) (1 << gen.between(0, 7));
          }
          ValueDiff plain = diff(type, false, a, b, 1 << 16);
          assertThat(diff(type, true, a, b, 1 << 16)).isEqualTo(plain);
          // Nor does it matter how it is cut, at whole blocks.
          assertThat(diff(type, true, a, b, Lanes.BLOCK * type.width())).isEqualTo(plain);
        });
  }

  @ParameterizedTest
  @EnumSource(ValueType.class)
  void distances_of_any_bits_are_those_found_one_by_one(ValueType type) {
    Gen.forAll(
        3,
        10,
        gen -> {
          // All bits at random, but for exponents of NaN and infinity.
          byte[] a = gen.bytes(Lanes.BLOCK * type.width());
          byte[] b = gen.bytes(a.length);
          if (type.floating()) {
            for (int i = type.width() - 1; i < a.length; i += type.width()) {
              a[i] &= (byte) 0xbf;
              b[i] &= (byte) 0xbf;
            }
          }
          assertThat(diff(type, true, a, b, a.length)).isEqualTo(diff(type, false, a, b, a.length));
        });
  }

  /// What is summed up in 32 bits is right to a millionth, and what they cannot hold is summed up
  /// in 64: squares of very small and of very large values.
  @ParameterizedTest
  @CsvSource({
    "F32, 1", "F32, 1e-12", "F32, 1e-17", "F32, 1e-25", "F32, 1e-40", "F32, 1e18", "F32, 1e30",
    "BF16, 1", "BF16, 1e-17", "BF16, 1e-25", "BF16, 1e30", "F16, 1", "F16, 1e-5", "F16, 1e4"
  })
  void sums_are_those_of_plain_doubles(ValueType type, double scale) {
    Gen.forAll(
        5,
        10,
        gen -> {
          int count = 3 * Lanes.BLOCK + 100;
          ByteBuffer a = ByteBuffer.allocate(count * type.width()).order(ByteOrder.LITTLE_ENDIAN);
          ByteBuffer b = ByteBuffer.allocate(count * type.width()).order(ByteOrder.LITTLE_ENDIAN);
          int every = gen.pick(List.of(1, 3, 1000));
          for (int i = 0; i < count; i++) {
            // A block of zeros on one side, as what is not trained yet.
            double x = i < Lanes.BLOCK ? 0 : gen.between(-1_000_000, 1_000_000) / 1e6;
            double y = i % every == 0 ? x + gen.between(-1_000_000, 1_000_000) / 1e9 : x;
            put(a, type, x * scale);
            put(b, type, y * scale);
          }
          double[] x = new double[count];
          double[] y = new double[count];
          type.read(MemorySegment.ofArray(a.array()), x, count);
          type.read(MemorySegment.ofArray(b.array()), y, count);
          double sum = 0;
          double squares = 0;
          double norm = 0;
          double largest = 0;
          for (int i = 0; i < count; i++) {
            double d = Math.abs(x[i] - y[i]);
            sum += d;
            squares += d * d;
            norm += x[i] * x[i];
            largest = Math.max(largest, d);
          }
          ValueDiff fast = diff(type, true, a.array(), b.array(), a.capacity());
          assertThat(fast).isEqualTo(diff(type, false, a.array(), b.array(), a.capacity()));
          assertThat(fast.mean()).isCloseTo(sum / count, withinPercentage(1e-4));
          assertThat(fast.relativeNorm())
              .isCloseTo(squares == 0 ? 0 : Math.sqrt(squares / norm), withinPercentage(1e-4));
          assertThat(fast.largest()).isCloseTo(largest, withinPercentage(1e-5));
        });
  }

  private static void put(ByteBuffer into, ValueType type, double value) {
    switch (type) {
      case F32 -> into.putFloat((float) value);
      case F16 -> into.putShort(Float.floatToFloat16((float) value));
      default -> into.putShort((short) (Float.floatToRawIntBits((float) value) >>> 16));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ValueType.class,
      names = {"F64", "F32", "F16", "BF16", "F8_E4M3"})
  void zeros_of_the_other_sign_differ_by_nothing(ValueType type) {
    byte[] a = new byte[Lanes.BLOCK * type.width()];
    byte[] b = a.clone();
    for (int i = type.width() - 1; i < a.length; i += type.width()) {
      b[i] = (byte) 0x80;
    }
    ValueDiff diff = diff(type, true, a, b, a.length);
    assertThat(diff.differing()).isEqualTo(Lanes.BLOCK);
    assertThat(diff.ulps()).containsExactly((long) Lanes.BLOCK);
    assertThat(diff.largest()).isZero();
  }
}
