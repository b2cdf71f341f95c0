package dev.assay.formats;

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

  /// A well mixed hash of a text.
  public static long hash(String text) {
    long h = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      h = (h ^ text.charAt(i)) * 0x100000001b3L;
    }
    h ^= h >>> 33;
    h *= 0xff51afd7ed558ccdL;
    h ^= h >>> 33;
    h *= 0xc4ceb9fe1a85ec53L;
    return h ^ (h >>> 33);
  }
}
