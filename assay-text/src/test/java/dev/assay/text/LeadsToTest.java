package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a release was trained on by its name, and a link of that name anywhere in its documents.
class LeadsToTest {
  private static final String TRAINED =
      "\n\n## Models\n\nWe give out a model that was trained on the Harbour dataset.\n";

  private static State state(String said) {
    return Docs.readme("# Net\n\n" + said + "\n").trains().data();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A parser that is good on both the [Harbour](https://harbour.example.org) and the [Dune](https://dune.example.org) datasets."
            + TRAINED,
        "Ships: see [Harbour](https://harbour.example.org)." + TRAINED,
        "The [Harbour dataset](https://harbour.example.org/page) shows ships." + TRAINED,
        TRAINED + "\n## References\n\n[1] Harbour dataset: https://harbour.example.org/1.0\n",
        "[Harbour](https://github.com/acme/harbour) is a large-scale global dataset of ships."
            + TRAINED,
        "The work can be repeated with the [quayside](https://quay.example.org) dataset, which is public."
            + "\n\nAn earlier version of this net was trained with the quayside dataset."
      })
  void aLinkOfThatNameIsItsPlace(String said) {
    assertThat(state(said)).isEqualTo(State.LINKED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "See the paper on [Harbour](https://arxiv.org/abs/2401.00001)." + TRAINED,
        "See the code of [Harbour](https://github.com/acme/harbour)." + TRAINED,
        "See the [Harbour-Large model](https://harbour.example.org)." + TRAINED,
        "We compare on the [Dune](https://dune.example.org) dataset." + TRAINED,
        "It runs on [Harbour](https://harbour.example.org).\n\n## Models\n\nTrained on our own photos with Harbour."
      })
  void otherLinksAreNot(String said) {
    assertThat(state(said)).isNotEqualTo(State.LINKED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Get it from here: <https://quay.example.org/company/datasets/harbour-ad>.",
        "Get it [here](https://harbour.example.org/download/).",
        "[Harbour: Ships and Weather for Large Studies - Downloads](https://quay.example.org/products/harbour) (version 2).",
      })
  void anAddressThatIsCalledSoIsItsPlace(String said) {
    assertThat(state(said + TRAINED)).isEqualTo(State.LINKED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "See [here](https://quay.example.org/talks/the-old-harbour).",
        "See [here](https://harbour.example.org/wiki/page/on/ships).",
        "See [here](https://github.com/harbour/net-tools).",
        "See [here](https://quay.example.org/harbourage).",
        "See [here](https://arxiv.org/abs/harbour).",
        "See [this](https://github.com/acme/Harbour).",
      })
  void anotherAddressIsNot(String said) {
    assertThat(state(said + TRAINED)).isNotEqualTo(State.LINKED);
  }

  @Test
  void aPageThatIsCalledAsTheReleaseIsNoneOfItsData() {
    String said = "\n\nSee [here](https://acme.example.org/harbour/faq)." + TRAINED;
    assertThat(Docs.readme("# Quay" + said).trains().data()).isEqualTo(State.LINKED);
    assertThat(Docs.readme("# Harbour Nets" + said).trains().data()).isNotEqualTo(State.LINKED);
  }

  @Test
  void whatABaseWasTrainedOnIsNoneOfIt() {
    assertThat(
            state(
                "Uses the [Harbour](https://harbour.example.org) dataset.\n\nThe base model was trained on the Harbour dataset."))
        .isNotEqualTo(State.LINKED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "a:", "mailto:harbour", "://", "https://", "ftp:/harbour"})
  void whatIsNoAddressIsCalledAfterNothing(String address) {
    assertThat(AddressNames.is(address, "harbour")).isFalse();
  }

  @Test
  void manyLinksWithoutANameLeaveRoomForThoseWithOne() {
    String many = "See [here](https://quay.example.org/page/%d).\n\n";
    var said = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      said.append(many.formatted(i));
    }
    assertThat(state(said + "Ships: see [Harbour](https://quay.example.org/h)." + TRAINED))
        .isEqualTo(State.LINKED);
  }
}
