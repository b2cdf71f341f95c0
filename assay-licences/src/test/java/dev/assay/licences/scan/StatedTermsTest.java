package dev.assay.licences.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.TextFile;
import dev.assay.licences.LicenceEngine;
import dev.assay.model.Freedom;
import dev.assay.model.LicenceStatement;
import dev.assay.model.Subject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What releases say of their terms in their own words: files of terms named for the weights,
/// fields that a use is kept to, licences that are others'.
class StatedTermsTest {
  private static final LicenceEngine ENGINE = LicenceEngine.load();

  private static List<LicenceStatement> in(String path, String text) {
    return ENGINE.scan(TextFile.of("s", path, text));
  }

  private static Set<String> covering(String path, Subject subject, String text) {
    return in(path, text).stream()
        .filter(s -> s.covers().contains(subject))
        .map(LicenceStatement::expression)
        .collect(Collectors.toSet());
  }

  private static Set<String> weights(String readme) {
    return covering("README.md", Subject.WEIGHTS, readme);
  }

  private static Set<Freedom> freedom(String path, String text) {
    return in(path, text).stream()
        .filter(s -> s.covers().contains(Subject.WEIGHTS))
        .map(LicenceStatement::freedom)
        .collect(Collectors.toSet());
  }

  @Test
  void aSentenceAboveARuleIsNoHeading() {
    assertThat(
            weights("## License\n\nModel weights are for research purposes only.\n\n---\n\nBye.\n"))
        .containsExactly("LicenseRef-research-only");
  }

  @Test
  void aUseIsKeptToTheFieldsThatAreListed() {
    for (String said :
        List.of(
            "The weights are given for research and educational use only.",
            "The weights are released for research and evaluation only.",
            "These checkpoints are provided for research and development use only.",
            "The model may be used solely for academic or scientific purposes.")) {
      assertThat(weights("# M\n\n" + said + "\n"))
          .as(said)
          .containsExactly("LicenseRef-research-only");
    }
    assertThat(weights("# M\n\nThe checkpoints are included for personal use only.\n"))
        .containsExactly("LicenseRef-personal-use-only");
    for (String said :
        List.of(
            "The model is free for personal and commercial use.",
            "The weights are for research, and only three of them are here.",
            "The model was used for personal photos, evaluation and teaching.")) {
      assertThat(weights("# M\n\n" + said + "\n")).as(said).isEmpty();
    }
  }

  @Test
  void whatIsFreeForSomeIsNotForTheRest() {
    for (String said :
        List.of(
            "The weights are free for academic use.",
            "The models are freely available for research.",
            "Use of the weights is restricted to academic institutions.",
            "The weights are licensed for evaluation purposes only.")) {
      assertThat(weights("# M\n\n## License\n\n" + said + "\n"))
          .as(said)
          .containsExactly("LicenseRef-research-only");
    }
    assertThat(weights("# M\n\n## License\n\nThe model is for non-profit purposes only.\n"))
        .containsExactly("LicenseRef-non-commercial");
    assertThat(weights("# M\n\n## License\n\nThe test set is used only for evaluation.\n"))
        .isEmpty();
    assertThat(weights("# M\n\n## License\n\nFeel free to use the model for research.\n"))
        .isEmpty();
  }

  @Test
  void limitsThatAreNoFieldOfUse() {
    assertThat(weights("# M\n\n## License\n\nPlease do not redistribute the weights.\n"))
        .containsExactly("LicenseRef-no-redistribution");
    assertThat(weights("# M\n\n## License\n\nThe model weights are proprietary.\n"))
        .containsExactly("LicenseRef-proprietary");
    assertThat(
            weights(
                "# M\n\n## License\n\nThe model is free below a revenue of 1M EUR; above, you need to"
                    + " buy a licence.\n"))
        .containsExactly("LicenseRef-commercial-on-request");
    assertThat(weights("# M\n\n## License\n\nThis tool does not redistribute the weights.\n"))
        .isEmpty();
  }

  @Test
  void aLimitOnTheModelThatWasSpokenOfIsNotOneOnTheCode() {
    String text = "# M\n\nThis model is for study. Commercial use is strictly prohibited.\n";
    assertThat(weights(text)).containsExactly("LicenseRef-non-commercial");
    assertThat(covering("README.md", Subject.EVERYTHING, text)).isEmpty();
  }

  @Test
  void limitsInOtherLanguages() {
    assertThat(weights("# M\n\n## 声明\n\n模型权重仅供个人学习交流使用。\n"))
        .containsExactly("LicenseRef-research-only");
    assertThat(covering("README.md", Subject.EVERYTHING, "# M\n\n本项目仅供演示之用，不得用于商业目的。\n"))
        .containsExactly("LicenseRef-non-commercial");
    for (String said :
        List.of(
            "공개된 모델을 상업적으로 사용하려면 회사로 문의해 주세요.",
            "モデルの商用利用については、事前にお問い合わせください。",
            "如需将模型用于商业用途，请与我们联系。",
            "Для коммерческого использования модели свяжитесь с нами.")) {
      assertThat(weights("# M\n\n" + said + "\n"))
          .as(said)
          .containsExactly("LicenseRef-commercial-on-request");
    }
    for (String said :
        List.of(
            "Les poids sont réservés à un usage académique.",
            "O modelo é apenas para fins acadêmicos.",
            "El modelo es solo para uso académico.",
            "Das Modell ist nur für wissenschaftliche Zwecke.")) {
      assertThat(weights("# M\n\n## Licence\n\n" + said + "\n"))
          .as(said)
          .containsExactly("LicenseRef-research-only");
    }
    assertThat(weights("# M\n\n模型权重登记后可商用，如有问题请联系我们。\n")).isEmpty();
  }

  @Test
  void aLongerNameIsNotTheShortOneThatItBeginsWith() {
    String nc =
        "# M\n\n## License\n\nThe code and models are under the FAIR XY NC Research License.\n";
    assertThat(weights(nc)).containsExactly("LicenseRef-FAIR-XY-NC-Research-License");
    assertThat(freedom("README.md", nc)).containsExactly(Freedom.LIMITED);
    assertThat(weights("# M\n\n## License\n\nThe models are under the MIT Open Source License.\n"))
        .containsExactly("MIT");
  }

  @Test
  void aLicenceThatSaysByItsNameThatItLimits() {
    assertThat(freedom("README.md", "# M\n\nThe weights are under the Foo Restrictive License.\n"))
        .containsExactly(Freedom.LIMITED);
    assertThat(
            covering(
                "README.md", Subject.CODE, "# M\n\nOur code is under the XYZ research license.\n"))
        .containsExactly("LicenseRef-XYZ-research-license");
  }

  @Test
  void whereToReadALicenceIsNotWhatItIsFor() {
    assertThat(
            weights(
                "# M\n\nThe weights are under the Qwen Research License (see the source repo).\n"))
        .containsExactly("LicenseRef-qwen-research");
  }

  @Test
  void aNameInBracketsSaysTheSameAgain() {
    String text =
        "# M\n\n* Code is under the [Apache License](l).\n"
            + "* Checkpoints are under Creative Commons Non-Commercial ([CC BY-NC-SA 4.0](m)).\n";
    assertThat(weights(text)).contains("CC-BY-NC-SA-4.0");
    assertThat(covering("README.md", Subject.EVERYTHING, text)).isEmpty();
    assertThat(weights("# M\n\nCheckpoints are under the Creative Commons CC BY 4.0 license.\n"))
        .containsExactly("CC-BY-4.0");
  }

  @Test
  void aNameOnALineOfItsOwnIsOfWhatTheSentenceBeforeSpeaksOf() {
    assertThat(weights("# M\n\nThe models are released under the:\n\n> **CC BY-NC 4.0 license**\n"))
        .containsExactly("CC-BY-NC-4.0");
  }

  @Test
  void aFileOfTermsForTheWeightsSpeaksOfTheCodeToo() {
    String terms =
        "Weights license\n\nThe trained weights are licensed under CC BY-NC 4.0.\n"
            + "You must not use them in paid products.\n\n"
            + "The source code is licensed separately under the MIT License.\n";
    assertThat(covering("LICENSE-WEIGHTS", Subject.WEIGHTS, terms)).containsExactly("CC-BY-NC-4.0");
    assertThat(covering("LICENSE-WEIGHTS", Subject.CODE, terms)).containsExactly("MIT");
    String ofTheWeights =
        "The weights are under CC BY 4.0. This license does not change the Apache License 2.0 that"
            + " applies to the source code.\n";
    assertThat(covering("MODEL_LICENSE", Subject.CODE, ofTheWeights)).containsExactly("Apache-2.0");
    assertThat(covering("MODEL_LICENSE", Subject.WEIGHTS, ofTheWeights))
        .containsExactly("CC-BY-4.0");
    // Such files call the weights software too.
    String software = "The software in this folder is under the MIT License.\n";
    assertThat(covering("MODEL_LICENSE", Subject.WEIGHTS, software)).containsExactly("MIT");
  }

  @Test
  void whatAFileSaysOfItsOwnReachForbidsNothing() {
    String terms =
        "License of the weights\n\nThe weights in this release are licensed under the MIT License. This file"
            + " is the notice of that license for the weights, and of nothing else that is given here."
            + " This grant does not relicense the data sets, and does not cover what others made."
            + " It does not override any license of a component, nor the rights and the permission"
            + " that such a license grants; see the license and the agreement beside each of them.\n";
    assertThat(covering("MODEL_LICENSE", Subject.WEIGHTS, terms)).containsExactly("MIT");
  }

  private static final String GRANT =
      "\n\n1. Grant. The licensor grants you a worldwide, royalty-free license to the weights,"
          + " subject to the terms of this license agreement. All rights that are not granted are"
          + " reserved by the licensor, and this license gives no warranty and no liability. It is"
          + " granted to each person who has a copy of the weights, and to nobody else, for as long"
          + " as the terms of this license are kept.\n\n2. ";

  @Test
  void aLicenceOfTheirOwnThatLimits() {
    for (String clause :
        List.of(
            "You may not deploy the weights in any paid service.",
            "Prohibited Uses. The weights are not for surveillance.",
            "The license is granted solely for your own academic research.",
            "The licensee agrees not to use the weights for advertising.",
            "您不得将本模型用于军事目的。",
            "É proibido o uso dos pesos em aplicações militares.",
            "Die Nutzung der Gewichte für Werbung ist untersagt.")) {
      String terms = "Zebra Weights License" + GRANT + clause + "\n";
      assertThat(freedom("MODEL_LICENSE", terms)).as(clause).containsExactly(Freedom.LIMITED);
    }
    assertThat(
            covering(
                "MODEL_LICENSE",
                Subject.WEIGHTS,
                "Zebra Weights License" + GRANT + "You may not deploy the weights for others.\n"))
        .containsExactly("LicenseRef-Zebra-Weights-License");
    for (String clause :
        List.of(
            "You must keep this notice in all copies.",
            "You may not use the name of the licensor to endorse your work.",
            "You may not distribute the weights without this license.",
            "You may use them for commercial and non-commercial purposes.")) {
      String terms = "Zebra Weights License" + GRANT + clause + "\n";
      assertThat(freedom("MODEL_LICENSE", terms)).as(clause).doesNotContain(Freedom.LIMITED);
    }
  }

  @Test
  void leaveThatIsGivenNeedsNoAsking() {
    assertThat(
            covering(
                "MODEL_LICENSE",
                Subject.WEIGHTS,
                "CC0 1.0\n\nUse the weights for any aim, including commercial use, without asking for"
                    + " permission.\n"))
        .containsExactly("CC0-1.0");
    assertThat(
            weights(
                "## License\n\nThe models are for study. Commercial licensing is available via us.\n"))
        .containsExactly("LicenseRef-commercial-on-request");
    // Beside a licence that everybody has, a paid one takes nothing.
    assertThat(
            covering(
                "README.md",
                Subject.EVERYTHING,
                "## License\n\nThe project is under AGPL-3.0. Commercial licensing is available via us.\n"))
        .containsExactly("AGPL-3.0-only");
  }

  @Test
  void aNegationReachesTheNameBehindIt() {
    assertThat(
            weights(
                "## License\n\nThe model weights are not covered by this repository's MIT license.\n"))
        .containsExactly("LicenseRef-that-of-each-model");
    assertThat(
            weights(
                "## License\n\nThe tool is MIT. Model weights are subject to the licenses of their"
                    + " respective projects.\n"))
        .containsExactly("LicenseRef-that-of-each-model");
    assertThat(weights("# M\n\nModels are under the same license as the base Foo model.\n"))
        .containsExactly("LicenseRef-that-of-the-base-model");
  }

  @Test
  void namesAndPartsInOtherLanguages() {
    assertThat(weights("## 라이선스\n\n모델은 Zebra Terms 라이선스에 따라 제공되지만, 이 저장소는 Apache 2.0 라이선스입니다.\n"))
        .contains("LicenseRef-Zebra-Terms");
    assertThat(weights("# M\n\nDieser Code und die Modellgewichte stehen unter der MIT-Lizenz.\n"))
        .containsExactly("MIT");
    assertThat(covering("README.md", Subject.CODE, "## ライセンス\n\nモデル: Apache-2.0\n変換スクリプト: MIT\n"))
        .containsExactly("MIT");
    assertThat(weights("# M\n\nThe word vectors are distributed under the CC BY-SA 3.0 license.\n"))
        .containsExactly("CC-BY-SA-3.0");
    assertThat(weights("## 协议\n\n使用模型权重时，请遵循对应的模型协议：\n\n- A: MIT license\n- B: Gemma license\n"))
        .doesNotContain("MIT", "LicenseRef-gemma");
  }

  @Test
  void codeIsSetApartWhateverItIsSetApartFrom() {
    assertThat(
            covering(
                "LICENSE-WEIGHTS",
                Subject.CODE,
                "The weights are under CC BY-NC 4.0.\n\nThe code here (all but the weight files) is"
                    + " separately licensed under the MIT License.\n"))
        .containsExactly("MIT");
  }

  @Test
  void anAdditionalTermMakesAnotherLicence() {
    String more =
        "This model is licensed under the Apache License, Version 2.0, plus one additional term that"
            + " stands below and is part of this license. The license and its terms apply to each copy"
            + " of the model, and to each work that is made from it. The additional term of this"
            + " license is this one: who gives the model to others shall name it in all places by the"
            + " very name that the licensor gave it, in this spelling and in no other one, as long as"
            + " the rights of this license are used.\n";
    assertThat(freedom("LICENSE-MODEL", more)).contains(Freedom.UNKNOWN);
    String sold =
        "Zebra Weights License"
            + GRANT
            + "The weights may not be sold without our written permission.\n";
    assertThat(freedom("MODEL_LICENSE", sold)).contains(Freedom.LIMITED);
  }

  @Test
  void shortTermsBindToo() {
    assertThat(freedom("TERMS.md", "# Terms\n\nThe model may be used for research only.\n"))
        .containsExactly(Freedom.LIMITED);
    assertThat(
            in("LICENSE", "模型使用许可\n\n1. 本模型可免费用于学术研究。\n2. 不得将模型再次分发给第三方。\n").stream()
                .map(LicenceStatement::freedom))
        .contains(Freedom.LIMITED);
    // A known licence with a clause that takes from it is not that licence alone.
    assertThat(
            in(
                    "LICENSE",
                    "The software is under the Apache License 2.0. The grant does not include the"
                        + " right to sell the software.\n")
                .stream()
                .map(LicenceStatement::freedom))
        .contains(Freedom.LIMITED);
    assertThat(covering("MODEL_LICENSE.txt", Subject.WEIGHTS, "Weights: CC BY 4.0. Give credit.\n"))
        .containsExactly("CC-BY-4.0");
  }

  @Test
  void weightsUnderTermsOfTheirOwnAreNotUnderThoseOfTheRest() {
    for (String said :
        List.of(
            "Model weights are not covered by this license.",
            "Model weights are subject to their own licenses.",
            "各AIモデルのライセンスは、それぞれのライセンスに従います。",
            "각 모델은 해당 모델의 라이선스를 따릅니다.")) {
      assertThat(weights("# M\n\n## License\n\nThis project is MIT licensed.\n\n" + said + "\n"))
          .as(said)
          .containsExactly("LicenseRef-that-of-each-model");
    }
    assertThat(
            weights(
                "# M\n\nWeights are under a separate license. See [it](LICENSE.models) for more.\n"))
        .doesNotContain("LicenseRef-that-of-each-model");
  }

  @Test
  void listsOfWhatOthersMade() {
    assertThat(
            weights(
                "## License\n\nModels are subject to their respective licenses:\n- A: MIT license\n"
                    + "- B: the CC BY-NC 4.0 license\n"))
        .doesNotContain("MIT", "CC-BY-NC-4.0");
    assertThat(
            weights(
                "## License\n\nWeights keep their respective licenses (A: MIT, B: Gemma license).\n"))
        .containsExactly("LicenseRef-that-of-each-model");
    assertThat(
            weights(
                "## ライセンス\n\n使用したモデルのライセンスは以下です。\n* A\n    - MIT license\n* B\n    - CC BY-SA 4.0\n"))
        .isEmpty();
    assertThat(
            weights(
                "# Notes\n\nThis tool does not redistribute model weights. The released checkpoints are"
                    + " licensed under CC BY-NC 4.0.\n"))
        .isEmpty();
    assertThat(
            covering(
                "THIRD_PARTY_NOTICES.md", Subject.WEIGHTS, "The FOO model is under CC BY 4.0.\n"))
        .isEmpty();
    // The list ends with its paragraph.
    assertThat(
            weights(
                "## License\n\nData keep their respective licenses:\n- A: MIT\n\nOur weights are under"
                    + " CC BY 4.0.\n"))
        .containsExactly("CC-BY-4.0");
  }

  @Test
  void theBaseModelsLicenceInOtherLanguages() {
    for (String said :
        List.of(
            "Le modèle de base est distribué sous licence Apache-2.0.",
            "Das Basismodell steht unter der Apache-2.0-Lizenz.",
            "Базовая модель распространяется под лицензией Apache-2.0.",
            "ベースモデルは Apache-2.0 ライセンスです。")) {
      assertThat(weights("# M\n\n" + said + "\n")).as(said).isEmpty();
    }
    assertThat(weights("# M\n\nLe modèle est sous licence MIT, héritée du modèle de base.\n"))
        .containsExactly("MIT");
  }

  @Test
  void whatStandsBehindALicenceDoesNotMakeItAnothers() {
    assertThat(
            weights(
                "# M\n\nIts weights are licensed under Apache 2.0 (`LICENSE`, copied from upstream).\n"))
        .containsExactly("Apache-2.0");
    assertThat(weights("# M\n\nThe weights are copied from X, licensed under Apache 2.0.\n"))
        .isEmpty();
    assertThat(
            covering(
                "README.md",
                Subject.EVERYTHING,
                "# M\n\nThe weights are taken from X, given under CC BY-NC 4.0. The same applies here.\n"))
        .containsExactly("CC-BY-NC-4.0");
  }

  @Test
  void pagesInAFolderOfDocumentsSpeakOfTheReleasesWeights() {
    LicenceStatement said =
        in("docs/MODEL_ZOO.md", "# Zoo\n\nThe weights are under CC BY-NC 4.0.\n").getFirst();
    assertThat(said.scope()).isEmpty();
    assertThat(
            in("docs/README.md", "# Docs\n\nThese pages are under CC BY 4.0.\n").getFirst().scope())
        .isEqualTo("docs/");
    // A page on one model of several, perhaps an older one.
    assertThat(
            in("docs/lark1.md", "# Lark 1\n\nThe weights are under CC BY-NC 4.0.\n")
                .getFirst()
                .scope())
        .isEqualTo("docs/");
  }

  @Test
  void aPictureOfALicenceBelowItsHeading() {
    assertThat(
            covering(
                "README.md",
                Subject.EVERYTHING,
                "# M\n\n## License\n\n[![by](b.png)](https://creativecommons.org/licenses/by-nc/4.0/)\n"))
        .containsExactly("CC-BY-NC-4.0");
  }

  @Test
  void rulesOfConductAreNoCode() {
    String said = "This Code of Conduct is licensed under CC BY 3.0.\n";
    assertThat(in("CODE_OF_CONDUCT.md", said)).allMatch(s -> s.covers().isEmpty());
    assertThat(covering("README.md", Subject.CODE, "# L\n\nThis code is licensed under MIT.\n"))
        .containsExactly("MIT");
  }

  @Test
  void whereThingsComeFromIsNoCode() {
    assertThat(
            covering(
                "README.md",
                Subject.CODE,
                "# M\n\n## Sources and license\n\n- Words of A: CC BY 4.0\n"))
        .isEmpty();
  }
}
