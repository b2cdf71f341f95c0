package dev.assay.code.judge;

import static dev.assay.code.judge.States.assertOnlyTunes;
import static dev.assay.code.judge.States.scratch;
import static dev.assay.code.judge.States.tuning;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a run begins with, told by settings, by commands and by where its model comes from.
class LaterStagesTest {
  private static final String SETTINGS = "width = 8\nrounds = 20\n";

  @Test
  void settingsThatLoadWhatOtherSettingsMadeTrainItOn() {
    Release stages =
        Release.trained()
            .file("settings/first_stage.py", SETTINGS)
            .file("settings/second_stage.py", SETTINGS + "load_from = 'out/first_stage.pth'\n");
    assertThat(tuning(stages)).isEqualTo(State.PRESENT);
    assertThat(scratch(stages)).isEqualTo(State.PRESENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "load_from = None\n",
        "load_from = 'out/r50_backbone.pth'\n",
        "load_from = 'out/second_stage.pth'\n",
        "model = dict(\n    load_from='out/first_stage.pth')\n",
        "load_from = first_stage\n",
        "load_from = '"
      })
  void otherSettingsDoNot(String line) {
    Release stages =
        Release.trained()
            .file("settings/first_stage.py", SETTINGS)
            .file("settings/second_stage.py", SETTINGS + line);
    assertThat(tuning(stages)).isEqualTo(State.ABSENT);
  }

  @Test
  void whatOthersAreBuiltOnIsNoRun() {
    Release stages =
        Release.trained()
            .file("settings/_base_/first_part.py", SETTINGS)
            .file("settings/second_stage.py", SETTINGS + "load_from = 'out/first_part_x.pth'\n");
    assertThat(tuning(stages)).isEqualTo(State.ABSENT);
  }

  @Test
  void anOptionForAPartOfWhatIsTrainedElsewhereSaysNothingOfTheWhole() {
    assertThat(scratch(started("--finetune given/encoder.pth"))).isEqualTo(State.PRESENT);
  }

  private static Release started(String option) {
    return new Release()
        .file("lib/__init__.py", "from .trainer import Trainer\n")
        .file(
            "lib/trainer.py",
            Loops.OVER_BATCHES.replace("def main", "class Trainer: pass\ndef main"))
        .file(
            "tools/train.py",
            """
            import argparse
            import torch
            from lib import Trainer
            if __name__ == "__main__":
                trainer = Trainer(argparse.ArgumentParser().parse_args())
                trainer.train()
            """)
        .file(
            "README.md",
            "# Net\n\n## Training\n\n```\npython tools/train.py -f a.py OPTION\n```\n"
                .replace("OPTION", option));
  }

  @Test
  void aCommandThatGivesTheStateOfATrainedModelTrainsItOn() {
    assertOnlyTunes(started("-c pretrained/whole_x.pth"));
    assertOnlyTunes(started("--ckpt=weights/pretrained_whole.ckpt"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-b 8",
        "-c pretrained/resnet.pth",
        "-c out/last.pth",
        "-c pretrained/settings.py"
      })
  void otherCommandsMayBeginAfresh(String option) {
    assertThat(scratch(started(option))).isEqualTo(State.PRESENT);
  }

  private static final String FETCHING =
      """
      from huggingface_hub import hf_hub_download
      from .net import Net

      def load_whole_model(name):
          net = Net()
          net.load_state_dict(read(hf_hub_download(name, "w.safetensors")))
          return net

      def load_model(settings):
          return Net(settings)
      """;

  private static Release taking(String function) {
    return new Release()
        .file("lib/net.py", Sources.NETWORK)
        .file("lib/util.py", FETCHING)
        .file(
            "train_it.py",
            Loops.SHORT.replace(
                "import torch\ndef main():",
                "import torch\nfrom lib.util import F\ndef main():\n    net = F('a')"
                    .replace("F", function)));
  }

  @Test
  void aModelOutOfAFunctionThatGetsItsWeightsIsTrainedOn() {
    assertOnlyTunes(taking("load_whole_model"));
    assertThat(scratch(taking("load_model"))).isEqualTo(State.PRESENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "## Fine-tuning\n\nFor now there is none: it doesn't have a fine-tuning script. Help us"
            + " to fine-tune it!\n",
        "We do not provide code for fine-tuning.\n",
        "Fine-tuning is not supported yet.\n"
      })
  void whatADocumentDeniesIsNotHere(String text) {
    assertThat(tuning(Release.trained().file("README.md", "# Net\n\n" + text)))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void whatIsCalledFineTunedIsNoAct() {
    assertThat(tuning(Release.trained().listed("results/fine-tuned-base/vocab.txt")))
        .isEqualTo(State.ABSENT);
    assertThat(tuning(Release.trained().listed("settings/fine-tune.gin"))).isEqualTo(State.PRESENT);
  }

  @Test
  void aLessonWithOtherPeoplesProgramsStartsNoneHere() {
    Release release =
        started("-c pretrained/whole_x.pth")
            .file("tutorials/other/README.md", "# Other\n\n```\npython train.py --depth 3\n```\n");
    assertOnlyTunes(release);
  }
}
