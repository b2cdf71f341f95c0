package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a release says that it was trained on in words that name no data: things by the thousand,
/// what else was done with a set, a column of a table of models, a command.
class AmountsAndTablesOfTrainingTest {
  private static State state(String said) {
    return Docs.readme("# Net\n\n" + said + "\n").trains().data();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "This net was trained on 1.2 billion postcards to learn what people wish for.",
        "The gull mode is fine-tuned on approximately 230K frames on top of it.",
        "It was trained on over 40,000 hand-drawn charts.",
        "The following loads a net pretrained and finetuned on Harbour-1k:",
        "A corpus of 66GB of sailors' raw text is used to carry out the pretraining.",
        "The scripts show the steps to train and evaluate Net on the Harbour dataset."
      })
  void whatItWasTrainedOnIsDescribed(String said) {
    assertThat(state(said)).isEqualTo(State.DESCRIBED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The net was trained for 300,000 steps.",
        "It was trained on 100K GPU machines.",
        "It was trained with 1,000,000 training steps on one card.",
        "The net was trained on 2 million parameters models."
      })
  void measuresOfTrainingAreNoData(String said) {
    assertThat(state(said)).isEqualTo(State.ABSENT);
  }

  @Test
  void aTableOfModelsToBeHadTellsWhatEachUsed() {
    String table =
        "## Test with the pretrained model\n\n| *Model name* | *Used datasets* | *Model Link* |\n| :--- | :--- | :--- |\n"
            + "| General | DuneText, HB13 | [Click](https://drive.google.com/open?id=1a) |\n";
    assertThat(state(table)).isEqualTo(State.DESCRIBED);
    assertThat(state(table.replace("*Model Link*", "*Accuracy*"))).isEqualTo(State.ABSENT);
    assertThat(state(table.replace("Used datasets", "Test datasets"))).isEqualTo(State.ABSENT);
  }

  @Test
  void aCommandForTrainingNamesItsData() {
    String command =
        "## Training\n\n```\npython -m torch.run main.py \\\n  --data_path %s \\\n  --epochs 9\n```\n";
    assertThat(state(command.formatted("/path/to/harbournet/train"))).isEqualTo(State.DESCRIBED);
    assertThat(state(command.formatted("/path/to/data"))).isEqualTo(State.ABSENT);
    assertThat(state(command.formatted("/path/to/your_harbour"))).isEqualTo(State.ABSENT);
    assertThat(state(command.replace("--epochs 9", "--eval").formatted("/d/harbournet")))
        .isEqualTo(State.ABSENT);
    assertThat(state(command.replace("## Training", "## Evaluation").formatted("/d/harbournet")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aCommandForTrainingLeadsToTheHub() {
    String command =
        "## Use\n\n```\naccelerate launch train.py --dataset_name Acme/harbour-10k --lr 1e-4\n```\n";
    assertThat(state(command)).isEqualTo(State.LINKED);
    assertThat(state(command.replace("train.py", "show.py"))).isEqualTo(State.ABSENT);
    String both =
        "## Use\n\n```\npython convert_data.py \\\n  --dataset acme/c9 --split train\npython train.py --lr 1\n```\n";
    assertThat(state(both)).isEqualTo(State.ABSENT);
    assertThat(state(both.replace("--lr 1", "--dataset acme/c9"))).isEqualTo(State.DESCRIBED);
    assertThat(state(command.replace("Acme/harbour-10k", "data/train.json")))
        .isEqualTo(State.ABSENT);
  }
}
