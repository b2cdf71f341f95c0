package dev.assay.code.judge;

import static dev.assay.code.judge.States.assertOnlyTunes;
import static dev.assay.code.judge.States.scratch;
import static dev.assay.code.judge.States.tuning;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.Mention;
import dev.assay.model.Qualifier;
import dev.assay.model.Span;
import dev.assay.model.State;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Whose trainer a loop is: a copied tree that the release starts is its own, one that nobody
/// starts is not; weights that may be left out, or that a recipe gives, are told by who starts it.
class WhoseTrainerTest {
  private static final String LOOP =
      """
      import torch
      def main(args, batches, net, optimizer):
          PART
          for batch in batches:
              optimizer.zero_grad()
              net(batch).loss.backward()
              optimizer.step()
      if __name__ == "__main__":
          main()
      """;

  private static final String PLAIN = LOOP.replace("PART", "pass");

  /// A trainer without a program.
  private static final String TRAINER =
      """
      import torch
      class StageTrainer:
          def fit(self, batches, net):
              for batch in batches:
                  self.optimizer.zero_grad()
                  net(batch).loss.backward()
                  self.optimizer.step()
      """;

  private static Release copy() {
    return new Release()
        .listed("engine/LICENSE")
        .listed("engine/setup.py")
        .file("engine/src/forge/__init__.py", "")
        .file("engine/src/forge/train.py", PLAIN)
        .file("measure/score.py", "print(1)")
        .file("measure/a.py", "print(1)")
        .file("measure/b.py", "print(1)")
        .file("measure/c.py", "print(1)")
        .file("measure/d.py", "print(1)");
  }

  @Test
  void aCopiedFrameworkThatNobodyStartsIsNotTheReleasesTrainer() {
    assertThat(scratch(copy().file("README.md", "# A model\n\n## Training\n\nWith an engine.\n")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aCopiedFrameworkThatTheDocumentsStartIsTheReleasesTrainer() {
    String command = "# A model\n\n## HEADING\n\n```\nA=1 forge-cli train WHAT\n```\n";
    Release fresh =
        copy()
            .file("engine/recipes/large.yaml", "lr: 1e-4\nbatch_size: 8\n")
            .file(
                "README.md",
                command.replace("HEADING", "Training").replace("WHAT", "recipes/large.yaml"));
    assertThat(scratch(fresh)).isEqualTo(State.PRESENT);
    Release tunes =
        copy()
            .file("engine/recipes/own.yaml", "lr: 1e-5\nmodel_name_or_path: some/base\n")
            .file(
                "README.md",
                command.replace("HEADING", "Training").replace("WHAT", "recipes/own.yaml"));
    assertOnlyTunes(tunes);
    assertThat(tunes.finding(Component.FINE_TUNING_CODE).evidence().getFirst().quote())
        .contains("forge-cli train");
    // To install it, or to run it, starts no training.
    assertThat(
            scratch(
                copy()
                    .file(
                        "README.md",
                        "# A model\n\n## Training\n\n```\ncd engine\npip install -e .\n```\n")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aRecipeThatADocumentGivesToATrainerOfOthersTrains() {
    String guide = "# A model\n\n## HEADING\n\n```\nforge-cli train recipes/own.yaml\n```\n";
    Release tunes =
        new Release()
            .file("recipes/own.yaml", "lr: 1e-5\nmodel_name_or_path: some/base\n")
            .file("README.md", guide.replace("HEADING", "Fine-tuning"));
    assertOnlyTunes(tunes);
    assertThat(tunes.finding(Component.FINE_TUNING_CODE).qualifiers())
        .contains(Qualifier.DELEGATED);
    Release begins =
        new Release()
            .file("own.yaml", "lr: 1e-5\n")
            .file(
                "README.md",
                "# A model\n\n## Training\n\nStart `mixer --n 1 train.py own.yaml`.\n");
    assertThat(scratch(begins)).isEqualTo(State.PRESENT);
    Release exports =
        new Release()
            .file("recipes/own.yaml", "model_name_or_path: some/base\n")
            .file(
                "README.md",
                guide
                    .replace("HEADING", "Fine-tuning")
                    .replace("forge-cli train", "llamafactory-cli export"));
    assertThat(tuning(exports)).isEqualTo(State.ABSENT);
    // A page among examples shows how others could do it.
    Release shown =
        new Release()
            .file("examples/forge/own.yaml", "model_name_or_path: some/base\n")
            .file(
                "examples/forge/tune.md",
                guide.replace("HEADING", "Fine-tuning").replace("recipes/", ""));
    assertThat(tuning(shown)).isEqualTo(State.ABSENT);
    // A recipe of others, and what only measures with one, trains nothing.
    assertThat(tuning("README.md", guide.replace("HEADING", "Fine-tuning")))
        .isEqualTo(State.ABSENT);
    assertThat(
            scratch(
                new Release()
                    .file("own.yaml", "lr: 1e-5\n")
                    .file("README.md", "# A\n\n## Use\n\n```\nforge-cli serve own.yaml\n```\n")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void weightsRestoredWithoutTheStateOfTheOptimizerAreGiven() {
    String script = "forge-train data --restore-file w.pt --lr 1e-4 OPTION\n";
    Release tunes =
        new Release().file("jobs/one.sh", script.replace("OPTION", "--reset-optimizer"));
    assertThat(tuning(tunes)).isEqualTo(State.PRESENT);
    Release resumes = new Release().file("jobs/one.sh", script.replace("OPTION", "--seed 1"));
    assertThat(tuning(resumes)).isEqualTo(State.ABSENT);
  }

  @Test
  void aTrainerOfOthersThatIsGivenARecipeTrains() {
    String script = "python -u ${PLACE}/hydra_train.py --config-name OWN data.dir=x\n";
    assertThat(scratch("run.sh", script)).isEqualTo(State.PRESENT);
    assertThat(scratch("run.sh", script.replace("--config-name OWN", ""))).isEqualTo(State.ABSENT);
  }

  @Test
  void weightsThatMayBeLeftOutLeaveBoth() {
    String option =
        "p.add_argument('--pretrained_model', DEFAULT)\n    if args.pretrained_model: load()";
    Release both =
        new Release()
            .file("ideas.py", "# A warm start saves time.\n")
            .file("train.py", LOOP.replace("PART", option.replace("DEFAULT", "default=None")));
    assertThat(scratch(both)).isEqualTo(State.PRESENT);
    assertThat(tuning(both)).isEqualTo(State.PRESENT);
    Release given =
        new Release()
            .file("train.py", LOOP.replace("PART", option.replace("DEFAULT", "default='w.pth'")));
    assertOnlyTunes(given);
  }

  @Test
  void aModelMadeByItsNameOutOfACheckpointIsGiven() {
    String make = "net = net_registry[args.kind](checkpoint=VALUE)";
    assertThat(scratch("train.py", LOOP.replace("PART", make.replace("VALUE", "args.w"))))
        .isEqualTo(State.ABSENT);
    assertThat(scratch("train.py", LOOP.replace("PART", make.replace("VALUE", "None"))))
        .isEqualTo(State.PRESENT);
  }

  @Test
  void aRecipeThatGivesWeightsOfTheWholeModelIsToldByWhoNamesIt() {
    String readme =
        "# M\n\n## Training M\n\n```\npython main.py --base configs/a.yaml --train\n```\n";
    String recipe = "model:\n  lr: 1e-4\n  params:\n    PLACE\n";
    Release tunes =
        new Release()
            .file("main.py", PLAIN)
            .file("README.md", readme)
            .file("configs/a.yaml", recipe.replace("PLACE", "ckpt_path: base.ckpt"));
    assertOnlyTunes(tunes);
    for (String place :
        new String[] {"ckpt_path: null", "first_stage_config:\n      ckpt_path: vae.ckpt"}) {
      assertThat(
              scratch(
                  new Release()
                      .file("main.py", PLAIN)
                      .file("README.md", readme)
                      .file("configs/a.yaml", recipe.replace("PLACE", place))))
          .as(place)
          .isEqualTo(State.PRESENT);
    }
  }

  @Test
  void oneExampleOfFineTuningBelowTrainingIsNotAllThatItIsFor() {
    String readme =
        "# M\n\n## Training\n\nPROSE\n\n```\npython run_job.py --recipe finetune/a.gin\n```\n";
    assertThat(
            scratch(
                new Release()
                    .file("run_job.py", PLAIN)
                    .file("README.md", readme.replace("PROSE", "For example, to fine-tune it:"))))
        .isEqualTo(State.PRESENT);
    assertThat(
            scratch(
                new Release()
                    .file("run_job.py", PLAIN)
                    .file("README.md", readme.replace("PROSE", "Then run:"))))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void whatOnlyExportsSaysNothingOfTraining() {
    String script = "python run_job.py --init_checkpoint w --lr 1e-4\npython run_job.py SECOND\n";
    Release exports =
        new Release()
            .file("run_job.py", PLAIN)
            .file("all.sh", script.replace("SECOND", "--do_export=true"));
    assertThat(scratch(exports)).isEqualTo(State.ABSENT);
    Release trains =
        new Release()
            .file("run_job.py", PLAIN)
            .file("all.sh", script.replace("SECOND", "--seed 1"));
    assertThat(scratch(trains)).isEqualTo(State.PRESENT);
  }

  @Test
  void aModelThatAnotherProgramMakesAnewIsTrainedFromFreshWeights() {
    String program =
        """
        from transformers import AutoModelForCausalLM, Trainer
        def main():
            model = AutoModelForCausalLM.from_pretrained("here")
            Trainer(model=model).train()
        if __name__ == "__main__":
            main()
        """;
    String readme =
        "# M\n\n"
            + "## Training\n\n"
            + "```\n"
            + "python train_it.py\n"
            + "```\n\n"
            + "Begin PROSE:\n\n"
            + "```\n"
            + "python tools/init_small.py\n"
            + "```\n";
    String init = "import torch\nprint(torch.nn.Linear(2, 2))\n";
    assertThat(
            scratch(
                new Release()
                    .file("train_it.py", program)
                    .file("tools/init_small.py", init)
                    .file("README.md", readme.replace("PROSE", "from scratch"))))
        .isEqualTo(State.PRESENT);
    assertThat(
            scratch(
                new Release()
                    .file("train_it.py", program)
                    .file("tools/init_small.py", init)
                    .file("README.md", readme.replace("PROSE", "here"))))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aLoopThatNobodyStartsIsSetAside() {
    Release codec =
        new Release()
            .file("speak/codec/trainer.py", TRAINER)
            .file("infer.py", "import torch\nif __name__ == '__main__':\n    print(1)\n");
    assertThat(scratch(codec)).isEqualTo(State.ABSENT);
    assertThat(scratch("codec/trainer.py", TRAINER)).isEqualTo(State.PRESENT);
    Release beside =
        new Release()
            .file("storm/trainer.py", TRAINER)
            .file("sft/run.py", PLAIN)
            .file("scripts/stage_pretrain.sh", "python sft/run.py --lr 1\n");
    assertThat(scratch(beside)).isEqualTo(State.ABSENT);
    Finding finding = beside.finding(Component.TRAINING_CODE);
    assertThat(finding.notes().toString()).contains("storm/trainer.py", "started by no program");
  }

  @Test
  void aPromiseOfTheCodeOutweighsLoopsThatNobodyStarts() {
    var place = new Evidence("r", "README.md", new Span.Listing(), "", null);
    var promise = new Mention(Component.TRAINING_CODE, State.PROMISED, Set.of(), "", null, place);
    Release promised = new Release().file("found/detect/train.py", PLAIN).says(promise);
    assertThat(scratch(promised)).isEqualTo(State.PROMISED);
    assertThat(
            scratch(
                promised.file(
                    "README.md", "# M\n\n## Training\n\n```\npython found/detect/train.py\n```\n")))
        .isEqualTo(State.PRESENT);
  }

  @Test
  void whatDocumentsStartForTrainingStartsTheLoopByWhateverName() {
    String start =
        """
        import importlib
        import torch
        if __name__ == "__main__":
            getattr(importlib.import_module("tasks.base"), "Task").begin()
        """;
    String readme =
        "# M\n\n## Training Example\n\nThen, to TRAIN it:\n\n```\npython tasks/run.py\n```\n";
    assertThat(
            new Release()
                .file("tasks/base.py", TRAINER)
                .file("tasks/run.py", start)
                .file("README.md", readme.replace("TRAIN", "train"))
                .finding(Component.TRAINING_CODE)
                .qualifiers())
        .doesNotContain(Qualifier.PARTIAL);
  }

  @Test
  void whatIsRecommendedOrIsOfOthersIsNoUse() {
    for (String text :
        new String[] {
          "# M\n\nTo install (recommended for training/fine-tuning) run:\n",
          "# M\n\nWe would love to support fine-tuning.\n",
          "# M\n\n## Related repositories\n\nAnother excels at fine-tuning.\n",
          "# M\n\nWe are considering fine-tuning it.\n"
        }) {
      assertThat(tuning(new Release().file("train.py", PLAIN).file("README.md", text)))
          .as(text)
          .isEqualTo(State.ABSENT);
    }
    assertThat(
            tuning(
                new Release()
                    .file("train.py", PLAIN)
                    .file("README.md", "# M\n\nThe program is for fine-tuning too.\n")))
        .isEqualTo(State.PRESENT);
  }

  @Test
  void anAverageThatIsReadBackResumesAndAVariableThatIsLoadedIsGiven() {
    assertThat(
            scratch("train.py", LOOP.replace("PART", "ema = EMAModel.from_pretrained(args.dir)")))
        .isEqualTo(State.PRESENT);
    assertThat(
            scratch(
                "run_task.py",
                "import transformers\n"
                    + LOOP.replace("PART", "net = model_fn.from_pretrained(args.dir)")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void whatIsComparedWithAndTheWeightsOfAHeadAreNotTheModels() {
    assertThat(scratch("comparisons/Other/train_it.py", PLAIN)).isEqualTo(State.ABSENT);
    String help =
        "p.add_argument('--frozen',\n"
            + " help='Path to the pretrained model. Only the WHAT is trained')";
    assertThat(tuning("train.py", LOOP.replace("PART", help.replace("WHAT", "mask head"))))
        .isEqualTo(State.ABSENT);
  }
}
