package dev.assay.code.judge;

import static dev.assay.code.judge.States.assertOnlyTunes;
import static dev.assay.code.judge.States.data;
import static dev.assay.code.judge.States.scratch;
import static dev.assay.code.judge.States.tuning;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.Finding;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// What a seventeenth batch showed: weights that a run may do without, trainers behind a variable,
/// programs that write their coefficients, loops on one line.
class LoadedOnConditionTest {
  private static final String LOADS =
      """
      import torch
      from net import Net

      def main(options):
          net = Net(options)
          LOAD
          optimizer = torch.optim.AdamW(net.parameters(), lr=1e-3)
          for x, y in loader:
              loss = net(x, y)
              loss.backward()
              optimizer.step()

      if __name__ == "__main__":
          main(read())
      """;

  private static Release loading(String statement) {
    return new Release().file("train.py", LOADS.replace("LOAD", statement));
  }

  @Test
  void whatIsLoadedIntoANetworkUnderAConditionMayBeLeftOut() {
    for (String condition :
        new String[] {"options.start", "options.get('start') is not None", "isfile(start)"}) {
      assertThat(scratch(loading("if " + condition + ":\n        net.load_pretrained(start)")))
          .as(condition)
          .isEqualTo(State.PRESENT);
    }
  }

  @Test
  void whatIsAlwaysLoadedOrMakesTheNetworkIsWhatItBeginsWith() {
    assertOnlyTunes(loading("net.load_pretrained(options.start)"));
    assertOnlyTunes(loading("if options.big:\n        net = Net.load_pretrained(options.start)"));
    assertOnlyTunes(loading("if options.size > 3:\n        net.load_pretrained(options.start)"));
  }

  @Test
  void aTrainerClassFollowsAProgramThatIsFoundToTrainOn() {
    var release =
        new Release()
            .file(
                "job/start.py",
                """
                from transformers import TrainingArguments
                from job.coach import PairTrainer
                from job.given import make

                def main():
                    trainer = PairTrainer(model=make(), args=TrainingArguments())
                    trainer.train()

                if __name__ == "__main__":
                    main()
                """)
            .file(
                "job/coach.py",
                """
                from transformers import Seq2SeqTrainer

                class PairTrainer(Seq2SeqTrainer):
                    def compute_loss(self, model, inputs):
                        return model(**inputs).loss
                """)
            .file(
                "job/given.py",
                """
                import transformers
                from peft import PeftModel, LoraConfig, get_peft_model

                def make(base, path=None):
                    if path:
                        return PeftModel.from_pretrained(base, path)
                    return get_peft_model(base, LoraConfig(r=8))
                """);
    assertOnlyTunes(release);
  }

  private static final String TABLE =
      """
      from sklearn.linear_model import LogisticRegression

      def main():
          learner = LogisticRegression()
          learner.fit(rows, labels)
          with open("out.rs", "w") as out:
              out.write(str(learner.coef_.tolist()))

      if __name__ == "__main__":
          main()
      """;

  @Test
  void aProgramNamedForTrainingMayWriteDownWhatItFitted() {
    assertThat(fitted(TABLE).qualifiers()).isEmpty();
    assertThat(fitted(TABLE.replace("out.write", "print")).qualifiers())
        .contains(Qualifier.DELEGATED);
  }

  @Test
  void theLearnerIsShownAndNotWhatReadiesItsData() {
    String ready =
        TABLE.replace(
            "from sklearn.linear_model", "import sklearn.preprocessing\nfrom sklearn.linear_model");
    Finding found =
        fitted(
            ready.replace("learner = ", "x = sklearn.preprocessing.normalize(x)\n    learner = "));
    assertThat(found.evidence().getFirst().quote()).contains("LogisticRegression()");
  }

  private static Finding fitted(String program) {
    return new Release().file("train.py", program).finding(Component.TRAINING_CODE);
  }

  @Test
  void aFunctionOfAnInteractiveLanguageIsCalledAtItsPrompt() {
    Finding found =
        new Release()
            .file(
                "training/experiment.m",
                """
                function [net, info] = experiment(imdb, varargin)
                opts.train.learningRate = 1e-2;
                net = make_net(opts);
                [net, info] = cnn_train_dag(net, imdb, @batch, opts.train);
                end
                """)
            .finding(Component.TRAINING_CODE);
    assertThat(found.state()).isEqualTo(State.PRESENT);
    assertThat(found.qualifiers()).isEmpty();
  }

  @Test
  void aFunctionThatIsNamedForTrainingSomethingStartsIt() {
    String graph =
        """
        import tensorflow as tf

        def trainNetwork(net, sess):
            step = tf.train.AdamOptimizer(1e-6).minimize(cost)
            while True:
                step.run(feed_dict={x: batch})

        def main():
            CALL(net, sess)

        if __name__ == "__main__":
            main()
        """;
    assertThat(
            new Release()
                .file("learner.py", graph.replace("CALL", "trainNetwork"))
                .finding(Component.TRAINING_CODE)
                .qualifiers())
        .isEmpty();
    assertThat(
            new Release()
                .file("learner.py", graph.replace("CALL", "trainLoader"))
                .finding(Component.TRAINING_CODE)
                .qualifiers())
        .contains(Qualifier.PARTIAL);
  }

  private static final String SCRIPT =
      """
      TOOL="jetmaker"
      if [[ "$1" == "deep" ]]; then
          NET="nets/deep.py"
          RUN="--batch-size 512 --start-lr 1e-3"
      fi
      $TOOL --data-train "a" --network $NET $RUN --num-epochs 50 --optimizer ranger
      """;

  private static Release tool(String script) {
    return new Release().file("run_jets.sh", script).file("nets/deep.py", "WIDTH = 3\n");
  }

  @Test
  void aTrainerThatAVariableNamesIsShownByItsName() {
    Finding found = tool(SCRIPT).finding(Component.TRAINING_CODE);
    assertThat(found.qualifiers()).contains(Qualifier.DELEGATED);
    assertThat(found.summary()).contains("jetmaker");
    assertThat(scratch(tool(SCRIPT.replace("--start-lr 1e-3", "")))).isEqualTo(State.ABSENT);
  }

  @Test
  void aReleaseThatDelegatesMayNameFineTuningAsAUseOfIt() {
    assertThat(tuning(tool(SCRIPT).file("nets/deep_finetune.py", "WIDTH = 3\n")))
        .isEqualTo(State.PRESENT);
    assertThat(tuning(tool(SCRIPT))).isEqualTo(State.ABSENT);
  }

  @Test
  void aLoopOnOneLineFetchesInAFolderOfData() {
    String fetches = "for i in 1 2 3; do wget https://hub.example/datasets/o/n/part_$i.pt; done\n";
    assertThat(data(Release.trained().file("datasets/download_all.sh", fetches)))
        .isEqualTo(State.PRESENT);
    assertThat(data(Release.trained().file("weights/download_all.sh", fetches)))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void whatOnlyReadsForALoopMakesNothing() {
    Release release =
        Release.trained()
            .file(
                "reader/dataloader.py",
                """
                import numpy as np

                class Patches:
                    def __getitem__(self, i):
                        return np.load(self.names[i])

                if __name__ == "__main__":
                    print("fine")
                """)
            .file("README.md", "# Data\n\n`dataloader.py` prepares chunks of the training data.\n");
    assertThat(data(release)).isEqualTo(State.ABSENT);
  }

  @Test
  void aModuleOfDataWorkThatIsNamedForMakingWritesForItsCallers() {
    String masks =
        """
        from scipy.io import savemat

        def generate_masks(video, name):
            savemat(name, {"masks": video > 3})
        """;
    assertThat(data(Release.trained().file("PreProcessing/generate_masks.py", masks)))
        .isEqualTo(State.PRESENT);
    assertThat(
            data(
                Release.trained()
                    .file("PreProcessing/generate_masks.py", masks.replace("savemat(", "show("))))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void anOperatorOfANetworkThatIsNamedForExtractingIsNoDataWork() {
    String operator =
        """
        template <typename T> void extract_patches_forward(const T *in, T *out, int n) {
          for (int i = 0; i < n; i++) out[i] = in[i];
        }
        """;
    assertThat(data(Release.trained().file("net/ops/extract_patches.h", operator)))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aTranslatorsToolIsToldItsRateAndBatches() {
    String script =
        """
        $TOOLS/marian --model model.npz --train-sets corpus.en corpus.es \\
            --mini-batch 1000 --learn-rate 0.0003
        """;
    assertThat(scratch(new Release().file("models/train.sh", script))).isEqualTo(State.PRESENT);
    assertThat(scratch(new Release().file("models/train.sh", script.replace("--learn-rate", "-x"))))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void settingsThatHandThemselvesToAFunctionForTraining() {
    String settings =
        """
        from acme.nmt import train

        if __name__ == "__main__":
            train(saveto="model.npz", lrate=0.0001, batch_size=80)
        """;
    assertThat(scratch(new Release().file("sample/config.py", settings))).isEqualTo(State.PRESENT);
    assertThat(scratch(new Release().file("sample/config.py", settings.replace("train(", "show("))))
        .isEqualTo(State.ABSENT);
  }

  private static final String TAGGER =
      """
      package org.acme.tags;

      import opennlp.tools.namefind.NameFinderME;

      public class Training {
        public static void trainTags(String file) {
          model = NameFinderME.train("en", "person", samples, params, features);
        }
      }
      """;

  @Test
  void aClassThatTheMainBesideItCallsIsStarted() {
    String path = "src/main/java/org/acme/tags/";
    String main =
        """
        package org.acme.tags;

        public class App {
          public static void main(String[] args) {
            CALL(args[1]);
          }
        }
        """;
    String readme = "# Tags\n\n```\npython show.py\n```\n";
    Release started =
        new Release()
            .file(path + "Training.java", TAGGER)
            .file(path + "App.java", main.replace("CALL", "Training.trainTags"))
            .file("show.py", "print(1)\n")
            .file("README.md", readme);
    Release apart =
        new Release()
            .file(path + "Training.java", TAGGER)
            .file(path + "App.java", main.replace("CALL", "Tagging.tag"))
            .file("show.py", "print(1)\n")
            .file("README.md", readme);
    assertThat(scratch(started)).isEqualTo(State.PRESENT);
    assertThat(scratch(apart)).isEqualTo(State.ABSENT);
  }

  @Test
  void aLoopAmongHelpersBelongsToTheNotebookThatStartsIt() {
    String helpers =
        """
        import torch

        def train(model, optimizer, loader):
            for x, y in loader:
                loss = model(x, y)
                loss.backward()
                optimizer.step()
        """;
    String notebook =
        """
        {"cells": [{"cell_type": "code", "source": [
        "import torch\\n",
        "from utils import train\\n",
        "MODEL",
        "optimizer = torch.optim.Adam(model.parameters(), lr=1e-4)\\n",
        "train(model, optimizer, loader)\\n"
        ]}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
        """;
    String fresh = "model = torch.nn.Linear(3, 3)\\n";
    String given =
        "from transformers import ASTForAudioClassification\\nmodel ="
            + " ASTForAudioClassification.from_pretrained('a/b')\\n";
    assertThat(
            scratch(
                new Release()
                    .file("lab/utils.py", helpers)
                    .file("lab/moods.ipynb", notebook.replace("MODEL", fresh))))
        .isEqualTo(State.PRESENT);
    assertOnlyTunes(
        new Release()
            .file("lab/utils.py", helpers)
            .file("lab/moods.ipynb", notebook.replace("MODEL", given)));
  }
}
