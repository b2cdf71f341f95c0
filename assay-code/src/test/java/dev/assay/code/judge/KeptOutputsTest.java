package dev.assay.code.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.Finding;
import dev.assay.model.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A program that trains, measures and runs the model by its options, told only by a command.
class KeptOutputsTest {
  private static final String MAIN =
      """
      import data
      from option import args
      from trainer import Trainer

      t = Trainer(args, data.Data(args))
      while not t.terminate():
          t.train()
          t.test()
      """;

  private static final String TRAINER =
      """
      class Trainer:
          def train(self):
              for lr, hr in self.loader:
                  self.optimizer.zero_grad()
                  loss = self.loss(self.model(lr), hr)
                  loss.backward()
                  self.optimizer.step()
      """;

  private static Finding inference(String readme, String script) {
    return new Release()
        .file("code/main.py", MAIN)
        .file("code/trainer.py", TRAINER)
        .file("code/model.py", Sources.NETWORK)
        .file("code/TestNet_scripts.sh", script)
        .file("README.md", "# Net\n\n## Test\n\n```bash\ncd code\n" + readme + "\n```\n")
        .finding(Component.INFERENCE_CODE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "python main.py --pre_train ../net.pt --test_only --save_results --chop",
        "python main.py --resume net.pt --eval --save-images",
        "python main.py --checkpoint=net.pt --evaluate --save_pred"
      })
  void testingGivenWeightsAndKeepingWhatComesOutRunsTheModel(String command) {
    Finding told = inference(command, "");
    assertThat(told.state()).isEqualTo(State.PRESENT);
    assertThat(told.evidence().getFirst().path()).isEqualTo("code/main.py");
    assertThat(told.evidence().getLast().path()).isEqualTo("README.md");
    assertThat(inference("ls", command + "\n").evidence().getLast().path())
        .isEqualTo("code/TestNet_scripts.sh");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "python main.py --pre_train ../net.pt --test_only",
        "python main.py --pre_train ../net.pt --save_results",
        "python main.py --test_only --save_results",
        "python main.py --pre_train ../net.pt --test_every 10 --save_results",
        "python main.py --pre_train ../net.pt --test_only --save_freq 10",
        "python other.py --pre_train ../net.pt --test_only --save_results"
      })
  void lessIsNone(String command) {
    assertThat(inference(command, command + "\n").state()).isEqualTo(State.ABSENT);
  }
}
