package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Claim;
import dev.assay.model.Component;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a release calls open, what it was made from, and what it says is to come or stays back, in
/// words that earlier rules did not know.
class OpenAndToComeTest {
  private static List<String> of(Claim.Kind kind, String text) {
    return Docs.document("README.md", "# Robin\n\n" + text + "\n").claims().stream()
        .filter(c -> c.kind() == kind)
        .map(Claim::statement)
        .toList();
  }

  private static List<String> bases(String text) {
    return of(Claim.Kind.BASE_MODEL, text).stream()
        .map(s -> s.replace("says that it was made from ", ""))
        .toList();
  }

  private static List<Component> promised(String text) {
    return Docs.readme("# Robin\n\n" + text + "\n").judged().mentions().stream()
        .filter(m -> m.state() == State.PROMISED)
        .map(m -> m.component())
        .distinct()
        .toList();
  }

  private static List<Component> refused(String text) {
    return Docs.readme("# Robin\n\n" + text + "\n").judged().mentions().stream()
        .filter(m -> m.qualifiers().contains(Qualifier.REFUSED))
        .map(m -> m.component())
        .distinct()
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Robin is a suite of open language models for birds.",
        "Robin is a powerful open multilingual chatbot model for everyone.",
        "Robin is an open-weight speech model.",
        "Robin is a lightweight, open model from the Nest.",
        "We present Robin, an open-source model that does comparable to Wren-4 in singing.",
      })
  void openModelsAreCalledOpen(String text) {
    assertThat(of(Claim.Kind.OPEN_SOURCE, text)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Robin is an open-vocabulary detection model.",
        "It does better than all leading open models.",
        "Robin is based on open language models of others.",
        "Similar to open-source models, Robin sings.",
        "It is an open question whether models sing.",
        "We will open the weights soon.",
        "See the paper \"Robin: Open Foundation and Chat Models\"."
      })
  void whatElseIsOpenIsNoClaim(String text) {
    assertThat(of(Claim.Kind.OPEN_SOURCE, text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Robin is further pre-trained from an intermediate checkpoint of Wren-V2 with more songs. | Wren-V2",
        "It is an expansion of Wren2-7B with more layers. | Wren2-7B",
        "We used our own songs to fine-tune on top of [Wren-2-7b](https://huggingface.co/nest/wren-2-7b). | Wren-2-7b",
        "This is [Wren-3B](https://huggingface.co/nest/wren-3b) finetuned on songs. | Wren-3B",
        "Our first release, built-upon the Wren2 base models, sings. | Wren2",
        "It uses the Wren-7b model as a starting point. | Wren-7b",
        "This model is based on Wren-8x7b | Wren-8x7b",
        "Built upon Nest's Wren model, Robin sings. | Wren",
        "这些模型在原版WreN的基础上扩充了词表。 | WreN",
        "Robin 是一个基于WrenVL改进的视觉模型。 | WrenVL",
        "中文模型以 WreN 为底座。 | WreN",
      })
  void basesAreNamed(String text, String base) {
    assertThat(bases(text)).containsExactly(base);
  }

  @Test
  void whatASentenceOrAListSaysWasMergedIsMade() {
    assertThat(
            bases(
                "This model uses [Wren 7b](https://huggingface.co/nest/wren-7b) (66%) as a base with"
                    + " [Tit 7b](https://huggingface.co/nest/tit-7b) and the result was merged with the other."))
        .hasSize(2);
    assertThat(bases("A merge by SLERP.\n\n## Models used\n- nest/wren-7b\n- nest/tit-7b\n"))
        .containsExactly("nest/wren-7b", "nest/tit-7b");
    assertThat(
            bases(
                "This model was merged using the [WrenSwap](https://huggingface.co/nest/WrenSwap-7B) merge method"
                    + " with [Tit-7b](https://huggingface.co/nest/tit-7b) as a base."))
        .containsExactly("Tit-7b");
    assertThat(bases("A merge.\n\n## Models\n- nest/wren-7b\n")).isEmpty();
    assertThat(bases("A classifier.\n\n## Models used\n- nest/wren-7b\n")).isEmpty();
  }

  @Test
  void joinedTasksAreEachPromised() {
    assertThat(
            promised(
                "## TODOs\n- [x] Release inference code\n- [ ] Release training code and weights\n"))
        .containsExactlyInAnyOrder(Component.TRAINING_CODE, Component.WEIGHTS);
    assertThat(
            Docs.readme("# Robin\n\n## TODO\n- [ ] Release evaluation code and data\n")
                .trains()
                .judge()
                .findings())
        .noneMatch(f -> f.component() == Component.TRAINING_DATA && f.state() == State.PROMISED);
    assertThat(
            Docs.readme(
                    "# Robin\n\n## TODO\n- [ ] Release code and checkpoints trained on A-1B and labelled datasets\n")
                .trains()
                .judge()
                .findings())
        .noneMatch(f -> f.component() == Component.TRAINING_DATA && f.state() == State.PROMISED);
    assertThat(promised("## TODO\n- [x] Training code will be released soon\n")).isEmpty();
    assertThat(promised("## Pretrained weights\n\nComing soon! We plan another.\n"))
        .containsExactly(Component.WEIGHTS);
    assertThat(promised("## Chat model inference\n\nComing soon...\n")).isEmpty();
    assertThat(promised("The Robin-base models (to be released) were trained on songs.\n"))
        .containsExactly(Component.WEIGHTS);
    assertThat(
            Docs.readme("# Robin\n\nDetails will follow in our upcoming paper.\n")
                .judge()
                .findings())
        .anyMatch(f -> f.component() == Component.RESEARCH_PAPER && f.state() == State.PROMISED);
    assertThat(promised("Future versions of the tuned models will be released as we improve.\n"))
        .isEmpty();
    assertThat(promised("如果效果更好，会考虑发布更大的模型，敬请期待。\n")).isEmpty();
  }

  @Test
  void whatStaysBackIsRefused() {
    assertThat(refused("预训练权重暂不开源。")).containsExactly(Component.WEIGHTS);
    assertThat(
            refused(
                "## Contact\n\nThis repository has only the inference code; the training code will not be released."))
        .containsExactly(Component.TRAINING_CODE);
  }

  /// What is made of the code, or shows it, is not the code.
  @Test
  void aVersionOfTheRepositoryIsNotTheRepository() {
    assertThat(promised("A rendered book version of this repository will be available soon."))
        .isEmpty();
    assertThat(promised("This repository will be available soon.")).isNotEmpty();
  }
}
