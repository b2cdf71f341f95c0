package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// A data card that is not here may stand on the page of the data; not every address has one.
class CardsOfDataTest {

  private static State card(String text) {
    return Docs.readme("# Model\n\n" + text + "\n").state(Component.DATA_CARD);
  }

  @Test
  void the_page_of_a_data_set_on_a_hub_shows_its_card() {
    assertThat(card("The model was trained on [Texts](https://huggingface.co/datasets/a/texts)."))
        .isEqualTo(State.LINKED);
    assertThat(card("The model was trained on [Texts](https://www.kaggle.com/datasets/a/texts)."))
        .isEqualTo(State.LINKED);
  }

  @Test
  void a_store_of_files_and_the_site_of_a_project_show_none() {
    assertThat(
            card("The model was trained on [Texts](https://dumps.wikimedia.org/a/latest/a.bz2)."))
        .isEqualTo(State.ABSENT);
    assertThat(card("The model was trained on [Pictures](https://image-net.org)."))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void what_readers_are_shown_to_train_on_is_not_what_the_model_was_trained_on() {
    String recipe =
        "## Fine-tune it with your own data\n\n"
            + "```\n"
            + "python fine-tune.py --data_path data/some.json\n"
            + "```\n\n"
            + "Training data: `data/some.json`, which was sampled from"
            + " [chats](https://huggingface.co/datasets/a/chats) to show the format.";
    assertThat(card(recipe)).isEqualTo(State.ABSENT);
  }
}
