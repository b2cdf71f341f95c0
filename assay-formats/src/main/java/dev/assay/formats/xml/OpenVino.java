package dev.assay.formats.xml;

import dev.assay.formats.DTypes;
import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.model.DType;
import dev.assay.model.Tensor;
import dev.assay.model.Weights;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// OpenVINO's intermediate representation: layers in XML, weights in a `.bin` beside it. `rt_info`
/// says what it was converted from, with which tools and which settings.
public final class OpenVino implements WeightsFormat {
  private static final int MOST_LAYERS = 1_000_000;

  @Override
  public String id() {
    return "openvino";
  }

  @Override
  public String title() {
    return "OpenVINO IR";
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    return XmlWalk.rootName(head).equals("net");
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    var out = new WeightsBuilder(source, entry, bytes, id());
    XmlWalk in = XmlWalk.open(bytes);
    String bin = stem(entry.path()) + ".bin";
    Map<String, Integer> layers = new HashMap<>();
    String layer = "";
    boolean constant = false;
    boolean net = false;
    int count = 0;
    while (in.next()) {
      if (!in.starts()) {
        continue;
      }
      long at = in.offset();
      switch (in.name()) {
        case "net" -> {
          net = true;
          name(out, in, at);
        }
        case "layer" -> {
          layer = in.attribute("name").orElse("");
          String type = in.attribute("type").orElse("");
          constant = type.equals("Const");
          if (layers.size() < 1_000 || layers.containsKey(type)) {
            layers.merge(type, 1, Integer::sum);
          }
          if (++count > MOST_LAYERS) {
            throw new Malformed(at, "more than " + MOST_LAYERS + " layers");
          }
        }
        case "data" -> {
          if (constant && in.attribute("offset").isPresent()) {
            constant(out, in, layer, bin, at);
          }
        }
        default -> {
          if (in.path().startsWith("net/rt_info/")) {
            setting(out, in, at);
          }
        }
      }
    }
    if (!net) {
      throw new Malformed(0, "no net element");
    }
    layers.remove("");
    out.fact(Weights.Topic.ARCHITECTURE, "layers", counts(layers), 0, Math.min(bytes.size(), 4096));
    return out.build();
  }

  private static void name(WeightsBuilder out, XmlWalk in, long at) {
    if (in.depth() == 1) {
      out.header(0, at).quote(in.attribute("name").orElse(""));
      in.attribute("name").ifPresent(v -> out.fact(Weights.Topic.NAME, "name", v, 0, at));
      in.attribute("version").ifPresent(v -> out.fact(Weights.Topic.TOOL, "IR version", v, 0, at));
    }
  }

  private static String counts(Map<String, Integer> layers) {
    var parts = new ArrayList<String>();
    layers.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(e -> parts.add(e.getKey() + " " + e.getValue()));
    return String.join(", ", parts);
  }

  static String stem(String path) {
    int dot = path.lastIndexOf('.');
    return dot > path.lastIndexOf('/') ? path.substring(0, dot) : path;
  }

  private static void constant(WeightsBuilder out, XmlWalk in, String layer, String bin, long at) {
    long offset = number(in.attribute("offset").orElse(""), at);
    long size = number(in.attribute("size").orElse("0"), at);
    var shape = new ArrayList<Long>();
    String dims = in.attribute("shape").orElse("").strip();
    if (!dims.isEmpty()) {
      for (String d : dims.split(",")) {
        shape.add(number(d.strip(), at));
        if (shape.size() > 64) {
          throw new Malformed(at, "the constant " + layer + " has more than 64 dimensions");
        }
      }
    }
    DType type = type(in.attribute("element_type").orElse(""));
    long elements = 1;
    for (long d : shape) {
      if (d != 0 && elements > Long.MAX_VALUE / d) {
        throw new Malformed(at, "the shape of " + layer + " overflows");
      }
      elements *= d;
    }
    if (type.bits() > 0 && elements > (size + 1.0) * 8 / type.bits()) {
      throw new Malformed(
          at, "the constant " + layer + " has more elements than its " + size + " bytes");
    }
    out.tensor(
        new Tensor(
            layer,
            DTypes.role(layer, type),
            List.copyOf(shape),
            type,
            bin,
            offset,
            size,
            offset + "+" + size));
  }

  private static long number(String text, long at) {
    try {
      long n = Long.parseLong(text);
      if (n >= 0) {
        return n;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new Malformed(at, "no whole number where one must be");
  }

  private static DType type(String name) {
    @Nullable DType known =
        switch (name.toLowerCase(Locale.ROOT)) {
          case "f32" -> DType.F32;
          case "f16" -> DType.F16;
          case "bf16" -> DType.BF16;
          case "f64" -> DType.F64;
          case "i64" -> DType.I64;
          case "i32" -> DType.I32;
          case "i16" -> DType.I16;
          case "i8" -> DType.I8;
          case "u8" -> DType.U8;
          case "u16" -> DTypes.U16;
          case "u32" -> DTypes.U32;
          case "u64" -> DTypes.U64;
          case "i4" -> DTypes.I4;
          case "u4" -> DTypes.U4;
          case "boolean" -> DType.BOOL;
          case "string" -> DTypes.STRING;
          case "f8e4m3" -> DTypes.F8_E4M3;
          case "f8e5m2" -> DTypes.F8_E5M2;
          default -> null;
        };
    return known == null ? DTypes.UNKNOWN : known;
  }

  // Settings are elements below rt_info, each with its value as an attribute.
  private static void setting(WeightsBuilder out, XmlWalk in, long at) {
    String value = in.attribute("value").orElse("");
    if (value.isEmpty()) {
      return;
    }
    String key = in.path().substring("net/rt_info/".length());
    String last = in.name().toLowerCase(Locale.ROOT);
    Weights.Topic topic =
        last.equals("license") || last.equals("licence")
            ? Weights.Topic.LICENCE
            : last.equals("author")
                ? Weights.Topic.AUTHOR
                : last.endsWith("version") || last.equals("framework")
                    ? Weights.Topic.TOOL
                    : last.equals("dataset") || last.equals("subset_size")
                        ? Weights.Topic.CALIBRATION_DATA
                        : last.equals("model_id") || last.equals("base_model")
                            ? Weights.Topic.BASE_MODEL
                            : Weights.Topic.OTHER;
    long length = key.length() + value.length();
    out.fact(topic, key, value, Math.max(0, at - length - 12), at);
    if (in.path().startsWith("net/rt_info/nncf") && last.equals("mode")) {
      out.quantisation("nncf " + value);
    }
  }
}
