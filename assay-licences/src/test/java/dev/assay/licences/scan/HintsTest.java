package dev.assay.licences.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.Gen;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The look at two letters leaves out no place at which a hint stands.
class HintsTest {
  private static final List<String> PIECES = pieces();

  /// Beginnings and ends of hints, and letters that equal Latin ones when case is ignored.
  private static List<String> pieces() {
    var pieces = new ArrayList<>(List.of(" ", "\n", "e", "q", "ı", "İ", "ſ", "é", "["));
    for (String word : Hints.WORDS) {
      int middle = word.length() / 2;
      pieces.add(word.substring(0, middle));
      pieces.add(word.substring(middle));
      pieces.add(word.substring(0, 1));
      pieces.add(word.replace('i', 'ı').substring(0, word.length() - 1));
    }
    return pieces;
  }

  @Test
  void theSameAsEveryWordAtEveryPlace() {
    int[] found = new int[2];
    Gen.forAll(
        1,
        50_000,
        gen -> {
          var text = new StringBuilder();
          for (int i = gen.between(0, 6); i > 0; i--) {
            String piece = gen.pick(PIECES);
            text.append(gen.oneIn(3) ? piece.toUpperCase(java.util.Locale.ROOT) : piece);
          }
          boolean plain = plain(text.toString());
          found[plain ? 1 : 0]++;
          assertThat(Hints.in(text.toString(), false)).as(text.toString()).isEqualTo(plain);
        });
    assertThat(found[0]).isPositive();
    assertThat(found[1]).isPositive();
  }

  @Test
  void andOverBytesOfNothingButAscii() {
    List<String> ascii = PIECES.stream().filter(p -> p.chars().allMatch(c -> c < 128)).toList();
    int[] found = new int[2];
    Gen.forAll(
        1,
        50_000,
        gen -> {
          var text = new StringBuilder();
          for (int i = gen.between(0, 6); i > 0; i--) {
            String piece = gen.pick(ascii);
            text.append(gen.oneIn(3) ? piece.toUpperCase(java.util.Locale.ROOT) : piece);
          }
          boolean plain = plain(text.toString());
          found[plain ? 1 : 0]++;
          assertThat(Hints.in(text.toString(), true)).as(text.toString()).isEqualTo(plain);
        });
    assertThat(found[0]).isPositive();
    assertThat(found[1]).isPositive();
    for (String word : Hints.WORDS) {
      for (String before : List.of("", "a", "gp", "the ")) {
        assertThat(Hints.in(before + word, true)).as(before + word).isTrue();
      }
    }
  }

  private static boolean plain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= '\u0370' || text.charAt(i) == '\u00A9') {
        return true;
      }
      for (String word : Hints.WORDS) {
        // A word begins with its own letter.
        boolean begins = (text.charAt(i) | 0x20) == (word.charAt(0) | 0x20);
        if (begins && text.regionMatches(true, i, word, 0, word.length())) {
          return true;
        }
      }
    }
    return false;
  }
}
