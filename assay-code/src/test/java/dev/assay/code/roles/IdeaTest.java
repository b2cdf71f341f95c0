package dev.assay.code.roles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.Gen;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The index of phrases by their first word finds what every phrase at every place of a name does.
class IdeaTest {
  private static final List<String> PHRASES = phrases();

  private static List<String> phrases() {
    var phrases = new ArrayList<String>();
    for (Idea idea : Idea.values()) {
      phrases.addAll(Words.list("idea-" + idea.name().toLowerCase(Locale.ROOT)));
    }
    return phrases;
  }

  @Test
  void aNameIsAboutWhatAPhraseInItSays() {
    Gen.forAll(
        1,
        20_000,
        gen -> {
          var words = new ArrayList<String>();
          for (int i = gen.between(1, 3); i > 0; i--) {
            String phrase = gen.pick(PHRASES);
            words.addAll(
                List.of(phrase.replace("*", gen.pick(List.of("", "s", "ing"))).split("_")));
          }
          if (gen.oneIn(2)) {
            words.remove(gen.between(0, words.size() - 1));
          }
          String name = String.join("_", words);
          assertThat(Set.copyOf(Idea.about(Zones.words(name))))
              .as(name)
              .isEqualTo(plainly(Zones.words(name)));
        });
  }

  private static Set<Idea> plainly(List<String> name) {
    Set<Idea> ideas = EnumSet.noneOf(Idea.class);
    for (Idea idea : Idea.values()) {
      for (String phrase : Words.list("idea-" + idea.name().toLowerCase(Locale.ROOT))) {
        List<String> words = List.of(phrase.split("_"));
        for (int at = 0; at + words.size() <= name.size(); at++) {
          boolean stands = true;
          for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            stands &=
                word.endsWith("*")
                    ? name.get(at + i).startsWith(word.substring(0, word.length() - 1))
                    : name.get(at + i).equals(word);
          }
          ideas.addAll(stands ? Set.of(idea) : Collections.emptySet());
        }
      }
    }
    return ideas;
  }
}
