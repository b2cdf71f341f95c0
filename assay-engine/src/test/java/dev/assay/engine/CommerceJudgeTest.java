package dev.assay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.licences.RightsAnswer;
import dev.assay.model.Claim;
import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Freedom;
import dev.assay.model.LicenceOf;
import dev.assay.model.Right;
import dev.assay.model.Right.Answer;
import dev.assay.model.Span;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommerceJudgeTest {
  private static Right right(Answer answer) {
    return new Right(Right.Act.COMMERCIAL_USE, answer, List.of(), "because", List.of());
  }

  private static Claim.Verdict verdict(
      Answer whole, Answer weights, String quote, boolean allowed) {
    var licence = new LicenceOf(LicenceOf.Status.FOUND, "Some", Freedom.LIMITED, "", List.of());
    var answer =
        new RightsAnswer(
            List.of(new RightsAnswer.Part(Component.WEIGHTS, licence, List.of(right(weights)))),
            List.of(right(whole)),
            right(whole));
    var claim =
        new Claim(
            Claim.Kind.COMMERCIAL_USE,
            "says that commercial use is " + (allowed ? "allowed" : "not allowed"),
            new Evidence("s", "README.md", new Span.Lines(1, 1), quote, null),
            Claim.Verdict.UNDECIDABLE,
            "",
            List.of());
    return new CommerceJudge(answer).judge(claim).verdict();
  }

  @ParameterizedTest
  @CsvSource({
    "UNDECIDED, NO, Not for commerce., false, CONFIRMED",
    "UNDECIDED, YES, Free for commercial use., true, CONFIRMED",
    "UNDECIDED, NO, Free for commercial use., true, CONTRADICTED",
    "UNDECIDED, UNDECIDED, Free for commercial use., true, UNDECIDABLE",
    "NO, YES, Free for commercial use., true, CONTRADICTED",
    "YES_IF, YES_IF, Commercial usage is permitted under these terms., true, CONFIRMED",
    "YES_IF, YES_IF, Free for commercial use., true, UNDECIDABLE",
    "YES, YES, Not for commerce., false, UNDECIDABLE",
  })
  void a_claim_is_judged_by_the_weights_where_the_whole_is_open(
      Answer whole, Answer weights, String quote, boolean allowed, Claim.Verdict expected) {
    assertThat(verdict(whole, weights, quote, allowed)).isEqualTo(expected);
  }
}
