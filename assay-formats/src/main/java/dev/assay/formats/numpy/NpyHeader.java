package dev.assay.formats.numpy;

import dev.assay.formats.DTypes;
import dev.assay.io.ByteSource;
import dev.assay.io.Cursor;
import dev.assay.io.Malformed;
import dev.assay.model.DType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The header of one array: a magic, a length, and a Python literal, which is parsed here and never
/// evaluated (NumPy enhancement proposal 1, versions 1.0 to 3.0).
///
/// @param descr the element type as it stands there
/// @param fortran whether the first index varies fastest
/// @param shape its dimensions
/// @param type the element type
/// @param itemBytes bytes of one element; -1 where it cannot be told
/// @param objects whether the elements are Python objects: the data is then a pickle
/// @param dataAt the first byte of the data
public record NpyHeader(
    String descr,
    boolean fortran,
    List<Long> shape,
    DType type,
    long itemBytes,
    boolean objects,
    long dataAt) {

  /// NumPy refuses longer headers too, unless it is told to trust the file.
  private static final int LONGEST = 64 * 1024;

  public NpyHeader {
    shape = List.copyOf(shape);
  }

  /// Whether these bytes begin as an array file does.
  public static boolean recognises(byte[] head) {
    return head.length >= 6
        && (head[0] & 0xff) == 0x93
        && new String(head, 1, 5, StandardCharsets.ISO_8859_1).equals("NUMPY");
  }

  /// Reads a header at the start of a source.
  ///
  /// @throws Malformed when it is not one
  public static NpyHeader read(ByteSource source) {
    Cursor in = new Cursor(source);
    if (!recognises(in.bytes((int) Math.min(6, source.size())))) {
      throw new Malformed(0, "no NumPy magic");
    }
    int major = in.u8();
    in.skip(1);
    if (major < 1 || major > 3) {
      throw new Malformed(6, "version " + major + " is not known");
    }
    long length = major == 1 ? in.u16() : in.u32();
    in.requireLeft(length);
    if (length > LONGEST) {
      throw new Malformed(8, "a header of " + length + " bytes is over the limit");
    }
    long from = in.position();
    String text =
        major == 3
            ? in.utf8((int) length)
            : new String(in.bytes((int) length), StandardCharsets.ISO_8859_1);
    return of(PyLiteral.dict(text, from), in.position());
  }

  private static NpyHeader of(PyLiteral.Dict dict, long dataAt) {
    if (!(dict.get("shape") instanceof PyLiteral.Sequence dims)
        || !(dict.get("fortran_order") instanceof PyLiteral.Bool order)) {
      throw new Malformed(10, "the header has no shape or no order");
    }
    PyLiteral descr = dict.get("descr");
    var shape = new ArrayList<Long>();
    long elements = 1;
    for (PyLiteral d : dims.items()) {
      if (!(d instanceof PyLiteral.Whole w) || w.value() < 0) {
        throw new Malformed(10, "a dimension is not a whole number");
      }
      shape.add(w.value());
      long high = Math.multiplyHigh(elements, w.value());
      elements *= w.value();
      if (high != 0 || elements < 0) {
        throw new Malformed(10, "its shape overflows");
      }
    }
    long item = itemBytes(descr);
    if (item > 0 && Math.multiplyHigh(elements, item) != 0 || elements * item < 0 && item > 0) {
      throw new Malformed(10, "its shape overflows");
    }
    return new NpyHeader(
        descr.toString(), order.value(), shape, type(descr), item, objects(descr), dataAt);
  }

  private static boolean objects(PyLiteral descr) {
    return descr instanceof PyLiteral.Text t && code(t.value()).startsWith("O")
        || descr instanceof PyLiteral.Sequence s && s.items().stream().anyMatch(NpyHeader::objects);
  }

  private static String code(String descr) {
    return !descr.isEmpty() && "<>|=".indexOf(descr.charAt(0)) >= 0 ? descr.substring(1) : descr;
  }

  private static DType type(PyLiteral descr) {
    if (!(descr instanceof PyLiteral.Text t)) {
      return new DType("RECORD", 0);
    }
    DType known = DTypes.numpy(t.value());
    if (known != null) {
      return known;
    }
    return code(t.value()).startsWith("O") ? new DType("OBJECT", 0) : DTypes.UNKNOWN;
  }

  private static long itemBytes(PyLiteral descr) {
    if (descr instanceof PyLiteral.Sequence fields) {
      return recordBytes(fields, 0);
    }
    if (!(descr instanceof PyLiteral.Text t)) {
      return -1;
    }
    String code = code(t.value());
    int unit = code.indexOf('[');
    code = unit < 0 ? code : code.substring(0, unit);
    if (code.length() < 2 || code.length() > 10 || "biufcSVaUmM".indexOf(code.charAt(0)) < 0) {
      return -1;
    }
    long n = 0;
    for (int i = 1; i < code.length(); i++) {
      char c = code.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      n = n * 10 + (c - '0');
    }
    return code.charAt(0) == 'U' ? 4 * n : n;
  }

  // A record is a list of fields, each a name, a type or a further list, and perhaps a shape.
  private static long recordBytes(PyLiteral.Sequence fields, int depth) {
    long sum = 0;
    for (PyLiteral f : fields.items()) {
      if (!(f instanceof PyLiteral.Sequence field) || field.items().size() < 2 || depth > 8) {
        return -1;
      }
      PyLiteral type = field.items().get(1);
      long bytes =
          type instanceof PyLiteral.Sequence inner
              ? recordBytes(inner, depth + 1)
              : itemBytes(type);
      long count = field.items().size() > 2 ? count(field.items().get(2)) : 1;
      if (bytes < 0 || count < 0 || sum > 1L << 40 || bytes > 0 && count > (1L << 40) / bytes) {
        return -1;
      }
      sum += bytes * count;
    }
    return sum;
  }

  private static long count(PyLiteral shape) {
    if (shape instanceof PyLiteral.Whole w) {
      return w.value();
    }
    long n = 1;
    if (!(shape instanceof PyLiteral.Sequence dims)) {
      return -1;
    }
    for (PyLiteral d : dims.items()) {
      if (!(d instanceof PyLiteral.Whole w)
          || w.value() < 0
          || w.value() > 0 && n > (1L << 40) / w.value()) {
        return -1;
      }
      n *= w.value();
    }
    return n;
  }
}
