package dev.assay.formats.flax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.FixtureCase;
import dev.assay.formats.Sample;
import dev.assay.model.Tensor;
import dev.assay.model.Weights;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FlaxMsgPackTest {
  private static final byte[] GOOD = Sample.bytes("flax/flax_model.msgpack");

  @TestFactory
  Stream<DynamicTest> theVerdictsOfTheFixturesHold() {
    return FixtureCase.generated("flax/");
  }

  @Test
  void arraysAreReadWithTheirPath() {
    Weights w = Sample.read("flax/flax_model.msgpack");
    assertThat(w.parameters()).isEqualTo(624);
    assertThat(w.listing())
        .extracting(Tensor::name)
        .containsExactly("params/dense/kernel", "params/dense/bias");
    assertThat(w.listing().getFirst().offset()).isEqualTo(42);
  }

  @Test
  void anArrayInPiecesIsOneTensor() {
    var out = new ByteArrayOutputStream();
    text(out.size() == 0 ? start(out, 0x81) : out, "w");
    out.write(0x83);
    text(out, "__msgpack_chunked_array__");
    out.write(0xc3);
    text(out, "shape");
    out.write(0x82);
    text(out, "0");
    out.write(4);
    text(out, "1");
    out.write(2);
    text(out, "chunks");
    out.write(0x81);
    text(out, "0");
    byte[] inner = {
      (byte) 0x93, (byte) 0x91, 8, (byte) 0xa7, 'f', 'l', 'o', 'a', 't', '3', '2', (byte) 0xc4, 0
    };
    out.write(0xc7);
    out.write(inner.length);
    out.write(1);
    out.writeBytes(inner);
    Weights w = Sample.read("w.msgpack", out.toByteArray());
    assertThat(w.status()).as(w.reason()).isEqualTo(Weights.Status.OK);
    assertThat(w.listing().getFirst().shape()).isEqualTo(List.of(4L, 2L));
    assertThat(w.parameters()).isEqualTo(8);
  }

  private static ByteArrayOutputStream start(ByteArrayOutputStream out, int first) {
    out.write(first);
    return out;
  }

  private static void text(ByteArrayOutputStream out, String s) {
    out.write(0xa0 + s.length());
    out.writeBytes(s.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aFileThatIsCutShortIsMalformed() {
    byte[] cut = Arrays.copyOf(GOOD, GOOD.length - 10);
    assertThat(Sample.read("m.msgpack", cut).status()).isEqualTo(Weights.Status.MALFORMED);
  }

  @Test
  void countsOfFourBillionCostNothing() {
    byte[] bomb = {(byte) 0x81, (byte) 0xa1, 'a', (byte) 0xdd, -1, -1, -1, -1};
    assertThat(Sample.read("m.msgpack", bomb).status()).isEqualTo(Weights.Status.MALFORMED);
  }

  @Test
  void mapsWithoutEndAreRefused() {
    byte[] deep = new byte[3 * 1000];
    for (int i = 0; i < deep.length; i += 3) {
      deep[i] = (byte) 0x81;
      deep[i + 1] = (byte) 0xa1;
      deep[i + 2] = 'a';
    }
    assertThat(Sample.read("m.msgpack", deep).reason()).contains("nested deeper");
  }

  @Test
  void damageEndsInAValue() {
    Sample.survivesDamage(new FlaxMsgPack(), "m.msgpack", Arrays.copyOf(GOOD, 200));
    Sample.survivesDamage(new FlaxMsgPack(), "m.msgpack", GOOD);
  }
}
