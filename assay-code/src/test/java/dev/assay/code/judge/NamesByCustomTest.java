package dev.assay.code.judge;

import static dev.assay.code.judge.States.assertOnlyTunes;
import static dev.assay.code.judge.States.evaluation;
import static dev.assay.code.judge.States.inference;
import static dev.assay.code.judge.States.network;
import static dev.assay.code.judge.States.scratch;
import static dev.assay.code.judge.States.tuning;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// Recognisers that a gathering of unlabelled releases showed to be blind: names that come by a
/// star import, loops that leave the gradients to another file, commands that say what a run
/// writes.
class NamesByCustomTest {
  private static final String LOOP = Loops.OVER_BATCHES;

  @Test
  void whatAStarBringsInIsCalledByItsCustomaryName() {
    String model =
        """
        IMPORT

        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.out = nn.Linear(3, 3)
        """;
    assertThat(network("net/model.py", model.replace("IMPORT", "from acme.basics import *")))
        .isEqualTo(State.PRESENT);
    assertThat(network("net/model.py", model.replace("IMPORT", "from acme import basics")))
        .isNotEqualTo(State.PRESENT);
  }

  @Test
  void aGraphInAModuleThatImportsByAStarIsTrained() {
    String model =
        """
        from modules import *

        class Net:
            def __init__(self, args):
                self.loss = tf.reduce_sum(tf.layers.dense(args.x, 3))
                self.optimizer = tf.train.AdamOptimizer(learning_rate=args.lr)
                self.train_op = self.optimizer.minimize(self.loss)

            def predict(self, sess, x):
                return sess.run(self.loss, {self.x: x})
        """;
    String main =
        """
        import tensorflow as tf
        from model import Net

        model = Net(parser.parse_args())
        for epoch in range(20):
            loss, _ = sess.run([model.loss, model.train_op], {model.x: batch})
        """;
    assertThat(scratch(new Release().file("model.py", model).file("main.py", main)))
        .isEqualTo(State.PRESENT);
    assertThat(
            scratch(
                new Release()
                    .file("model.py", model.replace("from modules import *", "import modules"))
                    .file("main.py", main)))
        .isNotEqualTo(State.PRESENT);
  }

  @Test
  void whoAppliesUpdatesTrainsThoughTheGradientsAreComputedElsewhere() {
    String train =
        """
        import optax
        from acme import losses

        def train_step(params, state, data):
            grads, metrics = losses.compute(params, data)
            updates, state = optimizer.update(grads, state)
            return optax.apply_updates(params, updates), state

        def train(params):
            for data in batches:
                params, state = train_step(params, state, data)

        if __name__ == "__main__":
            train(make())
        """;
    assertThat(scratch("acme/train.py", train)).isEqualTo(State.PRESENT);
    assertThat(scratch("acme/ema.py", train.replace("train", "mean"))).isEqualTo(State.ABSENT);
  }

  @Test
  void aProgramThatTrainsAndTestsIsNoTest() {
    assertThat(scratch("acme/train_and_test.py", LOOP)).isEqualTo(State.PRESENT);
    assertThat(scratch("acme/loader_test.py", LOOP)).isEqualTo(State.ABSENT);
  }

  @Test
  void aFolderThatARunWritesIntoIsNotWhatItBeginsWith() {
    String guide = "# A voice\n\n## Training\n\n```\npython run_job.py -t config/run.yaml\n```\n";
    String settings = "path:\n  ckpt_path: \"PLACE\"\nstep:\n  total_step: 900000\n";
    assertThat(
            scratch(
                new Release()
                    .file("README.md", guide)
                    .file("config/run.yaml", settings.replace("PLACE", "./output/ckpt/gulls"))
                    .file("run_job.py", LOOP)))
        .isEqualTo(State.PRESENT);
    assertOnlyTunes(
        new Release()
            .file("README.md", guide)
            .file("config/run.yaml", settings.replace("PLACE", "./pretrained/gulls.ckpt"))
            .file("run_job.py", LOOP));
  }

  @Test
  void theRoundsOfASecondStageAreNoGivenWeights() {
    String guide = "# A sleeper\n\n## Training\n\n```\npython run_job.py OPTION 200\n```\n";
    assertThat(
            scratch(
                new Release()
                    .file("README.md", guide.replace("OPTION", "--finetune_epochs"))
                    .file("run_job.py", LOOP)))
        .isEqualTo(State.PRESENT);
    assertThat(
            scratch(
                new Release()
                    .file(
                        "README.md",
                        guide.replace("Training", "Use").replace("OPTION", "--finetune_from"))
                    .file("run_job.py", LOOP)))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aSentenceThatNamesAProgramStartsNothing() {
    String guide =
        "# A net\n\n## Fine-tuning on your data\n\n4. To fine-tune that model, see `resume` in `run_job.py`.\n";
    assertThat(scratch(new Release().file("README.md", guide).file("run_job.py", LOOP)))
        .isEqualTo(State.PRESENT);
  }

  @Test
  void aCallbackIsNoTrainer() {
    String pre =
        """
        from transformers import Trainer, TrainerCallback, TrainingArguments
        from net.modeling import NetLMHeadModel

        class MyTrainerCallback(TrainerCallback):
            pass

        model = NetLMHeadModel(config)
        trainer = Trainer(model=model, args=args, callbacks=[MyTrainerCallback()])
        trainer.train()
        """;
    String tuned =
        """
        from transformers import AutoModelForCausalLM, Trainer

        if __name__ == "__main__":
            model = AutoModelForCausalLM.from_pretrained("./base")
            Trainer(model=model).train()
        """;
    assertThat(scratch(new Release().file("pre_train.py", pre).file("sft.py", tuned)))
        .isEqualTo(State.PRESENT);
  }

  @Test
  void aLoopAmongHelpersBelongsToTheProgramThatIsNamedForTraining() {
    String helpers =
        """
        from keras.optimizers import Adam

        def train_model(model, x, y):
            model.compile(optimizer=Adam(), loss="mse")
            model.fit(x, y, epochs=20)
        """;
    String program =
        """
        from utils.keras_utils import train_model
        from keras.layers import Dense

        if __name__ == "__main__":
            train_model(make(), x, y)
        """;
    assertThat(
            scratch(
                new Release()
                    .file("utils/keras_utils.py", helpers)
                    .file("all_training.py", program)))
        .isEqualTo(State.PRESENT);
    assertThat(
            scratch(new Release().file("utils/keras_utils.py", helpers).file("look.py", "x = 3\n")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aProgramThatTellsTheMeanOfAMeasureMeasures() {
    String program =
        """
        import argparse
        import torch
        from torch.utils.data import DataLoader

        def inference(args, model):
            for batch in DataLoader(data):
                found += test_single(batch, model)
            print('MEASURE %f' % (found / len(data)))

        parser = argparse.ArgumentParser()
        parser.add_argument('--weights')
        net.load_state_dict(torch.load(parser.parse_args().weights))
        inference(parser.parse_args(), net)
        """;
    assertThat(evaluation("test.py", program.replace("MEASURE", "mean_dice")))
        .isEqualTo(State.PRESENT);
    assertThat(evaluation("test.py", program.replace("MEASURE", "seconds")))
        .isNotEqualTo(State.PRESENT);
  }

  @Test
  void theFolderForTestingBesideTrainingIsOfTheModel() {
    String program =
        """
        import mxnet as mx

        class Predictor:
            def __init__(self, prefix):
                sym, args, aux = mx.model.load_checkpoint(prefix, 0)
                self.mod = mx.mod.Module(symbol=sym)
                self.mod.set_params(args, aux)

            def predict(self, img):
                self.mod.forward(batch(img))
                return self.mod.get_outputs()[0].asnumpy()
        """;
    assertThat(inference("testing/predictor.py", program)).isEqualTo(State.PRESENT);
    assertThat(inference("acme/testing/predictor.py", program)).isEqualTo(State.ABSENT);
  }

  @Test
  void whoIsGivenAModelAndAnInputRunsIt() {
    String program =
        """
        import optparse
        from model import Model

        parser = optparse.OptionParser()
        parser.add_option("-m", "--model", default="", help="Model location")
        parser.add_option("-i", "OPTION", default="", help="Input file location")
        opts = parser.parse_args()[0]
        with open(opts.output, "w") as out:
            for line in open(opts.input):
                out.write(f_eval(line))
        """;
    assertThat(inference("tagger.py", program.replace("OPTION", "--input")))
        .isEqualTo(State.PRESENT);
    assertThat(inference("tagger.py", program.replace("OPTION", "--size")))
        .isNotEqualTo(State.PRESENT);
  }

  @Test
  void aNotebookBesideProgramsThatTrainShowsHowItIsDone() {
    String notebook =
        "{\"cells\":[{\"cell_type\":\"code\",\"source\":[\"import torch\\n\",\"model = Net.from_pretrained('a')\\n\","
            + "\"optimizer.zero_grad()\\n\",\"loss.backward()\\n\",\"optimizer.step()\\n\"]}],"
            + "\"metadata\":{},\"nbformat\":4,\"nbformat_minor\":2}";
    Release release = new Release().file("train.py", LOOP);
    assertThat(tuning(release.file("notebooks/NB4 (Training).ipynb", notebook)))
        .isEqualTo(State.ABSENT);
    assertThat(tuning(release.file("notebooks/finetune.ipynb", notebook))).isEqualTo(State.PRESENT);
  }

  @Test
  void whatTunesInOneCallTunes() {
    String program =
        """
        import gpt_2_simple as gpt2

        sess = gpt2.start_tf_sess()
        gpt2.finetune(sess, "adventures.txt", steps=1000)
        """;
    assertThat(tuning("generator/finetune.py", program)).isEqualTo(State.PRESENT);
  }

  @Test
  void vectorsForWordsAreNoModel() {
    String program = LOOP.replace("def main():\n", "def main():\n    net.LOADS(weights)\n");
    assertThat(scratch("train_wc.py", program.replace("LOADS", "load_pretrained_word_embedding")))
        .isEqualTo(State.PRESENT);
    assertThat(scratch("train_wc.py", program.replace("LOADS", "load_pretrained_model")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void reinforcementLearningAloneDoesNotTune() {
    String imports =
        "from gym_acme.algo.ppo.runner import Runner\nfrom gym_acme.algo.ppo.storage import Storage\n";
    Release release =
        new Release()
            .file("gym_acme/algo/ppo/runner.py", "class Runner:\n    pass\n")
            .file("gym_acme/algo/ppo/storage.py", "class Storage:\n    pass\n")
            .file("scripts/train.py", imports + LOOP);
    assertThat(scratch(release)).isEqualTo(State.PRESENT);
  }

  /// The number of a step stands before what the step is called.
  @Test
  void theNumberOfAStepIsNoWordOfItsName() {
    String makes =
        """
        import pandas as pd
        from joblib import Parallel, delayed

        def sessions(rows):
            return rows.groupby("user")

        if __name__ == "__main__":
            sessions(pd.read_csv("clicks.csv")).to_pickle("sessions.pkl")
        """;
    assertThat(inference("code/1_gen_sessions.py", makes)).isEqualTo(State.ABSENT);
  }
}
