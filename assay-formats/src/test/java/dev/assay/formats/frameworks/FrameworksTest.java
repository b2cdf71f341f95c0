package dev.assay.formats.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.FixtureCase;
import dev.assay.formats.ProtoBytes;
import dev.assay.formats.Sample;
import dev.assay.model.Tensor;
import dev.assay.model.Weights;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FrameworksTest {

  @TestFactory
  Stream<DynamicTest> theVerdictsOfTheFixturesHold() {
    return Stream.concat(
        FixtureCase.generated("coreml/", "dl4j/"), FixtureCase.real("real/coreml/"));
  }

  @Test
  void coreMlTellsAuthorAndLicence() {
    Weights w = Sample.read("coreml/model.mlmodel");
    assertThat(w.format()).isEqualTo("coreml");
    assertThat(Sample.facts(w, Weights.Topic.LICENCE)).containsExactly("cc-by-4.0");
    assertThat(Sample.facts(w, Weights.Topic.AUTHOR)).containsExactly("acme-lab");
    assertThat(Sample.facts(w, Weights.Topic.TOOL)).contains("8", "7.1");
  }

  @Test
  void aCustomModelNeedsCodeOfItsAuthor() {
    byte[] custom =
        ProtoBytes.message()
            .number(1, 2)
            .inner(2, ProtoBytes.message())
            .inner(555, ProtoBytes.message().text(10, "AcmeModel"))
            .bytes();
    Weights w = Sample.read("m.mlmodel", custom);
    assertThat(Sample.facts(w, Weights.Topic.REMOTE_CODE)).containsExactly("AcmeModel");
  }

  static ProtoBytes floats(int count) {
    return ProtoBytes.message().bytes(1, new byte[4 * count]);
  }

  static byte[] network() {
    ProtoBytes convolution =
        ProtoBytes.message()
            .text(1, "conv")
            .inner(100, ProtoBytes.message().inner(90, floats(18)).inner(91, floats(2)));
    ProtoBytes norm =
        ProtoBytes.message()
            .text(1, "norm")
            .inner(
                160,
                ProtoBytes.message()
                    .inner(15, floats(2))
                    .inner(17, floats(2))
                    .inner(18, floats(2)));
    ProtoBytes half = ProtoBytes.message().bytes(2, new byte[6]);
    ProtoBytes lstm =
        ProtoBytes.message()
            .text(1, "lstm")
            .inner(430, ProtoBytes.message().inner(20, gate(half)).inner(20, gate(half)));
    ProtoBytes layers = ProtoBytes.message().inner(1, convolution).inner(1, norm).inner(1, lstm);
    return ProtoBytes.message()
        .number(1, 4)
        .inner(2, ProtoBytes.message())
        .inner(403, layers)
        .bytes();
  }

  private static ProtoBytes gate(ProtoBytes weights) {
    return ProtoBytes.message().inner(1, weights);
  }

  @Test
  void theLayersOfACoreMlNetworkAreCounted() {
    Weights w = Sample.read("m.mlmodel", network());
    assertThat(w.listing().stream().map(Tensor::name))
        .containsExactly(
            "conv.weights",
            "conv.bias",
            "norm.gamma",
            "norm.moving_mean",
            "norm.moving_variance",
            "lstm.input.weight",
            "lstm.reverse.input.weight");
    // Means and variances are kept and not learned.
    assertThat(w.parameters()).isEqualTo(18 + 2 + 2 + 3 + 3);
    assertThat(w.elementsByType()).containsEntry("F16", 6L).containsEntry("F32", 26L);
    Sample.survivesDamage(new CoreMl(), "m.mlmodel", network());
  }

  @Test
  void aPipelineIsTheSumOfItsModelsAndATreeHasNoCount() {
    ProtoBytes inner =
        ProtoBytes.message()
            .number(1, 4)
            .inner(
                500,
                ProtoBytes.message()
                    .inner(
                        1,
                        ProtoBytes.message()
                            .inner(140, ProtoBytes.message().inner(20, floats(5)))));
    ProtoBytes tree = ProtoBytes.message().number(1, 4).inner(302, ProtoBytes.message());
    ProtoBytes pipeline = ProtoBytes.message().inner(1, inner).inner(1, inner);
    byte[] two =
        ProtoBytes.message()
            .number(1, 4)
            .inner(2, ProtoBytes.message())
            .inner(200, ProtoBytes.message().inner(1, pipeline))
            .bytes();
    assertThat(Sample.read("m.mlmodel", two).parameters()).isEqualTo(10);
    byte[] trees =
        ProtoBytes.message()
            .number(1, 4)
            .inner(2, ProtoBytes.message())
            .inner(202, pipeline.inner(1, tree))
            .bytes();
    assertThat(Sample.read("m.mlmodel", trees).parameters()).isNull();
  }

  static byte[] program(String file) {
    ProtoBytes dimension = ProtoBytes.message().inner(1, ProtoBytes.message().number(1, 6));
    ProtoBytes type =
        ProtoBytes.message()
            .inner(
                1,
                ProtoBytes.message()
                    .number(1, 10)
                    .number(2, 2)
                    .inner(3, dimension)
                    .inner(3, dimension));
    ProtoBytes value =
        ProtoBytes.message()
            .inner(2, type)
            .inner(5, ProtoBytes.message().text(1, file).number(2, 64));
    ProtoBytes constant =
        ProtoBytes.message()
            .text(1, "const")
            .inner(3, ProtoBytes.message().text(1, "w_0"))
            .inner(5, ProtoBytes.message().text(1, "val").inner(2, value));
    ProtoBytes block = ProtoBytes.message().inner(3, constant).inner(3, relu());
    ProtoBytes function =
        ProtoBytes.message().inner(3, ProtoBytes.message().text(1, "CoreML7").inner(2, block));
    ProtoBytes program =
        ProtoBytes.message()
            .number(1, 1)
            .inner(2, ProtoBytes.message().text(1, "main").inner(2, function));
    return ProtoBytes.message()
        .number(1, 8)
        .inner(2, ProtoBytes.message())
        .inner(502, program)
        .bytes();
  }

  private static ProtoBytes relu() {
    return ProtoBytes.message().text(1, "relu");
  }

  @Test
  void theConstantsOfACoreMlProgramLieBesideIt() {
    Weights w = Sample.read("m.mlmodel", program("@model_path/weights/weight.bin"));
    assertThat(w.parameters()).isEqualTo(36);
    Tensor t = w.listing().getFirst();
    assertThat(t.name()).isEqualTo("w_0");
    assertThat(t.file()).isEqualTo("weights/weight.bin");
    assertThat(t.bytes()).isEqualTo(72);
    assertThat(Sample.facts(w, Weights.Topic.ARCHITECTURE)).contains("ML program", "relu 1");
    assertThat(Sample.dangers(Sample.read("m.mlmodel", program("@model_path/../../secret"))))
        .anyMatch(d -> d.contains("path traversal"));
    Sample.survivesDamage(new CoreMl(), "m.mlmodel", program("@model_path/weights/weight.bin"));
  }

  static byte[] zip(Map<String, byte[]> entries) {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var e : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(e.getKey()));
        zip.write(e.getValue());
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  private static byte[] array(int values) {
    ByteBuffer b = ByteBuffer.allocate(1000);
    b.putShort((short) 10).put("LONG_SHAPE".getBytes()).putLong(2);
    b.putShort((short) 4).put("LONG".getBytes()).putLong(1).putLong(values);
    b.putShort((short) 10).put("LONG_SHAPE".getBytes()).putLong(values);
    b.putShort((short) 5).put("FLOAT".getBytes()).position(b.position() + 4 * values);
    return java.util.Arrays.copyOf(b.array(), b.position());
  }

  @Test
  void dl4jCountsItsParametersAndNamesALayer() {
    byte[] model =
        zip(
            Map.of(
                "configuration.json",
                "{\"confs\":[{\"layer\":{\"@class\":\"a.b.DenseLayer\",\"iupdater\":{\"@class\":\"c.Adam\"}}}],\"epochCount\":3}"
                    .getBytes(),
                "coefficients.bin",
                array(7),
                "normalizer.bin",
                new byte[] {(byte) 0xac, (byte) 0xed, 0, 5}));
    Weights w = Sample.read("model.zip", model);
    assertThat(w.format()).isEqualTo("dl4j");
    assertThat(w.parameters()).isEqualTo(7);
    assertThat(Sample.facts(w, Weights.Topic.ARCHITECTURE)).contains("DenseLayer");
    assertThat(Sample.facts(w, Weights.Topic.RECIPE)).contains("3", "Adam");
    assertThat(Sample.dangers(w)).anyMatch(d -> d.contains("Java deserialisation"));
    Sample.survivesDamage(new Dl4j(), "model.zip", model);
  }

  // Before 1.0 lengths had four bytes, and a layer's kind was the name of the one member around it.
  @Test
  void dl4jBeforeItsFirstVersionIsCountedToo() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeUTF("JAVACPP");
      out.writeInt(8);
      out.writeUTF("INT");
      out.write(new byte[32]);
      out.writeUTF("JAVACPP");
      out.writeInt(5);
      out.writeUTF("FLOAT");
      out.write(new byte[20]);
    }
    String json =
        "{\"confs\":[{\"layer\":{\"dense\":{\"nin\":4,\"updater\":\"NESTEROVS\"}}},"
            + "{\"layer\":{\"output\":{\"nin\":1,\"updater\":\"NESTEROVS\"}}}]}";
    Weights w =
        Sample.read(
            "model.zip",
            zip(
                Map.of(
                    "configuration.json",
                    json.getBytes(),
                    "coefficients.bin",
                    bytes.toByteArray())));
    assertThat(w.parameters()).isEqualTo(5);
    assertThat(Sample.facts(w, Weights.Topic.ARCHITECTURE)).containsExactly("dense, output");
    assertThat(Sample.facts(w, Weights.Topic.RECIPE)).containsExactly("NESTEROVS 2");
  }

  static byte[] mindSpore() {
    ProtoBytes tensor =
        ProtoBytes.message().number(1, 2).number(1, 3).text(2, "Float32").bytes(3, new byte[24]);
    ProtoBytes moment =
        ProtoBytes.message().number(1, 2).number(1, 3).text(2, "Float32").bytes(3, new byte[24]);
    return ProtoBytes.message()
        .inner(1, ProtoBytes.message().text(1, "conv.weight").inner(2, tensor))
        .inner(1, ProtoBytes.message().text(1, "moment1.conv.weight").inner(2, moment))
        .bytes();
  }

  @Test
  void mindSporeIsCountedWithoutItsOptimizer() {
    Weights w = Sample.read("m.ckpt", mindSpore());
    assertThat(w.format()).isEqualTo("mindspore");
    assertThat(w.parameters()).isEqualTo(6);
    assertThat(w.kind()).isEqualTo(Weights.Kind.CHECKPOINT);
    assertThat(w.listing().getFirst().shape()).isEqualTo(List.of(2L, 3L));
  }

  static byte[] paddle() {
    byte[] about = ProtoBytes.message().number(1, 5).number(2, 2).number(2, 3).bytes();
    ByteBuffer b = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 2; i++) {
      b.putInt(0).putLong(0).putInt(0).putInt(about.length).put(about);
      b.position(b.position() + 24);
    }
    return java.util.Arrays.copyOf(b.array(), b.position());
  }

  @Test
  void paddlesTensorsAreWalked() {
    Weights w = Sample.read("inference.pdiparams", paddle());
    assertThat(w.format()).isEqualTo("paddle");
    assertThat(w.parameters()).isEqualTo(12);
    byte[] cut = java.util.Arrays.copyOf(paddle(), paddle().length - 4);
    assertThat(Sample.read("m.pdiparams", cut).status()).isEqualTo(Weights.Status.INCOMPLETE);
  }

  @Test
  void damageEndsInAValue() {
    Sample.survivesDamage(new CoreMl(), "m.mlmodel", Sample.bytes("coreml/model.mlmodel"));
    Sample.survivesDamage(new MindSpore(), "m.ckpt", mindSpore());
    Sample.survivesDamage(new Paddle(), "m.pdiparams", paddle());
  }
}
