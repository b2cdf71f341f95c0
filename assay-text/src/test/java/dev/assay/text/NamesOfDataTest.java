package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.model.Component;
import dev.assay.model.DataSet;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What data sets are called, which of those that a sentence tells of are one, and what they are
/// for.
class NamesOfDataTest {
  private static List<DataSet> data(String text) {
    return Docs.readme("# Foo\n\n" + text + "\n").judge().data();
  }

  private static List<String> names(String text) {
    return data(text).stream().map(DataSet::name).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Foo is pre-trained on NL-PL pairs in 6 programming languages (Python, Java, Go).",
        "The model was trained on over 200 million H&E and IHC images.",
        "Pretrained on the GGA/GGA+U trajectories of a comprehensive dataset of 1.5 million structures.",
        "Foo is trained on the same data as *BarBERT*.",
        "Foo was trained with 34GB Korean text, and I'm releasing `Foo-Base` and `Foo-Small`.",
        "Trained on a large mixture of datasets in [RLDS format](https://github.com/g/rlds), 970K"
            + " trajectories."
      })
  void whatDataAreWrittenInOrComparedWithIsNoName(String text) {
    assertThat(names(text)).containsOnly("");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Foo is trained on the Harbour dataset and Quay-1K (without CT).;Harbour,Quay-1K",
        "Foo was trained on Foo-Instruct-150K.;Foo-Instruct-150K",
        "Foo is trained on the H&E-Harbour dataset.;H&E-Harbour",
        "Foo was trained on Ego4D, SUN RGB-D, and LLVIP.;Ego4D,SUN RGB-D,LLVIP"
      })
  void whatIsMadeForSomethingIs(String text, String names) {
    assertThat(names(text)).containsExactlyInAnyOrder(names.split(","));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "- **Harbour:** download the complexes from [zenodo](https://zenodo.org/record/64).;Harbour",
        "- Harbour: see the [Harbour-1 Website](https://h.org/datasets/h.zip).;Harbour-1",
        "- The games: download the dataset [here](https://h.org/g170/index.html).;g170",
        "- Important: download the dataset from the [website](https://h.org/datasets/h.zip).;h.zip",
        "- Quay: download the dataset from [here](https://h.org/datasets/#quay_kdd).;Quay",
        "- download the dataset from [here](https://h.org/datasets/#quay_kdd).;quay_kdd",
        "- [x](//s.googleapis.com/b/h.zip) is the dataset.;x",
        "- download the dataset from //s.googleapis.com/b/h.zip.;",
      })
  void aNameStandsBeforeItsPlace(String item, String name) {
    assertThat(names("## Training data\n\n" + item)).containsExactly(name == null ? "" : name);
  }

  @Test
  void theFirstCellNamesWhatARowLinks() {
    String table =
        "## Training data\n\nImage source | Download path\n--- | :---:\nLLaVA |"
            + " [Reasoning](https://huggingface.co/datasets/l/L/resolve/main/a.json)"
            + " [Talk](https://huggingface.co/datasets/l/L/resolve/main/b.json)\nCOCO |"
            + " [images](https://images.cocodataset.org/train.zip)"
            + " [captions](https://x.org/captions.zip)\n";
    assertThat(names(table)).containsExactlyInAnyOrder("LLaVA", "COCO");
  }

  @Test
  void theFilesOfARepositoryAreOneDataSet() {
    String root = "https://huggingface.co/datasets/h/quay/resolve/main/";
    assertThat(
            names(
                "## Training data\n\n- [part one]("
                    + root
                    + "a.jsonl)\n- [part two]("
                    + root
                    + "b.jsonl)\n- [other](https://huggingface.co/datasets/h/pier)"))
        .containsExactly("part one", "other");
  }

  @Test
  void anAddressThatIsNotWrittenOutNamesNothing() {
    assertThat(SetNames.of(new Passage.Source("", "s3://crawl/long.../path.../f.gz"), ""))
        .isEmpty();
    assertThat(
            SetNames.of(new Passage.Source("", "https://huggingface.co/datasets/a/{key}_1107"), ""))
        .isEmpty();
    assertThat(SetNames.of(new Passage.Source("", "//s.org/a/b/h.zip"), ""))
        .isEqualTo("s.org/…/h.zip");
  }

  @Test
  void membersOfAnEnumerationAreNamedBesideThoseThatAreLinked() {
    assertThat(
            data(
                "The model is trained on a version of the [OSCAR corpus](https://oscar.org/),"
                    + " a recent Wikipedia dump, various [OPUS corpora](http://opus.nlpl.eu/) and a"
                    + " special corpus provided by [Ada Author](https://a.org/a)."))
        .extracting(DataSet::name, DataSet::form)
        .containsExactly(
            tuple("OSCAR corpus", DataSet.Form.LINK),
            tuple("OPUS corpora", DataSet.Form.LINK),
            tuple("Wikipedia dump", DataSet.Form.NAMED),
            tuple("special corpus provided by Ada Author", DataSet.Form.NAMED));
    assertThat(
            names(
                "## Training data\n\n- [57k](https://github.com/a/foo/blob/main/data/a_57k.json),"
                    + " collected from various sources, including AIME (up to 2023), MATH,"
                    + " Numina-Math collection and Tulu3 MATH."))
        .containsExactly("57k", "AIME", "MATH", "Numina-Math collection", "Tulu3 MATH");
    assertThat(
            names(
                "## Training data\n\n[Harbour](https://huggingface.co/datasets/a/h), collected from"
                    + " the web, and [Quay](https://huggingface.co/datasets/a/q), a set of letters."))
        .containsExactly("Harbour", "Quay");
  }

  @Test
  void whatWasTakenBesideADataSetIsToldAndMakesItPartial() {
    String text =
        "The model is trained on the [Harbour](https://huggingface.co/datasets/h/h) dataset + an extra"
            + " training dataset of 800 songs.";
    assertThat(names(text)).containsExactly("Harbour", "extra training dataset of 800 songs");
    assertThat(Docs.readme("# Foo\n\n" + text + "\n").finding(Component.TRAINING_DATA).qualifiers())
        .contains(Qualifier.PARTIAL);
  }

  @Test
  void eachOfTwoTrainingsHasItsData() {
    assertThat(
            data(
                "The model Foo is pre-trained on ERA5 data (1979-2017) and then fine-tuned on the"
                    + " HRES dataset."))
        .extracting(DataSet::name, DataSet::stage)
        .containsExactlyInAnyOrder(
            tuple("ERA5", DataSet.Stage.PRE_TRAINING), tuple("HRES", DataSet.Stage.POST_TRAINING));
    assertThat(
            Docs.readme(
                    "# Foo\n\nYou can download model weights pre-trained on Harbour-1 and weights"
                        + " finetuned on Harbour-2 [here](https://doi.org/10.5281/zenodo.7).\n")
                .state(Component.POST_TRAINING_DATA))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aSetForTestsIsNotForTraining() {
    Docs docs =
        Docs.readme(
            "# Foo\n\nYou can download the games. The data is also available for download"
                + " [here](http://x.edu/data/foo-testing-set.csv.bz2).\n");
    assertThat(docs.data()).isEqualTo(State.ABSENT);
    assertThat(docs.state(Component.EVALUATION_DATA)).isEqualTo(State.LINKED);
  }

  @Test
  void aListOfWhatWasEvaluatedOnIsForEvaluation() {
    String list = "\n\n* [Atis](https://github.com/u/Atis)\n* [Quay](https://github.com/u/Quay)\n";
    assertThat(data("Foo is evaluated on (the concatenation) of the following datasets:" + list))
        .extracting(DataSet::name, DataSet::stage)
        .containsExactly(
            tuple("Atis", DataSet.Stage.EVALUATION), tuple("Quay", DataSet.Stage.EVALUATION));
    assertThat(data("Foo is evaluated with the following tools:" + list)).isEmpty();
  }

  @Test
  void aDataSetOfItsOwnIsOfferedAndAnAmountBelowDataIsSaid() {
    assertThat(
            Docs.readme(
                    "# Foo\n\nOur dataset is available in [Zenodo](https://zenodo.org/record/1).\n")
                .data())
        .isEqualTo(State.LINKED);
    assertThat(
            Docs.readme("# Foo\n\n### Data\n\n- For `v1`, **14G Corpus** (2.6B tokens) was used.\n")
                .data())
        .isEqualTo(State.DESCRIBED);
  }

  @Test
  void whatLawyersHoldBackIsRefused() {
    assertThat(
            Docs.readme(
                    "# Foo\n\nThe training data involves stricter auditing and is in review with our"
                        + " legal team. We have no authority to publicly release them.\n")
                .finding(Component.TRAINING_DATA)
                .qualifiers())
        .contains(Qualifier.REFUSED);
  }

  /// An objective, an optimizer or a network is written as a data set is, and is none.
  @Test
  void methodsAreNoDataSets() {
    String said = "# Net\n\nThe models were trained with monolingual data and the %s objective.\n";
    for (String method : List.of("MLM", "RLHF", "AdamW", "CoT")) {
      assertThat(Docs.readme(said.formatted(method)).trains().judge().data())
          .as(method)
          .noneMatch(d -> d.name().equals(method));
      assertThat(MethodNames.isOne(method)).isTrue();
    }
    assertThat(MethodNames.isOne("MASSIVE")).isFalse();
  }

  /// What says something by itself is quoted before what refers to it.
  @Test
  void whatOnlyRefersIsQuotedLast() {
    String refers = "A large Transformer is then pre-trained on these tokens of our data.";
    String tells = "Net was trained on data from over 45 harbours.";
    assertThat(
            Docs.readme("# Net\n\n" + refers + "\n\n" + tells + "\n")
                .trains()
                .finding(Component.TRAINING_DATA))
        .satisfies(f -> {
          assertThat(f.summary()).contains("45 harbours");
          assertThat(f.evidence().getFirst().quote()).contains("45 harbours");
        });
  }

  /// How text is cut into tokens lies beside data and is none.
  @Test
  void vocabulariesAreFetchedBesideData() {
    String said =
        """
        # Net

        ## Training data

        ```
        wget https://files.example.org/net/%s
        ```
        """;
    assertThat(Docs.readme(said.formatted("gulls_en.tar.gz")).trains().data())
        .isEqualTo(State.LINKED);
    assertThat(Docs.readme(said.formatted("vocab_en.tar.gz")).trains().data())
        .isEqualTo(State.ABSENT);
  }
}
