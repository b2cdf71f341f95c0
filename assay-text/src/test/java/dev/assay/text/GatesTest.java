package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who must ask for the weights, and who must ask for something else.
class GatesTest {
  private static State access(String path, String text) {
    return Docs.readme("# Net\n").with(path, text).state(Component.ACCESS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "To download the model weights, please visit our page and accept the license.",
        "To request access to the model parameters, complete the form.",
        "If you would like to access these models, please apply for access with this form.",
        "模型权重完全开放，用作研究用途。[申请模型权重](https://net.example.org/request)",
        "从 [这里](https://net.example.org/download) 申请下载模型检查点。"
      })
  void theWeightsAreGivenToThoseWhoAsk(String sentence) {
    assertThat(access("MODELS.md", "# Net\n\n" + sentence + "\n")).isEqualTo(State.DESCRIBED);
    // A page on the use of many things speaks of those.
    assertThat(access("docs/others.md", "# Net\n\n" + sentence + "\n")).isEqualTo(State.ABSENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The weights are free for research; for commercial use of the model complete the form.",
        "模型权重对学术研究完全开放，在填写问卷进行登记后亦允许免费商业使用。",
        "To try the model online, fill out the application form.",
        "Before you access our dataset, agree to the terms; then train the model.",
        "服务能力有限，请填写此问卷取得模型 API 授权。",
        "First accept the terms of the corpus, then download the weights.",
        "You agree to the license of the model by clicking."
      })
  void aFormForSomethingElseIsNoGate(String sentence) {
    assertThat(access("MODELS.md", "# Net\n\n" + sentence + "\n")).isEqualTo(State.ABSENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "To download the weights:\n\n1. Visit the page.\n2. Read and accept the license.\n",
        "| Model | Weights |\n|---|---|\n| Net 175B | [request access here](https://forms.example.org/a) |\n"
      })
  void aStepAndACellSpeakOfWhatTheirListIsAbout(String text) {
    assertThat(access("README2.md", "# Net\n\n## Models\n\n" + text)).isEqualTo(State.DESCRIBED);
  }

  @Test
  void signingInAndAcceptingTermsIsAGateWhereverItIsTold() {
    String told =
        "# Net\n\n## Questions\n\nOn first use a window opens where you can log in via [us](https://x.example.net) and accept the license terms.\n";
    assertThat(Docs.readme(told).state(Component.ACCESS)).isEqualTo(State.DESCRIBED);
    String other =
        "# Net\n\n## Questions\n\nLog in to Hugging Face and accept the license of the tokenizer you use.\n";
    assertThat(Docs.readme(other).state(Component.ACCESS)).isEqualTo(State.ABSENT);
    String key = "# Net\n\n## Questions\n\nLog in to see the news.\n";
    assertThat(Docs.readme(key).state(Component.ACCESS)).isEqualTo(State.ABSENT);
  }

  private static final String GATED =
      """
      ---
      license: other
      extra_gated_prompt: To have it, agree.
      ---

      # %s

      The card of a model.
      """;

  @Test
  void aCardOfAnotherModelThatLiesInAFolderSaysNothingOfTheRelease() {
    String deep = "train/model/harbour/README.md";
    assertThat(
            Docs.readme("# Quay-LM\n")
                .with(deep, GATED.formatted("Harbour"))
                .state(Component.ACCESS))
        .isEqualTo(State.ABSENT);
    assertThat(
            Docs.readme("# Quay-LM\n")
                .with(deep, GATED.formatted("Quay-LM 7B"))
                .state(Component.ACCESS))
        .isEqualTo(State.PRESENT);
    // Where nothing else speaks for the release, and where the folder is one of cards.
    assertThat(new Docs().with(deep, GATED.formatted("Harbour")).state(Component.ACCESS))
        .isEqualTo(State.PRESENT);
    assertThat(
            Docs.readme("# Quay-LM\n")
                .with("model_cards/harbour/README.md", GATED.formatted("Harbour"))
                .state(Component.ACCESS))
        .isEqualTo(State.PRESENT);
  }
}
