package dev.assay.code.judge;

import static dev.assay.code.judge.States.assertOnlyTunes;
import static dev.assay.code.judge.States.network;
import static dev.assay.code.judge.States.scratch;
import static dev.assay.code.judge.States.tuning;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// Programs that train, told by themselves: where their loop stands, what they do without weights,
/// what their folder is called.
class ByItselfTest {
  private static final String AT_TOP =
      """
      import tensorflow as tf
      from optparse import OptionParser

      parser = OptionParser()
      parser.add_option("-b", "--batch", dest="batch", default=20)
      opts, args = parser.parse_args()
      optimizer = tf.train.AdamOptimizer(1e-3)
      grads = optimizer.compute_gradients(loss)
      step = optimizer.apply_gradients(grads)

      def count(s):
          return len(s)

      while True:
          session.run([step], feed_dict={x: count(queue.get())})
      """;

  @Test
  void aLoopOutsideOfAllFunctionsIsStartedWithItsFile() {
    assertThat(
            new Release()
                .file("core/fit_net.py", AT_TOP)
                .finding(Component.TRAINING_CODE)
                .qualifiers())
        .doesNotContain(Qualifier.PARTIAL);
    String inside =
        AT_TOP
            .replace("optimizer = tf", "def make(loss):\n    optimizer = tf")
            .replace("grads = opt", "    grads = opt")
            .replace("step = opt", "    step = opt");
    assertThat(
            new Release()
                .file("core/fit_net.py", inside)
                .finding(Component.TRAINING_CODE)
                .qualifiers())
        .contains(Qualifier.PARTIAL);
  }

  private static final String FROM_ITS_TOP =
      """
      import sys
      from nets import wave
      from lib.sets import read_all

      def fit_one():
          net = wave.Wave(shape)
          net.fit(x, y)

      names = ["a", "b"]
      if sys.argv[1] == "all":
          for name in names:
              x, y = read_all(name)
              fit_one()
      """;

  private static final String WAVE =
      """
      import keras

      class Wave:
          def build(self, shape):
              x = keras.layers.Input(shape)
              y = keras.layers.Dense(3)(keras.layers.Conv1D(32, 8)(x))
              model = keras.models.Model(x, y)
              model.compile(loss="mse", optimizer=keras.optimizers.Adam())
              return model

          def fit(self, x, y):
              self.model.fit(x, y, epochs=90)
              self.model.save("wave.h5")
      """;

  @Test
  void aSourceThatWorksFromItsTopStartsTheLoopOfItsModule() {
    Release begun =
        new Release()
            .file("nets/__init__.py", "")
            .file("nets/wave.py", WAVE)
            .file("everything.py", FROM_ITS_TOP);
    assertThat(begun.finding(Component.TRAINING_CODE).qualifiers())
        .doesNotContain(Qualifier.PARTIAL);
    Release defined =
        new Release()
            .file("nets/__init__.py", "")
            .file("nets/wave.py", WAVE)
            .file(
                "everything.py", FROM_ITS_TOP.replace("        fit_one()", "        print(name)"));
    assertThat(defined.finding(Component.TRAINING_CODE).qualifiers()).contains(Qualifier.PARTIAL);
    Release tuned =
        new Release()
            .file("nets/__init__.py", "")
            .file("nets/wave.py", WAVE)
            .file("finetune.py", FROM_ITS_TOP + "if __name__ == '__main__':\n    fit_one()\n");
    assertThat(tuned.finding(Component.TRAINING_CODE).qualifiers()).contains(Qualifier.PARTIAL);
    Release broughtIn =
        new Release()
            .file("nets/__init__.py", "")
            .file("nets/wave.py", WAVE)
            .file("everything.py", FROM_ITS_TOP)
            .file("other.py", "import everything\n");
    assertThat(broughtIn.finding(Component.TRAINING_CODE).qualifiers()).contains(Qualifier.PARTIAL);
  }

  private static final String LOADS =
      """
      import argparse
      import torch
      from net import Net
      from lib import load_pretrained

      def main(options):
          net = Net(options)
          if CONDITION:
              load_pretrained(options.start, net)
          optimizer = torch.optim.AdamW(net.parameters(), lr=1e-3)
          for x, y in loader:
              loss = net(x, y)
              loss.backward()
              optimizer.step()

      if __name__ == "__main__":
          main(argparse.ArgumentParser().parse_args())
      """;

  @Test
  void weightsThatAreLoadedWhereAnOptionIsNotEmptyMayBeLeftOut() {
    for (String condition : new String[] {"options.start != ''", "options.start != \"\""}) {
      assertThat(scratch("main.py", LOADS.replace("CONDITION", condition)))
          .as(condition)
          .isEqualTo(State.PRESENT);
    }
    assertOnlyTunes(
        new Release().file("main.py", LOADS.replace("CONDITION", "options.kind != 'small'")));
  }

  private static final String EITHER =
      """
      import argparse
      import os
      from transformers import AutoModelForCausalLM, Trainer

      def main():
          args = argparse.ArgumentParser().parse_args()
          if args.start is not None and os.path.exists(args.start):
              model = AutoModelForCausalLM.from_pretrained(args.start)
          else:
              from models.modeling_gull import GullForCausalLM
              with placed():
                  model = MADE
          trainer = Trainer(model=model, args=args)
          trainer.train()

      if __name__ == "__main__":
          main()
      """;

  @Test
  void aProgramThatMakesItsOwnNetworkWhereNoWeightsAreGivenDoesBoth() {
    Release own =
        new Release().file("run_lm.py", EITHER.replace("MADE", "GullForCausalLM(config)"));
    assertThat(scratch(own)).isEqualTo(State.PRESENT);
    assertThat(tuning(own)).isEqualTo(State.PRESENT);
    // A library's network of any kind is what examples offer, whatever they are used for.
    assertOnlyTunes(
        new Release()
            .file("run_lm.py", EITHER.replace("MADE", "AutoModelForCausalLM.from_config(config)")));
  }

  private static final String CRATE =
      """
      use learner_lib::{optimiser::AdamW, schedule::Falling};

      fn main() {
          let initial_lr = 0.001;
          let superbatches = 400;
          let mut coach = Builder::default().optimiser(AdamW).build(|builder, inputs, targets| {
              let l0 = builder.new_weights("l0", 768, 256);
              let loss = l0.forward(inputs).cross_entropy_loss(targets);
              loss
          });
          coach.run(&Schedule { batch_size: 16384, end: superbatches, lr: initial_lr });
      }
      """;

  @Test
  void aMainWhoseFolderIsNamedForTrainingTrains() {
    assertThat(scratch("crates/train-value/src/main.rs", CRATE)).isEqualTo(State.PRESENT);
    assertThat(scratch("crates/play/src/main.rs", CRATE)).isNotEqualTo(State.PRESENT);
    assertThat(
            scratch(
                "crates/train-times/src/main.rs",
                "fn main() { let stations = read(); println!(\"{}\", stations.update()); }\n"))
        .isNotEqualTo(State.PRESENT);
  }

  @Test
  void whoSendsErrorsBackThroughANetworkAndTrainsLearns() {
    String net =
        """
        void Net::_forward_pro() { hidden_layer[0].times(mats[0], input_layer); }
        void Net::_back_pro() { slopes(); change(); }
        void Net::change() { mats[0].weights[0][0] += speed * hidden_layer[0].sita; }
        void Net::trainning() { _forward_pro(); _back_pro(); }
        """;
    assertThat(scratch("src/net.cpp", net)).isNotEqualTo(State.ABSENT);
    assertThat(scratch("src/net.cpp", net.replace("_back_pro", "_look_up")))
        .isEqualTo(State.ABSENT);
  }

  private static String notebook(String... lines) {
    return "{\"cells\": [{\"cell_type\": \"code\", \"source\": [\""
        + String.join("\\n\", \"", lines)
        + "\"]}], \"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": 5}";
  }

  @Test
  void aNotebookNamedForTransferTrainsOn() {
    String loop =
        notebook(
            "import torch",
            "import lib",
            "model = lib.models.Dense(weights='all')",
            "optimizer = torch.optim.Adam(model.classifier.parameters())",
            "for x, y in loader:",
            "    loss = model(x, y)",
            "    loss.backward()",
            "    optimizer.step()");
    assertThat(tuning(Release.trained().file("scripts/transfer_learning.ipynb", loop)))
        .isEqualTo(State.PRESENT);
    assertThat(tuning(Release.trained().file("scripts/transfer_files.ipynb", loop)))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aLearnerThatIsKeptBesideATunedModelIsTrainedFromNothing() {
    String boosted =
        notebook(
            "import xgboost as xgb",
            "model = xgb.XGBClassifier(n_estimators=100)",
            "model.fit(x_train, y_train)",
            "model.save_model('kept/boosted.json')");
    String tuned =
        notebook(
            "import torch",
            "from transformers import BertForTokenClassification",
            "model = BertForTokenClassification.from_pretrained('acme/prot')",
            "optimizer = torch.optim.AdamW(model.parameters(), lr=1e-5)",
            "for x, y in loader:",
            "    loss = model(x, y)",
            "    loss.backward()",
            "    optimizer.step()");
    assertThat(
            scratch(
                new Release().file("four/boosted.ipynb", boosted).file("six/tuned.ipynb", tuned)))
        .isEqualTo(State.PRESENT);
    assertThat(
            scratch(
                new Release()
                    .file("four/boosted.ipynb", boosted.replace("save_model(", "show("))
                    .file("six/tuned.ipynb", tuned)))
        .isEqualTo(State.ABSENT);
  }

  private static final String ON_VECTORS =
      """
      import torch
      import xgboost as xgb
      from transformers import AutoModel

      encoder = AutoModel.from_pretrained("acme/prot")

      def vectors(texts):
          with torch.no_grad():
              return encoder(texts).last_hidden_state

      model = xgb.XGBClassifier(n_estimators=100)
      model.fit(vectors(texts), labels)
      model.save_model("kept/boosted.json")
      """;

  @Test
  void aLearnerOnVectorsOfAGivenEncoderIsTrainedFromNothing() {
    assertThat(scratch("four/boost.py", ON_VECTORS)).isEqualTo(State.PRESENT);
    String whole = ON_VECTORS.replace("AutoModel", "AutoModelForCausalLM");
    assertThat(scratch("four/boost.py", whole)).isEqualTo(State.ABSENT);
    String none = ON_VECTORS.replace("xgb.XGBClassifier(n_estimators=100)", "make()");
    assertThat(scratch("four/boost.py", none)).isEqualTo(State.ABSENT);
  }

  private static final String SMALL =
      """
      import torch
      from torch import nn

      class Digits(nn.Module):
          def __init__(self):
              super().__init__()
              self.a = nn.Linear(784, 128)
              self.b = nn.Linear(128, 10)

          def forward(self, x):
              return self.b(torch.relu(self.a(x)))

      def main():
          model = Digits()
          optimizer = torch.optim.Adam(model.parameters())
          for x, y in loader:
              optimizer.zero_grad()
              loss = nn.functional.cross_entropy(model(x), y)
              loss.backward()
              optimizer.step()

      if __name__ == "__main__":
          main()
      """;

  @Test
  void aSmallNetworkThatItsOwnFileTrainsIsOne() {
    assertThat(network("digits.py", SMALL)).isEqualTo(State.PRESENT);
    String probe =
        SMALL.replace("self.b = nn.Linear(128, 10)", "").replace("self.b(torch.relu(", "((");
    assertThat(network("digits.py", probe)).isEqualTo(State.ABSENT);
    String head =
        SMALL
            .replace(
                "from torch import nn", "from torch import nn\nfrom transformers import AutoModel")
            .replace("model = Digits()", "base = AutoModel.from_pretrained('acme/base')");
    assertThat(network("digits.py", head)).isNotEqualTo(State.PRESENT);
  }

  @Test
  void layersOverGraphsInJuliaAreLayers() {
    String graph =
        """
        struct CellNet
            chain::Chain
        end
        function CellNet(n)
            chain = Chain(hidden = GraphConv(1 => n), dense = Dense(n => 1))
            return CellNet(chain)
        end
        """;
    assertThat(network("src/net.jl", graph)).isEqualTo(State.PRESENT);
    assertThat(network("src/net.jl", graph.replace("GraphConv(1", "label(1")))
        .isNotEqualTo(State.PRESENT);
  }

  private static final String STEPS =
      """
      # Steps

      ## Run training

      Copy [./train_lark.yaml](./train_lark.yaml) into the toolkit.

      ```sh
      cd ../egs2/birds/tts1
      ./run.sh \\
          --stage 6 \\
          --fs 22050 \\
          --train_config ./conf/tuning/train_lark.yaml
      ```
      """;

  @Test
  void settingsThatAreCopiedIntoAToolkitAreTheRecipeOfItsRun() {
    String settings = "optim: adam\nlr: 0.001\nmax_epoch: 100\n";
    Release release =
        new Release().file("training/train_lark.yaml", settings).file("training/STEPS.md", STEPS);
    assertThat(scratch(release)).isEqualTo(State.PRESENT);
    assertThat(release.finding(Component.TRAINING_CODE).qualifiers()).contains(Qualifier.DELEGATED);
    assertThat(
            scratch(
                new Release()
                    .file("training/train_lark.yaml", settings)
                    .file("training/STEPS.md", STEPS.replace("--train_config", "--show"))))
        .isEqualTo(State.ABSENT);
    assertThat(
            scratch(
                new Release()
                    .file("other/train_lark.yaml", settings)
                    .file("training/STEPS.md", STEPS)))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aProgramNamedForTrainingWithALibraryIsNoNetwork() {
    assertThat(network("crates/train-value/src/main.rs", CRATE)).isEqualTo(State.ABSENT);
    String loop =
        """
        #include <torch/torch.h>
        int main(int argc, char **argv) {
          float learningRate = 0.01f;
          for (int epoch = 0; epoch < epochs; epoch++) {
            auto loss = criterion(model.forward(x), y);
            optimizer.zero_grad();
            loss.backward();
            optimizer.step();
            weights = params;
          }
        }
        """;
    assertThat(
            new Release()
                .file("simple_trainer.cpp", loop)
                .finding(Component.TRAINING_CODE)
                .evidence()
                .getFirst()
                .quote())
        .contains("backward");
  }

  private static final String COMPILED =
      """
      from tensorflow import keras
      from tensorflow.keras import layers

      def cells(width):
          inputs = layers.Input((width, width, 3))
          x = layers.Conv2D(16, 3)(inputs)
          model = keras.Model(inputs, layers.Conv2D(1, 1)(x))
          model.compile(optimizer="adam", loss="binary_crossentropy")
          return model
      """;

  private static final String FITTED =
      """
      import tensorflow as tf
      import cells_model as cells

      model = cells.cells(256)
      results = model.fit(x, y, batch_size=16, epochs=50)
      """;

  @Test
  void aModelThatAModuleCompilesIsTrainedByTheProgramThatFitsIt() {
    Release both = new Release().file("cells_model.py", COMPILED).file("cells_script.py", FITTED);
    assertThat(scratch(both)).isEqualTo(State.PRESENT);
    assertThat(both.finding(Component.TRAINING_CODE).qualifiers()).isEmpty();
    assertThat(
            scratch(
                new Release()
                    .file("cells_model.py", COMPILED)
                    .file("cells_script.py", FITTED.replace("model.fit(x, y", "model.show(x, y"))))
        .isEqualTo(State.ABSENT);
    assertThat(
            scratch(
                new Release()
                    .file("cells_model.py", COMPILED)
                    .file("cells_script.py", FITTED.replace("cells_model as", "others as"))))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aLoopOfAJuliaLibraryThatIsCalledWholeTrains() {
    String loop = "using Flux\nout = Dense(186, 61)\nFlux.train!(loss, data, ADAM(params(out)))\n";
    assertThat(scratch("01-birds.jl", loop)).isEqualTo(State.PRESENT);
    assertThat(scratch("01-birds.jl", loop.replace("train!", "reset!"))).isEqualTo(State.ABSENT);
  }

  @Test
  void aStepThatAnOptimizerOfOldAppliesIsOne() {
    String losses =
        """
        import jax
        import flax

        def make_optimizer(config):
            return flax.optim.Adam(learning_rate=config.lr)

        def optimize(state, grad):
            return state.optimizer.STEP(grad, learning_rate=1e-3)

        def step(state, batch):
            loss, grad = jax.value_and_grad(state.loss)(batch)
            return optimize(state, grad)
        """;
    String run =
        """
        import jax
        import losses

        def train(config):
            for batch in batches(config):
                losses.step(state, batch)
        """;
    String main =
        """
        from absl import app
        import run_lib

        def main(argv):
            run_lib.train(FLAGS.config)

        if __name__ == "__main__":
            app.run(main)
        """;
    assertThat(
            scratch(
                new Release()
                    .file("losses.py", losses.replace("STEP", "apply_gradient"))
                    .file("run_lib.py", run)
                    .file("main.py", main)))
        .isEqualTo(State.PRESENT);
    assertThat(
            scratch(
                new Release()
                    .file("losses.py", losses.replace("STEP", "show"))
                    .file("run_lib.py", run)
                    .file("main.py", main)))
        .isEqualTo(State.ABSENT);
  }
}
