package dev.assay.formats.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.FixtureCase;
import dev.assay.formats.Sample;
import dev.assay.model.Weights;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class LanguageTest {
  private static final String META =
      """
      {"lang":"nl","name":"core","version":"1.0","license":"CC BY-SA 4.0","author":"acme-lab",
       "spacy_version":">=3.8.0","pipeline":["tok2vec","ner"],
       "sources":[{"name":"Corpus One","url":"https://example.org/c","license":"CC0","author":"A"},
                  "Corpus Two"],
       "performance":{"tag_acc":0.95,"ents_per_type":{"PER":{"p":1}},"speed":9000.5}}
      """;

  private static final String CONFIG =
      """
      [paths]
      train = "corpus/train.spacy"
      vectors = null

      [nlp]
      lang = "nl"
      pipeline = ["transformer","ner"]

      [components.transformer.model]
      @architectures = "spacy-transformers.TransformerModel.v3"
      name = "acme-lab/base-64"

      [training]
      seed = 7
      max_epochs = 20

      [training.optimizer]
      @optimizers = "Adam.v1"
      """;

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @TestFactory
  Stream<DynamicTest> theVerdictsOfTheFixturesHold() {
    return Stream.concat(FixtureCase.generated("opennlp/"), FixtureCase.real("real/spacy/"));
  }

  @Test
  void spacyNamesEachCorpusWithItsLicence() {
    Weights w = Sample.read("meta.json", utf8(META));
    assertThat(w.format()).isEqualTo("spacy");
    assertThat(Sample.facts(w, Weights.Topic.LICENCE)).containsExactly("CC BY-SA 4.0");
    assertThat(Sample.facts(w, Weights.Topic.TRAINING_DATA))
        .containsExactly(
            "Corpus One; licence: CC0; author: A; https://example.org/c", "Corpus Two");
    assertThat(Sample.facts(w, Weights.Topic.METRIC)).containsExactly("0.95");
    assertThat(w.kind()).isEqualTo(Weights.Kind.OTHER);
  }

  @Test
  void spacysConfigurationIsTheRecipe() {
    Weights w = Sample.read("config.cfg", utf8(CONFIG));
    assertThat(w.format()).isEqualTo("spacy-config");
    assertThat(Sample.facts(w, Weights.Topic.RECIPE)).contains("7", "20", "Adam.v1");
    assertThat(Sample.facts(w, Weights.Topic.TRAINING_DATA)).containsExactly("corpus/train.spacy");
    assertThat(Sample.facts(w, Weights.Topic.BASE_MODEL)).containsExactly("acme-lab/base-64");
  }

  @Test
  void openNlpTellsHowItWasTrained() {
    Weights w = Sample.read("opennlp/tok.bin");
    assertThat(w.format()).isEqualTo("opennlp");
    assertThat(w.metadata())
        .anyMatch(f -> f.topic() == Weights.Topic.RECIPE && f.key().equals("Training-Iterations"))
        .noneMatch(f -> f.topic() == Weights.Topic.REMOTE_CODE);
  }

  @Test
  void otherJsonAndConfigurationIsNoModel() {
    assertThat(Sample.recognised("meta.json", utf8("{\"title\":\"x\"}"))).isFalse();
    assertThat(Sample.recognised("setup.cfg", utf8("[metadata]\nname = x\n"))).isFalse();
  }

  @Test
  void damageEndsInAValue() {
    Sample.survivesDamage(new SpacyMeta(), "meta.json", utf8(META));
    Sample.survivesDamage(new SpacyConfig(), "config.cfg", utf8(CONFIG));
    Sample.survivesDamage(new OpenNlp(), "t.bin", Sample.bytes("opennlp/tok.bin"));
  }
}
