package dev.assay.text;

import java.util.List;
import java.util.function.Predicate;

/// Whether one of a list is so. Asked for each sentence of a release, of lists that are mostly
/// empty, where a stream costs more than the answer.
final class AnyOf {
  private AnyOf() {}

  static <T> boolean is(List<T> list, Predicate<T> so) {
    for (T one : list) {
      if (so.test(one)) {
        return true;
      }
    }
    return false;
  }
}
