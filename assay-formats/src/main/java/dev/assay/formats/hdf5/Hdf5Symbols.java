package dev.assay.formats.hdf5;

import dev.assay.io.Cursor;
import dev.assay.io.Malformed;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/// The members of a group in the older layout: a B-tree of symbol-table nodes, names in a local
/// heap (format specification, sections III.A.1, III.B and III.D).
final class Hdf5Symbols {
  private static final int MOST_NODES = 200_000;
  private static final int LONGEST_NAME = 65_536;

  private Hdf5Symbols() {}

  interface Member {
    void found(String name, long address);
  }

  interface SoftLink {
    void found(String name, String target, long at);
  }

  static void read(Hdf5Bytes file, long tree, long heap, Member member, SoftLink soft) {
    Cursor names = names(file, heap);
    Deque<Long> nodes = new ArrayDeque<>();
    Set<Long> seen = new HashSet<>();
    nodes.add(tree);
    while (!nodes.isEmpty()) {
      long address = nodes.removeFirst();
      if (!seen.add(address)) {
        throw new Malformed(file.place(address), "a group's tree comes back to itself");
      }
      if (seen.size() > MOST_NODES) {
        throw new Malformed(file.place(address), "a group's tree has no end");
      }
      Cursor in = file.atMost(address, 8 + 2L * file.offsetSize());
      Hdf5Bytes.signature(in, "TREE");
      int type = in.u8();
      int level = in.u8();
      int used = in.u16();
      if (type != 0) {
        throw new Malformed(in.position() - 4, "a group's tree holds nodes of type " + type);
      }
      long start = address + 8 + 2L * file.offsetSize();
      long pair = (long) file.lengthSize() + file.offsetSize();
      Cursor pairs = file.at(start, used * pair);
      for (int i = 0; i < used; i++) {
        file.length(pairs);
        long child = file.address(pairs);
        if (level > 0) {
          nodes.add(child);
        } else {
          node(file, child, names, member, soft);
        }
      }
    }
  }

  private static Cursor names(Hdf5Bytes file, long heap) {
    Cursor in = file.atMost(heap, 32);
    Hdf5Bytes.signature(in, "HEAP");
    in.skip(4);
    long size = file.length(in);
    file.length(in);
    return file.at(file.address(in), size);
  }

  private static void node(
      Hdf5Bytes file, long address, Cursor names, Member member, SoftLink soft) {
    Cursor head = file.at(address, 8);
    Hdf5Bytes.signature(head, "SNOD");
    head.skip(2);
    int count = head.u16();
    long width = 2L * file.offsetSize() + 24;
    Cursor in = file.at(address + 8, count * width);
    long heap = names.position();
    for (int i = 0; i < count; i++) {
      long at = in.position();
      String name = name(file, names, heap, file.address(in));
      long object = file.address(in);
      long cache = in.u32();
      in.skip(4);
      long target = in.u32();
      in.seek(at + width);
      if (cache == 2) {
        soft.found(name, name(file, names, heap, target), at);
      } else {
        member.found(name, object);
      }
    }
  }

  private static String name(Hdf5Bytes file, Cursor names, long heap, long offset) {
    if (offset < 0) {
      throw new Malformed(heap, "a name lies outside its heap");
    }
    names.seek(heap + offset);
    var bytes = new ByteArrayOutputStream();
    for (int b = names.u8(); b != 0; b = names.u8()) {
      bytes.write(b);
      file.budget().spend(1);
      if (bytes.size() > LONGEST_NAME) {
        throw new Malformed(names.position(), "a name is longer than " + LONGEST_NAME + " bytes");
      }
    }
    names.seek(heap);
    return Hdf5.text(bytes.toByteArray());
  }
}
