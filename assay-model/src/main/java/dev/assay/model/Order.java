package dev.assay.model;

import java.util.Comparator;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/// Orders by what a function says. They say what those of {@link Comparator} say; but the
/// platform's can be serialised, and what can is never in the image's ahead-of-time cache: each
/// kind of them is put together while the program runs, in one to five milliseconds
/// (docs/decisions/0003).
public final class Order {
  private Order() {}

  /// The least number first.
  public static <T> Comparator<T> by(ToIntFunction<T> number) {
    return (a, b) -> Integer.compare(number.applyAsInt(a), number.applyAsInt(b));
  }

  /// The largest number first.
  public static <T> Comparator<T> down(ToLongFunction<T> number) {
    return (a, b) -> Long.compare(number.applyAsLong(b), number.applyAsLong(a));
  }

  /// The least value in its own order first.
  public static <T, V extends Comparable<V>> Comparator<T> of(Function<T, V> value) {
    return (a, b) -> value.apply(a).compareTo(value.apply(b));
  }

  /// By the first order, and what is equal there by the second.
  public static <T> Comparator<T> both(Comparator<T> first, Comparator<T> second) {
    return (a, b) -> {
      int order = first.compare(a, b);
      return order == 0 ? second.compare(a, b) : order;
    };
  }
}
