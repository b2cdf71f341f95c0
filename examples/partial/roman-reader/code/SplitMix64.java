/// Random numbers that are the same on every machine: SplitMix64 (Steele, Lea, Flood 2014).
final class SplitMix64 {
  private long state;

  SplitMix64(long seed) {
    state = seed;
  }

  long next() {
    long z = state += 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /// A number from 0 to `bound` - 1.
  int below(int bound) {
    return (int) Long.remainderUnsigned(next(), bound);
  }

  /// From 0 (included) to 1 (excluded), in steps of 2^-24, which a float holds exactly.
  float unit() {
    return (next() >>> 40) * 0x1p-24f;
  }

  /// Close to a standard normal distribution: the sum of twelve uniform numbers, so no logarithm or
  /// cosine whose last bit depends on the machine.
  float normal() {
    float sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += unit();
    }
    return sum;
  }
}
