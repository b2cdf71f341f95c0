package dev.assay.weights;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// For the types of which every value is a float.
final class FloatKernel implements BlockKernel {
  private static final int GROUP = Lanes.GROUP;
  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final ValueType type;
  private final Lanes lanes;
  private final Distances distances;
  private final float[] first = new float[GROUP];
  private final float[] both = new float[2 * GROUP];
  private final int[] words = new int[GROUP + GROUP / 2];
  private final short[] shorts = new short[GROUP];
  private final float[] table;
  private final MemorySegment floatBits = MemorySegment.ofArray(both);
  private final MemorySegment wordBits = MemorySegment.ofArray(words);

  FloatKernel(ValueType type, Lanes lanes) {
    this.type = type;
    this.lanes = lanes;
    distances = new Distances(8 * type.width());
    table = type.width() == 1 ? table(type) : new float[0];
  }

  private static float[] table(ValueType type) {
    byte[] all = new byte[256];
    double[] values = new double[256];
    float[] table = new float[256];
    for (int i = 0; i < 256; i++) {
      all[i] = (byte) i;
    }
    type.read(MemorySegment.ofArray(all), values, 256);
    for (int i = 0; i < 256; i++) {
      table[i] = (float) values[i];
    }
    return table;
  }

  @Override
  public boolean sums(MemorySegment a, MemorySegment b) {
    lanes.begin();
    for (int at = 0; at < Lanes.BLOCK; at += GROUP) {
      group(a, at, 0);
      group(b, at, GROUP);
      lanes.floats(both);
    }
    lanes.end();
    return lanes.finite();
  }

  @Override
  public boolean norm(MemorySegment a) {
    lanes.begin();
    for (int at = 0; at < Lanes.BLOCK; at += GROUP) {
      group(a, at, 0);
      lanes.squares(both);
    }
    lanes.end();
    return lanes.finite();
  }

  private void group(MemorySegment block, int at, int to) {
    switch (type) {
      case F32 -> MemorySegment.copy(block, FLOAT, 4L * at, both, to, GROUP);
      case F16 -> {
        MemorySegment.copy(block, SHORT, 2L * at, shorts, 0, GROUP);
        halves(shorts, first);
        System.arraycopy(first, 0, both, to, GROUP);
      }
      case BF16 -> {
        // A word holds two values, the first in its lower half: first all of those at even
        // places, then those at odd ones (Lanes.plain does the same).
        MemorySegment.copy(block, INT, 2L * at, words, GROUP, GROUP / 2);
        apart(words);
        MemorySegment.copy(wordBits, 0, floatBits, 4L * to, 4L * GROUP);
      }
      default -> {
        for (int i = 0; i < GROUP; i++) {
          both[to + i] = table[block.get(ValueLayout.JAVA_BYTE, at + i) & 0xff];
        }
      }
    }
  }

  private static void halves(short[] from, float[] into) {
    for (int i = 0; i < GROUP; i++) {
      into[i] = Float.float16ToFloat(from[i]);
    }
  }

  private static void apart(int[] w) {
    for (int i = 0; i < GROUP / 2; i++) {
      int two = w[GROUP + i];
      w[i] = two << 16;
      w[GROUP / 2 + i] = two & 0xffff0000;
    }
  }

  @Override
  public long distances(MemorySegment a, MemorySegment b) {
    return distances.floats(a, b);
  }

  @Override
  public void take(long pairs, long[] histogram) {
    distances.take(pairs, histogram);
  }
}
