package dev.assay.code.judge;

import static dev.assay.code.judge.States.scratch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// What lies in a release and trains, and is not how its model was made.
class PackagesThatCameAlongTest {
  private static final String GUIDE = "# A voice\n\n## Use\n\n```\npython speak.py\n```\n";
  private static final String SPEAKS =
      """
      import torch
      from encoder.net import Net
      model = Net()
      model.load_state_dict(torch.load("voice.pt"))
      print(model(torch.zeros(1)))
      """;

  private static Release voice(String guide) {
    return new Release().file("README.md", guide).file("speak.py", SPEAKS);
  }

  @Test
  void theTrainerOfAPackageThatNobodyStartsIsNotTheReleases() {
    assertThat(scratch(voice(GUIDE).file("voice/encoder/training/main.py", Loops.SHORT)))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void itIsWhereTheDocumentsSpeakOfTraining() {
    String guide = GUIDE + "\n## Training\n\nSee the paper.\n";
    assertThat(scratch(voice(guide).file("voice/encoder/training/main.py", Loops.SHORT)))
        .isEqualTo(State.PRESENT);
  }

  @Test
  void itIsWhereItStandsAtTheTop() {
    assertThat(scratch(voice(GUIDE).file("train.py", Loops.SHORT))).isEqualTo(State.PRESENT);
  }

  @Test
  void aToyIsNoTrainerOfTheRelease() {
    assertThat(scratch(voice(GUIDE).file("examples/toy_train.py", Loops.SHORT)))
        .isEqualTo(State.ABSENT);
    assertThat(scratch(voice(GUIDE).file("examples/train.py", Loops.SHORT)))
        .isEqualTo(State.PRESENT);
  }

  @Test
  void aPackedSourceIsWhatWasBuilt() {
    String source =
        """
        class Net {
          train(data) {
            for (let epoch = 0; epoch < this.iterations; epoch += 1) {
              const error = this.cost(data);
              this.weights[0] += this.learningRate * error;
            }
          }
        }
        """;
    assertThat(scratch(new Release().file("src/net.js", source))).isEqualTo(State.PRESENT);
    String packed = source.replace("\n", " ").repeat(3);
    assertThat(scratch(new Release().file("static/net.js", packed))).isEqualTo(State.ABSENT);
  }

  /// A library in C++ that was copied brings its licence and its own way to be built.
  @Test
  void aCopiedLibraryOfAnotherLanguageIsSomebodyElses() {
    Release own =
        new Release()
            .file("LICENSE", "MIT License. Copyright Ada Gull.")
            .file("tools/sand/train.py", Loops.SHORT);
    for (String part : new String[] {"a", "b", "c", "d", "e"}) {
      own = own.file("net/" + part + ".py", "import os\n");
    }
    assertThat(scratch(own)).isEqualTo(State.PRESENT);
    Release copied = own.file("tools/sand/LICENSE", "BSD. Copyright Sand.");
    assertThat(scratch(copied)).isEqualTo(State.PRESENT);
    assertThat(scratch(copied.file("tools/sand/CMakeLists.txt", "project(Sand)\n")))
        .isEqualTo(State.ABSENT);
    // What is tuned in its examples is not told of the release either.
    Release tried =
        Release.trained()
            .file("tools/sand/LICENSE", "BSD. Copyright Sand.")
            .file("tools/sand/setup.py", "import os\n")
            .listed("tools/sand/examples/fine-tuning.ipynb");
    for (String part : new String[] {"a", "b", "c", "d", "e"}) {
      tried = tried.file("net/" + part + ".py", "import os\n");
    }
    assertThat(States.tuning(tried)).isEqualTo(State.ABSENT);
    assertThat(States.tuning(tried.listed("examples/fine-tuning.ipynb"))).isEqualTo(State.PRESENT);
  }

  /// A harness that lies in the release can measure it, whoever wrote it.
  @Test
  void aCopiedHarnessMeasures() {
    String runs =
        "import argparse\ndef main():\n    argparse.ArgumentParser().parse_args()\nif __name__ == '__main__':\n    main()\n";
    Release release = new Release().file("LICENSE", "MIT. Copyright Ada Gull.");
    for (String part : new String[] {"a", "b", "c", "d", "e"}) {
      release = release.file("net/" + part + ".py", "import os\n");
    }
    for (String folder : new String[] {"evaluation/sand", "tools/sand-eval"}) {
      release =
          release
              .file(folder + "/LICENSE", "BSD. Copyright Sand.")
              .file(folder + "/setup.py", "import os\n");
    }
    assertThat(States.evaluation(release)).isEqualTo(State.ABSENT);
    assertThat(States.evaluation(release.file("evaluation/sand/sand/run.py", runs)))
        .isEqualTo(State.PRESENT);
  }

  /// What is other people's beside a package says nothing of whose the package is.
  @Test
  void thePackageThatIsNearlyAllOfTheReleasesOwnCodeIsItsOwn() {
    Release release =
        new Release()
            .file("LICENSE", "MIT License. Copyright Ada Gull.")
            .file("Sand-Net/LICENSE", "MIT License. Copyright Lab.")
            .file("Sand-Net/setup.py", "import os\n")
            .file("Sand-Net/train.py", Loops.SHORT);
    for (String part : new String[] {"a", "b", "c", "d", "e"}) {
      release = release.file("third_party/env/" + part + ".py", "import os\n");
    }
    assertThat(scratch(release)).isEqualTo(State.PRESENT);
    for (String part : new String[] {"a", "b", "c", "d", "e"}) {
      release = release.file("net/" + part + ".py", "import os\n");
    }
    assertThat(scratch(release)).isEqualTo(State.ABSENT);
  }

  private static Release copied(String folder) {
    return new Release()
        .file("README.md", "# Depth\n")
        .file("demo.py", SPEAKS)
        .file(folder + "/LICENSE", "BSD")
        .file(folder + "/CMakeLists.txt", "project(All)")
        .file(folder + "/python/train.py", Loops.OVER_BATCHES);
  }

  @Test
  void aFrameworkThatWasCopiedWholeIsSomebodyElsesThoughItIsNearlyAllOfTheCode() {
    assertThat(scratch(copied("caffe"))).isEqualTo(State.ABSENT);
    assertThat(scratch(copied("depth"))).isEqualTo(State.PRESENT);
  }
}
