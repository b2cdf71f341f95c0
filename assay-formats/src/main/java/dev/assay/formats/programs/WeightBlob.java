package dev.assay.formats.programs;

import dev.assay.formats.DTypes;
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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The list of arrays that Opus (LPCNet, FARGAN, DRED, OSCE), RNNoise since 0.2 and RADE load their
/// networks from: `write_weights` of `dnn/write_lpcnet_weights.c`, `parse_weights` of
/// `dnn/parse_lpcnet_weights.c` and `WeightHead` of `dnn/nnet.h` in Opus. Each array has a head of
/// 64 bytes (`DNNw`, a version, its type, its size, the size with its filling, its name) in the
/// byte order of the machine that wrote it. There are no shapes, so that a tensor is as long as its
/// array.
public final class WeightBlob implements WeightsFormat {
  private static final byte[] MARK = "DNNw".getBytes(StandardCharsets.US_ASCII);
  private static final int HEAD = 64;
  private static final int NAME = 44;
  // The types of `nnet.h`. An array of type 2 (`qweight`) holds bytes or floats, as its program was
  // compiled, and nothing in the file says which.
  private static final int FLOAT = 0;
  private static final int INT = 1;
  private static final int INT8 = 3;

  private static final String INT8_WEIGHTS = "_weights_int8";
  private static final String FLOAT_WEIGHTS = "_weights_float";

  /// One array's head.
  ///
  /// @param at where it begins
  /// @param size the bytes of its data, which follow the head
  private record Array(String name, int type, long at, long size) {
    DType dtype() {
      return switch (type) {
        case FLOAT -> DType.F32;
        case INT -> DType.I32;
        case INT8 -> DType.I8;
        default -> DTypes.UNKNOWN;
      };
    }
  }

  /// The heads in one byte order.
  ///
  /// @param missing why the file ends too early; empty where it is whole
  /// @param wrong why the walk stopped at `to`; empty where it went to the end
  private record Walk(List<Array> arrays, long to, String missing, String wrong) {
    boolean whole() {
      return missing.isEmpty() && wrong.isEmpty();
    }
  }

  @Override
  public String id() {
    return "dnnw";
  }

  @Override
  public String title() {
    return "weight blob of Opus and RNNoise";
  }

  @Override
  public String begins() {
    return "D";
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    if (head.length < MARK.length + Integer.BYTES) {
      return false;
    }
    int zeros = 0;
    for (int i = 0; i < MARK.length; i++) {
      if (head[i] != MARK[i]) {
        return false;
      }
      // A small version, whichever byte order it has.
      zeros += head[MARK.length + i] == 0 ? 1 : 0;
    }
    return zeros >= 3;
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    Walk walk = walk(bytes, ByteOrder.LITTLE_ENDIAN);
    var order = ByteOrder.LITTLE_ENDIAN;
    if (!walk.whole()) {
      Walk other = walk(bytes, ByteOrder.BIG_ENDIAN);
      if (other.whole() || other.arrays().size() > walk.arrays().size()) {
        walk = other;
        order = ByteOrder.BIG_ENDIAN;
      }
    }
    if (!walk.wrong().isEmpty()) {
      throw new Malformed(walk.to(), walk.wrong());
    }
    var out = new WeightsBuilder(source, entry, bytes, id());
    out.header(0, Math.min(HEAD, bytes.size()));
    if (!walk.arrays().isEmpty()) {
      out.quote(walk.arrays().getFirst().name());
    }
    if (order.equals(ByteOrder.BIG_ENDIAN)) {
      out.fact(Weights.Topic.TOOL, "byte order", "big-endian", 0, HEAD);
    }
    if (!walk.missing().isEmpty()) {
      out.status(Weights.Status.INCOMPLETE, walk.missing());
    }
    tensors(out, entry.path(), walk.arrays());
    return out.build();
  }

  private static Walk walk(ByteSource bytes, ByteOrder order) {
    Cursor in = new Cursor(bytes).order(order);
    var arrays = new ArrayList<Array>();
    while (in.remaining() > 0 || arrays.isEmpty()) {
      long at = in.position();
      if (in.remaining() < HEAD) {
        return new Walk(arrays, at, "it ends within the head of an array at byte " + at, "");
      }
      if (arrays.size() == Limits.LISTED) {
        return new Walk(arrays, at, "", "more than " + Limits.LISTED + " arrays");
      }
      for (byte b : MARK) {
        if (in.u8() != b) {
          return new Walk(arrays, at, "", "no array begins where the one before it ends");
        }
      }
      int version = in.i32();
      int type = in.i32();
      int size = in.i32();
      int block = in.i32();
      String name = name(in.bytes(NAME));
      if (version != 0) {
        return new Walk(arrays, at, "", "an array of version " + version + ", of which only 0 is");
      }
      if (name.isEmpty()) {
        return new Walk(arrays, at, "", "the name of an array is no name");
      }
      // As `parse_record` refuses them.
      if (size <= 0 || block < size) {
        return new Walk(arrays, at, "", size + " bytes of data in a block of " + block);
      }
      var array = new Array(name, type, at, size);
      long width = (long) array.dtype().bits() / Byte.SIZE;
      if (width > 0 && size % width != 0) {
        return new Walk(arrays, at, "", size + " bytes hold no whole numbers of " + width);
      }
      if (block > in.remaining()) {
        String short_ = block + " bytes of \"" + name + "\" where " + in.remaining() + " are left";
        return new Walk(arrays, at, short_, "");
      }
      arrays.add(array);
      in.skip(block);
    }
    return new Walk(arrays, in.position(), "", "");
  }

  /// A name of ASCII that ends in a zero byte, as a program compares it; empty where it is none.
  private static String name(byte[] field) {
    int length = 0;
    while (length < field.length && field[length] > ' ' && field[length] < 127) {
      length++;
    }
    boolean ends = length < field.length && field[length] == 0 && field[NAME - 1] == 0;
    return ends ? new String(field, 0, length, StandardCharsets.US_ASCII) : "";
  }

  // What an array is for is in its name, which `print_linear_layer` of Opus's
  // `wexchange/c_export/common.py` gives it.
  private static void tensors(WeightsBuilder out, String file, List<Array> arrays) {
    Set<String> quantised = new HashSet<>();
    for (Array a : arrays) {
      if (a.name().endsWith(INT8_WEIGHTS)) {
        quantised.add(a.name().substring(0, a.name().length() - INT8_WEIGHTS.length()));
      }
    }
    if (!quantised.isEmpty()) {
      out.quantisation("dnnw int8");
    }
    Set<String> names = new HashSet<>();
    for (Array a : arrays) {
      long from = a.at() + HEAD;
      DType type = a.dtype();
      boolean known = !type.equals(DTypes.UNKNOWN);
      List<Long> shape =
          known ? List.of(a.size() * Byte.SIZE / (long) type.bits()) : List.<Long>of();
      Tensor.Role role = known ? role(a, quantised) : Tensor.Role.UNKNOWN;
      if (role == Tensor.Role.UNKNOWN) {
        out.uncounted();
      }
      var tensor = new Tensor(a.name(), role, shape, type, file, from, a.size(), null);
      if (names.add(a.name())) {
        out.tensor(tensor);
      } else {
        out.tensor(tensor, 0);
        out.disagrees(
            "two arrays are called \"" + a.name() + "\": programs take the first",
            a.at(),
            a.at() + HEAD);
      }
    }
  }

  private static Tensor.Role role(Array array, Set<String> quantised) {
    String name = array.name();
    if (name.endsWith("_idx")) {
      // Where the blocks of a sparse matrix lie, of which the others are not in the file.
      return Tensor.Role.BUFFER;
    }
    if (array.type() == INT) {
      return Tensor.Role.UNKNOWN;
    }
    // The bias less what quantised weights add up to: reckoned, and not learnt.
    boolean reckoned = name.endsWith("_subias");
    boolean scale = name.endsWith("_scale") && quantised.contains(without(name, "_scale"));
    // The weights once more, before they were quantised.
    boolean again =
        name.endsWith(FLOAT_WEIGHTS) && quantised.contains(without(name, FLOAT_WEIGHTS));
    return reckoned || scale || again ? Tensor.Role.QUANTISATION : Tensor.Role.PARAMETER;
  }

  private static String without(String name, String ending) {
    return name.substring(0, name.length() - ending.length());
  }
}
