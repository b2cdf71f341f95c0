package dev.assay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// A profile may look for a licence's conditions by their first words. Those words are written in
/// another module; a change there must not make a criterion pass in silence.
class ProfileWordsTest {
  @Test
  void the_words_that_a_profile_looks_for_are_words_that_reports_print() throws IOException {
    Path root = Shared.repository();
    String profile =
        Files.readString(
            root.resolve("assay-profiles/src/main/resources/dev/assay/profiles/eu-ai-act.yaml"));
    String vocabulary =
        Files.readString(
            root.resolve("assay-licences/src/main/java/dev/assay/licences/terms/Vocabulary.java"));
    List<String> words = new ArrayList<>();
    collect(new Load(LoadSettings.builder().build()).loadFromString(profile), words);
    assertThat(words).hasSizeGreaterThan(20);
    assertThat(words).allSatisfy(w -> assertThat(vocabulary).contains("\"" + w));
  }

  private static void collect(Object tree, List<String> words) {
    switch (tree) {
      case Map<?, ?> map ->
          map.forEach((key, value) -> {
            if (key.equals("without") || key.equals("judged")) {
              ((List<?>) value).forEach(word -> words.add((String) word));
            } else {
              collect(value, words);
            }
          });
      case List<?> list -> list.forEach(item -> collect(item, words));
      default -> {}
    }
  }
}
