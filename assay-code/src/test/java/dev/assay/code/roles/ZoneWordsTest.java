package dev.assay.code.roles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.Gen;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ZoneWordsTest {
  private static final List<String> PIECES =
      List.of("a", "b", "Z", "X", "7", "_", "-", ".", "/", "é", "É", "数", "ß", "İ");

  @Test
  void aPathIsCutAtSignsAndHumps() {
    assertThat(Zones.words("src/myModel_v2/HTTPServer-fooBAR.py"))
        .containsExactly("src", "my", "model", "v2", "http", "server", "foo", "bar", "py");
    assertThat(Zones.words("")).isEmpty();
    assertThat(Zones.words("__")).isEmpty();
  }

  @Test
  void everyCharacterIsLookedAtInItsPlace() {
    Gen.forAll(
        1,
        20_000,
        gen -> {
          var path = new StringBuilder();
          for (int i = gen.between(0, 12); i > 0; i--) {
            path.append(gen.pick(PIECES));
          }
          assertThat(Zones.words(path.toString())).as(path.toString()).isEqualTo(letterwise(path));
        });
  }

  /// The rule, letter by letter: a word ends at a sign, before a capital after a small letter, and
  /// before the last capital of several that a small letter follows.
  private static List<String> letterwise(CharSequence path) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    char before = ' ';
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      boolean small = i + 1 < path.length() && Character.isLowerCase(path.charAt(i + 1));
      boolean hump =
          Character.isUpperCase(c)
              && (Character.isLowerCase(before)
                  || Character.isUpperCase(before) && small && word.length() > 1);
      if (!Character.isLetterOrDigit(c) || hump) {
        words.add(word.toString());
        word.setLength(0);
      }
      if (Character.isLetterOrDigit(c)) {
        word.append(c);
      }
      before = c;
    }
    words.add(word.toString());
    words.removeIf(String::isEmpty);
    words.replaceAll(w -> w.toLowerCase(Locale.ROOT));
    return words;
  }
}
