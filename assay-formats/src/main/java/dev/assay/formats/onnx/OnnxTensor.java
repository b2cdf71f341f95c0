package dev.assay.formats.onnx;

import dev.assay.formats.DTypes;
import dev.assay.formats.Limits;
import dev.assay.formats.ProtoReader;
import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.ZipDirectory;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.model.DType;
import dev.assay.model.Tensor;
import dev.assay.model.Weights;
import java.util.ArrayList;
import java.util.List;

/// Reads tensors of an ONNX model: their shapes and types, and where their bytes lie, which may be
/// another file.
final class OnnxTensor {
  private static final int DIMENSIONS = 64;
  private static final int EXTERNAL = 1;

  private final FileEntry entry;
  private final WeightsBuilder out;

  OnnxTensor(FileEntry entry, WeightsBuilder out) {
    this.entry = entry;
    this.out = out;
  }

  private static DType type(long number) {
    return switch ((int) Math.clamp(number, -1, 1000)) {
      case 1 -> DType.F32;
      case 2 -> DType.U8;
      case 3 -> DType.I8;
      case 4 -> DTypes.U16;
      case 5 -> DType.I16;
      case 6 -> DType.I32;
      case 7 -> DType.I64;
      case 8 -> DTypes.STRING;
      case 9 -> DType.BOOL;
      case 10 -> DType.F16;
      case 11 -> DType.F64;
      case 12 -> DTypes.U32;
      case 13 -> DTypes.U64;
      case 14 -> DTypes.C64;
      case 15 -> DTypes.C128;
      case 16 -> DType.BF16;
      case 17 -> DTypes.F8_E4M3;
      case 18 -> new DType("F8_E4M3FNUZ", 8);
      case 19 -> DTypes.F8_E5M2;
      case 20 -> new DType("F8_E5M2FNUZ", 8);
      case 21 -> DTypes.U4;
      case 22 -> DTypes.I4;
      case 23 -> new DType("F4", 4);
      case 24 -> DTypes.F8_E8M0;
      default -> DTypes.UNKNOWN;
    };
  }

  /// A tensor message.
  ///
  /// @param node the output of the node that it belongs to, as its name; empty for an initialiser
  /// @param dense for the values of a sparse tensor, the shape that they are spread over; otherwise
  ///   empty
  void add(ProtoReader t, String node, boolean optimizer, List<Long> dense) {
    var shape = new ArrayList<Long>(4);
    DType type = DTypes.UNKNOWN;
    String name = "";
    long start = t.to();
    long raw = -1;
    long rawLength = -1;
    boolean external = false;
    var where = new External();
    while (t.next()) {
      switch (t.field()) {
        case 1 -> dimensions(t, shape);
        case 2 -> type = type(t.number());
        case 8 -> name = t.text(Limits.FACT);
        case 9 -> {
          raw = t.from();
          rawLength = t.length();
        }
        case 13 -> where.add(t.message());
        case 14 -> external = t.number() == EXTERNAL;
        default -> {}
      }
    }
    if (out.tensors() >= Limits.TENSORS) {
      throw new Malformed(t.start(), "more than " + Limits.TENSORS + " tensors");
    }
    String full = name.isEmpty() ? node : name;
    long elements = elements(full, shape, start);
    long size = size(elements, type);
    String file = entry.path();
    if (external || !where.location.isEmpty()) {
      file = outside(full, where, start, t.to());
      raw = where.offset;
      rawLength = size;
    } else if (rawLength >= 0 && size >= 0 && rawLength != size) {
      out.disagrees(
          "tensor \"" + full + "\" needs " + size + " bytes by its shape and has " + rawLength,
          start,
          t.to());
    }
    List<Long> whole = shape;
    if (!dense.isEmpty()) {
      whole = dense;
      long all = elements(full, dense, start);
      if (elements > all) {
        throw new Malformed(
            start, "a sparse tensor has " + elements + " values where its shape has " + all);
      }
      out.once(
          Weights.Topic.OTHER,
          "sparse",
          shown(full) + ": " + elements + " of " + all + " values are stored",
          start,
          t.to());
    }
    out.tensor(
        new Tensor(
            full, role(full, type, whole, optimizer), whole, type, file, raw, rawLength, null));
  }

  /// Adds the dimensions in the current field.
  static void dimensions(ProtoReader in, List<Long> shape) {
    for (long d : in.numbers(DIMENSIONS)) {
      if (d < 0 || shape.size() == DIMENSIONS) {
        throw new Malformed(in.start(), "a tensor has no sound shape");
      }
      shape.add(d);
    }
  }

  /// The numbers of a Constant node that holds them as a list.
  void floats(String attribute, String node, ProtoReader a) {
    if (!attribute.equals("value_floats")) {
      return;
    }
    long n = a.wire() == 2 ? a.length() / 4 : 1;
    out.tensor(
        new Tensor(
            node,
            Tensor.Role.PARAMETER,
            List.of(n),
            DType.F32,
            entry.path(),
            a.from(),
            n * 4,
            null));
  }

  private static long elements(String name, List<Long> shape, long at) {
    long n = 1;
    try {
      for (long d : shape) {
        n = Math.multiplyExact(n, d);
      }
      Math.multiplyExact(n, 16L);
    } catch (ArithmeticException e) {
      throw new Malformed(
          at, "the dimensions of tensor \"" + shown(name) + "\" multiply beyond any file");
    }
    return n;
  }

  private static long size(long elements, DType type) {
    return type.bits() == 0 ? -1 : Math.ceilDiv(elements * (long) type.bits(), 8L);
  }

  private static Tensor.Role role(String name, DType type, List<Long> shape, boolean optimizer) {
    if (optimizer) {
      return Tensor.Role.OPTIMIZER;
    }
    if (name.endsWith("_scale") || name.endsWith("_zero_point") || name.endsWith("_ScaleAddSub")) {
      return Tensor.Role.QUANTISATION;
    }
    // Whole numbers are shapes and indices, except the small ones that quantised weights are
    // kept in.
    boolean packed =
        shape.size() >= 2
            && (type == DType.I8 || type == DType.U8 || type == DTypes.I4 || type == DTypes.U4);
    return packed ? Tensor.Role.PARAMETER : DTypes.role(name, type);
  }

  /// The place of a tensor's bytes in another file.
  private static final class External {
    private String location = "";
    private long offset;
    private long length = -1;
    private boolean wrong;

    void add(ProtoReader e) {
      String key = "";
      String value = "";
      while (e.next()) {
        if (e.field() == 1) {
          key = e.text(64);
        } else if (e.field() == 2) {
          value = e.text(Limits.FACT);
        }
      }
      switch (key) {
        case "location" -> location = value;
        case "offset" -> offset = number(value);
        case "length" -> length = number(value);
        default -> {}
      }
    }

    private long number(String text) {
      try {
        long n = Long.parseLong(text);
        wrong |= n < 0 || n > 1L << 50;
        return n;
      } catch (NumberFormatException e) {
        wrong = true;
        return -1;
      }
    }
  }

  private String outside(String name, External where, long from, long to) {
    if (ZipDirectory.leaves(where.location) || where.location.contains("://")) {
      out.danger(
          "tensor \""
              + shown(name)
              + "\" is read from \""
              + shown(where.location)
              + "\", outside the model's folder (external-data path traversal, as in CVE-2022-25882 and"
              + " CVE-2024-27318)",
          from,
          to);
      return where.location;
    }
    if (where.wrong) {
      out.danger(
          "tensor \""
              + shown(name)
              + "\" states an impossible place in \""
              + shown(where.location)
              + "\" (external data beyond the file)",
          from,
          to);
    }
    out.once(Weights.Topic.OTHER, "external_data", where.location, from, to);
    return entry.folder().isEmpty() ? where.location : entry.folder() + "/" + where.location;
  }

  private static String shown(String name) {
    return name.length() > 120 ? name.substring(0, 120) + "…" : name;
  }
}
