package dev.assay.weights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.Gen;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class KernelsTest {
  private static long oneByOne(byte[] a, byte[] b, int width) {
    long count = 0;
    for (int i = 0; i < a.length; i += width) {
      count += Arrays.equals(a, i, i + width, b, i, i + width) ? 0 : 1;
    }
    return count;
  }

  @Test
  void the_fast_count_agrees_with_the_plain_one_on_every_input() {
    Gen.forAll(
        1,
        2_000,
        gen -> {
          int width = gen.pick(List.of(1, 2, 4, 8, 3, 9, 18, 34, 210));
          // More than is looked at in one go, now and then.
          byte[] a = gen.bytes(width * gen.between(0, gen.between(0, 9) == 0 ? 2_000 : 200));
          byte[] b = a.clone();
          for (int i = gen.between(0, 30); i > 0 && b.length > 0; i--) {
            // One bit, so that a kernel which looks at some bits only is found out.
            b[gen.between(0, b.length - 1)] ^= (byte) (1 << gen.between(0, 7));
          }
          assertThat(
                  new Kernels()
                      .differing(MemorySegment.ofArray(a), MemorySegment.ofArray(b), width))
              .isEqualTo(oneByOne(a, b, width));
        });
  }

  @Test
  void every_single_bit_of_every_lane_is_seen() {
    for (int width : List.of(1, 2, 4, 8)) {
      for (int bit = 0; bit < 128; bit++) {
        byte[] a = new byte[16];
        byte[] b = new byte[16];
        b[bit / 8] = (byte) (1 << (bit % 8));
        assertThat(
                new Kernels().differing(MemorySegment.ofArray(a), MemorySegment.ofArray(b), width))
            .isEqualTo(1);
      }
    }
  }
}
