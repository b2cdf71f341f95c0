package dev.assay.formats.lua;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Sample;
import dev.assay.model.Note;
import dev.assay.model.Tensor;
import dev.assay.model.Weights;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/// Files of Torch in Lua: networks, and tables of data.
class Torch7Test {
  private int index;

  private static byte[] join(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (byte[] p : parts) {
      out.writeBytes(p);
    }
    return out.toByteArray();
  }

  private static byte[] ints(int... values) {
    ByteBuffer b = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    Arrays.stream(values).forEach(b::putInt);
    return b.array();
  }

  private static byte[] longs(long... values) {
    ByteBuffer b = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    Arrays.stream(values).forEach(b::putLong);
    return b.array();
  }

  private static byte[] raw(String text) {
    return join(ints(text.length()), text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static byte[] string(String text) {
    return join(ints(2), raw(text));
  }

  private static byte[] number(double value) {
    return join(ints(1), longs(Double.doubleToRawLongBits(value)));
  }

  /// Numbers are given when an object is met, so heads come before what is inside.
  private byte[] head(int type) {
    return ints(type, ++index);
  }

  private byte[] type(String name) {
    return join(head(4), raw("V 1"), raw(name));
  }

  private byte[] floats(int rows, int columns) {
    byte[] head =
        join(type("torch.FloatTensor"), ints(2), longs(rows, columns, columns, 1), longs(1));
    byte[] storage = type("torch.FloatStorage");
    return join(head, storage, longs((long) rows * columns), new byte[4 * rows * columns]);
  }

  private byte[] linear(int in, int out) {
    byte[] head = join(type("nn.Linear"), head(3), ints(4));
    byte[] weight = join(string("weight"), floats(out, in));
    byte[] bias = join(string("bias"), floats(out, 1));
    byte[] grad = join(string("gradWeight"), floats(out, in));
    byte[] train = join(string("train"), ints(5, 1));
    return join(head, weight, bias, grad, train);
  }

  private byte[] network() {
    index = 0;
    byte[] head =
        join(type("nn.Sequential"), head(3), ints(1), string("modules"), head(3), ints(2));
    return join(head, number(1), linear(6, 8), number(2), linear(8, 2));
  }

  @Test
  void aNetworkIsReadWithItsLayers() {
    Weights w = Sample.read("kept/net", network());
    assertThat(w.format()).isEqualTo("torch7");
    assertThat(w.kind()).isEqualTo(Weights.Kind.MODEL);
    assertThat(w.status()).isEqualTo(Weights.Status.OK);
    assertThat(w.parameters()).isEqualTo(6 * 8 + 8 + 8 * 2 + 2);
    assertThat(w.listing()).extracting(Tensor::name).contains("modules.2.weight");
    assertThat(Sample.facts(w, Weights.Topic.ARCHITECTURE))
        .containsExactly("nn.Sequential, nn.Linear");
  }

  @Test
  void aTableOfTensorsIsData() {
    byte[] table =
        join(head(3), ints(2), string("images"), floats(9, 9), string("labels"), floats(9, 1));
    Weights w = Sample.read("train.t7", table);
    assertThat(w.format()).isEqualTo("torch7");
    assertThat(w.kind()).isEqualTo(Weights.Kind.OTHER);
    assertThat(Sample.recognised("train.bin", table)).isFalse();
  }

  @Test
  void aNetworkMayLieInATable() {
    byte[] head = join(head(3), ints(2), string("epoch"), number(3), string("model"));
    Weights w = Sample.read("best.t7", join(head, linear(4, 4)));
    assertThat(w.kind()).isEqualTo(Weights.Kind.MODEL);
    assertThat(w.parameters()).isEqualTo(20);
  }

  @Test
  void theEndOfALongPathTellsTheLayer() {
    byte[] way = new byte[0];
    for (int i = 0; i < 40; i++) {
      way = join(way, head(3), ints(1), string("mapindex"));
    }
    Weights w = Sample.read("best.t7", join(way, linear(4, 4)));
    assertThat(w.parameters()).isEqualTo(20);
    assertThat(w.listing().getFirst().name())
        .startsWith("…")
        .endsWith(".weight")
        .hasSizeLessThan(130);
  }

  @Test
  void objectsInObjectsWithoutEndAreNotFollowed() throws InterruptedException {
    byte[][] way = new byte[20_000][];
    for (int i = 0; i < way.length; i++) {
      way[i] = join(head(3), ints(1), string("a"));
    }
    var read = new AtomicReference<Weights>();
    // A small stack, as threads may have.
    Thread small =
        new Thread(null, () -> read.set(Sample.read("best.t7", join(way))), "small", 512 * 1024);
    small.start();
    small.join();
    Weights w = Objects.requireNonNull(read.get());
    assertThat(w.dangers()).extracting(Note::text).anyMatch(t -> t.contains("deeper"));
  }

  @Test
  void anObjectOfAFormOfItsOwnEndsTheReading() {
    byte[] head = join(type("nn.Linear"), head(3), ints(2), string("weight"), floats(4, 4));
    Weights w = Sample.read("net", join(head, string("words"), type("tds.Hash"), ints(9, 9)));
    assertThat(w.kind()).isEqualTo(Weights.Kind.MODEL);
    assertThat(w.status()).isEqualTo(Weights.Status.OK);
    assertThat(w.parameters()).isNull();
    assertThat(w.dangers()).extracting(Note::text).anyMatch(t -> t.contains("tds.Hash"));
  }

  @Test
  void whatIsCutShortIsSaid() {
    byte[] good = network();
    Weights w = Sample.read("net", Arrays.copyOf(good, good.length - 50));
    assertThat(w.status()).isEqualTo(Weights.Status.MALFORMED);
  }

  @Test
  void survivesDamage() {
    Sample.survivesDamage(new Torch7(), "net.t7", network());
  }
}
