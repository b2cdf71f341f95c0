package dev.assay.weights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.Gen;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ValueTypeTest {
  private static double[] read(ValueType type, byte... bytes) {
    double[] into = new double[bytes.length / type.width()];
    type.read(MemorySegment.ofArray(bytes), into, into.length);
    return into;
  }

  @Test
  void whole_numbers_keep_their_sign_or_have_none() {
    assertThat(read(ValueType.I8, (byte) -1)).containsExactly(-1);
    assertThat(read(ValueType.U8, (byte) -1)).containsExactly(255);
    assertThat(read(ValueType.U16, (byte) -1, (byte) -1)).containsExactly(65535);
    byte[] ones = new byte[8];
    Arrays.fill(ones, (byte) -1);
    assertThat(read(ValueType.U64, ones)).containsExactly(0x1p64);
    assertThat(read(ValueType.I64, ones)).containsExactly(-1);
  }

  @Test
  void the_256_values_of_e4m3_are_those_of_its_definition() {
    assertThat(read(ValueType.F8_E4M3, (byte) 0x7e)).containsExactly(448);
    assertThat(read(ValueType.F8_E4M3, (byte) 0x01)).containsExactly(0x1p-9);
    assertThat(read(ValueType.F8_E4M3, (byte) 0x38)).containsExactly(1);
    assertThat(read(ValueType.F8_E4M3, (byte) 0xb8)).containsExactly(-1);
    assertThat(read(ValueType.F8_E4M3, (byte) 0x7f)[0]).isNaN();
    assertThat(read(ValueType.F8_E5M2, (byte) 0x7b)).containsExactly(57344);
    assertThat(read(ValueType.F8_E5M2, (byte) 0x7c)[0]).isInfinite();
  }

  @Test
  void neighbours_are_one_unit_apart_in_every_small_floating_type() {
    for (ValueType type :
        new ValueType[] {ValueType.F16, ValueType.BF16, ValueType.F8_E4M3, ValueType.F8_E5M2}) {
      int top = 1 << (8 * type.width() - 1);
      for (int bits = 0; bits + 1 < top; bits++) {
        double low = of(type, bits);
        double high = of(type, bits + 1);
        if (Double.isFinite(low) && Double.isFinite(high)) {
          assertThat(type.ulps(low, high)).as("%s %x", type, bits).isEqualTo(1);
          assertThat(type.ulps(-low, high)).as("%s %x", type, bits).isEqualTo(2L * bits + 1);
        }
      }
    }
  }

  private static double of(ValueType type, int bits) {
    return type.width() == 1
        ? read(type, (byte) bits)[0]
        : read(type, (byte) bits, (byte) (bits >> 8))[0];
  }

  @Test
  void units_of_doubles_do_not_overflow() {
    assertThat(Long.toUnsignedString(ValueType.F64.ulps(-Double.MAX_VALUE, Double.MAX_VALUE)))
        .isEqualTo("18437736874454810622");
    assertThat(ValueType.F64.ulps(1, Math.nextUp(1.0))).isEqualTo(1);
    assertThat(ValueType.F32.ulps(0.0, -0.0)).isZero();
  }

  @Test
  void rounding_gives_the_nearest_value_of_the_type() {
    Gen.forAll(
        1,
        500,
        gen -> {
          float value = Float.intBitsToFloat((int) gen.anyLong());
          if (!Float.isFinite(value) || Math.abs(value) > 3e38f) {
            return;
          }
          double rounded = ValueType.BF16.round(value);
          int bits = Float.floatToRawIntBits(value) & 0xffff0000;
          double below = Float.intBitsToFloat(bits);
          double above = Float.intBitsToFloat(bits + 0x10000);
          double nearest = Math.min(Math.abs(value - below), Math.abs(value - above));
          assertThat(Math.abs(value - rounded)).isEqualTo(nearest);
        });
    for (int bits = 0; bits < 256; bits++) {
      for (ValueType type : new ValueType[] {ValueType.F8_E4M3, ValueType.F8_E5M2}) {
        double value = of(type, bits);
        if (Double.isFinite(value)) {
          assertThat(type.round(value)).isEqualTo(value);
          assertThat(type.round(value * 1.01)).isEqualTo(value);
        }
      }
    }
  }
}
