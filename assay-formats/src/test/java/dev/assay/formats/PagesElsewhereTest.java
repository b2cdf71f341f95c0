package dev.assay.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Note;
import dev.assay.model.Weights;
import dev.assay.testing.Gen;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a page of a file beside the one with the header says against the types in it.
class PagesElsewhereTest {
  private static final String JS =
      """
      {"format": "layers-model", "modelTopology": {"class_name": "Sequential", "config": []},
       "weightsManifest": [{"paths": [%s],
         "weights": [{"name": "a/bias", "shape": [8], "dtype": "float32"},
                     {"name": "d/kernel", "shape": [64, 64], "dtype": "float32"}]}]}
      """;
  private static final String IR =
      """
      <?xml version="1.0"?>
      <net name="n" version="11"><layers>
        <layer id="0" name="w" type="Const" version="opset1">
          <data element_type="f32" shape="64,64" offset="32" size="16384"/>
          <output><port id="0" precision="FP32"><dim>64</dim><dim>64</dim></port></output>
        </layer></layers><edges/></net>
      """;

  /// A table of 64 by 64 numbers behind 32 bytes of something else.
  private static byte[] numbers(boolean inflated) {
    ByteBuffer b = ByteBuffer.allocate(32 + 64 * 64 * 4).order(ByteOrder.LITTLE_ENDIAN);
    var gen = new Gen(1);
    b.position(32);
    while (b.hasRemaining()) {
      float value = (gen.anyLong() >> 40) / (float) (1 << 24);
      b.putFloat(inflated ? Float.float16ToFloat(Float.floatToFloat16(value)) : value);
    }
    return b.array();
  }

  private static byte[] graph(String location) {
    ProtoBytes tensor =
        ProtoBytes.message()
            .number(1, 64)
            .number(1, 64)
            .number(2, 1)
            .text(8, "w")
            .inner(13, ProtoBytes.message().text(1, "location").text(2, location))
            .inner(13, ProtoBytes.message().text(1, "offset").text(2, "32"))
            .inner(13, ProtoBytes.message().text(1, "length").text(2, "16384"))
            .number(14, 1);
    return ProtoBytes.message()
        .number(1, 8)
        .text(2, "test")
        .inner(7, ProtoBytes.message().text(2, "g").inner(5, tensor))
        .inner(8, ProtoBytes.message().number(2, 17))
        .bytes();
  }

  private static List<Note> said(MemoryTree tree) {
    return tree.assembled().artefacts().stream()
        .flatMap(w -> w.dangers().stream())
        .filter(n -> n.kind() == Note.Kind.DISAGREES)
        .toList();
  }

  private static void inflatedIn(MemoryTree tree, String file) {
    assertThat(said(tree))
        .singleElement()
        .satisfies(n -> assertThat(n.text()).contains("exact in F16"))
        .satisfies(n -> assertThat(n.evidence().getFirst().path()).isEqualTo(file))
        .satisfies(n -> assertThat(n.evidence().getFirst().digest()).isNotNull());
  }

  @Test
  void externalDataOfOnnx() {
    inflatedIn(
        new MemoryTree().with("m/g.onnx", graph("w.data")).with("m/w.data", numbers(true)),
        "m/w.data");
    assertThat(
            said(
                new MemoryTree()
                    .with("m/g.onnx", graph("w.data"))
                    .with("m/w.data", numbers(false))))
        .isEmpty();
  }

  @Test
  void theBinOfOpenVino() {
    inflatedIn(new MemoryTree().with("m.xml", IR).with("m.bin", numbers(true)), "m.bin");
    assertThat(said(new MemoryTree().with("m.xml", IR).with("m.bin", numbers(false)))).isEmpty();
  }

  @Test
  void shardsOfTensorFlowJs() {
    String one = JS.formatted("\"g.bin\"");
    inflatedIn(new MemoryTree().with("model.json", one).with("g.bin", numbers(true)), "g.bin");
    // The table begins in the first of two and runs on in the second.
    String two = JS.formatted("\"g-1of2.bin\", \"g-2of2.bin\"");
    byte[] all = numbers(true);
    for (int cut : new int[] {32, 8192}) {
      inflatedIn(
          new MemoryTree()
              .with("model.json", two)
              .with("g-1of2.bin", Arrays.copyOf(all, cut))
              .with("g-2of2.bin", Arrays.copyOfRange(all, cut, all.length)),
          cut == 32 ? "g-2of2.bin" : "g-1of2.bin");
    }
  }

  // A program with one constant of 64 by 64 numbers, whose record stands at the beginning of
  // the blobs.
  private static byte[] program() {
    ProtoBytes size = ProtoBytes.message().inner(1, ProtoBytes.message().number(1, 64));
    ProtoBytes type =
        ProtoBytes.message()
            .inner(
                1, ProtoBytes.message().number(1, 11).number(2, 2).inner(3, size).inner(3, size));
    ProtoBytes value =
        ProtoBytes.message()
            .inner(2, type)
            .inner(5, ProtoBytes.message().text(1, "@model_path/weights/weight.bin").number(2, 0));
    ProtoBytes constant =
        ProtoBytes.message()
            .text(1, "const")
            .inner(3, ProtoBytes.message().text(1, "w"))
            .inner(5, ProtoBytes.message().text(1, "val").inner(2, value));
    ProtoBytes function =
        ProtoBytes.message()
            .inner(
                3,
                ProtoBytes.message()
                    .text(1, "CoreML7")
                    .inner(2, ProtoBytes.message().inner(3, constant)));
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

  private static byte[] blob(int mark, boolean inflated) {
    byte[] all = numbers(inflated);
    ByteBuffer b = ByteBuffer.allocate(64 + all.length - 32).order(ByteOrder.LITTLE_ENDIAN);
    b.putInt(mark).putInt(2).putLong(all.length - 32).putLong(64).position(64);
    return b.put(all, 32, all.length - 32).array();
  }

  @Test
  void theBlobsOfACoreMlProgram() {
    var whole = new MemoryTree().with("m.mlmodel", program());
    inflatedIn(whole.with("weights/weight.bin", blob(0xdeadbeef, true)), "weights/weight.bin");
    for (byte[] other : List.of(blob(0xdeadbeef, false), blob(1, true))) {
      assertThat(
              said(new MemoryTree().with("m.mlmodel", program()).with("weights/weight.bin", other)))
          .isEmpty();
    }
    Weights cut =
        new MemoryTree()
            .with("m.mlmodel", program())
            .with("weights/weight.bin", Arrays.copyOf(blob(0xdeadbeef, true), 5000))
            .assembled()
            .artefacts()
            .getFirst();
    assertThat(cut.status()).isEqualTo(Weights.Status.INCOMPLETE);
  }

  @Test
  void filesThatAreMissingOrShortSayNothing() {
    assertThat(said(new MemoryTree().with("g.onnx", graph("w.data")))).isEmpty();
    assertThat(said(new MemoryTree().with("g.onnx", graph("w.data")).with("w.data", "short")))
        .isEmpty();
    assertThat(said(new MemoryTree().with("model.json", JS.formatted("\"a.bin\", \"b.bin\""))))
        .isEmpty();
    assertThat(
            said(
                new MemoryTree()
                    .with("m/g.onnx", graph("../w.data"))
                    .with("w.data", numbers(true))))
        .isEmpty();
  }
}
