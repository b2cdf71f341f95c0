package dev.assay.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FenceTest {

  @Test
  void aFenceIsClosedByAsManyOfTheSameOrMore() {
    Fence four = Fence.opening("````markdown");
    assertThat(four).isEqualTo(new Fence('`', 4));
    assertThat(four.info("````markdown")).isEqualTo("markdown");
    assertThat(four.isClosedBy("````")).isTrue();
    assertThat(four.isClosedBy("`````  ")).isTrue();
    assertThat(four.isClosedBy("```")).isFalse();
    assertThat(four.isClosedBy("~~~~")).isFalse();
    assertThat(four.isClosedBy("```` text")).isFalse();
    assertThat(Fence.opening("~~~ python")).isEqualTo(new Fence('~', 3));
  }

  @Test
  void twoMarksOrASpanOfCodeOpenNothing() {
    assertThat(Fence.opening("``a``")).isNull();
    assertThat(Fence.opening("~~struck out~~")).isNull();
    assertThat(Fence.opening("```sh run.sh```")).isNull();
    assertThat(Fence.opening("")).isNull();
  }

  @Test
  void aLineMayBeASpanOfCode() {
    assertThat(Fence.span("```sh run.sh```")).isEqualTo("sh run.sh");
    assertThat(Fence.span("```a``` is a name")).isEmpty();
    assertThat(Fence.span("```a``` and ```b```")).isEmpty();
    assertThat(Fence.span("```")).isEmpty();
    assertThat(Fence.span("``````")).isEmpty();
    assertThat(Fence.span("`a`")).isEmpty();
  }
}
