package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Claim;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a release was made from, by name, and what sounds like it.
class BaseModelsTest {
  private static final String HEAD =
      "# Robin\n\nWeights: [Robin](https://huggingface.co/lab/robin)\n\n";

  private static List<String> bases(String text) {
    return Docs.document("README.md", HEAD + text + "\n").claims().stream()
        .filter(c -> c.kind() == Claim.Kind.BASE_MODEL)
        .map(c -> c.statement().replace("says that it was made from ", ""))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Robin-7B is trained from Other-7B. | Other-7B",
        "Robin-7B is fine-tuned from OtherLM2. | OtherLM2",
        "Robin-7B is a fine-tuned version of the original Other 2 Chat 7B model. | Other 2 Chat 7B",
        "We use Other2.5-7B as the base model. | Other2.5-7B",
        "使用 LoRA 以Other-7B为基座进行微调。 | Other-7B",
        "本项目基于Maker发布的可商用大模型[Other-2](https://github.com/lab/other)开发，是第二期项目。 | Other-2",
        "本项目基于某公司发布的可商用大模型[Other-2](https://github.com/lab/other)开发。 | Other-2",
        "模型基于 [Other-6B](https://github.com/lab/Other-6B) 训练。 | Other-6B",
        "The model is built upon Other 2.5 13B. | Other 2.5 13B",
        "Robin is initialized with [OtherCoder-v1.5 7B](https://huggingface.co/lab/o) and trained on. | OtherCoder-v1.5 7B",
        "Our model is based on [Other Series](https://o.example/b) of **base models**, including [Other3-0.5B](https://huggingface.co/lab/o). | Other3-0.5B",
        "Robin was trained from the Great `other-siglip-224px` VLM. | other-siglip-224px",
        "This model is a quantized version of Other-7B. | Other-7B",
        "The model was fine-tuned from a 7B OtheR model. | OtheR",
        "- **Finetuned from model:** OtherLM-2 | OtherLM-2",
        "The models are instruction fine-tuned from other foundation models. | another model",
      })
  void aBaseIsNamed(String text, String base) {
    assertThat(bases(text)).containsExactly(base);
  }

  @Test
  void severalBasesAreEachNamed() {
    assertThat(bases("The model is built based on Seer2-400M and the Other3-0.8B LLM."))
        .containsExactly("Seer2-400M", "Other3-0.8B");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "You can use the AWQ-quantized version of Robin-7B models.",
        "This is a quantized version of Robin 3 models.",
        "You can also load an 8-bit quantized version of the Other-7B model.",
        "The model was trained on ERA5 data from 1979, and fine-tuned on HRES-fc0 data. "
            + "This model can run in an operational setting (i.e., initialised from HRES-fc0).",
        "If you did full fine-tuning of OtherVLA on a new dataset, convert the model.",
        "You can run fine-tuning of the downloaded model on your dataset.",
        "Many tools support fine-tuning of Other-7B models.",
        "**[2024/04/30]** Other-3 is out, based on Base-8B, see https://github.com/lab/other-3",
        "**[2024/04/30]** Release [Other](https://github.com/lab/other), which is based on Base-6B.",
        "Is the model trained from Other-7B?",
        "The model was trained from scratch with SmallTools-2.",
        "The models in this section are initialized from the models trained in `first`.",
        "1 Big-G was trained from scratch with 3 small models distilled from the Big-G.",
        "The server is based on FastTool-2 and torch 2.0.",
        "The model is based on the Other-7B architecture and was trained from scratch.",
        "Do not use any derivative based on Robin-6B for harm.",
        "目前未基于 Other-6B 开发任何应用。",
        "If you use Other-7B as the base model, set the option.",
        "These models were initialized with the standard 4M-7 CC12M models and trained on.",
        "We use ResNet-50 as the backbone.",
        "> The quoted model is not new."
      })
  void whatOnlySoundsSoIsNoBase(String text) {
    assertThat(bases(text)).isEmpty();
  }

  @Test
  void aColumnOfTheReleasesModelsNamesTheirBase() {
    String table =
        "| Model | Backbone | Link |\n|---|---|---|\n"
            + "| Robin-7B | OtheR2 | [w](https://huggingface.co/lab/robin-7b) |\n"
            + "| Robin-13B | OtheR2 | [w](https://huggingface.co/lab/robin-13b) |\n";
    assertThat(bases(table)).containsExactly("OtheR2");
    assertThat(bases(table.replace("Backbone", "Base model"))).containsExactly("OtheR2");
    assertThat(bases(table.replace("Backbone", "Score"))).isEmpty();
  }

  @Test
  void aDesignOrAnotherGroupsModelInAColumnIsNoBase() {
    assertThat(
            bases(
                "| Backbone | Method | Link |\n|---|---|---|\n"
                    + "| R50 | A | [w](https://huggingface.co/lab/a) |\n"))
        .isEmpty();
    assertThat(
            bases(
                "| Model | Base Model | Score |\n|---|---|---|\n"
                    + "| Wren-7B | Other-7B | 41.2 |\n"))
        .isEmpty();
    assertThat(
            bases(
                "| Model | Base Model | Link |\n|---|---|---|\n"
                    + "| Robin-Chat | Robin-Base-12B | [w](https://huggingface.co/lab/c) |\n"))
        .isEmpty();
  }

  @Test
  void aNameOfTheReleaseIsToldFromOneThatBeginsLikeIt() {
    OwnNames own = OwnNames.of(List.of("lab+Robin", "Great Transfer (GrT): a study"));
    assertThat(own.are("Robin-7B")).isTrue();
    assertThat(own.are("lab/robin-chat")).isTrue();
    assertThat(own.are("GrT-M-R152x2")).isTrue();
    assertThat(own.are("Robinson-7B")).isFalse();
    assertThat(own.are("Other-Robin")).isFalse();
  }

  @Test
  void amongThanksOnlyOurModelSpeaksOfTheRelease() {
    String thanks =
        "## Acknowledgements\n\n- %s based on [Other3-7B](https://huggingface.co/lab/o).\n";
    assertThat(bases(thanks.formatted("Our model is"))).containsExactly("Other3-7B");
    assertThat(bases(thanks.formatted("Our framework is"))).isEmpty();
    assertThat(bases(thanks.formatted("Wren-7B is"))).isEmpty();
  }

  @Test
  void whatTheSourceIsCalledMakesItsStagesItsOwn() {
    String readme = "# A picture\n\nThe model Chat is fine-tuned from Robin-7B.\n";
    DocumentJudge judge = Docs.readme(readme).judged();
    assertThat(judge.judge(false, false).claims()).isNotEmpty();
    assertThat(judge.judge(false, false, OwnNames.of(List.of("lab+Robin"))).claims()).isEmpty();
  }

  @Test
  void aLinkWithoutWordsNamesNothing() {
    assertThat(
            bases(
                "The model is based on a series of base models, see [](https://huggingface.co/lab/o)"
                    + " and [Other3-7B](https://huggingface.co/lab/other3-7b).\n"))
        .containsExactly("Other3-7B");
  }
}
