package dev.assay.weights;

import java.util.List;

/// A part of a tensor in blocks: how many blocks differ, where the type tells how long one is; else
/// bytes.
final class BlockPart extends Part {
  private final int width;
  private final long from;
  private final long to;
  private long differing;

  /// @param width bytes of a block
  /// @param from its first byte in the tensor, at a whole block
  /// @param to the byte behind its last
  BlockPart(Sides sides, int width, long from, long to) {
    super(sides);
    this.width = width;
    this.from = from;
    this.to = to;
  }

  @Override
  public void run() {
    var counter = new Kernels();
    int step = PIECE / width * width;
    for (long at = from; at < to; at += step) {
      int n = (int) Math.min(step, to - at);
      differing += counter.differing(sides.before(at, n), sides.after(at, n), width);
    }
    sides.bytes().add(2 * (to - from));
  }

  @Override
  boolean differs() {
    return differing > 0;
  }

  @Override
  void append(Part next) {
    differing += ((BlockPart) next).differing;
  }

  @Override
  TensorDiff result() {
    long blocks = sides.a().bytes() / width;
    var diff = new ValueDiff(blocks, differing, 0, Double.NaN, Double.NaN, Double.NaN, List.of());
    return ofOneType(diff, "blocks of " + sides.a().type().name() + ", compared by their bytes");
  }
}
