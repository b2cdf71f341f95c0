package dev.assay.formats.frameworks;

import dev.assay.formats.DTypes;
import dev.assay.formats.Limits;
import dev.assay.formats.ProtoReader;
import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.io.ByteSource;
import dev.assay.io.Cursor;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.model.DType;
import dev.assay.model.Tensor;
import dev.assay.model.Weights;
import java.util.ArrayList;

/// Paddle's `.pdiparams`: tensors one after the other, each with a small protobuf that tells type
/// and shape. Their names stand in the program beside it.
public final class Paddle implements WeightsFormat {
  private static final int LONGEST = 1_024;

  @Override
  public String id() {
    return "paddle";
  }

  @Override
  public String title() {
    return "Paddle parameters";
  }

  // Version 0, no levels of detail, version 0, a small length, then type and dimensions.
  @Override
  public String begins() {
    return "\0";
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    if (head.length < 24) {
      return false;
    }
    for (int i = 0; i < 16; i++) {
      if (head[i] != 0) {
        return false;
      }
    }
    return head[16] > 3 && head[17] == 0 && head[18] == 0 && head[20] == 8 && head[22] == 16;
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    var out = new WeightsBuilder(source, entry, bytes, id());
    out.header(0, Math.min(bytes.size(), 4096));
    long at = 0;
    while (at < bytes.size() && out.tensors() < Limits.TENSORS) {
      at = tensor(out, entry, bytes, at);
    }
    return out.build();
  }

  private static long tensor(WeightsBuilder out, FileEntry entry, ByteSource bytes, long start) {
    Cursor in = new Cursor(bytes, start, Math.min(bytes.size(), start + 4096));
    if (in.u32() != 0) {
      throw new Malformed(start, "no tensor where one must begin");
    }
    long levels = in.i64();
    if (levels < 0 || levels > 16) {
      throw new Malformed(start + 4, levels + " levels of detail");
    }
    for (long i = 0; i < levels; i++) {
      in.skip(in.i64());
    }
    in.skip(4);
    long length = in.i32();
    if (length < 0 || length > LONGEST) {
      throw new Malformed(in.position(), "a description of " + length + " bytes");
    }
    in.requireLeft(length);
    var about = new ProtoReader(bytes, in.position(), in.position() + length);
    DType type = DTypes.UNKNOWN;
    var shape = new ArrayList<Long>();
    long elements = 1;
    while (about.next()) {
      if (about.field() == 1) {
        type = type(about.number());
      } else if (about.field() == 2) {
        for (long d : about.numbers(64)) {
          if (d < 0 || shape.size() == 64 || (d > 0 && elements > Long.MAX_VALUE / d / 16)) {
            throw new Malformed(about.start(), "a shape that is none");
          }
          elements *= d;
          shape.add(d);
        }
      }
    }
    long from = in.position() + length;
    if (type.bits() == 0) {
      throw new Malformed(start, "an element type that is not known");
    }
    long size = elements * (long) type.bits() / 8;
    long left = bytes.size() - from;
    if (size > left) {
      out.status(
          Weights.Status.INCOMPLETE,
          "tensor " + out.tensors() + " needs " + size + " bytes where " + left + " are left");
    }
    String name = "#" + out.tensors();
    out.tensor(
        new Tensor(name, DTypes.role(name, type), shape, type, entry.path(), from, size, null));
    return size > left ? bytes.size() : from + size;
  }

  private static DType type(long number) {
    return switch ((int) number) {
      case 0 -> DType.BOOL;
      case 1 -> DType.I16;
      case 2 -> DType.I32;
      case 3 -> DType.I64;
      case 4 -> DType.F16;
      case 5 -> DType.F32;
      case 6 -> DType.F64;
      case 20 -> DType.U8;
      case 21 -> DType.I8;
      case 22 -> DType.BF16;
      case 23 -> DTypes.C64;
      case 24 -> DTypes.C128;
      default -> DTypes.UNKNOWN;
    };
  }
}
