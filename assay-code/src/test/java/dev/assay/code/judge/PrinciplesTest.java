package dev.assay.code.judge;

import static dev.assay.code.judge.Release.trained;
import static dev.assay.code.judge.States.data;
import static dev.assay.code.judge.States.evaluation;
import static dev.assay.code.judge.States.inference;
import static dev.assay.code.judge.States.network;
import static dev.assay.code.judge.States.scratch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// What the fifth batch of unseen releases taught: what is said of a program by who starts it,
/// where it stands and what it works out, in any language.
class PrinciplesTest {
  private static final String LOOP = Loops.SHORT;

  @Test
  void aPackageThatRepeatsTheRootsLicenceIsOfTheSameRelease() {
    String licence = "Copyright A. Builder. Permission is granted.";
    for (String other : new String[] {licence, "Copyright somebody else. Permission is granted."}) {
      Release release =
          new Release()
              .file("LICENSE", licence)
              .file("net/LICENSE", other)
              .file("net/pyproject.toml", "[a]");
      for (int i = 0; i < 5; i++) {
        release.file("tools/t" + i + ".py", "print(1)\n");
      }
      release.file("net/train.py", LOOP);
      assertThat(scratch(release))
          .as(other)
          .isEqualTo(other.equals(licence) ? State.PRESENT : State.ABSENT);
    }
  }

  @Test
  void aLongLicenceNamesNobody() {
    Release release = new Release();
    String text = "x".repeat(11_357);
    release.file("LICENSE", text).file("net/LICENSE", text).file("net/pyproject.toml", "[a]");
    for (int i = 0; i < 5; i++) {
      release.file("tools/t" + i + ".py", "print(1)\n");
    }
    assertThat(release.file("net/train.py", LOOP).finding(Component.TRAINING_CODE).state())
        .isEqualTo(State.ABSENT);
  }

  private static final String MIXER =
      """
      import wave
      def mix(a):
          wave.open("mix.wav", "wb").writeframes(a)
      if __name__ == "__main__":
          mix(b"")
      """;

  @Test
  void whatADocumentStartsToMakeDataIsDataWork() {
    String under =
        "# Training\n\n"
            + "## Create the data sets\n\n"
            + "## Create the training dataset\n\n"
            + "```\n"
            + "python3 -m tools.automash\n"
            + "```\n";
    assertThat(data(trained().file("docs/training.md", under).file("tools/automash.py", MIXER)))
        .isEqualTo(State.PRESENT);
    assertThat(
            data(
                trained()
                    .file(
                        "docs/training.md", under.replace("Create the training dataset", "Listen"))
                    .file("tools/automash.py", MIXER)))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void whatAScriptOfDataWorkStartsIsDataWork() {
    String script =
        "#!/bin/bash\nDIR=$(dirname $0)\npython3 ${DIR}/to_latents.py --overwrite videos\n";
    assertThat(
            data(
                trained().file("tuner/preprocess.bash", script).file("tuner/to_latents.py", MIXER)))
        .isEqualTo(State.PRESENT);
    assertThat(data(trained().file("tuner/start.bash", script).file("tuner/to_latents.py", MIXER)))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aScriptThatWritesFromItsTopInAFolderOfDataWorkIsAProgram() {
    String script =
        "import numpy as np\nmeans = np.load('a.npy').mean()\nnp.save('means.npy', means)\n";
    assertThat(data(trained().file("data_process/statistics.py", script))).isEqualTo(State.PRESENT);
    assertThat(data(trained().file("plots/statistics.py", script))).isEqualTo(State.ABSENT);
  }

  @Test
  void whatLoadsTheWeightsAndWorksOutAMeasureMeasures() {
    String program =
        """
        import torch
        def main():
            model.load_state_dict(torch.load("a.pt"))
            with torch.no_grad():
                weighted_rmse(model(x), y)
        if __name__ == "__main__":
            main()
        """;
    assertThat(evaluation(trained().file("forecast.py", program))).isEqualTo(State.PRESENT);
    assertThat(evaluation(trained().file("forecast.py", program.replace("weighted_rmse", "draw"))))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void whatADocumentStartsToEvaluateMeasures() {
    String readme =
        "# Model\n\n## Reproducing the numbers of the paper\n\n    python all.py --config a.yml\n";
    String program = "import torch\nx = run(torch.load('a.pt'))\nprint(x)\n";
    assertThat(evaluation(trained().file("README.md", readme).file("all.py", program)))
        .isEqualTo(State.PRESENT);
    assertThat(
            evaluation(
                trained()
                    .file(
                        "README.md", readme.replace("Reproducing the numbers of the paper", "Use"))
                    .file("all.py", program)))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void gamesBetweenPlayersMeasureThem() {
    String match = "import match\nm = match.Match(one, other)\nprint(m.playGames(20))\n";
    assertThat(evaluation(trained().file("pit.py", match))).isEqualTo(State.PRESENT);
    assertThat(evaluation(trained().file("pit.py", match.replace("playGames", "show"))))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aBenchmarkInJavaScriptThatTakesTheTimeMeasuresNoQuality() {
    String bench =
        "async function main() { const a = lib.now(); await lib.detect(x); log(lib.now() - a); }\n"
            + "main();\n";
    assertThat(evaluation("demo/node-bench.js", bench)).isEqualTo(State.ABSENT);
  }

  @Test
  void anAgentThatLearnsStartsTraining() {
    String loop =
        "import torch\n"
            + "class Net:\n"
            + "    def fit_all(self):\n"
            + "        loss.backward()\n"
            + "        optimizer.step()\n"
            + "        self.net.parameters()\n";
    String program =
        "from coach import Coach\n"
            + "def main():\n"
            + "    Coach().learn()\n"
            + "if __name__ == '__main__':\n"
            + "    main()\n";
    assertThat(
            new Release()
                .file("game/network.py", loop)
                .file("main.py", program)
                .finding(Component.TRAINING_CODE)
                .qualifiers())
        .doesNotContain(Qualifier.PARTIAL);
    assertThat(
            new Release()
                .file("game/network.py", loop)
                .file("main.py", program.replace("learn", "show"))
                .finding(Component.TRAINING_CODE)
                .qualifiers())
        .contains(Qualifier.PARTIAL);
  }

  @Test
  void aTaggerWrittenOutInGoIsANetworkThatLearnsAndRuns() {
    String tagger =
        """
        package tag
        type averagedPerceptron struct { weights map[string]float64 }
        func newPerceptron(w map[string]float64) *averagedPerceptron { return &averagedPerceptron{w} }
        func (m *averagedPerceptron) train(s []string, n int) { m.update(s[0]); m.averageWeights() }
        func (m *averagedPerceptron) update(s string) { m.weights[s]++ }
        func (m *averagedPerceptron) averageWeights() { m.weights["a"] /= 2 }
        func (m *averagedPerceptron) predict(features []string) string { return most(features) }
        """;
    Release release = new Release().file("tag.go", tagger);
    assertThat(network(release)).isEqualTo(State.PRESENT);
    assertThat(inference(release)).isEqualTo(State.PRESENT);
    assertThat(scratch(release)).isEqualTo(State.PRESENT);
    String store = "package a\nfunc (s *store) update(k string) error { return s.put(k) }\n";
    assertThat(new Release().file("a.go", store).finding(Component.ARCHITECTURE).state())
        .isEqualTo(State.ABSENT);
  }

  @Test
  void picturesAreConvertedForTrainingAndWeightsForRunning() {
    String program =
        """
        import argparse
        def convert(a):
            a.save("x")
        if __name__ == "__main__":
            convert(argparse.ArgumentParser().parse_args())
        """;
    assertThat(data(trained().file("tools/convert_videos_to_frames.py", program)))
        .isEqualTo(State.PRESENT);
    assertThat(data(trained().file("tools/convert_weights_to_other.py", program)))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void layersThatPropagateInRustAreANetwork() {
    String layers =
        "pub fn propagate_l1(x: &[i16]) { add(x) }\npub fn propagate_l2(x: &[f32]) { add(x) }\n";
    assertThat(
            new Release()
                .file("src/nnue/network/layers.rs", layers)
                .finding(Component.ARCHITECTURE)
                .state())
        .isEqualTo(State.PRESENT);
    assertThat(
            new Release()
                .file("src/nnue/network/layers.rs", layers.replace("propagate", "print"))
                .finding(Component.ARCHITECTURE)
                .state())
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aProgramThatGeneratesPositionsForTrainingMakesData() {
    String datagen = "pub fn gen_data(n: usize) { let g = play(n); write(g); }\n";
    assertThat(data("src/datagen.rs", datagen)).isEqualTo(State.PRESENT);
    assertThat(data("src/search.rs", datagen)).isEqualTo(State.ABSENT);
  }

  @Test
  void aRawStringInGoHasNoEscapes() {
    String text =
        "package a\n"
            + "var keep = regexp.MustCompile(`\\d\\`)\n"
            + "func (p *perceptron) predict(x []string) string { return most(x) }\n"
            + "type perceptron struct { w int }\n";
    assertThat(new Release().file("a.go", text).finding(Component.INFERENCE_CODE).state())
        .isEqualTo(State.PRESENT);
  }
}
