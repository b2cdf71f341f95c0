package dev.assay.formats.hdf5;

import dev.assay.io.Cursor;
import dev.assay.io.Malformed;
import dev.assay.model.DType;

/// A datatype message (format specification, section IV.A.2.d), as much of it as tensors and text
/// need.
///
/// @param kind which class of type
/// @param size bytes of one element
/// @param signed for whole numbers
record Hdf5Type(Kind kind, long size, boolean signed) {

  enum Kind {
    WHOLE,
    FLOAT,
    TEXT,
    VARIABLE_TEXT,
    BOOLEAN,
    OTHER
  }

  static Hdf5Type read(Cursor in) {
    int head = in.u8();
    int bits = in.u8();
    in.skip(2);
    long size = in.u32();
    if (head >> 4 == 0 || head >> 4 > 5) {
      throw new Malformed(in.position() - 8, "datatype version " + (head >> 4) + " is not known");
    }
    return switch (head & 0x0f) {
      case 0 -> new Hdf5Type(Kind.WHOLE, size, (bits & 0x08) != 0);
      case 1 -> new Hdf5Type(Kind.FLOAT, size, true);
      case 3 -> new Hdf5Type(Kind.TEXT, size, false);
      // h5py keeps booleans as an enumeration over a byte.
      case 8 -> new Hdf5Type(size == 1 ? Kind.BOOLEAN : Kind.OTHER, size, false);
      case 9 -> new Hdf5Type((bits & 0x0f) == 1 ? Kind.VARIABLE_TEXT : Kind.OTHER, size, false);
      default -> new Hdf5Type(Kind.OTHER, size, false);
    };
  }

  /// The element type in the one vocabulary of tensors.
  DType type() {
    return switch (kind) {
      case FLOAT -> new DType("F" + size * 8, size * 8);
      case WHOLE -> new DType((signed ? "I" : "U") + size * 8, size * 8);
      case BOOLEAN -> DType.BOOL;
      case TEXT, VARIABLE_TEXT -> new DType("TEXT", 0);
      case OTHER -> new DType("OTHER", 0);
    };
  }
}
