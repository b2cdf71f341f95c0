package dev.assay.formats.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.FixtureCase;
import dev.assay.formats.MemoryTree;
import dev.assay.formats.ProtoBytes;
import dev.assay.formats.Sample;
import dev.assay.formats.WeightsAssembly;
import dev.assay.model.Component;
import dev.assay.model.Note;
import dev.assay.model.Tensor;
import dev.assay.model.Weights;
import dev.assay.testing.Shared;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TensorFlowTest {

  private static ProtoBytes node(String name, String op) {
    return ProtoBytes.message().text(1, name).text(2, op);
  }

  private static ProtoBytes constant(String name, long rows, long columns) {
    ProtoBytes shape =
        ProtoBytes.message()
            .inner(2, ProtoBytes.message().number(1, rows))
            .inner(2, ProtoBytes.message().number(1, columns));
    ProtoBytes tensor =
        ProtoBytes.message()
            .number(1, 1)
            .inner(2, shape)
            .bytes(4, new byte[(int) (rows * columns * 4)]);
    ProtoBytes attr =
        ProtoBytes.message().text(1, "value").inner(2, ProtoBytes.message().inner(8, tensor));
    return node(name, "Const").inner(5, attr);
  }

  static byte[] savedModel(String op, String asset) {
    ProtoBytes info = ProtoBytes.message().text(4, "serve").text(5, "2.16.1");
    ProtoBytes function =
        ProtoBytes.message()
            .inner(1, ProtoBytes.message().text(1, "inference"))
            .inner(3, node("x", op));
    ProtoBytes graph =
        ProtoBytes.message()
            .inner(1, node("p", "Placeholder"))
            .inner(1, node("save", "MergeV2Checkpoints"))
            .inner(2, ProtoBytes.message().inner(1, function));
    ProtoBytes meta =
        ProtoBytes.message()
            .inner(1, info)
            .inner(2, graph)
            .inner(6, ProtoBytes.message().text(2, asset));
    return ProtoBytes.message().number(1, 1).inner(2, meta).bytes();
  }

  @Test
  void aSavedModelTellsToolAndOperatorsAndNoParameters() {
    Weights w = Sample.read("saved_model.pb", savedModel("MatMul", "vocab.txt"));
    assertThat(w.format()).isEqualTo("tf-savedmodel");
    assertThat(w.parameters()).isNull();
    assertThat(Sample.facts(w, Weights.Topic.TOOL)).contains("2.16.1");
    assertThat(Sample.dangers(w)).isEmpty();
  }

  @Test
  void operatorsThatReachOutAreFoundInsideFunctions() {
    for (String op : List.of("ReadFile", "WriteFile", "PyFunc", "EagerPyFunc")) {
      Weights w = Sample.read("saved_model.pb", savedModel(op, "vocab.txt"));
      assertThat(Sample.dangers(w)).as(op).anyMatch(d -> d.contains(op));
    }
    assertThat(Sample.dangers(Sample.read("saved_model.pb", savedModel("Add", "../../etc/x"))))
        .anyMatch(d -> d.contains("path traversal"));
  }

  @Test
  void aFrozenGraphHoldsItsWeightsAsConstants() {
    byte[] graph =
        ProtoBytes.message()
            .inner(1, node("in", "Placeholder"))
            .inner(1, constant("dense/kernel", 4, 8))
            .bytes();
    Weights w = Sample.read("frozen.pb", graph);
    assertThat(w.format()).isEqualTo("tf-graphdef");
    assertThat(w.parameters()).isEqualTo(32);
    Sample.survivesDamage(SavedModel.frozen(), "frozen.pb", graph);
  }

  @Test
  void aConstantMayListItsNumbers() {
    byte[] floats = new byte[12];
    for (ProtoBytes values :
        List.of(
            ProtoBytes.message().number(1, 1).bytes(5, floats),
            ProtoBytes.message().number(1, 2).bytes(6, new byte[24]),
            ProtoBytes.message().number(1, 19).bytes(13, new byte[] {(byte) 0x80, 0x78, 0, 1}))) {
      byte[] graph =
          ProtoBytes.message().inner(1, node("in", "Placeholder")).inner(1, listed(values)).bytes();
      assertThat(Sample.read("frozen.pb", graph).parameters()).isEqualTo(3);
    }
    // One value that fills the shape is none.
    byte[] graph =
        ProtoBytes.message()
            .inner(1, node("in", "Placeholder"))
            .inner(1, listed(ProtoBytes.message().number(1, 1).bytes(5, new byte[4])))
            .bytes();
    assertThat(Sample.read("frozen.pb", graph).parameters()).isZero();
  }

  private static ProtoBytes listed(ProtoBytes values) {
    ProtoBytes shape = ProtoBytes.message().inner(2, ProtoBytes.message().number(1, 3));
    ProtoBytes tensor = values.inner(2, shape);
    return node("kernel", "Const")
        .inner(
            5,
            ProtoBytes.message().text(1, "value").inner(2, ProtoBytes.message().inner(8, tensor)));
  }

  private static void entry(ByteArrayOutputStream out, String key, byte[] value) {
    out.write(0);
    out.write(key.length());
    out.write(value.length);
    out.writeBytes(key.getBytes(StandardCharsets.UTF_8));
    out.writeBytes(value);
  }

  private static byte[] bundleEntry(long type, long shard, long size, long... dims) {
    ProtoBytes shape = ProtoBytes.message();
    for (long d : dims) {
      shape.inner(2, ProtoBytes.message().number(1, d));
    }
    return ProtoBytes.message()
        .number(1, type)
        .inner(2, shape)
        .number(3, shard)
        .number(4, 0)
        .number(5, size)
        .bytes();
  }

  static byte[] checkpoint(long shard) {
    var block = new ByteArrayOutputStream();
    entry(block, "", ProtoBytes.message().number(1, 1).bytes());
    entry(block, "dense/kernel/.ATTRIBUTES/VARIABLE_VALUE", bundleEntry(1, shard, 96, 4, 6));
    entry(
        block,
        "dense/kernel/.OPTIMIZER_SLOT/optimizer/m/.ATTRIBUTES/VARIABLE_VALUE",
        bundleEntry(1, 0, 96, 4, 6));
    restarts(block, 0);
    return table(block);
  }

  // The table of one block, which ends with its kind and its checksum.
  private static byte[] table(ByteArrayOutputStream block) {
    int size = block.size() - 5;
    var index = new ByteArrayOutputStream();
    var handle = new ByteArrayOutputStream();
    handle.write(0);
    varint(handle, size);
    entry(index, "z", handle.toByteArray());
    restarts(index, 0);
    int at = block.size();
    var all = new ByteArrayOutputStream();
    all.writeBytes(block.toByteArray());
    all.writeBytes(index.toByteArray());
    var footer = new ByteArrayOutputStream();
    footer.write(0);
    footer.write(0);
    varint(footer, at);
    varint(footer, index.size() - 5);
    ByteBuffer last =
        ByteBuffer.wrap(java.util.Arrays.copyOf(footer.toByteArray(), 48))
            .order(ByteOrder.LITTLE_ENDIAN);
    last.putLong(40, 0xdb4775248b80fb57L);
    all.writeBytes(last.array());
    return all.toByteArray();
  }

  private static void varint(ByteArrayOutputStream out, int value) {
    int v = value;
    while (v >= 128) {
      out.write(v & 0x7f | 0x80);
      v >>>= 7;
    }
    out.write(v);
  }

  // One restart point at 0, then the block's kind and its checksum.
  private static void restarts(ByteArrayOutputStream out, int kind) {
    out.writeBytes(new byte[] {0, 0, 0, 0, 1, 0, 0, 0, (byte) kind, 0, 0, 0, 0});
  }

  // As Snappy packs it: the header and a name in a literal, then a copy of what stands `back`
  // bytes before.
  private static byte[] packedCheckpoint(int back) {
    var plain = new ByteArrayOutputStream();
    entry(plain, "", ProtoBytes.message().number(1, 1).bytes());
    entry(plain, "w", bundleEntry(1, 0, 96, 4, 6));
    entry(plain, "w/Lion", bundleEntry(1, 0, 96, 4, 6));
    byte[] all = plain.toByteArray();
    int copied = 12;
    byte[] literal = java.util.Arrays.copyOf(all, all.length - copied);
    var block = new ByteArrayOutputStream();
    varint(block, all.length + 8);
    block.write((literal.length - 1) << 2);
    block.writeBytes(literal);
    block.write((copied - 1) << 2 | 2);
    block.write(back);
    block.write(0);
    block.write(7 << 2);
    restarts(block, 1);
    return table(block);
  }

  @Test
  void aPackedTableIsUnpackedWithinItsLength() {
    Weights w =
        Sample.read("m.ckpt-0.index", packedCheckpoint(bundleEntry(1, 0, 96, 4, 6).length + 9));
    assertThat(w.format()).isEqualTo("tf-checkpoint");
    assertThat(w.status()).as(w.reason()).isEqualTo(Weights.Status.OK);
    assertThat(w.tensors()).isEqualTo(2);
    assertThat(w.parameters()).isEqualTo(24);
    assertThat(w.listing().get(1).shape()).isEqualTo(List.of(4L, 6L));
    Sample.survivesDamage(new TfCheckpoint(), "m.ckpt-0.index", packedCheckpoint(25));
    assertThat(Sample.read("m.ckpt-0.index", packedCheckpoint(0)).reason()).contains("Snappy copy");
    assertThat(Sample.read("m.ckpt-0.index", packedCheckpoint(200)).reason())
        .contains("Snappy copy");
  }

  @Test
  void whatAnOptimizerKeepsOfAVariableIsNoParameter() {
    for (String name :
        List.of("d/kernel/LAMB_3", "d/kernel_slot_vc", "agent/_actor_optimizer/_variables/7")) {
      var block = new ByteArrayOutputStream();
      entry(block, "", ProtoBytes.message().number(1, 1).bytes());
      List.of("d/kernel", "d/kernel-2", name).stream()
          .sorted()
          .forEach(n -> entry(block, n, bundleEntry(1, 0, 96, 4, 6)));
      restarts(block, 0);
      Weights w = Sample.read("m.ckpt-0.index", table(block));
      assertThat(w.tensors()).isEqualTo(3);
      assertThat(w.parameters()).as(name).isEqualTo(48);
      assertThat(w.kind()).isEqualTo(Weights.Kind.CHECKPOINT);
    }
  }

  @Test
  void aCheckpointTellsItsVariablesAndWhereTheyLie() {
    Weights w = Sample.read("variables/variables.index", checkpoint(0));
    assertThat(w.status()).as(w.reason()).isEqualTo(Weights.Status.OK);
    assertThat(w.parameters()).isEqualTo(24);
    assertThat(w.kind()).isEqualTo(Weights.Kind.CHECKPOINT);
    assertThat(w.listing().getFirst().name()).isEqualTo("dense/kernel");
    assertThat(w.listing().getFirst().file()).isEqualTo("variables/variables.data-00000-of-00001");
    assertThat(w.listing().get(1).role()).isEqualTo(Tensor.Role.OPTIMIZER);
  }

  @Test
  void aTensorInAShardThatCannotBeIsRefused() {
    assertThat(Sample.read("c.index", checkpoint(3)).status()).isEqualTo(Weights.Status.MALFORMED);
  }

  @Test
  void theCheckpointOfARealModelHasTheParametersOfItsHdf5() {
    Weights w =
        FixtureCase.single(
            Shared.path("fixtures/formats/real/tf/dtln_saved_model/variables/variables.index"));
    assertThat(w.parameters()).isEqualTo(986_753);
  }

  @Test
  void tfjsIsCountedFromItsManifest() {
    String json =
        """
        {"format":"layers-model","generatedBy":"keras v2.10.0","convertedBy":"TensorFlow.js v4",
         "userDefinedMetadata":{"license":"mit"},
         "modelTopology":{"keras_version":"2.10.0","model_config":{"class_name":"Sequential",
           "config":{"name":"s","layers":[{"class_name":"Dense","config":{}}]}},
           "training_config":{"loss":"mse","optimizer_config":{"class_name":"Adam"}}},
         "weightsManifest":[{"paths":["g1.bin"],"weights":[
           {"name":"d/kernel","shape":[3,4],"dtype":"float32"},
           {"name":"d/bias","shape":[4],"dtype":"float32",
            "quantization":{"dtype":"uint8","scale":0.1,"min":-1}}]}]}
        """;
    Weights w = Sample.read("web/model.json", json.getBytes(StandardCharsets.UTF_8));
    assertThat(w.format()).isEqualTo("tfjs");
    assertThat(w.parameters()).isEqualTo(16);
    assertThat(w.quantisation()).isEqualTo("tfjs uint8");
    assertThat(w.listing().get(1).file()).isEqualTo("web/g1.bin");
    assertThat(w.listing().get(1).offset()).isEqualTo(48);
    assertThat(Sample.facts(w, Weights.Topic.LICENCE)).containsExactly("mit");
    assertThat(Sample.facts(w, Weights.Topic.RECIPE)).contains("mse");
    String away = json.replace("g1.bin", "../../g1.bin");
    assertThat(Sample.dangers(Sample.read("model.json", away.getBytes(StandardCharsets.UTF_8))))
        .anyMatch(d -> d.contains("path traversal"));
    Sample.survivesDamage(new TfJs(), "model.json", json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void kerasMetadataShowsALambda() {
    ProtoBytes node =
        ProtoBytes.message()
            .number(2, 1)
            .text(3, "root.layer-1")
            .text(4, "_tf_keras_layer")
            .text(5, "{\"class_name\": \"Lambda\", \"config\": {}}");
    byte[] file = ProtoBytes.message().inner(1, node).bytes();
    Weights w = Sample.read("keras_metadata.pb", file);
    assertThat(w.format()).isEqualTo("keras-metadata");
    assertThat(Sample.dangers(w)).anyMatch(d -> d.contains("Lambda"));
    Sample.survivesDamage(new KerasMetadata(), "keras_metadata.pb", file);
  }

  private static ProtoBytes variable(String name, long... dims) {
    ProtoBytes shape = ProtoBytes.message();
    for (long d : dims) {
      shape.inner(2, ProtoBytes.message().number(1, d));
    }
    return node(name, "VarHandleOp")
        .inner(5, ProtoBytes.message().text(1, "dtype").inner(2, ProtoBytes.message().number(6, 1)))
        .inner(
            5,
            ProtoBytes.message().text(1, "shape").inner(2, ProtoBytes.message().inner(7, shape)));
  }

  private static byte[] withVariables(ProtoBytes... nodes) {
    ProtoBytes graph = ProtoBytes.message();
    for (ProtoBytes n : nodes) {
      graph.inner(1, n);
    }
    ProtoBytes info = ProtoBytes.message().text(4, "serve").text(5, "2.16.1").text(6, "unknown");
    ProtoBytes meta = ProtoBytes.message().inner(1, info).inner(2, graph);
    return ProtoBytes.message().number(1, 1).inner(2, meta).bytes();
  }

  @Test
  void aSavedModelSaysItsVariablesAndMissesTheirFile() {
    byte[] model =
        withVariables(
            variable("dense/kernel", 4, 6),
            variable("Adam/dense/kernel/m", 4, 6),
            constant("window", 8, 8));
    Weights w = new MemoryTree().with("saved_model.pb", model).assembled().artefacts().getFirst();
    assertThat(w.parameters()).isEqualTo(24);
    assertThat(w.status()).isEqualTo(Weights.Status.INCOMPLETE);
    assertThat(w.reason()).contains("2 variables").contains("variables.index, which is not here");
    assertThat(Sample.facts(w, Weights.Topic.TOOL)).containsExactly("2.16.1");
    Sample.survivesDamage(SavedModel.saved(), "saved_model.pb", model);
  }

  @Test
  void aGraphAndItsCheckpointAreOneSetOfWeights() {
    WeightsAssembly.Result r = joined(variable("dense/kernel", 4, 6));
    Weights w = r.artefacts().getFirst();
    assertThat(r.artefacts()).hasSize(1);
    assertThat(w.format()).isEqualTo("tf-savedmodel");
    assertThat(w.status()).as(w.reason()).isEqualTo(Weights.Status.OK);
    assertThat(w.parameters()).isEqualTo(24);
    assertThat(w.kind()).isEqualTo(Weights.Kind.MODEL);
    assertThat(w.files()).contains("m/variables/variables.data-00000-of-00001");
    assertThat(notes(r)).anyMatch(n -> n.contains("variables of the graph are in"));
  }

  @Test
  void aVariableThatTheCheckpointDoesNotHoldIsSaid() {
    assertThat(notes(joined(variable("dense/kernel", 4, 6), variable("head", 9, 9))))
        .anyMatch(n -> n.contains("does not hold: first head of F32 9×9"));
  }

  private static WeightsAssembly.Result joined(ProtoBytes... nodes) {
    return new MemoryTree()
        .with("m/saved_model.pb", withVariables(nodes))
        .with("m/variables/variables.index", checkpoint(0))
        .with("m/variables/variables.data-00000-of-00001", new byte[96])
        .assembled();
  }

  private static List<String> notes(WeightsAssembly.Result r) {
    return r.notes().getOrDefault(Component.WEIGHTS, List.of()).stream().map(Note::text).toList();
  }

  @Test
  void damageEndsInAValue() {
    Sample.survivesDamage(SavedModel.saved(), "saved_model.pb", savedModel("PyFunc", "a"));
    Sample.survivesDamage(new TfCheckpoint(), "c.index", checkpoint(0));
  }

  @Test
  void aManifestWhosePathsFollowManyWeightsIsOne() {
    String weights =
        "{\"name\": \"layer/kernel\", \"shape\": [3, 3], \"dtype\": \"float32\"},".repeat(200)
            + "{\"name\": \"last\", \"shape\": [1], \"dtype\": \"float32\"}";
    var tree =
        new MemoryTree()
            .with("m.json", "[{\"weights\": [" + weights + "], \"paths\": [\"m.bin\"]}]")
            .with("m.bin", new byte[201 * 36])
            .with("other.json", "[{\"weights\": [" + weights + "]}]");
    assertThat(tree.assembled().artefacts())
        .singleElement()
        .satisfies(w -> assertThat(w.path()).isEqualTo("m.json"))
        .satisfies(w -> assertThat(w.parameters()).isEqualTo(200 * 9 + 1));
  }

  @Test
  void aGraphOfAnotherProgramIsNone() {
    ProtoBytes node =
        ProtoBytes.message().text(1, "gate").text(2, "GateCalculator").text(3, "IMAGE:in");
    byte[] theirs = ProtoBytes.message().inner(1, node).text(10, "IMAGE:in").bytes();
    byte[] ours = ProtoBytes.message().inner(1, node).inner(4, ProtoBytes.message()).bytes();
    assertThat(new MemoryTree().with("g.pb", theirs).assembled().artefacts()).isEmpty();
    assertThat(new MemoryTree().with("g.pb", ours).assembled().artefacts()).hasSize(1);
  }
}
