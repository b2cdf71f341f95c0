package dev.assay.formats.ggml;

import dev.assay.formats.DTypes;
import dev.assay.formats.Ggml;
import dev.assay.formats.Limits;
import dev.assay.io.ByteSource;
import dev.assay.io.Cursor;
import dev.assay.io.Malformed;
import dev.assay.model.Tensor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands behind the numbers of a GGML file: for speech a bank of filters, then the
/// vocabulary, then tensors to the end of the file. Files of several programs share the magic and
/// not the order of these parts, so that each order is tried; one fits when the vocabulary and the
/// first tensor are sound.
final class LegacyTensors {
  /// The orders that are known: how many numbers come first, whether filters follow, whether the
  /// vocabulary has a count of its own, and whether each of its tokens has a score.
  ///
  /// @param program the programs that write it
  /// @param window whether behind the filters stand a window and the durations of a transducer
  private record Order(
      String program,
      int numbers,
      boolean filters,
      boolean window,
      boolean counted,
      boolean scores) {}

  private static final List<Order> PLAIN =
      List.of(
          new Order("whisper", 11, true, false, true, false),
          new Order("Parakeet", 15, true, true, true, false),
          new Order("GPT-2", 6, false, false, true, false),
          new Order("GPT-J", 7, false, false, true, false),
          new Order("llama", 7, false, false, false, false));
  private static final List<Order> VERSIONED =
      List.of(new Order("llama", 7, false, false, false, true));
  private static final int MOST_TOKENS = 2_000_000;
  private static final int LONGEST_TOKEN = 4_096;

  /// What was found.
  ///
  /// @param program which program's order it is
  /// @param tensors the tensors
  /// @param missing why the file ends too early; empty where it does not
  record Found(String program, List<Tensor> tensors, String missing) {}

  private final ByteSource bytes;
  private final String path;
  private final boolean aligned;

  /// @param aligned whether the tensors' data begin at multiples of 32
  LegacyTensors(ByteSource bytes, String path, boolean aligned) {
    this.bytes = bytes;
    this.path = path;
    this.aligned = aligned;
  }

  /// Tries the orders.
  ///
  /// @param from the first byte of the numbers
  /// @return null where none fits
  @Nullable Found read(long from, boolean versioned) {
    for (Order order : versioned ? VERSIONED : PLAIN) {
      Found found = read(from, order);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable Found read(long from, Order order) {
    var in = new Cursor(bytes);
    boolean known = false;
    try {
      in.seek(from);
      long tokens = in.u32();
      long[] numbers = new long[order.numbers()];
      for (int i = 1; i < numbers.length; i++) {
        numbers[i] = in.u32();
      }
      if (order.filters()) {
        long bands = in.u32();
        long bins = in.u32();
        if (!spectrum(order, numbers, bands, bins)) {
          return null;
        }
        known = true;
        in.skip(4 * bands * bins);
        if (order.window()) {
          in.skip(4 * in.u32());
          in.skip(4 * numbers[13]);
        }
      }
      long listed = order.counted() ? in.u32() : tokens;
      // whisper keeps some of its tokens out of the list.
      if (order.filters() ? listed > tokens : listed != tokens) {
        return null;
      }
      if (listed < 1 || listed > MOST_TOKENS) {
        return null;
      }
      for (long i = 0; i < listed; i++) {
        long length = in.u32();
        if (length > LONGEST_TOKEN) {
          return null;
        }
        in.skip(length + (order.scores() ? 4 : 0));
      }
    } catch (Malformed e) {
      return known ? new Found(order.program(), List.of(), e.describe()) : null;
    }
    return tensors(in, order, known);
  }

  // whisper has the bands as its tenth number, and a spectrum of 400 samples has 201 bins; Parakeet
  // has them as its sixth, and the samples as its eighth.
  private static boolean spectrum(Order order, long[] numbers, long bands, long bins) {
    return order.window()
        ? bands == numbers[5] && bands <= 4_096 && bins == numbers[7] / 2 + 1 && bins <= 1 << 20
        : bands == numbers[9] && bins == 201;
  }

  private @Nullable Found tensors(Cursor in, Order order, boolean known) {
    var tensors = new ArrayList<Tensor>();
    try {
      while (in.remaining() > 0 && tensors.size() < Limits.TENSORS) {
        Tensor t = tensor(in);
        if (t == null) {
          return tensors.isEmpty() && !known
              ? null
              : new Found(
                  order.program(),
                  tensors,
                  "what follows tensor " + tensors.size() + " is no tensor");
        }
        tensors.add(t);
        in.skip(t.bytes());
      }
    } catch (Malformed e) {
      // Within the first tensor's header nothing shows yet that this is the order.
      return tensors.isEmpty() && !known ? null : new Found(order.program(), tensors, e.describe());
    }
    return new Found(order.program(), tensors, "");
  }

  private @Nullable Tensor tensor(Cursor in) {
    long dims = in.u32();
    long length = in.u32();
    Ggml.Type type = Ggml.type(in.u32());
    if (dims < 1 || dims > 4 || length < 1 || length > 512 || type == null) {
      return null;
    }
    var shape = new ArrayList<Long>();
    long elements = 1;
    for (int i = 0; i < dims; i++) {
      long n = in.u32();
      if (n < 1 || elements > (1L << 50) / n) {
        return null;
      }
      elements *= n;
      shape.addFirst(n);
    }
    String name = new String(in.bytes((int) length), StandardCharsets.UTF_8);
    if (name.chars().anyMatch(c -> c < ' ')) {
      return null;
    }
    if (aligned) {
      in.seek(Math.min((in.position() + 31) & -32L, bytes.size()));
    }
    long size = type.size(elements, shape.getLast(), in.position());
    if (size < 0) {
      return null;
    }
    return new Tensor(
        name, DTypes.role(name, type.type()), shape, type.type(), path, in.position(), size, null);
  }
}
