package dev.assay.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Figures are written as `String.format` would write them, which a cold process waits for.
class FiguresTest {
  @Test
  void thousandsAreSetApart() {
    assertThat(Words.count(0)).isEqualTo("0");
    assertThat(Words.count(999)).isEqualTo("999");
    assertThat(Words.count(-999)).isEqualTo("-999");
    assertThat(Words.count(1_000)).isEqualTo("1,000");
    var random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      long n = random.nextLong() >> random.nextInt(63);
      assertThat(Words.count(n)).isEqualTo(String.format(Locale.ROOT, "%,d", n));
    }
  }

  @Test
  void sizesAreRoundedHalfUp() {
    assertThat(Words.bytes(1)).isEqualTo("1 byte");
    assertThat(Words.bytes(999)).isEqualTo("999 bytes");
    assertThat(Words.bytes(1_049)).isEqualTo("1.0 kB");
    assertThat(Words.bytes(1_050)).isEqualTo("1.1 kB");
    assertThat(Words.bytes(9_949)).isEqualTo("9.9 kB");
    assertThat(Words.bytes(9_950)).isEqualTo("10.0 kB");
    assertThat(Words.bytes(10_000)).isEqualTo("10 kB");
    assertThat(Words.bytes(999_499)).isEqualTo("999 kB");
    assertThat(Words.bytes(999_500)).isEqualTo("1.0 MB");
    assertThat(Words.bytes(Long.MAX_VALUE)).isEqualTo("9.2 EB");
  }

  @Test
  void countsAreShortened() {
    assertThat(Words.shortCount(999)).isEqualTo("999");
    assertThat(Words.shortCount(1_000)).isEqualTo("1.0k");
    assertThat(Words.shortCount(7_241_732_096L)).isEqualTo("7.2B");
    assertThat(Words.shortCount(124_439_808)).isEqualTo("124M");
    assertThat(Words.shortCount(Long.MAX_VALUE)).isEqualTo("9223372T");
  }
}
