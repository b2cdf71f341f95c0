package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.text.Phrases.Hit;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The automaton against a search for each phrase alone, and its prepared form against itself.
final class PhrasesTest {
  private static final Topic[] TOPICS = Topic.values();

  private static String word(Random random, String letters) {
    var word = new StringBuilder();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      word.append(letters.charAt(random.nextInt(letters.length())));
    }
    return word.toString();
  }

  @Test
  void findsWhatASearchForEachPhraseFinds() {
    for (int seed = 0; seed < 300; seed++) {
      var random = new Random(seed);
      String letters = seed % 3 == 0 ? "ab练语" : seed % 3 == 1 ? "ab " : "aбé'";
      Map<String, Topic> phrases = new LinkedHashMap<>();
      for (int i = random.nextInt(12); i >= 0; i--) {
        String phrase = word(random, letters).strip();
        if (!phrase.isEmpty()) {
          String ending = random.nextInt(3) == 0 ? "*" : "";
          phrases.put(phrase + ending, TOPICS[random.nextInt(TOPICS.length)]);
        }
      }
      var text = new StringBuilder();
      for (int i = 0; i < 30; i++) {
        text.append(word(random, letters)).append(" -_.".charAt(random.nextInt(4)));
      }
      Phrases book = PhraseBook.of(phrases);
      List<Hit> found = book.find(text.toString());

      assertThat(found)
          .containsExactlyInAnyOrderElementsOf(oneByOne(phrases, text.toString()))
          .isSortedAccordingTo(Comparator.comparingInt(Hit::to));
      assertThat(Phrases.read(ByteBuffer.wrap(book.prepared())).find(text.toString()))
          .isEqualTo(found);
    }
  }

  private static List<Hit> oneByOne(Map<String, Topic> phrases, String text) {
    var hits = new ArrayList<Hit>();
    phrases.forEach((phrase, topic) -> {
      boolean any = phrase.endsWith("*");
      String words = plain(any ? phrase.substring(0, phrase.length() - 1) : phrase);
      String plain = plain(text);
      for (int at = plain.indexOf(words); at >= 0; at = plain.indexOf(words, at + 1)) {
        int to = at + words.length();
        boolean starts = at == 0 || !inWord(text, at) || !inWord(text, at - 1);
        boolean ends = any || to == text.length() || !inWord(text, to) || !inWord(text, to - 1);
        if (starts && ends) {
          hits.add(new Hit(topic, at, to));
        }
      }
    });
    return hits;
  }

  private static String plain(String text) {
    return text.toLowerCase(java.util.Locale.ROOT).replace('-', ' ').replace('_', ' ');
  }

  private static boolean inWord(String text, int at) {
    return Character.isLetterOrDigit(text.charAt(at)) && !Phrases.isSpaceless(text.charAt(at));
  }

  @Test
  void theWholeBookIsTheSameWhenPrepared() {
    Phrases book = PhraseBook.read();
    String text =
        "The model was trained on Common Crawl and fine-tuned on human preferences; the training"
            + " data will not be released. 训练数据 不公开。 Die Trainingsdaten sind verfügbar.";

    assertThat(Phrases.read(ByteBuffer.wrap(book.prepared())).find(text))
        .isEqualTo(book.find(text))
        .isEqualTo(Phrases.in(text))
        .hasSizeGreaterThan(5);
    assertThat(Phrases.read(ByteBuffer.wrap(book.prepared())).prepared())
        .isEqualTo(book.prepared());
  }
}
