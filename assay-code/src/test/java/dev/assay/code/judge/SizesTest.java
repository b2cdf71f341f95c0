package dev.assay.code.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.Finding;
import dev.assay.model.Note;
import dev.assay.model.ProofLevel;
import org.junit.jupiter.api.Test;

/// Training code of this model: its settings make what the model's configuration states.
class SizesTest {
  private static final String TRAIN =
      "import torch\nimport argparse\nopt = torch.optim.Adam(m.parameters())\n"
          + "loss.backward()\nopt.step()\nif __name__ == '__main__':\n    train()\n";
  private static final String RUN =
      "lr: 0.001\nbatch_size: 8\nd_model: %s\nn_layers: 4\nn_heads: 2\nvocab_size: 99\n";
  private static final String MODEL =
      "{\"model_type\": \"m\", \"hidden_size\": 64, \"num_hidden_layers\": 4,"
          + " \"num_attention_heads\": 2, \"vocab_size\": 99}";

  private static Finding training(String run, String model) {
    return new Release()
        .file("train.py", TRAIN)
        .file("configs/base.yaml", run)
        .file("config.json", model)
        .finding(Component.TRAINING_CODE);
  }

  @Test
  void settingsThatMakeTheStatedNetworkAreConsistent() {
    Finding f = training(RUN.formatted("64"), MODEL);
    assertThat(f.level()).isEqualTo(ProofLevel.CONSISTENT);
    assertThat(f.notes())
        .anySatisfy(n -> {
          assertThat(n.kind()).isEqualTo(Note.Kind.AGREES);
          assertThat(n.text()).contains("configs/base.yaml", "config.json", "layers 4");
        });
  }

  @Test
  void oneSizeThatDiffersIsNoAgreement() {
    assertThat(training(RUN.formatted("32"), MODEL).level()).isEqualTo(ProofLevel.SEEN);
  }

  @Test
  void settingsOfAnotherNetworkAreRemarked() {
    Finding f =
        training(
            "lr: 0.001\nbatch_size: 8\nd_model: 1\nn_layers: 1\nn_heads: 1\nvocab_size: 1\n",
            MODEL);
    assertThat(f.notes()).anySatisfy(n -> assertThat(n.text()).contains("another network"));
    assertThat(f.level()).isEqualTo(ProofLevel.SEEN);
  }
}
