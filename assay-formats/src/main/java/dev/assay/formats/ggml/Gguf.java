package dev.assay.formats.ggml;

import dev.assay.formats.DTypes;
import dev.assay.formats.Ggml;
import dev.assay.formats.Limits;
import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.io.ByteSource;
import dev.assay.io.Cursor;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.model.DType;
import dev.assay.model.Tensor;
import dev.assay.model.Weights;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// GGUF, versions 1 to 3, in both byte orders: keys with typed values, then the tensors' names and
/// places, then their bytes. Vocabularies are passed over without being read.
public final class Gguf implements WeightsFormat {
  /// The largest key, by the specification.
  static final int KEY = 65_535;

  // One tensor of more elements than this is no tensor of a model that anybody has published: the
  // largest, all experts of a layer in one, have about 2^33.
  private static final long IMPLAUSIBLE = 1L << 36;

  @Override
  public String id() {
    return "gguf";
  }

  @Override
  public String title() {
    return "GGUF";
  }

  @Override
  public String begins() {
    return "G";
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    return head.length >= 4 && head[0] == 'G' && head[1] == 'G' && head[2] == 'U' && head[3] == 'F';
  }

  @Override
  public List<String> endings() {
    return List.of(".gguf");
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    try {
      return new Header(source, entry, bytes).read();
    } catch (Malformed e) {
      throw convertedText(bytes)
          ? new Malformed(
              e.offset(),
              e.getMessage()
                  + "; every line feed in it follows a carriage return: the file was damaged by a"
                  + " conversion of text lines")
          : e;
    }
  }

  /// Whether the beginning looks as Git leaves a binary file that it took for text on Windows.
  private static boolean convertedText(ByteSource bytes) {
    byte[] head = bytes.head(64 * 1024);
    int ends = 0;
    for (int i = 0; i < head.length; i++) {
      if (head[i] == '\n') {
        if (i == 0 || head[i - 1] != '\r') {
          return false;
        }
        ends++;
      }
    }
    return ends >= 2;
  }

  /// One header on its way to a value.
  private static final class Header {
    private final FileEntry entry;
    private final ByteSource bytes;
    private final Cursor in;
    private final WeightsBuilder out;
    private final Set<String> keys = new HashSet<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private boolean short32;
    private String architecture = "";
    private String type = "";

    Header(String source, FileEntry entry, ByteSource bytes) {
      this.entry = entry;
      this.bytes = bytes;
      this.in = new Cursor(bytes);
      this.out = new WeightsBuilder(source, entry, bytes, "gguf");
    }

    Weights read() {
      if (bytes.size() < 4 || in.u32() != 0x46554747L) {
        throw new Malformed(0, "does not begin with GGUF");
      }
      long version = in.u32();
      boolean big = (version & 0xffff) == 0;
      if (big) {
        in.order(ByteOrder.BIG_ENDIAN);
        version = Integer.toUnsignedLong(Integer.reverseBytes((int) version));
      }
      if (version < 1 || version > 3) {
        throw new Malformed(4, "has GGUF version " + version + "; 1 to 3 are known");
      }
      short32 = version == 1;
      out.fact(
          Weights.Topic.TOOL,
          "format",
          "GGUF version " + version + (big ? ", big-endian" : ", little-endian"),
          0,
          8);
      long tensors = length();
      long values = length();
      // A key takes at least its length, one character, a type and one byte; a tensor likewise.
      int least = short32 ? 10 : 14;
      bounded(values, least, "keys");
      bounded(tensors, short32 ? 21 : 25, "tensors");
      for (long i = 0; i < values; i++) {
        pair();
      }
      long alignment = alignment();
      long table = in.position();
      tensors(tensors, alignment);
      out.header(0, in.position());
      kind(table);
      return out.build();
    }

    private void bounded(long count, int least, String what) {
      if (count < 0 || count > in.remaining() / least || count > Limits.TENSORS) {
        throw new Malformed(
            in.position(),
            "declares "
                + Long.toUnsignedString(count)
                + " "
                + what
                + " where "
                + in.remaining()
                + " bytes are left");
      }
    }

    private long length() {
      return short32 ? in.u32() : in.i64();
    }

    private String key() {
      long at = in.position();
      long n = length();
      if (n <= 0 || n > KEY) {
        throw new Malformed(
            at, "a key of " + Long.toUnsignedString(n) + " bytes; 1 to " + KEY + " are allowed");
      }
      return in.utf8((int) n);
    }

    private void pair() {
      long at = in.position();
      String key = key();
      if (!keys.add(key)) {
        out.danger(
            "the key \"" + key + "\" stands twice: readers differ in which one they take",
            at,
            in.position());
      }
      long type = in.u32();
      var value = new GgufValue(in, short32);
      String text = value.read((int) Math.min(type, Integer.MAX_VALUE));
      long end = in.position();
      value.complaint().ifPresent(c -> out.remark("the value of \"" + key + "\" " + c, at, end));
      if (value.number() != null) {
        numbers.put(key, value.number());
      }
      if (key.equals("general.alignment") && type != GgufValue.U32) {
        throw new Malformed(at, "general.alignment is not an unsigned 32-bit number");
      }
      if (key.equals("general.architecture")) {
        architecture = text;
      } else if (key.equals("general.type")) {
        this.type = text;
      }
      GgufKeys.add(out, key, text, value, architecture, at, end);
    }

    private long alignment() {
      long alignment = numbers.getOrDefault("general.alignment", 32L);
      if (alignment < 8 || alignment > 1 << 20 || Long.bitCount(alignment) != 1) {
        throw new Malformed(
            in.position(), "general.alignment is " + alignment + ", not a power of two from 8 on");
      }
      return alignment;
    }

    private record Place(String name, long at, long offset, long size, long elements) {}

    private void tensors(long count, long alignment) {
      var names = new HashSet<String>();
      var pending = new ArrayList<Tensor>();
      var places = new ArrayList<Place>();
      for (long i = 0; i < count; i++) {
        long at = in.position();
        String name = key();
        if (!names.add(name)) {
          out.danger(
              "two tensors are called \"" + name + "\": readers differ in which one they take",
              at,
              in.position());
        }
        pending.add(tensor(name, at, alignment, places));
      }
      long data = Math.ceilDiv(in.position(), alignment) * alignment;
      long there = Math.max(0, bytes.size() - data);
      long end = 0;
      for (int i = 0; i < places.size(); i++) {
        Place p = places.get(i);
        Tensor t = pending.get(i);
        long last = p.offset() + Math.max(0, p.size());
        if (last < 0) {
          throw new Malformed(p.at(), "tensor \"" + p.name() + "\" ends beyond any file");
        }
        if (last > there && p.elements() >= IMPLAUSIBLE) {
          throw new Malformed(
              p.at(),
              "tensor \""
                  + p.name()
                  + "\" declares "
                  + p.size()
                  + " bytes where "
                  + Math.max(0, there - p.offset())
                  + " are left");
        }
        end = Math.max(end, last);
        out.tensor(
            new Tensor(
                t.name(),
                t.role(),
                t.shape(),
                t.type(),
                t.file(),
                data + p.offset(),
                p.size(),
                null));
      }
      if (end > there && bytes.size() == data) {
        // A download that stopped does not stop on this very byte: the writer meant the file
        // to end.
        throw new Malformed(
            data, "declares " + end + " bytes of tensor data, and the file ends where they begin");
      }
      if (end > there) {
        out.status(
            Weights.Status.INCOMPLETE,
            "cut short: " + (end - there) + " of " + end + " bytes of tensor data are not here");
      }
    }

    private Tensor tensor(String name, long at, long alignment, List<Place> places) {
      long dims = in.u32();
      if (dims > 8) {
        throw new Malformed(at, "tensor \"" + name + "\" has " + dims + " dimensions");
      }
      var shape = new ArrayList<Long>((int) dims);
      long elements = 1;
      for (int d = 0; d < dims; d++) {
        long n = length();
        if (n < 0) {
          throw new Malformed(at, "a dimension of tensor \"" + name + "\" is beyond any file");
        }
        if (n == 0) {
          out.danger(
              "tensor \"" + name + "\" has a dimension of zero: some readers divide by it and end",
              at,
              in.position());
        }
        try {
          elements = Math.multiplyExact(elements, n);
        } catch (ArithmeticException e) {
          throw new Malformed(
              at, "the dimensions of tensor \"" + name + "\" multiply beyond any file");
        }
        // The file counts from the innermost dimension, frameworks from the outermost.
        shape.addFirst(n);
      }
      long number = in.u32();
      long offset = in.i64();
      if (offset < 0 || offset % alignment != 0) {
        throw new Malformed(at, "the place of tensor \"" + name + "\" is not aligned");
      }
      Ggml.@Nullable Type known = Ggml.type(number);
      long size = -1;
      DType type = DTypes.UNKNOWN;
      if (known == null) {
        out.remark(
            "tensor \"" + name + "\" has the unknown type " + number + ": its size is not known",
            at,
            in.position());
        type = new DType("GGML_" + number, 0);
      } else {
        type = known.type();
        size = known.size(elements, shape.isEmpty() ? 1 : shape.getLast(), at);
      }
      places.add(new Place(name, at, offset, size, elements));
      return new Tensor(name, role(name, type), shape, type, entry.path(), -1, size, null);
    }

    private static Tensor.Role role(String name, DType type) {
      if (name.startsWith("rope_") || name.endsWith("rope_freqs.weight")) {
        return Tensor.Role.BUFFER;
      }
      Tensor.Role role = DTypes.role(name, type);
      return role == Tensor.Role.UNKNOWN && type.name().startsWith("GGML_")
          ? Tensor.Role.PARAMETER
          : role;
    }

    private void kind(long table) {
      out.quantisation(quantisation());
      switch (type) {
        case "adapter" -> out.kind(Weights.Kind.ADAPTER);
        case "mmproj", "projector", "clip-vision" -> out.kind(Weights.Kind.COMPONENT);
        case "vocab" -> out.kind(Weights.Kind.VOCABULARY);
        case "imatrix" -> {
          out.kind(Weights.Kind.OTHER).uncounted();
          out.remark("an importance matrix: statistics for quantisation, no weights", 0, table);
        }
        default -> {
          boolean sharded = numbers.getOrDefault("split.count", 0L) > 1;
          if (architecture.equals("clip")) {
            out.kind(Weights.Kind.COMPONENT);
          } else if (out.tensors() == 0 && !sharded) {
            boolean tokens = keys.stream().anyMatch(k -> k.startsWith("tokenizer."));
            out.kind(tokens ? Weights.Kind.VOCABULARY : Weights.Kind.OTHER);
          }
        }
      }
    }

    private @Nullable String quantisation() {
      Long number = numbers.get("general.file_type");
      // 1024 is a flag: the type was guessed from the tensors.
      String name = number == null ? null : Ggml.fileType(number & ~1024L);
      boolean plain =
          name == null || name.equals("F32") || name.equals("F16") || name.equals("BF16");
      return plain ? null : name;
    }
  }
}
