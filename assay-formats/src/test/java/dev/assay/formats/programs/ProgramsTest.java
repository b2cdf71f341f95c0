package dev.assay.formats.programs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.FixtureCase;
import dev.assay.formats.Sample;
import dev.assay.model.Weights;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ProgramsTest {

  @TestFactory
  Stream<DynamicTest> theVerdictsOfTheFixturesHold() {
    return FixtureCase.generated("kaldi/", "vosk", "llamafile/");
  }

  private static byte[] traineddata(ByteOrder order) {
    byte[] version =
        "4.00.00alpha:eng:synth20170629:[1,36,0,1Ct3,3,16O1c1]".getBytes(StandardCharsets.UTF_8);
    ByteBuffer b = ByteBuffer.allocate(1000).order(order);
    b.putInt(24);
    int table = 4 + 24 * 8;
    for (int i = 0; i < 24; i++) {
      b.putLong(i == 17 ? table : i == 23 ? table + 100 : -1);
    }
    b.position(table + 100).put(version);
    return Arrays.copyOf(b.array(), b.position());
  }

  @Test
  void tesseractNamesItsTrainingSetAndNetwork() {
    for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
      Weights w = Sample.read("eng.traineddata", traineddata(order));
      assertThat(w.format()).isEqualTo("tesseract");
      assertThat(Sample.facts(w, Weights.Topic.TRAINING_DATA)).containsExactly("synth20170629");
      assertThat(Sample.facts(w, Weights.Topic.TOOL)).containsExactly("4.00.00alpha");
      assertThat(Sample.facts(w, Weights.Topic.ARCHITECTURE))
          .contains("lstm version", "[1,36,0,1Ct3,3,16O1c1]");
    }
  }

  private static byte[] nnue() {
    byte[] text =
        "Network trained with the https://example.org/trainer trainer."
            .getBytes(StandardCharsets.UTF_8);
    ByteBuffer b = ByteBuffer.allocate(500).order(ByteOrder.LITTLE_ENDIAN);
    b.putInt(0x7AF32F20).putInt(0x1234).putInt(text.length).put(text).putLong(7);
    return Arrays.copyOf(b.array(), b.position());
  }

  @Test
  void aNetworkOfAChessEngineNamesItsTrainer() {
    Weights w = Sample.read("nn.nnue", nnue());
    assertThat(w.format()).isEqualTo("nnue");
    assertThat(Sample.facts(w, Weights.Topic.RECIPE)).anyMatch(v -> v.contains("example.org"));
  }

  @Test
  void kaldiShowsTheLayoutOfItsNetwork() {
    Weights w = Sample.read("kaldi/final.mdl");
    assertThat(Sample.facts(w, Weights.Topic.ARCHITECTURE))
        .contains("<TransitionModel>", "input-node name=input dim=40");
  }

  private static byte[] means(boolean sum) {
    byte[] head =
        ("s3\nversion 1.0\nchksum0 " + (sum ? "yes" : "no") + "\n endhdr\n")
            .getBytes(StandardCharsets.UTF_8);
    ByteBuffer b = ByteBuffer.allocate(500).order(ByteOrder.LITTLE_ENDIAN);
    b.put(head).putInt(0x11223344).putInt(2).putInt(1).putInt(3).putInt(4).putInt(24);
    b.position(b.position() + 96 + (sum ? 4 : 0));
    return Arrays.copyOf(b.array(), b.position());
  }

  @Test
  void theParametersOfSphinxAreCounted() {
    assertThat(Sample.read("means", means(true)).parameters()).isEqualTo(24);
    assertThat(Sample.read("means", means(false)).parameters()).isEqualTo(24);
    byte[] cut = Arrays.copyOf(means(true), 100);
    assertThat(Sample.read("means", cut).status()).isEqualTo(Weights.Status.INCOMPLETE);
  }

  @Test
  void damageEndsInAValue() {
    Sample.survivesDamage(new Tesseract(), "e.traineddata", traineddata(ByteOrder.LITTLE_ENDIAN));
    Sample.survivesDamage(new Nnue(), "n.nnue", nnue());
    Sample.survivesDamage(new Kaldi(), "final.mdl", Sample.bytes("kaldi/final.mdl"));
    Sample.survivesDamage(new Sphinx(), "means", means(true));
  }
}
