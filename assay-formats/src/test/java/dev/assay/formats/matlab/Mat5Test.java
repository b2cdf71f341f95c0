package dev.assay.formats.matlab;

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
import java.util.List;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

/// Files of MATLAB's variables: which hold a network, and which data.
class Mat5Test {
  private static final int DOUBLE = 6;
  private static final int SINGLE = 7;
  private static final int BYTES = 9;

  private ByteOrder order = ByteOrder.LITTLE_ENDIAN;

  private byte[] file(byte[]... variables) {
    var out = new ByteArrayOutputStream();
    byte[] head = new byte[124];
    Arrays.fill(head, (byte) ' ');
    byte[] text = "MATLAB 5.0 MAT-file, made for a test".getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(text, 0, head, 0, text.length);
    out.writeBytes(head);
    out.writeBytes(
        ByteBuffer.allocate(4)
            .order(order)
            .putShort((short) 0x100)
            .putShort((short) 0x4d49)
            .array());
    for (byte[] v : variables) {
      out.writeBytes(v);
    }
    return out.toByteArray();
  }

  private byte[] element(int type, byte[] content) {
    int padded = (content.length + 7) / 8 * 8;
    return ByteBuffer.allocate(8 + padded)
        .order(order)
        .putInt(type)
        .putInt(content.length)
        .put(content)
        .array();
  }

  private byte[] name(String name) {
    byte[] text = name.getBytes(StandardCharsets.ISO_8859_1);
    if (text.length == 0 || text.length > 4) {
      return element(1, text);
    }
    return ByteBuffer.allocate(8).order(order).putInt(text.length << 16 | 1).put(text).array();
  }

  private byte[] ints(int type, int... values) {
    ByteBuffer b = ByteBuffer.allocate(4 * values.length).order(order);
    for (int v : values) {
      b.putInt(v);
    }
    return element(type, b.array());
  }

  private byte[] matrix(int kind, String name, int[] shape, byte[]... rest) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(ints(6, kind, 0));
    out.writeBytes(ints(5, shape));
    out.writeBytes(name(name));
    for (byte[] r : rest) {
      out.writeBytes(r);
    }
    return element(14, out.toByteArray());
  }

  private byte[] numbers(int kind, String name, int... shape) {
    int n = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    int size = kind == DOUBLE ? 8 : kind == SINGLE ? 4 : 1;
    return matrix(
        kind,
        name,
        shape,
        element(kind == DOUBLE ? 9 : kind == SINGLE ? 7 : 2, new byte[size * n]));
  }

  private byte[] cells(String name, byte[]... in) {
    return matrix(1, name, new int[] {1, in.length}, in);
  }

  private byte[] structure(String name, List<String> fields, byte[]... in) {
    byte[] names = new byte[16 * fields.size()];
    for (int i = 0; i < fields.size(); i++) {
      byte[] text = fields.get(i).getBytes(StandardCharsets.ISO_8859_1);
      System.arraycopy(text, 0, names, 16 * i, text.length);
    }
    var out = new ByteArrayOutputStream();
    out.writeBytes(ByteBuffer.allocate(8).order(order).putInt(4 << 16 | 5).putInt(16).array());
    out.writeBytes(element(1, names));
    for (byte[] v : in) {
      out.writeBytes(v);
    }
    return matrix(2, name, new int[] {1, 1}, out.toByteArray());
  }

  private byte[] object(String name, String type) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(ints(6, 17, 0));
    out.writeBytes(name(name));
    out.writeBytes(name("MCOS"));
    out.writeBytes(name(type));
    out.writeBytes(numbers(13, "", 6, 1));
    return element(14, out.toByteArray());
  }

  private byte[] packed(byte[] variable) {
    var deflater = new Deflater();
    deflater.setInput(variable);
    deflater.finish();
    byte[] out = new byte[variable.length + 200];
    int n = deflater.deflate(out);
    deflater.end();
    return ByteBuffer.allocate(8 + n).order(order).putInt(15).putInt(n).put(out, 0, n).array();
  }

  private static Weights.Kind kind(String name, byte[] file) {
    Weights w = Sample.read(name, file);
    assertThat(w.status()).isEqualTo(Weights.Status.OK);
    return w.kind();
  }

  private byte[] layers() {
    return file(
        numbers(SINGLE, "conv1_w", 8, 1, 5, 5),
        numbers(SINGLE, "conv1_b", 1, 8),
        packed(numbers(SINGLE, "conv2_w", 4, 8, 3, 3)),
        packed(numbers(SINGLE, "conv2_b", 1, 4)));
  }

  @Test
  void arraysCalledWeightsAndBiasesAreANetwork() {
    Weights w = Sample.read("first.mat", layers());
    assertThat(w.format()).isEqualTo("matlab");
    assertThat(w.kind()).isEqualTo(Weights.Kind.MODEL);
    assertThat(w.tensors()).isEqualTo(4);
    assertThat(w.parameters()).isEqualTo(8 * 25 + 8 + 4 * 8 * 9 + 4);
    assertThat(w.listing().getFirst().shape()).containsExactly(8L, 1L, 5L, 5L);
    assertThat(w.listing().getFirst().offset()).isPositive();
    assertThat(w.listing().get(2).offset()).isEqualTo(-1);
  }

  @Test
  void theOtherOrderOfBytesIsReadToo() {
    order = ByteOrder.BIG_ENDIAN;
    Weights w = Sample.read("first.mat", layers());
    assertThat(w.kind()).isEqualTo(Weights.Kind.MODEL);
    assertThat(w.tensors()).isEqualTo(4);
  }

  @Test
  void aStructureOfLayersIsANetwork() {
    byte[] layer =
        structure(
            "",
            List.of("type", "weights", "rate"),
            matrix(
                4, "", new int[] {1, 4}, element(16, "conv".getBytes(StandardCharsets.US_ASCII))),
            cells("", numbers(SINGLE, "", 3, 3, 1, 8), numbers(SINGLE, "", 8, 1)),
            numbers(DOUBLE, "", 1, 2));
    byte[] net = structure("net", List.of("layers", "meta"), cells("", layer, layer), cells(""));
    for (byte[] variable : List.of(net, packed(net))) {
      Weights w = Sample.read("any.mat", file(variable));
      assertThat(w.kind()).isEqualTo(Weights.Kind.MODEL);
      assertThat(w.listing())
          .extracting(Tensor::name)
          .contains("net.layers{2}.weights{1}", "net.layers{1}.rate");
      assertThat(w.parameters()).isEqualTo(2 * (72 + 8));
    }
  }

  @Test
  void anObjectOfANetworksClassIsOne() {
    Weights w =
        Sample.read(
            "any.mat", file(packed(object("found", "SeriesNetwork")), numbers(BYTES, "", 1, 80)));
    assertThat(w.kind()).isEqualTo(Weights.Kind.MODEL);
    assertThat(Sample.facts(w, Weights.Topic.ARCHITECTURE)).containsExactly("SeriesNetwork");
    assertThat(w.parameters()).isNull();
    assertThat(w.listing()).isEmpty();
    assertThat(kind("any.mat", file(object("found", "datetime")))).isEqualTo(Weights.Kind.OTHER);
  }

  @Test
  void matricesAreAModelWhereTheFileIsPlacedAsOne() {
    byte[] file = file(numbers(DOUBLE, "A", 20, 20), numbers(DOUBLE, "C", 20, 5));
    assertThat(kind("any.mat", file)).isEqualTo(Weights.Kind.OTHER);
    assertThat(kind("models/any.mat", file)).isEqualTo(Weights.Kind.MODEL);
    assertThat(kind("trainedNet.mat", file)).isEqualTo(Weights.Kind.MODEL);
    assertThat(kind("test_model_data.mat", file)).isEqualTo(Weights.Kind.OTHER);
  }

  @Test
  void dataAreNoWeights() {
    assertThat(kind("a.mat", file(numbers(DOUBLE, "X", 90, 8), numbers(DOUBLE, "y", 90, 1))))
        .isEqualTo(Weights.Kind.OTHER);
    assertThat(kind("models/colors.mat", file(numbers(BYTES, "colors", 150, 3))))
        .isEqualTo(Weights.Kind.OTHER);
    assertThat(
            kind(
                "models/survey.mat",
                file(numbers(DOUBLE, "weights", 90, 8), numbers(DOUBLE, "labels", 90, 1))))
        .isEqualTo(Weights.Kind.OTHER);
    assertThat(kind("a.mat", file(numbers(DOUBLE, "w", 9, 9)))).isEqualTo(Weights.Kind.OTHER);
  }

  @Test
  void whatIsCutShortOrPacksTooMuchIsSaid() {
    byte[] good = layers();
    Weights cut = Sample.read("first.mat", Arrays.copyOf(good, good.length - 40));
    assertThat(cut.status()).isEqualTo(Weights.Status.MALFORMED);
    byte[] none = file(packed(structure("net", List.of("a"), new byte[9_000_000])));
    assertThat(Sample.read("first.mat", none).status()).isEqualTo(Weights.Status.MALFORMED);
    byte[] large =
        structure("net", List.of("a", "b"), numbers(BYTES, "", 70_000_000), numbers(SINGLE, "", 9));
    Weights w = Sample.read("first.mat", file(packed(large)));
    assertThat(w.tensors()).isEqualTo(1);
    assertThat(w.parameters()).isNull();
    assertThat(w.dangers()).extracting(Note::text).anyMatch(t -> t.contains("larger"));
  }

  @Test
  void nothingButHeadsIsNotReadToItsEnd() {
    Weights w = Sample.read("first.mat", file(new byte[12_000_000]));
    assertThat(w.status()).isEqualTo(Weights.Status.MALFORMED);
    assertThat(w.reason()).contains("more variables");
  }

  @Test
  void aTextThatOnlyBeginsSoIsNone() {
    byte[] text =
        "MATLAB 5.0 MAT-file is a format.\n".repeat(9).getBytes(StandardCharsets.US_ASCII);
    assertThat(Sample.recognised("notes.txt", text)).isFalse();
  }

  @Test
  void survivesDamage() {
    Sample.survivesDamage(new Mat5(), "first.mat", layers());
    byte[] layer = structure("", List.of("w"), numbers(SINGLE, "", 3, 3));
    Sample.survivesDamage(
        new Mat5(),
        "first.mat",
        file(structure("net", List.of("layers", "meta"), cells("", layer, layer), cells(""))));
  }
}
