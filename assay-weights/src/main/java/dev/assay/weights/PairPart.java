package dev.assay.weights;

/// A part of a tensor whose values stand in two types, or in blocks.
final class PairPart extends Part {
  private final ValueReader before;
  private final ValueReader after;
  private final long from;
  private final long to;
  private final ValuePairs pairs;

  /// @param from its first value in the tensor, at a whole block of either side
  /// @param to the value behind its last
  PairPart(Sides sides, ValueReader before, ValueReader after, long from, long to) {
    super(sides);
    this.before = before;
    this.after = after;
    this.from = from;
    this.to = to;
    pairs = new ValuePairs(before, after);
  }

  @Override
  public void run() {
    for (long at = from; at < to; at += ValuePairs.STEP) {
      int n = (int) Math.min(ValuePairs.STEP, to - at);
      pairs.add(
          sides.before(bytes(before, at), (int) bytes(before, n)),
          sides.after(bytes(after, at), (int) bytes(after, n)),
          n);
    }
    pairs.flush();
    sides.bytes().add(bytes(before, to - from) + bytes(after, to - from));
  }

  private static long bytes(ValueReader reader, long values) {
    return values / reader.blockValues() * reader.blockBytes();
  }

  @Override
  boolean differs() {
    return pairs.differing() > 0;
  }

  @Override
  void append(Part next) {
    pairs.append(((PairPart) next).pairs);
  }

  @Override
  TensorDiff result() {
    ValueDiff values = pairs.result(sides.a().elements());
    if (sides.a().type().name().equals(sides.b().type().name())) {
      return ofOneType(values, "values of " + sides.a().type().name() + " blocks");
    }
    boolean plain = before instanceof ValueType && after instanceof ValueType;
    String how;
    if (values.differing() == 0) {
      how = "every value is the same";
    } else if (!plain) {
      how = "by the values that the blocks stand for";
    } else if (pairs.onlyRounded()) {
      how = "every value is the other one rounded to the nearest";
    } else {
      how = values.differing() + " values are not the other ones rounded";
    }
    return new TensorDiff(
        sides.a(),
        sides.b(),
        plain ? TensorDiff.Change.RETYPED : TensorDiff.Change.REQUANTISED,
        values,
        sides.types() + "; " + how);
  }
}
