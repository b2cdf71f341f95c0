package dev.assay.licences.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.TextFile;
import dev.assay.licences.LicenceEngine;
import dev.assay.model.Freedom;
import dev.assay.model.LicenceStatement;
import dev.assay.model.Subject;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which part of a release the words of a sentence give a licence or a limit.
class WhatIsCoveredTest {
  private static final LicenceEngine ENGINE = LicenceEngine.load();

  private static Set<String> covering(Subject subject, String text) {
    return ENGINE
        .scan(TextFile.of("s", "README.md", "# Nett\n\n## License\n\n" + text + "\n"))
        .stream()
        .filter(s -> s.covers().contains(subject) || s.covers().contains(Subject.EVERYTHING))
        .map(LicenceStatement::expression)
        .collect(Collectors.toSet());
  }

  private static boolean limited(Subject subject, String text) {
    return ENGINE
        .scan(TextFile.of("s", "README.md", "# Nett\n\n## License\n\n" + text + "\n"))
        .stream()
        .filter(s -> s.covers().contains(subject))
        .anyMatch(s -> s.freedom() == Freedom.LIMITED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "This repository and the model weights are licensed under the ISC License.",
        "This project and its checkpoints are released under ISC license.",
        "The repository as well as the weights are under the ISC license.",
      })
  void theRepositoryAndTheWeightsAreBoth(String sentence) {
    assertThat(covering(Subject.CODE, sentence)).containsExactly("ISC");
    assertThat(covering(Subject.WEIGHTS, sentence)).containsExactly("ISC");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The pretrained models we provide with this library are for non-commercial research purposes"
            + " only.",
        "The models that are shipped with this software are available for research use only.",
        "All checkpoints included in this library may be used for non-commercial purposes only.",
      })
  void whatComesWithALibraryIsNotTheLibrary(String sentence) {
    String code = "The code of this library is under the MIT License.\n\n";
    assertThat(limited(Subject.WEIGHTS, code + sentence)).isTrue();
    assertThat(limited(Subject.CODE, code + sentence)).isFalse();
  }

  @Test
  void whatAModelWasTrainedOnIsNotWhatIsGiven() {
    String sentence =
        "The fine-tuned version was trained on a large code-switched Bengali dataset for hospitals"
            + " and is shared under the ISC license.";
    assertThat(covering(Subject.WEIGHTS, sentence)).containsExactly("ISC");
    assertThat(covering(Subject.DATA, sentence)).isEmpty();
  }

  @Test
  void theSourceInOtherWords() {
    String sentence =
        "\u4F7F\u7528\u672C\u4ED3\u5E93\u7684\u6E90\u7801\u9700\u8981\u9075\u5FAA ISC"
            + " \u5F00\u6E90\u534F\u8BAE\uFF0C\u4F7F\u7528 Nett-2 \u7684\u6A21\u578B\u6743\u91CD\u5219\u9700\u8981"
            + "\u9075\u5FAA[\u6A21\u578B\u8BB8\u53EF\u534F\u8BAE](MODEL_TERMS)\u3002";
    assertThat(covering(Subject.CODE, sentence)).contains("ISC");
    assertThat(covering(Subject.WEIGHTS, sentence)).doesNotContain("ISC");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The code is under Apache-2.0, while model weights are fully open for academic research.",
        "Code is under Apache-2.0. The weights are completely open to academic research.",
        "The code is under Apache-2.0; checkpoints are entirely open for research purposes.",
      })
  void openForResearchIsOpenForNothingElse(String sentence) {
    assertThat(limited(Subject.WEIGHTS, sentence)).isTrue();
    assertThat(limited(Subject.CODE, sentence)).isFalse();
  }

  @Test
  void openForResearchAndBySomeLeaveForCommerce() {
    assertThat(
            covering(
                Subject.WEIGHTS,
                "The code is under Apache-2.0, while the weights are fully open for academic research"
                    + " and also allow commercial usage upon application."))
        .contains("LicenseRef-commercial-on-request");
    assertThat(
            covering(
                Subject.WEIGHTS,
                "The weights are fully open for academic research and also allow free commercial"
                    + " usage."))
        .isEmpty();
    assertThat(
            covering(
                Subject.WEIGHTS,
                "The weights are fully open for academic research and also allow free commercial"
                    + " usage. For a commercial license fill in our form."))
        .contains("LicenseRef-commercial-on-request");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The source code is under Apache-2.0.\n\nThe Nett parameters are made available under the"
            + " [Nett Parameters Terms of Use](TERMS_HERE.md).",
        "All software is under the Apache License, Version 2.0. You may obtain a copy of the Apache"
            + " 2.0 license at https://www.apache.org/licenses/LICENSE-2.0\n\nThe Nett model"
            + " parameters are given under the Nett Terms of Use.",
      })
  void termsOfUseOfTheirOwn(String text) {
    assertThat(covering(Subject.WEIGHTS, text))
        .anyMatch(e -> e.startsWith("LicenseRef-Nett"))
        .doesNotContain("Apache-2.0");
  }

  @Test
  void aTableOfFolders() {
    String table =
        """
        | Component | License |
        | --- | --- |
        | src | [ISC](./src/LICENSE.md) |
        | pretrained_models/net/public_dataset | [CC-BY-NC-4.0](./pretrained_models/LICENSE.md) |
        """;
    assertThat(covering(Subject.CODE, table)).containsExactly("ISC");
    assertThat(covering(Subject.WEIGHTS, table)).contains("CC-BY-NC-4.0").doesNotContain("ISC");
    assertThat(covering(Subject.DATA, table)).isEmpty();
  }

  @Test
  void whatKeepsItsOwnLicence() {
    assertThat(
            covering(
                Subject.CODE,
                "Framework code keeps its upstream license; the Nett weights are released under the"
                    + " ISC License."))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The model weights are under the Nett Model License, the code is under ISC.",
        "The weights are governed by the Nett Model License while all code is ISC licensed.",
        "Weights are subject to the Nett Model License; source code is under the ISC license.",
        "模型权重遵循 Nett 模型许可协议，代码采用 ISC 许可证。",
        "The weights are ours to give; this ISC code license is not for them.",
      })
  void aHalfUnderAnotherLicenceIsNotUnderThisOne(String sentence) {
    assertThat(covering(Subject.CODE, sentence)).contains("ISC");
    assertThat(covering(Subject.WEIGHTS, sentence)).doesNotContain("ISC");
  }

  @Test
  void whatALicenceIsOfByItsName() {
    String said = "The rest is under the ISC code licence, the whole under an ODbL data licence.";
    assertThat(covering(Subject.WEIGHTS, said)).isEmpty();
    assertThat(covering(Subject.CODE, said)).containsExactly("ISC");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "By using this dataset you agree to the following:\n\n1. Cite us.\n2. Commercial use is prohibited.",
        "The Nett data set is for scholars. You agree to these terms:\n\n- Commercial use is prohibited.",
      })
  void theItemsOfAListSpeakOfWhatStandsAboveIt(String list) {
    assertThat(limited(Subject.DATA, list)).isTrue();
    assertThat(limited(Subject.EVERYTHING, list)).isFalse();
    // The list is over.
    assertThat(limited(Subject.EVERYTHING, list + "\n\nNote that commercial use is prohibited."))
        .isTrue();
  }

  @Test
  void namesInChineseBeginBehindTheVerb() {
    for (String verb : Set.of("依据", "遵循", "采用", "按照")) {
      assertThat(covering(Subject.WEIGHTS, "本模型" + verb + " Nett 开放模型许可协议提供。"))
          .as(verb)
          .containsExactly("LicenseRef-Nett");
    }
    assertThat(covering(Subject.WEIGHTS, "模型使用请遵守相关许可协议。")).isEmpty();
  }

  @Test
  void likeOthersIsNoStyle() {
    assertThat(
            covering(Subject.WEIGHTS, "The weights are released under ISC, like the older ones."))
        .containsExactly("ISC");
    assertThat(covering(Subject.WEIGHTS, "The weights are released under an ISC-like license."))
        .doesNotContain("ISC");
  }

  @Test
  void theyAreWhatTheSentenceBeforeSpeaksOf() {
    assertThat(
            covering(
                Subject.WEIGHTS,
                "The weights are not covered by this licence. They are published by others under the"
                    + " [Nett Model Use License](https://example.org/l)."))
        .contains("LicenseRef-Nett-Model-Use-License");
  }

  @Test
  void theLibraryOfOthersInAList() {
    for (String label : Set.of("Library", "Backbone", "Framework", "Bibliothek")) {
      assertThat(
              covering(
                  Subject.CODE,
                  "- Model weights: CC BY 4.0\n- Code licence: to come\n- "
                      + label
                      + ": `nett` (ISC)"))
          .as(label)
          .doesNotContain("ISC");
    }
  }

  @Test
  void whatItWasTrainedOnInBold() {
    assertThat(
            covering(
                Subject.DATA,
                "This tuned version was trained on a **two-language** dataset and is shared under ISC."))
        .isEmpty();
  }

  @Test
  void aPageAmongTheCardsSpeaksOfTheWeights() {
    assertThat(
            ENGINE.scan(
                TextFile.of(
                    "s",
                    "model_cards/nett_model_card.md",
                    "# Card\n\nThe weights are released under CC BY 4.0.\n")))
        .extracting(LicenceStatement::scope)
        .containsExactly("");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "There is no limitation for both academic and commercial usage.",
        "There are no restrictions on research or commercial use.",
        "No additional fee is charged for commercial use.",
        "We do not restrict its use in commercial products.",
        "This does not prevent use for commercial purposes.",
      })
  void aLimitThatIsDeniedIsNone(String sentence) {
    assertThat(limited(Subject.EVERYTHING, "The code is under ISC. " + sentence)).isFalse();
    assertThat(
            limited(Subject.EVERYTHING, "The code is under ISC. No use for commercial purposes."))
        .isTrue();
  }
}
