package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.State;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Pictures, recordings and pages by which documents show what a model puts out.
class ShownOutputsTest {
  private static State of(String readme) {
    return Docs.readme(readme).state(Component.SAMPLE_OUTPUTS);
  }

  @Test
  void aPictureBelowAHeadingOfExamplesIsASample() {
    for (String heading : List.of("Examples", "Qualitative results", "Demo", "效果展示")) {
      assertThat(of("# Net\n\n## " + heading + "\n\n![a bird](assets/bird.png)\n"))
          .as(heading)
          .isEqualTo(State.LINKED);
    }
    assertThat(of("# Net\n\n## Install\n\n![a bird](assets/bird.png)\n")).isEqualTo(State.ABSENT);
  }

  @Test
  void aPictureInHandIsPresent() {
    assertThat(
            Docs.readme("# Net\n\n## Gallery\n\n<img src=\"./assets/bird.png\">\n")
                .listed("assets/bird.png", 900)
                .state(Component.SAMPLE_OUTPUTS))
        .isEqualTo(State.PRESENT);
  }

  @Test
  void aDrawingOfTheModelIsNone() {
    for (String picture :
        List.of("architecture.png", "loss_curve.png", "logo.png", "pipeline.jpg", "x.svg")) {
      assertThat(of("# Net\n\n## Examples\n\n![](assets/" + picture + ")\n"))
          .as(picture)
          .isEqualTo(State.ABSENT);
    }
  }

  @Test
  void aSentenceOrAFolderSaysIt() {
    assertThat(of("# Net\n\nGeneration results of the large model:\n\n![](img/a.jpg)\n"))
        .isEqualTo(State.LINKED);
    assertThat(of("# Net\n\nIt reads tickets.\n\n![](docs/predict-outputs/ticket.jpg)\n"))
        .isEqualTo(State.LINKED);
    assertThat(of("# Net\n\nIt reads tickets.\n\n![](docs/figures/ticket.jpg)\n"))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aRecordingIsASampleUnlessItIsPutIn() {
    assertThat(of("# Net\n\nWe made a song, hear it [here](assets/song.mp3).\n"))
        .isEqualTo(State.LINKED);
    assertThat(of("# Net\n\nSpeak as [this](assets/prompt.wav).\n")).isEqualTo(State.ABSENT);
  }

  @Test
  void aPageOfSamplesIsLinked() {
    assertThat(of("# Net\n\n- Samples: https://tern.example.org/sounds\n")).isEqualTo(State.LINKED);
    assertThat(of("# Net\n\n- Training samples: https://tern.example.org/sounds\n"))
        .isEqualTo(State.ABSENT);
    assertThat(of("# Net\n\n[Demo](https://tern.github.io/net/) | [Paper](https://x.org/p)\n"))
        .isEqualTo(State.LINKED);
    assertThat(of("# Net\n\n[Live demo](https://tern.github.io/net/)\n")).isEqualTo(State.ABSENT);
    assertThat(of("# Net\n\n[Demo](https://huggingface.co/spaces/tern/net)\n"))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aSectionOfTheSameDocumentIsInHand() {
    assertThat(of("# Net\n\nSee [sample outputs](#what-it-says).\n\n## What it says\n\nTern.\n"))
        .isEqualTo(State.PRESENT);
  }
}
