package dev.assay.formats.frameworks;

import dev.assay.formats.DTypes;
import dev.assay.formats.Limits;
import dev.assay.formats.ProtoReader;
import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.ZipDirectory;
import dev.assay.io.Malformed;
import dev.assay.model.DType;
import dev.assay.model.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The constants of a Core ML program: most lie in a file beside it, at an offset, with type and
/// shape in the program. Field numbers are those of coremltools' `MIL.proto`.
final class CoreMlProgram {
  /// What programs call the folder that they lie in.
  private static final String FOLDER = "@model_path/";

  private static final long RECORD = 64;

  private static final Map<Integer, DType> TYPES =
      Map.ofEntries(
          Map.entry(1, DType.BOOL),
          Map.entry(10, DType.F16),
          Map.entry(11, DType.F32),
          Map.entry(12, DType.F64),
          Map.entry(13, DType.BF16),
          Map.entry(21, DType.I8),
          Map.entry(22, DType.I16),
          Map.entry(23, DType.I32),
          Map.entry(24, DType.I64),
          Map.entry(25, DTypes.I4),
          Map.entry(31, DType.U8),
          Map.entry(32, DTypes.U16),
          Map.entry(33, DTypes.U32),
          Map.entry(34, DTypes.U64),
          Map.entry(35, DTypes.U4),
          Map.entry(36, new DType("U2", 2)),
          Map.entry(37, new DType("U1", 1)),
          Map.entry(38, new DType("U6", 6)),
          Map.entry(39, new DType("U3", 3)),
          Map.entry(40, DTypes.F8_E4M3),
          Map.entry(41, DTypes.F8_E5M2));

  private final WeightsBuilder out;
  private final String folder;
  private final Map<String, Long> operators = new TreeMap<>();

  /// @param folder the folder of the program's file, with its slash, or nothing
  CoreMlProgram(WeightsBuilder out, String folder) {
    this.out = out;
    this.folder = folder;
  }

  /// Reads a program; what its operators are becomes a fact at `from`.
  void read(ProtoReader program, long from, long to) {
    while (program.next()) {
      if (program.field() == 2 && program.wire() == 2) {
        entry(program.message(), this::function);
      }
    }
    var parts = new ArrayList<String>();
    operators.forEach((op, n) -> parts.add(op + " " + n));
    if (!parts.isEmpty()) {
      out.fact(
          dev.assay.model.Weights.Topic.ARCHITECTURE,
          "operators",
          String.join(", ", parts),
          from,
          to);
    }
  }

  private interface Part {
    void read(ProtoReader in);
  }

  // Maps are messages of a key and a value.
  private static void entry(ProtoReader entry, Part value) {
    while (entry.next()) {
      if (entry.field() == 2 && entry.wire() == 2) {
        value.read(entry.message());
      }
    }
  }

  private void function(ProtoReader in) {
    while (in.next()) {
      if (in.field() == 3 && in.wire() == 2) {
        entry(in.message(), this::block);
      }
    }
  }

  private void block(ProtoReader in) {
    while (in.next()) {
      if (in.field() == 3 && in.wire() == 2) {
        operation(in.message());
      }
    }
  }

  // Fields come in any order in principle, and in this one from every writer: type, outputs,
  // blocks, attributes.
  private void operation(ProtoReader in) {
    String type = "";
    String name = "";
    while (in.next()) {
      if (in.wire() != 2) {
        continue;
      }
      switch (in.field()) {
        case 1 -> type = in.text(100);
        case 3 -> name = name(in.message());
        case 4 -> block(in.message());
        case 5 -> attribute(in.message(), name, type);
        default -> {}
      }
    }
    if (!type.equals("const") && (operators.size() < 1_000 || operators.containsKey(type))) {
      operators.merge(type, 1L, Long::sum);
    }
  }

  private static String name(ProtoReader output) {
    while (output.next()) {
      if (output.field() == 1 && output.wire() == 2) {
        return output.text(Limits.FACT);
      }
    }
    return "";
  }

  // A constant has one value; a compressed one its packed values, a table, scales and zero points.
  private void attribute(ProtoReader in, String operation, String type) {
    String key = "";
    while (in.next()) {
      if (in.field() == 1 && in.wire() == 2) {
        key = in.text(100);
      } else if (in.field() == 2 && in.wire() == 2) {
        boolean whole = key.equals("val");
        boolean packed = type.startsWith("constexpr_");
        if (packed && !whole) {
          out.quantisation("coreml " + type.substring("constexpr_".length()));
          out.uncounted();
        }
        value(in.message(), whole ? operation : operation + "." + key, packed && !whole);
      }
    }
  }

  private void value(ProtoReader in, String name, boolean packed) {
    DType type = null;
    List<Long> shape = null;
    while (in.next()) {
      if (in.wire() != 2) {
        continue;
      }
      if (in.field() == 2) {
        ProtoReader of = in.message();
        while (of.next()) {
          if (of.field() == 1 && of.wire() == 2) {
            var dims = new ArrayList<Long>();
            type = tensorType(of.message(), dims);
            shape = dims;
          }
        }
      } else if ((in.field() == 3 || in.field() == 5) && type != null && shape != null) {
        if (in.field() == 5) {
          blob(in.message(), name, type, shape, packed);
        } else if (DTypes.isFloat(type) && !shape.isEmpty()) {
          // Short arrays stand in the program itself.
          add(new Tensor(name, DTypes.role(name, type), shape, type, "", -1, -1, null), in.start());
        }
      }
    }
  }

  private static DType tensorType(ProtoReader in, List<Long> dims) {
    DType type = DTypes.UNKNOWN;
    long elements = 1;
    while (in.next()) {
      if (in.field() == 1 && in.wire() == 0) {
        type = TYPES.getOrDefault((int) Math.min(in.number(), 1_000), DTypes.UNKNOWN);
      } else if (in.field() == 3 && in.wire() == 2 && dims.size() < 64) {
        long size = 0;
        ProtoReader dimension = in.message();
        while (dimension.next()) {
          if (dimension.field() == 1 && dimension.wire() == 2) {
            ProtoReader constant = dimension.message();
            while (constant.next()) {
              size = constant.field() == 1 ? Math.max(0, constant.number()) : size;
            }
          }
        }
        if (size > 0 && elements > Long.MAX_VALUE / 64 / size) {
          throw new Malformed(in.start(), "a shape that overflows");
        }
        elements *= Math.max(1, size);
        dims.add(size);
      }
    }
    return type;
  }

  private void blob(ProtoReader in, String name, DType type, List<Long> shape, boolean packed) {
    String file = "";
    long at = in.to();
    long record = 0;
    while (in.next()) {
      if (in.field() == 1 && in.wire() == 2) {
        file = in.text(4096);
      } else if (in.field() == 2 && in.wire() == 0) {
        record = in.number();
      }
    }
    if (record < 0 || record > Long.MAX_VALUE / 2) {
      throw new Malformed(at, "the weights of a constant are at an impossible place");
    }
    String relative = file.startsWith(FOLDER) ? file.substring(FOLDER.length()) : file;
    if (relative.isEmpty() || ZipDirectory.leaves(relative)) {
      out.danger(
          "the weights of a constant are in "
              + file
              + ", outside the model's folder (path traversal)",
          at,
          at);
      return;
    }
    long elements = 1;
    for (long d : shape) {
      elements *= d;
    }
    boolean integers = !DTypes.isFloat(type);
    Tensor.Role role =
        packed
            ? (integers ? Tensor.Role.PARAMETER : Tensor.Role.QUANTISATION)
            : DTypes.role(name, type);
    // The program gives the place of a record of 64 bytes; the data follow it
    // (MILBlob, StorageWriter).
    add(
        new Tensor(
            name,
            role,
            shape,
            type,
            folder + relative,
            record + RECORD,
            bytes(elements, (int) type.bits()),
            null),
        at);
  }

  private static long bytes(long elements, int bits) {
    return bits == 0 ? -1 : elements / 8 * bits + (elements % 8 * bits + 7) / 8;
  }

  private void add(Tensor tensor, long at) {
    if (out.tensors() >= Limits.TENSORS) {
      throw new Malformed(at, "more than " + Limits.TENSORS + " tensors");
    }
    out.tensor(tensor);
  }
}
