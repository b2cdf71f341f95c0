package dev.assay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Mention;
import dev.assay.model.Qualifier;
import dev.assay.model.Span;
import dev.assay.model.State;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Which place of weights a reader is sent to first.
class WeightPlacesTest {
  private static final ReleaseNames NAMES =
      new ReleaseNames(List.of("Lark 7B", "https://github.com/singing/lark"));

  private static Mention mention(Component component, String path, String address) {
    return new Mention(
        component,
        State.LINKED,
        Set.of(),
        address,
        null,
        new Evidence("s", path, new Span.Lines(1, 1), "", null));
  }

  private static Mention at(String path, String address) {
    return mention(Component.WEIGHTS, path, address);
  }

  private static List<String> ordered(Mention... mentions) {
    return WeightPlaces.ordered(List.of(mentions), NAMES).stream()
        .map(Mention::link)
        .map(String::valueOf)
        .toList();
  }

  @Test
  void theModelsOwnPageComesBeforeItsOwnersAndACollection() {
    assertThat(
            ordered(
                at("README.md", "https://huggingface.co/singing"),
                at("README.md", "https://huggingface.co/collections/singing/lark-0123"),
                at("README.md", "https://modelscope.cn/organization/singing"),
                at("README.md", "https://huggingface.co/singing/lark-7b")))
        .startsWith("https://huggingface.co/singing/lark-7b");
  }

  @Test
  void itComesBeforeTheModelOfSomebodyElse() {
    assertThat(
            ordered(
                at("README.md", "https://huggingface.co/others/owl"),
                at("README.md", "https://huggingface.co/singing/lark-7b")))
        .startsWith("https://huggingface.co/singing/lark-7b");
  }

  @Test
  void whatMeasuresTheModelComesLast() {
    assertThat(
            ordered(
                at("metrics/fid.py", "http://example.org/inception.tgz"),
                at("net/load.py", "http://example.org/net.pt")))
        .startsWith("http://example.org/net.pt");
  }

  @Test
  void whatIsNoPlaceOfWeightsIsLeftOut() {
    String own = "https://huggingface.co/singing/lark-7b";
    Stream.of(
            "https://huggingface.co/singing/lark-7b/discussions/28#65",
            "https://example.org/lark/20B_tokenizer.json",
            "https://example.org/lark/tokenizer.model?download=true",
            "https://example.org/lark/releases/download/v1/lark.dmg",
            "gs://YOUR-BUCKET",
            "s3://store/model_weights/xxx/ddd.pt",
            "http://www.apache.org/licenses/LICENSE-2.0")
        .forEach(
            no -> assertThat(ordered(at("README.md", no), at("a.py", own))).containsExactly(own));
  }

  @Test
  void aNameThatTheProgramPutsInIsStillAPlace() {
    assertThat(ordered(at("get.sh", "https://example.org/nets/$model"))).hasSize(1);
  }

  @Test
  void mentionsOfOtherPartsStay() {
    Mention code = mention(Component.TRAINING_CODE, "README.md", "https://example.org/issues");
    assertThat(WeightPlaces.ordered(List.of(code), NAMES)).containsExactly(code);
  }

  @Test
  void whatGivesTheWeightsComesBeforeAPageOnThem() {
    String bucket = "https://console.cloud.google.com/storage/browser/lark";
    for (String page :
        List.of(
            "https://developers.birds.org/lark/guides/models",
            "https://docs.singing.org/lark/models",
            "https://lark.readthedocs.io/en/latest/models")) {
      assertThat(ordered(at("README.md", page), at("README.md", bucket)))
          .as(page)
          .containsExactly(bucket, page);
    }
  }

  @Test
  void thePagesOfOthersBesideTheReleasesOwnAreNotItsWeights() {
    String own = "https://huggingface.co/singing/lark-7b";
    String mirror = "https://modelscope.cn/models/choir/lark-7b";
    String sister = "https://huggingface.co/lark-team/tiny";
    assertThat(
            ordered(
                at("README.md", "https://huggingface.co/somebody/lark-7b-finnish"),
                at("README.md", "https://huggingface.co/others/owl"),
                at("README.md", mirror),
                at("README.md", sister),
                at("README.md", own)))
        .containsExactlyInAnyOrder(own, mirror, sister);
    // Without a page of its own name nothing tells whose they are.
    assertThat(
            ordered(
                at("README.md", "https://huggingface.co/a/wren"),
                at("README.md", "https://huggingface.co/b/owl")))
        .hasSize(2);
  }

  @Test
  void aHubMayAskForSomethingHoweverItIsWritten() {
    assertThat(WeightPlaces.asksForNothing("hf://singing/lark/model.safetensors")).isFalse();
    assertThat(WeightPlaces.asksForNothing("gs://lark/model")).isTrue();
  }

  @Test
  void whatALibraryFetchesByARepositorysNameComesBehindWhatIsLinked() {
    String repository = "torch.hub:singing/lark";
    String file = "https://store.example.org/nets/net.pth";
    assertThat(ordered(at("README.md", repository), at("parts/README.md", file)))
        .containsExactly(file, repository);
    assertThat(WeightPlaces.asksForNothing(repository)).isTrue();
    assertThat(WeightPlaces.asksForNothing("https://github.com/singing/lark")).isFalse();
  }

  @Test
  void anAddressThatTheWordsCallABaseIsNoMoreThanThat() {
    String file = "https://store.example.org/nets/owl.pth";
    Mention base =
        new Mention(
            Component.WEIGHTS,
            State.LINKED,
            Set.of(Qualifier.OF_BASE),
            file,
            null,
            new Evidence("s", "README.md", new Span.Lines(1, 1), "", null));
    assertThat(WeightPlaces.ordered(List.of(base, at("README.md", file)), NAMES))
        .containsExactly(base);
    assertThat(WeightPlaces.ordered(List.of(base, at("net/load.py", file)), NAMES)).hasSize(2);
  }
}
