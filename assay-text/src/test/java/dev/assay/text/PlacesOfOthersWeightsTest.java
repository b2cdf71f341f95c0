package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Places of weights that a document names for somebody else's model.
class PlacesOfOthersWeightsTest {
  private static boolean own(String said) {
    return Docs.readme("# Gull: a net for shores\n\n" + said + "\n").judged().mentions().stream()
        .anyMatch(m ->
            m.component() == Component.WEIGHTS
                && m.state() == State.LINKED
                && !m.qualifiers().contains(Qualifier.OF_BASE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Code for tuning LLMs such as Dune and [Sand](https://huggingface.co/desert/sand-xl).",
        "We support popular open models, including [Sand](https://huggingface.co/desert/sand-xl).",
        "It was trained from a Sand classifier ([file](https://dune.example.org/sand.caffemodel)).",
        "The file was converted from [sand](https://dune.example.org/sand_v1.tar.pth).",
        "It currently implements:\\n\\n- Sand: [hub](https://huggingface.co/desert/sand-xl)",
        "## Supported models\\n\\n| name | page |\\n|---|---|\\n| Sand | [hub](https://huggingface.co/desert/sand) |",
        "## Base models\\n\\n- [Sand](https://huggingface.co/desert/sand-7b)",
        "## 基模型\\n\\n- [Sand](https://huggingface.co/desert/sand-7b)",
        "Download the Sand causal VAE weights [here](https://huggingface.co/desert/sand/blob/main/vae.pth).",
        "Put the speech encoder [Sand-L](https://huggingface.co/desert/sand-l) beside it.",
        "Get `sand.weights` from the [official site of its author](https://dune.example.org/sand.weights).",
        "## Download the evaluation models\\n\\n1. Reader: [sand](https://huggingface.co/desert/sand-asr)"
      })
  void whatIsOneOfSeveralOrBegunWithIsSomebodyElses(String said) {
    assertThat(own(said.replace("\\n", "\n"))).isFalse();
    assertThat(own(said.replace("\\n", "\n").replace("desert/", "gull/").replace("dune.", "gull.")))
        .isTrue();
  }

  @Test
  void whatIsFetchedToBeginATrainingWithIsSomebodyElses() {
    String said =
        "## Training\n\n```bash\nwget https://dune.example.org/nets/Sand_L.pth -P ckpt/\npython %s"
            + " --%s ckpt/Sand_L.pth\n```";
    assertThat(own(said.formatted("train.py", "pretrained"))).isFalse();
    assertThat(own(said.formatted("convert_nets.py", "in"))).isFalse();
    assertThat(own(said.formatted("demo.py", "pretrained"))).isTrue();
    assertThat(own(said.replace("Sand_L", "Gull_L").formatted("train.py", "resume"))).isTrue();
  }

  @Test
  void recordingsPackedBesideTheWeightsAreNone() {
    String said =
        "For the demo you also need to download"
            + " [%1$s](https://huggingface.co/gull/gull/resolve/main/%1$s).";
    assertThat(own(said.formatted("reference_audio.zip"))).isFalse();
    assertThat(own(said.formatted("demo-images.tar.gz"))).isFalse();
    assertThat(own(said.formatted("audio_model.zip"))).isTrue();
  }

  @Test
  void wordsOnDataBesideWordsOnWeightsDoNotHideThem() {
    String said =
        "We release two nets trained on a corpus of shores, the %s can be freely downloaded from"
            + " [shore.example.org](https://shore.example.org/public/gull/).";
    assertThat(own(said.formatted("weights and settings"))).isTrue();
    assertThat(own(said.formatted("texts"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "```bash\npython eval.py --model_name_or_path=\"shore/gull-small\" --steps 3\n```",
        "```bash\npython serve.py --pretrained_checkpoint shore/gull-7b\n```",
        "```python\nnet = torch.hub.load('shore/gull', 'gull_base')\n```",
        "```\nollama run shore/gull-8b-v2\n```",
        "```python\nnet = timm.create_model(\"hf-hub:shore/gull\", pretrained=True)\n```"
      })
  void whatAReadmeLoadsByANameOfItsOwnIsLinked(String said) {
    assertThat(own(said.replace("\\n", "\n").replace("\\\"", "\""))).isTrue();
    assertThat(own(said.replace("\\n", "\n").replace("gull", "sand"))).isFalse();
    assertThat(own(said.replace("\\n", "\n").replace("shore/", "checkpoints/"))).isFalse();
  }

  @Test
  void logsInAModelsRepositoryAreNoWeights() {
    String said = "See [it](https://huggingface.co/shore/gull/tree/main/%s).";
    assertThat(own(said.formatted("training_logs"))).isFalse();
    assertThat(own(said.formatted("v2"))).isTrue();
  }

  private static boolean is(String said, State state, Qualifier qualifier, Component component) {
    return Docs.readme("# Gull\n\n" + said + "\n").judged().mentions().stream()
        .anyMatch(m ->
            m.component() == component
                && m.state() == state
                && (qualifier == null || m.qualifiers().contains(qualifier)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The author said that no training code or pretrained weights will be released.",
        "Neither weights nor training code will be made public.",
        "No weights and no training code will ever be published."
      })
  void whatIsDeniedIsNotPromised(String said) {
    assertThat(is(said, State.PROMISED, null, Component.WEIGHTS)).isFalse();
    assertThat(is(said, State.PROMISED, null, Component.TRAINING_CODE)).isFalse();
    assertThat(is(said, State.ABSENT, Qualifier.REFUSED, Component.WEIGHTS)).isTrue();
    assertThat(is(said, State.ABSENT, Qualifier.REFUSED, Component.TRAINING_CODE)).isTrue();
    assertThat(is("The weights will be released.", State.PROMISED, null, Component.WEIGHTS))
        .isTrue();
  }

  @Test
  void aKeyBeforeADownloadIsAGate() {
    String said = "A key is required to download and use the %s.";
    assertThat(gated(said.formatted("pretrained model weights"))).isTrue();
    assertThat(gated(said.formatted("maps"))).isFalse();
  }

  private static boolean gated(String said) {
    return Docs.document("README.md", "# Gull\n\n" + said + "\n").signs().stream()
        .anyMatch(
            s -> s.component() == Component.ACCESS && s.qualifiers().contains(Qualifier.GATED));
  }
}
