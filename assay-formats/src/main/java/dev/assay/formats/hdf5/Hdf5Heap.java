package dev.assay.formats.hdf5;

import dev.assay.io.Cursor;
import dev.assay.io.Malformed;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/// What a group or an object with many entries keeps outside its header: messages in a fractal
/// heap, found by a B-tree of the second version (format specification 3.0, sections III.A.2 and
/// III.G).
final class Hdf5Heap {
  private static final int MOST_NODES = 200_000;
  private static final int DEEPEST = 16;

  private final Hdf5Bytes file;
  private final int idLength;
  private final int width;
  private final long firstBlock;
  private final long largestDirect;
  private final int offsetBytes;
  private final int lengthBytes;
  private final long root;
  private final int rows;

  /// Whether there are entries that are kept in another way, which were not read.
  private boolean cut;

  private Hdf5Heap(Hdf5Bytes file, long address) {
    this.file = file;
    Cursor in = file.atMost(address, 256);
    Hdf5Bytes.signature(in, "FRHP");
    in.skip(1);
    idLength = in.u16();
    int filters = in.u16();
    in.skip(1);
    long largestObject = in.u32();
    int length = file.lengthSize();
    int offset = file.offsetSize();
    in.skip(10L * length + 2L * offset);
    width = in.u16();
    firstBlock = file.length(in);
    largestDirect = file.length(in);
    int bits = in.u16();
    in.skip(2);
    root = file.address(in);
    rows = in.u16();
    boolean powers = Long.bitCount(firstBlock) == 1 && Long.bitCount(largestDirect) == 1;
    if (!powers || firstBlock < 1 || largestDirect < firstBlock || bits > 64 || width < 1) {
      throw new Malformed(file.place(address), "a heap's blocks are of no size that it can have");
    }
    offsetBytes = (bits + 7) / 8;
    lengthBytes = bytesFor(Math.min(largestDirect, largestObject));
    cut = filters > 0;
  }

  /// Gives every message that a tree names.
  ///
  /// @param skipped bytes of a tree's record before the place in the heap
  /// @return whether all of them could be found
  static boolean read(Hdf5Bytes file, long heap, long tree, int skipped, Consumer<Cursor> message) {
    var h = new Hdf5Heap(file, heap);
    if (!h.cut && h.root != Hdf5Bytes.UNDEFINED && tree != Hdf5Bytes.UNDEFINED) {
      h.tree(tree, skipped, message);
    }
    return !h.cut;
  }

  private record Node(long address, long records, int depth) {}

  private void tree(long address, int skipped, Consumer<Cursor> message) {
    Cursor in = file.atMost(address, 64);
    Hdf5Bytes.signature(in, "BTHD");
    in.skip(2);
    long nodeSize = in.u32();
    int record = in.u16();
    int depth = in.u16();
    in.skip(2);
    long top = file.address(in);
    int records = in.u16();
    if (depth > DEEPEST || record < skipped + idLength || nodeSize <= 10 + record) {
      throw new Malformed(file.place(address), "a tree of links or attributes is damaged");
    }
    // How wide the counts beside a pointer are follows from how many records a node can have.
    long leaf = (nodeSize - 10) / record;
    int countBytes = bytesFor(leaf);
    var below = new long[depth + 1];
    below[0] = leaf;
    for (int d = 1; d <= depth; d++) {
      long pointer = pointer(countBytes, below, d);
      long most = (nodeSize - 10 - pointer) / (record + pointer);
      below[d] = Math.addExact(Math.multiplyExact(most + 1, below[d - 1]), most);
    }
    Deque<Node> nodes = new ArrayDeque<>();
    Set<Long> seen = new HashSet<>();
    if (top != Hdf5Bytes.UNDEFINED) {
      nodes.add(new Node(top, records, depth));
    }
    while (!nodes.isEmpty()) {
      Node n = nodes.removeFirst();
      if (!seen.add(n.address()) || seen.size() > MOST_NODES) {
        throw new Malformed(file.place(n.address()), "a tree of links or attributes has no end");
      }
      Cursor node = file.at(n.address(), nodeSize);
      Hdf5Bytes.signature(node, n.depth() == 0 ? "BTLF" : "BTIN");
      node.skip(2);
      for (long i = 0; i < n.records(); i++) {
        long at = node.position();
        file.budget().spend(16);
        node.skip(skipped);
        entry(node, message);
        node.seek(at);
        node.skip(record);
      }
      for (long i = 0; n.depth() > 0 && i <= n.records(); i++) {
        long child = file.address(node);
        long count = little(node, countBytes);
        node.skip(n.depth() > 1 ? bytesFor(below[n.depth() - 1]) : 0);
        nodes.add(new Node(child, count, n.depth() - 1));
      }
    }
  }

  private long pointer(int countBytes, long[] below, int depth) {
    return file.offsetSize() + countBytes + (depth > 1 ? bytesFor(below[depth - 1]) : 0);
  }

  private void entry(Cursor id, Consumer<Cursor> message) {
    int kind = id.u8() >> 4 & 3;
    if (kind != 0) {
      // An entry too large for the heap's blocks, or so small that it is in its own name.
      cut = true;
      return;
    }
    long offset = little(id, offsetBytes);
    long length = little(id, lengthBytes);
    if (rows == 0) {
      message.accept(inBlock(root, firstBlock, offset, length));
    } else {
      indirect(root, rows, offset, length, message);
    }
  }

  private void indirect(
      long block, int rowsHere, long inHeap, long length, Consumer<Cursor> message) {
    long address = block;
    long offset = inHeap;
    int all = rowsHere;
    int direct = log2(largestDirect) - log2(firstBlock) + 2;
    for (int depth = 0; depth < DEEPEST; depth++) {
      int row = 0;
      long start = 0;
      while (row < all && offset - start >= rowSize(row) * width) {
        start = Math.addExact(start, Math.multiplyExact(rowSize(row), width));
        row++;
      }
      if (row >= all || offset < 0) {
        break;
      }
      long column = (offset - start) / rowSize(row);
      Cursor in = file.atMost(address, 5L + file.offsetSize() + offsetBytes);
      Hdf5Bytes.signature(in, "FHIB");
      long entries = 5L + file.offsetSize() + offsetBytes;
      long child =
          file.address(
              file.at(
                  address + entries + ((long) row * width + column) * file.offsetSize(),
                  file.offsetSize()));
      long inChild = offset - start - column * rowSize(row);
      if (row < direct) {
        message.accept(inBlock(child, rowSize(row), inChild, length));
        return;
      }
      all = log2(rowSize(row)) - log2(Math.multiplyExact(firstBlock, width)) + 1;
      address = child;
      offset = inChild;
    }
    throw new Malformed(file.place(block), "an entry lies outside its heap");
  }

  private Cursor inBlock(long block, long size, long offset, long length) {
    if (offset < 0 || length < 0 || offset > size - length) {
      throw new Malformed(file.place(block), "an entry lies outside its heap");
    }
    Hdf5Bytes.signature(file.atMost(block, 4), "FHDB");
    return file.at(block + offset, length);
  }

  /// The size of the blocks of a row: the first two are alike, each further one is twice as large.
  private long rowSize(int row) {
    if (row > 60) {
      throw new Malformed(-1, "a heap has more rows than it can address");
    }
    return row < 2 ? firstBlock : Math.multiplyExact(firstBlock, 1L << (row - 1));
  }

  private static long little(Cursor in, int bytes) {
    long n = 0;
    for (int i = 0; i < bytes; i++) {
      n |= (long) in.u8() << (8 * i);
    }
    return n;
  }

  private static int log2(long n) {
    return 63 - Long.numberOfLeadingZeros(n);
  }

  private static int bytesFor(long most) {
    return log2(Math.max(1, most)) / 8 + 1;
  }
}
