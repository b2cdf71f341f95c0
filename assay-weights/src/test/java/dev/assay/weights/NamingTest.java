package dev.assay.weights;

import static dev.assay.weights.TensorDiff.Change.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.DType;
import dev.assay.testing.Gen;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The same weights under the names, and in the order of rows, of two programs.
class NamingTest {
  private static final int WIDTH = 6;
  private static final String Q = "model.layers.0.self_attn.q_proj.weight";
  private static final String K = "model.layers.0.self_attn.k_proj.weight";
  private static final String O = "model.layers.0.self_attn.o_proj.weight";

  private static float[] values(long seed, int rows) {
    byte[] bytes = new Gen(seed).bytes(rows * WIDTH);
    float[] values = new float[bytes.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = bytes[i] / 8f;
    }
    return values;
  }

  private static List<Long> shape(int rows) {
    return List.of((long) rows, (long) WIDTH);
  }

  /// What the converter does, in its own words: each head's rows as (2, D / 2), those two axes
  /// swapped.
  private static float[] inPairs(float[] halves, int heads) {
    int rows = halves.length / WIDTH;
    int half = rows / heads / 2;
    float[] pairs = new float[halves.length];
    int to = 0;
    for (int head = 0; head < heads; head++) {
      for (int i = 0; i < half; i++) {
        for (int c = 0; c < 2; c++) {
          int row = head * 2 * half + c * half + i;
          System.arraycopy(halves, row * WIDTH, pairs, to, WIDTH);
          to += WIDTH;
        }
      }
    }
    return pairs;
  }

  private static Made gguf(String architecture) {
    return new Made().format("gguf").fact("general.architecture", architecture);
  }

  private static Made transformers(float[] q, float[] k, float[] o) {
    return new Made().floats(Q, shape(16), q).floats(K, shape(8), k).floats(O, shape(4), o);
  }

  private static Made llama(float[] q, float[] k, float[] o) {
    return gguf("llama")
        .fact("llama.attention.head_count", "4")
        .fact("llama.attention.head_count_kv", "2")
        .floats("blk.0.attn_output.weight", shape(4), o)
        .floats("blk.0.attn_q.weight", shape(16), q)
        .floats("blk.0.attn_k.weight", shape(8), k);
  }

  private static TensorDiff named(WeightsDiff diff, String name) {
    return diff.tensors().stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void the_same_weights_under_other_names_and_in_another_order_of_rows_are_the_same() {
    float[] q = values(1, 16);
    float[] k = values(2, 8);
    float[] o = values(3, 4);
    Made here = transformers(q, k, o);
    Made there = llama(inPairs(q, 4), inPairs(k, 2), o);
    for (WeightsDiff diff : List.of(Made.diff(here, there), Made.diff(there, here))) {
      assertThat(diff.tensors()).hasSize(3).allMatch(t -> t.change() == RENAMED);
      assertThat(diff.incomplete()).isEmpty();
    }
    WeightsDiff diff = Made.diff(here, there);
    assertThat(named(diff, "blk.0.attn_q.weight").note()).contains("rows").contains("put back");
    assertThat(named(diff, "blk.0.attn_output.weight").note()).isEmpty();
  }

  @Test
  void one_value_that_changed_is_one_value_that_changed() {
    float[] q = values(1, 16);
    float[] k = values(2, 8);
    float[] o = values(3, 4);
    float[] other = inPairs(q, 4);
    other[17] += 1;
    TensorDiff t =
        named(
            Made.diff(transformers(q, k, o), llama(other, inPairs(k, 2), o)),
            "blk.0.attn_q.weight");
    assertThat(t.change()).isEqualTo(CHANGED);
    ValueDiff values = java.util.Objects.requireNonNull(t.values());
    assertThat(values.differing()).isEqualTo(1);
    assertThat(values.largest()).isEqualTo(1);
  }

  @Test
  void rows_of_blocks_are_put_back_with_their_blocks() {
    int width = 32;
    byte[] halves = new byte[16 * 34];
    ByteBuffer in = ByteBuffer.wrap(halves).order(ByteOrder.LITTLE_ENDIAN);
    float[] values = new float[16 * width];
    byte[] quants = new Gen(5).bytes(16 * width);
    for (int row = 0; row < 16; row++) {
      in.putShort(Float.floatToFloat16(0.25f));
      for (int i = 0; i < width; i++) {
        byte v = quants[row * width + i];
        in.put(v);
        values[row * width + i] = v * 0.25f;
      }
    }
    byte[] pairs = new byte[halves.length];
    for (int row = 0; row < 16; row++) {
      int from = row / 4 * 4 + row % 4 % 2 * 2 + row % 4 / 2;
      System.arraycopy(halves, from * 34, pairs, row * 34, 34);
    }
    List<Long> shape = List.of(16L, (long) width);
    Made there =
        gguf("llama")
            .fact("llama.attention.head_count", "4")
            .bytes("blk.0.attn_q.weight", new DType("Q8_0", 8.5), shape, pairs);
    TensorDiff t = Made.diff(new Made().floats(Q, shape, values), there).tensors().getFirst();
    assertThat(t.change()).isEqualTo(REQUANTISED);
    assertThat(t.note()).contains("every value is the same").contains("put back");
  }

  @Test
  void without_the_number_of_heads_permuted_rows_are_not_called_different() {
    float[] q = values(1, 16);
    Made there = gguf("llama").floats("blk.0.attn_q.weight", shape(16), inPairs(q, 4));
    TensorDiff t = Made.diff(new Made().floats(Q, shape(16), q), there).tensors().getFirst();
    assertThat(t.change()).isEqualTo(NOT_COMPARED);
    assertThat(t.note()).contains("how many heads");
  }

  @Test
  void more_rows_than_attention_has_are_not_put_back_one_by_one() {
    int rows = 1 << 21;
    List<Long> shape = List.of((long) rows, 1L);
    byte[] bytes = new byte[rows];
    var type = new DType("I8", 8);
    Made there =
        gguf("llama")
            .fact("llama.attention.head_count", "4")
            .bytes("blk.0.attn_q.weight", type, shape, bytes);
    TensorDiff t = Made.diff(new Made().bytes(Q, type, shape, bytes), there).tensors().getFirst();
    assertThat(t.note()).contains("not compared");
  }

  @Test
  void the_original_names_have_the_rows_of_the_file() {
    float[] q = values(1, 16);
    Made original = new Made().floats("layers.0.attention.wq.weight", shape(16), q);
    Made there =
        gguf("llama")
            .fact("llama.attention.head_count", "4")
            .floats("blk.0.attn_q.weight", shape(16), q);
    TensorDiff t = Made.diff(original, there).tensors().getFirst();
    assertThat(t.change()).isEqualTo(RENAMED);
    assertThat(t.note()).isEmpty();
  }

  @Test
  void an_architecture_whose_rows_stay_is_compared_as_it_is() {
    float[] q = values(1, 16);
    q[3] = 7;
    float[] other = q.clone();
    other[3] = 8;
    Made there = gguf("qwen2").floats("blk.11.attn_q.bias", shape(16), other);
    Made here = new Made().floats("model.layers.11.self_attn.q_proj.bias", shape(16), q);
    TensorDiff t = Made.diff(here, there).tensors().getFirst();
    assertThat(t.change()).isEqualTo(CHANGED);
    assertThat(t.note()).isEmpty();
  }

  @Test
  void a_norm_with_one_added_is_not_called_different() {
    Made here = new Made().floats("model.norm.weight", List.of(2L), 0, 0.5f);
    Made there = gguf("gemma2").floats("output_norm.weight", List.of(2L), 1, 1.5f);
    TensorDiff t = Made.diff(here, there).tensors().getFirst();
    assertThat(t.change()).isEqualTo(NOT_COMPARED);
    assertThat(t.note()).contains("1 was added");
  }

  @Test
  void joined_experts_are_neither_new_nor_gone() {
    Made here = new Made();
    for (int e = 0; e < 3; e++) {
      here.floats(
          "model.layers.2.block_sparse_moe.experts." + e + ".w1.weight", shape(2), values(e, 2));
    }
    Made there =
        gguf("llama")
            .floats("blk.2.ffn_gate_exps.weight", List.of(3L, 2L, 6L), values(9, 6))
            .floats("blk.3.ffn_gate_exps.weight", List.of(3L, 2L, 6L), values(9, 6))
            .floats("output_norm.weight", List.of(1L), 1);
    here.floats("model.norm.weight", List.of(1L), 1);
    WeightsDiff diff = Made.diff(here, there);
    assertThat(diff.tensors())
        .extracting(TensorDiff::change)
        .containsExactly(NOT_COMPARED, ADDED, RENAMED, NOT_COMPARED, NOT_COMPARED, NOT_COMPARED);
    assertThat(diff.tensors().getFirst().note()).contains("3 tensors");
    assertThat(diff.tensors().getLast().note()).contains("a part of blk.2.ffn_gate_exps.weight");
  }

  @Test
  void experts_that_both_sides_number_are_compared_one_by_one() {
    Made here =
        new Made()
            .floats("model.layers.2.block_sparse_moe.experts.7.w2.weight", shape(2), values(1, 2));
    Made there =
        new Made().floats("layers.2.feed_forward.experts.7.w2.weight", shape(2), values(2, 2));
    assertThat(Made.diff(here, there).tensors())
        .extracting(TensorDiff::change)
        .containsExactly(CHANGED);
  }

  @Test
  void where_no_list_joins_the_names_that_is_said() {
    Made here = new Made().floats("model.layers.0.a.weight", shape(2), values(1, 2));
    Made there = gguf("unheard-of").floats("blk.0.b.weight", shape(2), values(2, 2));
    WeightsDiff diff = Made.diff(here, there);
    assertThat(diff.tensors()).extracting(TensorDiff::change).containsExactly(ADDED, REMOVED);
    assertThat(diff.incomplete()).singleElement().asString().contains("\"unheard-of\"");
    assertThat(Made.diff(here, here).incomplete()).isEmpty();
  }

  /// Every pattern that the file has leads to its row's other patterns and back.
  @Test
  void every_row_of_the_file_leads_there_and_back() {
    List<String> wrong = new ArrayList<>();
    for (TensorNames.Family family : TensorNames.builtIn()) {
      int rows = family.conventions().getFirst().cells().size();
      assertThat(rows).isGreaterThan(10);
      for (int row = 0; row < rows; row++) {
        String name = at(family, 0, row);
        for (int other = 1; other < family.conventions().size(); other++) {
          String there = at(family, other, row);
          boolean joined = name.contains("9") != there.contains("9");
          Made file = gguf(family.architectures().iterator().next()).floats(name, List.of(1L), 1);
          Naming naming =
              Naming.of(file.weights(), new Made().floats(there, List.of(1L), 1).weights());
          String found = naming.counterpart(there);
          if (joined ? found != null : !name.equals(found)) {
            wrong.add(family.name() + ": " + there + " is " + found + ", not " + name);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static String at(TensorNames.Family family, int convention, int row) {
    TensorNames.Cell cell =
        java.util.Objects.requireNonNull(family.conventions().get(convention).cells().get(row));
    return cell.pattern().replace("{n}", "4").replace("{e}", "9") + ".weight";
  }

  @Test
  void a_file_of_names_that_is_wrong_is_a_bug_that_is_seen() {
    String head = "family = F\ngguf = f\ncolumns = gguf | x\n";
    assertThatThrownBy(() -> TensorNames.read(head + "a | b | c\n"))
        .hasMessageContaining("columns");
    assertThatThrownBy(() -> TensorNames.read(head + "a | b\na | c\n"))
        .hasMessageContaining("twice");
  }
}
