package dev.assay.formats.tensorflow;

import dev.assay.formats.DTypes;
import dev.assay.formats.ProtoReader;
import dev.assay.io.Malformed;
import dev.assay.model.DType;
import java.util.ArrayList;
import java.util.List;

/// TensorFlow's `DataType` and `TensorShapeProto`.
final class TfTypes {
  private static final int MOST_DIMENSIONS = 64;

  private TfTypes() {}

  /// The element type of a number of the enumeration; references count from 100.
  static DType type(long number) {
    long n = number > 100 ? number - 100 : number;
    return switch ((int) n) {
      case 1 -> DType.F32;
      case 2 -> DType.F64;
      case 3, 13 -> DType.I32;
      case 4, 12 -> DType.U8;
      case 5, 15 -> DType.I16;
      case 6, 11 -> DType.I8;
      case 7 -> DTypes.STRING;
      case 8 -> DTypes.C64;
      case 9 -> DType.I64;
      case 10 -> DType.BOOL;
      case 14 -> DType.BF16;
      case 16, 17 -> DTypes.U16;
      case 18 -> DTypes.C128;
      case 19 -> DType.F16;
      case 22 -> DTypes.U32;
      case 23 -> DTypes.U64;
      case 24 -> DTypes.F8_E5M2;
      case 25 -> DTypes.F8_E4M3;
      case 29 -> DTypes.I4;
      case 30 -> DTypes.U4;
      default -> DTypes.UNKNOWN;
    };
  }

  /// The dimensions of a shape; those that are not fixed are 0.
  static List<Long> shape(ProtoReader shape) {
    var dims = new ArrayList<Long>();
    long elements = 1;
    while (shape.next()) {
      if (shape.field() != 2) {
        continue;
      }
      if (dims.size() == MOST_DIMENSIONS) {
        throw new Malformed(
            shape.start(), "a shape of more than " + MOST_DIMENSIONS + " dimensions");
      }
      long size = 0;
      ProtoReader dim = shape.message();
      while (dim.next()) {
        if (dim.field() == 1) {
          size = Math.max(0, dim.number());
        }
      }
      dims.add(size);
      if (size > 0 && elements > Long.MAX_VALUE / size) {
        throw new Malformed(shape.start(), "a shape that overflows");
      }
      elements *= Math.max(1, size);
    }
    return dims;
  }
}
