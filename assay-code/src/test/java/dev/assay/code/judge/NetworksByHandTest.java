package dev.assay.code.judge;

import static dev.assay.code.judge.States.network;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// Networks that are written out without a library, in whatever language, and networks of a library
/// that a release changes.
class NetworksByHandTest {
  @Test
  void classesOfLayersAndNeuronsAreANetwork() {
    String layer =
        """
        export class Layer {
            private neurons: Neuron[];
            public forward(): void {
                this.neurons.forEach(n => n.activate());
            }
            public sigmoid(x: number): number {
                return 1 / (1 + Math.exp(-x));
            }
        }
        """;
    assertThat(network("src/Layer.ts", layer)).isEqualTo(State.PRESENT);
  }

  @Test
  void soIsAStructOfWeightsAndBiases() {
    String network =
        """
        pub struct Network { input_weights: [i16; 64], input_bias: [i16; 64], output_bias: i16 }
        impl Network {
            pub fn value(own: &Accumulator, other: &Accumulator) -> i32 { sum(own, other) }
        }
        """;
    assertThat(network("src/network.rs", network)).isEqualTo(State.PRESENT);
  }

  @Test
  void soAreFunctionsOverArraysInC() {
    String pass =
        """
        float bias[TOTAL], *weight[TOTAL], activation[TOTAL];
        void calculate_outputs()
        {
            for (int j = NUM_IN; j < NUM_IN + NUM_HID; j++)
                activation[j] = logistic(bias[j] + dot(weight[j], activation));
        }
        """;
    assertThat(network("src/second_pass.c", pass)).isEqualTo(State.PRESENT);
  }

  @Test
  void soAreClassesInCSharp() {
    String layer =
        """
        public class Layer
        {
            public readonly double[] weights;
            public readonly double[] biases;
            public double[] CalculateOutputs(double[] inputs)
            {
                return activation.Activate(Product(weights, inputs), biases);
            }
        }
        """;
    assertThat(network("Assets/Scripts/Layer.cs", layer)).isEqualTo(State.PRESENT);
  }

  /// A page has layers too, hides them and gives its letters a weight.
  @Test
  void layersOfAPageAreNoNetwork() {
    String page =
        """
        export class Layer {
            hidden = true;
            weight = "bold";
            forward(): void { this.network.activate(this); }
        }
        """;
    assertThat(network("web/layers.ts", page)).isEqualTo(State.ABSENT);
  }

  /// What only calls a network that is elsewhere defines none.
  @Test
  void usersOfANetworkDefineNone() {
    String user =
        """
        public class Window
        {
            void Draw() { view.Show(network.Layers, network.Weights, network.Biases, hidden); }
        }
        """;
    assertThat(network("Assets/Window.cs", user)).isEqualTo(State.ABSENT);
  }

  private static final String CHANGED =
      """
      from transformers import BertModel
      class PondModel(BertModel):
          def __init__(self, config):
              super().__init__(config)
              self.embeddings.position_embeddings = self.embeddings.word_embeddings
      """;

  @Test
  void aLibrarysNetworkWithAnotherPartIsANetwork() {
    assertThat(network("tune.py", CHANGED)).isEqualTo(State.PRESENT);
    assertThat(network("tune.py", CHANGED.replace("self.embeddings.position", "self.config.pos")))
        .isEqualTo(State.ABSENT);
  }

  /// What a class does in place of its base's making is no change of a network.
  @Test
  void aWrapperThatIsMadeAnewIsNone() {
    assertThat(network("tune.py", CHANGED.replace("super().__init__(config)", "pass")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void soIsOneThatComputesOtherwise() {
    String pooled =
        """
        import timm.models.vision_transformer
        class PondTransformer(timm.models.vision_transformer.VisionTransformer):
            def forward_features(self, x):
                return self.norm(self.blocks(x)).mean(1)
        """;
    assertThat(network("vit.py", pooled)).isEqualTo(State.PRESENT);
  }

  @Test
  void whatOnlyRunsANetworkOrLearnsByAnotherLossIsNone() {
    String runs = CHANGED.replace("self.embeddings.position_embeddings", "self.embeddings.at");
    assertThat(network("pond_inference_offload.py", runs)).isEqualTo(State.ABSENT);
    assertThat(network("tune.py", runs.replace("BertModel", "BertForCausalLM")))
        .isNotEqualTo(State.PRESENT);
  }

  @Test
  void anEncoderOfLabelsOrTextIsNone() {
    String encoder =
        """
        import torch
        import json
        class PondEncoder(json.JSONEncoder):
            def forward(self, o):
                return str(o)
        """;
    assertThat(network("tune.py", encoder)).isEqualTo(State.ABSENT);
  }

  /// Layers of a library of the release's own, by the names that they have everywhere.
  @Test
  void layersOfAnOwnLibraryOnTensorFlow() {
    String generator =
        """
        import tensorflow as tf
        import ponds.ops as ops
        def generator(x):
            x = ops.linear.Linear("in", 128, 512, x)
            x = tf.nn.relu(ops.conv.Conv1D("a", 64, 64, 5, x))
            x = tf.nn.relu(ops.conv.Conv1D("b", 64, 64, 5, x))
            return ops.conv.Conv1D("c", 64, 32, 1, x)
        """;
    assertThat(network("models.py", generator)).isEqualTo(State.PRESENT);
  }

  @Test
  void parametersThatAreAddedInC() {
    String trainer =
        """
        int main() {
          auto W = pc.add_parameters({8, 8});
          auto b = pc.add_parameters({8});
          auto V = pc.add_parameters({8, 8});
          auto c = pc.add_parameters({8});
          auto U = pc.add_parameters({1, 8});
          auto d = pc.add_parameters({1});
        }
        """;
    assertThat(network("c++/ponds.cc", trainer)).isEqualTo(State.PRESENT);
  }
}
