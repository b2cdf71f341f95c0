package dev.assay.formats.safetensors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Formats;
import dev.assay.formats.JsonValue;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.model.Weights;
import dev.assay.testing.Gen;
import dev.assay.testing.Shared;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The scanner of safetensors headers against the JSON library: on any bytes both refuse, or both
/// give the same names, types, shapes and offsets.
class HeaderScannerTest {
  private static byte[] file(String header) {
    return file(header.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] file(byte[] header) {
    return ByteBuffer.allocate(8 + header.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(header.length)
        .put(header)
        .array();
  }

  /// What the header says by the JSON library: a line for each tensor, or null when it is refused.
  private static @org.jspecify.annotations.Nullable List<String> byLibrary(byte[] header) {
    JsonValue read;
    try {
      read = JsonValue.read(ByteSource.of(header));
    } catch (Malformed e) {
      return null;
    }
    if (!(read instanceof JsonValue.Obj top)) {
      return null;
    }
    var lines = new ArrayList<String>();
    for (var e : top.members().entrySet()) {
      if (!(e.getValue() instanceof JsonValue.Obj o)) {
        return null;
      }
      if (e.getKey().equals("__metadata__")) {
        if (!o.members().values().stream().allMatch(v -> v instanceof JsonValue.Str)) {
          return null;
        }
        continue;
      }
      List<Long> shape = numbers(o.get("shape"));
      List<Long> offsets = numbers(o.get("data_offsets"));
      if (o.members().size() != 3
          || o.text("dtype").isEmpty()
          || shape == null
          || offsets == null
          || offsets.size() != 2
          || shape.size() > 64
          || shape.stream().anyMatch(n -> n < 0)) {
        return null;
      }
      lines.add(e.getKey() + " " + o.text("dtype").orElseThrow() + shape + offsets);
    }
    return lines;
  }

  private static @org.jspecify.annotations.Nullable List<Long> numbers(
      @org.jspecify.annotations.Nullable JsonValue v) {
    if (!(v instanceof JsonValue.Arr a)) {
      return null;
    }
    var all = new ArrayList<Long>();
    for (JsonValue n : a.items()) {
      Long whole = n instanceof JsonValue.Num x ? x.whole().orElse(null) : null;
      if (whole == null) {
        return null;
      }
      all.add(whole);
    }
    return all;
  }

  /// The same by the scanner.
  private static @org.jspecify.annotations.Nullable List<String> byScanner(byte[] header) {
    var in = new HeaderScanner(ByteSource.of(header), 0, header.length);
    var lines = new ArrayList<String>();
    var names = new java.util.HashSet<String>();
    try {
      in.object((name, _, _) -> {
        if (!names.add(name)) {
          throw new Malformed(0, "twice");
        }
        if (name.equals("__metadata__")) {
          var keys = new java.util.HashSet<String>();
          in.object((key, _, _) -> {
            if (!keys.add(key) || in.textOrNothing() == null) {
              throw new Malformed(0, "metadata");
            }
          });
        } else {
          tensor(in, name, lines);
        }
      });
      in.end();
      return lines;
    } catch (Malformed e) {
      return null;
    }
  }

  private static void tensor(HeaderScanner in, String name, List<String> lines) {
    String[] parts = new String[3];
    long[] into = new long[64];
    in.object((key, _, _) -> {
      int i = List.of("dtype", "shape", "data_offsets").indexOf(key);
      if (i < 0 || parts[i] != null) {
        throw new Malformed(0, key);
      }
      if (i == 0) {
        parts[0] = in.text();
        return;
      }
      int n = in.integers(into);
      var list = new ArrayList<Long>();
      for (int k = 0; k < n; k++) {
        list.add(into[k]);
      }
      if (i == 2 ? n != 2 : list.stream().anyMatch(d -> d < 0)) {
        throw new Malformed(0, key);
      }
      parts[i] = list.toString();
    });
    if (parts[0] == null || parts[1] == null || parts[2] == null) {
      throw new Malformed(0, "lacks a key");
    }
    lines.add(name + " " + parts[0] + parts[1] + parts[2]);
  }

  private static void same(byte[] header) {
    assertThat(byScanner(header))
        .as(() -> new String(header, StandardCharsets.ISO_8859_1))
        .isEqualTo(byLibrary(header));
  }

  private static final String GOOD =
      "{\"__metadata__\":{\"format\":\"pt\",\"n\\u00e4me\":\"a\\\"b\\\\c\\/\\n\"},"
          + "\"model.layers.0.weight\":{\"dtype\":\"F16\",\"shape\":[2,4],\"data_offsets\":[0,16]} , "
          + "\"gewicht.größe\":{\"data_offsets\":[16,20],\"shape\":[],\"dtype\":\"F32\"}}  ";

  @Test
  void wholeHeadersAreTheSame() {
    same(GOOD.getBytes(StandardCharsets.UTF_8));
    assertThat(byScanner(GOOD.getBytes(StandardCharsets.UTF_8)))
        .containsExactly("model.layers.0.weight F16[2, 4][0, 16]", "gewicht.größe F32[][16, 20]");
  }

  @Test
  void whatTheStandardRefusesIsRefused() {
    for (String bad :
        List.of(
            "",
            "{",
            "{}x",
            "{} {}",
            "[]",
            "null",
            "{\"a\":{\"dtype\":\"F32\",\"shape\":[01],\"data_offsets\":[0,4]}}",
            "{\"a\":{\"dtype\":\"F32\",\"shape\":[-0],\"data_offsets\":[0,0]}}",
            "{\"a\":{\"dtype\":\"F32\",\"shape\":[1.0],\"data_offsets\":[0,4]}}",
            "{\"a\":{\"dtype\":\"F32\",\"shape\":[1e0],\"data_offsets\":[0,4]}}",
            "{\"a\":{\"dtype\":\"F32\",\"shape\":[NaN],\"data_offsets\":[0,4]}}",
            "{\"a\":{\"dtype\":\"F32\",\"shape\":[Infinity],\"data_offsets\":[0,4]}}",
            "{\"a\":{\"dtype\":\"F32\",\"shape\":[+1],\"data_offsets\":[0,4]}}",
            "{\"a\":{\"dtype\":\"F32\",\"shape\":[-],\"data_offsets\":[0,4]}}",
            "{\"a\":{\"dtype\":\"F32\",\"shape\":[1,],\"data_offsets\":[0,4]}}",
            "{\"a\":{\"dtype\":\"F32\",\"shape\":[,1],\"data_offsets\":[0,4]}}",
            "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,9223372036854775807]}}",
            "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,9223372036854775808]}}",
            "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[-9223372036854775808,1]}}",
            "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},}",
            "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}\u00a0}",
            "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4],\"dtype\":\"F32\"}}",
            "{\"a\":1,\"a\":2}",
            "{'a':{}}",
            "{a:{}}",
            "{\"\\x\":{}}",
            "{\"\\u12g4\":{}}",
            "{\"\\u123\":{}}",
            "{\"\\",
            "{\"a\u0001\":{}}",
            "{\"__metadata__\":{\"a\":1}}",
            "{\"__metadata__\":{\"a\":\"b\",\"a\":\"c\"}}",
            "{/*c*/}",
            "{\"a\":{\"dtype\":\"F32\",\"shape\":["
                + "1".repeat(101)
                + "],\"data_offsets\":[0,4]}}",
            "{\"" + "a".repeat(70_000) + "\":{}}",
            "{\"a\":".repeat(100))) {
      same(bad.getBytes(StandardCharsets.UTF_8));
    }
    same(new byte[] {'{', '"', (byte) 0xc0, (byte) 0x80, '"', ':', '{', '}', '}'});
    same(new byte[] {'{', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', ':', '{', '}', '}'});
  }

  @Test
  void damagedHeadersAreTheSame() {
    byte[] good = GOOD.getBytes(StandardCharsets.UTF_8);
    Gen.forAll(3, 20_000, gen -> same(gen.damage(good, gen.between(1, 6))));
  }

  @Test
  void headersLongerThanTheWindowAreTheSame() {
    var text = new StringBuilder("{\"__metadata__\":{\"long\":\"" + "ä\\\"".repeat(90_000) + "\"}");
    for (int i = 0; i < 3_000; i++) {
      text.append(",  \"layers.").append(i).append(".w\":{\"dtype\":\"F16\",\"shape\":[1,");
      text.append(i)
          .append("],\"data_offsets\":[")
          .append(i)
          .append(',')
          .append(2 * i)
          .append("]}");
    }
    byte[] header = text.append('}').toString().getBytes(StandardCharsets.UTF_8);
    same(header);
    assertThat(byScanner(header)).hasSize(3_000);
  }

  @Test
  void theFixturesAreTheSame() throws IOException {
    int files = 0;
    try (Stream<Path> walk = Files.walk(Shared.path("fixtures/formats"))) {
      for (Path p : walk.filter(f -> f.toString().endsWith(".safetensors")).sorted().toList()) {
        byte[] all = Files.readAllBytes(p);
        if (all.length > 9) {
          long length = ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN).getLong();
          int to = (int) Math.max(8, Math.min(all.length, Math.max(0, length) + 8));
          same(java.util.Arrays.copyOfRange(all, 8, to));
          files++;
        }
      }
    }
    assertThat(files).isGreaterThan(20);
  }

  @Test
  void placesAreThoseOfTheBytes() {
    byte[] all = file("{\"ä\":{\"dtype\":\"F33\",\"shape\":[0],\"data_offsets\":[0,0]}}");
    Weights w =
        Formats.read(
            new Safetensors(),
            "test",
            FileEntry.file("m.safetensors", all.length),
            ByteSource.of(all));
    assertThat(w.reason()).contains("unknown type F33");
    assertThat(w.status()).isEqualTo(Weights.Status.MALFORMED);
  }

  private static Weights read(String header, int data) {
    byte[] head = file(header);
    byte[] all = java.util.Arrays.copyOf(head, head.length + data);
    return Formats.read(
        new Safetensors(), "test", FileEntry.file("m.safetensors", all.length), ByteSource.of(all));
  }

  private static String tensor(String name, String type, String shape, int from, int to) {
    return "\"%s\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%d,%d]}"
        .formatted(name, type, shape, from, to);
  }

  @Test
  void aNameStandsTwiceHoweverItIsWritten() {
    String first = tensor("model.layers.0.weight", "F32", "[1]", 0, 4);
    for (String again : List.of("model.layers.0.weight", "model.l\\u0061yers.0.weight")) {
      Weights w = read("{" + first + "," + tensor(again, "F32", "[1]", 4, 8) + "}", 8);
      assertThat(w.status()).as(again).isEqualTo(Weights.Status.MALFORMED);
      assertThat(w.reason()).contains("\"model.layers.0.weight\" stands twice");
    }
    String other = tensor("model.layers.0.weigh\\u2020", "F32", "[1]", 4, 8);
    assertThat(read("{" + first + "," + other + "}", 8).tensors()).isEqualTo(2);
  }

  @Test
  void elementsAreSummedByTypeWhateverTheOrderOfTypes() {
    Weights w =
        read(
            "{"
                + String.join(
                    ",",
                    tensor("a.weight", "F16", "[2,3]", 0, 12),
                    tensor("b.weight", "F32", "[2]", 12, 20),
                    tensor("b.running_mean", "F32", "[3]", 20, 32),
                    tensor("c.weight", "F16", "[1]", 32, 34))
                + "}",
            34);
    assertThat(w.elementsByType()).isEqualTo(java.util.Map.of("F16", 7L, "F32", 5L));
    assertThat(w.parameters()).isEqualTo(9);
  }

  @Test
  void aNumberIsReadTheSameAtAnyPlaceOfTheWindow() {
    // The window ends after 64 KiB: each number comes to lie across its end once.
    for (int pad = 65_480; pad < 65_560; pad++) {
      same(
          ("{"
                  + " ".repeat(pad)
                  + tensor("a", "F32", "[0,1234567890123456789,7]", 0, 1_234_567)
                  + "}")
              .getBytes(StandardCharsets.UTF_8));
    }
  }
}
