package dev.assay.formats.frameworks;

import dev.assay.formats.JsonValue;
import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.formats.ZipDirectory;
import dev.assay.io.ByteSource;
import dev.assay.io.Cursor;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.model.DType;
import dev.assay.model.Tensor;
import dev.assay.model.Weights;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Deeplearning4j's zip: the configuration in JSON, all parameters in one array, the state of the
/// updater. A normaliser may be a serialised Java object, which is said and left alone.
public final class Dl4j implements WeightsFormat {
  private static final String CONFIGURATION = "configuration.json";
  private static final String PARAMETERS = "coefficients.bin";
  private static final int JSON = 16 << 20;

  @Override
  public String id() {
    return "dl4j";
  }

  @Override
  public String title() {
    return "Deeplearning4j";
  }

  @Override
  public String begins() {
    return "P";
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    return ZipDirectory.begins(head);
  }

  @Override
  public boolean confirms(FileEntry entry, ByteSource bytes) {
    var zip = ZipDirectory.of(bytes);
    return zip.entry(CONFIGURATION).isPresent() && zip.entry(PARAMETERS).isPresent();
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    var out = new WeightsBuilder(source, entry, bytes, id());
    var zip = ZipDirectory.of(bytes);
    out.header(zip.directoryStart(), bytes.size());
    zip.entry(CONFIGURATION).ifPresent(e -> configuration(out, zip, e));
    zip.entry(PARAMETERS).ifPresent(e -> parameters(out, zip, e, entry.path()));
    zip.entry("updaterState.bin")
        .filter(e -> e.size() > 0)
        .ifPresent(e -> {
          out.kind(Weights.Kind.CHECKPOINT);
          out.fact(
              Weights.Topic.RECIPE,
              "updaterState.bin",
              "state of the optimizer, " + e.size() + " bytes",
              e.header(),
              e.header() + 30);
        });
    for (ZipDirectory.Entry e : zip.entries().values()) {
      serialised(out, zip, e);
    }
    zip.verify(1_000);
    zip.oddities().forEach(o -> out.danger(o, zip.directoryStart(), bytes.size()));
    return out.build();
  }

  private static void serialised(WeightsBuilder out, ZipDirectory zip, ZipDirectory.Entry e) {
    if (!e.name().endsWith(".bin") || e.size() < 2) {
      return;
    }
    try {
      byte[] head = zip.beginning(e, 2);
      if (head.length == 2 && (head[0] & 0xff) == 0xac && (head[1] & 0xff) == 0xed) {
        out.danger(
            e.name()
                + " is a serialised Java object: reading it runs code of any class on the class"
                + " path (Java deserialisation)",
            e.header(),
            e.header() + 30);
      }
    } catch (Malformed m) {
      out.status(Weights.Status.MALFORMED, e.name() + ": " + m.describe());
    }
  }

  private static void configuration(WeightsBuilder out, ZipDirectory zip, ZipDirectory.Entry e) {
    try {
      long from = zip.dataStart(e);
      long to = from + e.packed();
      JsonValue json = JsonValue.read(ByteSource.of(zip.content(e, JSON)));
      for (String key : List.of("iterationCount", "epochCount")) {
        JsonValue value = json.get(key);
        if (value != null) {
          out.fact(Weights.Topic.RECIPE, key, value.plain(), from, to);
        }
      }
      var layers = new TreeMap<String, Integer>();
      var updaters = new TreeMap<String, Integer>();
      classes(json, "", layers, updaters);
      out.fact(Weights.Topic.ARCHITECTURE, "layers", counts(layers), from, to);
      out.fact(Weights.Topic.RECIPE, "updaters", counts(updaters), from, to);
    } catch (Malformed m) {
      out.status(Weights.Status.MALFORMED, CONFIGURATION + ": " + m.describe());
    }
  }

  // Depth is bounded by the reader of JSON.
  private static void classes(
      JsonValue value,
      String key,
      TreeMap<String, Integer> layers,
      TreeMap<String, Integer> other) {
    switch (value) {
      case JsonValue.Obj o -> {
        String name = o.text("@class").orElse("");
        String plain = name.substring(name.lastIndexOf('.') + 1);
        if (key.equals("layer") && !plain.isEmpty()) {
          layers.merge(plain, 1, Integer::sum);
        } else if (key.equals("layer") && o.members().size() == 1) {
          // Before 1.0: the layer's kind is the name of the one member, and its updater a word
          // in it.
          layers.merge(o.members().keySet().iterator().next(), 1, Integer::sum);
        } else if (o.members().containsKey("nin") && !o.text("updater").orElse("").isEmpty()) {
          other.merge(o.text("updater").orElse(""), 1, Integer::sum);
        } else if (key.equals("iupdater") && !plain.isEmpty()) {
          other.merge(plain, 1, Integer::sum);
        }
        o.members().forEach((k, v) -> classes(v, k, layers, other));
      }
      case JsonValue.Arr a -> a.items().forEach(v -> classes(v, key, layers, other));
      default -> {}
    }
  }

  private static String counts(TreeMap<String, Integer> counts) {
    var parts = new ArrayList<String>();
    counts.forEach((name, n) -> parts.add(n == 1 ? name : name + " " + n));
    return String.join(", ", parts);
  }

  // Two buffers, each a word, a length, a type and its elements: the shape, then the values. The
  // word says how the buffer was allocated, and with that how wide its length is: before 1.0.0-beta
  // lengths have four bytes.
  private static void parameters(
      WeightsBuilder out, ZipDirectory zip, ZipDirectory.Entry e, String path) {
    if (!e.stored() && e.size() > 64 << 20) {
      out.uncounted();
      return;
    }
    try {
      ByteSource bytes = zip.open(e);
      Cursor in = new Cursor(bytes).order(ByteOrder.BIG_ENDIAN);
      long shape = length(in);
      String shapeType = word(in);
      in.skip(Math.multiplyExact(shape, (long) width(shapeType)));
      long count = length(in);
      String type = word(in);
      int width = width(type);
      in.requireLeft(Math.multiplyExact(count, (long) width));
      long start = e.stored() ? zip.dataStart(e) + in.position() : -1;
      out.tensor(
          new Tensor(
              "coefficients",
              Tensor.Role.PARAMETER,
              List.of(count),
              width == 8 ? DType.F64 : width == 2 ? DType.F16 : DType.F32,
              path,
              start,
              count * width,
              null));
    } catch (Malformed | ArithmeticException m) {
      out.uncounted();
      out.remark(
          PARAMETERS + " is not laid out as expected: its parameters are not counted", 0, 30);
    }
  }

  private static long length(Cursor in) {
    return switch (word(in)) {
      case "HEAP", "JAVACPP", "DIRECT" -> in.i32();
      default -> in.i64();
    };
  }

  private static String word(Cursor in) {
    int length = in.u16();
    if (length > 64) {
      throw new Malformed(in.position(), "a word of " + length + " bytes");
    }
    return new String(in.bytes(length), StandardCharsets.ISO_8859_1);
  }

  private static int width(String type) {
    return switch (type) {
      case "FLOAT", "INT" -> 4;
      case "DOUBLE", "LONG" -> 8;
      case "HALF", "FLOAT16", "BFLOAT16" -> 2;
      default -> throw new Malformed(-1, "a type that is not known");
    };
  }
}
