package dev.assay.licences.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.licences.match.Words;
import org.junit.jupiter.api.Test;

class TitlesTest {
  private static String found(String title, String text) {
    Words words = Words.of(text);
    Titles.Place place = Titles.find(title, text, words, 0, words.size() - 1);
    return place == null ? "" : words.span(place.first(), place.last());
  }

  @Test
  void aPlaceIsANumberATitleOrBoth() {
    assertThat(Titles.of("2.1")).isEmpty();
    assertThat(Titles.of("2.a.iii-iv")).isEmpty();
    assertThat(Titles.of("1.l, 2, 5.c")).isEmpty();
    assertThat(Titles.of("2 (a remark)")).isEmpty();
    assertThat(Titles.of("II-III")).isEmpty();
    assertThat(Titles.of("2.1 License Grant")).isEqualTo("License Grant");
    assertThat(Titles.of("A, For that use")).isEqualTo("For that use");
    assertThat(Titles.of("Derived Work(s)")).isEqualTo("Derived Work(s)");
    assertThat(Titles.of("Use Limits")).isEqualTo("Use Limits");
  }

  @Test
  void aHeadingIsFoundBeforeASentenceThatBeginsAlike() {
    String text = "Scope of this.\n\nOutputs are ours.\n\n  Outputs.\n\nThey are yours.\n\nMore.\n";
    assertThat(found("Outputs", text)).startsWith("Outputs.\n\nThey are yours");
    assertThat(found("Outputs", text)).doesNotContain("More");
  }

  @Test
  void firstWordsBeginAPointAndNotTheMiddleOfASentence() {
    String text =
        "You may do so if you give it away free,\nand you give it away whole.\n\n"
            + "(ii) You give it away\nwith this text; and\n- \u201CMatter\u201D means all.\n";
    assertThat(found("you give it away", text)).startsWith("You give it away\nwith this text");
    assertThat(found("Matter means", text)).startsWith("Matter\u201D means all");
    assertThat(found("give it away", text)).isEmpty();
    assertThat(found("Not there", text)).isEmpty();
  }
}
