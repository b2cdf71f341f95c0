package dev.assay.formats.lua;

import dev.assay.formats.Limits;
import dev.assay.io.ByteSource;
import dev.assay.io.Cursor;
import dev.assay.io.Malformed;
import dev.assay.model.DType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The objects of a file that Torch in Lua has written in its binary form (`File.lua` of torch7):
/// tables, objects of classes, tensors and the storages below them. Numbers are passed over, and
/// functions are kept as bytes that nobody runs.
final class LuaObjects {
  private static final int NIL = 0;
  private static final int NUMBER = 1;
  private static final int STRING = 2;
  private static final int TABLE = 3;
  private static final int TORCH = 4;
  private static final int BOOLEAN = 5;
  private static final int FUNCTION = 6;
  private static final int LEGACY_FUNCTION = 7;
  private static final int RECURSIVE_FUNCTION = 8;

  /// The deepest object in objects: the nodes of a graph each hold the next.
  private static final int DEEPEST = 500;

  private static final int LONGEST = 4096;

  /// The nodes of a graph hold each other: of a longer path the end tells, where the layer is.
  private static final int LONGEST_PATH = 120;

  private static final int MOST_DIMENSIONS = 32;
  private static final int MOST = 2_000_000;
  private static final long NONE = -1;

  private static final Map<String, DType> TYPES =
      Map.ofEntries(
          Map.entry("Byte", DType.U8),
          Map.entry("Char", DType.I8),
          Map.entry("Short", DType.I16),
          Map.entry("Int", DType.I32),
          Map.entry("Long", DType.I64),
          Map.entry("Half", DType.F16),
          Map.entry("Float", DType.F32),
          Map.entry("Double", DType.F64),
          Map.entry("Cuda", DType.F32),
          Map.entry("CudaHalf", DType.F16),
          Map.entry("CudaDouble", DType.F64),
          Map.entry("CudaByte", DType.U8),
          Map.entry("CudaChar", DType.I8),
          Map.entry("CudaShort", DType.I16),
          Map.entry("CudaInt", DType.I32),
          Map.entry("CudaLong", DType.I64));

  private final Cursor in;
  private final Set<Long> storages = new HashSet<>();
  private final Set<Long> seen = new LinkedHashSet<>();
  private final Set<String> classes = new LinkedHashSet<>();
  private final List<Found> tensors = new ArrayList<>();
  private String problem = "";
  private String left = "";
  private int objects;

  /// The number of the storage that was read last.
  private long lastStorage = NONE;

  private LuaObjects(ByteSource source) {
    this.in = new Cursor(source);
  }

  /// One tensor.
  ///
  /// @param path the keys that lead to it, with dots between
  /// @param shape its sizes
  /// @param type the type of its elements
  /// @param place which storage it is a view of, and from where: views of one place are one
  record Found(String path, List<Long> shape, DType type, String place) {}

  /// What is behind an object that is not known cannot be found.
  private static final class Unknown extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unknown(String reason) {
      super(reason, null, false, false);
    }
  }

  static LuaObjects read(ByteSource source) {
    var all = new LuaObjects(source);
    try {
      all.object("", 0);
    } catch (Malformed e) {
      all.problem = e.describe();
    } catch (Unknown e) {
      all.left = String.valueOf(e.getMessage());
    }
    return all;
  }

  /// The classes of the objects, in the order in which they are met.
  List<String> classes() {
    return List.copyOf(classes);
  }

  List<Found> tensors() {
    return List.copyOf(tensors);
  }

  /// What is damaged; empty where nothing is.
  String problem() {
    return problem;
  }

  /// Why the rest was not read; empty where all was.
  String left() {
    return left;
  }

  private void object(String path, int depth) {
    key(path, depth);
  }

  /// Reads one object, and gives what it is as a key of a table: its text or number.
  private String key(String path, int depth) {
    if (depth > DEEPEST) {
      throw new Unknown("objects in objects deeper than " + DEEPEST);
    }
    if (++objects > MOST) {
      throw new Unknown("more than " + MOST + " objects");
    }
    long at = in.position();
    int type = in.i32();
    switch (type) {
      case NIL -> {}
      case NUMBER -> {
        double number = in.f64();
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
      }
      case STRING -> {
        return text(in.u32());
      }
      case BOOLEAN -> in.skip(4);
      case TABLE -> {
        if (isNew()) {
          table(path, depth);
        }
      }
      case FUNCTION, LEGACY_FUNCTION, RECURSIVE_FUNCTION -> {
        if (type == FUNCTION || isNew()) {
          in.skip(in.u32());
          object(path, depth + 1);
        }
      }
      case TORCH -> {
        long index = in.u32();
        if (seen.add(index)) {
          torch(index, path, depth);
        } else if (storages.contains(index)) {
          lastStorage = index;
        }
      }
      default -> throw new Malformed(at, "an object of type " + type);
    }
    return "";
  }

  private boolean isNew() {
    return seen.add(in.u32());
  }

  private String text(long length) {
    in.requireLeft(length);
    String kept =
        new String(in.bytes((int) Math.min(length, LONGEST)), StandardCharsets.ISO_8859_1);
    in.skip(Math.max(0, length - LONGEST));
    return kept;
  }

  private void table(String path, int depth) {
    long size = in.u32();
    for (long i = 0; i < size; i++) {
      String key = key(path, depth + 1);
      String below = path.isEmpty() ? key : path + "." + key;
      int cut = Math.max(0, below.length() - LONGEST_PATH);
      object(cut == 0 ? below : "…" + below.substring(cut), depth + 1);
    }
  }

  private void torch(long index, String path, int depth) {
    String name = text(in.u32());
    // Before versions were written the name of the class stood there.
    String type = name.startsWith("V ") ? text(in.u32()) : name;
    if (type.isEmpty() || type.chars().anyMatch(c -> c <= ' ' || c > '~')) {
      throw new Malformed(in.position(), "an object without a class");
    }
    if (type.startsWith("torch.") && type.endsWith("Tensor")) {
      tensor(type.substring(6, type.length() - 6), path, depth);
    } else if (type.startsWith("torch.") && type.endsWith("Storage")) {
      storage(type.substring(6, type.length() - 7), index);
    } else if (type.startsWith("tds.")) {
      throw new Unknown("an object of the class " + type + ", which has a form of its own");
    } else {
      if (classes.size() < Limits.FACTS) {
        classes.add(type);
      }
      object(path, depth + 1);
    }
  }

  private DType type(String name) {
    DType type = TYPES.get(name);
    if (type == null) {
      throw new Unknown("numbers of the type " + name);
    }
    return type;
  }

  private void storage(String name, long index) {
    DType type = type(name);
    long size = in.i64();
    if (size < 0 || size > Long.MAX_VALUE / 64) {
      throw new Malformed(in.position(), "a storage of " + size + " numbers");
    }
    in.skip(Math.multiplyExact(size, (long) (type.bits() / 8)));
    storages.add(index);
    lastStorage = index;
  }

  private void tensor(String name, String path, int depth) {
    DType type = type(name);
    int dimensions = in.i32();
    if (dimensions < 0 || dimensions > MOST_DIMENSIONS) {
      throw new Malformed(in.position(), dimensions + " dimensions");
    }
    var shape = new ArrayList<Long>();
    long product = 1;
    for (int i = 0; i < dimensions; i++) {
      long n = in.i64();
      if (n < 0 || Math.multiplyHigh(product, n) != 0 || product * n < 0) {
        throw new Malformed(in.position(), "its shape overflows");
      }
      product *= n;
      shape.add(n);
    }
    in.skip(8L * dimensions);
    long offset = in.i64();
    lastStorage = NONE;
    object(path, depth + 1);
    if (dimensions > 0 && lastStorage != NONE && tensors.size() < Limits.LISTED) {
      tensors.add(new Found(path, shape, type, lastStorage + "@" + offset));
    }
  }
}
