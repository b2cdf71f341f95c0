package dev.assay.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Figures are written as `String.format` would write them, which a cold process waits for.
class FiguresTest {
  @Test
  void thousandsAreSetApart() {
    assertThat(Figures.count(0)).isEqualTo("0");
    assertThat(Figures.count(999)).isEqualTo("999");
    assertThat(Figures.count(-999)).isEqualTo("-999");
    assertThat(Figures.count(1_000)).isEqualTo("1,000");
    var random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      long n = random.nextLong() >> random.nextInt(63);
      assertThat(Figures.count(n)).isEqualTo(String.format(Locale.ROOT, "%,d", n));
    }
  }

  @Test
  void sizesAreRoundedHalfUp() {
    assertThat(Figures.bytes(1)).isEqualTo("1 byte");
    assertThat(Figures.bytes(999)).isEqualTo("999 bytes");
    assertThat(Figures.bytes(1_049)).isEqualTo("1.0 kB");
    assertThat(Figures.bytes(1_050)).isEqualTo("1.1 kB");
    assertThat(Figures.bytes(9_949)).isEqualTo("9.9 kB");
    assertThat(Figures.bytes(9_950)).isEqualTo("10.0 kB");
    assertThat(Figures.bytes(10_000)).isEqualTo("10 kB");
    assertThat(Figures.bytes(999_499)).isEqualTo("999 kB");
    assertThat(Figures.bytes(999_500)).isEqualTo("1.0 MB");
    assertThat(Figures.bytes(Long.MAX_VALUE)).isEqualTo("9.2 EB");
  }

  @Test
  void countsAreShortened() {
    assertThat(Figures.shortCount(999)).isEqualTo("999");
    assertThat(Figures.shortCount(1_000)).isEqualTo("1.0k");
    assertThat(Figures.shortCount(7_241_732_096L)).isEqualTo("7.2B");
    assertThat(Figures.shortCount(124_439_808)).isEqualTo("124M");
    assertThat(Figures.shortCount(Long.MAX_VALUE)).isEqualTo("9223372T");
  }
}
