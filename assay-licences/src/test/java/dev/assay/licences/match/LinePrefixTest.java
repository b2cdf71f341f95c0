package dev.assay.licences.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinePrefixTest {
  @Test
  void aWordThatFourOfFiveLinesBeginWithIsFoundHoweverLateItBegins() {
    String others = lines("w", 80);
    assertThat(LinePrefix.of(others + "REM one\n".repeat(320))).isEqualTo("REM");
    assertThat(LinePrefix.of(lines("w", 81) + "REM one\n".repeat(324))).isEmpty();
  }

  private static String lines(String word, int count) {
    var s = new StringBuilder();
    for (int i = 0; i < count; i++) {
      s.append(word).append("a".repeat(i % 9)).append(" x\n");
    }
    return s.toString();
  }
}
