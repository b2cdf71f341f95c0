package dev.assay.formats.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.FixtureCase;
import dev.assay.formats.ProtoBytes;
import dev.assay.formats.Sample;
import dev.assay.model.Weights;
import java.io.ByteArrayOutputStream;
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
