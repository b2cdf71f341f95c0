package dev.assay.formats.trees;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.FixtureCase;
import dev.assay.formats.FlatBytes;
import dev.assay.formats.FlatBytes.Table;
import dev.assay.formats.FlatBytes.Value;
import dev.assay.formats.Sample;
import dev.assay.model.Weights;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreesTest {

  @TestFactory
  Stream<DynamicTest> theVerdictsOfTheFixturesHold() {
    return FixtureCase.generated("xgboost/", "lightgbm/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xgboost/m.json", "xgboost/m.ubj", "xgboost/m.deprecated"})
  void threeSpellingsOfOneModelSayTheSame(String name) {
    Weights w = Sample.read(name);
    assertThat(w.format()).isEqualTo("xgboost");
    assertThat(w.status()).isEqualTo(Weights.Status.OK);
    assertThat(Sample.facts(w, Weights.Topic.LICENCE)).containsExactly("cc-by-4.0");
    assertThat(Sample.facts(w, Weights.Topic.RECIPE)).contains("binary:logistic");
    assertThat(Sample.facts(w, Weights.Topic.TRAINING_DATA)).contains("acme-lab/corpus-16");
    assertThat(Sample.facts(w, Weights.Topic.TOOL)).anyMatch(v -> v.startsWith("1.7"));
    assertThat(w.parameters()).as("trees have no count of parameters in the header").isNull();
  }

  @Test
  void aUbjsonLengthBeyondTheFileIsRefused() {
    byte[] bad = Sample.bytes("xgboost/m.ubj");
    bad[0x3f] = 0x7f;
    assertThat(Sample.read("m.ubj", bad).status()).isEqualTo(Weights.Status.MALFORMED);
  }

  @Test
  void lightGbmNamesTheFileThatItWasTrainedOn() {
    Weights w = Sample.read("lightgbm/model.txt");
    assertThat(Sample.facts(w, Weights.Topic.TRAINING_DATA)).contains("/data/train_1.csv");
    assertThat(Sample.facts(w, Weights.Topic.RECIPE)).contains("gbdt");
  }

  @Test
  void aLightGbmFileWithoutItsEndIsIncomplete() {
    byte[] cut = java.util.Arrays.copyOf(Sample.bytes("lightgbm/model.txt"), 300);
    assertThat(Sample.read("model.txt", cut).status()).isEqualTo(Weights.Status.INCOMPLETE);
  }

  private static byte[] catBoost() {
    return catBoost("params", "{\"depth\":6}");
  }

  private static byte[] catBoost(String key, String value) {
    Table pair = new Table(new Value.Text(key), new Value.Text(value));
    byte[] core =
        FlatBytes.file(
            "core",
            new Table(
                new Value.Text("FlabuffersModel_v1"),
                new Value.None(),
                new Value.Tables(List.of(pair))));
    return ByteBuffer.allocate(8 + core.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("CBM1".getBytes(StandardCharsets.US_ASCII))
        .putInt(core.length)
        .put(core)
        .array();
  }

  private static byte[] catBoostWithTables(String part, int... sizes) {
    byte[] core =
        FlatBytes.file(
            "core",
            new Table(
                new Value.Text("FlabuffersModel_v1"),
                new Value.None(),
                new Value.None(),
                new Value.Texts(List.of(part))));
    ByteBuffer b =
        ByteBuffer.allocate(1024 + core.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put("CBM1".getBytes(StandardCharsets.US_ASCII))
            .putInt(core.length)
            .put(core)
            .putInt(sizes.length);
    for (int size : sizes) {
      b.putInt(size).position(b.position() + size);
    }
    return java.util.Arrays.copyOf(b.array(), b.position());
  }

  @Test
  void catBoostsTablesOfCategoriesMustBeWhole() {
    byte[] whole = catBoostWithTables("static_provider_v1", 40, 24);
    assertThat(Sample.read("m.cbm", whole).status()).isEqualTo(Weights.Status.OK);
    for (int less : new int[] {1, 24, 30, 60, 72, 76}) {
      byte[] cut = java.util.Arrays.copyOf(whole, whole.length - less);
      assertThat(Sample.read("m.cbm", cut).status())
          .as("less " + less)
          .isEqualTo(Weights.Status.INCOMPLETE);
    }
    // Of a part with another name only that there is something is known.
    byte[] other = catBoostWithTables("text_processing", 40);
    assertThat(Sample.read("m.cbm", other).status()).isEqualTo(Weights.Status.OK);
    Sample.survivesDamage(new CatBoost(), "m.cbm", whole);
  }

  @Test
  void catBoostTellsTheSettingsOfItsTraining() {
    Weights w = Sample.read("m.cbm", catBoost());
    assertThat(w.format()).isEqualTo("catboost");
    assertThat(w.status()).as(w.reason()).isEqualTo(Weights.Status.OK);
    assertThat(Sample.facts(w, Weights.Topic.RECIPE)).containsExactly("{\"depth\":6}");
    Sample.survivesDamage(new CatBoost(), "m.cbm", catBoost());
  }

  @Test
  void whatIsAskedOfCatBoostsDocumentsIsToldFirst() {
    String params =
        "{\"filling\":\"%s\",\"boosting_options\":{\"iterations\":600,\"learning_rate\":0.1},"
            + "\"tree_learner_options\":{\"depth\":6},\"loss_function\":{\"type\":\"Logloss\"}}";
    Weights w = Sample.read("m.cbm", catBoost("params", params.formatted("x".repeat(8_000))));
    assertThat(w.metadata().stream().map(f -> f.key() + " " + f.value()).toList())
        .contains("iterations 600", "depth 6", "objective Logloss");
    Weights trained =
        Sample.read(
            "m.cbm",
            catBoost(
                "training",
                "{\"metrics\":{\"learn_best_error\":{\"RMSE\":0.5},\"test_best_error\":{\"validation\":{\"RMSE\":0.7}}}}"));
    assertThat(trained.metadata().stream().map(f -> f.key() + " " + f.value()).toList())
        .contains("learn_best_error.RMSE 0.5", "test_best_error.RMSE 0.7");
  }

  @Test
  void damageEndsInAValue() {
    Sample.survivesDamage(new XgBoost(), "m.ubj", Sample.bytes("xgboost/m.ubj"));
    Sample.survivesDamage(new XgBoost(), "m.json", Sample.bytes("xgboost/m.json"));
    Sample.survivesDamage(new XgBoost(), "m.bin", Sample.bytes("xgboost/m.deprecated"));
    Sample.survivesDamage(new LightGbm(), "m.txt", Sample.bytes("lightgbm/model.txt"));
  }

  @Test
  void aMojoNamesAlgorithmVersionAndColumns() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("model.ini"));
      zip.write(
          """
          [info]
          h2o_version = 3.46.0.1
          mojo_version = 1.00
          license = Apache License Version 2.0
          algo = glm
          n_features = 2

          [columns]
          weight
          mpg
          """
              .getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    Weights w = Sample.read("m.zip", out.toByteArray());
    assertThat(w.format()).isEqualTo("h2o-mojo");
    assertThat(Sample.facts(w, Weights.Topic.TOOL)).contains("3.46.0.1");
    assertThat(Sample.facts(w, Weights.Topic.LICENCE)).contains("Apache License Version 2.0");
    assertThat(Sample.facts(w, Weights.Topic.TRAINING_DATA)).contains("weight, mpg");
  }

  @Test
  void anOldXgBoostFileThatEndsInItsTreesIsIncomplete() {
    byte[] whole = Sample.bytes("xgboost/m.deprecated");
    Weights cut = Sample.read("m.deprecated", Arrays.copyOf(whole, whole.length / 2));
    assertThat(cut.status()).isEqualTo(Weights.Status.INCOMPLETE);
  }
}
