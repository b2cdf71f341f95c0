package dev.assay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.FileEntry;
import dev.assay.io.SourceFact;
import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.LicenceOf;
import dev.assay.model.Qualifier;
import dev.assay.model.SourceInfo;
import dev.assay.model.Span;
import dev.assay.model.State;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnseenTest {
  private static Map<Component, Finding> absent() {
    var found = new EnumMap<Component, Finding>(Component.class);
    for (Component c : Component.values()) {
      found.put(c, absent(c, Set.of()));
    }
    return found;
  }

  private static Finding absent(Component c, Set<Qualifier> q) {
    return new Finding(
        c, State.ABSENT, q, null, "", LicenceOf.NONE, List.of(), List.of("files"), List.of());
  }

  private static Facts facts(List<String> partial, List<FileEntry> listing, List<SourceFact> said) {
    return new Facts(
        List.of(new SourceInfo("s", "hub cache", "x", null, null, 0, 0, partial)),
        listing,
        Set.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        List.of(),
        said,
        List.of(),
        List.of(),
        List.of());
  }

  private static FileEntry listed(String path) {
    return new FileEntry("s", path, 10, FileEntry.Kind.LISTED, null, null);
  }

  private static State state(Map<Component, Finding> found, Component c) {
    return java.util.Objects.requireNonNull(found.get(c)).state();
  }

  @Test
  void what_was_seen_whole_stays_absent() {
    var found = absent();
    Unseen.of(facts(List.of(), List.of(FileEntry.file("a.bin", 1)), List.of())).undecide(found);
    assertThat(found.values()).allMatch(f -> f.state() == State.ABSENT);
  }

  @Test
  void nothing_is_absent_where_not_everything_was_seen_but_what_is_refused() {
    var found = absent();
    found.put(Component.TRAINING_DATA, absent(Component.TRAINING_DATA, Set.of(Qualifier.REFUSED)));
    Unseen.of(facts(List.of("only what was fetched is here"), List.of(), List.of()))
        .undecide(found);
    assertThat(state(found, Component.TRAINING_CODE)).isEqualTo(State.UNDECIDABLE);
    assertThat(state(found, Component.LICENCE_FILES)).isEqualTo(State.UNDECIDABLE);
    assertThat(state(found, Component.TRAINING_DATA)).isEqualTo(State.ABSENT);
    assertThat(state(found, Component.ACCESS)).isEqualTo(State.ABSENT);
  }

  @Test
  void code_that_is_listed_and_not_here_leaves_code_open_and_documents_absent() {
    var found = absent();
    Unseen.of(facts(List.of(), List.of(listed("train.py")), List.of())).undecide(found);
    Finding code = java.util.Objects.requireNonNull(found.get(Component.TRAINING_CODE));
    assertThat(code.state()).isEqualTo(State.UNDECIDABLE);
    assertThat(code.evidence())
        .extracting(Evidence::source, Evidence::path)
        .containsExactly(org.assertj.core.api.Assertions.tuple("s", "train.py"));
    assertThat(state(found, Component.RESEARCH_PAPER)).isEqualTo(State.ABSENT);
    assertThat(state(found, Component.LICENCE_FILES)).isEqualTo(State.ABSENT);
  }

  @Test
  void a_card_that_was_asked_for_and_is_not_there_is_absent() {
    var found = absent();
    var mark =
        new SourceFact(
            SourceFact.Kind.KNOWN_ABSENT,
            "README.md",
            new Evidence("s", ".no_exist/c/README.md", new Span.Listing(), "", null));
    Unseen.of(facts(List.of("only what was fetched is here"), List.of(), List.of(mark)))
        .undecide(found);
    assertThat(state(found, Component.MODEL_CARD)).isEqualTo(State.ABSENT);
    assertThat(state(found, Component.DATA_CARD)).isEqualTo(State.UNDECIDABLE);
  }
}
