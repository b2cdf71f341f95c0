package dev.assay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.FileEntry;
import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.LicenceOf;
import dev.assay.model.Mention;
import dev.assay.model.ProofLevel;
import dev.assay.model.Qualifier;
import dev.assay.model.Span;
import dev.assay.model.State;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whether somebody asks before the weights are given is told by the place that gives them.
class GateSeenTest {
  private static final Evidence PLACE =
      new Evidence("s", "README.md", new Span.Lines(1, 1), "words", null);

  private static Finding finding(Component c, State state, Qualifier... q) {
    boolean found = state != State.ABSENT;
    return new Finding(
        c,
        state,
        Set.of(q),
        found ? ProofLevel.CLAIMED : null,
        "No gate was found in what was inspected",
        LicenceOf.NONE,
        found ? List.of(PLACE) : List.of(),
        List.of(),
        List.of());
  }

  private static Finding access(
      Finding weights, Finding access, List<String> places, List<FileEntry> listing) {
    Map<Component, Finding> found = new EnumMap<>(Component.class);
    found.put(Component.WEIGHTS, weights);
    found.put(Component.ACCESS, access);
    GateSeen.undecide(found, places, listing);
    Finding gate = found.get(Component.ACCESS);
    assertThat(gate).isNotNull();
    return gate;
  }

  private static final Finding NO_GATE = finding(Component.ACCESS, State.ABSENT);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://huggingface.co/someone/some-model",
        "https://huggingface.co/someone/some-model/resolve/main/model.safetensors",
        "https://drive.example.com/drive/folders/abc"
      })
  void aPageMayAsk(String place) {
    Finding gate =
        access(finding(Component.WEIGHTS, State.LINKED), NO_GATE, List.of(place), List.of());
    assertThat(gate.state()).isEqualTo(State.UNDECIDABLE);
    assertThat(gate.summary()).contains(place);
    assertThat(gate.evidence()).containsExactly(PLACE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://github.com/someone/some/releases/download/v1/model.pth",
        "https://files.example.com/models/some.tar.gz",
        "https://files.example.com/models/some.ckpt?download=1.",
        "gs://someone-public/models/some",
        "https://github.com/someone/some/releases/tag/v1.0",
        "tools/download_models.py"
      })
  void anAddressOfAFileAsksForNothing(String place) {
    assertThat(
            access(finding(Component.WEIGHTS, State.LINKED), NO_GATE, List.of(place), List.of())
                .state())
        .isEqualTo(State.ABSENT);
  }

  @Test
  void whatIsHereOrListedByItsPlaceWasLookedAt() {
    List<String> place = List.of("https://huggingface.co/someone/some-model");
    assertThat(access(finding(Component.WEIGHTS, State.PRESENT), NO_GATE, place, List.of()).state())
        .isEqualTo(State.ABSENT);
    assertThat(
            access(
                    finding(Component.WEIGHTS, State.LINKED, Qualifier.POINTER),
                    NO_GATE,
                    place,
                    List.of())
                .state())
        .isEqualTo(State.ABSENT);
    var listed = new FileEntry("s", "model.safetensors", 9, FileEntry.Kind.LISTED, null, null);
    assertThat(
            access(finding(Component.WEIGHTS, State.LINKED), NO_GATE, place, List.of(listed))
                .state())
        .isEqualTo(State.ABSENT);
  }

  private static Mention place(String link, int line, Qualifier... q) {
    return new Mention(
        Component.WEIGHTS,
        State.LINKED,
        Set.of(q),
        link,
        null,
        new Evidence("s", "README.md", new Span.Lines(line, line), "words", null));
  }

  private static Finding gateAt(int line) {
    return new Finding(
        Component.ACCESS,
        State.DESCRIBED,
        Set.of(Qualifier.GATED),
        ProofLevel.CLAIMED,
        "The documents speak of a request, a form or an agreement",
        LicenceOf.NONE,
        List.of(new Evidence("s", "README.md", new Span.Lines(line, line), "words", null)),
        List.of(),
        List.of());
  }

  private static final ReleaseNames NAMES = new ReleaseNames(List.of("maker+Some", "Some"));

  @Test
  void theGateOfAToolIsNoGateOfTheRelease() {
    Mention own = place("https://huggingface.co/maker/some-7b", 3);
    Mention tool = place("https://huggingface.co/others/cutter-3", 80, Qualifier.GATED);
    assertThat(GateSeen.withoutOthers(List.of(own, tool), NAMES)).containsExactly(own);
    Finding access = GateSeen.ofThis(gateAt(80), List.of(own, tool), NAMES);
    assertThat(access.state()).isEqualTo(State.ABSENT);
    assertThat(access.qualifiers()).isEmpty();
  }

  @Test
  void aGateOfItsOwnPageOrOfItsOwnersStands() {
    Mention own = place("https://huggingface.co/maker/some-7b", 3);
    Mention gated = place("https://huggingface.co/maker/some-13b", 5, Qualifier.GATED);
    Mention sister = place("https://huggingface.co/maker/sister-9", 6, Qualifier.GATED);
    assertThat(GateSeen.withoutOthers(List.of(own, gated, sister), NAMES)).hasSize(3);
    assertThat(GateSeen.ofThis(gateAt(6), List.of(own, gated, sister), NAMES).state())
        .isEqualTo(State.DESCRIBED);
    // Where no place bears the release's name, nothing tells them apart.
    Mention other = place("https://huggingface.co/others/thing", 5, Qualifier.GATED);
    assertThat(GateSeen.withoutOthers(List.of(other), NAMES)).containsExactly(other);
    assertThat(GateSeen.ofThis(gateAt(9), List.of(own), NAMES)).isEqualTo(gateAt(9));
  }

  @Test
  void aGateThatWasFoundStands() {
    Finding gate = finding(Component.ACCESS, State.DESCRIBED, Qualifier.GATED);
    assertThat(
            access(
                finding(Component.WEIGHTS, State.LINKED),
                gate,
                List.of("https://huggingface.co/someone/some-model"),
                List.of()))
        .isEqualTo(gate);
  }
}
