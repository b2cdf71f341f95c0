package dev.assay.formats.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.FixtureCase;
import dev.assay.formats.FlatBytes;
import dev.assay.formats.FlatBytes.Table;
import dev.assay.formats.FlatBytes.Value;
import dev.assay.formats.Sample;
import dev.assay.model.Tensor;
import dev.assay.model.Weights;
import dev.assay.testing.Shared;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class TfLiteTest {

  @TestFactory
  Stream<DynamicTest> theVerdictsOfTheFixturesHold() {
    return FixtureCase.generated("hostile/tflite/");
  }

  static byte[] model(int buffer, String customOperator) {
    Value none = new Value.None();
    byte[] metadata =
        FlatBytes.file(
            "M001",
            new Table(
                new Value.Text("detector"),
                none,
                new Value.Text("v1"),
                none,
                new Value.Text("acme-lab"),
                new Value.Text("CC-BY-4.0")));
    Table weight =
        new Table(
            new Value.Ints(2, 3), none, new Value.Num(buffer), new Value.Text("dense/kernel"));
    Table flows = new Table(new Value.Ints(1, 3), none, none, new Value.Text("input"));
    Table code = new Table(none, new Value.Text(customOperator));
    return FlatBytes.file(
        "TFL3",
        new Table(
            new Value.Num(3),
            new Value.Tables(List.of(code)),
            new Value.Tables(List.of(new Table(new Value.Tables(List.of(weight, flows))))),
            new Value.Text("a test"),
            new Value.Tables(
                List.of(
                    new Table(),
                    new Table(new Value.Bytes(new byte[24])),
                    new Table(new Value.Bytes(metadata)))),
            none,
            new Value.Tables(
                List.of(new Table(new Value.Text("TFLITE_METADATA"), new Value.Num(2))))));
  }

  @Test
  void constantsAreTensorsAndWhatFlowsIsNot() {
    Weights w = Sample.read("m.tflite", model(1, ""));
    assertThat(w.status()).as(w.reason()).isEqualTo(Weights.Status.OK);
    assertThat(w.listing()).extracting(Tensor::name).containsExactly("dense/kernel");
    assertThat(w.parameters()).isEqualTo(6);
    assertThat(w.listing().getFirst().bytes()).isEqualTo(24);
  }

  @Test
  void packedMetadataTellsAuthorAndLicence() {
    Weights w = Sample.read("m.tflite", model(1, ""));
    assertThat(Sample.facts(w, Weights.Topic.LICENCE)).containsExactly("CC-BY-4.0");
    assertThat(Sample.facts(w, Weights.Topic.AUTHOR)).containsExactly("acme-lab");
  }

  @Test
  void aBufferThatIsNotThereIsRefused() {
    assertThat(Sample.read("m.tflite", model(9, "")).status()).isEqualTo(Weights.Status.MALFORMED);
  }

  @Test
  void anOperatorThatWritesFilesIsADanger() {
    assertThat(Sample.dangers(Sample.read("m.tflite", model(1, "FlexWriteFile")))).isNotEmpty();
    assertThat(Sample.dangers(Sample.read("m.tflite", model(1, "FlexErf")))).isEmpty();
  }

  @Test
  void theQuantisedModelHasTheParametersOfTheFullOne() {
    Weights full =
        FixtureCase.single(Shared.path("fixtures/formats/real/tflite/DTLN_model_1.tflite"));
    Weights small =
        FixtureCase.single(Shared.path("fixtures/formats/real/tflite/DTLN_model_quant_1.tflite"));
    assertThat(full.parameters()).isEqualTo(small.parameters()).isEqualTo(362_369);
    assertThat(small.quantisation()).isEqualTo("tflite int8");
  }

  @Test
  void damageEndsInAValue() {
    Sample.survivesDamage(new TfLite(), "m.tflite", model(1, "FlexWriteFile"));
  }
}
