package dev.assay.code.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.Finding;
import dev.assay.model.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Programs with several modes of which one is named for running the model.
class ModesTest {
  private static Finding inference(String main) {
    return new Release()
        .file("main.py", "import argparse\nfrom net import Net\nfrom game import Board\n\n" + main)
        .file("net.py", Sources.NETWORK)
        .file("game.py", "class Board:\n    def start(self):\n        self.run_loop()\n")
        .finding(Component.INFERENCE_CODE);
  }

  private static String main(String options, String branch) {
    return """
    if __name__ == "__main__":
        parser = argparse.ArgumentParser()
        %s
        args = parser.parse_args()
        if args.train:
            fit(Net())
        %s
            Board(Net()).start()
    """
        .formatted(options, branch);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "elif args.mode == 'play':",
        "elif args.mode in ['predict', 'interactive']:",
        "elif args.phase == \"infer\":",
        "elif options['action'] == 'generate':",
        "elif FLAGS.command == 'transcribe':"
      })
  void aModeThatIsComparedWithAWordForRunningRunsTheModel(String branch) {
    Finding f = inference(main("parser.add_argument('--mode')", branch));
    assertThat(f.state()).isEqualTo(State.PRESENT);
    assertThat(f.evidence().getFirst().path()).isEqualTo("main.py");
    assertThat(f.evidence().getFirst().quote()).contains(branch.strip());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "parser.add_argument('--do', choices=['train', 'play'])",
        "parser.add_argument('what', choices=(\"predict\", \"train\", \"eval\"))",
        "parser.add_subparsers().add_parser('infer')"
      })
  void aModeThatIsOfferedByAWordForRunningRunsTheModel(String option) {
    assertThat(inference(main(option, "else:")).state()).isEqualTo(State.PRESENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "elif args.mode == 'test':",
        "elif args.mode == 'eval':",
        "elif args.mode == 'validate':",
        "elif args.model == 'player':",
        "elif args.task == 'translate':",
        "elif args.padding_mode == 'replicate':",
        "elif args.reward == 'play':"
      })
  void otherModesDoNot(String branch) {
    assertThat(inference(main("parser.add_argument('--mode')", branch)).state())
        .isEqualTo(State.ABSENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "parser.add_argument('--game', choices=['chess', 'play'])",
        "parser.add_argument('--task', choices=['translate', 'summarize'])"
      })
  void otherChoicesDoNot(String option) {
    assertThat(inference(main(option, "else:")).state()).isEqualTo(State.ABSENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tokenizer.py", "tests/run.py", "evaluation/main.py", "data/main.py"})
  void onlyProgramsThatHaveTheModelAreAsked(String path) {
    String body = main("parser.add_argument('--mode')", "elif args.mode == 'decode':");
    assertThat(
            new Release()
                .file(path, "import argparse\nimport words\n\n" + body.replace("Net()", "words"))
                .file("net.py", Sources.NETWORK)
                .finding(Component.INFERENCE_CODE)
                .state())
        .isEqualTo(State.ABSENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "strcmp(argv[1], \"predict\")",
        "0 == strcmp(argv[1], \"-generate\")",
        "!strcmp(argv[2], \"infer\")"
      })
  void inCTheWordIsComparedByAFunction(String test) {
    Release r =
        new Release()
            .file(
                "main.c",
                """
                #include "net.h"
                int main(int argc, char **argv) {
                  if (0 == strcmp(argv[1], "train")) { train_network(argv[2]); }
                  else if (%s) { network *net = load(argv[2]); go(net, argv[3]); }
                  return 0;
                }
                """
                    .formatted(test));
    assertThat(r.finding(Component.INFERENCE_CODE).state()).isEqualTo(State.PRESENT);
  }
}
