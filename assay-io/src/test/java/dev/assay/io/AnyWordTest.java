package dev.assay.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.testing.Gen;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// The look at two letters leaves out no place at which a word stands.
final class AnyWordTest {
  private static final String[] WORDS = {
    "download", "(c)", "gnu ", ".workspace(", "own", "list of"
  };
  private static final AnyWord ANY = AnyWord.of(WORDS);

  private static List<String> pieces() {
    var pieces = new ArrayList<>(List.of(" ", "\n", "e", "w", "ı", "é", "模", "\uD83D\uDE00", "["));
    for (String word : WORDS) {
      int middle = word.length() / 2;
      pieces.add(word.substring(0, middle));
      pieces.add(word.substring(middle));
      pieces.add(word.substring(0, 1));
      pieces.add(word.substring(0, word.length() - 1));
    }
    return pieces;
  }

  @Test
  void theSameAsEveryWordAtEveryPlace() {
    int[] found = new int[2];
    List<String> pieces = pieces();
    Gen.forAll(
        1,
        50_000,
        gen -> {
          var text = new StringBuilder();
          for (int i = gen.between(0, 6); i > 0; i--) {
            String piece = gen.pick(pieces);
            text.append(gen.oneIn(3) ? piece.toUpperCase(Locale.ROOT) : piece);
          }
          String lower = text.toString().replace("I", "i").toLowerCase(Locale.ENGLISH);
          boolean plain = List.of(WORDS).stream().anyMatch(lower::contains);
          found[plain ? 1 : 0]++;
          assertThat(ANY.in(text.toString())).as(text.toString()).isEqualTo(plain);
        });
    assertThat(found[0]).isPositive();
    assertThat(found[1]).isPositive();
  }

  @Test
  void everyWordAtTheBeginningAndBehindAnything() {
    for (String word : WORDS) {
      for (String before : List.of("", "a", "gp", "the ", "模型", "\uD83D\uDE00")) {
        assertThat(ANY.in(before + word)).as(before + word).isTrue();
        assertThat(ANY.in(before + word.toUpperCase(Locale.ROOT))).as(before + word).isTrue();
      }
    }
    assertThat(ANY.in("")).isFalse();
    assertThat(ANY.in("ow")).isFalse();
  }

  @Test
  void whatItCannotLookForIsRefused() {
    assertThatThrownBy(() -> AnyWord.of("of")).hasMessageContaining("of");
    assertThatThrownBy(() -> AnyWord.of("Data")).hasMessageContaining("Data");
    assertThatThrownBy(() -> AnyWord.of("données")).hasMessageContaining("données");
  }
}
