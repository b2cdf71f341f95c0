package dev.assay.weights;

import dev.assay.formats.Ggml;
import dev.assay.io.Malformed;
import dev.assay.model.DType;
import dev.assay.model.Tensor;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/// A part of a tensor that is compared at a stretch. How a tensor is cut depends on its size and
/// type alone, and parts are put together in their order.
abstract class Part implements Runnable {
  /// Bytes looked at in one step: inside a core's cache, and whole blocks of {@link Lanes} of every
  /// element's width.
  static final int PIECE = 256 * 1024;

  /// Bytes of a part, about: enough that handing it out costs nothing, and little enough that all
  /// cores have something to do.
  static final int LENGTH = 64 * PIECE;

  final Sides sides;

  Part(Sides sides) {
    this.sides = sides;
  }

  /// The tensor on both sides, and the ways to its bytes.
  ///
  /// @param bytes adds up how much was compared
  /// @param measured whether values of one block type are to be compared too, not only the blocks
  record Sides(
      Tensor a,
      Tensor b,
      TensorBytes beforeBytes,
      TensorBytes afterBytes,
      LongAdder bytes,
      boolean measured) {

    MemorySegment before(long offset, int length) {
      return beforeBytes.piece(a, offset, length);
    }

    MemorySegment after(long offset, int length) {
      return afterBytes.piece(b, offset, length);
    }

    String types() {
      return a.type().name() + " to " + b.type().name();
    }
  }

  /// Compares; called once, by any thread.
  @Override
  public abstract void run();

  /// Whether anything differs, once it ran.
  abstract boolean differs();

  /// Takes the norm of a part in which nothing differs.
  void norm() {}

  /// Adds what the part that follows this one found.
  abstract void append(Part next);

  /// What the parts together found, asked of the first.
  abstract TensorDiff result();

  /// The parts of a tensor, at least one.
  ///
  /// @throws Malformed when its sides cannot be compared
  static List<Part> of(Sides s) {
    Tensor a = s.a();
    Tensor b = s.b();
    if (a.elements() != b.elements()) {
      return List.of(new Known(s, TensorDiff.Change.RESIZED, ""));
    }
    Optional<ValueReader> from = ValueReader.of(a.type());
    Optional<ValueReader> to = ValueReader.of(b.type());
    boolean same = a.type().name().equals(b.type().name());
    boolean blocks = from.isPresent() && !(from.get() instanceof ValueType);
    if (same && (from.isEmpty() || (blocks && !s.measured()))) {
      return blocks(s);
    }
    if (from.isEmpty() || to.isEmpty()) {
      String which = (from.isEmpty() ? a : b).type().name();
      return List.of(
          new Known(
              s,
              TensorDiff.Change.REQUANTISED,
              s.types() + "; values of " + which + " cannot be read"));
    }
    if (from.get().floating() != to.get().floating()) {
      return List.of(
          new Known(
              s,
              TensorDiff.Change.REQUANTISED,
              s.types() + "; what whole numbers stand for is not in the tensor"));
    }
    lengths(a, b);
    if (!from.get().fits(a) || !to.get().fits(b)) {
      throw new Malformed(-1, "its data are not as long as its shape says");
    }
    return same && from.get() instanceof ValueType type
        ? plain(s, type)
        : pairs(s, from.get(), to.get());
  }

  private static void lengths(Tensor a, Tensor b) {
    if (a.bytes() < 0 || b.bytes() < 0) {
      throw new Malformed(-1, "the header does not say how long its data are");
    }
  }

  private static List<Part> plain(Sides s, ValueType type) {
    List<Part> parts = new ArrayList<>();
    var changed = new AtomicBoolean();
    long end = s.a().bytes();
    for (long at = 0; at == 0 || at < end; at += LENGTH) {
      parts.add(new PlainPart(s, type, at, Math.min(end, at + LENGTH), changed));
    }
    return parts;
  }

  private static List<Part> pairs(Sides s, ValueReader from, ValueReader to) {
    List<Part> parts = new ArrayList<>();
    int values = 512 * ValuePairs.STEP;
    long end = s.a().elements();
    for (long at = 0; at == 0 || at < end; at += values) {
      parts.add(new PairPart(s, from, to, at, Math.min(end, at + values)));
    }
    return parts;
  }

  private static List<Part> blocks(Sides s) {
    Tensor a = s.a();
    lengths(a, s.b());
    if (a.bytes() != s.b().bytes()) {
      throw new Malformed(
          -1, "the same type and shape take " + a.bytes() + " and " + s.b().bytes() + " bytes");
    }
    int width = blockBytes(a.type());
    if (width <= 0 || a.bytes() % width != 0) {
      width = 1;
    }
    List<Part> parts = new ArrayList<>();
    long length = (long) LENGTH / width * width;
    for (long at = 0; at == 0 || at < a.bytes(); at += length) {
      parts.add(new BlockPart(s, width, at, Math.min(a.bytes(), at + length)));
    }
    return parts;
  }

  /// Bytes in a block of a quantised type, or 0 where it is none that is known.
  private static int blockBytes(DType type) {
    for (int id = 0; Ggml.isBlockQuantised(type) && id < 256; id++) {
      Ggml.Type t = Ggml.type(id);
      if (t != null && t.type().name().equals(type.name())) {
        return t.bytes();
      }
    }
    return 0;
  }

  /// What the headers alone tell.
  private static final class Known extends Part {
    private final TensorDiff.Change change;
    private final String note;

    Known(Sides sides, TensorDiff.Change change, String note) {
      super(sides);
      this.change = change;
      this.note = note;
    }

    @Override
    public void run() {}

    @Override
    boolean differs() {
      return false;
    }

    @Override
    void append(Part next) {}

    @Override
    TensorDiff result() {
      return new TensorDiff(sides.a(), sides.b(), change, null, note);
    }
  }

  /// What happened to a tensor whose type is the same on both sides.
  TensorDiff ofOneType(ValueDiff values, String note) {
    Tensor a = sides.a();
    Tensor b = sides.b();
    boolean same = values.differing() == 0;
    boolean shaped = a.shape().equals(b.shape());
    TensorDiff.Change change;
    if (!same) {
      change = TensorDiff.Change.CHANGED;
    } else if (!shaped) {
      change = TensorDiff.Change.RESHAPED;
    } else {
      change = a.name().equals(b.name()) ? TensorDiff.Change.IDENTICAL : TensorDiff.Change.RENAMED;
    }
    return new TensorDiff(a, b, change, values, !same && !shaped ? "the shape changed too" : note);
  }
}
