package dev.assay.weights;

import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicBoolean;

/// A part of a tensor of one plain type.
final class PlainPart extends Part {
  private final long from;
  private final long to;
  private final AtomicBoolean changed;
  private final Statistics statistics;
  private boolean counted;

  /// @param from its first byte in the tensor, at a whole piece
  /// @param to the byte behind its last
  /// @param changed whether any part of this tensor found a difference yet
  PlainPart(Sides sides, ValueType type, long from, long to, AtomicBoolean changed) {
    super(sides);
    this.from = from;
    this.to = to;
    this.changed = changed;
    statistics = new Statistics(type);
  }

  @Override
  public void run() {
    counted = changed.get();
    for (long at = from; at < to; at += PIECE) {
      int n = (int) Math.min(PIECE, to - at);
      MemorySegment pa = sides.before(at, n);
      MemorySegment pb = sides.after(at, n);
      boolean same = pa.mismatch(pb) < 0;
      if (!same && !counted) {
        changed.set(true);
        equal(from, at);
        counted = true;
        pa = sides.before(at, n);
        pb = sides.after(at, n);
      }
      if (!same) {
        statistics.add(pa, pb);
      } else if (counted) {
        statistics.equal(pa);
      }
    }
    statistics.flush();
    sides.bytes().add(2 * (to - from));
  }

  private void equal(long begin, long end) {
    for (long at = begin; at < end; at += PIECE) {
      statistics.equal(sides.before(at, (int) Math.min(PIECE, end - at)));
    }
  }

  @Override
  boolean differs() {
    return statistics.started();
  }

  @Override
  void norm() {
    if (!counted) {
      equal(from, to);
      statistics.flush();
    }
  }

  @Override
  void append(Part next) {
    statistics.append(((PlainPart) next).statistics);
  }

  @Override
  TensorDiff result() {
    return ofOneType(statistics.result(sides.a().elements()), "");
  }
}
