package dev.assay.weights;

import dev.assay.io.Malformed;
import dev.assay.model.Tensor;
import dev.assay.model.Weights;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// One run of {@link WeightsDiff#compare}. Parts of tensors are spread over the cores; the parts
/// and the order in which their sums are added are fixed, so the result does not depend on the
/// threads.
final class Comparison {
  private final Weights before;
  private final TensorBytes beforeBytes;
  private final Weights after;
  private final TensorBytes afterBytes;
  private final boolean measured;
  private final LongAdder bytes = new LongAdder();

  /// @param measured whether values of one block type are to be compared too, not only the blocks
  Comparison(
      Weights before,
      TensorBytes beforeBytes,
      Weights after,
      TensorBytes afterBytes,
      boolean measured) {
    this.before = before;
    this.beforeBytes = beforeBytes;
    this.after = after;
    this.afterBytes = afterBytes;
    this.measured = measured;
  }

  WeightsDiff run() {
    Naming naming = Naming.of(before, after);
    List<Matching.Pair> pairs =
        Matching.match(before.listing(), after.listing(), naming, this::contentKey);
    List<TensorDiff> diffs = new ArrayList<>();
    try (ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      List<TensorComparison> running = new ArrayList<>();
      for (Matching.Pair pair : pairs) {
        var tensor = new TensorComparison(pair, beforeBytes, afterBytes, bytes, measured);
        tensor.start(threads);
        running.add(tensor);
      }
      for (TensorComparison tensor : running) {
        diffs.add(tensor.finish(threads));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while comparing", e);
    }
    return new WeightsDiff(
        before.path(), after.path(), diffs, metadata(), bytes.sum(), incomplete(pairs, naming));
  }

  private List<String> incomplete(List<Matching.Pair> pairs, Naming naming) {
    List<String> reasons = new ArrayList<>();
    boolean open = pairs.stream().anyMatch(p -> p.before() == null || p.after() == null);
    if (open && !naming.unknown().isEmpty()) {
      reasons.add(naming.unknown());
    }
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
      for (long at = 0; at < tensor.bytes(); at += Part.PIECE) {
        int length = (int) Math.min(Part.PIECE, tensor.bytes() - at);
        crc.update((old ? beforeBytes : afterBytes).piece(tensor, at, length).asByteBuffer());
      }
    } catch (Malformed | UncheckedIOException | InternalError e) {
      return null; // compare() meets the same error and says so.
    }
    return Long.toHexString(crc.getValue());
  }
}
