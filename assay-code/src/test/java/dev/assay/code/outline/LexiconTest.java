package dev.assay.code.outline;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class LexiconTest {

  private static int find(Lexicon lexicon, String word) {
    return lexicon.find(word.toCharArray(), 0, word.length(), word.hashCode());
  }

  /// Words of 12 letters that all have the hash of one another.
  private static List<String> crowd() {
    List<String> words = List.of("");
    for (int pair = 0; pair < 12; pair++) {
      List<String> longer = new ArrayList<>();
      for (String word : words) {
        longer.add(word + "Aa");
        longer.add(word + "BB");
      }
      words = longer;
    }
    return words;
  }

  @Test
  void aWordHasOneNumberInEverySource() {
    var lexicon = new Lexicon(List.of("if", "def"));
    lexicon.next();
    int loss = find(lexicon, "loss");
    lexicon.next();

    assertThat(find(lexicon, "def")).isEqualTo(1);
    assertThat(find(lexicon, "loss")).isEqualTo(loss);
    assertThat(lexicon.word(loss)).isEqualTo("loss");
  }

  @Test
  void whatASourceHasIsNotWhatTheOneBeforeItHad() {
    var lexicon = new Lexicon(List.of("if"));
    lexicon.next();
    find(lexicon, "loss");
    lexicon.next();
    find(lexicon, "x");
    find(lexicon, "rate");
    find(lexicon, "rate");

    assertThat(lexicon.seen()).containsExactly("rate");
  }

  @Test
  void wordsOfOneHashAreAllFoundAndInTime() {
    List<String> words = crowd().subList(0, 3_000);
    assertTimeoutPreemptively(
        ofSeconds(10),
        () -> {
          var lexicon = new Lexicon(List.of("if"));
          lexicon.next();
          var numbers = new HashSet<Integer>();
          for (String word : words) {
            numbers.add(find(lexicon, word));
          }
          assertThat(numbers).hasSameSizeAs(words);
          for (String word : words) {
            assertThat(lexicon.word(find(lexicon, word))).isEqualTo(word);
          }
          assertThat(lexicon.seen()).containsExactlyElementsOf(words);
        });
  }

  @Test
  void moreWordsThanAreHandedOnBeginAnewAndKeepTheFirst() {
    var lexicon = new Lexicon(List.of("if", "def"));
    for (int source = 0; source < 5; source++) {
      lexicon.next();
      for (int i = 0; i < 6_000; i++) {
        String word = "w" + source + "_" + i;
        assertThat(lexicon.word(find(lexicon, word))).isEqualTo(word);
      }
      assertThat(lexicon.seen()).hasSize(6_000);
      assertThat(find(lexicon, "def")).isEqualTo(1);
    }
  }

  @Test
  void aVocabularyIsTheNamesOfItsOwnSource() {
    PythonScanner.scan("import torch\nfor epoch in range(3):\n    step()\n");

    assertThat(PythonScanner.scan("x = rb'loss' + f\"a\" # rate\nx.clip(y1, y1)").vocabulary())
        .containsExactly("clip", "y1");
  }
}
