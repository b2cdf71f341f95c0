package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.DataSet;
import dev.assay.model.Finding;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How the states of training data are told apart. The sentences are our own, in the manner of
/// those that releases write.
class TrainingDataTest {

  private static Finding data(String readme) {
    return Docs.readme(readme).finding(Component.TRAINING_DATA);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The model was trained on 2 trillion tokens of text from many sources.",
        "It is pre-trained on a large and diverse corpus of public documents.",
        "We trained it with 40,000 hours of recorded speech.",
        "模型在 3 万亿 tokens 的高质量语料上进行预训练。",
        "Das Modell wurde auf 500 Millionen Sätzen aus öffentlich verfügbaren Texten trainiert.",
        "Le modèle a été entraîné sur un corpus de textes en français.",
        "El modelo fue entrenado con un corpus de textos legales.",
        "Il modello è stato addestrato su un corpus di testi.",
        "O modelo foi treinado com um corpus de textos.",
        "Модель обучена на корпусе текстов из открытых источников.",
        "本モデルは日本語コーパスを用いて事前学習しました。",
      })
  void wordsAboutTrainingDataAreADescription(String sentence) {
    Finding finding = data("# Model\n\n" + sentence + "\n");
    assertThat(finding.state()).isEqualTo(State.DESCRIBED);
    assertThat(finding.evidence().getFirst().quote()).contains(sentence);
  }

  @Test
  void aLinkToTheDataSetIsALink() {
    Finding finding =
        data(
            "The model was trained on the [Great Corpus](https://huggingface.co/datasets/x/great).\n");
    assertThat(finding.state()).isEqualTo(State.LINKED);
    assertThat(finding.summary()).contains("Great Corpus");
  }

  @Test
  void itemsBelowALeadAreTrainingData() {
    Finding finding =
        data(
            "The model was trained on these datasets:\n\n- [A](https://zenodo.org/record/1)\n- B\n");
    assertThat(finding.state()).isEqualTo(State.LINKED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "To fine-tune the model on your own data, prepare a dataset in JSON.",
        "We evaluate on the test set of a public benchmark dataset.",
        "The weights were quantized with 128 samples of a calibration dataset.",
        "The model supports 18 languages.",
        "You can train it with a custom dataset.",
        "The tokenizer was trained on a corpus of 10 GB.",
      })
  void otherDataIsNotTrainingData(String sentence) {
    assertThat(data("# Model\n\n" + sentence + "\n").state()).isEqualTo(State.ABSENT);
  }

  @Test
  void aRefusalIsSaid() {
    Finding finding = data("We will not release the training data.\n");
    assertThat(finding.state()).isEqualTo(State.ABSENT);
    assertThat(finding.qualifiers()).contains(Qualifier.REFUSED);
    assertThat(finding.evidence()).isNotEmpty();
  }

  @Test
  void aPromiseIsNotTheThing() {
    Finding finding = data("The training data will be released soon.\n");
    assertThat(finding.state()).isEqualTo(State.PROMISED);
  }

  @Test
  void filesInHandAreSeen() {
    Finding finding =
        Docs.readme("# Model\n")
            .listed("data/train.jsonl", 5_000_000)
            .finding(Component.TRAINING_DATA);
    assertThat(finding.state()).isEqualTo(State.PRESENT);
    assertThat(finding.evidence().getFirst().path()).isEqualTo("data/train.jsonl");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "examples/data/train_sample.jsonl",
        "tests/data/train.jsonl",
        "data/test.jsonl",
        "third_party/x/data/train.jsonl",
        "tokenizer.json",
        "assets/prompts.txt",
        "config/train.json"
      })
  void examplesTestsAndOthersWorkAreNotTrainingDataInHand(String path) {
    assertThat(Docs.readme("# Model\n").listed(path, 5_000_000).data()).isEqualTo(State.ABSENT);
  }

  @Test
  void aManifestNamesThePieces() {
    Docs docs =
        Docs.readme("# Model\n")
            .with("train.py", "")
            .with(
                "data/mix.txt",
                "s3://bucket/a/part-0.npy\ns3://bucket/a/part-1.npy\ns3://bucket/a/part-2.npy\n");
    Finding finding = docs.finding(Component.TRAINING_DATA);
    assertThat(finding.state()).isEqualTo(State.LINKED);
    assertThat(finding.qualifiers()).contains(Qualifier.MANIFEST);
    assertThat(docs.judge().data().getFirst().form()).isEqualTo(DataSet.Form.MANIFEST);
  }

  @Test
  void aScriptThatFetchesDataForRunningIsNotTrainingData() {
    String script = "wget https://files.example.org/database.tar.gz\n";
    Docs run = Docs.readme("# Model\n").with("scripts/download_data.sh", script);
    assertThat(run.data()).isEqualTo(State.ABSENT);
    Docs train = Docs.readme("# Model\n").with("train.py", "").with("data/get_data.sh", script);
    Finding finding = train.finding(Component.TRAINING_DATA);
    assertThat(finding.state()).isEqualTo(State.LINKED);
    assertThat(finding.qualifiers()).contains(Qualifier.SCRIPT);
  }

  @Test
  void frontMatterNamesTheDataOfAFineTune() {
    String card = "---\nbase_model: a/base\ndatasets:\n- a/chats\n---\n# Fine\n";
    Docs docs = Docs.readme(card);
    assertThat(docs.state(Component.POST_TRAINING_DATA)).isEqualTo(State.LINKED);
    Finding training = docs.finding(Component.TRAINING_DATA);
    assertThat(training.state()).isEqualTo(State.LINKED);
    assertThat(training.qualifiers()).contains(Qualifier.PARTIAL);
    assertThat(docs.judge().data().getFirst().link())
        .isEqualTo("https://huggingface.co/datasets/a/chats");
  }

  @Test
  void sourcesOfAPackageAreData() {
    Docs docs =
        new Docs()
            .with(
                "meta.json",
                "{\"lang\":\"xx\",\"sources\":[{\"name\":\"Treebank\",\"url\":\"https://universaldependencies.org/t\"},\"Lexicon\"]}");
    assertThat(docs.data()).isEqualTo(State.LINKED);
    assertThat(docs.judge().data())
        .extracting(DataSet::name)
        .containsExactly("Treebank", "Lexicon");
  }

  @Test
  void knownBenchmarksAreEvaluationData() {
    Docs docs = Docs.readme("# Model\n").listed("datasets/gsm8k/train.jsonl", 3_000_000);
    assertThat(docs.data()).isEqualTo(State.ABSENT);
    assertThat(docs.state(Component.EVALUATION_DATA)).isEqualTo(State.PRESENT);
  }

  @Test
  void anotherProjectInsideSaysNothingOfThisOne() {
    Docs docs =
        Docs.readme("# Model\n")
            .with("inner/LICENSE", "x")
            .with("inner/setup.py", "")
            .with(
                "inner/docs/a.md",
                "The model was trained on [A](https://zenodo.org/record/1) dataset.\n");
    assertThat(docs.data()).isEqualTo(State.ABSENT);
  }

  @Test
  void theLicenceBesideADataSetIsQuoted() {
    DataSet set =
        Docs.readme(
                "It was trained on the [A](https://zenodo.org/record/1) dataset (CC BY-NC 4.0).\n")
            .judge()
            .data()
            .getFirst();
    assertThat(set.licence()).isEqualTo("CC BY-NC 4.0");
  }

  @Test
  void amountsStatedAreHeldAgainstAmountsLinked() {
    Finding finding =
        data(
            "The model was trained on 15T tokens of text.\n\nIt was trained on the"
                + " [A](https://zenodo.org/record/1) dataset of 1T tokens.\n");
    assertThat(finding.state()).isEqualTo(State.LINKED);
    assertThat(finding.notes().getFirst().text()).contains("15,000,000,000,000 tokens");
  }
}
