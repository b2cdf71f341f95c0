package dev.assay.licences.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.TextFile;
import dev.assay.licences.LicenceEngine;
import dev.assay.licences.RightsQuestion;
import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.LicenceOf;
import dev.assay.model.LicenceStatement;
import dev.assay.model.ProofLevel;
import dev.assay.model.Right;
import dev.assay.model.Right.Act;
import dev.assay.model.Right.Answer;
import dev.assay.model.Span;
import dev.assay.model.State;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What the changed text of a licence answers whose clauses were read: as that licence where its
/// words stand, and nothing where they do not.
class ChangedTextTest {
  private static final LicenceEngine ENGINE = LicenceEngine.load();

  private static String text(String id) throws IOException {
    return SpdxText.all().stream().filter(t -> t.id().equals(id)).findFirst().orElseThrow().text();
  }

  private static Right ask(String text, Act act) {
    // What an engine has read of a file it keeps.
    String source = "s" + text.hashCode();
    Finding weights =
        new Finding(
            Component.WEIGHTS,
            State.PRESENT,
            Set.of(),
            ProofLevel.SEEN,
            "here",
            LicenceOf.NONE,
            List.of(new Evidence(source, "model.safetensors", new Span.Whole(), "", null)),
            List.of(),
            List.of());
    List<LicenceStatement> said = ENGINE.scan(TextFile.of(source, "LICENSE", text));
    return ENGINE
        .answer(RightsQuestion.ANYBODY, said, List.of(weights))
        .parts()
        .getFirst()
        .rights()
        .stream()
        .filter(r -> r.act() == act)
        .findFirst()
        .orElseThrow();
  }

  /// A text with another word or two in one place.
  private static String changed(String id, String words, String others) throws IOException {
    String text = text(id);
    assertThat(text).contains(words);
    return text.replace(words, others);
  }

  @Test
  void aClauseThatStandsUnchangedBarsWhatItBars() throws IOException {
    Right trade =
        ask(changed("CC-BY-NC-4.0", "within 30 days", "within 90 long days"), Act.COMMERCIAL_USE);
    assertThat(trade.answer()).isEqualTo(Answer.NO);
    assertThat(trade.reason())
        .contains("in the words of Creative Commons Attribution NonCommercial");
    assertThat(trade.clauses())
        .singleElement()
        .satisfies(c -> {
          assertThat(c.licence()).startsWith("LicenseRef-modified-");
          assertThat(c.evidence()).isNotEmpty();
        });
  }

  @Test
  void whatDiffersElsewhereIsACondition() throws IOException {
    String text = changed("C-UDA-1.0", "in the public domain", "in the public harbour of the town");
    Right run = ask(text, Act.RUN);
    assertThat(run.answer()).isEqualTo(Answer.YES_IF);
    assertThat(run.conditions())
        .anyMatch(c -> c.contains("computational use"))
        .contains(
            "the words that differ from Computational Use of Data Agreement 1.0 allow it: in clause 1.3");
  }

  @Test
  void aChangedClauseAnswersNothing() throws IOException {
    String text =
        changed("C-UDA-1.0", "solely for Computational Use", "for the harbour and its town");
    assertThat(ask(text, Act.RUN).answer()).isEqualTo(Answer.UNDECIDED);
    assertThat(ask(text, Act.TRAIN_ON_OUTPUTS).answer()).isEqualTo(Answer.YES_IF);
  }

  @Test
  void anotherNameChangesNothing() throws IOException {
    String text = changed("C-UDA-1.0", "Artificial intelligence models", "Harbour-7B models");
    assertThat(ask(text, Act.RUN).conditions()).noneMatch(c -> c.contains("differ"));
  }

  @Test
  void whatIsAddedAroundATextMayLiftIt() throws IOException {
    String added =
        text("C-UDA-1.0")
            + "\n\nYou may not use the Data for any commercial purpose without a fee.\n";
    Right trade = ask(added, Act.COMMERCIAL_USE);
    assertThat(trade.answer()).isEqualTo(Answer.UNDECIDED);
    assertThat(trade.reason()).doesNotContain("in the words of");
  }
}
