package dev.assay.licences;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.TextFile;
import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.Freedom;
import dev.assay.model.LicenceOf;
import dev.assay.model.LicenceStatement;
import dev.assay.model.ProofLevel;
import dev.assay.model.Qualifier;
import dev.assay.model.Right;
import dev.assay.model.Right.Act;
import dev.assay.model.Right.Answer;
import dev.assay.model.Span;
import dev.assay.model.State;
import dev.assay.model.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RightsTest {
  private static final LicenceEngine ENGINE = LicenceEngine.load();

  private static final List<Finding> RELEASE =
      List.of(
          Findings.of(Component.WEIGHTS, State.PRESENT, "model.safetensors"),
          Findings.of(Component.INFERENCE_CODE, State.PRESENT, "run.py"));

  private static List<LicenceStatement> card(String licence) {
    return ENGINE.scan(
        TextFile.of("s", "README.md", "---\nlicense: " + licence + "\n---\n# A model\n"));
  }

  private static RightsAnswer ask(String licence, RightsQuestion question) {
    return ENGINE.answer(question, card(licence), RELEASE);
  }

  private static Answer whole(String licence, Act act) {
    return ask(licence, RightsQuestion.ANYBODY).whole().get(act.ordinal()).answer();
  }

  @Test
  void theTwinsDifferInWhatOutputsMayTrain() {
    assertThat(whole("llama3", Act.TRAIN_ON_OUTPUTS)).isEqualTo(Answer.NO);
    assertThat(whole("llama3.1", Act.TRAIN_ON_OUTPUTS)).isEqualTo(Answer.YES_IF);
  }

  @Test
  void aThresholdIsHeldAgainstTheNumberOfUsers() {
    assertThat(
            ask("llama3.1", new RightsQuestion(true, 2_000_000L, null, null, null))
                .asked()
                .answer())
        .isEqualTo(Answer.YES_IF);
    assertThat(ask("llama3.1", new RightsQuestion(true, 800_000_000L, null, null, null)).asked())
        .satisfies(r -> {
          assertThat(r.answer()).isEqualTo(Answer.NO);
          assertThat(r.clauses()).anyMatch(c -> c.clause().equals("\u00A72"));
        });
  }

  @Test
  void nonCommercialLicencesRefuseTradeAndNothingElse() {
    assertThat(whole("cc-by-nc-4.0", Act.COMMERCIAL_USE)).isEqualTo(Answer.NO);
    assertThat(whole("cc-by-nc-4.0", Act.RUN)).isEqualTo(Answer.YES_IF);
    assertThat(
            ask("cc-by-nc-4.0", new RightsQuestion(true, null, null, null, null))
                .whole()
                .get(Act.RUN.ordinal())
                .answer())
        .isEqualTo(Answer.NO);
  }

  @Test
  void licencesThatAreSilentOnOutputsAreAnsweredAlike() {
    // No free licence limits a field of use; one that forbids commerce may or may not mean outputs.
    for (String free : List.of("apache-2.0", "mit", "cc-by-4.0", "cc-by-sa-4.0")) {
      assertThat(whole(free, Act.TRAIN_ON_OUTPUTS)).as(free).isIn(Answer.YES, Answer.YES_IF);
    }
    for (String nc : List.of("cc-by-nc-4.0", "cc-by-nc-sa-4.0", "cc-by-nc-nd-4.0")) {
      assertThat(whole(nc, Act.TRAIN_ON_OUTPUTS)).as(nc).isEqualTo(Answer.UNDECIDED);
    }
  }

  @Test
  void thePartThatAsksMostGivesTheReason() {
    var card = new ArrayList<>(card("cc-by-nc-4.0"));
    List<Finding> release =
        List.of(
            Findings.of(Component.ARCHITECTURE, State.PRESENT, "net.py")
                .withLicence(LicenceOf.NONE),
            Findings.of(Component.WEIGHTS, State.PRESENT, "model.safetensors"));
    card.addAll(
        ENGINE.scan(TextFile.of("s", "net.py", "# SPDX-License-Identifier: Apache-2.0\nx = 1\n")));
    assertThat(ENGINE.answer(RightsQuestion.ANYBODY, card, release).whole())
        .filteredOn(r -> r.act() == Act.REDISTRIBUTE)
        .singleElement()
        .satisfies(r -> {
          assertThat(r.conditions()).contains("not for commercial purposes");
          assertThat(r.reason()).startsWith("weights (final)");
        });
  }

  @Test
  void whatThePageOfADataSetSaysIsSaidOfTheData() {
    var said =
        ENGINE.scan(
            TextFile.of(
                "s",
                "assets/README_dataset.md",
                "# Data\n\n"
                    + "It was used to pretrain Quill-7B, and the code for it lies beside it. The"
                    + " data set is released under a CC BY-NC-SA 4.0 license.\n"));
    assertThat(said).isNotEmpty().allMatch(l -> l.covers().equals(Set.of(Subject.DATA)));
  }

  @Test
  void whatIsOnlyDescribedIsNotCalledMissing() {
    Finding data =
        new Finding(
            Component.TRAINING_DATA,
            State.DESCRIBED,
            Set.of(),
            ProofLevel.CLAIMED,
            "told",
            LicenceOf.NONE,
            List.of(new Evidence("s", "README.md", new Span.Whole(), "", null)),
            List.of(),
            List.of());
    assertThat(
            ENGINE.rights(
                List.of(),
                List.of(Findings.of(Component.TRAINING_CODE, State.PRESENT, "train.py"), data)))
        .filteredOn(r -> r.act() == Act.REBUILD)
        .extracting(Right::reason)
        .allMatch(reason -> !reason.contains("training data was not found"));
  }

  @Test
  void withoutALicenceNothingIsGrantedAndNothingIsInvented() {
    assertThat(ENGINE.rights(List.of(), RELEASE))
        .hasSize(Act.values().length)
        .allMatch(r -> r.answer() == Answer.UNDECIDED);
  }

  @Test
  void beyondAThresholdThatTakesEveryRightNothingIsPermitted() {
    var many = new RightsQuestion(false, 900_000_000L, null, null, null);
    for (String tag : List.of("llama2", "llama3", "llama3.1", "llama3.2", "llama3.3", "llama4")) {
      assertThat(ask(tag, many).whole())
          .as(tag)
          .filteredOn(r -> r.act() != Act.REBUILD)
          .allMatch(r -> r.answer() == Answer.NO);
    }
    assertThat(ask("llama3.1", new RightsQuestion(false, 700_000_000L, null, null, null)).whole())
        .filteredOn(r -> r.act() == Act.RUN)
        .allMatch(r -> r.answer() == Answer.YES_IF);
  }

  @Test
  void whatAllVersionsAnswerAlikeIsAnsweredForAFamily() {
    var many = new RightsQuestion(true, 900_000_000L, null, null, null);
    assertThat(ask("Llama Community License", many).whole().get(Act.RUN.ordinal()).answer())
        .isEqualTo(Answer.NO);
    assertThat(whole("Llama Community License", Act.RUN)).isEqualTo(Answer.YES_IF);
    // Some versions let outputs train other models, some forbid it.
    assertThat(whole("Llama Community License", Act.TRAIN_ON_OUTPUTS)).isEqualTo(Answer.UNDECIDED);
  }

  @Test
  void aChangedTextIsNotTheFamilyThatIsCalledModified() {
    // Licences are published as "Modified MIT"; a text of MIT with other words is none of them.
    assertThat(whole("Modified MIT License", Act.REDISTRIBUTE)).isEqualTo(Answer.YES_IF);
    assertThat(whole("LicenseRef-modified-MIT", Act.REDISTRIBUTE)).isEqualTo(Answer.UNDECIDED);
    assertThat(whole("LicenseRef-modified-MIT", Act.RUN)).isEqualTo(Answer.UNDECIDED);
  }

  @Test
  void researchOnlyIsPassedOnForResearchOnly() {
    var trade = new RightsQuestion(true, null, null, null, null);
    assertThat(ask("LicenseRef-glm-130b", trade).whole().get(Act.REDISTRIBUTE.ordinal()).answer())
        .isEqualTo(Answer.NO);
  }

  @Test
  void everyActIsAnsweredInOrderAndEveryNoRestsOnAClause() {
    for (String licence :
        List.of(
            "mit",
            "apache-2.0",
            "gpl-3.0",
            "llama2",
            "gemma",
            "openrail++",
            "cc-by-nc-sa-4.0",
            "other")) {
      var rights = ENGINE.rights(card(licence), RELEASE);
      assertThat(rights).extracting(r -> r.act()).containsExactly(Act.values());
      assertThat(rights)
          .allSatisfy(r -> {
            if (r.answer() == Answer.NO) {
              assertThat(r.clauses()).isNotEmpty();
            }
            if (r.answer() == Answer.YES_IF) {
              assertThat(r.conditions()).isNotEmpty();
            }
          });
    }
  }

  @Test
  void aRegionThatIsExcludedIsRefusedAndOthersAreNot() {
    var hunyuan = "tencent-hunyuan-large-2024";
    var said =
        ENGINE.scan(
            TextFile.of(
                "s",
                "README.md",
                "---\nlicense: other\nlicense_name: LicenseRef-" + hunyuan + "\n---\n"));
    assertThat(
            ENGINE
                .answer(new RightsQuestion(false, null, null, "EU", null), said, RELEASE)
                .asked()
                .answer())
        .isEqualTo(Answer.NO);
    assertThat(
            ENGINE
                .answer(new RightsQuestion(false, null, null, "Japan", null), said, RELEASE)
                .asked()
                .answer())
        .isEqualTo(Answer.YES_IF);
  }

  private static Answer whole(List<LicenceStatement> said, List<Finding> release, Act act) {
    return ENGINE.rights(said, release).get(act.ordinal()).answer();
  }

  private static Finding with(Finding f, Qualifier qualifier) {
    return new Finding(
        f.component(),
        f.state(),
        Set.of(qualifier),
        f.level(),
        f.summary(),
        f.licence(),
        f.evidence(),
        f.searched(),
        f.notes());
  }

  @Test
  void aNetworkOfALibraryLeavesTheAnswerToTheWeights() {
    Finding network = Findings.of(Component.ARCHITECTURE, State.LINKED, "README.md");
    List<Finding> delegated =
        List.of(
            Findings.of(Component.WEIGHTS, State.PRESENT, "model.safetensors"),
            with(network, Qualifier.DELEGATED));
    assertThat(whole(card("mit"), delegated, Act.RUN)).isEqualTo(Answer.YES_IF);
    assertThat(whole(card("cc-by-nc-4.0"), delegated, Act.COMMERCIAL_USE)).isEqualTo(Answer.NO);
    // Weights without a licence stay undecided.
    assertThat(whole(List.of(), delegated, Act.RUN)).isEqualTo(Answer.UNDECIDED);
  }

  @Test
  void toRebuildOneNeedsAllTheData() {
    var text =
        ENGINE.scan(TextFile.of("s", "train.py", "# SPDX-License-Identifier: Apache-2.0\nx = 1\n"));
    var said = new ArrayList<>(card("apache-2.0"));
    said.addAll(text);
    Finding code = Findings.of(Component.TRAINING_CODE, State.PRESENT, "train.py");
    Finding data = Findings.of(Component.TRAINING_DATA, State.PRESENT, "README.md");
    Answer all = whole(said, List.of(code, data), Act.REBUILD);
    assertThat(all).isIn(Answer.YES, Answer.YES_IF);
    assertThat(whole(said, List.of(code, with(data, Qualifier.PARTIAL)), Act.REBUILD))
        .isEqualTo(Answer.UNDECIDED);
  }

  @Test
  void whatIsOnlyLinkedIsNotUnderALicenceThatCoversWhatLiesHere() {
    Finding data =
        Findings.of(Component.TRAINING_DATA, State.LINKED, "README.md")
            .withLicence(
                new LicenceOf(
                    LicenceOf.Status.INHERITED,
                    "MIT OR Apache-2.0",
                    Freedom.FREE,
                    "LICENSE covers only what lies here",
                    List.of(new Evidence("s", "LICENSE", new Span.Whole(), "", null))));
    assertThat(ENGINE.answer(RightsQuestion.ANYBODY, List.of(), List.of(data)).parts())
        .singleElement()
        .satisfies(
            p -> assertThat(p.rights()).isNotEmpty().allMatch(r -> r.answer() == Answer.UNDECIDED));
  }
}
