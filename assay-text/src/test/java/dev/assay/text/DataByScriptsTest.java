package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.DataSet;
import dev.assay.model.Finding;
import dev.assay.model.State;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The data sets that programs fetch, by the names that they have for them, and what they are for.
class DataByScriptsTest {
  private static final String CORPORA =
      """
      corpus=$2
      lg=$3
      if [ "$corpus" == "wiki" ]; then
          wget -c https://dumps.example.org/${lg}wiki/latest.xml.bz2
      elif [ "$corpus" == "harbour_talk" ]; then
          if [ "$lg" == "fr" ]; then
              link=http://data.example.net/harbour-v7.fr.gz
          fi
          wget $link
      elif [ "$corpus" == "tides" ]; then
          python get_tides.py
      fi
      """;

  private static List<String> names(Docs docs, DataSet.Stage stage) {
    return docs.judge().data().stream().filter(d -> d.stage() == stage).map(DataSet::name).toList();
  }

  @Test
  void aBranchOfAScriptNamesItsCorpus() {
    Docs docs = Docs.readme("# Net\n").trains().with("download_data.sh", CORPORA);
    assertThat(docs.data()).isEqualTo(State.LINKED);
    assertThat(names(docs, DataSet.Stage.TRAINING))
        .containsExactlyInAnyOrder("wiki", "harbour_talk", "tides");
  }

  /// What is fetched part by part is a data set, though nothing calls it so.
  @Test
  void aLoopOverItsPartsFetchesADataSet() {
    String script =
        """
        STORE='https://harbour.blob.core.windows.net/gulls'
        mkdir -p pretrained
        for SPLIT in %s; do
            wget $STORE/txt_db/gulls_$SPLIT.db.tar
        done
        """;
    Docs parts =
        Docs.readme("# Net\n")
            .trains()
            .with("scripts/download_gulls.sh", script.formatted("'train' 'dev'"));
    assertThat(parts.data()).isEqualTo(State.LINKED);
    Docs sizes =
        Docs.readme("# Net\n")
            .trains()
            .with("scripts/download_gulls.sh", script.formatted("'base' 'large'"));
    assertThat(sizes.data()).isEqualTo(State.ABSENT);
  }

  @Test
  void theValuesThatAScriptAllowsAreItsDataSets() {
    Docs docs =
        Docs.readme("# Net\n")
            .trains()
            .with(
                "datasets/download_dataset.sh",
                "FILE=$1\n"
                    + "if [[ $FILE != \"apple2orange\" && $FILE != \"maps\" ]]; then\n  exit 1\nfi\n"
                    + "URL=https://birds.example.org/datasets/$FILE.zip\nwget -N $URL\n");
    assertThat(names(docs, DataSet.Stage.TRAINING))
        .containsExactlyInAnyOrder("apple2orange", "maps");
  }

  @Test
  void eachDataSetOfAProgramIsQuotedByItself() {
    Docs docs =
        Docs.readme("# Net\n")
            .trains()
            .with(
                "prepare_data.py",
                "from datasets import load_dataset\nA = load_dataset(\"quay/harbour\")\n"
                    + "B = load_dataset(\"quay/tides\")\n");
    assertThat(docs.judge().data())
        .allSatisfy(d -> assertThat(d.evidence().getFirst().quote()).isEqualTo(d.name()))
        .extracting(DataSet::name)
        .containsExactlyInAnyOrder("quay/harbour", "quay/tides");
  }

  @Test
  void otherValuesNameNoData() {
    Docs docs =
        Docs.readme("# Net\n")
            .trains()
            .with(
                "download_data.sh",
                "if [ \"$lang\" == \"french\" ]; then\n"
                    + "  wget https://birds.example.org/data/terns.tar.gz\nfi\n");
    assertThat(names(docs, DataSet.Stage.TRAINING))
        .singleElement()
        .asString()
        .endsWith("terns.tar.gz");
  }

  @Test
  void whatAProgramPutsTogetherIsNoName() {
    Docs docs =
        Docs.readme("# Net\n")
            .trains()
            .with(
                "src/data/prepare_dataset.py",
                "a = load_dataset(f\"{pre}/{pre}\")\nb = load_dataset('A', opt)\n"
                    + "c = load_dataset(\"birds/terns\")\n");
    assertThat(names(docs, DataSet.Stage.TRAINING)).containsExactly("birds/terns");
  }

  @Test
  void aScriptInTheFolderOfTheTrainingFetchesItsData() {
    String script =
        "wget https://lindat.example.org/handle/11234/tree-banks-v2.5.tgz\n"
            + "# each treebank\nfor tb in */*-ud-train.conllu; do echo; done\n";
    Docs docs = Docs.readme("# Net\n").with("training/v2.5/get.sh", script);
    assertThat(docs.data()).isEqualTo(State.LINKED);
    assertThat(Docs.readme("# Net\n").with("tools/get.sh", script).data()).isEqualTo(State.ABSENT);
  }

  @Test
  void whatABenchmarksFolderFetchesIsToTryTheModelOn() {
    String script = "wget https://birds.example.org/data/nests.tar.gz\n";
    Docs told =
        Docs.readme("# Net\n")
            .trains()
            .with("nest/README.md", "# NEST: Evaluation of birds\n\nWords.\n")
            .with("nest/get-data-nests.sh", script);
    assertThat(told.state(Component.EVALUATION_DATA)).isEqualTo(State.LINKED);
    assertThat(told.data()).isEqualTo(State.ABSENT);
    Docs named =
        Docs.readme("# Net\n").trains().with("dev/data/hellaswag.py", "import os\n" + FETCH);
    assertThat(named.state(Component.EVALUATION_DATA)).isEqualTo(State.LINKED);
    for (String recipe : List.of("examples/hellaswag/v1/download_data.sh", "examples/gsm8k.py")) {
      Docs trained = Docs.readme("# Net\n").trains().with(recipe, script);
      assertThat(trained.state(Component.EVALUATION_DATA)).as(recipe).isEqualTo(State.ABSENT);
    }
    Docs other = Docs.readme("# Net\n").trains().with("nest/get-data-nests.sh", script);
    assertThat(other.data()).isEqualTo(State.LINKED);
  }

  private static final String FETCH =
      "def download(split):\n    url = 'https://birds.example.org/data/facts_val.jsonl'\n";

  @Test
  void theListsOfAnEvaluationNameItsData() {
    String lists =
        "- name: tides\n  hf_repo: birds/series\n  offset: -24\n- name: winds\n  hf_repo: birds/series_extra\n";
    Docs docs = Docs.readme("# Net\n").with("scripts/evaluation/configs/zero-shot.yaml", lists);
    assertThat(docs.state(Component.EVALUATION_DATA)).isEqualTo(State.LINKED);
    assertThat(names(docs, DataSet.Stage.EVALUATION))
        .containsExactlyInAnyOrder("birds/series", "birds/series_extra");
    // What a whole harness has is not what this release was tried on.
    Docs harness = Docs.readme("# Net\n");
    for (int i = 0; i < 60; i++) {
      harness.with("eval/tasks/t" + i + ".yaml", "task: t\ndataset_path: birds/t" + i + "\n");
    }
    assertThat(harness.state(Component.EVALUATION_DATA)).isEqualTo(State.ABSENT);
  }

  @Test
  void aTestingSetIsNotWhatAModelWasTrainedOn() {
    String readme =
        "# Net\n\n## Training\n\nDownload the data from [here](https://birds.example.org/data/%s).\n";
    Docs tested = Docs.readme(readme.formatted("birds-testing-set.csv.bz2")).trains();
    assertThat(tested.data()).isEqualTo(State.ABSENT);
    assertThat(tested.state(Component.EVALUATION_DATA)).isEqualTo(State.LINKED);
    Docs both = Docs.readme(readme.formatted("birds-train-test.csv.bz2")).trains();
    assertThat(both.data()).isEqualTo(State.LINKED);
  }

  @Test
  void whatAModelHasPutOutIsNoDataToTryItOn() {
    String readme =
        "# Net\n\n## Evaluation\n\nWe evaluate on [%s](https://huggingface.co/datasets/birds/%s).\n";
    assertThat(
            Docs.readme(readme.formatted("results", "results/tree/main"))
                .state(Component.EVALUATION_DATA))
        .isNotEqualTo(State.LINKED);
    assertThat(Docs.readme(readme.formatted("Nests", "nests")).state(Component.EVALUATION_DATA))
        .isEqualTo(State.LINKED);
  }

  @Test
  void whatDocumentsSayComesBeforeWhatProgramsLoad() {
    Finding data =
        Docs.readme(
                "# Net\n\n## Training data\n\nWe release the data that the model was trained on:"
                    + " [Terns](https://huggingface.co/datasets/birds/terns).\n")
            .trains()
            .with(
                "tools/download_data.py",
                "URL = 'https://x.example.net/data/corpus.tar.gz'\n" + FETCH)
            .finding(Component.TRAINING_DATA);
    assertThat(data.summary()).startsWith("Linked: Terns");
    Docs rag =
        Docs.readme("# Net\n")
            .trains()
            .with(
                "rag/download_corpus.py",
                "URL = 'https://x.example.net/data/corpus.tar.gz'\n" + FETCH);
    assertThat(rag.data()).isEqualTo(State.ABSENT);
  }

  @Test
  void theFilesOfOneRepositoryAreOneDataSet() {
    String set = "https://huggingface.co/datasets/birds/terns/resolve/main/";
    Docs docs =
        Docs.readme(
            "# Net\n\n## Training data\n\nThe model was trained on [one]("
                + set
                + "a.jsonl) and [two]("
                + set
                + "b.jsonl).\n");
    assertThat(docs.judge().data()).hasSize(1);
  }

  @Test
  void theBuilderOfADataSetFetchesIt() {
    String builder =
        """
        import datasets
        _URL = "https://drive.google.com/uc?export=download&id=1abc"
        class Harbour(datasets.GeneratorBasedBuilder):
            def _split_generators(self, dl_manager):
                path = dl_manager.download_and_extract(url_or_urls=_URL)
                return [datasets.SplitGenerator(name=datasets.Split.TRAIN, gen_kwargs={"p": path})]
        """;
    Docs docs = Docs.readme("# Net\n").trains().with("net/datasets/harbour/harbour.py", builder);
    assertThat(docs.data()).isEqualTo(State.LINKED);
  }

  @Test
  void aModuleForDataOpensAnAddress() {
    String module =
        """
        from urllib import urlopen
        LIST = 'http://lists.example.org/top-harbours.csv.zip'
        def harbours(n, address=LIST):
            return urlopen(address).read().split()[:n]
        """;
    assertThat(Docs.readme("# Net\n").trains().with("net/data.py", module).data())
        .isEqualTo(State.LINKED);
  }

  @Test
  void weightsAreFetchedInWhateverFolder() {
    String program =
        "import requests\nURL = 'https://docs.google.com/uc?export=download'\nrequests.get(URL, params={'id': '1abc'})\n";
    assertThat(
            Docs.readme("# Net\n").trains().with("net/data/download_pretrained.py", program).data())
        .isEqualTo(State.ABSENT);
    assertThat(Docs.readme("# Net\n").trains().with("net/data/download_dunes.py", program).data())
        .isEqualTo(State.LINKED);
  }

  private static final String FETCHES =
      "mkdir raw\nwget -v https://store.example.org/dunes/release.gz -P raw\ntar xf raw/release.gz\n";

  /// Neither its name nor its words say that it fetches data: the README does.
  @Test
  void aScriptThatTheReadmeCallsOneOfDataFetchesIt() {
    String said = "# Net\n\n## Setup\n\n%s\n";
    for (String sentence :
        new String[] {
          "Run `./bin/download_dunes.sh` to download the Dunes dataset.",
          "Download the data:\n\n```sh\nbash bin/download_dunes.sh\n```",
        }) {
      assertThat(
              Docs.readme(said.formatted(sentence))
                  .trains()
                  .with("bin/download_dunes.sh", FETCHES)
                  .data())
          .isEqualTo(State.LINKED);
    }
    for (String sentence :
        new String[] {
          "Run `./bin/download_dunes.sh` to download the weights.",
          "Run `./bin/download_dunes.sh` to download the data of the benchmark.",
          "Run `./bin/download_dunes.sh` first.",
          "Download the data elsewhere.",
        }) {
      assertThat(
              Docs.readme(said.formatted(sentence))
                  .trains()
                  .with("bin/download_dunes.sh", FETCHES)
                  .data())
          .as(sentence)
          .isEqualTo(State.ABSENT);
    }
  }

  /// The name of a benchmark says what a data set is for, glued to what else it says.
  @Test
  void aDataSetThatIsCalledABenchmarkIsForTests() {
    String said =
        "# Net\n\n## Data\n\nWe release [%1$s](https://huggingface.co/datasets/quay/%1$s) for speech.\n";
    assertThat(names(Docs.readme(said.formatted("SpeechMMLU")).trains(), DataSet.Stage.EVALUATION))
        .contains("SpeechMMLU");
    assertThat(names(Docs.readme(said.formatted("dog-example")).trains(), DataSet.Stage.EVALUATION))
        .contains("dog-example");
    assertThat(names(Docs.readme(said.formatted("SpeechGulls")).trains(), DataSet.Stage.EVALUATION))
        .isEmpty();
  }

  /// An archive's own program fetches by name, and the README may speak of a folder of scripts.
  @Test
  void scriptsInAFolderThatTheReadmeSpeaksOfFetch() {
    String script =
        "mkdir -p $1\nfor i in aa ab\ndo\n    ia %s dunes_dataset_$i dunes.tar.part$i\ndone\n";
    String said =
        "# Net\n\n## Sets\n\nYou can use the scripts in `scripts/download` to download %s.\n";
    assertThat(
            Docs.readme(said.formatted("each dataset"))
                .trains()
                .with("scripts/download/dunes.sh", script.formatted("download"))
                .data())
        .isEqualTo(State.LINKED);
    assertThat(
            Docs.readme(said.formatted("the weights"))
                .trains()
                .with("scripts/download/dunes.sh", script.formatted("download"))
                .data())
        .isEqualTo(State.ABSENT);
    assertThat(
            Docs.readme(said.formatted("each dataset"))
                .trains()
                .with("scripts/download/dunes.sh", script.formatted("metadata"))
                .data())
        .isNotEqualTo(State.LINKED);
  }

  /// A service is where the data is that a program gets through its client.
  @Test
  void aClientOfAServiceFetches() {
    String program =
        "from mp_api.client import %1$s\nwith %1$s(key) as m:\n    m.query('x').to_csv('kept.csv')\n";
    Docs docs =
        Docs.readme("# Net\n")
            .trains()
            .with("examples1/download_data.py", program.formatted("MPRester"));
    assertThat(docs.data()).isEqualTo(State.LINKED);
    assertThat(names(docs, DataSet.Stage.TRAINING)).containsExactly("Materials Project");
    assertThat(
            Docs.readme("# Net\n")
                .trains()
                .with("examples1/download_data.py", program.formatted("Looker"))
                .data())
        .isEqualTo(State.ABSENT);
  }

  /// What sets up for training trains nothing, and fetches what is trained on.
  @Test
  void aScriptThatSetsUpForTrainingFetches() {
    String script =
        "fetch() {\n  wget $1/$2\n}\nsand_url=http://sand.example.net/2012/download\nfetch $sand_url sand-train.tar.gz\n";
    assertThat(Docs.readme("# Net\n").trains().with("setup_training.sh", script).data())
        .isEqualTo(State.LINKED);
    assertThat(Docs.readme("# Net\n").trains().with("run_training.sh", script).data())
        .isEqualTo(State.ABSENT);
  }
}
