package dev.assay.formats.hdf5;

import dev.assay.io.Cursor;
import dev.assay.io.Malformed;
import dev.assay.model.DType;
import java.util.ArrayList;
import java.util.List;

/// A dataset's shape, type and place, from its object's messages (format specification, sections
/// IV.A.2.b and IV.A.2.i).
final class Hdf5Dataset {
  private static final int MOST_DIMENSIONS = 32;

  private Hdf5Dataset() {}

  private record Place(long offset, long bytes) {}

  static Hdf5.Dataset read(Hdf5Bytes file, String path, Hdf5Object object) {
    List<Long> shape = List.of();
    DType type = new DType("OTHER", 0);
    Place place = new Place(-1, -1);
    boolean outside = false;
    for (Hdf5Object.Message m : object.messages()) {
      Cursor in = new Cursor(file.source(), m.from(), m.from() + m.length());
      switch (m.type()) {
        case Hdf5Object.DATASPACE -> shape = m.shared() ? shape : shape(file, in);
        case Hdf5Object.DATATYPE -> type = m.shared() ? type : Hdf5Type.read(in).type();
        case Hdf5Object.EXTERNAL_FILES -> outside = true;
        case Hdf5Object.LAYOUT -> place = layout(file, in);
        default -> {}
      }
    }
    elements(shape, object, file);
    return new Hdf5.Dataset(
        path, shape, type, outside ? -1 : place.offset(), outside ? -1 : place.bytes(), outside);
  }

  private static void elements(List<Long> shape, Hdf5Object object, Hdf5Bytes file) {
    long n = 1;
    for (long d : shape) {
      long high = Math.multiplyHigh(n, d);
      n *= d;
      if (high != 0 || n < 0) {
        throw new Malformed(file.place(object.address()), "a dataset's shape overflows");
      }
    }
  }

  static List<Long> shape(Hdf5Bytes file, Cursor in) {
    int version = in.u8();
    int rank = in.u8();
    int flags = in.u8();
    switch (version) {
      case 1 -> in.skip(5);
      case 2 -> {
        if (in.u8() == 2) {
          // A null dataspace holds nothing.
          return List.of(0L);
        }
      }
      default -> throw new Malformed(in.position() - 3, "dataspace version " + version);
    }
    if (rank > MOST_DIMENSIONS || (flags & ~3) != 0) {
      throw new Malformed(in.position(), "a dataset of " + rank + " dimensions");
    }
    var shape = new ArrayList<Long>(rank);
    for (int i = 0; i < rank; i++) {
      long d = file.length(in);
      if (d < 0) {
        throw new Malformed(in.position(), "a dimension is beyond any file");
      }
      shape.add(d);
    }
    return shape;
  }

  private static Place layout(Hdf5Bytes file, Cursor in) {
    int version = in.u8();
    if (version == 1 || version == 2) {
      in.skip(1);
      int kind = in.u8();
      in.skip(5);
      return kind == 1 ? contiguous(file, file.address(in), -1) : new Place(-1, -1);
    }
    if (version != 3 && version != 4) {
      throw new Malformed(in.position() - 1, "data layout version " + version + " is not known");
    }
    return switch (in.u8()) {
      case 0 -> {
        int size = in.u16();
        in.requireLeft(size);
        yield new Place(in.position(), size);
      }
      case 1 -> contiguous(file, file.address(in), file.length(in));
      default -> new Place(-1, -1);
    };
  }

  private static Place contiguous(Hdf5Bytes file, long address, long size) {
    // Space that was never written has no address.
    return address == Hdf5Bytes.UNDEFINED
        ? new Place(-1, -1)
        : new Place(Math.addExact(file.base(), address), size);
  }
}
