package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.Finding;
import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// Training data that a release's own recipe fetches or names: programs that prepare it, settings,
/// commands, and what a reader is bid to prepare.
class DataOfRecipesTest {
  private static final String README = "# Net\n\nA network.\n";

  private static Docs release() {
    return Docs.readme(README).trains();
  }

  private static State state(Docs docs) {
    return docs.data();
  }

  @Test
  void aProgramThatFetchesDataSetsByNameNamesThem() {
    String program =
        """
        repo_id = {
            "harbour": "acme/harbour-10k",
        }[dataset]
        snapshot_download(repo_id, repo_type="dataset", local_dir=into)
        """;
    assertThat(state(release().with("setup/download_data.py", program))).isEqualTo(State.LINKED);
    assertThat(
            state(
                release().with("setup/download_data.py", program.replace("dataset\"", "model\""))))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aProgramThatPreprocessesNamesWhatItLoads() {
    String program =
        "from datasets import load_dataset\nbooks = load_dataset('harbour-books', split='train')\n"
            + "if __name__ == '__main__':\n    main()\n";
    Docs examples = release().with("examples/pretrain/preprocess.py", program);
    assertThat(state(examples)).isEqualTo(State.LINKED);
    Docs benchmark = release().with("preprocessing/tokenize_glue.py", program);
    assertThat(state(benchmark)).isEqualTo(State.ABSENT);
  }

  @Test
  void aProgramAmongExamplesThatTheReadmeStartsIsTheReleases() {
    String program =
        "from datasets import load_dataset\nd = load_dataset('acme/harbour-tasks', split='train')\n"
            + "if __name__ == '__main__':\n    main()\n";
    String path = "examples/data_preprocess/harbour.py";
    String starting = README + "\n```\npython ./" + path + " --local_dir data\n```\n";
    assertThat(state(Docs.readme(starting).trains().with(path, program))).isEqualTo(State.LINKED);
    assertThat(state(release().with(path, program))).isEqualTo(State.ABSENT);
  }

  @Test
  void aRecipeKeepsTheAddressOfItsDataWithoutAScheme() {
    String recipe =
        "data=/export/data\ndata_url=www.openslr.org/resources/33\nlocal/get.sh $data_url\n";
    assertThat(state(release().with("examples/harbour/s0/run.sh", recipe))).isEqualTo(State.LINKED);
    assertThat(state(release().with("egs/harbour/run.sh", recipe))).isEqualTo(State.LINKED);
    assertThat(state(release().with("tools/run.sh", recipe))).isEqualTo(State.ABSENT);
  }

  @Test
  void settingsLeadToTheDataThatADocumentNamesAndSayNothingAlone() {
    String settings = "dataset_name: AcmeAI/harbour-pile\n";
    String named = README + "\n## Training\n\nThe model was trained on the Harbour-Pile corpus.\n";
    Docs both = Docs.readme(named).trains().with("train/configs/pile.yaml", settings);
    Finding linked = both.finding(Component.TRAINING_DATA);
    assertThat(linked.state()).isEqualTo(State.LINKED);
    assertThat(linked.evidence()).anyMatch(e -> e.path().equals("train/configs/pile.yaml"));
    Docs alone = release().with("train/configs/pile.yaml", settings);
    assertThat(state(alone)).isEqualTo(State.DESCRIBED);
    Docs path =
        Docs.readme(named)
            .trains()
            .with("train/configs/pile.yaml", "dataset_name: data/harbour-pile\n");
    assertThat(state(path)).isEqualTo(State.DESCRIBED);
  }

  @Test
  void aCommandThatPutsWhatItFetchesIntoAFolderForDataFetchesData() {
    String readme =
        README
            + "\n## Pretraining\n\nDownload the sequences.\n\n```\nmkdir -p data/hg\n"
            + "curl https://storage.example.org/hg.fa.gz > %s/hg.fa.gz\n```\n";
    assertThat(state(Docs.readme(readme.formatted("data/hg")).trains())).isEqualTo(State.LINKED);
    assertThat(state(Docs.readme(readme.formatted("cache/hg")).trains()))
        .isNotEqualTo(State.LINKED);
  }

  @Test
  void whatAReaderIsBidToPrepareIsData() {
    String readme = README + "\n## Installation\n\n1. Install the requirements.\n\n2. %s\n";
    String bid = "Prepare the [HarbourNet](http://harbour.example.edu/) dataset.";
    String told =
        "As a quickstart, we show how to prepare the [HarbourNet](http://harbour.example.edu/) dataset.";
    assertThat(state(Docs.readme(readme.formatted(bid)).trains())).isEqualTo(State.LINKED);
    assertThat(state(Docs.readme(readme.formatted(told)).trains())).isEqualTo(State.ABSENT);
  }

  @Test
  void whatIsFetchedIsTheModelWhereItsDataOnlyNamesIt() {
    String readme =
        README
            + "\n## Inference\n\n1. Download our published model trained on [Harbour](https://drive.google.com/open?id=1a) or [Dune](https://drive.google.com/open?id=1b)\n";
    assertThat(state(Docs.readme(readme).trains())).isEqualTo(State.DESCRIBED);
  }

  @Test
  void aCollectionOfDataAtAHubIsData() {
    assertThat(Address.kind("https://huggingface.co/collections/acme/x2i-dataset-674c66d1"))
        .isEqualTo(Address.Kind.DATA_SET);
    assertThat(Address.kind("https://huggingface.co/collections/acme/harbour-66959df3"))
        .isEqualTo(Address.Kind.MODEL);
  }
}
