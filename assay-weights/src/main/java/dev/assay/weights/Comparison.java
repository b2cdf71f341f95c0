package dev.assay.weights;

import dev.assay.formats.Ggml;
import dev.assay.io.Malformed;
import dev.assay.model.DType;
import dev.assay.model.Tensor;
import dev.assay.model.Weights;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// One run of {@link WeightsDiff#compare}. Tensors are spread over the cores; within one tensor the
/// order of sums is fixed, so the result does not depend on the threads.
final class Comparison {
  /// Bytes looked at in one step: inside a core's cache, and whole blocks of {@link Lanes} of every
  /// element's width.
  static final int PIECE = 64 * 1024;

  private final Weights before;
  private final TensorBytes beforeBytes;
  private final Weights after;
  private final TensorBytes afterBytes;
  private final LongAdder bytes = new LongAdder();

  Comparison(Weights before, TensorBytes beforeBytes, Weights after, TensorBytes afterBytes) {
    this.before = before;
    this.beforeBytes = beforeBytes;
    this.after = after;
    this.afterBytes = afterBytes;
  }

  WeightsDiff run() {
    List<Matching.Pair> pairs = Matching.match(before.listing(), after.listing(), this::contentKey);
    List<TensorDiff> diffs = new ArrayList<>();
    try (ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      List<Future<TensorDiff>> running = new ArrayList<>();
      for (Matching.Pair pair : pairs) {
        running.add(threads.submit(() -> compare(pair)));
      }
      for (Future<TensorDiff> f : running) {
        diffs.add(f.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while comparing", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
    return new WeightsDiff(
        before.path(), after.path(), diffs, metadata(), bytes.sum(), incomplete());
  }

  private List<String> incomplete() {
    List<String> reasons = new ArrayList<>();
    for (Weights w : List.of(before, after)) {
      if (w.status() != Weights.Status.OK) {
        reasons.add(w.path() + ": " + w.reason());
      }
      if (w.tensors() > w.listing().size()) {
        reasons.add(
            w.path()
                + ": only "
                + w.listing().size()
                + " of "
                + w.tensors()
                + " tensors are listed");
      }
    }
    return reasons;
  }

  private List<WeightsDiff.MetadataDiff> metadata() {
    Map<String, String> old = facts(before);
    Map<String, String> now = facts(after);
    List<WeightsDiff.MetadataDiff> diffs = new ArrayList<>();
    now.forEach((key, value) -> {
      String was = old.getOrDefault(key, "");
      if (!was.equals(value)) {
        diffs.add(new WeightsDiff.MetadataDiff(key, was, value));
      }
    });
    old.forEach((key, value) -> {
      if (!now.containsKey(key)) {
        diffs.add(new WeightsDiff.MetadataDiff(key, value, ""));
      }
    });
    return diffs;
  }

  private static Map<String, String> facts(Weights w) {
    Map<String, String> facts = new LinkedHashMap<>();
    w.metadata().forEach(f -> facts.putIfAbsent(f.key(), f.value()));
    return facts;
  }

  private @Nullable String contentKey(boolean old, Tensor tensor) {
    CRC32C crc = new CRC32C();
    try {
      for (long at = 0; at < tensor.bytes(); at += PIECE) {
        int length = (int) Math.min(PIECE, tensor.bytes() - at);
        crc.update((old ? beforeBytes : afterBytes).piece(tensor, at, length).asByteBuffer());
      }
    } catch (Malformed | UncheckedIOException | InternalError e) {
      return null; // compare() meets the same error and says so.
    }
    return Long.toHexString(crc.getValue());
  }

  private TensorDiff compare(Matching.Pair pair) {
    Tensor a = pair.before();
    Tensor b = pair.after();
    if (a == null) {
      return new TensorDiff(null, b, TensorDiff.Change.ADDED, null, "");
    }
    if (b == null) {
      return new TensorDiff(a, null, TensorDiff.Change.REMOVED, null, "");
    }
    try {
      return compare(a, b);
    } catch (Malformed e) {
      return new TensorDiff(a, b, TensorDiff.Change.NOT_COMPARED, null, e.describe());
    } catch (UncheckedIOException e) {
      return new TensorDiff(
          a, b, TensorDiff.Change.NOT_COMPARED, null, "cannot be read: " + e.getMessage());
    } catch (InternalError e) {
      // A mapped file that was cut short by somebody else while it was read.
      return new TensorDiff(
          a, b, TensorDiff.Change.NOT_COMPARED, null, "the file changed while it was read");
    }
  }

  private TensorDiff compare(Tensor a, Tensor b) {
    if (a.elements() != b.elements()) {
      return new TensorDiff(a, b, TensorDiff.Change.RESIZED, null, "");
    }
    if (!a.type().name().equals(b.type().name())) {
      return ofTwoTypes(a, b);
    }
    if (a.bytes() < 0 || b.bytes() < 0) {
      throw new Malformed(-1, "the header does not say how long its data are");
    }
    if (a.bytes() != b.bytes()) {
      throw new Malformed(
          -1, "the same type and shape take " + a.bytes() + " and " + b.bytes() + " bytes");
    }
    ValueType type = ValueType.of(a.type()).orElse(null);
    if (type != null && a.bytes() != Math.multiplyExact(a.elements(), (long) type.width())) {
      throw new Malformed(-1, "its data are not as long as its shape says");
    }
    ValueDiff values = type == null ? blocks(a, b) : values(a, b, type);
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
    String note = type == null ? "blocks of " + a.type().name() + ", compared by their bytes" : "";
    return new TensorDiff(a, b, change, values, !same && !shaped ? "the shape changed too" : note);
  }

  private ValueDiff values(Tensor a, Tensor b, ValueType type) {
    var statistics = new Statistics(type);
    long length = a.bytes();
    for (long at = 0; at < length; at += PIECE) {
      int n = (int) Math.min(PIECE, length - at);
      MemorySegment pa = beforeBytes.piece(a, at, n);
      MemorySegment pb = afterBytes.piece(b, at, n);
      if (!statistics.started()) {
        if (pa.mismatch(pb) < 0) {
          continue;
        }
        // The norm is of the whole tensor, so the equal beginning counts too, now that it is
        // wanted.
        for (long back = 0; back < at; back += PIECE) {
          statistics.equal(beforeBytes.piece(a, back, PIECE));
        }
        pa = beforeBytes.piece(a, at, n);
        pb = afterBytes.piece(b, at, n);
      }
      statistics.add(pa, pb);
    }
    bytes.add(2 * length);
    return statistics.result(a.elements());
  }

  /// Tensors in blocks: how many blocks differ, where the type tells how long a block is; else
  /// bytes.
  private ValueDiff blocks(Tensor a, Tensor b) {
    int width = blockBytes(a.type());
    if (width <= 0 || a.bytes() % width != 0) {
      width = 1;
    }
    long differing = 0;
    var counter = new Kernels();
    int step = PIECE / width * width;
    for (long at = 0; at < a.bytes(); at += step) {
      int n = (int) Math.min(step, a.bytes() - at);
      MemorySegment pa = beforeBytes.piece(a, at, n);
      MemorySegment pb = afterBytes.piece(b, at, n);
      differing += counter.differing(pa, pb, width);
    }
    bytes.add(2 * a.bytes());
    return new ValueDiff(
        a.bytes() / width, differing, 0, Double.NaN, Double.NaN, Double.NaN, List.of());
  }

  private TensorDiff ofTwoTypes(Tensor a, Tensor b) {
    ValueType from = ValueType.of(a.type()).orElse(null);
    ValueType to = ValueType.of(b.type()).orElse(null);
    if (from == null || to == null || from.floating() != to.floating()) {
      return new TensorDiff(a, b, TensorDiff.Change.REQUANTISED, null, types(a.type(), b.type()));
    }
    long n = a.elements();
    if (a.bytes() != n * from.width() || b.bytes() != n * to.width()) {
      throw new Malformed(-1, "its data are not as long as its shape says");
    }
    var statistics = new Statistics(from.precision() < to.precision() ? from : to);
    int step = PIECE / 8;
    for (long at = 0; at < n; at += step) {
      int count = (int) Math.min(step, n - at);
      statistics.addOfTwoTypes(
          beforeBytes.piece(a, at * from.width(), count * from.width()),
          from,
          afterBytes.piece(b, at * to.width(), count * to.width()),
          to,
          count);
    }
    bytes.add(a.bytes() + b.bytes());
    ValueDiff values = statistics.result(n);
    String how =
        values.differing() == 0
            ? "every value is the same"
            : statistics.onlyRounded()
                ? "every value is the other one rounded to the nearest"
                : values.differing() + " values are not the other ones rounded";
    return new TensorDiff(
        a, b, TensorDiff.Change.RETYPED, values, types(a.type(), b.type()) + "; " + how);
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

  private static String types(DType a, DType b) {
    return a.name() + " to " + b.name();
  }
}
