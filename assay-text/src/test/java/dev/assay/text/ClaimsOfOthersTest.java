package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Claim;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is no claim of the release: a wrong contradiction is worse than none.
class ClaimsOfOthersTest {
  private static List<Claim> claims(String path, String text) {
    return Docs.document(path, "# M\n\n" + text + "\n").claims();
  }

  private static List<Claim.Kind> kinds(String path, String text) {
    return claims(path, text).stream().map(Claim::kind).toList();
  }

  private static List<Claim.Kind> kinds(String text) {
    return kinds("README.md", text);
  }

  @ParameterizedTest
  @CsvSource({
    "README.md,## Open-source plan",
    "README.md,Our aim is to help the open source community.",
    "README.md,本项目的目标是促进开源社区的发展。",
    "README.md,오픈소스 소프트웨어는 무료로 사용할 수 있지만 의무가 있습니다.",
    "README.md,オープンソースソフトウェアのコミュニティに感謝します。",
    "CODE_OF_CONDUCT.md,Report it to the people of our open source model at the address below.",
    "docs/manual/data.md,Most corpora have a licence which allows commercial use.",
    "docs/manual/data.md,The tool that reads them is an open source model.",
    "README.md,오픈소스 소프트웨어는 무료로 사용할 수 있지만 의무가 없다는 뜻은 아닙니다.",
    "README.md,オープンソースソフトウェアは無料で使えます。"
  })
  void plansPeopleAndManualsAreNoClaims(String path, String text) {
    assertThat(kinds(path, text)).doesNotContain(Claim.Kind.OPEN_SOURCE, Claim.Kind.COMMERCIAL_USE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "| Model | Open-Source | Score |\n|---|---|---|\n| M | ✓ | 3 |",
        "R is an open-source inference engine from its makers.",
        "The P is a large, diverse, open source language modelling data set.",
        "Most open-sourced vision models cannot do this.",
        "Bold denotes global SOTA, and underlined denotes open-source SOTA.",
        "Our models are fully open for academic research.",
        "Write to open-source@m.example for it.",
        "The code in this repository is open source under the Apache-2.0 license.",
        "In the future, we will continue and go on open-sourcing more powerful models.",
        "We only evaluate open-source pretrained models in this work.",
        "We build on the foundation of open-source pre-trained models.",
        "It came with its open-sourced version O-6B.",
        "本仓库的代码依照 Apache-2.0 协议开源。",
        "我们开源了中文问答数据集。",
        "偏好模型将在近期开源。",
        "M supera a la mayoría de los modelos de código abierto.",
        "解像度が 224 のオープンソースの LVLM モデルの多くはできない。",
        "[Q](https://q.example): An open-source picture and film restoration toolbox for M.",
        "We believe that open-source collaboration drives progress, and we share M.",
        "M reaches 66.5 on the test, 11.6 points more than the SOTA open-source LLM!",
        "Its users may bypass the open-source requirements of the AGPL.",
        "此许可证允许将模型用于产品，而无需遵守 AGPL 的开源要求。",
        "我们通过大规模开源语料对模型进行增量预训练，使模型具备了强大的生成能力。",
        "## News\n\n- **Mar 28, 2023 We open-sourced Harbour LLMs. See: https://github.com/quay/harbour**"
      })
  void whatIsSaidOfOtherThingsIsNoClaimOfTheRelease(String text) {
    assertThat(kinds(text)).doesNotContain(Claim.Kind.OPEN_SOURCE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We open-source the M series.",
        "M is a suite of open-source medical language models.",
        "我们开源了对话模型 M-1B 与 M-7B。",
        "We introduce M, a novel open-source foundation model for music.",
        "To support research, we have open-sourced M-Zero and six dense models."
      })
  void whatIsSaidOfItselfIsAClaim(String text) {
    assertThat(kinds(text)).contains(Claim.Kind.OPEN_SOURCE);
  }

  @ParameterizedTest
  @CsvSource({
    "README.md,M is ready for commercial/non-commercial use.",
    "README.md,M 可用于个人使用、学术研究和商业用途。",
    "sounds/README.md,* 33711: CC BY-NC 3.0 (non-commercial!)",
    "Compiling.md,Use the CLion IDE (free for non-commercial use).",
    "DATASET_CARD.md,The data is for non-commercial use.",
    "README.md,受限于学术领域缺乏系统性的评测方法，我们主要提供了演示案例。"
  })
  void commerceThatIsNotForbiddenForTheModel(String path, String text) {
    assertThat(claims(path, text).stream().map(Claim::statement))
        .doesNotContain("says that commercial use is not allowed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We do not guarantee that the models are suitable for commercial use.",
        "There is no guarantee that M can be used commercially.",
        "We don't know whether the terms of its data permit commercial use.",
        "M is not licensed for use that supports commercial purposes.",
      })
  void whatIsNotGuaranteedIsNotAllowed(String text) {
    assertThat(claims("README.md", text).stream().map(Claim::statement))
        .doesNotContain("says that commercial use is allowed");
  }

  @Test
  void whatIsAllowedBesideADenialOfSomethingElseIs() {
    assertThat(
            claims("README.md", "M can be used not only for research, but also commercially.")
                .stream()
                .map(Claim::statement))
        .contains("says that commercial use is allowed");
    assertThat(
            claims(
                    "README.md",
                    "While commercial use is permitted by its terms, M is not intended for sale without tests.")
                .stream()
                .map(Claim::statement))
        .contains("says that commercial use is allowed");
  }

  @Test
  void whatStandsBetweenASizeAndParametersIsNoSentence() {
    assertThat(ParameterCounts.in("the 34B models using full-parameter tuning")).isEmpty();
    assertThat(ParameterCounts.in("`finetune/7B/finetune.sh` for a full parameter run")).isEmpty();
    assertThat(ParameterCounts.in("总参数量 1.3B，性能超过更大参数"))
        .extracting(ParameterCounts.Count::written)
        .containsExactly("1.3B");
    assertThat(ParameterCounts.in("a 7B-parameter model").getFirst().written()).isEqualTo("7B");
    assertThat(ParameterCounts.in("456 billion total parameters").getFirst().written())
        .isEqualTo("456 billion total");
  }

  @Test
  void anEntryOfTheContentsIsNoClaim() {
    String entry = "- [What is open source](#open)\n- [Use](#use)\n";
    assertThat(kinds(entry)).doesNotContain(Claim.Kind.OPEN_SOURCE);
    assertThat(kinds("## 开源清单\n\nX.")).doesNotContain(Claim.Kind.OPEN_SOURCE);
    assertThat(Docs.document("README.md", "# M: an open source model\n\nX.\n").claims())
        .extracting(Claim::kind)
        .contains(Claim.Kind.OPEN_SOURCE);
    String said = entry + "\n- [M](https://m.example) is an open source model\n";
    assertThat(kinds(said)).contains(Claim.Kind.OPEN_SOURCE);
  }

  @Test
  void theReleaseStillSpeaksForItself() {
    assertThat(kinds("M is an open source model, free for commercial use."))
        .contains(Claim.Kind.OPEN_SOURCE, Claim.Kind.COMMERCIAL_USE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "M is based on Other-7B and speaks Dutch.",
        "本模型基于 Other-7B 微调。",
        "The model is built upon Other 2.5 13B.",
        "This is a LoRA adapter for the Other model.",
        "The model was initialized with [Other](https://o.example) and trained further on text.",
        "The model was distilled from Other."
      })
  void whatAModelIsMadeFromIsItsBase(String text) {
    assertThat(kinds(text)).contains(Claim.Kind.BASE_MODEL);
  }

  @Test
  void allParametersAreNoCount() {
    assertThat(ParameterCounts.in("FT(2M) 代表使用全参数微调的模型")).isEmpty();
    assertThat(ParameterCounts.in("一个 7B 参数的模型")).isNotEmpty();
    assertThat(Quantity.in("GLM-9B 与 130B在零样本上")).isEmpty();
  }

  @Test
  void aProjectInsideTheProjectSpeaksForItself() {
    String said = "# Tools\n\nOur model is based on Other-7B and is open source.\n";
    Docs docs =
        Docs.readme("# M\n\nA net.\n")
            .with("tools/README.md", said)
            .listed("tools/LICENSE", 9_000)
            .listed("tools/setup.py", 500);
    assertThat(docs.judge().claims()).isEmpty();
    Docs own = Docs.readme("# M\n\nA net.\n").with("tools/README.md", said);
    assertThat(own.judge().claims()).isNotEmpty();
  }

  @Test
  void whatStandsAroundTheWordsIsNotKnownInEveryLanguage() {
    assertThat(
            kinds(
                "docs/fr/README.md",
                "M dépasse la plupart des modèles de voix open-source dans les mesures."))
        .doesNotContain(Claim.Kind.OPEN_SOURCE);
  }

  @ParameterizedTest
  @CsvSource({
    "docs/README_Chains.md,Other chat: not for commercial use.",
    "README.md,We have a sharper M that was trained on a dataset allowing commercial usage."
  })
  void whatASetOrAnotherPageAllowsIsNoClaimOfTheModel(String path, String text) {
    assertThat(kinds(path, text)).doesNotContain(Claim.Kind.COMMERCIAL_USE);
  }

  @ParameterizedTest
  @CsvSource({
    "zoo/other/README.md,The model has 87.9M parameters.",
    "docs/howto/start.md,It is a small model with only 4M parameters.",
    "README.md,M outperforms 16B parameter models with half of that.",
    "README.md,We care for small models (those with fewer than 7 billion parameters).",
    "README.md,In other words 2B params per layer.",
    "README.md,Comparisons with models of < 2B params follow."
  })
  void aCountOfSomethingElseIsNoSize(String path, String text) {
    assertThat(kinds(path, text)).doesNotContain(Claim.Kind.PARAMETERS);
  }

  @ParameterizedTest
  @CsvSource({
    "README.md,'M comes in two sizes, 8B and 70B parameters.'",
    "models/m/MODEL_CARD.md,M is a 7B parameter model.",
    "README.md,'M has 13B parameters, and beats larger ones.'"
  })
  void aCountOfItsOwnIs(String path, String text) {
    assertThat(kinds(path, text)).contains(Claim.Kind.PARAMETERS);
  }

  @ParameterizedTest
  @CsvSource({
    "examples/rag/README.md,The application is based on Other-7B.",
    "docs/support.md,Implement a model adapter for the new model at `adapters.py`.",
    "README.md,'The tool exports the LoRA Adapter of a model in another format.'",
    "README.md,Replace the name with the model to be distilled from.",
    "README.md,The heads of the model are initialized with Xavier values.",
    "README.md,'The implementation is based on frames and was tested with 200M documents.'",
    "README.md,'The models use a quantization of the experts, making `m-120b` run on one card.'",
    "README.md,'An overlapping recipe based on interleaved 1F1B pipeline scheduling is used.'",
    "README.md,'It holds dialogues that were generated based on `other-4b` by us.'",
    "README.md,'当前主线中包含本人基于 `other-4b` 合成的 tool call 数据。'"
  })
  void whatIsDoneWithAModelOrToOneMakesNoBase(String path, String text) {
    assertThat(kinds(path, text)).doesNotContain(Claim.Kind.BASE_MODEL);
  }

  @ParameterizedTest
  @CsvSource({
    "zoo/other/README.md,Our model was trained on 24M images.",
    "README.md,'We trained our model on 817 samples, compared to other models trained on far more (800k samples).'",
    "README.md,M is pretrained on context lengths of up to 1 million tokens.",
    "README.md,We train our model with `PORT=29501 runner train examples/full.yaml`."
  })
  void anAmountOfSomethingElseIsNoAmountOfData(String path, String text) {
    assertThat(
            claims(path, text).stream()
                .filter(c -> c.kind() == Claim.Kind.TRAINING_DATA)
                .map(Claim::statement))
        .noneMatch(c -> c.contains("24M") || c.contains("800k") || c.contains("1 million"))
        .noneMatch(c -> c.contains("29501"));
  }

  @Test
  void anAmountIsWordedOnce() {
    assertThat(claims("README.md", "Our model was trained on 817 training samples."))
        .extracting(Claim::statement)
        .contains("states 817 training samples");
  }

  private static List<String> sizes(String text) {
    return claims("README.md", text).stream()
        .filter(c -> c.kind() == Claim.Kind.PARAMETERS)
        .map(Claim::statement)
        .toList();
  }

  @Test
  void sizesStandInColumnsOfTheReleasesModels() {
    assertThat(
            sizes(
                "| Model | Layers | # params | Download |\n|---|---|---|---|\n"
                    + "| small | 12 | 14M | [link](https://storage.googleapis.com/m/small.zip) |\n"
                    + "| base | 12 | 0.11 B | [link](https://huggingface.co/lab/base) |\n"))
        .containsExactly(
            "states 14M parameters (14000000) for small",
            "states 0.11B parameters (110000000) for base");
    assertThat(sizes("| Size | Parameters |\n|:--:|:--:|\n| `mini` | 125 M |\n"))
        .containsExactly("states 125M parameters (125000000) for mini");
    assertThat(
            sizes(
                "| Name | Params (M) | Get |\n|---|---|---|\n"
                    + "| M-tiny | 5.3 | [w](https://huggingface.co/lab/tiny) |\n"))
        .containsExactly("states 5.3M parameters (5300000) for M-tiny");
  }

  @Test
  void sizesOfOthersInTablesAreNone() {
    assertThat(
            sizes(
                "| Model | Params | Acc |\n|---|---|---|\n| OtherNet-50 | 25M | 76.1 |\n"
                    + "| M-tiny | - | 77 |\n"))
        .isEmpty();
    assertThat(sizes("| Stage | Hyperparameters |\n|---|---|\n| one | 5M |\n")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We can train models from 1B - 34B parameters.",
        "The code scales from 2.4B to 32B parameters.",
        "支持 1B 到 34B 参数的模型。"
      })
  void aRangeIsNoSize(String text) {
    assertThat(sizes(text)).isEmpty();
  }

  @Test
  void theTextOfALicenceClaimsNothing() {
    String text = "The models are for non-commercial use only, and based on Other-7B.";
    assertThat(claims("LICENSE-MODEL.md", text)).isEmpty();
    assertThat(claims("README.md", text)).isNotEmpty();
  }

  @Test
  void aQuotedAbstractOfOthersPromisesAndClaimsNothing() {
    String others =
        "> "
            + "Models of language have achieved much in many tasks of understanding. ".repeat(6)
            + "It is a 7B parameter model. Code and pre-trained models will be released.";
    Document document = Docs.document("README.md", "# Wren\n\nIntro.\n\n" + others + "\n");
    assertThat(document.claims()).isEmpty();
    assertThat(document.signs()).isEmpty();
    Document own =
        Docs.document("README.md", "# Wren\n\n" + others.replace("It is", "Wren is") + "\n");
    assertThat(own.signs()).isNotEmpty();
    Document note =
        Docs.document("README.md", "# Wren\n\n> **Note** Training code will be released.\n");
    assertThat(note.signs()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Commercial use of this model is not allowed.",
        "Commercial use is not allowed without written permission.",
        "Commercial usage of the weights isn't permitted.",
        "The models are not allowed for commercial use.",
        "The commercial use of these models is forbidden.",
        "本模型禁止用于商业用途。"
      })
  void whatForbidsCommerceDoesNotAllowIt(String text) {
    assertThat(claims("README.md", text))
        .filteredOn(c -> c.kind() == Claim.Kind.COMMERCIAL_USE)
        .extracting(Claim::statement)
        .containsExactly("says that commercial use is not allowed");
  }

  @Test
  void commerceThatIsAllowedIsNotForbidden() {
    for (String text :
        List.of(
            "Commercial use is allowed.",
            "M is not limited to research, commercial use is allowed.",
            "The models are free for commercial use; redistribution is not allowed.")) {
      assertThat(claims("README.md", text))
          .as(text)
          .extracting(Claim::statement)
          .doesNotContain("says that commercial use is not allowed");
    }
  }

  @Test
  void weightsAmongWhatIsOpenSourcedAreAClaim() {
    assertThat(kinds("We open-source the codes, weights, and benchmarks."))
        .contains(Claim.Kind.OPEN_SOURCE);
    assertThat(kinds("We open-source the code, data, and benchmarks."))
        .doesNotContain(Claim.Kind.OPEN_SOURCE);
  }
}
