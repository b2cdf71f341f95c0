package dev.assay.code.outline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.code.CodeReader;
import dev.assay.io.TextFile;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlocksTest {
  /// The definition, word by word: back from the place, line by line, to one that opens a block.
  private static int back(String text, int offset) {
    int line = text.lastIndexOf('\n', offset - 1) + 1;
    while (line > 0 && " \t\r\n#)]}".indexOf(text.charAt(line)) >= 0) {
      line = line < 2 ? 0 : text.lastIndexOf('\n', line - 2) + 1;
    }
    return line;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void the_opening_is_what_one_finds_by_going_back_line_by_line(long seed) {
    var random = new Random(seed);
    String letters = "ab \t#)]}\n\n\n\r";
    for (int round = 0; round < 400; round++) {
      var text = new StringBuilder();
      int length = 1 + random.nextInt(80);
      while (text.length() < length) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      String source = text.toString();
      Blocks blocks = Blocks.of(source);
      for (int at = 0; at < length; at++) {
        assertThat(blocks.opening(at)).as("%s at %d", source, at).isEqualTo(back(source, at));
      }
    }
  }

  /// What is asked often may not hold the text: then no question can go through it again.
  @Test
  void what_answers_has_no_text_to_go_through() {
    assertThat(Arrays.stream(Blocks.class.getDeclaredFields()).filter(f -> !f.isSynthetic()))
        .filteredOn(f -> !java.lang.reflect.Modifier.isStatic(f.getModifiers()))
        .extracting(f -> f.getType().getSimpleName())
        .containsExactly("int[]");
  }

  private static boolean writesAtTop(String source) {
    return CodeReader.read(TextFile.of("s", "make.py", source))
        .orElseThrow()
        .measure()
        .writesAtTop();
  }

  @Test
  void a_write_far_below_the_start_of_its_block_is_still_inside_it() {
    String set = "    x = 1\n".repeat(5_000);
    String write = "    frame.to_csv('out.csv')\n";
    assertThat(writesAtTop("for x in y:\n" + set + write)).isTrue();
    assertThat(writesAtTop("def f():\n" + set + write)).isFalse();
    assertThat(writesAtTop("class A:\n" + set + write)).isFalse();
    assertThat(writesAtTop("async def f():\n" + set + write)).isFalse();
    assertThat(writesAtTop("def f():\n" + set + "y = 2\n" + write.strip() + "\n")).isTrue();
  }

  /// Each of as many calls as are kept stands on one line of a megabyte, in a function: to go back
  /// to the start of the line for each would be ten thousand times the file.
  @Test
  void many_writes_on_one_line_are_each_answered() {
    assertThat(writesAtTop("def f(): " + "a.to_csv('b'); ".repeat(80_000))).isFalse();
  }
}
