package dev.assay.weights;

import dev.assay.io.Malformed;
import dev.assay.model.Tensor;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// The comparison of one tensor on both sides, in parts that any thread may take.
final class TensorComparison {
  private final @Nullable Tensor a;
  private final @Nullable Tensor b;
  private final Storage storage;
  private final TensorBytes beforeBytes;
  private final TensorBytes afterBytes;
  private final LongAdder bytes;
  private final boolean measured;
  private final List<Future<Part>> running = new ArrayList<>();
  private @Nullable TensorDiff known;

  /// @param bytes adds up how much was compared
  /// @param measured whether values of one block type are to be compared too, not only the blocks
  TensorComparison(
      Matching.Pair pair,
      TensorBytes beforeBytes,
      TensorBytes afterBytes,
      LongAdder bytes,
      boolean measured) {
    a = pair.before();
    b = pair.after();
    storage = pair.storage();
    boolean old = storage instanceof Storage.Paired paired && paired.before();
    this.beforeBytes = old ? inHalves(beforeBytes) : beforeBytes;
    this.afterBytes = old ? afterBytes : inHalves(afterBytes);
    this.bytes = bytes;
    this.measured = measured;
  }

  /// The side that keeps its rows in pairs, if there is one, is read in the order of the other.
  private TensorBytes inHalves(TensorBytes bytes) {
    return storage instanceof Storage.Paired(boolean _, long headRows)
        ? new PairedRows(bytes, headRows)
        : bytes;
  }

  /// Hands the parts to the threads, if there is anything to compare.
  void start(ExecutorService threads) {
    if (storage instanceof Storage.Unlike(String why)) {
      known = notCompared(why);
      return;
    }
    if (a == null || b == null) {
      TensorDiff.Change change = a == null ? TensorDiff.Change.ADDED : TensorDiff.Change.REMOVED;
      known = new TensorDiff(a, b, change, null, "");
      return;
    }
    try {
      for (Part part : Part.of(new Part.Sides(a, b, beforeBytes, afterBytes, bytes, measured))) {
        running.add(threads.submit(part, part));
      }
    } catch (Malformed e) {
      known = notCompared(e.describe());
    }
  }

  /// Waits for the parts.
  TensorDiff finish(ExecutorService threads) throws InterruptedException {
    if (known != null) {
      return known;
    }
    try {
      List<Part> parts = done(running);
      if (parts.stream().anyMatch(Part::differs)) {
        // The norm is of the whole tensor, so parts without a difference count too, now that it
        // is wanted.
        List<Future<Part>> again = new ArrayList<>();
        for (Part part : parts) {
          if (!part.differs()) {
            again.add(threads.submit(part::norm, part));
          }
        }
        done(again);
      }
      Part whole = parts.getFirst();
      parts.subList(1, parts.size()).forEach(whole::append);
      return noted(whole.result());
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof Malformed m) {
        return notCompared(m.describe());
      }
      if (cause instanceof UncheckedIOException io) {
        return notCompared("cannot be read: " + io.getMessage());
      }
      throw new IllegalStateException(cause);
    }
  }

  private TensorDiff noted(TensorDiff diff) {
    if (!(storage instanceof Storage.Paired)) {
      return diff;
    }
    String note = "the rows of each head are in another order there, and were put back";
    return new TensorDiff(
        diff.before(),
        diff.after(),
        diff.change(),
        diff.values(),
        diff.note().isEmpty() ? note : diff.note() + "; " + note);
  }

  private static List<Part> done(List<Future<Part>> running)
      throws InterruptedException, ExecutionException {
    List<Part> done = new ArrayList<>();
    for (Future<Part> part : running) {
      done.add(part.get());
    }
    return done;
  }

  private TensorDiff notCompared(String why) {
    return new TensorDiff(a, b, TensorDiff.Change.NOT_COMPARED, null, why);
  }
}
