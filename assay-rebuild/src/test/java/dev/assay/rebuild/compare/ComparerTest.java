package dev.assay.rebuild.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.rebuild.recipe.Recipe;
import dev.assay.testing.Gen;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparerTest {
  @TempDir Path folder;

  private static byte[] zip(long time, Map<String, byte[]> members) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> m : members.entrySet()) {
        var entry = new ZipEntry(m.getKey());
        entry.setLastModifiedTime(FileTime.fromMillis(time));
        zip.putNextEntry(entry);
        zip.write(m.getValue());
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gis(double... parameters) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    out.writeUTF("GIS");
    out.writeInt(1);
    out.writeDouble(1);
    out.writeInt(2);
    out.writeUTF("yes");
    out.writeUTF("no");
    out.writeInt(1);
    out.writeUTF(parameters.length / 2 + " 0 1");
    out.writeInt(parameters.length / 2);
    for (int i = 0; i < parameters.length / 2; i++) {
      out.writeUTF("predicate" + i);
    }
    for (double p : parameters) {
      out.writeDouble(p);
    }
    return bytes.toByteArray();
  }

  private ArtefactDiff compare(String name, byte[] a, byte[] b, String... clock)
      throws IOException {
    Path pa = Files.createDirectories(folder.resolve("a")).resolve(name);
    Path pb = Files.createDirectories(folder.resolve("b")).resolve(name);
    Files.write(pa, a);
    Files.write(pb, b);
    return Comparer.compare(name, pa, pb, List.of(clock));
  }

  private static byte[] model(long time, String stamp, double... parameters) throws IOException {
    return zip(
        time,
        new TreeMap<>(
            Map.of(
                "manifest.properties",
                text("#" + stamp + "\nTraining-Eventhash=42\nTimestamp=" + time + "\n"),
                "x.model",
                gis(parameters))));
  }

  @Test
  void a_build_at_another_time_is_identical_after_clock_only_where_the_recipe_says_so()
      throws IOException {
    byte[] a = model(1_600_000_000_000L, "Monday", 1, 2);
    byte[] b = model(1_700_000_000_000L, "Friday", 1, 2);
    ArtefactDiff all =
        compare(
            "m.bin",
            a,
            b,
            "zip#mtime",
            "manifest.properties#Timestamp",
            "manifest.properties#comment");
    assertThat(all.identicalFile()).isFalse();
    assertThat(all.identicalAfterClock()).as(all.fields().toString()).isTrue();
    assertThat(all.agreements())
        .containsExactly("manifest.properties: the same Training-Eventhash, 42");
    ArtefactDiff some = compare("m.bin", a, b, "zip#mtime");
    assertThat(some.identicalAfterClock()).isFalse();
    assertThat(some.identicalTensors()).isTrue();
  }

  @Test
  void numbers_of_a_gis_model_are_measured() throws IOException {
    ArtefactDiff diff =
        compare(
            "m.bin", model(1_600_000_000_000L, "x", 3, 4), model(1_600_000_000_000L, "x", 3, 5));
    assertThat(diff.identicalTensors()).isFalse();
    assertThat(diff.largest()).isEqualTo(1);
    assertThat(diff.distance()).isCloseTo(0.2, within(1e-12));
  }

  @Test
  void another_set_of_predicates_has_no_distance() throws IOException {
    ArtefactDiff diff = compare("x.model", gis(1, 2), gis(1, 2, 3, 4));
    assertThat(diff.distance()).isInfinite();
    assertThat(diff.fields()).extracting(FieldDiff::nature).contains(FieldDiff.Nature.CONTENT);
  }

  @Test
  void of_two_other_sets_of_predicates_the_one_that_shares_more_is_nearer() throws IOException {
    ArtefactDiff near = compare("x.model", gis(1, 2, 3, 4, 5, 6), gis(1, 2, 3, 4));
    ArtefactDiff far = compare("x.model", gis(1, 2, 3, 4, 5, 6), gis(1, 2));
    assertThat(near.nearness()).isLessThan(far.nearness()).isLessThan(Nearness.NOTHING);
    assertThat(near.nearness().same()).isFalse();
    assertThat(compare("x.model", gis(1, 2), gis(1, 3)).nearness()).isLessThan(near.nearness());
  }

  @Test
  void another_correction_is_told_and_the_numbers_are_compared_all_the_same() throws IOException {
    byte[] other = gis(1, 4);
    java.nio.ByteBuffer.wrap(other).putDouble(9, 0); // Behind "GIS" and the constant.
    ArtefactDiff diff = compare("x.model", gis(1, 2), other);
    assertThat(diff.fields().toString())
        .contains("parameter 1.0 against constant 1, parameter 0.0");
    assertThat(diff.largest()).isEqualTo(2);
    assertThat(diff.distance()).isInfinite();
    assertThat(diff.nearness().norm()).isFinite();
  }

  @Test
  void json_that_is_written_otherwise_is_the_same_and_its_numbers_are_compared()
      throws IOException {
    byte[] a = text("{\"a\":[1,2.5],\"b\":\"x\"}");
    assertThat(
            compare("m.json", a, text("{ \"b\": \"x\",\n\"a\": [1.0, 2.50] }")).identicalTensors())
        .isTrue();
    ArtefactDiff numbers = compare("m.json", a, text("{\"a\":[1,2.75],\"b\":\"x\"}"));
    assertThat(numbers.largest()).isEqualTo(0.25);
    assertThat(numbers.onlyValues()).isTrue();
    assertThat(compare("m.json", a, text("{\"a\":[1,2.5],\"b\":\"y\"}")).identicalTensors())
        .isFalse();
  }

  @Test
  void safetensors_with_other_metadata_have_the_same_tensors() throws IOException {
    ArtefactDiff diff =
        compare("m.safetensors", safetensors("one", 1f, 2f), safetensors("two", 1f, 2f));
    assertThat(diff.identicalTensors()).as(diff.fields().toString()).isTrue();
    assertThat(diff.identicalFile()).isFalse();
    ArtefactDiff values =
        compare("m.safetensors", safetensors("one", 1f, 2f), safetensors("one", 1f, 3f));
    assertThat(values.largest()).isEqualTo(1);
    ArtefactDiff nan =
        compare("m.safetensors", safetensors("one", 1f, 2f), safetensors("one", 1f, Float.NaN));
    assertThat(nan.distance()).isInfinite();
  }

  @Test
  void weights_that_are_cut_empty_or_of_another_size_are_told_from_those_with_other_numbers()
      throws IOException {
    byte[] whole = safetensors("one", 1f, 2f, 3f);
    for (byte[] other :
        List.of(
            java.util.Arrays.copyOf(whole, whole.length - 3),
            java.util.Arrays.copyOf(whole, 20),
            new byte[0],
            safetensors("one", 1f, 2f),
            safetensors("one"))) {
      ArtefactDiff diff = compare("m.safetensors", whole, other);
      assertThat(diff.identicalFile()).isFalse();
      assertThat(diff.identicalTensors()).isFalse();
      assertThat(diff.distance()).as("%d bytes", other.length).isInfinite();
    }
    assertThat(compare("m.safetensors", safetensors("one"), safetensors("two")).identicalTensors())
        .isTrue();
    float inf = Float.POSITIVE_INFINITY;
    ArtefactDiff same =
        compare(
            "m.safetensors",
            safetensors("one", inf, Float.NaN),
            safetensors("two", inf, Float.NaN));
    assertThat(same.identicalTensors()).isTrue();
  }

  private static byte[] safetensors(String name, float... values) {
    byte[] header =
        text(
            "{\"__metadata__\":{\"name\":\"%s\"},\"w\":{\"dtype\":\"F32\",\"shape\":[%d],\"data_offsets\":[0,%d]}}"
                .formatted(name, values.length, 4 * values.length));
    ByteBuffer out =
        ByteBuffer.allocate(8 + header.length + 4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    out.putLong(header.length).put(header);
    for (float v : values) {
      out.putFloat(v);
    }
    return out.array();
  }

  @Test
  void damaged_forms_are_compared_by_their_bytes() throws IOException {
    byte[] good = model(1_600_000_000_000L, "x", 1, 2);
    Gen.forAll(
        1,
        200,
        gen -> {
          try {
            byte[] damaged = gen.damage(good, 6);
            ArtefactDiff diff = compare("m.bin", good, damaged);
            assertThat(diff.identicalFile()).isEqualTo(java.util.Arrays.equals(good, damaged));
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
  }

  @Test
  void a_git_blob_is_what_git_says() throws IOException {
    Path file = folder.resolve("f");
    Files.writeString(file, "hello\n");
    assertThat(Digests.of(Recipe.Expected.Algorithm.GIT_BLOB, file))
        .isEqualTo("ce013625030ba8dba906f756967f9e9ca394464a");
  }
}
