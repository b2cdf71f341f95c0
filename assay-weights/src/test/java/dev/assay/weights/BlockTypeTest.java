package dev.assay.weights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.DType;
import dev.assay.testing.Gen;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Values of ggml's block types: worked by hand from the layout of a block, put together from its
/// fields, and against what the format's own Python package (gguf 0.19) reads.
class BlockTypeTest {
  private static ByteBuffer block(BlockType type) {
    return ByteBuffer.allocate(type.blockBytes()).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static double[] read(BlockType type, ByteBuffer block) {
    double[] values = new double[type.blockValues()];
    type.read(MemorySegment.ofArray(block.array()), values, values.length);
    return values;
  }

  private static short half(double value) {
    return Float.floatToFloat16((float) value);
  }

  @Test
  void four_bits_with_a_scale_stand_for_eight_below_to_seven_above_zero() {
    ByteBuffer b = block(BlockType.Q4_0).putShort(half(0.5)).put((byte) 0xf0).put((byte) 0x18);
    double[] y = read(BlockType.Q4_0, b);
    assertThat(y[0]).isEqualTo(-4); // 0.5 * (0 - 8)
    assertThat(y[16]).isEqualTo(3.5); // 0.5 * (15 - 8)
    assertThat(y[1]).isZero(); // 0.5 * (8 - 8)
    assertThat(y[17]).isEqualTo(-3.5); // 0.5 * (1 - 8)
  }

  @Test
  void a_least_value_is_added_where_there_is_one() {
    ByteBuffer b = block(BlockType.Q4_1).putShort(half(2)).putShort(half(-1)).put((byte) 0x3f);
    assertThat(read(BlockType.Q4_1, b))
        .startsWith(29)
        .contains(5, org.assertj.core.data.Index.atIndex(16));
    // The fifth bits of values 0 and 31 are set.
    ByteBuffer c = block(BlockType.Q5_1).putShort(half(2)).putShort(half(-1)).putInt(0x80000001);
    c.put(8, (byte) 0x01).put(23, (byte) 0x20);
    double[] y = read(BlockType.Q5_1, c);
    assertThat(y[0]).isEqualTo(2 * 17 - 1);
    assertThat(y[31]).isEqualTo(2 * 18 - 1);
    assertThat(y[1]).isEqualTo(-1);
  }

  @Test
  void a_fifth_bit_doubles_the_range() {
    ByteBuffer b = block(BlockType.Q5_0).putShort(half(0.25)).putInt(1 << 5 | 1 << 20);
    b.put(6 + 5, (byte) 0x0f).put(6 + 4, (byte) 0xf0);
    double[] y = read(BlockType.Q5_0, b);
    assertThat(y[5]).isEqualTo(0.25 * (31 - 16));
    assertThat(y[20]).isEqualTo(0.25 * (31 - 16));
    assertThat(y[0]).isEqualTo(0.25 * -16);
  }

  @Test
  void bytes_are_multiplied_by_the_scale() {
    ByteBuffer b = block(BlockType.Q8_0).putShort(half(0.125)).put((byte) -128).put((byte) 127);
    assertThat(read(BlockType.Q8_0, b)).startsWith(-16, 15.875, 0);
  }

  @Test
  void codes_of_microscaling_floats_are_those_of_the_ocp_specification() {
    ByteBuffer b = block(BlockType.MXFP4).put((byte) 128).put((byte) 0x71).put((byte) 0x9f);
    double[] y = read(BlockType.MXFP4, b); // times 2^(128 - 127)
    assertThat(y[0]).isEqualTo(1); // 0.5 * 2
    assertThat(y[16]).isEqualTo(12); // 6 * 2
    assertThat(y[1]).isEqualTo(-12);
    assertThat(y[17]).isEqualTo(-1);
    assertThat(read(BlockType.MXFP4, block(BlockType.MXFP4).put((byte) 255))[3]).isNaN();
  }

  @Test
  void four_and_five_bits_of_super_blocks_are_found_where_they_were_put() {
    Gen.forAll(
        1,
        50,
        gen -> {
          for (BlockType type : new BlockType[] {BlockType.Q4_K, BlockType.Q5_K}) {
            boolean five = type == BlockType.Q5_K;
            int[] scale = new int[8];
            int[] least = new int[8];
            int[] q = new int[256];
            ByteBuffer b = block(type).putShort(half(0.5)).putShort(half(0.25));
            for (int j = 0; j < 8; j++) {
              scale[j] = gen.between(0, 63);
              least[j] = gen.between(0, 63);
            }
            for (int j = 0; j < 4; j++) {
              b.put(4 + j, (byte) (scale[j] | scale[4 + j] >> 4 << 6));
              b.put(8 + j, (byte) (least[j] | least[4 + j] >> 4 << 6));
              b.put(12 + j, (byte) (scale[4 + j] & 15 | least[4 + j] << 4));
            }
            int at = five ? 48 : 16;
            for (int i = 0; i < 256; i++) {
              q[i] = gen.between(0, five ? 31 : 15);
              int place = at + i / 64 * 32 + i % 32;
              b.put(place, (byte) (b.get(place) | (q[i] & 15) << (i / 32 % 2 * 4)));
              if (five) {
                b.put(16 + i % 32, (byte) (b.get(16 + i % 32) | q[i] >> 4 << i / 32));
              }
            }
            double[] y = read(type, b);
            for (int i = 0; i < 256; i++) {
              assertThat(y[i]).isEqualTo(0.5 * scale[i / 32] * q[i] - 0.25 * least[i / 32]);
            }
          }
        });
  }

  @Test
  void six_bits_of_super_blocks_are_found_where_they_were_put() {
    Gen.forAll(
        1,
        50,
        gen -> {
          int[] q = new int[256];
          ByteBuffer b = block(BlockType.Q6_K);
          b.putShort(208, half(0.5));
          for (int j = 0; j < 16; j++) {
            b.put(192 + j, (byte) gen.between(-128, 127));
          }
          for (int i = 0; i < 256; i++) {
            q[i] = gen.between(0, 63);
            int half = i / 128;
            int quarter = i % 128 / 32;
            int low = 64 * half + 32 * (quarter % 2) + i % 32;
            b.put(low, (byte) (b.get(low) | (q[i] & 15) << quarter / 2 * 4));
            int high = 128 + 32 * half + i % 32;
            b.put(high, (byte) (b.get(high) | q[i] >> 4 << 2 * quarter));
          }
          double[] y = read(BlockType.Q6_K, b);
          for (int i = 0; i < 256; i++) {
            assertThat(y[i]).isEqualTo(0.5 * b.get(192 + i / 16) * (q[i] - 32));
          }
        });
  }

  /// Eight blocks of bytes by a linear congruential generator, with scales that grow, read by gguf
  /// 0.19's `dequantize`: the CRC-32 of the little-endian floats.
  @ParameterizedTest
  @CsvSource({
    "Q4_0, 7359d9f8, 0",
    "Q4_1, 6d23ec38, 0 2",
    "Q5_0, fd34ac83, 0",
    "Q5_1, 1833fe15, 0 2",
    "Q8_0, 935590da, 0",
    "Q2_K, 03398fd0, 80 82",
    "Q3_K, 7e677e9a, 108",
    "Q4_K, 587bce21, 0 2",
    "Q5_K, 3b135a6b, 0 2",
    "Q6_K, 582cccc4, 208",
    "IQ4_NL, bfe9e9a5, 0",
    "IQ4_XS, 0f48d8ee, 0",
    "TQ1_0, cc71f7b7, 52",
    "TQ2_0, d8331f0a, 64",
    "MXFP4, 6026090d, ''",
  })
  void every_value_is_what_the_formats_own_package_reads(
      BlockType type, String crc, String scales) {
    int bytes = type.blockBytes();
    ByteBuffer blocks = ByteBuffer.allocate(8 * bytes).order(ByteOrder.LITTLE_ENDIAN);
    int x = 12345;
    for (int i = 0; i < blocks.capacity(); i++) {
      x = x * 1103515245 + 12345 & 0x7fffffff;
      blocks.put(i, (byte) (x >> 16));
    }
    for (int k = 0; k < 8; k++) {
      for (String at : scales.isEmpty() ? new String[0] : scales.split(" ", -1)) {
        int offset = Integer.parseInt(at);
        blocks.putShort(k * bytes + offset, half(0.0123 * (k + 1) + 0.001 * offset));
      }
      if (type == BlockType.MXFP4) {
        blocks.put(k * bytes, (byte) (110 + 2 * k));
      }
    }
    double[] values = new double[8 * type.blockValues()];
    type.read(MemorySegment.ofArray(blocks.array()), values, values.length);
    ByteBuffer floats = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      floats.putFloat((float) value + 0f); // 0.0 for -0.0
    }
    var sum = new CRC32();
    sum.update(floats.array());
    assertThat(Long.toHexString(sum.getValue())).isEqualTo(crc.replaceFirst("^0+", ""));
  }

  @ParameterizedTest
  @EnumSource(BlockType.class)
  void no_bytes_whatever_break_the_reader(BlockType type) {
    Gen.forAll(
        1,
        100,
        gen -> {
          byte[] any = gen.bytes(type.blockBytes());
          assertThat(read(type, ByteBuffer.wrap(any))).hasSize(type.blockValues());
        });
  }

  @Test
  void types_that_need_tables_are_not_read() {
    assertThat(ValueReader.of(new DType("IQ2_XXS", 2.0625))).isEmpty();
    assertThat(ValueReader.of(new DType("Q4_K", 4.5))).contains(BlockType.Q4_K);
  }
}
