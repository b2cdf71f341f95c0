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

  private static final String STAGE = "python train.py --lr 1e-4 --batch_size 6 %s\n";

  @ParameterizedTest
  @ValueSource(
      strings = {"--restore_ckpt kept/pears.pth", "--load_model ../models/pears_small.pth"})
  void commandsThatBeginWithWhatAnotherRunMadeTrainItOn(String state) {
    String script = "#!/bin/bash\n" + STAGE.formatted("--name pears") + STAGE.formatted(state);
    assertThat(tuning(Release.trained().file("steps.sh", script))).isEqualTo(State.PRESENT);
    String page = "# Pears\n\n## Training\n\n```\n" + STAGE.formatted(state) + "```\n";
    assertThat(tuning(Release.trained().file("README.md", page))).isEqualTo(State.PRESENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--restore_ckpt kept/latest.pth",
        "--restore_ckpt kept/first/epoch-9.pth",
        "--resume --ckpt kept/pears.pth",
        "--load_model $KEPT/pears.pth",
        "--weights kept/resnet_backbone.pth",
        "--out kept/pears.pth"
      })
  void commandsThatGoOnOrGiveAPartDoNot(String state) {
    assertThat(tuning(Release.trained().file("steps.sh", "#!/bin/bash\n" + STAGE.formatted(state))))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aCommandWithoutTheSettingsOfARunIsNoStage() {
    assertThat(
            tuning(
                Release.trained()
                    .file(
                        "steps.sh", "#!/bin/bash\npython train.py --ckpt kept/pears.pth --show\n")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aCheckpointOfTheWholeIsOneBelowAnyHeading() {
    String page = "# Pears\n\n## Training\n\n```\npython train.py --%s=kept/a.ckpt\n```\n";
    assertOnlyTunes(Release.trained().file("README.md", page.formatted("init_checkpoint")));
    assertThat(scratch(Release.trained().file("README.md", page.formatted("init_weights"))))
        .isEqualTo(State.PRESENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model = load_model(\"kept/pears\")\nmodel.fit(x, y, epochs=3)\n",
        "net = keras.models.load_model(path)\nnet.fit(x, y)\n"
      })
  void aModelThatIsLoadedWithItsLossIsTrainedOn(String lines) {
    String imports =
        "from tensorflow import keras\nfrom tensorflow.keras.models import load_model\n";
    assertOnlyTunes(new Release().file("again.py", imports + lines));
    assertThat(tuning("again.py", imports + lines.replace("load_model", "make_model")))
        .isEqualTo(State.ABSENT);
    assertThat(tuning("again.py", imports + "if known:\n  " + lines)).isEqualTo(State.ABSENT);
  }

  private static final String NOTEBOOK =
      "{\"cells\": [{\"cell_type\": \"markdown\", \"source\": [\n\"%s\"]},\n"
          + "{\"cell_type\": \"code\", \"source\": [\n\"!python -m %s --config a.yaml\\n\"]}]}";

  @Test
  void aNotebookThatStartsTheTrainerMaySayThatItTunes() {
    String says = "How you can finetune a model for pears";
    assertThat(tuning(Release.trained().file("nb/pears.ipynb", NOTEBOOK.formatted(says, "train"))))
        .isEqualTo(State.PRESENT);
    assertThat(tuning(Release.trained().file("nb/pears.ipynb", NOTEBOOK.formatted(says, "other"))))
        .isEqualTo(State.ABSENT);
    assertThat(
            tuning(
                Release.trained()
                    .file("nb/pears.ipynb", NOTEBOOK.formatted("We train on pears", "train"))))
        .isEqualTo(State.ABSENT);
  }

  private static final String TUNES =
      """
      import argparse
      from transformers import BertConfig, BertModel, Trainer
      parser = argparse.ArgumentParser()
      parser.add_argument("--SWITCH", ACTION, help="HELP")
      args = parser.parse_args()
      if args.SWITCH:
          model = BertModel.from_pretrained(args.place)
      else:
          model = BertModel(config)
      if __name__ == "__main__":
          Trainer(model=model).train()
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "known;action='store_true';if false, train from scratch",
        "use_non_pretrained_model;action='store_true';an ablation"
      })
  void aSwitchSaysThatAProgramBeginsFromNothingToo(String option) {
    assertThat(scratch("train.py", tunes(option))).isEqualTo(State.PRESENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "known;default=None;the kind, if it is trained from scratch",
        "known;action='store_true';whether it is known"
      })
  void anOptionWithAValueSaysNothingOfIt(String option) {
    assertThat(scratch("train.py", tunes(option))).isEqualTo(State.ABSENT);
  }

  private static String tunes(String option) {
    String[] parts = option.split(";");
    return TUNES.replace("SWITCH", parts[0]).replace("ACTION", parts[1]).replace("HELP", parts[2]);
  }

  @Test
  void agentsInGamesAreNoLanguageModels() {
    String program =
        "from %s import PPOTrainer\n"
            + "trainer = PPOTrainer(config)\nfor i in range(3):\n    trainer.train()\n";
    assertThat(tuning("train.py", program.formatted("ray.rllib.agents.ppo")))
        .isEqualTo(State.ABSENT);
    assertThat(tuning("train.py", program.formatted("trl"))).isEqualTo(State.PRESENT);
  }

  @Test
  void vectorsOfSentencesAreTakenFromAModelThatIsNotTrained() {
    String program =
        "from sentence_transformers import SentenceTransformer%s\nfrom nets import OurTrainer\n"
            + "words = SentenceTransformer('a')\ntrainer = OurTrainer(net, words)\n"
            + "if __name__ == '__main__':\n    trainer.train()\n";
    assertThat(tuning("main.py", program.formatted(", losses"))).isEqualTo(State.PRESENT);
    assertThat(tuning("main.py", program.formatted(""))).isEqualTo(State.ABSENT);
  }

  @Test
  void whatIsNamedForTrainingAndDefinesNothingIsAProgram() {
    Release release =
        new Release()
            .file("code/utils_model.py", Loops.OF_A_NET.replace("def main", "def train_net"))
            .file(
                "code/3_train.py",
                "import config\nfrom utils_model import train_net\ntrain_net(config.rate)\n");
    assertThat(scratch(release)).isEqualTo(State.PRESENT);
  }

  private static final String STEPS =
      """
      import torch
      def train_epochs(model, batches):
          optimizer = torch.optim.AdamW(model.parameters(), lr=1e-5)
          for batch in batches:
              model(batch).loss.backward()
              optimizer.step()
      """;

  @Test
  void aFunctionThatTrainsTrainsOnWhatItsProgramsLoad() {
    String program =
        "from transformers import BertForTokenClassification\nfrom lib.steps import train_epochs\n"
            + "if __name__ == '__main__':\n    model = BertForTokenClassification\n"
            + "    model = model%s\n    train_epochs(model, batches)\n";
    assertOnlyTunes(
        new Release()
            .file("lib/steps.py", STEPS)
            .file("main.py", program.formatted(".from_pretrained('a')")));
    assertThat(
            scratch(
                new Release()
                    .file("lib/steps.py", STEPS)
                    .file("main.py", program.formatted("(settings)"))))
        .isEqualTo(State.PRESENT);
  }

  @Test
  void aLoopInAModuleTrainsTheNetworkThatItsProgramBringsIn() {
    String network =
        """
        import torch
        from transformers import AutoModel
        class Finder(torch.nn.Module):
            def __init__(self, place):
                super().__init__()
                self.words = MADE
            def forward(self, x):
                return self.words(x).max(1)
        """;
    String program =
        "from lib.net import Finder\nfrom lib.steps import train_epochs\n"
            + "if __name__ == '__main__':\n    train_epochs(Finder('a'), batches)\n";
    Release given =
        new Release()
            .file("lib/steps.py", STEPS)
            .file("lib/net.py", network.replace("MADE", "AutoModel.from_pretrained(place)"))
            .file("main.py", program);
    assertOnlyTunes(given);
    Release fresh =
        new Release()
            .file("lib/steps.py", STEPS)
            .file("lib/net.py", network.replace("MADE", "torch.nn.Conv1d(8, 8, 3)"))
            .file("main.py", program);
    assertThat(scratch(fresh)).isEqualTo(State.PRESENT);
  }
}
