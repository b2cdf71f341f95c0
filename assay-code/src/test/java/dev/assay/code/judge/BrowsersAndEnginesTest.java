package dev.assay.code.judge;

import static dev.assay.code.judge.States.evaluation;
import static dev.assay.code.judge.States.inference;
import static dev.assay.code.judge.States.network;
import static dev.assay.code.judge.States.scratch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// What browsers and engines for weights are told to do.
class BrowsersAndEnginesTest {
  @Test
  void aPageThatFitsLayersTrainsThem() {
    String page =
        """
        import * as tf from '@tensorflow/tfjs';
        import {Pears} from './pears';
        const pears = new Pears();
        async function go() {
          const model = tf.sequential();
          model.add(tf.layers.dense({units: 8, inputShape: [4]}));
          model.add(tf.layers.dense({units: 1}));
          model.compile({optimizer: 'adam', loss: 'meanSquaredError'});
          await model.fit(pears.x, pears.y, {epochs: 9});
          const [loss, acc] = model.evaluate(pears.testX, pears.testY);
          const precision = tf.metrics.precision(pears.targets, model.predict(pears.testX));
          console.log(loss, acc, precision);
        }
        go();
        """;
    assertThat(scratch("pears/index.js", page)).isEqualTo(State.PRESENT);
    assertThat(network("pears/index.js", page)).isEqualTo(State.PRESENT);
    assertThat(evaluation("pears/index.js", page)).isEqualTo(State.PRESENT);
  }

  @Test
  void aWorkerThatLoadsAModelAndGeneratesRunsIt() {
    String worker =
        """
        import {
          AutoTokenizer,
          AutoModelForCausalLM,
        } from '@huggingface/transformers';
        class Talk {
          static async get() {
            this.model ??= AutoModelForCausalLM.from_pretrained('a/b');
            return this.model;
          }
        }
        async function answer(messages) {
          const model = await Talk.get();
          return model.generate({inputs: messages, max_new_tokens: 9});
        }
        """;
    assertThat(inference("src/worker.js", worker)).isEqualTo(State.PRESENT);
  }

  @Test
  void aScriptOfAPageThatLoadsAndClassifiesRunsIt() {
    String page =
        """
        async function look() {
          const net = await tf.automl.loadImageClassification('net.json');
          const found = await net.classify(document.getElementById('pear'));
          console.log(found);
        }
        look();
        """;
    assertThat(inference("look.js", page)).isEqualTo(State.PRESENT);
  }

  @Test
  void aProgramWithASessionOfAnEngineRunsTheModel() {
    String main =
        """
        #include <onnxruntime_cxx_api.h>
        #include <iostream>
        int main(int argc, char* argv[]) {
          Ort::Env env(ORT_LOGGING_LEVEL_WARNING, "pears");
          Ort::SessionOptions options;
          Ort::Session session(env, argv[1], options);
          auto out = session.Run(Ort::RunOptions{nullptr}, ins, &in, 1, outs, 1);
          std::cout << out.front().GetTensorMutableData<float>()[0];
        }
        """;
    assertThat(inference("pears.cpp", main)).isEqualTo(State.PRESENT);
  }

  @Test
  void aClassAroundAnEngineRunsItToo() {
    String part =
        """
        #include "pears.h"
        #include <torch/script.h>
        Pears::Pears(const std::string& path) { module_ = torch::jit::load(path); module_.eval(); }
        at::Tensor Pears::look(const at::Tensor& x) { return module_.forward({x}).toTensor(); }
        """;
    assertThat(inference("src/pears.cpp", part)).isEqualTo(State.PRESENT);
  }

  @Test
  void anEngineThatOnlyCountsRunsNothing() {
    String main =
        """
        #include <iostream>
        int main() { Queue queue; queue.Run(3); std::cout << queue.Size(); }
        """;
    assertThat(inference("queue.cpp", main)).isEqualTo(State.ABSENT);
  }

  @Test
  void aLoaderInLuaRunsNothing() {
    String loader =
        """
        local Loader = {}
        function Loader.create(dir)
          local self = {}
          self.data = torch.load(path.join(dir, 'data.t7'))
          self.vocab = torch.load(path.join(dir, 'vocab.t7'))
          return self
        end
        return Loader
        """;
    assertThat(inference("util/Loader.lua", loader)).isEqualTo(State.ABSENT);
  }

  @Test
  void layersThatAreJoinedByFunctionsAreANetwork() {
    String net =
        """
        use tch::nn;
        pub fn pears(p: &nn::Path, classes: i64) -> impl nn::ModuleT {
            let stem = nn::conv2d(p / "stem", 3, 8, 3, Default::default());
            let head = nn::linear(p / "head", 8, classes, Default::default());
            nn::func_t(move |xs, train| xs.apply(&stem).relu().dropout(0.1, train).apply(&head))
        }
        """;
    assertThat(network("src/pears.rs", net)).isEqualTo(State.PRESENT);
    String blocks =
        """
        import ai.djl.nn.SequentialBlock;
        import ai.djl.nn.convolutional.Conv1d;
        import ai.djl.nn.core.Linear;
        class Pears {
          SequentialBlock make() {
            SequentialBlock block = new SequentialBlock();
            block.add(Conv1d.builder().setFilters(8).build());
            block.add(Conv1d.builder().setFilters(8).build());
            block.add(Linear.builder().setUnits(2).build());
            return block;
          }
        }
        """;
    assertThat(network("src/Pears.java", blocks)).isEqualTo(State.PRESENT);
  }

  @Test
  void aLoopOfALibraryIsNoLearnerByHand() {
    String training =
        """
        use burn::train::{Learner, SupervisedTraining};
        pub fn train(config: Settings, device: Device) {
            let training = SupervisedTraining::new(DIR, batches_train, batches_valid);
            let model = Pears::new(config.weights, config.epochs);
            let loss = training.launch(Learner::new(model, config.optimizer.init(), config.rate));
        }
        """;
    assertThat(scratch("src/training.rs", training)).isEqualTo(State.PRESENT);
    assertThat(network("src/training.rs", training)).isNotEqualTo(State.PRESENT);
  }
}
