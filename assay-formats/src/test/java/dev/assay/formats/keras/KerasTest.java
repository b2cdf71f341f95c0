package dev.assay.formats.keras;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.FixtureCase;
import dev.assay.formats.JsonValue;
import dev.assay.formats.Sample;
import dev.assay.formats.WeightsBuilder;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.model.Weights;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class KerasTest {

  @TestFactory
  Stream<DynamicTest> theVerdictsOfTheFixturesHold() {
    return Stream.concat(
        FixtureCase.generated("keras/", "hostile/keras/"), FixtureCase.real("real/keras/"));
  }

  private static List<String> dangers(String config) {
    byte[] nothing = new byte[16];
    var out =
        new WeightsBuilder(
            "test", FileEntry.file("m.keras", 16), ByteSource.of(nothing), "keras-zip");
    KerasConfig.model(out, JsonValue.read(config), 0, 16);
    return Sample.dangers(out.build());
  }

  @Test
  void anH5FileTellsArchitectureAndRecipe() {
    Weights w = Sample.read("keras/model.h5");
    assertThat(w.format()).isEqualTo("keras-h5");
    assertThat(w.parameters()).isEqualTo(624);
    assertThat(Sample.facts(w, Weights.Topic.TOOL)).contains("2.13.1", "tensorflow");
    assertThat(Sample.facts(w, Weights.Topic.RECIPE)).contains("mse");
    assertThat(Sample.facts(w, Weights.Topic.ARCHITECTURE)).contains("Sequential");
    assertThat(w.listing().getFirst().offset()).isPositive();
  }

  @Test
  void manyMembersAndAttributesLieInAHeapOfTheirOwn() {
    Weights w = Sample.read("keras/dense.h5");
    assertThat(w.status()).isEqualTo(Weights.Status.OK);
    assertThat(w.tensors()).isEqualTo(10);
    assertThat(w.parameters()).isEqualTo(60);
    assertThat(w.dangers()).isEmpty();
    assertThat(Sample.facts(w, Weights.Topic.TOOL)).contains("2.11.0", "tensorflow");
    Sample.survivesDamage(new KerasH5(), "m.h5", Sample.bytes("keras/dense.h5"));
  }

  @Test
  void aLambdaLayerIsADangerWithItsAdvisory() {
    assertThat(Sample.dangers(Sample.read("keras/lambda.h5")))
        .anyMatch(d -> d.contains("CVE-2024-3660"));
  }

  @Test
  void linksOutOfTheFileAreSaidAndNotFollowed() {
    assertThat(Sample.dangers(Sample.read("keras/external_link.h5")))
        .anyMatch(d -> d.contains("external link"))
        .anyMatch(d -> d.contains("external storage"));
  }

  @Test
  void aConfigurationThatImportsIsADangerWithItsAdvisory() {
    assertThat(Sample.dangers(Sample.read("keras/module_exec.keras")))
        .anyMatch(d -> d.contains("CVE-2025-1550"));
    assertThat(Sample.dangers(Sample.read("keras/unsafe_switch.keras")))
        .anyMatch(d -> d.contains("CVE-2025-9906"));
    assertThat(
            dangers(
                "{\"module\":\"keras.utils\",\"class_name\":\"function\",\"config\":\"get_file\"}"))
        .anyMatch(d -> d.contains("CVE-2025-8747"));
    assertThat(
            dangers(
                "{\"module\":\"keras.layers\",\"class_name\":\"TorchModuleWrapper\",\"config\":{}}"))
        .anyMatch(d -> d.contains("CVE-2025-49655"));
    assertThat(dangers("{\"module\":\"subprocess\",\"class_name\":\"Popen\",\"config\":{}}"))
        .anyMatch(d -> d.contains("CVE-2025-1550"));
  }

  @Test
  void ordinaryLayersAreNoDanger() {
    assertThat(
            dangers(
                """
                {"module":"keras","class_name":"Sequential","config":{"layers":[
                  {"module":"keras.layers","class_name":"Dense","config":{
                    "kernel_initializer":{"module":"keras.initializers",
                      "class_name":"GlorotUniform","config":{"seed":null}},
                    "activation":{"module":"builtins","class_name":"function","config":"relu",
                      "registered_name":"function"}}}]}}
                """))
        .isEmpty();
  }

  @Test
  void aClassOfTheAuthorsOwnIsCodeThatOneNeeds() {
    var out =
        new WeightsBuilder("t", FileEntry.file("m", 8), ByteSource.of(new byte[8]), "keras-zip");
    KerasConfig.model(
        out,
        JsonValue.read("{\"module\":\"mylab.layers\",\"class_name\":\"Gate\",\"config\":{}}"),
        0,
        8);
    assertThat(Sample.facts(out.build(), Weights.Topic.REMOTE_CODE)).contains("mylab.layers.Gate");
  }

  @Test
  void theZipHoldsTheSameAndIsReadInPlace() {
    Weights w = Sample.read("keras/model.keras");
    assertThat(w.format()).isEqualTo("keras-zip");
    assertThat(w.parameters()).isEqualTo(624);
    assertThat(Sample.facts(w, Weights.Topic.TOOL)).contains("3.5.0");
  }

  @Test
  void damageEndsInAValue() {
    Sample.survivesDamage(new KerasH5(), "m.h5", Sample.bytes("keras/model.h5"));
    Sample.survivesDamage(new KerasH5(), "m.h5", Sample.bytes("keras/external_link.h5"));
    Sample.survivesDamage(new KerasZip(), "m.keras", Sample.bytes("keras/model.keras"));
  }
}
