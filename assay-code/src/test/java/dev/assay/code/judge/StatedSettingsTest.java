package dev.assay.code.judge;

import static dev.assay.code.judge.States.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// Settings of training runs in whatever form they are written.
class StatedSettingsTest {
  private static State settings(Release release) {
    return state(Component.TRAINING_CONFIGURATION, release);
  }

  private static State settings(String path, String text) {
    return settings(Release.trained().file(path, text));
  }

  @Test
  void aPythonFileOfValuesStatesSettings() {
    String values =
        """
        _base_ = ["../base.py"]
        optimizer = dict(type="Adam", lr=1.3e-05, betas=(0.9, 0.999))
        data = dict(samples_per_gpu=4, workers_per_gpu=2)
        runner = dict(type="IterBasedRunner", max_iters=6300)
        """;
    // The loop may be a framework's, that is not here.
    assertThat(settings(new Release().file("configs/burns.py", values))).isEqualTo(State.PRESENT);
    assertThat(settings("configs/base.py", "learning_rate = 6e-4\nbatch_size = 12\n"))
        .isEqualTo(State.PRESENT);
  }

  @Test
  void aProgramAndAModuleOfOtherNumbersStateNone() {
    assertThat(
            settings(
                "play.py",
                "import torch\nlr = 0.1\nbatch_size = 2\nnet = load()\nprint(net.generate(lr))\n"))
        .isEqualTo(State.ABSENT);
    // A low resolution is no rate.
    assertThat(settings("sizes.py", "lr_size = 64\nlr_img = 3\nbatch_size = 12\n"))
        .isEqualTo(State.ABSENT);
    assertThat(settings("rates.py", "lr = 0.1\nname = 'a'\n")).isEqualTo(State.ABSENT);
  }

  @Test
  void aClassOfSettingsStatesThemByNumbers() {
    String attributes =
        """
        from dataclasses import dataclass

        @dataclass
        class Exp7B(Base):
            learning_rate: float = 2e-5
            global_batch_size: int = 256
        """;
    assertThat(settings("conf/runs.py", attributes)).isEqualTo(State.PRESENT);
    String self =
        """
        class PretrainingConfig(object):
          def __init__(self, name):
            self.learning_rate = 5e-4
            self.num_train_steps = 1000000
        """;
    assertThat(settings("configure.py", self)).isEqualTo(State.PRESENT);
    assertThat(settings(new Release().file("configure.py", self)))
        .as("where nothing trains")
        .isEqualTo(State.ABSENT);
  }

  @Test
  void anObjectIsGivenSettingsOneAfterTheOther() {
    String object =
        "def get_config():\n  config = Dict()\n  config.base_lr = 0.03\n  LINE\n  return config\n";
    assertThat(settings("configs/common.py", object.replace("LINE", "config.batch = 512")))
        .isEqualTo(State.PRESENT);
    assertThat(settings("configs/common.py", object.replace("LINE", "config.width = 512")))
        .isEqualTo(State.ABSENT);
    assertThat(settings("examples/maps.sh", "lr=0.0002 niter=100 th train.lua\n"))
        .isEqualTo(State.PRESENT);
  }

  @Test
  void anOptimizersOwnRateAndOptionsAreNoSettings() {
    assertThat(
            settings(
                "sgd.py",
                """
                class Sgd(Optimizer):
                    def __init__(self, lr=0.1, batch=2):
                        self.lr = lr
                        self.batch = batch
                """))
        .isEqualTo(State.ABSENT);
    assertThat(
            settings(
                "options.py",
                """
                class TrainArguments:
                    learning_rate: float = field(default=1e-3, metadata={"help": "rate"})
                    batch_size: int = field(default=2)
                """))
        .isEqualTo(State.ABSENT);
    // One class says the rate, another the batch.
    assertThat(
            settings(
                "two.py", "class AConfig:\n    lr = 0.1\n\nclass BConfig:\n    batch_size = 2\n"))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void ratesAreWrittenInManyWays() {
    assertThat(settings("a/run.yaml", "run:\n  init_lr: 1e-4\n  min_lr: 8e-5\n  max_epoch: 4\n"))
        .isEqualTo(State.PRESENT);
    assertThat(
            settings(
                "a/run.yaml",
                "%YAML 1.2\n---\ntraining:\n    total_steps: 400000\n    lr_values:\n        - 0.1\n...\n"))
        .isEqualTo(State.PRESENT);
    assertThat(settings("a/run.sh", "python -m tasks.go --init_lr 0.0007 --batch_size 20\n"))
        .isEqualTo(State.PRESENT);
    assertThat(settings("a/sr.yaml", "scale: 4\nlr_size: 64\nbatch_size: 8\n"))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aRateThatIsLeftOpenComesLast() {
    assertThat(
            Release.trained()
                .file("deep/a.json", "{\"lr\": \"auto\", \"batch_size\": 8}")
                .file("scripts/run.sh", "python train.py --lr 0.1 --batch_size 2\n")
                .finding(Component.TRAINING_CONFIGURATION)
                .evidence()
                .getFirst()
                .path())
        .isEqualTo("scripts/run.sh");
  }

  @Test
  void settingsOfPreTrainingComeFirst() {
    String run = "lr: 0.001\nbatch_size: 8\n";
    assertThat(
            Release.trained()
                .file("finetune/a.yaml", run)
                .file("pretrain/z.yaml", run)
                .finding(Component.TRAINING_CONFIGURATION)
                .evidence()
                .getFirst()
                .path())
        .isEqualTo("pretrain/z.yaml");
  }
}
