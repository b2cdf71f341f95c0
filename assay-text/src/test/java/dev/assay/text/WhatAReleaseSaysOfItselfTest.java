package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Claim;
import dev.assay.model.Component;
import dev.assay.model.Finding;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a release was made from, what it promises and refuses, and what stands before its weights,
/// in the words that cards and READMEs use.
class WhatAReleaseSaysOfItselfTest {
  private static List<String> of(Claim.Kind kind, String text) {
    return Docs.document("README.md", text).claims().stream()
        .filter(c -> c.kind() == kind)
        .map(Claim::statement)
        .toList();
  }

  private static List<String> bases(String text) {
    return of(Claim.Kind.BASE_MODEL, "# Robin\n\n" + text + "\n").stream()
        .map(s -> s.replace("says that it was made from ", ""))
        .toList();
  }

  private static Finding found(Component component, String text) {
    return Docs.readme("# Robin\n\n" + text + "\n").judge().findings().stream()
        .filter(f -> f.component() == component)
        .findFirst()
        .orElseThrow();
  }

  private static boolean refused(String text) {
    return Docs.readme("# Robin\n\n" + text + "\n").judged().mentions().stream()
        .anyMatch(
            m -> m.component() == Component.WEIGHTS && m.qualifiers().contains(Qualifier.REFUSED));
  }

  private static boolean promised(Component component, String text) {
    return Docs.readme("# Robin\n\n" + text + "\n").judged().mentions().stream()
        .anyMatch(m -> m.component() == component && m.state() == State.PROMISED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "- **Base model:** [nest/Wren-7B](https://huggingface.co/nest/Wren-7B) | nest/Wren-7B",
        "- **Base Model**: `nest/wren-small` | nest/wren-small",
        "Original model: https://huggingface.co/nest/Wren-7B | nest/Wren-7B",
        "- ベースモデル: [nest/Wren-7B](https://huggingface.co/nest/Wren-7B) | nest/Wren-7B",
        "- 베이스 모델: `nest/wren-ko-base` | nest/wren-ko-base",
        "- 基座模型：Wren2-7B | Wren2-7B",
        "- Modelo base: Wren-7B | Wren-7B",
      })
  void aLabelNamesTheBase(String text, String base) {
    assertThat(bases(text)).containsExactly(base);
  }

  @Test
  void aLabelMayStandAboveTheNameOrInARowOfTwo() {
    String link = "[nest/Wren-7B-v1](https://huggingface.co/nest/Wren-7B-v1)";
    assertThat(bases("**Base Model**\n" + link)).containsExactly("nest/Wren-7B-v1");
    assertThat(bases("## Base model\n\n" + link)).containsExactly("nest/Wren-7B-v1");
    assertThat(bases("| Property | Value |\n|---|---|\n| Base model | Wren-7B |"))
        .containsExactly("Wren-7B");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- **Base model:** see below",
        "- **Base model:** none, it was trained from scratch",
        "- **Base model:** Robin-7B",
        "- Baseline: Wren-7B",
        "## Evaluation\n\n| Base model | Wren-7B |\n|---|---|\n| Score | 4 |",
      })
  void aLabelWithoutAModelNamesNone(String text) {
    assertThat(bases(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "We fine-tune the Wren-3 Mini model on recipes. | Wren-3 Mini",
        "The project fine-tunes Maker's WREN-T5-Large model to sort mail. | WREN-T5-Large",
        "Robin is a chat model obtained by finetuning Wren-13B on dialogues. | Wren-13B",
        "Robin is trained from [wren-base](https://huggingface.co/wren-base). | wren-base",
        "This model is a fine-tuned version of [nest/wren-base](https://huggingface.co/nest/wren-base) on an unknown dataset. | nest/wren-base",
        "It is a distilled variant of [Wren big](https://huggingface.co/nest/wren-big). | nest/wren-big",
        "Robin is an improved version of the well-known model [nest/wren-3.5](https://huggingface.co/nest/wren-3.5). | nest/wren-3.5",
        "Mixture of experts version of https://huggingface.co/nest/Wren-7B | nest/Wren-7B",
        "This is an instruction fine-tuned wren-2 model. | wren-2",
        "Robin is fine-tuned on a base Wren-7B model. | Wren-7B",
        "The first German language model built on Wren-2. | Wren-2",
        "A compact Wren 4 fine-tune for decisions. | Wren 4",
        "It is based on WrEN (Wide Range Estimating Network model) and small. | WrEN",
        "Robin is the [WREN-A big model](https://huggingface.co/wren-a) fine-tuned on letters. | WREN-A",
        "Este modelo BERT é uma versão ajustada do [nest/wren-cased](https://huggingface.co/nest/wren-cased). | nest/wren-cased",
        "Es una versión ajustada de Wren-7B. | Wren-7B",
        "Modèle affiné à partir de Wren3.8-27B. | Wren3.8-27B",
        "Robin ist eine feinabgestimmte Version von Wren-7B. | Wren-7B",
        "Модель дообучена на основе [nest/Wren-7B](https://huggingface.co/nest/Wren-7B). | nest/Wren-7B",
        "`nest/wren-base`を日本語でファインチューニングしたモデルです。 | nest/wren-base",
        "[nest/Wren3-8B](https://huggingface.co/nest/Wren3-8B)をベースに学習しました。 | nest/Wren3-8B",
        "이 모델은 `nest/wren-base`를 파인튜닝한 모델입니다. | nest/wren-base",
        "我们对 Wren-7B 模型进行了全参数微调。 | Wren-7B",
        "Robin-M was trained on the Wren-34B-200K base. | Wren-34B-200K",
        "The base Wren-2 model was used for training. | Wren-2",
        "We build Robin from Maker's Wren-7B. | Wren-7B",
        "Robin nutzt Wren-7B als Basis. | Wren-7B",
        "В качестве базовой модели используется Wren-7B. | Wren-7B",
        "基於 [nest/Wren-7B](https://huggingface.co/nest/Wren-7B) 微調的模型。 | nest/Wren-7B",
      })
  void wordsOfDescentNameTheBase(String text, String base) {
    assertThat(bases(text)).containsExactly(base);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WrenX is a distilled version of Wren-7B.",
        "It uses DWren, which is a distilled version of the Wren-7B model.",
        "You can fine-tune Wren-7B with this code.",
        "We fine-tune a classifier on PhotoNet-1K.",
        "We adapt the loss from Wren.",
        "A fine-tuned version of text/image-encoders is used.",
        "Robin-3B is a fine-tuned version of Robin-7B.",
        "A language model built on the WrenFlow2 framework.",
        "## S1 Finetune\n\nStage 2 finetune for speakers.",
        "[Language model trained on WRC2](https://huggingface.co/nest/robin)",
        "我们提供了将[雏鸟2.5](https://huggingface.co/nest/chick2d5-7b)应用到下游任务中的微调代码。",
        "- The image encoder is based on the [WrenV2](https://github.com/nest/wren) model with tokens.",
        "| Project | Data | Base model |\n|---|---|---|\n| [Finch](https://github.com/nest/finch) | [talk](https://huggingface.co/nest/talk-x) | Wren-7B |",
      })
  void othersAndToolsAreNoBases(String text) {
    assertThat(bases(text)).isEmpty();
  }

  @Test
  void aMergeNamesAllThatItWasMadeOf() {
    String a = "[nest/Wren-7b-a](https://huggingface.co/nest/Wren-7b-a)";
    String b = "[den/Lynx-7B](https://huggingface.co/den/Lynx-7B)";
    assertThat(bases("Merge of " + a + " and " + b + " using ties."))
        .containsExactly("nest/Wren-7b-a", "den/Lynx-7B");
    assertThat(
            bases("The following models were included in the merge:\n* " + a + "\n* " + b + "\n"))
        .containsExactly("nest/Wren-7b-a", "den/Lynx-7B");
    assertThat(
            bases(
                "```yaml\nmodels:\n  - model: nest/Wren-7b-a\n  - model: den/Lynx-7B\n"
                    + "merge_method: ties\nbase_model: nest/Wren-7b\n```"))
        .containsExactly("nest/Wren-7b-a", "den/Lynx-7B", "nest/Wren-7b");
    assertThat(bases("```yaml\nmodel: nest/Wren-7b-a\nlearning_rate: 1\n```")).isEmpty();
    assertThat(bases("This is " + a + " with " + b + " applied."))
        .containsExactly("nest/Wren-7b-a", "den/Lynx-7B");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The fine-tuned weights will not be released.",
        "Attack model weights will NOT be released.",
        "The trained model weights cannot be shared publicly because the records are private.",
        "The records are private; their data and weights cannot be shared.",
        "We cannot share the pretrained weights.",
      })
  void weightsAreRefused(String text) {
    assertThat(refused(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The data used to train the checkpoints will not be released.",
        "The weights have not yet been released.",
        "The weights will be released, but not the data.",
        "Weights cannot be updated during the run.",
        "Do not share your weights file over mail.",
      })
  void otherThingsAreRefused(String text) {
    assertThat(refused(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We plan to open-source the models and the new data.",
        "Our data, code, and model weights will be released soon.",
        "## News\n\n- [ ] Release trained weights",
        "## Checklist\n\n- [x] Paper\n- [ ] Release model checkpoints (next week)",
      })
  void weightsArePromised(String text) {
    assertThat(promised(Component.WEIGHTS, text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We will release the model training data.",
        "New models will be released once they are trained.",
        "## News\n\n- [x] Release trained weights",
        "## To submit\n\n- [ ] Release your weights",
      })
  void otherThingsArePromised(String text) {
    assertThat(promised(Component.WEIGHTS, text)).isFalse();
  }

  @Test
  void aTaskOfTheMakersIsAPromiseUnderAnyHeading() {
    String task = "- [ ] Release training code (before spring)";
    assertThat(promised(Component.TRAINING_CODE, "## News\n\n" + task)).isTrue();
    assertThat(promised(Component.TRAINING_CODE, "## Checklist\n\n- [ ] Training code")).isTrue();
    assertThat(promised(Component.TRAINING_CODE, "## Before you run\n\n- [ ] Training code"))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "- [ ] Release the training data | true",
        "- [ ] Release FinchSongs dataset with open license | true",
        "- [x] Release the training data | false",
        "- [ ] Release the test data | false",
        "- [ ] Release data preprocessing code | false",
        "- [ ] Release how to prepare datasets | false",
      })
  void aTaskToGiveDataPromisesIt(String task, boolean promised) {
    assertThat(found(Component.TRAINING_DATA, "## Plans\n\n" + task).state() == State.PROMISED)
        .isEqualTo(promised);
  }

  @Test
  void acceptanceOfThePaperIsATimeAndNoPromiseOfIt() {
    String text = "We will release the training code upon paper acceptance.";
    assertThat(promised(Component.TRAINING_CODE, text)).isTrue();
    assertThat(found(Component.RESEARCH_PAPER, text).state()).isEqualTo(State.ABSENT);
    assertThat(found(Component.RESEARCH_PAPER, "Our paper is coming soon.").state())
        .isEqualTo(State.PROMISED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The model weights are available upon request. | true",
        "Due to their size, the fine-tuned weights are available on request from the authors. | true",
        "Code and trained model weights are available upon reasonable request. | true",
        "The full trained models (two variants) are available **upon request**. | true",
        "The data are available upon request. | false",
        "The data used to train the models are available upon request. | false",
        "Models for commercial use are available on request. | false",
        "Our extractor uses a model called Wren. You need to request access to the model weights at [its page](https://huggingface.co/nest/wren). | false",
        "Request access to the model weights [here](https://huggingface.co/nest/robin). | true",
      })
  void oneHasToAskForTheWeights(String text, boolean gate) {
    assertThat(found(Component.ACCESS, text).state() == State.DESCRIBED).isEqualTo(gate);
  }

  @Test
  void aLicenceAgreedToByUseIsNoGate() {
    String text =
        "# License for the weights\n\nBy downloading the weights you agree to the terms below.\n"
            + "If you do not accept the license, do not download them.\n";
    assertThat(
            new Docs()
                .with("weights/LICENSE-WEIGHTS.md", text).judge().findings().stream()
                    .noneMatch(
                        f -> f.component() == Component.ACCESS && f.state() == State.DESCRIBED))
        .isTrue();
  }

  @Test
  void labelsTellSizesAndLanguages() {
    assertThat(of(Claim.Kind.PARAMETERS, "# Robin\n\n- **Parameters:** 3.8B\n"))
        .containsExactly("states 3.8B parameters (3800000000)");
    assertThat(of(Claim.Kind.PARAMETERS, "# Robin\n\n- **Parameter size:** 7B\n"))
        .containsExactly("states 7B parameters (7000000000)");
    assertThat(of(Claim.Kind.PARAMETERS, "# Robin\n\n- Parameters: 1B to 7B\n")).isEmpty();
    assertThat(of(Claim.Kind.PARAMETERS, "# Robin\n\nSet the parameters: 7B runs slower.\n"))
        .isEmpty();
    assertThat(of(Claim.Kind.LANGUAGES, "# Robin\n\n- **Language(s) (NLP):** French, German\n"))
        .containsExactly("says it speaks French, German");
    assertThat(of(Claim.Kind.LANGUAGES, "# Robin\n\n- **Language:** Python\n")).isEmpty();
  }

  @Test
  void commerceIsAllowedInBracketsAndForbiddenByOthers() {
    assertThat(of(Claim.Kind.COMMERCIAL_USE, "# Robin\n\n- Licence: MIT (commercially usable)\n"))
        .hasSize(1);
    assertThat(
            of(
                Claim.Kind.COMMERCIAL_USE,
                "# Robin\n\nMaker's official release of Wren prohibits commercial use.\n"))
        .isEmpty();
  }

  @Test
  void aMottoCallsTheReleaseOpen() {
    assertThat(OpenWords.ofItself("An open-source speech model for birds")).isTrue();
    assertThat(OpenWords.ofItself("全部开源的中文模型")).isTrue();
    assertThat(OpenWords.ofItself("An open-source model is used as a judge")).isFalse();
    assertThat(OpenWords.givesItsOwn("Now we have open-sourced our weights at a hub.")).isTrue();
    assertThat(OpenWords.givesItsOwn("They open-sourced their weights.")).isFalse();
  }
}
