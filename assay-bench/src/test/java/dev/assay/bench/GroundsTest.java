package dev.assay.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.Finding;
import dev.assay.model.LicenceOf;
import dev.assay.model.State;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class GroundsTest {
  private static Finding finding(String summary) {
    return new Finding(
        Component.TRAINING_DATA,
        State.ABSENT,
        Set.of(),
        null,
        summary,
        LicenceOf.NONE,
        List.of(),
        List.of(),
        List.of());
  }

  @Test
  void answersWithOtherNamesAndNumbersHaveOneGround() {
    assertThat(Grounds.of(finding("Named only: Harbour, Dune")))
        .isEqualTo(Grounds.of(finding("Named only: Quay")))
        .contains("Named only");
    assertThat(Grounds.of(finding("In hand, 3 files in `data/x`")))
        .isEqualTo(Grounds.of(finding("In hand, 12 files in `data/y`")));
    assertThat(Grounds.of(finding("Silent"))).isNotEqualTo(Grounds.of(finding("Named only: Quay")));
  }

  @Test
  void groundsOfFiveAnswersAreToldTheWorstFirst() {
    Column column = Column.ALL.getFirst();
    var grounds = new Grounds();
    for (int i = 0; i < 5; i++) {
      grounds.add(column, finding("Silent"), false, i == 0);
      grounds.add(column, finding("Named only: x"), false, i < 3);
    }
    for (int i = 0; i < 4; i++) {
      grounds.add(column, finding("Promised: x"), false, true);
    }
    var text = new StringWriter();
    try (var out = new PrintWriter(text)) {
      grounds.print(out);
    }
    assertThat(text.toString().lines().filter(l -> l.contains(" of ")).toList())
        .anySatisfy(l -> assertThat(l).contains("2 of    5").contains("Named only"))
        .anySatisfy(l -> assertThat(l).contains("4 of    5").contains("Silent"));
    assertThat(text.toString()).doesNotContain("Promised");
    assertThat(text.toString().indexOf("Named only")).isLessThan(text.toString().indexOf("Silent"));
  }
}
