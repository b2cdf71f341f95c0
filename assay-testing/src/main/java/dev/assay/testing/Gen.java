package dev.assay.testing;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;

/// Seeded generation for property tests: the same seed, the same cases, on every machine. A failing
/// case names its seed, and `-Dassay.seed=...` runs that one alone.
public final class Gen {
  private final Random random;

  /// A generator from a seed.
  public Gen(long seed) {
    this.random = new Random(seed);
  }

  /// Runs a property for `count` seeds counted from `first`.
  ///
  /// @throws AssertionError with the seed in its message, from the first case that fails
  public static void forAll(long first, int count, Consumer<Gen> property) {
    Long only = Long.getLong("assay.seed");
    long from = only == null ? first : only;
    long to = only == null ? first + count : only + 1;
    for (long seed = from; seed < to; seed++) {
      try {
        property.accept(new Gen(seed));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
      }
    }
  }

  /// A number from `low` to `high`, both included.
  public int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  /// A long of any value.
  public long anyLong() {
    return random.nextLong();
  }

  /// True once in `n`.
  public boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  /// One of these.
  public <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /// Bytes of any value.
  public byte[] bytes(int length) {
    byte[] b = new byte[length];
    random.nextBytes(b);
    return b;
  }

  /// A word of lower-case letters.
  public String word(int length) {
    var s = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      s.append((char) ('a' + random.nextInt(26)));
    }
    return s.toString();
  }

  /// Up to `most` values of `make`, in order.
  public <T> List<T> listOf(int most, Function<Gen, T> make) {
    return java.util.stream.IntStream.range(0, between(0, most))
        .mapToObj(i -> make.apply(this))
        .toList();
  }

  /// A copy of `bytes` with up to `changes` bytes overwritten, or cut short: a damaged file.
  public byte[] damage(byte[] bytes, int changes) {
    byte[] copy = bytes.clone();
    if (copy.length == 0) {
      return copy;
    }
    for (int i = between(1, changes); i > 0; i--) {
      copy[random.nextInt(copy.length)] = (byte) random.nextInt();
    }
    return oneIn(3) ? java.util.Arrays.copyOf(copy, random.nextInt(copy.length)) : copy;
  }
}
