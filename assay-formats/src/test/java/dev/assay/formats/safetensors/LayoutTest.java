package dev.assay.formats.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.io.Malformed;
import dev.assay.testing.Gen;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Ranges in any order: in order only their ends are kept, and nobody may see a difference.
class LayoutTest {
  private static Layout of(List<long[]> ranges) {
    var layout = new Layout();
    ranges.forEach(r -> layout.add(r[0], r[1]));
    return layout;
  }

  private static List<long[]> whole(Gen gen) {
    var ranges = new ArrayList<long[]>();
    long at = 0;
    for (int i = gen.between(1, 200); i > 0; i--) {
      long end = at + gen.between(0, 5);
      ranges.add(new long[] {at, end});
      at = end;
    }
    return ranges;
  }

  @Test
  void rangesWithoutAGapAreTakenInAnyOrder() {
    Gen.forAll(
        1,
        2_000,
        gen -> {
          List<long[]> ranges = whole(gen);
          long end = ranges.getLast()[1];
          for (int swaps = gen.between(0, 3); swaps > 0; swaps--) {
            Collections.swap(
                ranges, gen.between(0, ranges.size() - 1), gen.between(0, ranges.size() - 1));
          }
          Layout layout = of(ranges);
          assertThat(layout.check(0)).isEqualTo(end);
          for (long[] r : ranges) {
            assertThat(layout.boundary(r[0])).isTrue();
            assertThat(layout.boundary(r[1])).isTrue();
            assertThat(layout.boundary(r[0] + 1)).isEqualTo(isEnd(ranges, r[0] + 1));
          }
        });
  }

  private static boolean isEnd(List<long[]> ranges, long at) {
    return ranges.stream().anyMatch(r -> r[1] == at);
  }

  @Test
  void aGapOrAnOverlapIsRefusedWhereverItIs() {
    Gen.forAll(
        2,
        2_000,
        gen -> {
          List<long[]> ranges = whole(gen);
          int which = gen.between(0, ranges.size() - 1);
          boolean gap = gen.between(0, 1) == 0;
          if (gap) {
            for (int i = which; i < ranges.size(); i++) {
              ranges.get(i)[0]++;
              ranges.get(i)[1]++;
            }
          } else {
            ranges.get(which)[1] += 3;
            ranges.add(which + 1, new long[] {ranges.get(which)[1] - 1, ranges.get(which)[1] + 7});
          }
          assertThatThrownBy(() -> of(ranges).check(100))
              .isInstanceOf(Malformed.class)
              .hasMessageContaining(gap ? "belong to none" : "share bytes");
        });
  }

  @Test
  void nothingEndsAtTheBeginning() {
    assertThat(new Layout().check(8)).isZero();
    assertThat(new Layout().boundary(0)).isTrue();
    assertThat(new Layout().boundary(1)).isFalse();
  }
}
