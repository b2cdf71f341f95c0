package dev.assay.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.Gen;
import org.junit.jupiter.api.Test;

class SafeTextTest {

  @Test
  void escape_sequences_are_shown_and_not_sent() {
    assertThat(SafeText.line("a\u001b[31mb\u0007")).isEqualTo("a\\u{1b}[31mb\\u{7}");
    assertThat(SafeText.line("\u009b31m")).isEqualTo("\\u{9b}31m");
  }

  @Test
  void directions_and_letters_without_shape_are_shown_by_number() {
    assertThat(SafeText.line("\u202egpj.exe")).isEqualTo("\\u{202e}gpj.exe");
    assertThat(SafeText.line("a\u200bb\ufeff\ue000\ud800"))
        .isEqualTo("a\\u{200b}b\\u{feff}\\u{e000}\\u{d800}");
    assertThat(SafeText.line("\udb40\udc41")).isEqualTo("\\u{e0041}");
  }

  @Test
  void a_text_of_several_lines_becomes_one() {
    assertThat(SafeText.line("  one\r\n\ttwo\u2028three\u00a0 four "))
        .isEqualTo("one two three four");
  }

  @Test
  void letters_of_the_world_stay_as_they_are() {
    for (String s : new String[] {"žluťoučký", "模型", "데이터", "हिन्दी", "שלום", "😀", "e\u0301"}) {
      assertThat(SafeText.line(s)).isEqualTo(s);
    }
  }

  @Test
  void a_tower_of_marks_is_cut() {
    assertThat(SafeText.line("a" + "\u0301".repeat(500) + "b"))
        .isEqualTo("a" + "\u0301".repeat(4) + "…b");
  }

  @Test
  void width_counts_columns_and_not_characters() {
    assertThat(SafeText.width("abc")).isEqualTo(3);
    assertThat(SafeText.width("模型")).isEqualTo(4);
    assertThat(SafeText.width("e\u0301")).isEqualTo(1);
    assertThat(SafeText.width("😀")).isEqualTo(2);
  }

  @Test
  void cutting_and_wrapping_keep_to_the_width() {
    Gen.forAll(
        1,
        500,
        gen -> {
          var arbitrary = new Arbitrary(gen);
          String text =
              SafeText.line(arbitrary.text() + " " + arbitrary.text() + " " + arbitrary.text());
          int most = gen.between(8, 40);
          assertThat(SafeText.width(SafeText.cut(text, most))).isLessThanOrEqualTo(most);
          assertThat(SafeText.width(SafeText.cutStart(text, most))).isLessThanOrEqualTo(most);
          for (String line : SafeText.wrap(text, most)) {
            assertThat(SafeText.width(line)).isLessThanOrEqualTo(most);
          }
          assertThat(String.join("", SafeText.wrap(text, most)).replace(" ", ""))
              .isEqualTo(text.replace(" ", ""));
          assertThat(SafeText.line(text)).isEqualTo(text);
        });
  }
}
