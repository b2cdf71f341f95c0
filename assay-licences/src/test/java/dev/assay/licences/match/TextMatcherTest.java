package dev.assay.licences.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.licences.data.LicenceData;
import dev.assay.testing.Gen;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextMatcherTest {
  private static final LicenceIndex INDEX = LicenceIndex.of(LicenceData.load());
  private static final TextMatcher MATCHER = new TextMatcher(INDEX);

  /// The words of a text of the index, as far as it holds them in letters.
  private static String text(String id) {
    for (int i = 0; i < INDEX.references(); i++) {
      Reference reference = INDEX.reference(i);
      if (reference.entry().id().equals(id)) {
        StringBuilder s = new StringBuilder();
        for (char word : reference.words()) {
          s.append(INDEX.spelled(word)).append(s.length() % 70 > 60 ? "\n" : " ");
        }
        return s.toString();
      }
    }
    throw new AssertionError("no text of " + id);
  }

  private static List<TextMatch> match(String text) {
    return MATCHER.match(Words.of(text));
  }

  @Test
  void everyTextOfTheSpdxListIsFoundAsItself() {
    int wrong = 0;
    StringBuilder which = new StringBuilder();
    for (int i = 0; i < INDEX.references(); i++) {
      Reference reference = INDEX.reference(i);
      if (!reference.spelled() || reference.size() < 12) {
        continue;
      }
      String id = reference.entry().id();
      boolean found = match(text(id)).stream().anyMatch(m -> m.same() && m.entry().id().equals(id));
      if (!found) {
        wrong++;
        which.append(id).append(' ');
      }
    }
    // Texts that are wholly part of another, or equal but for parts that may be left out.
    assertThat(wrong).as(which.toString()).isLessThanOrEqualTo(30);
  }

  @Test
  void aWordTakenOutOfALongTextIsNoticed() {
    Gen.forAll(
        1,
        40,
        gen -> {
          String[] words = text("Apache-2.0").split("\\s+");
          int at = gen.between(200, 900);
          String word = words[at];
          if (WordClass.of(word) == WordClass.NONE || word.length() < 3) {
            return;
          }
          words[at] = "";
          assertThat(match(String.join(" ", words)))
              .as("without \u201C%s\u201D", word)
              .noneMatch(m -> m.same() && m.entry().id().equals("Apache-2.0"));
        });
  }

  @Test
  void twoLicencesInOneFileAreBothFound() {
    assertThat(match(text("MIT") + "\n\n" + text("ISC")))
        .filteredOn(TextMatch::same)
        .extracting(m -> m.entry().id())
        .containsExactly("MIT", "ISC");
  }

  @Test
  void theWorkGrowsNoFasterThanTheText() {
    String mit = text("MIT");
    long small = cells(mit.repeat(20));
    long large = cells(mit.repeat(200));
    assertThat(large).isLessThanOrEqualTo(20 * Math.max(1, small));
    String commonWords = "the software is provided and the license of the work ";
    assertThat(cells(commonWords.repeat(20_000))).isLessThan(50_000_000L);
  }

  /// Pairs of words compared while a text is matched: what the time depends on.
  private static long cells(String text) {
    TextMatcher matcher = new TextMatcher(INDEX);
    matcher.match(Words.of(text));
    return matcher.cells();
  }

  @Test
  void arbitraryTextNeverFails() {
    Gen.forAll(
        1,
        200,
        gen -> {
          byte[] bytes = gen.bytes(gen.between(0, 2000));
          match(new String(bytes, java.nio.charset.StandardCharsets.UTF_16LE));
          match(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1));
        });
  }

  @Test
  void invisibleAndLookalikeCharactersAreSeenThrough() {
    String isc = text("ISC");
    String hidden =
        isc.replace("permission", "perm\u200Bission").replace("software", "s\u043Eftware");
    Words words = Words.of(hidden);
    assertThat(MATCHER.match(words)).anyMatch(m -> m.same() && m.entry().id().equals("ISC"));
    assertThat(words.invisible()).isPositive();
    assertThat(words.lookalikes()).isPositive();
  }

  @Test
  void markupEntitiesAndListNumbersAreNoWords() {
    Words plain = Words.of("Redistributions must retain the notice");
    Words marked =
        Words.of("<p><b>1.</b> Redistributions&nbsp;must <i>retain</i> (a) the notice</p>");
    assertThat(marked.size()).isEqualTo(plain.size());
    for (int i = 0; i < plain.size(); i++) {
      assertThat(marked.hash(i)).isEqualTo(plain.hash(i));
    }
  }

  @Test
  void eachIdeographIsAWord() {
    assertThat(Words.of("\u8BB8\u53EF\u534F\u8BAE MIT").size()).isEqualTo(5);
  }
}
