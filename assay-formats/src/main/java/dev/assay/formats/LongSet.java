package dev.assay.formats;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// A set of 64-bit hashes that grows by doubling: half a million names cost 8 MB here, and ten
/// times that as strings.
public final class LongSet {
  private long[] slots = new long[16];
  private int size;
  private boolean zero;

  /// Adds a value; false when it is there already.
  public boolean add(long value) {
    if (value == 0) {
      boolean before = zero;
      zero = true;
      return !before;
    }
    if ((size + 1) * 2 > slots.length) {
      grow();
    }
    int mask = slots.length - 1;
    int i = (int) (value ^ (value >>> 32)) & mask;
    while (slots[i] != 0) {
      if (slots[i] == value) {
        return false;
      }
      i = (i + 1) & mask;
    }
    slots[i] = value;
    size++;
    return true;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[old.length * 2];
    size = 0;
    for (long v : old) {
      if (v != 0) {
        add(v);
      }
    }
  }

  void clear() {
    if (slots.length > 1024) {
      slots = new long[16];
    } else {
      Arrays.fill(slots, 0);
    }
    size = 0;
    zero = false;
  }

  /// A well mixed hash of bytes, eight at a time: half the time of one by one for a name of forty.
  ///
  /// @param bytes in the order least significant first
  /// @param from the first
  /// @param to the one after the last
  public static long hash(ByteBuffer bytes, int from, int to) {
    long h = 0x9e3779b97f4a7c15L * (to - from);
    int i = from;
    for (; i + 8 <= to; i += 8) {
      h = Long.rotateLeft((h ^ bytes.getLong(i)) * 0xff51afd7ed558ccdL, 29);
    }
    long rest = 0;
    for (; i < to; i++) {
      rest = rest << 8 | bytes.get(i) & 0xff;
    }
    return mixed((h ^ rest) * 0xff51afd7ed558ccdL);
  }

  /// A well mixed hash of a text.
  public static long hash(String text) {
    long h = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      h = (h ^ text.charAt(i)) * 0x100000001b3L;
    }
    return mixed(h);
  }

  private static long mixed(long hash) {
    long h = hash ^ (hash >>> 33);
    h *= 0xff51afd7ed558ccdL;
    h ^= h >>> 33;
    h *= 0xc4ceb9fe1a85ec53L;
    return h ^ (h >>> 33);
  }
}
