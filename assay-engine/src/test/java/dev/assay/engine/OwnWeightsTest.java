package dev.assay.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.TextFile;
import dev.assay.model.Component;
import dev.assay.model.DType;
import dev.assay.model.Evidence;
import dev.assay.model.Mention;
import dev.assay.model.Note;
import dev.assay.model.Span;
import dev.assay.model.State;
import dev.assay.model.Tensor;
import dev.assay.model.Weights;
import dev.assay.text.Document;
import dev.assay.text.DocumentReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Which files in hand are the release's weights, and which lie beside them.
class OwnWeightsTest {
  private static final ReleaseNames NAMES = new ReleaseNames(List.of("Lark-7B", "singing/lark"));

  private static Weights weights(String path, String format, long parameters, String... tensors) {
    return new Weights(
        path,
        List.of(path),
        format,
        Weights.Status.OK,
        "",
        Weights.Kind.MODEL,
        tensors.length,
        parameters,
        Map.of("F32", parameters),
        null,
        null,
        List.of(),
        List.of(),
        8,
        new Evidence("s", path, new Span.Bytes(0, 8), "", null),
        java.util.Arrays.stream(tensors)
            .map(t ->
                new Tensor(t, Tensor.Role.values()[0], List.of(4L), DType.F32, path, 0, 16, null))
            .toList());
  }

  private static final Weights NETWORK =
      weights("models/net.pt", "pytorch-zip", 900_000, "a.weight", "a.bias", "b.weight", "b.bias");

  /// A network for a step, as ONNX holds it.
  private static Weights helper(String path) {
    return weights(path, "onnx", 444_948, "a.weight", "a.bias", "b.weight", "b.bias", "c.weight");
  }

  private static Mention link(String path, String address) {
    return new Mention(
        Component.WEIGHTS,
        State.LINKED,
        Set.of(),
        address,
        null,
        new Evidence("s", path, new Span.Lines(1, 1), "", null));
  }

  private static final List<Mention> ELSEWHERE =
      List.of(link("README.md", "https://huggingface.co/singing/lark-7b"));

  private static OwnWeights of(List<Mention> mentions, String readme, Weights... artefacts) {
    List<Document> documents =
        DocumentReader.read(TextFile.of("s", "README.md", readme.getBytes(UTF_8), true)).stream()
            .toList();
    return OwnWeights.of(List.of(artefacts), mentions, documents, NAMES);
  }

  @Test
  void aSmallNetworkForAStepIsSetAsideWhereTheWeightsAreElsewhere() {
    OwnWeights found = of(ELSEWHERE, "# Lark\n\nText.\n", helper("demo_page/static/vad.onnx"));
    assertThat(found.own()).isEmpty();
    assertThat(found.aside())
        .singleElement()
        .satisfies(n -> {
          assertThat(n.kind()).isEqualTo(Note.Kind.SET_ASIDE);
          assertThat(n.text()).contains("demo_page/static/vad.onnx", "links its weights elsewhere");
        });
  }

  @Test
  void itIsTheReleasesOwnWhereNothingIsLinked() {
    assertThat(of(List.of(), "# Lark\n", helper("lib/data/vad.onnx")).own()).hasSize(1);
  }

  @Test
  void aLinkInACopiedProjectSaysNothingOfTheReleasesWeights() {
    List<Mention> copied = List.of(link("src/other/README.md", "https://drive.example/x"));
    assertThat(of(copied, "# Lark\n", helper("lib/data/vad.onnx")).own()).hasSize(1);
  }

  @Test
  void whatADocumentNamesCounts() {
    assertThat(of(ELSEWHERE, "# Lark\n\nRun `vad.onnx`.\n", helper("lib/vad.onnx")).own())
        .hasSize(1);
    assertThat(of(ELSEWHERE, "# Lark\n\nSee `nets/tiny/`.\n", helper("nets/tiny/a.onnx")).own())
        .hasSize(1);
  }

  @Test
  void whatBearsTheReleasesNameOrLiesAtItsRootCounts() {
    assertThat(of(ELSEWHERE, "# Lark\n", helper("lib/data/lark_tiny.onnx")).own()).hasSize(1);
    assertThat(OwnWeights.of(List.of(helper("model.onnx")), ELSEWHERE, List.of(), NAMES).own())
        .hasSize(1);
  }

  @Test
  void aLargeNetworkCounts() {
    Weights large =
        weights("lib/net.onnx", "onnx", 7_000_000, "a.weight", "b.weight", "c.weight", "d.weight");
    assertThat(of(ELSEWHERE, "# Lark\n", large).own()).hasSize(1);
  }

  @Test
  void aSavedInputIsNoNetwork() {
    Weights saved = weights("inference/encoded.pt", "pytorch-zip", 6_123_200, "0");
    assertThat(of(ELSEWHERE, "# Lark\n", saved).own()).isEmpty();
    assertThat(of(List.of(), "# Lark\n", saved, NETWORK).own()).containsExactly(NETWORK);
    // Where there is nothing else, it may be a table of vectors.
    assertThat(of(List.of(), "# Lark\n", saved).own()).containsExactly(saved);
    Weights linear = weights("heads/linear.pt", "pytorch-zip", 6_000_000, "weight", "bias");
    assertThat(of(ELSEWHERE, "# Lark\n", linear).own()).containsExactly(linear);
  }

  @Test
  void whatLiesAmongExamplesIsShownAndNotReleased() {
    Weights shown = helper("tutorials/outputs/run.onnx");
    assertThat(of(List.of(), "# Lark\n", shown, NETWORK).own()).containsExactly(NETWORK);
    assertThat(of(List.of(), "# Lark\n", shown).own()).containsExactly(shown);
  }

  @Test
  void arraysThatGoThroughAModelAreNone() {
    String[] profile = {"A_coef", "A_odds", "A_bias", "B_coef", "B_odds", "B_bias"};
    for (String path :
        List.of("inputs/pssm/3HTN.npz", "examples/a.npz", "data/profiles/3HTN.npz")) {
      Weights arrays = weights(path, "npz", 18_447, profile);
      assertThat(of(List.of(), "# Lark\n", arrays).own()).as(path).isEmpty();
    }
    for (String path : List.of("lark/3HTN.npz", "data/model.npz", "data/lark_net.npz")) {
      Weights network = weights(path, "npz", 18_447, profile);
      assertThat(of(List.of(), "# Lark\n", network).own()).as(path).hasSize(1);
    }
  }

  @Test
  void aModelThatIsMadeUpForTestsIsNotReleased() {
    for (String path : List.of("ci/dummy-lark/model.safetensors", "hub/tiny-random-lark.onnx")) {
      assertThat(of(List.of(), "# Lark\n", helper(path)).own()).as(path).isEmpty();
    }
    assertThat(of(List.of(), "# Lark\n", helper("hub/lark-tiny.onnx")).own()).hasSize(1);
  }

  @Test
  void whatAModelForTestsAgreesInSaysNothingOfTheRelease() {
    Weights test = helper("test/dummy/model.onnx");
    Weights own = helper("lark.onnx");
    Note ofTest = new Note(Note.Kind.AGREES, "2 layers", List.of(test.evidence()));
    Note ofOwn = new Note(Note.Kind.AGREES, "9 layers", List.of(own.evidence()));
    assertThat(
            SetAside.without(Map.of(Component.WEIGHTS, List.of(ofTest, ofOwn)), List.of(test, own)))
        .containsEntry(Component.WEIGHTS, List.of(ofOwn));
  }

  @Test
  void aFewTensorsAmongTheDataAreData() {
    for (String format : List.of("pickle", "pytorch-zip")) {
      Weights labels = weights("data/birds/Y", format, 9_000, "0");
      assertThat(of(List.of(), "# Lark\n", labels).own()).as(format).isEmpty();
      Weights net = weights("data/birds/lark_net.pt", format, 9_000, "0");
      assertThat(of(List.of(), "# Lark\n", net).own()).as(format).hasSize(1);
      Weights layers = weights("data/birds/a.pt", format, 9_000, "a.weight", "a.bias");
      assertThat(of(List.of(), "# Lark\n", layers).own()).as(format).hasSize(1);
    }
  }

  @Test
  void arraysAmongResultsAreResults() {
    String[] scores = {"mean", "std", "low", "high", "ids", "seeds"};
    Weights results = weights("results/spread/dropout.npz", "npz", 9_000, scores);
    assertThat(of(List.of(), "# Lark\n", results).own()).isEmpty();
    Weights kept = weights("results/best_model.npz", "npz", 9_000, scores);
    assertThat(of(List.of(), "# Lark\n", kept).own()).hasSize(1);
  }

  @Test
  void variablesAmongTheDataAreData() {
    Weights saved = weights("data/birds/songs.mat", "matlab", 9_000, "a_w", "a_b");
    assertThat(of(List.of(), "# Lark\n", saved).own()).isEmpty();
    Weights net = weights("nets/birds/songs.mat", "matlab", 9_000, "a_w", "a_b");
    assertThat(of(List.of(), "# Lark\n", net).own()).hasSize(1);
  }

  @Test
  void oneArrayOfObjectsCanBeAWholeNetwork() {
    Weights saved =
        new Weights(
            "models/detector.npy",
            List.of("models/detector.npy"),
            "npy",
            Weights.Status.OK,
            "",
            Weights.Kind.MODEL,
            1,
            null,
            Map.of(),
            null,
            null,
            List.of(),
            List.of(),
            8,
            new Evidence("s", "models/detector.npy", new Span.Bytes(0, 8), "", null),
            List.of(
                new Tensor(
                    "detector",
                    Tensor.Role.UNKNOWN,
                    List.of(),
                    new DType("OBJECT", 0),
                    "models/detector.npy",
                    0,
                    -1,
                    null)));
    assertThat(of(List.of(), "# Lark\n", saved).own()).hasSize(1);
    assertThat(of(List.of(), "# Lark\n", weights("models/a.npy", "npy", 9, "a")).own()).isEmpty();
  }

  @Test
  void aFolderOfOneDataSetHoldsData() {
    String[] arrays = {"x", "y", "z", "u", "v"};
    assertThat(of(List.of(), "# Lark\n", weights("lark_data/moving.npz", "npz", 900, arrays)).own())
        .isEmpty();
    assertThat(of(List.of(), "# Lark\n", weights("lark_data/model.npz", "npz", 900, arrays)).own())
        .hasSize(1);
    assertThat(of(List.of(), "# Lark\n", weights("lark_metadata/a.npz", "npz", 900, arrays)).own())
        .hasSize(1);
  }

  @Test
  void thousandsOfTensorsWithoutNamesAmongTheDataAreRecords() {
    String[] many =
        java.util.stream.IntStream.range(0, 1_500).mapToObj(n -> "t" + n).toArray(String[]::new);
    assertThat(of(List.of(), "# Lark\n", weights("data/valid.pkl", "pickle", 900, many)).own())
        .isEmpty();
    assertThat(of(List.of(), "# Lark\n", weights("kept/valid.pkl", "pickle", 900, many)).own())
        .hasSize(1);
    assertThat(
            of(
                    List.of(),
                    "# Lark\n",
                    weights("data/valid.pkl", "pickle", 900, java.util.Arrays.copyOf(many, 40)))
                .own())
        .hasSize(1);
  }

  @Test
  void whatUnitTestsBringAlongIsNotReleased() {
    assertThat(of(List.of(), "# Lark\n", helper("unittest/case/boxes.onnx")).own()).isEmpty();
  }
}
