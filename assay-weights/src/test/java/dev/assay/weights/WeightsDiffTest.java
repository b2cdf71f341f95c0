package dev.assay.weights;

import static dev.assay.weights.TensorDiff.Change.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.io.ByteSource;
import dev.assay.io.ReadMeter;
import dev.assay.model.DType;
import dev.assay.testing.Gen;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsDiffTest {
  private static final List<Long> PAIR = List.of(2L);

  private static TensorDiff only(WeightsDiff diff) {
    assertThat(diff.tensors()).hasSize(1);
    return diff.tensors().getFirst();
  }

  private static ValueDiff values(TensorDiff diff) {
    @Nullable ValueDiff v = diff.values();
    assertThat(v).isNotNull();
    return java.util.Objects.requireNonNull(v);
  }

  @Test
  void the_same_in_another_order_is_identical() {
    Made a = new Made().floats("x", PAIR, 1, 2).floats("y", PAIR, 3, 4);
    Made b = new Made().floats("y", PAIR, 3, 4).floats("x", PAIR, 1, 2);
    assertThat(Made.diff(a, b).identical()).isTrue();
  }

  @Test
  void a_changed_value_is_measured() {
    WeightsDiff diff =
        Made.diff(
            new Made().floats("x", List.of(4L), 3, 4, 0, 1),
            new Made().floats("x", List.of(4L), 3, 4.5f, 0, Math.nextUp(1f)));
    TensorDiff t = only(diff);
    assertThat(t.change()).isEqualTo(CHANGED);
    ValueDiff v = values(t);
    assertThat(v.values()).isEqualTo(4);
    assertThat(v.differing()).isEqualTo(2);
    assertThat(v.largest()).isEqualTo(0.5);
    assertThat(v.mean()).isCloseTo(0.125, within(1e-7));
    assertThat(v.relativeNorm()).isCloseTo(0.5 / Math.sqrt(26), within(1e-7));
    assertThat(v.ulps().get(1)).isEqualTo(1);
    assertThat(v.ulps().stream().mapToLong(n -> n).sum()).isEqualTo(2);
  }

  @Test
  void a_tensor_that_only_got_another_name_is_renamed() {
    WeightsDiff diff =
        Made.diff(
            new Made().floats("a.x", PAIR, 1, 2).floats("a.z", PAIR, 5, 6),
            new Made().floats("b", PAIR, 1, 2).floats("a.z", PAIR, 5, 6));
    assertThat(diff.tensors()).extracting(TensorDiff::change).containsExactly(RENAMED, IDENTICAL);
  }

  @Test
  void a_prefix_that_a_wrapper_put_before_all_names_does_not_hide_what_changed() {
    WeightsDiff diff =
        Made.diff(
            new Made().floats("x.w", PAIR, 1, 2).floats("y.w", PAIR, 3, 4),
            new Made().floats("module.x.w", PAIR, 1, 2).floats("module.y.w", PAIR, 3, 5));
    assertThat(diff.tensors()).extracting(TensorDiff::change).containsExactly(RENAMED, CHANGED);
    assertThat(diff.tensors()).allMatch(TensorDiff::renamed);
  }

  @Test
  void equal_tensors_that_could_be_either_are_not_guessed() {
    WeightsDiff diff =
        Made.diff(
            new Made().floats("a", PAIR, 0, 0).floats("b", PAIR, 0, 0),
            new Made().floats("c", PAIR, 0, 0).floats("d", PAIR, 0, 0));
    assertThat(diff.tensors())
        .extracting(TensorDiff::change)
        .containsExactly(ADDED, ADDED, REMOVED, REMOVED);
  }

  @Test
  void the_same_bits_in_another_shape_are_reshaped() {
    WeightsDiff diff =
        Made.diff(
            new Made().floats("x", List.of(2L, 2L), 1, 2, 3, 4),
            new Made().floats("x", List.of(4L), 1, 2, 3, 4));
    assertThat(only(diff).change()).isEqualTo(RESHAPED);
  }

  @Test
  void another_number_of_values_is_resized() {
    WeightsDiff diff =
        Made.diff(new Made().floats("x", List.of(3L), 1, 2, 3), new Made().floats("x", PAIR, 1, 2));
    assertThat(only(diff).change()).isEqualTo(RESIZED);
  }

  @Test
  void a_shorter_type_is_told_from_a_shorter_type_with_other_values() {
    float[] values = {1.0001f, -2.5f, 3e-20f};
    List<Long> shape = List.of(3L);
    TensorDiff rounded =
        only(
            Made.diff(
                new Made().floats("x", shape, values), new Made().bfloats("x", shape, values)));
    assertThat(rounded.change()).isEqualTo(RETYPED);
    assertThat(rounded.note()).contains("F32 to BF16").contains("rounded to the nearest");
    values[1] = -2.6f;
    TensorDiff other =
        only(
            Made.diff(
                new Made().bfloats("x", shape, 1.0001f, -2.5f, 3e-20f),
                new Made().floats("x", shape, values)));
    assertThat(other.note()).contains("not the other ones rounded");
  }

  /// Values k / 8 for k = -16 .. 15, as Q8_0 with scale 1/8 and as Q4_0 with scale 1/4.
  private static final List<Long> ROW = List.of(32L);

  private static float[] eighths() {
    float[] values = new float[32];
    for (int k = 0; k < 32; k++) {
      values[k] = (k - 16) / 8f;
    }
    return values;
  }

  private static Made q8(String name) {
    ByteBuffer b = ByteBuffer.allocate(34).order(ByteOrder.LITTLE_ENDIAN);
    b.putShort(Float.floatToFloat16(0.125f));
    for (int k = 0; k < 32; k++) {
      b.put((byte) (k - 16));
    }
    return new Made().bytes(name, new DType("Q8_0", 8.5), ROW, b.array());
  }

  private static Made q4(String name) {
    ByteBuffer b = ByteBuffer.allocate(18).order(ByteOrder.LITTLE_ENDIAN);
    b.putShort(Float.floatToFloat16(0.25f));
    for (int k = 0; k < 16; k++) {
      // Half of the value, rounded down: a quarter holds two eighths.
      b.put((byte) (k / 2 | (k + 16) / 2 << 4));
    }
    return new Made().bytes(name, new DType("Q4_0", 4.5), ROW, b.array());
  }

  @Test
  void quantised_and_float_are_compared_by_value() {
    TensorDiff t = only(Made.diff(new Made().floats("x", ROW, eighths()), q8("x")));
    assertThat(t.change()).isEqualTo(REQUANTISED);
    assertThat(values(t).differing()).isZero();
    assertThat(t.note()).contains("F32 to Q8_0").contains("every value is the same");
  }

  @Test
  void two_quantisations_are_compared_by_value() {
    TensorDiff t = only(Made.diff(q8("x"), q4("x")));
    assertThat(t.change()).isEqualTo(REQUANTISED);
    ValueDiff v = values(t);
    assertThat(v.values()).isEqualTo(32);
    assertThat(v.differing()).isEqualTo(16); // those of an odd number of eighths
    assertThat(v.largest()).isEqualTo(0.125);
    assertThat(v.mean()).isEqualTo(0.0625);
    // Squares of eighths from -16 to 15 sum up to 2736.
    assertThat(v.relativeNorm()).isCloseTo(Math.sqrt(16 / 2736.0), within(1e-12));
    assertThat(t.note()).contains("Q8_0 to Q4_0");
  }

  @Test
  void blocks_of_one_type_are_compared_by_value_where_asked() {
    Made a = q8("x");
    byte[] bytes = a.file();
    bytes[2] = 0; // -2 becomes 0
    Made b = new Made().bytes("x", new DType("Q8_0", 8.5), ROW, bytes);
    TensorDiff t =
        only(WeightsDiff.compare(a.weights(), a.access(), b.weights(), b.access(), true));
    assertThat(t.change()).isEqualTo(CHANGED);
    assertThat(values(t).differing()).isEqualTo(1);
    assertThat(values(t).largest()).isEqualTo(2);
    assertThat(only(WeightsDiff.compare(a.weights(), a.access(), a.weights(), a.access(), true)))
        .extracting(TensorDiff::change)
        .isEqualTo(IDENTICAL);
  }

  @Test
  void whole_numbers_whose_scale_lies_elsewhere_are_not_measured_against_floats() {
    Made codes = new Made().bytes("x", DType.I8, ROW, new byte[32]);
    TensorDiff t = only(Made.diff(new Made().floats("x", ROW, eighths()), codes));
    assertThat(t.change()).isEqualTo(REQUANTISED);
    assertThat(t.values()).isNull();
    assertThat(t.note()).contains("what whole numbers stand for");
  }

  @Test
  void a_type_whose_values_cannot_be_read_is_said() {
    Made table = new Made().bytes("x", new DType("IQ2_XXS", 2.0625), List.of(256L), new byte[66]);
    TensorDiff t = only(Made.diff(new Made().floats("x", List.of(256L), new float[256]), table));
    assertThat(t.change()).isEqualTo(REQUANTISED);
    assertThat(t.note()).contains("values of IQ2_XXS cannot be read");
  }

  @Test
  void a_shape_beyond_all_bounds_is_not_compared() {
    Made vast = new Made().bytes("x", DType.F64, List.of(1L << 62), new byte[8]);
    assertThat(only(Made.diff(vast, vast)).change()).isEqualTo(NOT_COMPARED);
  }

  /// Differences at the end of a tensor of several parts: the parts before are gone through once
  /// more for the norm.
  @Test
  void parts_of_a_tensor_add_up() {
    int n = 3 * Part.LENGTH / 4 / 2;
    float[] x = new float[n];
    float[] y = new float[n];
    Arrays.fill(x, 0.5f);
    Arrays.fill(y, 0.5f);
    y[n - 1] = 1.5f;
    y[7] = 0.25f;
    List<Long> shape = List.of((long) n);
    ValueDiff v =
        values(only(Made.diff(new Made().floats("x", shape, x), new Made().floats("x", shape, y))));
    assertThat(v.differing()).isEqualTo(2);
    assertThat(v.largest()).isEqualTo(1);
    assertThat(v.mean()).isEqualTo(1.25 / n);
    assertThat(v.relativeNorm()).isCloseTo(Math.sqrt(1.0625) / Math.sqrt(n / 4.0), within(1e-12));
  }

  @Test
  void blocks_are_counted_as_blocks() {
    byte[] a = new byte[68];
    byte[] b = new byte[68];
    b[40] = 1;
    b[60] = 1;
    DType q8 = new DType("Q8_0", 8.5);
    TensorDiff t =
        only(
            Made.diff(
                new Made().bytes("x", q8, List.of(64L), a),
                new Made().bytes("x", q8, List.of(64L), b)));
    assertThat(t.change()).isEqualTo(CHANGED);
    assertThat(values(t).values()).isEqualTo(2);
    assertThat(values(t).differing()).isEqualTo(1);
  }

  @Test
  void not_a_number_and_infinity_are_counted_and_spoil_no_sum() {
    float nan = Float.NaN;
    WeightsDiff diff =
        Made.diff(
            new Made().floats("x", List.of(5L), nan, nan, 1, Float.POSITIVE_INFINITY, 2),
            new Made().floats("x", List.of(5L), nan, 1, nan, 3, 2.5f));
    ValueDiff v = values(only(diff));
    assertThat(v.differing()).isEqualTo(4);
    assertThat(v.notFinite()).isEqualTo(3);
    assertThat(v.largest()).isEqualTo(0.5);
    assertThat(v.mean()).isCloseTo(0.1, within(1e-9));
    assertThat(v.relativeNorm()).isCloseTo(0.5 / Math.sqrt(5), within(1e-9));
  }

  @Test
  void the_two_zeros_differ_in_bits_and_by_no_unit() {
    ValueDiff v =
        values(
            only(
                Made.diff(
                    new Made().floats("x", PAIR, 0f, 1f), new Made().floats("x", PAIR, -0f, 1f))));
    assertThat(v.differing()).isEqualTo(1);
    assertThat(v.ulps()).containsExactly(1L);
    assertThat(v.largest()).isZero();
  }

  @Test
  void tensors_of_no_values_are_compared() {
    List<Long> none = List.of(0L, 7L);
    assertThat(Made.diff(new Made().floats("x", none), new Made().floats("x", none)).identical())
        .isTrue();
  }

  @Test
  void a_file_that_ends_too_early_costs_only_its_tensors() {
    Made a = new Made().floats("x", PAIR, 1, 2).floats("y", PAIR, 3, 4);
    byte[] cut = Arrays.copyOf(a.file(), 12);
    WeightsDiff diff =
        WeightsDiff.compare(
            a.weights(), a.access(), a.weights(), TensorBytes.read(p -> ByteSource.of(cut)));
    assertThat(diff.tensors())
        .extracting(TensorDiff::change)
        .containsExactly(IDENTICAL, NOT_COMPARED);
    assertThat(diff.tensors().getLast().note()).contains("needs 8 bytes where 4 are left");
  }

  @Test
  void data_that_are_not_as_long_as_the_shape_says_are_not_compared() {
    Made wrong = new Made().bytes("x", DType.F32, List.of(3L), new byte[8]);
    assertThat(only(Made.diff(wrong, wrong)).change()).isEqualTo(NOT_COMPARED);
  }

  @Test
  void metadata_that_differ_are_told() {
    WeightsDiff diff =
        Made.diff(
            new Made().fact("k", "1").fact("gone", "x"),
            new Made().fact("k", "2").fact("new", "y"));
    assertThat(diff.metadata())
        .containsExactly(
            new WeightsDiff.MetadataDiff("k", "1", "2"),
            new WeightsDiff.MetadataDiff("new", "", "y"),
            new WeightsDiff.MetadataDiff("gone", "x", ""));
  }

  @Test
  void pieces_make_no_difference_and_mapped_files_give_what_read_ones_give(@TempDir Path folder)
      throws IOException {
    // Longer than several pieces, with the first difference late, so that the equal beginning is
    // counted in the norm afterwards.
    int n = Part.PIECE;
    float[] x = new float[n];
    float[] y = new float[n];
    Gen gen = new Gen(5);
    double squares = 0;
    double norm = 0;
    for (int i = 0; i < n; i++) {
      x[i] = gen.between(-1000, 1000) / 512f;
      y[i] = i > 3 * n / 4 && gen.oneIn(50) ? x[i] + 0.25f : x[i];
      norm += (double) x[i] * x[i];
      squares += ((double) x[i] - y[i]) * ((double) x[i] - y[i]);
    }
    Made a = new Made().floats("x", List.of((long) n), x);
    Made b = new Made().floats("x", List.of((long) n), y);
    ValueDiff read = values(only(Made.diff(a, b)));
    assertThat(read.relativeNorm()).isCloseTo(Math.sqrt(squares / norm), within(1e-12));
    Files.createDirectories(folder.resolve("a"));
    Files.createDirectories(folder.resolve("b"));
    Files.write(folder.resolve("a/w"), a.file());
    Files.write(folder.resolve("b/w"), b.file());
    var meter = new ReadMeter();
    try (TensorBytes ma = TensorBytes.files(folder.resolve("a"), meter);
        TensorBytes mb = TensorBytes.files(folder.resolve("b"), meter)) {
      assertThat(values(only(WeightsDiff.compare(a.weights(), ma, b.weights(), mb))))
          .isEqualTo(read);
    }
  }
}
