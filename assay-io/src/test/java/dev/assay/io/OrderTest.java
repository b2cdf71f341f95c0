package dev.assay.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Order;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderTest {
  private static final List<String> WORDS = List.of("ccc", "a", "bb", "aa", "b", "");

  private static List<String> sorted(Comparator<String> order) {
    var words = new ArrayList<>(WORDS);
    words.sort(order);
    return words;
  }

  @Test
  void saysWhatThePlatformsOrdersSay() {
    assertThat(sorted(Order.by(String::length)))
        .isEqualTo(sorted(Comparator.comparingInt(String::length)));
    assertThat(sorted(Order.down(String::length)))
        .isEqualTo(sorted(Comparator.comparingInt(String::length).reversed()));
    assertThat(sorted(Order.of(w -> w))).isEqualTo(sorted(Comparator.naturalOrder()));
    assertThat(sorted(Order.both(Order.by(String::length), Order.of(w -> w))))
        .isEqualTo(sorted(Comparator.comparingInt(String::length).thenComparing(w -> w)));
  }

  @Test
  void largeNumbersDoNotWrapAround() {
    assertThat(Order.<Long>down(n -> n).compare(Long.MIN_VALUE, 1L)).isPositive();
    assertThat(Order.<Integer>by(n -> n).compare(Integer.MIN_VALUE, 1)).isNegative();
  }
}
