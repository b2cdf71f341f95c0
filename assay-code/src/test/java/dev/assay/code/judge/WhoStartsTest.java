package dev.assay.code.judge;

import static dev.assay.code.judge.States.assertOnlyTunes;
import static dev.assay.code.judge.States.scratch;
import static dev.assay.code.judge.States.tuning;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// What a program trains is told by those who start it, by the modules that it is made of and by
/// the options that it takes.
class WhoStartsTest {
  private static final String LOOP =
      """
      import torch
      def main(batches, net, optimizer):
          for batch in batches:
              optimizer.zero_grad()
              net(batch).loss.backward()
              optimizer.step()
      if __name__ == "__main__":
          main()
      """;

  @Test
  void whatOnlyScriptsForFineTuningStartTrainsOn() {
    String script = "#!/bin/bash\npython jobs/run_job.py --lr 1e-5 --steps 10\n";
    Release tunes =
        new Release().file("jobs/finetune_chat.sh", script).file("jobs/run_job.py", LOOP);
    assertOnlyTunes(tunes);
    Release both = tunes.file("jobs/base.sh", script);
    assertThat(scratch(both)).isEqualTo(State.PRESENT);
  }

  @Test
  void whatIsOnlyStartedWithGivenWeightsTrainsOn() {
    String line =
        "# Usage\n\n```\npython run_job.py \\\n  --lr 1e-5 \\\n  OPTION here/w.bin\n```\n";
    assertThat(
            scratch(
                new Release()
                    .file("README.md", line.replace("OPTION", "--init_checkpoint"))
                    .file("run_job.py", LOOP)))
        .isEqualTo(State.ABSENT);
    assertThat(
            scratch(
                new Release()
                    .file("README.md", line.replace("OPTION", "--output"))
                    .file("run_job.py", LOOP)))
        .isEqualTo(State.PRESENT);
  }

  @Test
  void aHeadingThatNamesTrainingBesideFineTuningSaysBoth() {
    String guide = "# A voice\n\n## HEADING\n\n```\npython run_job.py\n```\n";
    assertThat(
            scratch(
                new Release()
                    .file("README.md", guide.replace("HEADING", "Training and fine-tuning"))
                    .file("run_job.py", LOOP)))
        .isEqualTo(State.PRESENT);
    assertThat(
            scratch(
                new Release()
                    .file("README.md", guide.replace("HEADING", "Fine-tuning"))
                    .file("run_job.py", LOOP)))
        .isEqualTo(State.ABSENT);
    assertThat(
            scratch(
                new Release()
                    .file(
                        "README.md",
                        guide.replace("HEADING", "Fine-tuning") + "\n# Pre-training\n\nAlike.\n")
                    .file("run_job.py", LOOP)))
        .isEqualTo(State.PRESENT);
  }

  /// Markdown has two ways to write a heading.
  @Test
  void anUnderlinedHeadingSaysWhatAMarkedOneSays() {
    String guide = "A voice\n=======\n\nHEADING\n---\n\n```\npython run_job.py\n```\n";
    Release tuned =
        new Release()
            .file("README.md", guide.replace("HEADING", "Fine-tuning"))
            .file("run_job.py", LOOP);
    assertThat(scratch(tuned)).isEqualTo(State.ABSENT);
    tuned.file("more.md", "Pre-training\n============\n\nAlike.\n");
    assertThat(scratch(tuned)).isEqualTo(State.ABSENT);
    tuned.file(
        "README.md",
        guide.replace("HEADING", "Fine-tuning") + "\nPre-training\n============\n\nAlike.\n");
    assertThat(scratch(tuned)).isEqualTo(State.PRESENT);
    // A row of a table, and a line below a paragraph's second line, are none.
    String table =
        guide.replace("HEADING\n---", "| Fine-tuning |\n---\n\nA voice for\nfine-tuning\n---");
    assertThat(scratch(new Release().file("README.md", table).file("run_job.py", LOOP)))
        .isEqualTo(State.PRESENT);
  }

  @Test
  void aProgramForEitherIsStartedAfreshWithAConfigurationAlone() {
    String either =
        """
        from transformers import AutoModelForMaskedLM, Trainer
        def main(args):
            if args.model_name_or_path:
                model = AutoModelForMaskedLM.from_pretrained(args.model_name_or_path)
            else:
                model = AutoModelForMaskedLM.from_config(args.config)
            Trainer(model=model).train()
        if __name__ == "__main__":
            main()
        """;
    String command = "# Use\n\n```\npython run_mlm.py --config_name small.json OPTION\n```\n";
    Release fresh =
        new Release()
            .file("run_mlm.py", either)
            .file("README.md", command.replace("OPTION", "--seed 1"));
    assertThat(scratch(fresh)).isEqualTo(State.PRESENT);
    assertThat(tuning(fresh)).isEqualTo(State.PRESENT);
    Release given =
        new Release()
            .file("run_mlm.py", either)
            .file("README.md", command.replace("OPTION", "--model_name_or_path w"));
    assertThat(scratch(given)).isEqualTo(State.ABSENT);
  }

  @Test
  void aTrainerDoesWhatTheProgramDoesThatLoadsTheModel() {
    String trainers =
        """
        import torch
        class PlainTrainer:
            def train(self):
                self.optimizer.zero_grad()
                self.loss().backward()
                self.optimizer.step()
        """;
    String program =
        """
        import trainers
        import transformers
        def main(name):
            policy = transformers.AutoModelForCausalLM.LOADER(name)
            worker = getattr(trainers, name)(policy)
            worker.train()
        if __name__ == "__main__":
            main()
        """;
    Release given =
        new Release()
            .file("trainers.py", trainers)
            .file("train.py", program.replace("LOADER", "from_pretrained"));
    assertOnlyTunes(given);
    Release fresh =
        new Release()
            .file("trainers.py", trainers)
            .file("train.py", program.replace("LOADER", "from_config"));
    assertThat(scratch(fresh)).isEqualTo(State.PRESENT);
  }

  @Test
  void aProgramMadeOfModulesForFineTuningTrainsOn() {
    for (String folder : new String[] {"finetuning", "jobs"}) {
      Release release =
          new Release()
              .file(
                  "train.py",
                  "from "
                      + folder
                      + ".wrap import wrap\nfrom "
                      + folder
                      + ".feed import feed\n"
                      + LOOP)
              .file(folder + "/wrap.py", "def wrap(net):\n    return net\n")
              .file(folder + "/feed.py", "def feed(path):\n    return []\n");
      assertThat(scratch(release))
          .as(folder)
          .isEqualTo(folder.equals("jobs") ? State.PRESENT : State.ABSENT);
    }
  }

  @Test
  void anOptionOfTheProgramNamesFineTuning() {
    String options = "import argparse\np = argparse.ArgumentParser()\np.add_argument(OPTION)\n";
    Release named =
        new Release()
            .file("train.py", options.replace("OPTION", "'--more', help='do fine-tuning'") + LOOP);
    assertThat(scratch(named)).isEqualTo(State.PRESENT);
    assertThat(tuning(named)).isEqualTo(State.PRESENT);
    Release past =
        new Release().file("train.py", options.replace("OPTION", "'--finetuned', help='w'") + LOOP);
    assertThat(tuning(past)).isEqualTo(State.ABSENT);
  }

  @Test
  void aTrainerOfOthersThatIsGivenWeightsTunes() {
    String script = "fairseq-train data --arch lm --lr 1e-5 OPTION\n";
    var given =
        new Release()
            .file("examples/run.sh", script.replace("OPTION", "--finetune-from-model w.pt"))
            .finding(Component.FINE_TUNING_CODE);
    assertThat(given.state()).isEqualTo(State.PRESENT);
    assertThat(given.qualifiers()).contains(Qualifier.DELEGATED);
    assertThat(tuning("examples/run.sh", script.replace("OPTION", "--fp16")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aCommandWhoseNameEndsInTheActTrains() {
    var crf =
        new Release()
            .file("build.sh", "#!/bin/sh\ncrf_learn template train.txt out.model\n")
            .finding(Component.TRAINING_CODE);
    assertThat(crf.state()).isEqualTo(State.PRESENT);
    assertThat(crf.qualifiers()).contains(Qualifier.DELEGATED);
    for (String other :
        new String[] {"crf_test -m out.model a b", "spm_train --input a --model b"}) {
      assertThat(scratch("build.sh", "#!/bin/sh\n" + other + "\n"))
          .as(other)
          .isEqualTo(State.ABSENT);
    }
  }

  @Test
  void aLoopThatNothingStartsBesideProgramsThatTuneIsTheirs() {
    String part = LOOP.substring(0, LOOP.indexOf("if __name__"));
    Release tunes =
        new Release().file("net/loop/train_step.py", part).file("examples/finetune_cells.py", LOOP);
    assertOnlyTunes(tunes);
    assertThat(scratch(tunes.file("examples/run_job.py", LOOP))).isEqualTo(State.PRESENT);
  }

  @Test
  void aProgramThatOnlyStartsWhatTrainsOnBeginsNothing() {
    String part = LOOP.substring(0, LOOP.indexOf("if __name__"));
    Release tunes =
        new Release()
            .file("copied/heads/train_step.py", part)
            .file("reader/finetune_cells.py", LOOP)
            .file(
                "reader/train_faster.py",
                "from reader.finetune_cells import main\nif __name__ == '__main__':\n    train()\n")
            .file("train_stage.sh", "#!/bin/bash\ntorchrun reader/train_faster.py --rate 1\n");
    assertOnlyTunes(tunes);
    // One that is named for pre-training begins, whatever it brings in.
    String starter =
        "from reader.finetune_cells import main\nif __name__ == '__main__':\n    train()\n";
    assertThat(scratch(tunes.file("pretrain_reader.py", starter))).isEqualTo(State.PRESENT);
  }

  @Test
  void whatIsCalledAroundTrainingTrainsNothing() {
    String hook =
        """
        class Smooth:
            def NAME(self, runner, weights, gradient, learning_rate, loss):
                for epoch in range(2):
                    weights = self.update(weights, gradient, learning_rate, loss, epoch)
        """;
    for (String name : new String[] {"after_train_epoch", "on_train_begin", "forward_train"}) {
      assertThat(scratch("core/smooth.py", hook.replace("NAME", name)))
          .as(name)
          .isEqualTo(State.ABSENT);
    }
    assertThat(scratch("core/smooth.py", hook.replace("NAME", "train_on_all")))
        .isEqualTo(State.PRESENT);
  }

  @Test
  void aScriptThatStartsAProgramOfAVariableOnManyMachinesTrains() {
    String script = "PROGRAM=\"run_NAME.py\"\nsrun bash -c \"torchrun --nnodes 8 $PROGRAM\"\n";
    var found =
        new Release()
            .file("base/launch.slurm", script.replace("NAME", "train"))
            .finding(Component.TRAINING_CODE);
    assertThat(found.state()).isEqualTo(State.PRESENT);
    assertThat(found.qualifiers()).contains(Qualifier.DELEGATED);
    assertThat(scratch("base/launch.slurm", script.replace("NAME", "generate")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void wordsAreAlignedToo() {
    String path = "alignment/run_job.py";
    assertThat(scratch(path, LOOP)).isEqualTo(State.PRESENT);
    assertThat(scratch(path, "import transformers\n" + LOOP)).isEqualTo(State.ABSENT);
  }

  @Test
  void aProgramNamedForFineTuningTunesThoughItsLoopIsOfOthers() {
    String program =
        """
        import tensorflow as tf
        from work import experiment
        def main(argv):
            experiment.run(argv)
        if __name__ == "__main__":
            tf.app.run()
        """;
    assertThat(tuning("score/finetune.py", program)).isEqualTo(State.PRESENT);
    assertThat(tuning("score/checks.py", program)).isEqualTo(State.ABSENT);
  }

  @Test
  void theTitleOfAPaperNamesNoUse() {
    for (String title :
        new String[] {
          "# A\n\nFrom [Transfer learning of voices](https://arxiv.org/abs/1).\n",
          "# A\n\n```\n@article{a,\n  title={Fine-tuning of voices},\n}\n```\n"
        }) {
      assertThat(tuning(new Release().file("README.md", title).file("train.py", LOOP)))
          .as(title)
          .isEqualTo(State.ABSENT);
    }
    String use = "# A\n\nSee [fine-tuning of voices](https://forge.example/a/docs/tune.md).\n";
    assertThat(tuning(new Release().file("README.md", use).file("train.py", LOOP)))
        .isEqualTo(State.PRESENT);
  }

  @Test
  void aProgramThatHandsItsModelOverMayTakeWeightsToo() {
    String program =
        """
        import argparse
        import torch
        from forge import models
        parser = argparse.ArgumentParser()
        parser.add_argument("OPTION", default="")
        def main(args, batches):
            model = models.make(args)
            for batch in batches:
                model.train_step(batch)
            models.train(model)
        if __name__ == "__main__":
            main(parser.parse_args(), [])
        """;
    Release either =
        new Release()
            .file("ideas.py", "# A warm start saves time.\n")
            .file("jobs/train.py", program.replace("OPTION", "--pretrain_weights"));
    assertThat(scratch(either)).isEqualTo(State.PRESENT);
    assertThat(tuning(either)).isEqualTo(State.PRESENT);
    assertThat(either.finding(Component.FINE_TUNING_CODE).qualifiers())
        .contains(Qualifier.DELEGATED);
    assertThat(tuning("jobs/train.py", program.replace("OPTION", "--rate")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void whatMeasuresByFineTuningTunes() {
    assertThat(tuning("evaluation/finetune_on_notes.py", LOOP)).isEqualTo(State.PRESENT);
    assertThat(tuning("evaluation/score_notes.py", LOOP)).isEqualTo(State.ABSENT);
  }

  @Test
  void aWishForFineTuningNamesNoUse() {
    for (String wish :
        new String[] {
          "# A\n\nIf we find more machines we add adapters and fine-tuning.\n",
          "# A\n\n## Todos\n\n- fine-tuning with adapters\n",
          "# A\n\n- [ ] fine-tuning\n"
        }) {
      assertThat(tuning(new Release().file("README.md", wish).file("train.py", LOOP)))
          .as(wish)
          .isEqualTo(State.ABSENT);
    }
    String use = "# A\n\nFor fine-tuning on your data, start it with a smaller rate.\n";
    assertThat(tuning(new Release().file("README.md", use).file("train.py", LOOP)))
        .isEqualTo(State.PRESENT);
  }

  @Test
  void aScriptThatIsNothingButItsRunStartsIt() {
    String learner =
        """
        import torch
        class Couplets:
            def __init__(self, path):
                self.net = torch.nn.Linear(9, 9)
                self.optimizer = torch.optim.Adam(self.net.parameters())
            def train(self, rounds):
                for i in range(rounds):
                    self.optimizer.zero_grad()
                    self.net(self.batch()).mean().backward()
                    self.optimizer.step()
        """;
    Release loop = new Release().file("model.py", learner);
    assertThat(loop.finding(Component.TRAINING_CODE).qualifiers()).contains(Qualifier.PARTIAL);
    String run = "from model import Couplets\nm = Couplets('in.txt')\nm.%s(5000)\n";
    Release started =
        new Release().file("model.py", learner).file("couplets.py", run.formatted("train"));
    assertThat(started.finding(Component.TRAINING_CODE).qualifiers())
        .doesNotContain(Qualifier.PARTIAL);
    Release shown =
        new Release().file("model.py", learner).file("couplets.py", run.formatted("show"));
    assertThat(shown.finding(Component.TRAINING_CODE).qualifiers()).contains(Qualifier.PARTIAL);
  }
}
