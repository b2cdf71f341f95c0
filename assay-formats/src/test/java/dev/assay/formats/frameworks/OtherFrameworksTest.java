package dev.assay.formats.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Sample;
import dev.assay.formats.WeightsFormat;
import dev.assay.model.Tensor;
import dev.assay.model.Weights;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Formats of which a release holds one file or another, each with a sample of the module's own.
class OtherFrameworksTest {

  @Test
  void aCompiledModelRepeatsItsAuthorAndLicence() {
    Weights w = Sample.read("coreml-compiled/metadata.json");
    assertThat(w.format()).isEqualTo("coreml-compiled");
    assertThat(w.kind()).isEqualTo(Weights.Kind.OTHER);
    assertThat(Sample.facts(w, Weights.Topic.LICENCE)).containsExactly("cc-by-4.0");
    assertThat(Sample.facts(w, Weights.Topic.AUTHOR)).containsExactly("acme-lab");
    assertThat(Sample.facts(w, Weights.Topic.TRAINING_DATA)).containsExactly("made-set");
    assertThat(Sample.facts(w, Weights.Topic.TOOL)).containsExactly("7", "8.1");
    assertThat(Sample.recognised("metadata.json", "[{\"author\": \"x\"}]".getBytes())).isFalse();
  }

  @Test
  void theWeightsInANeMoArchiveAreRead() {
    Weights w = Sample.read("nemo/made.nemo");
    assertThat(w.format()).isEqualTo("nemo");
    assertThat(w.status()).isEqualTo(Weights.Status.OK);
    assertThat(w.parameters()).isEqualTo(16);
    assertThat(Sample.facts(w, Weights.Topic.ARCHITECTURE)).contains("made.models.EncDec");
    assertThat(Sample.facts(w, Weights.Topic.TOOL)).contains("1.20.0");
    assertThat(Sample.facts(w, Weights.Topic.TRAINING_DATA)).containsExactly("made/train.json");
  }

  @Test
  void aNeMoArchiveThatIsCutIsIncomplete() {
    byte[] whole = Sample.bytes("nemo/made.nemo");
    assertThat(Sample.read("m.nemo", Arrays.copyOf(whole, 2_000)).status())
        .isEqualTo(Weights.Status.INCOMPLETE);
  }

  @Test
  void ncnnTellsItsLayers() {
    Weights w = Sample.read("ncnn/net.param");
    assertThat(w.format()).isEqualTo("ncnn");
    assertThat(w.kind()).isEqualTo(Weights.Kind.OTHER);
    assertThat(w.parameters()).isNull();
    assertThat(Sample.facts(w, Weights.Topic.ARCHITECTURE))
        .containsExactly("1 Convolution, 1 InnerProduct, 1 Input, 1 ReLU");
    byte[] whole = Sample.bytes("ncnn/net.param");
    for (int less : List.of(1, 5, 200)) {
      assertThat(Sample.read("n.param", Arrays.copyOf(whole, whole.length - less)).status())
          .isEqualTo(Weights.Status.INCOMPLETE);
    }
  }

  @Test
  void darknetTellsItsTrainingAndItsLayers() {
    Weights w = Sample.read("darknet/net.cfg");
    assertThat(w.format()).isEqualTo("darknet");
    assertThat(w.kind()).isEqualTo(Weights.Kind.OTHER);
    assertThat(Sample.facts(w, Weights.Topic.RECIPE))
        .containsExactly("64", "8", "0.01", "500", "steps");
    assertThat(Sample.facts(w, Weights.Topic.ARCHITECTURE))
        .containsExactly("1 connected, 1 convolutional, 1 maxpool, 1 softmax");
    byte[] other = "[net]\nport=80\n[peers]\nhost=a\n".getBytes(StandardCharsets.US_ASCII);
    assertThat(Sample.recognised("settings.cfg", other)).isFalse();
  }

  @Test
  void caffesBlobsAreItsTensors() {
    Weights w = Sample.read("caffe/net.caffemodel");
    assertThat(w.format()).isEqualTo("caffe");
    assertThat(w.parameters()).isEqualTo(108 + 4);
    assertThat(w.listing().getFirst().shape()).isEqualTo(List.of(4L, 3L, 3L, 3L));
    assertThat(w.listing()).filteredOn(t -> t.role() == Tensor.Role.BUFFER).hasSize(3);
    assertThat(Sample.facts(w, Weights.Topic.NAME)).containsExactly("made");
    Weights old = Sample.read("caffe/old.caffemodel");
    assertThat(old.format()).isEqualTo("caffe");
    assertThat(old.parameters()).isEqualTo(108 + 4);
  }

  @Test
  void aBlobWithoutTheNumbersOfItsShapeIsNoCaffe() {
    byte[] bytes = Sample.bytes("caffe/old.caffemodel");
    // The first dimension of the first blob, from 4 to 5.
    int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\b\4\20\3");
    bytes[at + 1] = 5;
    assertThat(new Caffe().confirms(null, dev.assay.io.ByteSource.of(bytes))).isFalse();
  }

  @Test
  void modelsOfDevicesAreKnownByTheirMarks() {
    Map<String, String> files =
        Map.of(
            "made.engine", "tensorrt",
            "made.rknn", "rknn",
            "made.pte", "executorch",
            "made.litertlm", "litert-lm");
    files.forEach((file, format) -> {
      byte[] whole = Sample.bytes("device/" + file);
      Weights w = Sample.read("model.bin", whole);
      assertThat(w.format()).isEqualTo(format);
      assertThat(w.status()).as(file).isEqualTo(Weights.Status.OK);
      assertThat(w.parameters()).isNull();
      assertThat(w.dangers().toString()).contains("compiled for a device");
      for (int less : List.of(1, 8, 40)) {
        Weights cut = Sample.read(file, Arrays.copyOf(whole, whole.length - less));
        assertThat(cut.status()).as(file + " less " + less).isNotEqualTo(Weights.Status.OK);
      }
    });
    Weights rknn = Sample.read("device/made.rknn");
    assertThat(Sample.facts(rknn, Weights.Topic.TOOL)).contains("1.6.0-made", "ONNX");
  }

  @Test
  void damageEndsInAValue() {
    Map<String, WeightsFormat> all =
        Map.of(
            "coreml-compiled/metadata.json", new CompiledCoreMl(),
            "nemo/made.nemo", new NeMo(),
            "ncnn/net.param", new Ncnn(),
            "darknet/net.cfg", new Darknet(),
            "caffe/net.caffemodel", new Caffe(),
            "caffe/old.caffemodel", new Caffe(),
            "device/made.engine", DeviceModel.tensorRt(),
            "device/made.rknn", DeviceModel.rknn(),
            "device/made.pte", DeviceModel.executorch(),
            "device/made.litertlm", DeviceModel.liteRtLm());
    all.forEach((file, format) -> Sample.survivesDamage(format, file, Sample.bytes(file)));
  }
}
