package dev.assay.formats.flax;

import dev.assay.formats.DTypes;
import dev.assay.formats.Limits;
import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.model.DType;
import dev.assay.model.Tensor;
import dev.assay.model.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Flax's MessagePack: maps of maps, whose leaves are arrays as extension type 1 (shape, type,
/// bytes); an array above 1 GB is a map of its pieces.
public final class FlaxMsgPack implements WeightsFormat {
  private static final int ARRAY = 1;
  private static final int SCALAR = 3;
  private static final String CHUNKED = "__msgpack_chunked_array__";
  private static final int LOOKED_AT = 1_000;

  @Override
  public String id() {
    return "flax-msgpack";
  }

  @Override
  public String title() {
    return "Flax MessagePack";
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    if (head.length < 4) {
      return false;
    }
    int first = head[0] & 0xff;
    int key = first == 0xde ? 3 : first == 0xdf ? 5 : 1;
    boolean map = first > 0x80 && first <= 0x8f || first == 0xde || first == 0xdf;
    if (!map || key >= head.length) {
      return false;
    }
    int text = head[key] & 0xff;
    return text > 0xa0 && text <= 0xbf || text == 0xd9 || text == 0xda;
  }

  // MessagePack has no magic: an array of Flax's kind must come among the first items.
  @Override
  public boolean confirms(FileEntry entry, ByteSource bytes) {
    var in = new MsgPack(bytes, 0, bytes.size());
    for (int i = 0; i < LOOKED_AT && in.remaining() > 0; i++) {
      MsgPack.Item item = in.next();
      if (item.kind() == MsgPack.Kind.EXTENSION) {
        return item.number() == ARRAY || item.number() == SCALAR;
      }
    }
    return false;
  }

  @Override
  public List<String> endings() {
    return List.of(".msgpack");
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    var walk = new Walk(new WeightsBuilder(source, entry, bytes, id()), entry.path(), bytes);
    var in = new MsgPack(bytes, 0, bytes.size());
    MsgPack.Item root = in.next();
    if (root.kind() != MsgPack.Kind.MAP) {
      throw new Malformed(0, "no map at its root");
    }
    walk.map(in, root, "", 0);
    if (in.remaining() > 0) {
      walk.out.status(
          Weights.Status.MALFORMED, in.remaining() + " bytes stand after the end of its map");
    }
    return walk.out.header(0, Math.min(bytes.size(), 4096)).build();
  }

  /// One walk over a file.
  private static final class Walk {
    private final WeightsBuilder out;
    private final String file;
    private final ByteSource bytes;

    Walk(WeightsBuilder out, String file, ByteSource bytes) {
      this.out = out;
      this.file = file;
      this.bytes = bytes;
    }

    private void map(MsgPack in, MsgPack.Item map, String path, int depth) {
      if (depth > Limits.DEPTH) {
        throw new Malformed(map.from(), "maps are nested deeper than " + Limits.DEPTH);
      }
      for (long i = 0; i < map.length(); i++) {
        MsgPack.Item key = in.next();
        String name = key.kind() == MsgPack.Kind.WHOLE ? "" + key.number() : in.text(key);
        if (name.equals(CHUNKED)) {
          chunked(in, map, i, path);
          return;
        }
        value(in, in.next(), join(path, name), depth);
      }
    }

    // Names stop growing where no model has any, so that long ones cannot multiply.
    private static String join(String path, String name) {
      if (path.length() > 2_000) {
        return path;
      }
      return path.isEmpty() ? name : path + "/" + name;
    }

    private void value(MsgPack in, MsgPack.Item item, String path, int depth) {
      switch (item.kind()) {
        case MAP -> map(in, item, path, depth + 1);
        case EXTENSION -> {
          if (item.number() == ARRAY) {
            array(item, path);
          }
        }
        default -> in.skip(item);
      }
    }

    private void array(MsgPack.Item item, String path) {
      var in = new MsgPack(bytes, item.from(), item.from() + item.length());
      MsgPack.Item parts = in.next();
      if (parts.kind() != MsgPack.Kind.ARRAY || parts.length() != 3) {
        throw new Malformed(item.from(), "the array " + path + " has not three parts");
      }
      MsgPack.Item dims = in.next();
      if (dims.kind() != MsgPack.Kind.ARRAY || dims.length() > 64) {
        throw new Malformed(item.from(), "the array " + path + " has no shape");
      }
      var shape = new ArrayList<Long>();
      for (long i = 0; i < dims.length(); i++) {
        shape.add(dimension(in.next(), path));
      }
      String word = in.text(in.next());
      MsgPack.Item data = in.next();
      DType known = DTypes.word(word);
      add(path, shape, known == null ? DTypes.UNKNOWN : known, data.from(), data.length());
    }

    private static long dimension(MsgPack.Item item, String path) {
      if (item.kind() != MsgPack.Kind.WHOLE || item.number() < 0) {
        throw new Malformed(item.from(), "a dimension of " + path + " is not a whole number");
      }
      return item.number();
    }

    private void add(String path, List<Long> shape, DType type, long from, long length) {
      var tensor = new Tensor(path, role(path, type), shape, type, file, from, length, null);
      long needed =
          type.bits() == 0 ? -1 : Math.multiplyExact(tensor.elements(), (long) type.bits()) / 8;
      if (needed >= 0 && length >= 0 && needed != length) {
        throw new Malformed(
            from, "the array " + path + " needs " + needed + " bytes and has " + length);
      }
      out.tensor(tensor);
    }

    private static Tensor.Role role(String path, DType type) {
      String p = path.toLowerCase(Locale.ROOT);
      if (p.startsWith("opt_state") || p.startsWith("optimizer") || p.contains("/opt_state/")) {
        return Tensor.Role.OPTIMIZER;
      }
      return p.startsWith("batch_stats/") ? Tensor.Role.BUFFER : DTypes.role(path, type);
    }

    // The key that says so, then `shape` as a map of dimensions, `chunks` as a map of arrays.
    private void chunked(MsgPack in, MsgPack.Item map, long done, String path) {
      in.skip(in.next());
      var shape = new TreeMap<Long, Long>();
      @Nullable DType type = null;
      for (long i = done + 1; i < map.length(); i++) {
        String name = in.text(in.next());
        MsgPack.Item value = in.next();
        if (value.kind() != MsgPack.Kind.MAP) {
          in.skip(value);
          continue;
        }
        for (long k = 0; k < value.length(); k++) {
          MsgPack.Item index = in.next();
          String number = index.kind() == MsgPack.Kind.WHOLE ? "" + index.number() : in.text(index);
          MsgPack.Item item = in.next();
          if (name.equals("shape") && shape.size() < 64) {
            shape.put(number(number, index.from()), dimension(item, path));
          } else if (name.equals("chunks")
              && item.kind() == MsgPack.Kind.EXTENSION
              && type == null) {
            type = chunkType(item);
          }
          in.skip(item);
        }
      }
      add(path, List.copyOf(shape.values()), type == null ? DTypes.UNKNOWN : type, -1, -1);
    }

    private static long number(String text, long at) {
      try {
        return Long.parseLong(text);
      } catch (NumberFormatException e) {
        throw new Malformed(at, "a dimension's place is no number");
      }
    }

    private @Nullable DType chunkType(MsgPack.Item item) {
      var in = new MsgPack(bytes, item.from(), item.from() + item.length());
      in.next();
      in.skip(in.next());
      return DTypes.word(in.text(in.next()));
    }
  }
}
