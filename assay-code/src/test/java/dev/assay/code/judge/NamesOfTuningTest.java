package dev.assay.code.judge;

import static dev.assay.code.judge.States.assertOnlyTunes;
import static dev.assay.code.judge.States.scratch;
import static dev.assay.code.judge.States.tuning;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// What names fine-tuning as a use of a training program, and what only mentions it: weights that
/// an option or a parameter takes, kinds of networks in settings, pages that keep a record.
class NamesOfTuningTest {
  private static Release with(String path, String text) {
    return new Release().file("train.py", Loops.OF_A_NET).file("model.py", NET).file(path, text);
  }

  private static final String NET =
      """
      import torch

      class Net(torch.nn.Module):
          def __init__(self):
              super().__init__()
              self.out = torch.nn.Linear(3, 3)
      """;

  @Test
  void aBaseModelIsWeightsAndNoKindOfNetwork() {
    assertThat(tuning(with("run.yaml", "lr: 0.1\nbase_model: acme/small-7b\n")))
        .isEqualTo(State.PRESENT);
    for (String kind : new String[] {"acmenet18", "wide_net"}) {
      assertThat(tuning(with("run.yaml", "lr: 0.1\nbase_model: \"" + kind + "\"\n")))
          .as(kind)
          .isEqualTo(State.ABSENT);
    }
  }

  private static String flags(String option) {
    return Loops.OF_A_NET.replace(
        "def main():",
        "flags.DEFINE_string(\"" + option + "\", None, \"A place.\")\n\ndef main():");
  }

  @Test
  void aFlagForTheWeightsToBeginWithHasNoDashes() {
    assertThat(
            tuning(
                new Release()
                    .file("ideas.py", "# A warm start saves time.\n")
                    .file("train.py", flags("init_checkpoint"))
                    .file("model.py", NET)))
        .isEqualTo(State.PRESENT);
    assertThat(tuning(new Release().file("train.py", flags("out_dir")).file("model.py", NET)))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aParameterMaySayThatWeightsAreLoadedUnlessToldOtherwise() {
    String makes =
        "def create(shape, load_pretrained=True, weights_path=\"kept/net.h5\"):\n    return 1\n\n";
    String program = Loops.OF_A_NET.replace("def main():", makes + "def main():");
    assertThat(tuning(new Release().file("train.py", program).file("model.py", NET)))
        .isEqualTo(State.PRESENT);
    assertThat(
            tuning(
                new Release()
                    .file("train.py", program.replace("=True", "=False"))
                    .file("model.py", NET)))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void pagesThatKeepARecordNameNoUse() {
    String page = "# Jets\n\nThe loop serves for fine-tuning on jets of your own.\n";
    assertThat(tuning(with("docs/usage.md", page))).isEqualTo(State.PRESENT);
    for (String path :
        new String[] {
          "CHANGELOG.md",
          "docs/historical/plan.md",
          "doc/theory/a.rst",
          "plans/step-2.md",
          "talk/SLIDES_OF_MAY.md"
        }) {
      assertThat(tuning(with(path, page))).as(path).isEqualTo(State.ABSENT);
    }
    assertThat(tuning(with("docs/historical/fine-tuning-plan.md", "# Plan\n")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void whereNothingMakesALayerWhatIsLoadedIsTheWhole() {
    String program =
        """
        import torch
        from src.wrapper import Wrapper

        def main():
            model = Wrapper().load("a/b")
            for x, y in loader:
                loss = model(x, y)
                loss.backward()
                optimizer.step()

        if __name__ == "__main__":
            main()
        """;
    String wrapper =
        """
        from transformers import AutoModel

        class Wrapper:
            def load(self, path):
                self.encoder = AutoModel.from_pretrained(path)
                return self
        """;
    assertOnlyTunes(new Release().file("train/train.py", program).file("src/wrapper.py", wrapper));
    String head =
        "import torch\n"
            + wrapper
                .replace("class Wrapper:", "class Wrapper(torch.nn.Module):")
                .replace("return self", "self.head = torch.nn.GRU(3, 3)\n        return self");
    assertThat(scratch(new Release().file("train/train.py", program).file("src/wrapper.py", head)))
        .isEqualTo(State.PRESENT);
  }

  @Test
  void whatAScriptForTrainingMayStartDidNotComeAlong() {
    String readme = "# Scans\n\n```\npython main.py\n```\n";
    Release alone =
        new Release()
            .file("training/detector/trainval.py", Loops.OF_A_NET)
            .file("main.py", "print(1)\n")
            .file("README.md", readme);
    assertThat(scratch(alone)).isEqualTo(State.ABSENT);
    assertThat(scratch(alone.file("training/run_training.sh", "cd detector\npython $1\n")))
        .isEqualTo(State.PRESENT);
  }

  @Test
  void aHeadOnAGivenEncoderIsNoNewNetwork() {
    String program =
        """
        import torch
        from model import Judge

        def main():
            model = Judge("a/b")
            for x, y in loader:
                loss = model(x, y)
                loss.backward()
                optimizer.step()

        if __name__ == "__main__":
            main()
        """;
    String model =
        """
        import torch
        from transformers import BertModel

        class Judge(torch.nn.Module):
            def __init__(self, path):
                super().__init__()
                self.bert = BertModel.from_pretrained(path)
                self.head = torch.nn.LAYER(768, 3)
        """;
    assertOnlyTunes(
        new Release().file("train.py", program).file("model.py", model.replace("LAYER", "Linear")));
    assertThat(
            scratch(
                new Release()
                    .file("train.py", program)
                    .file("model.py", model.replace("LAYER", "LSTM"))))
        .isEqualTo(State.PRESENT);
  }

  @Test
  void adaptersAreTrainedOnGivenWeightsWhateverTheFolder() {
    String program =
        """
        from peft import LoraConfig, get_peft_model
        from transformers import AutoModelForCausalLM, Trainer

        def main():
            if path:
                model = AutoModelForCausalLM.from_pretrained(path)
            else:
                model = AutoModelForCausalLM.from_config(config)
            ADAPT
            trainer = Trainer(model=model)
            trainer.train()

        if __name__ == "__main__":
            main()
        """;
    assertOnlyTunes(
        new Release()
            .file(
                "scripts/pretrain/run_clm.py",
                program.replace("ADAPT", "model = get_peft_model(model, LoraConfig(r=8))")));
    assertThat(
            scratch(
                new Release()
                    .file("scripts/pretrain/run_clm.py", program.replace("ADAPT", "pass"))))
        .isEqualTo(State.PRESENT);
  }

  @Test
  void aQuestionAboutTheMachineIsNoConditionOfLoading() {
    String program =
        """
        import torch
        from model import Net

        def main():
            net = Net()
            if QUESTION:
                net.load_state_dict(torch.load("kept/prior.ckpt"))
            optimizer = torch.optim.Adam(net.parameters(), lr=1e-4)
            for x, y in loader:
                loss = net(x, y)
                loss.backward()
                optimizer.step()

        if __name__ == "__main__":
            main()
        """;
    assertOnlyTunes(
        new Release()
            .file("agent.py", program.replace("QUESTION", "torch.cuda.is_available()"))
            .file("model.py", NET));
    assertThat(
            scratch(
                new Release()
                    .file("agent.py", program.replace("QUESTION", "resume"))
                    .file("model.py", NET)))
        .isEqualTo(State.PRESENT);
  }

  @Test
  void aProgramForTheWholeStartsTheLoopOfAModule() {
    String module =
        """
        from keras.layers import Dense
        from keras.models import Sequential

        def run(rows):
            model = Sequential([Dense(3)])
            model.compile(loss="mse", optimizer="adam")
            model.fit(rows.x, rows.y)
            return model
        """;
    String main =
        """
        from acme import deep

        if __name__ == "__main__":
            RUN
        """;
    Release whole =
        new Release()
            .file("acme/__init__.py", "")
            .file("acme/deep.py", module)
            .file("run.py", main.replace("RUN", "deep.run(read())"));
    assertThat(whole.finding(Component.TRAINING_CODE).qualifiers()).isEmpty();
    Release apart =
        new Release()
            .file("acme/__init__.py", "")
            .file("acme/deep.py", module)
            .file("show.py", main.replace("RUN", "deep.run(read())"));
    assertThat(apart.finding(Component.TRAINING_CODE).qualifiers()).contains(Qualifier.PARTIAL);
  }

  @Test
  void whatIsDoneWithoutFineTuningNamesNoUseOfIt() {
    String page = "# Jets\n\nAll of it runs at inference — no fine-tuning.\n";
    assertThat(tuning(with("README.md", page))).isEqualTo(State.ABSENT);
    assertThat(tuning(with("README.md", "# Diario\n\n- Considerar transfer learning\n")))
        .isEqualTo(State.ABSENT);
    assertThat(tuning(with("README.md", "# Jets\n\nThe loop also does fine-tuning.\n")))
        .isEqualTo(State.PRESENT);
  }

  @Test
  void anOptionForTheWeightsOfAPartIsNoneForTheWholeModel() {
    String option =
        "import argparse\nparser = argparse.ArgumentParser()\n"
            + "parser.add_argument('--a_pretrain', default='', help='The pretrain model file%s.')\n\n";
    String program = Loops.OF_A_NET.replace("def main():", option + "def main():");
    Release release =
        new Release().file("ideas.py", "# A warm start saves time.\n").file("model.py", NET);
    assertThat(tuning(release.file("train.py", program.formatted("")))).isEqualTo(State.PRESENT);
    assertThat(
            tuning(
                new Release()
                    .file("model.py", NET)
                    .file("train.py", program.formatted(" of the upper part"))))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void theRoundsOfASecondStageAreASetting() {
    assertThat(
            tuning(new Release().file("train.py", flags("finetune_epochs")).file("model.py", NET)))
        .isEqualTo(State.ABSENT);
    assertThat(tuning(new Release().file("train.py", flags("finetune_from")).file("model.py", NET)))
        .isEqualTo(State.PRESENT);
  }
}
