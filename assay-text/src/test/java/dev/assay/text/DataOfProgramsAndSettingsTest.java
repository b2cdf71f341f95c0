package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// Data that programs fetch under names that do not say so, and data in hand that only the settings
/// of a training name.
class DataOfProgramsAndSettingsTest {
  @Test
  void aScriptThatGetsAThingGetsDataIfItSaysSo() {
    String script =
        "#!/bin/bash\n# Gulls dataset\n# Train command: python train.py --data gulls.yaml\n"
            + "url=https://gulls.example.org/zips/\ncurl -L $url$f -o $f\n";
    assertThat(Docs.readme("# Net\n").trains().with("scripts/get_gulls.sh", script).data())
        .isEqualTo(State.LINKED);
    String tool = "#!/bin/bash\nurl=https://tools.example.org/zips/\ncurl -L $url$f -o $f\n";
    assertThat(Docs.readme("# Net\n").trains().with("scripts/get_gulls.sh", tool).data())
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aPipelineForInputBuildsWhatItIsFed() {
    String module =
        "import tensorflow_datasets as tfds\n\ndef split():\n  builder = tfds.builder(\"harbour2012\")\n"
            + "  builder.download_and_prepare()\n  return builder\n";
    assertThat(Docs.readme("# Net\n").trains().with("libml/input_pipeline.py", module).data())
        .isEqualTo(State.LINKED);
  }

  @Test
  void aFileThatSettingsTrainOnIsDataInHand() {
    String settings =
        "train_data:\n  video_path: \"data/gull-flying.mp4\"\n  prompt: \"a gull\"\nlearning_rate: 3e-5\n";
    Docs docs =
        Docs.readme("# Net\n")
            .trains()
            .with("configs/gull.yaml", settings)
            .listed("data/gull-flying.mp4", 900_000);
    assertThat(docs.data()).isEqualTo(State.PRESENT);
    assertThat(docs.finding(Component.TRAINING_DATA).summary()).startsWith("In hand: 1 file");
    assertThat(Docs.readme("# Net\n").trains().with("configs/gull.yaml", settings).data())
        .isEqualTo(State.DESCRIBED);
    assertThat(
            Docs.readme("# Net\n")
                .trains()
                .with("configs/gull.yaml", settings.replace("gull-flying", "demo"))
                .listed("data/demo.mp4", 900_000)
                .data())
        .isNotEqualTo(State.PRESENT);
  }

  @Test
  void partsOfEqualRankAreTheRelease() {
    String data =
        "# Part\n\nThe net was fine-tuned on the [Dune data](https://huggingface.co/datasets/acme/dune).\n";
    Docs docs =
        Docs.readme("# Net\n")
            .listed("letters/train.py", 99)
            .listed("sounds/train.py", 99)
            .listed("pictures/train.py", 99);
    for (String part : new String[] {"letters", "sounds", "pictures"}) {
      docs.with(part + "/README.md", data)
          .listed(part + "/LICENSE", 11_357)
          .listed(part + "/pyproject.toml", 99);
    }
    assertThat(docs.data()).isEqualTo(State.LINKED);
    // A package that is installed by itself was taken over.
    assertThat(docs.listed("letters/setup.py", 99).data()).isNotEqualTo(State.LINKED);
  }

  @Test
  void whatSetsUpAPublicSetFetchesIt() {
    String script = "wget https://quay.example.org/kept/images.tar.gz\ntar -xf images.tar.gz\n";
    assertThat(Docs.readme("# Net\n").trains().with("setup_cifar10.sh", script).data())
        .isEqualTo(State.LINKED);
    assertThat(Docs.readme("# Net\n").trains().with("setup_machine.sh", script).data())
        .isNotEqualTo(State.LINKED);
  }
}
