package dev.assay.formats.safetensors;

import dev.assay.formats.DTypes;
import dev.assay.formats.Limits;
import dev.assay.formats.LongSet;
import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.io.ByteSource;
import dev.assay.io.Cursor;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.model.DType;
import dev.assay.model.Tensor;
import dev.assay.model.Weights;
import java.util.List;
import java.util.Map;

/// Safetensors: eight bytes of length, a JSON header, then the tensors' bytes without a gap. The
/// header is held to the specification in full, since readers that are lax see other tensors than
/// strict ones.
public final class Safetensors implements WeightsFormat {
  private static final Map<String, DType> TYPES =
      Map.ofEntries(
          Map.entry("BOOL", DType.BOOL),
          Map.entry("U8", DType.U8),
          Map.entry("I8", DType.I8),
          Map.entry("I16", DType.I16),
          Map.entry("U16", DTypes.U16),
          Map.entry("I32", DType.I32),
          Map.entry("U32", DTypes.U32),
          Map.entry("I64", DType.I64),
          Map.entry("U64", DTypes.U64),
          Map.entry("F16", DType.F16),
          Map.entry("BF16", DType.BF16),
          Map.entry("F32", DType.F32),
          Map.entry("F64", DType.F64),
          Map.entry("C64", DTypes.C64),
          Map.entry("F8_E4M3", DTypes.F8_E4M3),
          Map.entry("F8_E5M2", DTypes.F8_E5M2),
          Map.entry("F8_E8M0", DTypes.F8_E8M0),
          Map.entry("F8_E4M3FNUZ", new DType("F8_E4M3FNUZ", 8)),
          Map.entry("F8_E5M2FNUZ", new DType("F8_E5M2FNUZ", 8)),
          Map.entry("F6_E2M3", new DType("F6_E2M3", 6)),
          Map.entry("F6_E3M2", new DType("F6_E3M2", 6)),
          Map.entry("F4", new DType("F4", 4)));

  private static final List<String> KEYS = List.of("dtype", "shape", "data_offsets");
  private static final int MOST_DIMENSIONS = 64;

  @Override
  public String id() {
    return "safetensors";
  }

  @Override
  public String title() {
    return "safetensors";
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    if (head.length < 9 || head[8] != '{') {
      return false;
    }
    long length = 0;
    for (int i = 7; i >= 0; i--) {
      length = length << 8 | head[i] & 0xff;
    }
    return length >= 2 && length <= Limits.HEADER;
  }

  @Override
  public List<String> endings() {
    return List.of(".safetensors");
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    if (bytes.size() < 8) {
      throw new Malformed(
          0, "a file of " + bytes.size() + " bytes is shorter than its length field");
    }
    long length = new Cursor(bytes, 0, 8).i64();
    if (length < 0 || length > Limits.HEADER) {
      throw new Malformed(
          0,
          "declares a header of "
              + Long.toUnsignedString(length)
              + " bytes, over the limit of "
              + Limits.HEADER);
    }
    if (length > bytes.size() - 8) {
      throw new Malformed(
          0, "declares a header of " + length + " bytes where " + (bytes.size() - 8) + " are left");
    }
    if (length == 0 || bytes.bytes(8, 1)[0] != '{') {
      throw new Malformed(8, "the header is not a JSON object");
    }
    var out = new WeightsBuilder(source, entry, bytes, id()).header(0, 8 + length);
    new Header(entry, bytes, 8 + length, out).read();
    return out.build();
  }

  /// One header on its way to a value.
  private static final class Header {
    private final FileEntry entry;
    private final ByteSource bytes;
    private final long data;
    private final WeightsBuilder out;
    private final Layout layout = new Layout();
    private final LongSet names = new LongSet();
    private final long[] numbers = new long[MOST_DIMENSIONS];
    private List<Long> lastShape = List.of();
    private boolean adapter = true;
    private long optimizer;

    Header(FileEntry entry, ByteSource bytes, long data, WeightsBuilder out) {
      this.entry = entry;
      this.bytes = bytes;
      this.data = data;
      this.out = out;
    }

    void read() {
      var in = new HeaderScanner(bytes, 8, data);
      in.object((name, hash, at) -> {
        if (!names.add(hash)) {
          throw new Malformed(at, "the key \"" + shown(name) + "\" stands twice");
        }
        if (name.equals("__metadata__")) {
          metadata(in);
        } else {
          tensor(in, name, at);
        }
      });
      in.end();
      long end = layout.check(data);
      long there = bytes.size() - data;
      if (end < there) {
        throw new Malformed(
            data + end, (there - end) + " bytes stand after the last tensor and belong to none");
      }
      if (end > there) {
        cutShort(end, there);
      }
      if (out.tensors() > 0 && adapter) {
        out.kind(Weights.Kind.ADAPTER);
      } else if (optimizer > 0) {
        out.kind(Weights.Kind.CHECKPOINT);
      } else if (out.tensors() == 0) {
        out.kind(Weights.Kind.OTHER);
      }
    }

    /// A download that stopped, or a header that was kept alone, ends between two tensors or has no
    /// data at all only by intent; one that ends inside a tensor cannot be told from a wrong
    /// header.
    private void cutShort(long end, long there) {
      String what =
          "cut short: " + (end - there) + " of " + end + " bytes of tensor data are not here";
      if (layout.boundary(there)) {
        out.status(Weights.Status.INCOMPLETE, what);
      } else {
        out.status(Weights.Status.MALFORMED, what + ", in the middle of a tensor");
      }
    }

    private void metadata(HeaderScanner in) {
      var keys = new LongSet();
      in.object((key, hash, at) -> {
        if (!keys.add(hash)) {
          throw new Malformed(at, "the key \"" + shown(key) + "\" stands twice");
        }
        String value = in.textOrNothing();
        if (value == null) {
          throw new Malformed(
              in.offset(), "the metadata value of \"" + shown(key) + "\" is not a text");
        }
        SafetensorsMetadata.add(out, key, value, at, in.position());
      });
    }

    private void tensor(HeaderScanner in, String name, long at) {
      String type = null;
      List<Long> shape = null;
      long from = -1;
      long to = -1;
      in.expect('{');
      int had = 0;
      while (!in.take('}')) {
        if (had > 0) {
          in.expect(',');
        }
        String key = in.name();
        int which = KEYS.indexOf(key);
        if (which < 0 || (had & 1 << which) != 0) {
          throw new Malformed(
              in.offset(),
              which < 0
                  ? "a tensor has the unknown key \"" + shown(key) + "\""
                  : "the key \"" + key + "\" stands twice");
        }
        had |= 1 << which;
        in.expect(':');
        switch (which) {
          case 0 -> type = in.text();
          case 1 -> shape = shape(in);
          default -> {
            if (in.integers(numbers) != 2) {
              throw new Malformed(in.offset(), "data_offsets are not two numbers");
            }
            from = numbers[0];
            to = numbers[1];
          }
        }
      }
      if (type == null || shape == null || from < 0 || to < from) {
        throw new Malformed(
            at, "tensor \"" + shown(name) + "\" has no sound type, shape and offsets");
      }
      DType dtype = TYPES.get(type);
      if (dtype == null) {
        throw new Malformed(
            at, "tensor \"" + shown(name) + "\" has the unknown type " + shown(type));
      }
      checkSize(name, at, shape, dtype, to - from);
      if (out.tensors() >= Limits.TENSORS) {
        throw new Malformed(at, "more than " + Limits.TENSORS + " tensors");
      }
      layout.add(from, to);
      Tensor.Role role = SafetensorsMetadata.role(name, dtype);
      var tensor = new Tensor(name, role, shape, dtype, entry.path(), data + from, to - from, null);
      out.tensor(tensor);
      adapter = adapter && SafetensorsMetadata.isAdapter(name);
      optimizer += role == Tensor.Role.OPTIMIZER ? 1 : 0;
    }

    // Many tensors of a file have the shape of the one before.
    private List<Long> shape(HeaderScanner in) {
      int n = in.integers(numbers);
      boolean same = n == lastShape.size();
      for (int i = 0; i < n; i++) {
        if (numbers[i] < 0) {
          throw new Malformed(in.offset(), "a shape has a negative number");
        }
        same = same && lastShape.get(i) == numbers[i];
      }
      if (!same) {
        Long[] shape = new Long[n];
        for (int i = 0; i < n; i++) {
          shape[i] = numbers[i];
        }
        lastShape = List.of(shape);
      }
      return lastShape;
    }

    private static void checkSize(String name, long at, List<Long> shape, DType type, long size) {
      long bits;
      try {
        bits = (long) type.bits();
        for (long d : shape) {
          bits = Math.multiplyExact(bits, d);
        }
      } catch (ArithmeticException e) {
        throw new Malformed(at, "tensor \"" + shown(name) + "\" is larger than any file");
      }
      if (bits % 8 != 0 || bits / 8 != size) {
        throw new Malformed(
            at,
            "tensor \""
                + shown(name)
                + "\" needs "
                + bits / 8
                + " bytes by its shape and has "
                + size);
      }
    }

    private static String shown(String name) {
      return name.length() > 100 ? name.substring(0, 100) + "…" : name;
    }
  }
}
