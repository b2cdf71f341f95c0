package dev.assay.formats;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.Gen;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the quick look rules out never is there.
class TextHeadTest {
  private static final List<Integer> BYTES =
      List.of(
          0x20, 0x0A, 0x0D, 0x09, 0x0B, 0x1C, 0, 0x7F, 0x7B, 0x5B, 0x61, 0xEF, 0xBB, 0xBF, 0xE2,
          0x80, 0x83, 0x85, 0xA0);

  @Test
  void whatIsRuledOutIsNotThere() {
    int[] ruledOut = new int[2];
    Gen.forAll(
        1,
        20_000,
        gen -> {
          var head = new ByteArrayOutputStream();
          for (int i = gen.between(0, 6); i > 0; i--) {
            head.write(gen.pick(BYTES));
          }
          byte[] bytes = head.toByteArray();
          boolean may = TextHead.mayBegin(bytes, '{');
          ruledOut[may ? 0 : 1]++;
          boolean begins =
              new String(bytes, UTF_8).strip().startsWith("{")
                  || new String(bytes, UTF_8).stripLeading().startsWith("\uFEFF{")
                  || new String(bytes, ISO_8859_1).stripLeading().startsWith("{");
          assertThat(may || !begins).as(head.toString(ISO_8859_1)).isTrue();
        });
    assertThat(ruledOut[0]).isPositive();
    assertThat(ruledOut[1]).isPositive();
    assertThat(TextHead.mayBegin(" \n{".getBytes(UTF_8), '{')).isTrue();
    assertThat(TextHead.mayBegin(" \n[".getBytes(UTF_8), '{')).isFalse();
  }

  @Test
  void whatBeginsAndWhatStandsInIt() {
    int[] found = new int[2];
    Gen.forAll(
        1,
        20_000,
        gen -> {
          var head = new ByteArrayOutputStream();
          for (int i = gen.between(0, 6); i > 0; i--) {
            head.write(gen.pick(BYTES));
          }
          byte[] bytes = head.toByteArray();
          String text = new String(bytes, UTF_8);
          assertThat(TextHead.begins(bytes, '{')).isEqualTo(text.strip().startsWith("{"));
          boolean in = text.contains("{a") || text.contains("{{[");
          found[in ? 1 : 0]++;
          assertThat(TextHead.contains(bytes, "{a", "{{[")).isEqualTo(in);
        });
    assertThat(found[0]).isPositive();
    assertThat(found[1]).isPositive();
  }
}
