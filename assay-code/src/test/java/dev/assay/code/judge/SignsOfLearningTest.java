package dev.assay.code.judge;

import static dev.assay.code.judge.States.network;
import static dev.assay.code.judge.States.scratch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// Loops and networks that are told by what they do, where a helper computes the gradient or a
/// library's layers come in under no name.
class SignsOfLearningTest {
  @Test
  void whoClearsGradientsTrainsThoughAHelperComputesThem() {
    String engine =
        """
        import torch
        def one_epoch(net, loader, optimizer, scaler):
            for batch in loader:
                loss = net(batch)
                optimizer.CLEAR()
                scaler(loss, optimizer, parameters=net.parameters())
        """;
    Release release = new Release().file("engine.py", engine.replace("CLEAR", "zero_grad"));
    assertThat(scratch(release)).isEqualTo(State.PRESENT);
    assertThat(scratch("engine.py", engine.replace("CLEAR", "state_dict"))).isEqualTo(State.ABSENT);
  }

  private static final String KERAS =
      """
      import numpy as np
      from keras.models import *
      from keras.layers import *
      def build():
          x = Input((64, 64, 1))
          y = Conv2D(8, 3)(x)
          y = Conv2D(8, 3)(y)
          y = MaxPooling2D(2)(y)
          y = Conv2D(1, 1)(y)
          return y
      """;

  @Test
  void layersThatAStarBringsInAreLayers() {
    assertThat(network("model.py", KERAS)).isEqualTo(State.PRESENT);
    assertThat(network("model.py", KERAS.replace("keras.layers", "shapes.draw")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aCallThatOnlyOneLibraryHasNeedsNoImport() {
    String main = "from model import *\nnet = build()\nnet.CALL(batches(), epochs=3)\n";
    assertThat(scratch("main.py", main.replace("CALL", "fit_generator"))).isEqualTo(State.PRESENT);
    assertThat(scratch("main.py", main.replace("CALL", "predict_generator")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aBuilderOverTheLayersOfALibraryIsANetworkInAnyLanguage() {
    String r =
        """
        net <- function(shape) {
          x <- keras::layer_input(shape = shape)
          y <- keras::layer_conv_2d(x, filters = 8)
          y <- keras::layer_max_pooling_2d(y)
          keras::layer_dense(y, 10)
        }
        """;
    assertThat(network("R/model.R", r)).isEqualTo(State.PRESENT);
    assertThat(network("R/model.R", r.replace("keras::layer", "plot::geom")))
        .isEqualTo(State.ABSENT);
    String julia =
        """
        using Flux
        function read(rows)
            push!(parts, Flux.Chain(Flux.Conv(w, b), norm))
            push!(parts, Flux.Chain(upsample))
            return Flux.Chain(parts...)
        end
        """;
    assertThat(network("src/read.jl", julia)).isEqualTo(State.PRESENT);
    String rust =
        """
        impl Known for Small {
            fn evaluate(&self) {
                let a = ctx.op_norm(&x);
                let q = ctx.op_mul_mat(&w, &a);
                let s = ctx.op_soft_max(&q);
                let o = ctx.op_mul_mat(&v, &s);
            }
        }
        """;
    assertThat(network("models/small/lib.rs", rust)).isEqualTo(State.PRESENT);
  }

  @Test
  void aGraphWithItsUpdatesTrainsWhenAProgramReachesIt() {
    String steps =
        """
        import theano
        import theano.tensor as T
        def sgd(cost, params, lr):
            return [(p, p - lr * g) for p, g in zip(params, T.grad(cost, params))]
        """;
    String model = "from optimization import sgd\ndef build(): return sgd\n";
    String program =
        "import optparse\nfrom model import build\nf_train = build()\n"
            + "if __name__ == '__main__':\n    f_train(1)\n";
    Release release =
        new Release()
            .file("optimization.py", steps)
            .file("model.py", model)
            .file("train.py", program);
    assertThat(scratch(release)).isEqualTo(State.PRESENT);
    assertThat(scratch(new Release().file("optimization.py", steps).file("model.py", model)))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aTreeIsLearntByChoosingItsBranches() {
    String c =
        """
        float get_split_error(int code, float values[], int n);
        void grow_subtree(int codes[], float values[], int depth);
        int learn_new_stage(float rate)
        {
          for (int i = 0; i < most; ++i) grow_subtree(codes, values, 0);
          return 1;
        }
        """;
    assertThat(scratch("gen/stages.c", c)).isEqualTo(State.PRESENT);
    assertThat(scratch("gen/stages.c", c.replace("get_split_error", "get_line_length")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void topicsAreLearntByWhatFitsThem() {
    String r =
        """
        Topics <- R6Class("Topics", public = list(
          FIT = function(x, n_iter = 10) {
            counts <- table(x)
            weights <- prior + counts
            loglikelihood <- update(weights, counts)
          }))
        """;
    assertThat(scratch("R/topics.R", r.replace("FIT", "fit_transform"))).isEqualTo(State.PRESENT);
    assertThat(scratch("R/topics.R", r.replace("FIT", "show_counts"))).isEqualTo(State.ABSENT);
  }

  @Test
  void aFunctionThatTrainsMayLeaveTheMathematicsToItsNeighboursInPythonToo() {
    String train =
        """
        import numpy as np
        def train(data, epochs):
            for epoch in range(epochs):
                err = step(data.features, data.labels)
        """;
    String steps =
        """
        import numpy as np
        def update(weights, gradient, rate, learning_rate, decay):
            loss = weights - learning_rate * gradient
        """;
    assertThat(scratch(new Release().file("tag/work.py", train).file("tag/steps.py", steps)))
        .isEqualTo(State.PRESENT);
    assertThat(scratch(new Release().file("tag/work.py", train).file("other/steps.py", steps)))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aChainOfLayersOfOnesOwnIsANetwork() {
    String net =
        """
        import torch.nn as nn
        from own.parts import Conv2d
        class Block(nn.Module):
            def __init__(self):
                self.path = nn.CHAIN(nn.ReLU(), Conv2d(1, 2), nn.ReLU(), Conv2d(2, 2))
        class Front(nn.Module):
            def __init__(self):
                self.path = nn.CHAIN(Block(), Block())
        class Back(nn.Module):
            def __init__(self):
                self.path = nn.CHAIN(Block(), Block())
        """;
    assertThat(network("own/front.py", net.replace("CHAIN", "Sequential")))
        .isEqualTo(State.PRESENT);
    assertThat(network("own/front.py", net.replace("CHAIN", "MSELoss"))).isEqualTo(State.ABSENT);
  }
}
