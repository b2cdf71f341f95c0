package dev.assay.licences.bind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.TextFile;
import dev.assay.licences.Findings;
import dev.assay.licences.LicenceEngine;
import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.Freedom;
import dev.assay.model.LicenceOf;
import dev.assay.model.LicenceOf.Status;
import dev.assay.model.LicenceStatement;
import dev.assay.model.ProofLevel;
import dev.assay.model.Qualifier;
import dev.assay.model.Span;
import dev.assay.model.State;
import dev.assay.testing.LicenceTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BinderTest {
  private static final LicenceEngine ENGINE = LicenceEngine.load();

  private static LicenceOf of(Component component, State state, String path, String... files) {
    List<LicenceStatement> said = new ArrayList<>();
    for (int i = 0; i < files.length; i += 2) {
      said.addAll(ENGINE.scan(TextFile.of("s", files[i], files[i + 1])));
    }
    LicenceOf licence =
        ENGINE.bind(said, List.of(Findings.of(component, state, path))).get(component);
    assertThat(licence).isNotNull();
    return licence;
  }

  @Test
  void aLicenceBesideTheWeightsIsFoundForThem() {
    assertThat(
            of(Component.WEIGHTS, State.PRESENT, "model.safetensors", "LICENSE", LicenceTexts.ISC))
        .extracting(LicenceOf::status, LicenceOf::expression, LicenceOf::freedom)
        .containsExactly(Status.FOUND, "ISC", Freedom.FREE);
  }

  @Test
  void aLicenceOfTheWrapperIsNotOneOfWeightsElsewhere() {
    assertThat(of(Component.WEIGHTS, State.LINKED, "README.md", "LICENSE", LicenceTexts.ISC))
        .extracting(LicenceOf::status, LicenceOf::freedom)
        .containsExactly(Status.INHERITED, Freedom.UNKNOWN);
  }

  @Test
  void theCodeOfAnotherRepositoryIsNotUnderTheLicenceOfTheCodeHere() {
    assertThat(
            of(
                Component.TRAINING_CODE,
                State.LINKED,
                "README.md",
                "LICENSE",
                LicenceTexts.ISC,
                "README.md",
                "# M\n\nThe code is under the ISC license.\n"))
        .extracting(LicenceOf::status, LicenceOf::freedom)
        .containsExactly(Status.INHERITED, Freedom.UNKNOWN);
  }

  /// Who must decide which of them holds is told what they are and where they stand.
  @Test
  void aConflictNamesWhatOtherPlacesSay() {
    LicenceOf licence =
        of(
            Component.TRAINING_CODE,
            State.PRESENT,
            "train.py",
            "LICENSE",
            LicenceTexts.ISC,
            "README.md",
            "# M\n\nThe code is under the MIT license.\n");
    assertThat(licence)
        .extracting(LicenceOf::status, LicenceOf::expression, LicenceOf::from)
        .containsExactly(Status.CONFLICT, "ISC", "MIT in README.md, line 3");
  }

  @Test
  void aChoiceIsOneOfFreeLicencesWhoseTextsLieHere() {
    String readme =
        "# M\n\nThe code is MIT-licensed.\n\nLicensed under either of\n\n- ISC\n- MIT\n";
    assertThat(
            of(
                Component.TRAINING_CODE,
                State.PRESENT,
                "train.py",
                "LICENSE-ISC",
                LicenceTexts.ISC,
                "LICENSE-MIT",
                LicenceTexts.MIT,
                "README.md",
                readme))
        .extracting(LicenceOf::status, LicenceOf::expression)
        .containsExactly(Status.FOUND, "ISC OR MIT");
    String two =
        "# M\n\nThe weights are under CC-BY-NC-ND-4.0.\n\nWhether a use is fit for ISC (or"
            + " CC-BY-NC-ND-4.0) is said by the licence guide.\n";
    assertThat(of(Component.WEIGHTS, State.LINKED, "README.md", "README.md", two))
        .extracting(LicenceOf::expression, LicenceOf::freedom)
        .containsExactly("CC-BY-NC-ND-4.0", Freedom.LIMITED);
  }

  @Test
  void whatIsSaidOfTheDocumentsCountsBeforeWhatCoversEverything() {
    assertThat(
            of(
                Component.MODEL_CARD,
                State.PRESENT,
                "README.md",
                "LICENSE",
                LicenceTexts.ISC,
                "README.md",
                "# M\n\n## Licence\n\n- Documents: CC-BY-4.0\n"))
        .extracting(LicenceOf::status, LicenceOf::expression)
        .containsExactly(Status.CLAIMED, "CC-BY-4.0");
    assertThat(
            of(
                Component.MODEL_CARD,
                State.PRESENT,
                "README.md",
                "LICENSE",
                LicenceTexts.ISC,
                "README.md",
                "# M\n\nA net.\n"))
        .extracting(LicenceOf::status, LicenceOf::expression)
        .containsExactly(Status.FOUND, "ISC");
  }

  @Test
  void whatAToolsSourceSaysOfItsModelsIsNotSaidOfTheModelThatAnotherSourceLinks() {
    List<LicenceStatement> said =
        ENGINE.scan(TextFile.of("tool", "README.md", "Our models are licensed under ISC.\n"));
    Evidence main = new Evidence("s", "README.md", new Span.Lines(3, 3), "", null);
    Evidence theirs = new Evidence("tool", "README.md", new Span.Lines(9, 9), "", null);
    assertThat(weightsLinked(said, main, theirs)).isEqualTo(LicenceOf.NONE);
    assertThat(weightsLinked(said, theirs, main).expression()).isEqualTo("ISC");
    // A limit is heeded wherever it is said.
    List<LicenceStatement> limit =
        ENGINE.scan(
            TextFile.of("tool", "README.md", "Our models are licensed under CC BY-NC 4.0.\n"));
    assertThat(weightsLinked(limit, main, theirs).freedom()).isEqualTo(Freedom.LIMITED);
  }

  @Test
  void theNetworkOfALibraryIsNotUnderTheLicenceOfTheCodeThatCallsIt() {
    List<LicenceStatement> said =
        new ArrayList<>(ENGINE.scan(TextFile.of("s", "LICENSE", LicenceTexts.ISC)));
    said.addAll(ENGINE.scan(TextFile.of("s", "README.md", "The code is under the ISC License.\n")));
    Finding here = Findings.of(Component.ARCHITECTURE, State.PRESENT, "net.py");
    Finding called =
        new Finding(
            Component.ARCHITECTURE,
            State.LINKED,
            Set.of(Qualifier.DELEGATED),
            ProofLevel.CLAIMED,
            "a library's",
            LicenceOf.NONE,
            here.evidence(),
            List.of(),
            List.of());
    assertThat(ENGINE.bind(said, List.of(here)).get(Component.ARCHITECTURE))
        .extracting(LicenceOf::status, LicenceOf::freedom)
        .containsExactly(Status.FOUND, Freedom.FREE);
    assertThat(ENGINE.bind(said, List.of(called)).get(Component.ARCHITECTURE))
        .extracting(LicenceOf::status, LicenceOf::freedom)
        .containsExactly(Status.INHERITED, Freedom.UNKNOWN);
  }

  private static LicenceOf weightsLinked(List<LicenceStatement> said, Evidence... links) {
    Finding finding =
        new Finding(
            Component.WEIGHTS,
            State.LINKED,
            Set.of(),
            ProofLevel.CLAIMED,
            "linked",
            LicenceOf.NONE,
            List.of(links),
            List.of(),
            List.of());
    return ENGINE.bind(said, List.of(finding)).getOrDefault(Component.WEIGHTS, LicenceOf.NONE);
  }

  @Test
  void ofTwoTextsSideBySideTheOneNamedForTheCodeIsThatOfTheCode() {
    String without = LicenceTexts.ISC.replaceFirst("(?s), provided.*?in all copies", "");
    String readme = "The source code is under the ISC License.\n\nThe weights are under 0BSD.\n";
    String[] both = {"LICENSE.isc", LicenceTexts.ISC, "LICENSE.0bsd", without};
    String[] said = {"LICENSE.isc", LicenceTexts.ISC, "LICENSE.0bsd", without, "README.md", readme};
    assertThat(of(Component.INFERENCE_CODE, State.PRESENT, "run.py", said).expression())
        .isEqualTo("ISC");
    assertThat(of(Component.WEIGHTS, State.PRESENT, "model.bin", said).expression())
        .isEqualTo("0BSD");
    assertThat(of(Component.INFERENCE_CODE, State.PRESENT, "run.py", both).expression())
        .contains("ISC")
        .contains("0BSD");
  }

  @Test
  void aProjectKeptInAFolderDoesNotGiveItsLicenceToWhatTheRootLinks() {
    List<LicenceStatement> said = new ArrayList<>();
    String without = LicenceTexts.ISC.replaceFirst("(?s), provided.*?in all copies", "");
    said.addAll(ENGINE.scan(TextFile.of("s", "LICENSE", without)));
    said.addAll(ENGINE.scan(TextFile.of("s", "toolkit/LICENSE", LicenceTexts.ISC)));
    Evidence main = new Evidence("s", "README.md", new Span.Lines(9, 9), "", null);
    Evidence theirs = new Evidence("s", "toolkit/README.md", new Span.Lines(3, 3), "", null);
    assertThat(weightsLinked(said, main, theirs))
        .extracting(LicenceOf::status, LicenceOf::expression)
        .containsExactly(Status.INHERITED, "0BSD");
  }

  @Test
  void whatIsSaidOfTheWeightsWinsOverTheRootLicence() {
    LicenceOf weights =
        of(
            Component.WEIGHTS,
            State.LINKED,
            "README.md",
            "LICENSE",
            LicenceTexts.ISC,
            "README.md",
            "The code is under the ISC License. The model weights are released under CC BY-NC"
                + " 4.0.\n");
    assertThat(weights.expression()).isEqualTo("CC-BY-NC-4.0");
    assertThat(weights.freedom()).isEqualTo(Freedom.LIMITED);
    assertThat(weights.status()).isEqualTo(Status.CLAIMED);
  }

  @Test
  void theCodeOfThatReleaseStaysFree() {
    LicenceOf code =
        of(
            Component.TRAINING_CODE,
            State.PRESENT,
            "train.py",
            "LICENSE",
            LicenceTexts.ISC,
            "README.md",
            "The code is under the ISC License. The model weights are released under CC BY-NC"
                + " 4.0.\n");
    assertThat(code)
        .extracting(LicenceOf::status, LicenceOf::expression, LicenceOf::freedom)
        .containsExactly(Status.FOUND, "ISC", Freedom.FREE);
  }

  @Test
  void aVendoredLicenceDoesNotLeakUpward() {
    assertThat(
            of(
                    Component.TRAINING_CODE,
                    State.PRESENT,
                    "train.py",
                    "third_party/x/LICENSE",
                    LicenceTexts.ISC)
                .status())
        .isEqualTo(Status.NONE);
    assertThat(
            of(
                    Component.TRAINING_CODE,
                    State.PRESENT,
                    "third_party/x/train.py",
                    "third_party/x/LICENSE",
                    LicenceTexts.ISC)
                .status())
        .isEqualTo(Status.FOUND);
  }

  @Test
  void aTextAndATagThatDisagreeAreInConflictAndTheStricterIsShown() {
    LicenceOf weights =
        of(
            Component.WEIGHTS,
            State.PRESENT,
            "model.safetensors",
            "LICENSE",
            LicenceTexts.ISC,
            "README.md",
            "---\nlicense: cc-by-nc-4.0\n---\n# A model\n");
    assertThat(weights.status()).isEqualTo(Status.CONFLICT);
    assertThat(weights.expression()).isEqualTo("CC-BY-NC-4.0");
    assertThat(weights.freedom()).isEqualTo(Freedom.LIMITED);
    assertThat(weights.evidence()).hasSize(2);
  }

  @Test
  void aHeadThatOnlyLimitsIsNoLicenceInsteadOfTheTextBesideIt() {
    String head =
        "# Copyright 2031 Nett Labs.\n#\n# Nett Labs keeps all proprietary rights in this software."
            + " Any use without an\n# express license agreement from Nett Labs is strictly"
            + " prohibited.\nimport os\n";
    LicenceOf free =
        of(
            Component.TRAINING_CODE,
            State.PRESENT,
            "train.py",
            "LICENSE",
            LicenceTexts.ISC,
            "train.py",
            head);
    assertThat(free)
        .extracting(LicenceOf::status, LicenceOf::expression, LicenceOf::freedom)
        .containsExactly(Status.FOUND, "ISC AND LicenseRef-proprietary", Freedom.LIMITED);
    // The text of the same holder is the agreement that the head speaks of.
    LicenceOf own =
        of(
            Component.TRAINING_CODE,
            State.PRESENT,
            "train.py",
            "LICENSE",
            "Nett Source License\n\nThe licensor grants the licensee a license to the work under the"
                + " terms of this agreement. You may use the software only for non-commercial"
                + " research purposes. The work comes as it is, without warranty of any kind, and"
                + " the licensor bears no liability for damages.\n",
            "train.py",
            head);
    assertThat(own.status()).isEqualTo(Status.FOUND);
    assertThat(own.freedom()).isEqualTo(Freedom.LIMITED);
    assertThat(own.expression()).doesNotContain("proprietary");
  }

  @Test
  void whatTheFrontPageSaysOfAllIsHeldAgainstTheTextBesideIt() {
    for (String said :
        List.of(
            "This project is licensed under the GNU GPL v3.",
            "Das Projekt steht unter der GPL-3.0-Lizenz.",
            "本仓库采用 GPL-3.0 许可证。")) {
      for (Component part : List.of(Component.WEIGHTS, Component.TRAINING_CODE)) {
        LicenceOf licence =
            of(
                part,
                State.PRESENT,
                part == Component.WEIGHTS ? "model.safetensors" : "train.py",
                "LICENSE",
                LicenceTexts.ISC,
                "README.md",
                "# Nett\n\n## License\n\n" + said + "\n");
        assertThat(licence.status()).as(said).isEqualTo(Status.CONFLICT);
      }
    }
    // Who says of a part that it is under the text has said what the rest is for.
    for (String said :
        List.of(
            "This project is licensed under the GNU GPL v3. The code is under the ISC license.",
            "This project is licensed under the ISC license or the GNU GPL v3.",
            "This project uses a parser that is licensed under the GNU GPL v3.")) {
      assertThat(
              of(
                      Component.TRAINING_CODE,
                      State.PRESENT,
                      "train.py",
                      "LICENSE",
                      LicenceTexts.ISC,
                      "README.md",
                      "# Nett\n\n## License\n\n" + said + "\n")
                  .status())
          .as(said)
          .isEqualTo(Status.FOUND);
    }
    // A page of another folder does not speak for the root.
    assertThat(
            of(
                    Component.TRAINING_CODE,
                    State.PRESENT,
                    "train.py",
                    "LICENSE",
                    LicenceTexts.ISC,
                    "tools/README.md",
                    "# Tool\n\nThis project is licensed under the GNU GPL v3.\n")
                .status())
        .isEqualTo(Status.FOUND);
  }

  @Test
  void aFileUnderALicenceOfItsOwnContradictsNothing() {
    LicenceOf code =
        of(
            Component.TRAINING_CODE,
            State.PRESENT,
            "train.py",
            "LICENSE",
            LicenceTexts.ISC,
            "train.py",
            "# Copyright 2031 Somebody\n# Licensed under the Apache License, Version 2.0\nx = 1\n");
    assertThat(code)
        .extracting(LicenceOf::status, LicenceOf::expression)
        .containsExactly(Status.CLAIMED, "Apache-2.0");
  }

  @Test
  void filesOfTwoLicencesAreUnderBoth() {
    List<LicenceStatement> said =
        new ArrayList<>(ENGINE.scan(TextFile.of("s", "LICENSE", LicenceTexts.ISC)));
    said.addAll(
        ENGINE.scan(TextFile.of("s", "b.py", "# SPDX-License-Identifier: Apache-2.0\nx = 1\n")));
    Finding two = Findings.of(Component.TRAINING_CODE, State.PRESENT, "a.py", "b.py");
    assertThat(ENGINE.bind(said, List.of(two)).get(Component.TRAINING_CODE))
        .extracting(LicenceOf::status, LicenceOf::expression, LicenceOf::freedom)
        .containsExactly(Status.FOUND, "ISC AND Apache-2.0", Freedom.FREE);
  }

  @Test
  void aLicenceKeptInAFolderOfModelsLicencesIsTheTextOfWhatAClaimNames() {
    LicenceOf weights =
        of(
            Component.WEIGHTS,
            State.LINKED,
            "README.md",
            "LICENSE",
            LicenceTexts.ISC,
            "model_licenses/LICENSE-small",
            LicenceTexts.ISC,
            "README.md",
            "The weights of the small model are under the ISC License.\n");
    assertThat(weights)
        .extracting(LicenceOf::status, LicenceOf::expression)
        .containsExactly(Status.FOUND, "ISC");
  }

  @Test
  void aSentenceThatPointsToAFileGivesWhatTheFileHolds() {
    for (String sentence :
        List.of(
            "The model weights are released under the [LICENSE](LICENSE) terms.\n",
            "The weights are subject to the terms in LICENSE.\n")) {
      LicenceOf weights =
          of(
              Component.WEIGHTS,
              State.LINKED,
              "README.md",
              "LICENSE",
              LicenceTexts.ISC,
              "README.md",
              "# A model\n\n" + sentence);
      assertThat(weights)
          .extracting(LicenceOf::status, LicenceOf::expression, LicenceOf::freedom)
          .containsExactly(Status.FOUND, "ISC", Freedom.FREE);
    }
    assertThat(
            of(
                    Component.WEIGHTS,
                    State.LINKED,
                    "README.md",
                    "README.md",
                    "The weights are under the terms of [LICENSE](LICENSE-2).\n")
                .status())
        .isEqualTo(Status.NONE);
  }

  @Test
  void nothingSaidIsNothingFound() {
    assertThat(
            of(Component.WEIGHTS, State.PRESENT, "model.safetensors", "README.md", "# A model\n"))
        .isEqualTo(LicenceOf.NONE);
  }

  @Test
  void twoTextsAreAChoiceWhereTheReleaseSaysSo() {
    String[] texts = {"LICENSE-ISC", LicenceTexts.ISC, "LICENSE-MIT", LicenceTexts.MIT};
    assertThat(of(Component.TRAINING_CODE, State.PRESENT, "train.py", texts).expression())
        .isEqualTo("ISC AND MIT");
    assertThat(
            of(
                    Component.TRAINING_CODE,
                    State.PRESENT,
                    "train.py",
                    texts[0],
                    texts[1],
                    texts[2],
                    texts[3],
                    "README.md",
                    "# X\n\nLicensed under the MIT License or the ISC License at your option.\n")
                .expression())
        .isEqualTo("MIT OR ISC");
  }
}
