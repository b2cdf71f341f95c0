package dev.assay.code.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/// The table of weights, and what a source reads like by it.
class WordWeightsTest {
  private static final WordWeights TABLE =
      WordWeights.of(
          List.of(
              "# a comment",
              "",
              "BASE\tRUNNING\t-1.5",
              "SIGN\tFILE\tdemo\tRUNNING\t2",
              "SIGN\tCALL\tpredict\tRUNNING\t1",
              "SIGN\tCALL\tpredict\tMEASURING\t-0.5",
              "SIGN\tNAME\taudio\tRUNNING\t0.25",
              "FROM\tRUNNING\t1.7"));

  @Test
  void eachSignCountsOnce() {
    Reading reading = TABLE.read("demo.py", "x = predict(predict(audio))");
    assertThat(reading.score(Question.RUNNING)).isEqualTo(-1.5 + 2 + 1 + 0.25, within(1e-9));
    assertThat(reading.score(Question.MEASURING)).isEqualTo(-0.5, within(1e-9));
  }

  @Test
  void withoutSignsTheBaseIsLeft() {
    assertThat(TABLE.read("a.py", "").score(Question.RUNNING)).isEqualTo(-1.5, within(1e-9));
  }

  @Test
  void theLineThatSaysMostTellsFirstAndSignsOfThePathHaveNoPlace() {
    String code = "audio = 1\ny = predict(2)";
    Reading reading = TABLE.read("demo.py", code);
    assertThat(reading.tellingPlaces(Question.RUNNING, code)).containsExactly(14, 0);
    assertThat(reading.tellingPlaces(Question.MEASURING, code)).isEmpty();
  }

  @Test
  void aLineTellsByAllItsSigns() {
    WordWeights table =
        WordWeights.of(
            List.of(
                "SIGN\tNAME\tone\tRUNNING\t1",
                "SIGN\tNAME\ttwo\tRUNNING\t0.7",
                "SIGN\tNAME\tsix\tRUNNING\t0.8"));
    String code = "one\ntwo six";
    assertThat(table.read("a", code).tellingPlaces(Question.RUNNING, code)).containsExactly(8, 0);
  }

  @Test
  void aQuestionWithoutAScoreFindsNothing() {
    assertThat(TABLE.from(Question.RUNNING)).isEqualTo(1.7);
    assertThat(TABLE.from(Question.MEASURING)).isInfinite();
  }

  @Test
  void aLineOfNoKindIsAFaultOfTheTable() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WordWeights.of(List.of("WORD\ta")))
        .withMessageContaining("WORD");
  }

  @Test
  void theDeliveredTableAnswersEachQuestion() {
    for (Question q : Question.values()) {
      assertThat(WordWeights.builtIn().from(q)).isBetween(0.5, 6.0);
    }
    Reading measures =
        WordWeights.builtIn()
            .read(
                "evaluate.py",
                "import metrics\ndef evaluate(predictions, targets):\n  accuracy = score(targets)\n");
    assertThat(measures.score(Question.MEASURING)).isGreaterThan(measures.score(Question.RUNNING));
  }
}
