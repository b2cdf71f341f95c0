package dev.assay.weights;

import dev.assay.weights.FloatLanes.Step;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// For the types of which every value is a float.
final class FloatKernel implements BlockKernel {
  private static final int GROUP = Lanes.GROUP;
  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final ValueType type;
  private final Lanes lanes;
  private final FloatLanes floats;
  private final Distances distances;

  private final float[] table;

  FloatKernel(ValueType type, Lanes lanes) {
    this.type = type;
    this.lanes = lanes;
    floats = new FloatLanes(narrow(type));
    distances = new Distances(8 * type.width());
    table = type.width() == 1 ? table(type) : new float[0];
  }

  /// Whether the squares of all values and differences are far from the least float.
  static boolean narrow(ValueType type) {
    return type != ValueType.F32 && type != ValueType.BF16;
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
    floats.begin();
    for (int at = 0; at < Lanes.BLOCK; at += GROUP) {
      if (type == ValueType.F16) {
        floats.step(Step.HALVES, a, b, 2L * at);
      } else {
        group(a, b, at);
        floats.step(Step.PAIRS);
      }
    }
    if (floats.end(lanes)) {
      return true;
    }
    lanes.begin();
    for (int at = 0; at < Lanes.BLOCK; at += GROUP) {
      group(a, b, at);
      lanes.floats(floats.f);
    }
    lanes.end();
    return lanes.finite();
  }

  @Override
  public boolean norm(MemorySegment a) {
    squares(a);
    if (floats.end(lanes)) {
      return true;
    }
    lanes.begin();
    for (int at = 0; at < Lanes.BLOCK; at += GROUP) {
      group(a, at);
      lanes.squares(floats.f);
    }
    lanes.end();
    return lanes.finite();
  }

  @Override
  public boolean few(MemorySegment a, int[] places, double[] x, double[] y, int n) {
    squares(a);
    for (int k = 0; k < n; k++) {
      floats.differs(places[k], (float) x[k], (float) y[k]);
    }
    return floats.end(lanes);
  }

  private void squares(MemorySegment a) {
    floats.begin();
    for (int at = 0; at < Lanes.BLOCK; at += GROUP) {
      group(a, at);
      floats.step(Step.SINGLES);
    }
  }

  private void group(MemorySegment a, MemorySegment b, int at) {
    switch (type) {
      case F32 -> {
        MemorySegment.copy(a, FLOAT, 4L * at, floats.f, FloatLanes.A, GROUP);
        MemorySegment.copy(b, FLOAT, 4L * at, floats.f, FloatLanes.B, GROUP);
      }
      case F16 -> {
        floats.step(Step.HALVES_OF_ONE, a, b, 2L * at);
        floats.step(Step.HALVES_OF_OTHER, a, b, 2L * at);
      }
      case BF16 -> floats.step(Step.UPPER_BOTH, a, b, 2L * at);
      default -> {
        for (int i = 0; i < GROUP; i++) {
          floats.f[i] = table[a.get(ValueLayout.JAVA_BYTE, at + i) & 0xff];
          floats.f[FloatLanes.B + i] = table[b.get(ValueLayout.JAVA_BYTE, at + i) & 0xff];
        }
      }
    }
  }

  private void group(MemorySegment a, int at) {
    switch (type) {
      case F32 -> MemorySegment.copy(a, FLOAT, 4L * at, floats.f, FloatLanes.A, GROUP);
      case F16 -> floats.step(Step.HALVES_OF_ONE, a, a, 2L * at);
      case BF16 -> floats.step(Step.UPPER_A, a, a, 2L * at);
      default -> {
        for (int i = 0; i < GROUP; i++) {
          floats.f[i] = table[a.get(ValueLayout.JAVA_BYTE, at + i) & 0xff];
        }
      }
    }
  }

  @Override
  public void distances(MemorySegment a, MemorySegment b) {
    distances.floats(a, b);
  }

  @Override
  public long take(long[] histogram) {
    return distances.take(histogram);
  }
}
