package dev.assay.code.judge;

import static dev.assay.code.judge.States.evaluation;
import static dev.assay.code.judge.States.inference;
import static dev.assay.code.judge.States.network;
import static dev.assay.code.judge.States.scratch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// What the third batch of unseen releases taught: programs in other languages and of older habits.
class OtherLanguagesTest {
  @Test
  void torchLayersInLuaAreANetwork() {
    String network =
        """
        require 'nn'
        local function cnn(channels)
           local model = nn.Sequential()
           model:add(nn.SpatialConvolutionMM(channels, 32, 3, 3))
           model:add(nn.LeakyReLU(0.1, true))
           model:add(nn.SpatialConvolutionMM(32, channels, 3, 3))
           return model
        end
        """;
    assertThat(network("lib/cnn.lua", network)).isEqualTo(State.PRESENT);
    assertThat(network("lib/other.lua", "local t = table.concat(x)\n")).isEqualTo(State.ABSENT);
  }

  /// Layers by the short names that a file gives them; what is called where it is named is a value.
  @Test
  void layersOfLuaHaveShortNames() {
    String network =
        """
        local nn = require 'nn'
        local Conv = cudnn.SpatialConvolution
        local Pool = nn.SpatialMaxPooling
        return function(opt)
           local model = nn.Sequential()
           model:add(Conv(3, 32, 3, 3))
           model:add(Pool(2, 2))
           return model
        end
        """;
    assertThat(network("models/pond.lua", network)).isEqualTo(State.PRESENT);
    assertThat(network("models/pond.lua", network.replace("convolution", "x").replace("nn.", "a.")))
        .isEqualTo(State.ABSENT);
  }

  /// A network of a library of Python that is defined from Julia.
  @Test
  void aNetworkThatJuliaDefinesInPython() {
    String network =
        """
        @pydef mutable struct Pond <: nn.Module
            function __init__(self)
                self.a = nn.Conv1d(3, 64, kernel_size=3)
                self.b = nn.Conv1d(64, 3, kernel_size=3)
            end
        end
        """;
    assertThat(network("src/Pond.jl", network)).isEqualTo(State.PRESENT);
    assertThat(network("src/Pond.jl", network.replace("nn.", "qq."))).isEqualTo(State.ABSENT);
  }

  @Test
  void aScriptInLuaThatMakesDataIsDataProcessing() {
    String script =
        """
        require 'image'
        local function crop(x) return image.crop(x, 1, 1) end
        local cmd = torch.CmdLine()
        torch.save("train.t7", crop(image.load(arg[1])))
        """;
    String trainer = "require 'optim'\nmodel:backward(x, d)\noptim.adam(f, params, state)\n";
    assertThat(
            new Release()
                .file("train.lua", trainer)
                .file("convert_data.lua", script)
                .finding(Component.DATA_PROCESSING_CODE)
                .state())
        .isEqualTo(State.PRESENT);
  }

  @Test
  void aMethodOfPredictInRRunsTheModel() {
    String method =
        """
        predict.forest_fit <- function(object, new_data, ...) {
          forward(object, new_data)
        }
        """;
    assertThat(inference("R/model.R", method)).isEqualTo(State.PRESENT);
    assertThat(inference("R/use.R", "x <- predict(m, d)\n")).isEqualTo(State.ABSENT);
  }

  @Test
  void aTrainerInCWithALearningRateAndGradientsIsALoop() {
    String trainer =
        """
        int train_vectors(void) {
          real eta = 0.05;
          for (b = 0; b < size; b++) {
            gradsq[b] = 1.0;
            grad = diff * w[b];
            w[b] -= eta * grad;
          }
          return 0;
        }
        int main(int argc, char **argv) { return train_vectors(); }
        """;
    assertThat(scratch("src/vectors.c", trainer)).isEqualTo(State.PRESENT);
    String picture =
        "int edges(void) { grad = a - b; out[0] = grad; return 0; }\nint main() { return edges(); }\n";
    assertThat(scratch("src/edges.c", picture)).isEqualTo(State.ABSENT);
  }

  @Test
  void wordsOfANameInCapitalsAreTold() {
    String trainer =
        """
        package nlp;
        public class NLPTrain {
          public static void main(String[] args) { new Trainer().train(args[0]); }
          void train(String file) { model.update(file); }
        }
        """;
    assertThat(scratch("src/main/java/nlp/NLPTrain.java", trainer)).isEqualTo(State.PRESENT);
  }

  @Test
  void aProgramNamedForTestsWithOptionsTestsTheModel() {
    String test =
        """
        import argparse
        import torch
        from model import Net
        p = argparse.ArgumentParser()
        p.add_argument("--weights")
        net = Net()
        net.load_state_dict(torch.load(p.parse_args().weights))
        """;
    assertThat(evaluation("test.py", test)).isEqualTo(State.PRESENT);
    assertThat(evaluation("tests/test_net.py", test)).isEqualTo(State.ABSENT);
    assertThat(evaluation("test_net.py", "import pytest\n" + test)).isEqualTo(State.ABSENT);
  }

  @Test
  void aProgramThatLoadsWeightsAndDoesNotLearnRunsTheModel() {
    String program =
        """
        import argparse
        import torch
        from net import load_retriever

        def embed(model, texts):
            with torch.no_grad():
                return model(texts)

        if __name__ == "__main__":
            model = load_retriever("x")
            model.eval()
            print(embed(model, ["a"]))
        """;
    assertThat(inference("passages.py", program)).isEqualTo(State.PRESENT);
    assertThat(inference("quantize_weights.py", program)).isEqualTo(State.ABSENT);
  }

  @Test
  void anOptionOfAFlagsLibraryMakesATrainerEvaluate() {
    String trainer =
        """
        from absl import flags
        import tensorflow as tf
        flags.DEFINE_bool("do_eval", False, "")
        def main(_):
            estimator.train(input_fn)
            grads = tape.gradient(loss, v)
            optimizer.apply_gradients(zip(grads, v))
            if flags.FLAGS.do_eval:
                estimator.check(input_fn)
        if __name__ == "__main__":
            main(0)
        """;
    assertThat(evaluation("train_classifier.py", trainer)).isEqualTo(State.PRESENT);
    assertThat(evaluation("train_classifier.py", trainer.replace("do_eval", "verbose")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void fineTuningOfSettingsIsNoFineTuning() {
    var release =
        new Release()
            .file("model.py", "")
            .file(
                "train.py",
                """
                import torch
                def main():
                    optimizer = torch.optim.AdamW(net.parameters())
                    loss.backward()
                    optimizer.step()
                if __name__ == "__main__":
                    main()
                """);
    assertThat(
            release
                .file("README.md", "It is hard to fine-tune the many hyperparameters.\n")
                .finding(Component.FINE_TUNING_CODE)
                .state())
        .isEqualTo(State.ABSENT);
    assertThat(
            release
                .file("conf/cord.yaml", "pretrained_model_name_or_path: \"some/base\"\n")
                .finding(Component.FINE_TUNING_CODE)
                .state())
        .isEqualTo(State.PRESENT);
  }

  @Test
  void aCopiedTreeThatTheProgramsImportHoldsTheNetwork() {
    String network =
        """
        import torch.nn as nn
        class A(nn.Module):
            def __init__(self):
                self.a = nn.Linear(4, 4)
        class B(nn.Module):
            def __init__(self):
                self.a = nn.Linear(4, 4)
        class C(nn.Module):
            def __init__(self):
                self.a = nn.Linear(4, 4)
        """;
    var release =
        new Release()
            .file("copied/nets.py", network)
            .listed("copied/LICENSE")
            .listed("copied/setup.py");
    for (int i = 0; i < 6; i++) {
      release.file("own" + i + ".py", "x = f(" + i + ")\n");
    }
    assertThat(network(release)).isEqualTo(State.ABSENT);
    release.file("policy.py", "from copied.nets import A\n\nprint(A())\n");
    assertThat(network(release)).isEqualTo(State.PRESENT);
  }

  @Test
  void aTestOfOneThingMeasuresOnlyWhereItShowsIt() {
    String test =
        """
        import argparse
        import torch
        p = argparse.ArgumentParser()
        p.add_argument("--weights")
        net = torch.load(p.parse_args().weights)
        """;
    assertThat(evaluation("scripts/streaming_test.py", test)).isEqualTo(State.ABSENT);
    String measured = test + "for x in torch.utils.data.DataLoader(d): net(x)\n";
    assertThat(evaluation("scripts/streaming_test.py", measured)).isEqualTo(State.PRESENT);
  }

  @Test
  void aSolverAndItsNetworkAreATrainingThatTheFrameworkCarriesOut() {
    String solver = "net: \"train_val.prototxt\"\nbase_lr: 0.04\nlr_policy: \"poly\"\n";
    assertThat(scratch("net/solver.prototxt", solver)).isEqualTo(State.PRESENT);
    String layers =
        """
        layer { name: "conv1" type: "Convolution" bottom: "data" top: "conv1"
          convolution_param { num_output: 64 kernel_size: 3 } }
        layer { name: "pool1" type: "Pooling" bottom: "conv1" top: "pool1"
          pooling_param { kernel_size: 3 } }
        """;
    assertThat(network("net/deploy.prototxt", layers)).isEqualTo(State.PRESENT);
    assertThat(scratch("net/deploy.prototxt", layers)).isEqualTo(State.ABSENT);
  }

  @Test
  void aNetworkWrittenIntoARecipeIsANetwork() {
    String recipe = "steps/nnet3/%s --xconfig-file $dir/network.xconfig --config-dir $dir\n";
    assertThat(network("run.sh", recipe.formatted("xconfig_to_configs.py")))
        .isEqualTo(State.PRESENT);
    assertThat(network("run.sh", recipe.formatted("get_egs.sh"))).isNotEqualTo(State.PRESENT);
  }

  @Test
  void whatIsMadeOfWhatIsDataWork() {
    String program =
        """
        import argparse
        import pandas
        def main():
            pandas.read_csv("a").to_parquet("b")
        if __name__ == "__main__":
            main()
        """;
    String loop = "loss.backward()\noptimizer.step()\nloss.zero_grad()\n";
    Release release = new Release().file("train.py", loop);
    assertThat(
            release
                .file("scripts/csv_to_records.py", program)
                .finding(Component.DATA_PROCESSING_CODE)
                .state())
        .isEqualTo(State.PRESENT);
    assertThat(
            new Release()
                .file("train.py", loop)
                .file("scripts/csv_to_figure.py", program)
                .finding(Component.DATA_PROCESSING_CODE)
                .state())
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aDistanceBetweenPicturesIsAMeasure() {
    String program =
        """
        import argparse
        import torch
        if __name__ == "__main__":
            p = argparse.ArgumentParser()
            print(p)
        """;
    assertThat(evaluation("fid.py", program)).isEqualTo(State.PRESENT);
    assertThat(evaluation("fit.py", program)).isEqualTo(State.ABSENT);
  }

  @Test
  void aForecastAndAModelOfABrowserAreRun() {
    String forecast =
        """
        import argparse
        import torch
        import timeseries
        if __name__ == "__main__":
            p = argparse.ArgumentParser()
            model = timeseries.load_model("x")
            print(model.%s(p))
        """;
    assertThat(inference("scripts/csv.py", forecast.formatted("forecast")))
        .isEqualTo(State.PRESENT);
    assertThat(inference("scripts/csv.py", forecast.formatted("describe"))).isEqualTo(State.ABSENT);
    String browser =
        "import * as tf from '@tensorflow/tfjs';\nconst m = await tf.loadLayersModel(u);\nm.%s(x);\n";
    assertThat(inference("src/core.ts", browser.formatted("predict"))).isEqualTo(State.PRESENT);
  }
}
