package dev.assay.licences.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.TextFile;
import dev.assay.licences.LicenceEngine;
import dev.assay.model.LicenceStatement;
import dev.assay.model.Subject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What sentences say is covered, and what is no licence though its word stands there.
class SentencesTest {
  private static final LicenceEngine ENGINE = LicenceEngine.load();

  private static List<LicenceStatement> in(String path, String text) {
    return ENGINE.scan(TextFile.of("s", path, text));
  }

  private static List<String> named(String path, String text) {
    return in(path, text).stream().map(LicenceStatement::expression).toList();
  }

  private static Set<String> covering(Subject subject, String readme) {
    return in("README.md", readme).stream()
        .filter(s -> s.covers().contains(subject))
        .map(LicenceStatement::expression)
        .collect(Collectors.toSet());
  }

  @Test
  void anImportIsNoLicence() {
    assertThat(
            named(
                "bench.py",
                "# Copyright (c) 2031, A. Person, B. Person.\n\nimport argparse\nimport json\nimport ppl\n"))
        .isEmpty();
    assertThat(named("bench.py", "# This file is under the JSON license.\nx = 1\n"))
        .containsExactly("JSON");
  }

  /// Markdown has two ways to write a heading, and a picture may stand before either.
  @Test
  void anUnderlinedHeadingIsOneWhateverStandsBeforeIt() {
    String limit =
        "If you intend to utilize the model for commercial purposes, please reach out to a@b.example"
            + " to obtain the certificate of authorization.\n";
    List<String> marked = named("README.md", "# A\n\n## \uD83D\uDCD1 License\n\n" + limit);
    assertThat(marked).isNotEmpty();
    assertThat(named("README.md", "A\n===\n\n\uD83D\uDCD1 License\n---\n\n" + limit))
        .isEqualTo(marked);
  }

  @Test
  void aFolderIsNoLicence() {
    assertThat(
            named(
                "README.md",
                "# M\n\n## License\n\nThe code (without the pictures under `doc/gif`) is released"
                    + " under the Apache License 2.0.\n"))
        .containsExactly("Apache-2.0");
    assertThat(named("README.md", "# M\n\nThe code is under mit/apache-2.0 licenses.\n"))
        .anyMatch(e -> e.contains("MIT"));
  }

  @Test
  void freeForBothKindsOfUseIsNoLimit() {
    String free =
        "This library is under MIT License, which means it is free for both commercial and non-commercial use.\n";
    assertThat(named("README.md", free)).containsExactly("MIT");
    assertThat(
            named(
                "README.md",
                free.replace(
                    "commercial and non-commercial use", "non-commercial and commercial use")))
        .containsExactly("MIT");
    assertThat(named("README.md", "The weights are available for non-commercial use.\n"))
        .containsExactly("LicenseRef-non-commercial");
  }

  @Test
  void whatWasRemovedLimitsNothing() {
    String removed =
        "This data was obtained by removing documents that do not allow commercial use.\n";
    assertThat(named("README.md", "# Data\n\n## License\n\n" + removed)).isEmpty();
    assertThat(
            named("README.md", "# Data\n\n## License\n\nThe data does not allow commercial use.\n"))
        .containsExactly("LicenseRef-non-commercial");
  }

  @Test
  void aFormatIsNoLicence() {
    assertThat(named("README.md", "The text should be grouped under one JSON key.\n")).isEmpty();
    assertThat(named("README.md", "It is released under the JSON License.\n"))
        .containsExactly("JSON");
  }

  @Test
  void aModifiedVersionNamesNoLicence() {
    assertThat(
            named(
                "README.md",
                "# Net\n\n## License\n\nThis modified version is licensed under the [LICENSE](https://example.org/LICENSE.txt).\n"))
        .noneMatch(e -> e.contains("modified"));
  }

  @Test
  void licenceReasonsAreNoLicence() {
    assertThat(
            named(
                "README.md",
                "See the composition of the training datasets.\n> [!NOTE]\n> For license reasons, we cannot share the 4.4k structures.\n"))
        .isEmpty();
  }

  @Test
  void anAbbreviationOfTwoLicencesIsNeither() {
    assertThat(
            named(
                "README.md",
                "The models are released under the [ASL license](https://example.org/ASL).\n"))
        .noneMatch(e -> e.contains("Apache"));
    assertThat(named("README.md", "The models are released under the ASL 2.0.\n"))
        .containsExactly("Apache-2.0");
  }

  @Test
  void whatALicenceReplacesNoLongerHolds() {
    assertThat(
            named(
                "README.md",
                "The parameters fall under the CC BY 4.0 license. Note that it replaces the original, more restrictive CC BY-NC 4.0 license.\n"))
        .containsExactly("CC-BY-4.0");
  }

  @Test
  void aLicenceOfModelsIsOneOfModels() {
    String said = "The Yi Series Models Community License Agreement is updated.\n";
    assertThat(covering(Subject.DATA, said)).isEmpty();
    assertThat(covering(Subject.WEIGHTS, said)).isNotEmpty();
  }

  @Test
  void aRightThatCannotBePassedOnIsStillOneToTrade() {
    assertThat(
            named("README.md", "# 模型\n\n## 协议\n\n审核通过后，将特此授予您一个非排他性、全球性、不可转让、不可再许可、可撤销的商用版权许可。\n"))
        .doesNotContain("LicenseRef-non-commercial");
    assertThat(named("README.md", "# 模型\n\n## 协议\n\n模型不得用于商业用途。\n"))
        .contains("LicenseRef-non-commercial");
  }

  @Test
  void aTableOfNamesInCodeIsNoLicence() {
    assertThat(named("hosts.py", "# Copyright 2031 A\nKNOWN = {'a': 'CC-BY-SA 4.0 License'}\n"))
        .isEmpty();
  }

  @Test
  void aModelBuiltOnAnotherUsedUnderItsLicence() {
    assertThat(
            covering(
                Subject.WEIGHTS,
                "The model is based on Llama 2 and should be used under Llama's model license.\n"))
        .containsExactly("LicenseRef-scancode-llama-2-license-2023");
  }

  @Test
  void aModelsNameIsNoLicence() {
    assertThat(
            named(
                "README.md",
                "This licence question is open. RoPE is used in many models, LLaMA 2 and others among them.\n"))
        .isEmpty();
  }

  @Test
  void wordsAfterANameGiveWhatItIsFor() {
    String text =
        "Users must comply with the original licences, among them the OpenAI Terms of Use for the"
            + " dataset and the licences of base models for checkpoints trained using the dataset"
            + " (such as the Llama community license for Name-2).\n";
    assertThat(covering(Subject.DATA, text)).containsExactly("LicenseRef-openai-terms");
    text = text.replace("among them the", "including but not limited to the");
    assertThat(covering(Subject.DATA, text)).doesNotContain("LicenseRef-llama-community");
    assertThat(covering(Subject.WEIGHTS, text)).containsExactly("LicenseRef-llama-community");
  }

  @Test
  void aModelsSizeInItsNameMakesItWeights() {
    String text =
        "## License\nFoo-8B-Base and Foo-8B-Chat are under MIT LICENSE, and iFoo-8B is under Apache"
            + " license 2.0.\n";
    assertThat(covering(Subject.WEIGHTS, text)).containsExactlyInAnyOrder("MIT", "Apache-2.0");
    assertThat(covering(Subject.WEIGHTS, "Trained on 2-8B tokens under the MIT license.\n"))
        .isEmpty();
  }

  @Test
  void anotherLicenceOnOfferLimitsNothing() {
    String text =
        "## License\n\nWe have two licensing options:\n\n- **AGPL-3.0 License**: for everyone.\n"
            + "- **Enterprise License**: made for commercial use of the models. For commercial use"
            + " cases, please contact us.\n";
    assertThat(named("README.md", text)).doesNotContain("LicenseRef-commercial-on-request");
    assertThat(
            named(
                "README.md",
                "## License\n\nFor commercial use of the model, please contact us by email.\n"))
        .contains("LicenseRef-commercial-on-request");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It is NOT necessary to submit a request for commercial use of the model.",
        "For commercial use of the model you do not need to apply by the form.",
        "No permission is required, and there is no need to fill in a form for commercial use of the model.",
        "模型可用于商业用途，无需申请。",
        "您无需提交商业使用申请。"
      })
  void whatNeedNotBeAskedForIsNotOnRequest(String sentence) {
    assertThat(named("README.md", "## License\n\n" + sentence + "\n"))
        .doesNotContain("LicenseRef-commercial-on-request");
  }

  @Test
  void openSourceIsNotTheSourceCode() {
    assertThat(
            covering(
                Subject.CODE,
                "## License\nOpen source: the model may be used commercially after you apply by email.\n"))
        .isEmpty();
  }

  @Test
  void allOtherMaterialsAreNotTheCode() {
    String text =
        "The notebooks and the code are licensed under the Apache License, Version 2.0; you may not"
            + " use these materials except in compliance with the Apache 2.0 license.\n\nAll other"
            + " materials are licensed under CC BY 4.0.\n";
    assertThat(covering(Subject.WEIGHTS, text)).containsExactly("CC-BY-4.0");
    assertThat(covering(Subject.CODE, text)).containsExactly("Apache-2.0");
    assertThat(covering(Subject.EVERYTHING, text)).isEmpty();
  }

  @Test
  void twoLicencesAskedForTogetherAreBothAsked() {
    assertThat(
            covering(
                Subject.WEIGHTS,
                "The model is given under Apache 2.0 and the Databricks Open Model License.\n"))
        .containsExactly("Apache-2.0 AND LicenseRef-databricks-open-model");
    assertThat(named("README.md", "Dual-licensed under MIT and Apache-2.0.\n"))
        .containsExactly("MIT OR Apache-2.0");
  }

  @Test
  void basedOnALicenceIsUnderIt() {
    assertThat(
            covering(
                Subject.WEIGHTS, "The models are based on the Databricks Open Model License.\n"))
        .containsExactly("LicenseRef-databricks-open-model");
  }

  @Test
  void whatIsNamedAsAnExampleIsLicensedBySomebodyElse() {
    String example =
        "For example, this book has metadata indicating that it is available under a CC-BY-NC"
            + " license.\n";
    String own = "The code of this project is available under a CC-BY-NC license.\n";

    assertThat(covering(Subject.CODE, example)).isEmpty();
    assertThat(covering(Subject.EVERYTHING, example)).isEmpty();
    assertThat(covering(Subject.CODE, own)).containsExactly("LicenseRef-CC-BY-NC");
  }

  @Test
  void thanksAndRulesOfConductSpeakOfOthers() {
    String text = "This is under the MIT License.\n";
    assertThat(in("ACKNOWLEDGEMENTS.md", text)).allMatch(s -> s.covers().isEmpty());
    assertThat(in("CODE_OF_CONDUCT.md", text)).allMatch(s -> s.covers().isEmpty());
    assertThat(in("README.md", text)).allMatch(s -> !s.covers().isEmpty());
  }

  @Test
  void theLicenceOfABaseModelIsNotThisOnes() {
    assertThat(
            covering(
                Subject.WEIGHTS, "The model is built on Some-7B, which is under MIT license.\n"))
        .isEmpty();
    assertThat(
            covering(
                Subject.WEIGHTS,
                "Our model is fine-tuned from Some-7B, which is licensed under Apache 2.0.\n"))
        .isEmpty();
    assertThat(
            covering(
                Subject.WEIGHTS,
                "The base model (Some-7B) is under the Apache-2.0 license; our weights are released"
                    + " under CC-BY-NC-4.0.\n"))
        .containsExactly("CC-BY-NC-4.0");
    assertThat(
            covering(Subject.WEIGHTS, "We fine-tuned Some-7B (Apache 2.0 license) on our data.\n"))
        .isEmpty();
    assertThat(
            covering(
                Subject.WEIGHTS,
                "The model was initialised from Some-B, released by A under the MIT license.\n"))
        .isEmpty();
  }

  @Test
  void aBaseModelsLicenceThatBindsIsThisOnesToo() {
    assertThat(
            covering(
                Subject.WEIGHTS,
                "Since they are derived from it, the weights are subject to the Gemma license.\n"))
        .containsExactly("LicenseRef-gemma");
    assertThat(
            covering(
                Subject.WEIGHTS,
                "The base model is under the MIT license, the chat model under CC-BY-4.0.\n"))
        .containsExactlyInAnyOrder("MIT", "CC-BY-4.0");
    assertThat(
            covering(Subject.WEIGHTS, "The model is subject to the license of the base model.\n"))
        .containsExactly("LicenseRef-that-of-the-base-model");
  }

  @Test
  void codeAndWeightsAreToldApartInEachLanguage() {
    for (String said :
        List.of(
            "Le code est publié sous licence MIT. Les poids sont sous licence CC-BY-NC-4.0.",
            "Der Code steht unter der MIT-Lizenz. Die Gewichte stehen unter CC-BY-NC-4.0.",
            "El código se publica bajo la licencia MIT. Los pesos, bajo la licencia CC-BY-NC-4.0.",
            "O código está sob a licença MIT. Os pesos estão sob a licença CC-BY-NC-4.0.",
            "Il codice è rilasciato con licenza MIT; i pesi con licenza CC BY-NC 4.0.",
            "Код распространяется под лицензией MIT. Веса модели под лицензией CC-BY-NC-4.0.",
            "代码采用 MIT 许可证。模型权重采用 CC-BY-NC-4.0 协议。",
            "程式碼採用 MIT 授權。模型權重採用 CC-BY-NC-4.0 授權。",
            "コードは MIT ライセンスです。モデルの重みは CC-BY-NC-4.0 ライセンスで公開しています。",
            "소스코드는 MIT 라이선스 하에, 가중치는 CC-BY-NC-4.0 라이선스 하에 공개되어 있습니다.",
            "코드는 MIT 라이센스이고 모델은 CC-BY-NC-4.0 라이센스입니다.")) {
      assertThat(covering(Subject.CODE, "# M\n\n" + said + "\n")).as(said).containsExactly("MIT");
      assertThat(covering(Subject.WEIGHTS, "# M\n\n" + said + "\n"))
          .as(said)
          .containsExactly("CC-BY-NC-4.0");
    }
  }

  @Test
  void theGermanWordForWithIsNoLicence() {
    for (String said :
        List.of(
            "Das Modell kommt mit einer Lizenz, die man lesen muss.",
            "Mit der Lizenz der Daten hat das nichts zu tun.",
            "Das Modell wurde mit lizenzierten Daten trainiert.",
            "Der Code steht nicht unter der MIT-Lizenz.",
            "Ce modèle n'est pas sous licence MIT.")) {
      assertThat(named("README.md", "# M\n\n" + said + "\n")).as(said).isEmpty();
    }
    assertThat(named("README.md", "# M\n\nDas Projekt steht unter der MIT Lizenz.\n"))
        .containsExactly("MIT");
  }

  @Test
  void theNameOfALicenceIsNotWhatItCovers() {
    for (String file : List.of("LICENSE_WEIGHTS", "LICENSE\\_WEIGHTS")) {
      String sentence =
          "The model weights in this repository are released under the Sample Code license as found in"
              + " the ["
              + file
              + "](LICENSE_WEIGHTS) file.\n";
      assertThat(in("README.md", sentence))
          .isNotEmpty()
          .allSatisfy(s -> assertThat(s.covers()).containsExactly(Subject.WEIGHTS));
    }
  }

  @Test
  void aTagThatBreaksALineEndsASentence() {
    String readme =
        "# M\n\n![Code](https://x.org/code.svg)<br>The weights are under the MIT License.\n";
    assertThat(covering(Subject.CODE, readme)).isEmpty();
    String weights = "# M\n\nSee also our weights<br>It is under the MIT License\n";
    assertThat(covering(Subject.WEIGHTS, weights)).isEmpty();
  }

  @Test
  void aCardsHeadIsReadAsTheYamlThatItIs() {
    for (String head :
        List.of(
            "license: mit\n",
            "\"license\": \"mit\"\n",
            "{tags: [a, b], license: mit}\n",
            "license:\n  - mit\n",
            "license: >-\n  mit\n",
            // An error elsewhere does not unsay it.
            "license: mit\ntags: [a\nx: {\n")) {
      assertThat(named("README.md", "---\n" + head + "---\n\n# M\n"))
          .as(head)
          .containsExactly("MIT");
    }
    assertThat(named("README.md", "![x](y.png)\n\n---\nlicense: mit\n---\n"))
        .containsExactly("MIT");
    assertThat(named("README.md", "---\nlicense: other\nlicense_name: apache-2.0\n---\n"))
        .containsExactly("Apache-2.0");
  }

  @Test
  void aButtonNamesNoLicence() {
    assertThat(
            named(
                "README.md",
                "---\nlicense: mit\n\"extra_gated_button_content\": \"Acknowledge license\"\n---\n"))
        .containsExactly("MIT");
  }

  @Test
  void bracketsBehindANameSayWhatItIsFor() {
    String said = "# M\n\nLicense: Apache 2.0 (code), CC-BY-NC-4.0 (weights)\n";
    assertThat(covering(Subject.CODE, said)).containsExactly("Apache-2.0");
    assertThat(covering(Subject.WEIGHTS, said)).containsExactly("CC-BY-NC-4.0");
  }

  @Test
  void whatStandsForAPictureIsNoSentence() {
    String badge =
        "# M\n\n[![License: MIT](https://img.shields.io/badge/License-Apache--2.0-green.svg)]"
            + "(https://opensource.org/licenses/Apache-2.0)\n";
    assertThat(named("README.md", badge)).containsOnly("Apache-2.0");
  }

  @Test
  void aLicenceNamedBeforeCoversWhatIsSaidOfItLater() {
    assertThat(
            covering(
                Subject.WEIGHTS,
                "# M\n\n## License\n\nM is MIT-licensed.\nThe license applies to the pre-trained"
                    + " models as well.\n"))
        .containsExactly("MIT");
    assertThat(
            covering(
                Subject.WEIGHTS,
                "# M\n\n## License\n\nM is MIT-licensed. The license does not apply to the"
                    + " models.\n"))
        .isEmpty();
    assertThat(
            covering(Subject.WEIGHTS, "# M\n\nThe project is MIT licensed, including weights.\n"))
        .containsExactly("MIT");
  }

  @Test
  void aPronounStandsForWhatTheSentenceBeforeGives() {
    assertThat(
            covering(
                Subject.WEIGHTS,
                "# M\n\nWe have open-sourced the base models and FP8 versions.\nThey are released"
                    + " under the MIT open-source license.\n"))
        .containsExactly("MIT");
    assertThat(covering(Subject.DATA, "We release the dataset. It is licensed under CC0.\n"))
        .containsExactly("CC0-1.0");
    String chinese = "# M\n\n我们已开源了 M 的基础模型以及FP8版本。它们采用MIT许可证发布。\n";
    assertThat(covering(Subject.WEIGHTS, chinese)).containsExactly("MIT");
    assertThat(covering(Subject.EVERYTHING, chinese)).isEmpty();
    assertThat(covering(Subject.WEIGHTS, chinese.replace("基础模型以及FP8版本", "代码"))).isEmpty();
    // A library for models is no model.
    assertThat(
            covering(
                Subject.WEIGHTS, "M is a library for training models. It is licensed under MIT.\n"))
        .isEmpty();
  }

  @Test
  void wordsInBoldBeforeASentenceAreNotItsSubject() {
    String note =
        "# M\n\n**Notes on Model Licensing**: While all code here is under an MIT License, our models"
            + " are subject to the Llama 2 Community License.\n";
    assertThat(covering(Subject.CODE, note)).containsExactly("MIT");
    assertThat(covering(Subject.WEIGHTS, note)).noneMatch(e -> e.equals("MIT")).hasSize(1);
    assertThat(covering(Subject.CODE, "# M\n\n## License\n\n**Code**: MIT\n"))
        .containsExactly("MIT");
  }

  @Test
  void whatIsLeftIsNotTheDataOfOthers() {
    String rest = "The software is under Apache-2.0. All other materials are under CC BY 4.0.\n";
    assertThat(covering(Subject.WEIGHTS, rest)).containsExactly("CC-BY-4.0");
    assertThat(covering(Subject.DATA, rest)).isEmpty();
  }

  @Test
  void dataWithLicencesOfTheirOwn() {
    assertThat(
            covering(
                Subject.DATA,
                "# M\n\nThe code and models are MIT. Each dataset has its own license.\n"))
        .containsExactly("LicenseRef-that-of-each-data-set");
    assertThat(covering(Subject.DATA, "# M\n\nEach model has its own license.\n")).isEmpty();
  }

  @Test
  void commerceIsBannedInManyOrdersOfWords() {
    for (String ban :
        List.of(
            "Commercial use of this model is not allowed.",
            "Commercial use of the weights is strictly forbidden.",
            "The commercial use of any of these models is prohibited.",
            "The weights may not be used in a commercial product.",
            "The models are not allowed for commercial use.",
            "You cannot use the model for commercial purposes.",
            "The model can\u2019t be used in a commercial product.",
            "Do not use the model commercially.",
            "The weights are released under a non-commercial license.")) {
      assertThat(covering(Subject.WEIGHTS, "# M\n\n" + ban + "\n"))
          .as(ban)
          .containsExactly("LicenseRef-non-commercial");
    }
    for (String leave :
        List.of(
            "The model is free for commercial use.",
            "Commercial use of the model is allowed.",
            "Use of the model is not limited to commercial use.",
            "Commercial use of the model is not prohibited.",
            "We are not responsible for commercial losses of users of the model.")) {
      assertThat(covering(Subject.WEIGHTS, "# M\n\n" + leave + "\n")).as(leave).isEmpty();
    }
    String both =
        "# M\n\nThe license of this dataset excludes commercial use, so the model therefore can't be"
            + " used in a commercial product.\n";
    assertThat(covering(Subject.DATA, both)).containsExactly("LicenseRef-non-commercial");
    assertThat(covering(Subject.WEIGHTS, both)).containsExactly("LicenseRef-non-commercial");
  }

  /// The usual sentence of some publishers: what follows it was made by others.
  @Test
  void portionsUnderSeparateTermsAreOfOthers() {
    for (String joint : List.of(", however portions", ". However portions", ". Portions")) {
      String readme =
          "# M\n\n## License\n\nThe majority of this work is licensed under CC-BY-NC 4.0"
              + joint
              + " of the project are available under separate license terms: [ternlib](https://a.b)"
              + " and [gull-image-models](https://c.d) are licensed under the Apache 2.0 license.\n";
      assertThat(covering(Subject.EVERYTHING, readme)).as(joint).containsExactly("CC-BY-NC-4.0");
      assertThat(covering(Subject.WEIGHTS, readme)).as(joint).isEmpty();
    }
    assertThat(
            covering(
                Subject.WEIGHTS,
                "# M\n\nThe project is MIT. Parts of it are under different licenses: the model"
                    + " weights are licensed under CC-BY-NC 4.0.\n"))
        .containsExactly("CC-BY-NC-4.0");
  }

  @Test
  void aListOfPortionsGoesOnBehindSemicolons() {
    assertThat(
            covering(
                Subject.EVERYTHING,
                "# M\n\nThe majority of M is licensed under CC-BY-NC 4.0, however portions of the"
                    + " project are available under separate license terms: ternlib is licensed"
                    + " under the Apache 2.0 license; Gullib is licensed under the MIT license.\n"))
        .containsExactly("CC-BY-NC-4.0");
  }

  @Test
  void whatIsUsedIsUnderTheLicenceOfItsMakers() {
    assertThat(
            covering(
                Subject.WEIGHTS,
                "# M\n\nOur work uses tern-image-models, which are licensed under Apache 2.0.\n"))
        .isEmpty();
    assertThat(
            covering(
                Subject.WEIGHTS,
                "# M\n\nThe demo uses our models, which are licensed under Apache 2.0.\n"))
        .containsExactly("Apache-2.0");
  }

  @Test
  void nonCommercialOfTheFourthVersionIsWithAttribution() {
    assertThat(named("README.md", "# M\n\nThis work is licensed under CC-NC 4.0.\n"))
        .containsExactly("CC-BY-NC-4.0");
  }

  @Test
  void eachFileIsForWhatItsOwnWordsSay() {
    for (String pointers :
        List.of(
            "The code is under [LICENSE](LICENSE) and the weights under [LICENSE-W](LICENSE-W).",
            "See [LICENSE](LICENSE) for more on the code license, and [LICENSE-W](LICENSE-W) for"
                + " more on the model weight license.",
            "See [LICENSE-W](LICENSE-W) for the weights and [LICENSE](LICENSE) for the code.",
            "See LICENSE-W for the weights and LICENSE for the code.")) {
      assertThat(covering(Subject.WEIGHTS, "# M\n\n" + pointers + "\n"))
          .as(pointers)
          .containsExactly("LicenseRef-see-file-LICENSE-W");
    }
  }

  @Test
  void aFileIsPointedAtBesideALicenceThatIsNamed() {
    String chinese =
        "# M\n\n本仓库代码依照 Apache-2.0 协议开源，模型权重的使用则需要遵循 [Model License](MODEL_LICENSE)。\n";
    assertThat(covering(Subject.CODE, chinese)).containsExactly("Apache-2.0");
    assertThat(covering(Subject.WEIGHTS, chinese)).anyMatch(e -> e.contains("MODEL-LICENSE"));
    assertThat(
            covering(
                Subject.WEIGHTS, "# M\n\nThe weights are Apache-2.0, see [LICENSE](LICENSE).\n"))
        .containsExactly("Apache-2.0");
  }

  @Test
  void namesInChineseSentences() {
    assertThat(covering(Subject.WEIGHTS, "# M\n\n使用本项目模型前，请严格遵守Llama-2的开源许可协议。\n"))
        .containsExactly("LicenseRef-scancode-llama-2-license-2023");
    assertThat(covering(Subject.WEIGHTS, "# M\n\n我们已开源基础模型，采用 MIT 开源许可证发布。\n"))
        .containsExactly("MIT");
  }

  @Test
  void creativeCommonsWithoutItsName() {
    assertThat(named("README.md", "# M\n\nM is released under the BY-NC-SA 4.0 license.\n"))
        .containsExactly("CC-BY-NC-SA-4.0");
  }

  @Test
  void eitherOfSeveralIsAChoice() {
    for (String items :
        List.of(
            " * Apache License, Version 2.0\n * MIT license\nat your option.\n",
            "\n- Apache License, Version 2.0\n- MIT license\n\nat your option.\n")) {
      assertThat(named("README.md", "# M\n\nLicensed under either of\n" + items))
          .as(items)
          .containsExactly("Apache-2.0 OR MIT");
    }
  }

  @Test
  void aTextAmongDataSaysNothing() {
    String review = "The artistic license of this film is released under the GPL v3 license.\n";
    assertThat(named("datasets/train/pos/12_8.txt", review)).isEmpty();
    assertThat(named("NOTES.txt", review)).isNotEmpty();
    assertThat(named("data/README.txt", review)).isNotEmpty();
  }

  @Test
  void aCommentedBlockOfCodeEnds() {
    assertThat(
            covering(
                Subject.WEIGHTS,
                "# Citation\n\n<!-- ```\n@misc{x}\n``` -->\n\n### licence of the models\nThey are"
                    + " on a hub and their license is listed as MIT.\n"))
        .containsExactly("MIT");
  }

  @Test
  void aLimitInARowIsOneOfWhatTheRowLeadsTo() {
    assertThat(
            covering(
                Subject.WEIGHTS,
                "# M\n\n| Model | Note |\n|---|---|\n| [M-7B](https://huggingface.co/m/m) | Chat"
                    + " model. Research use only. |\n"))
        .containsExactly("LicenseRef-research-only");
  }

  @Test
  void aLimitCoversWhatItsOwnClauseSpeaksOf() {
    String project = "# M\n\n## 免责声明\n\n本项目相关资源仅供学术研究之用，使用涉及第三方代码的部分时，请严格遵循相应的开源协议。\n";
    assertThat(covering(Subject.CODE, project)).isEmpty();
    assertThat(covering(Subject.EVERYTHING, project)).containsExactly("LicenseRef-research-only");
    assertThat(covering(Subject.DATA, "# M\n\n模型、数据仅供研究使用。\n"))
        .containsExactly("LicenseRef-research-only");
  }
}
