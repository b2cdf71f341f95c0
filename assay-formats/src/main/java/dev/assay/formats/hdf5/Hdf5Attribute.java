package dev.assay.formats.hdf5;

import dev.assay.io.Cursor;
import dev.assay.io.Malformed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An attribute's text (format specification, section IV.A.2.m), from the message itself or from
/// the global heap, where long text lies.
final class Hdf5Attribute {
  private static final int MOST_VALUES = 10_000;

  /// The longest text that is kept: a model's configuration is one text.
  private static final int LONGEST = 16 << 20;

  private Hdf5Attribute() {}

  /// @param from the first byte of the message, for evidence
  static Hdf5.@Nullable Attribute read(Hdf5Bytes file, String owner, Cursor in, long from) {
    int version = in.u8();
    int flags = in.u8();
    if (version < 1 || version > 3) {
      throw new Malformed(in.position() - 2, "attribute version " + version + " is not known");
    }
    int nameSize = in.u16();
    int typeSize = in.u16();
    int spaceSize = in.u16();
    in.skip(version == 3 ? 1 : 0);
    boolean padded = version == 1;
    String name = Hdf5.text(in.bytes(nameSize));
    in.skip(padding(padded, nameSize));
    if (version > 1 && (flags & 3) != 0) {
      // The type or the space lies elsewhere; nothing that writes weights does that for text.
      return null;
    }
    long typeAt = in.position();
    Hdf5Type type = Hdf5Type.read(part(file, in, typeAt, typeSize));
    in.seek(typeAt);
    in.skip(typeSize + padding(padded, typeSize));
    long spaceAt = in.position();
    List<Long> shape = Hdf5Dataset.shape(file, part(file, in, spaceAt, spaceSize));
    in.seek(spaceAt);
    in.skip(spaceSize + padding(padded, spaceSize));
    long to = in.position() + in.remaining();
    var values = new ArrayList<String>();
    long count = Math.min(MOST_VALUES, shape.stream().reduce(1L, Math::multiplyExact));
    for (long i = 0; i < count; i++) {
      switch (type.kind()) {
        case TEXT -> {
          in.requireLeft(type.size());
          file.budget().spend(type.size() + 16);
          values.add(Hdf5.text(in.bytes((int) type.size())));
        }
        case VARIABLE_TEXT -> values.add(heapText(file, in));
        default -> {
          return null;
        }
      }
    }
    return new Hdf5.Attribute(owner, name, List.copyOf(values), from, to);
  }

  private static Cursor part(Hdf5Bytes file, Cursor in, long at, long size) {
    in.requireLeft(size);
    return new Cursor(file.source(), at, at + size);
  }

  private static int padding(boolean padded, int size) {
    return padded ? -size & 7 : 0;
  }

  private static String heapText(Hdf5Bytes file, Cursor in) {
    long length = in.u32();
    long collection = file.address(in);
    long index = in.u32();
    if (length == 0 || collection == Hdf5Bytes.UNDEFINED) {
      return "";
    }
    if (length > LONGEST) {
      throw new Malformed(in.position(), "a text of " + length + " bytes is over the limit");
    }
    Cursor head = file.at(collection, 8L + file.lengthSize());
    Hdf5Bytes.signature(head, "GCOL");
    head.skip(4);
    long size = file.length(head);
    Cursor heap = file.at(collection, size);
    heap.skip(8L + file.lengthSize());
    while (heap.remaining() >= 8 + file.lengthSize()) {
      file.budget().spend(16);
      int number = heap.u16();
      heap.skip(6);
      long bytes = file.length(heap);
      if (number == index) {
        heap.requireLeft(Math.min(length, bytes));
        file.budget().spend(Math.min(length, bytes));
        return Hdf5.text(heap.bytes((int) Math.min(length, bytes)));
      }
      if (number == 0) {
        break;
      }
      heap.skip(bytes);
      heap.skip(Math.min(-bytes & 7, heap.remaining()));
    }
    throw new Malformed(file.place(collection), "a text is not in its heap");
  }
}
