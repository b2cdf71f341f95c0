package dev.assay.licences.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClausesTest {
  private static List<String> labels(String text) {
    return Clauses.of(text, Words.of(text)).stream().map(Clauses.Mark::label).toList();
  }

  @Test
  void numbersInsideAClauseByHowFarTheyStandIn() {
    assertThat(
            labels(
                """
                1. Break the law, including to:
                    1. Harm persons
                    2. Deceive:
                        1. by name
                        2. by deed
                    3. Trade
                2. Make arms:
                    1. large
                3. Anything else
                """))
        .containsExactly("1", "1.1", "1.2", "1.2.1", "1.2.2", "1.3", "2", "2.1", "3");
  }

  @Test
  void decimalNumbersNeedNoPoint() {
    assertThat(
            labels(
                """
                Section 2: Rights

                2.1 Grant of Rights
                You are granted much.
                2.2 Distribution
                \t1. Give the notice.
                \t2. Give the licence.
                2.3 Limits
                """))
        .containsExactly("2", "2.1", "2.2", "2.2.1", "2.2.2", "2.3");
  }

  @Test
  void sectionsWithoutASeparator() {
    assertThat(
            labels(
                """
                Section 1 Definitions
                     a. Work means a work.
                Section 2  Scope.
                     a. Licence grant.
                          1. Subject to the terms, as
                Section 6 Says, you may:
                               A. share it
                """))
        .containsExactly("1", "1.a", "2", "2.a", "2.a.1", "2.a.1.A");
  }
}
