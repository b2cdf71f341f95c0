package dev.assay.code.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.assay.io.TextFile;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TuningSentencesTest {
  private static TextFile readme(String text) {
    return TextFile.of("s", "README.md", text);
  }

  @Test
  void theFirstActThatTakesPlaceIsTold() {
    var found =
        TuningSentences.in(
            readme(
                "We plan to fine-tune it.\n\n## Roadmap\n\nFine-tuning\n\n## Use\n\nFine-tuning:\n"));
    assertThat(found).isNotNull();
    assertThat(found.place()).isEqualTo("README.md:9");
  }

  @Test
  void whatStandsInAHeadingIsNotBelowIt() {
    assertThat(TuningSentences.in(readme("# N\n\n## Related fine-tuning\n"))).isNotNull();
    assertThat(TuningSentences.in(readme("# N\n\n## Related\nfine-tuning\n"))).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "we plan to fine-tune it\n",
        "we plan to fine-tune ",
        "\n# if we fine-tune ",
        ". "
      })
  void manyMentionsTakeTimeInProportion(String part) {
    String mentions = part.repeat(2_000_000 / part.length()) + "\n# todo\n";
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () ->
            assertThat(
                    TuningSentences.in(readme(mentions + "we plan to fine-tune ".repeat(50_000))))
                .isNull());
  }

  @Test
  void whereASentenceIsBrokenIntoLinesSaysNothing() {
    assertThat(
            TuningSentences.in(readme("It is hard for models without instruction\nfine-tuning.\n")))
        .isNull();
    assertThat(TuningSentences.in(readme("We work on a model without\n\n- fine-tuning\n")))
        .isNotNull();
  }

  @Test
  void whatOthersWroteIsNoUse() {
    String page = "# N\n\n## %s\n\n[1] A. Gull, “Sand by transfer learning,” Dunes, 2020.\n";
    assertThat(TuningSentences.in(readme(page.formatted("References")))).isNull();
    assertThat(TuningSentences.in(readme(page.formatted("Use")))).isNotNull();
  }

  @Test
  void whatWeightsLackIsNoDenialOfWhatIsDoneWithThem() {
    String page = "# N\n\n## Fine Tuning the net\n%s do not include the last layer.\n";
    assertThat(TuningSentences.in(readme(page.formatted("The weights given")))).isNotNull();
    assertThat(TuningSentences.in(readme(page.formatted("We")))).isNull();
  }

  @Test
  void theWeightsOfAPartAreWhatTheRestIsTrainedWith() {
    String page = "# N\n\n```yaml\n# %s weights to use (if transfer learning is wanted)\n```\n";
    assertThat(TuningSentences.in(readme(page.formatted("Encoder")))).isNull();
    assertThat(TuningSentences.in(readme(page.formatted("Model")))).isNotNull();
  }

  @Test
  void howTheModelWasMadeIsDoneHere() {
    String page = "# N\n\n%s is fine-tuned from a pretrained copy of another.\n";
    assertThat(TuningSentences.in(readme(page.formatted("The model")))).isNotNull();
    assertThat(TuningSentences.in(readme(page.formatted("Their bird")))).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Start training from the pre-trained model",
        "You can also continue training with our pretrained weights",
        "To train from a pretrained checkpoint"
      })
  void trainingOnIsNamedByWhatItBeginsWith(String sentence) {
    assertThat(TuningSentences.in(readme("# N\n\n" + sentence + ":\n"))).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We compare what comes of training with pretrained word vectors",
        "Features of training are kept apart from the pretrained model",
        "Download the pretrained model before training"
      })
  void whatOnlyStandsBesideTrainingIsNoTrainingOn(String sentence) {
    assertThat(TuningSentences.in(readme("# N\n\n" + sentence + ".\n"))).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "## Why not just use fine-tuning?\n",
        "## Why not take a known one?\n\nFine-tuning keeps what it knew.\n",
        "If I fine tune a known one, it keeps what it knew.\n",
        "```\nrate: float = 0.0 # for finetuning try a bit more\n```\n",
        "Q: For other birds? A: Transfer learning could help there.\n",
        "**No fine-tuning is needed.** It knows them.\n",
        "| [1](https://arxiv.org/abs/1) | **Gulls: Transfer Learning from Terns** |\n"
      })
  void whatDoesNotTakePlaceHereIsNoUse(String text) {
    assertThat(TuningSentences.in(readme("# N\n\n" + text))).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "```\npython train.py --rate=0.1 # for finetuning\n```\n",
        "| [weights](https://birds.example/w) | fine-tuning on terns |\n",
        "Fine-tuning is how you could teach it terns.\n"
      })
  void whatIsSaidOfAnActThatTakesPlaceIsOne(String text) {
    assertThat(TuningSentences.in(readme("# N\n\n" + text))).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We use [Gull](https://git.example/gull) to initialize %s.",
        "Refined for ten epochs, starting from the weights of %s trained on dunes."
      })
  void withWhatAModelBeginsIsTold(String sentence) {
    String page = "# N\n\n## Training\n\n" + sentence + "\n";
    assertThat(TuningSentences.in(readme(page.formatted("the model")))).isNotNull();
    assertThat(TuningSentences.in(readme(page.formatted("the encoder")))).isNull();
  }

  @Test
  void whatWasMadeAfterItIsGivenOutAndNotDone() {
    String page = "# N\n\nYou can find the %s by Glass after fine-tuning on sand here.\n";
    assertThat(TuningSentences.in(readme(page.formatted("detections produced")))).isNull();
    assertThat(TuningSentences.in(readme(page.formatted("steps told")))).isNotNull();
  }
}
