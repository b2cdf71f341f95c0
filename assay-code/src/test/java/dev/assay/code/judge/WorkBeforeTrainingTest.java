package dev.assay.code.judge;

import static dev.assay.code.judge.Release.trained;
import static dev.assay.code.judge.States.data;
import static dev.assay.code.judge.States.evaluation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is done to data once before training: by scripts that act when they are run, by programs
/// that are named for what they make, by tasks that are defined for a library.
class WorkBeforeTrainingTest {
  /// A script that calls its own functions in a loop, from its top, acts when it is run.
  @Test
  void aScriptActsWhenItIsRun() {
    String script =
        """
        import os
        def keep(path, rows):
            with open(path, "w") as f:
                f.write(rows)
        for part in ["a", "b"]:
            keep(part, os.listdir(part))
        """;
    assertThat(data(trained().file("lab/make_spots.py", script))).isEqualTo(State.PRESENT);
    // A value that a module works out when it is imported is no act, nor is a decorator.
    String module = script.substring(0, script.indexOf("for part")) + "SIZE = keep(1, 2)\n";
    assertThat(data(trained().file("lab/make_spots.py", module))).isEqualTo(State.ABSENT);
    String decorated = module.replace("SIZE = keep(1, 2)", "@keep(1, 2)\ndef other(): pass");
    assertThat(data(trained().file("lab/make_spots.py", decorated))).isEqualTo(State.ABSENT);
  }

  /// A script at the top of a release that loads weights may run them, whatever is in its name.
  @Test
  void whatLoadsWeightsFromItsTopMayRunThem() {
    String script = "import torch\nm = torch.load('a.pt')\nout.write(m(open('x').read()))\n";
    assertThat(data(trained().file("live_processing.py", script))).isEqualTo(State.ABSENT);
    assertThat(data(trained().file("data/live_processing.py", script))).isEqualTo(State.PRESENT);
  }

  /// A program's name tells what it makes, also behind the name of what it belongs to.
  @ParameterizedTest
  @CsvSource({
    "pre_encode.py, true",
    "precompute_latents.py, true",
    "birds_prepare_tfrecord.py, true",
    "download_dataset.py, true",
    "parse_metadata.py, true",
    "clean_birds.py, true",
    "preprocess.py, true",
    "augment.py, false",
    "pretend.py, false",
    "build_latent_trt.py, false",
    "build_engines.py, false",
    "make_table.py, false",
    "prepare_pyproject.py, false",
    "process_args.py, false",
    "show_generated_text.py, false"
  })
  void theNameTellsWhatIsMade(String name, boolean makes) {
    assertThat(data(trained().file("tools/" + name, Sources.PROGRAM)))
        .isEqualTo(makes ? State.PRESENT : State.ABSENT);
  }

  /// A verb alone needs records that are written.
  @Test
  void aVerbAloneMustWrite() {
    String writes = Sources.PROGRAM.replace("parse_args()", "parse_args()\n    sf.write(a, b)");
    assertThat(data(trained().file("augment.py", writes))).isEqualTo(State.PRESENT);
    assertThat(data(trained().file("wander.py", writes))).isEqualTo(State.ABSENT);
  }

  /// A 2 between words is a "to"; what makes sounds of something else is a model.
  @ParameterizedTest
  @CsvSource({
    "voc2lines.py, true",
    "flac2wav.py, true",
    "token2wav.py, false",
    "voc2onnx.py, false"
  })
  void oneFormBecomesAnother(String name, boolean turns) {
    String program =
        Sources.PROGRAM.replace(
            "parse_args()", "parse_args()\n    out.write(open('a').read())\n    print(1)");
    assertThat(data(trained().file("tools/" + name, program)))
        .isEqualTo(turns ? State.PRESENT : State.ABSENT);
  }

  /// Folders named for a field of work do not say that what is in them runs a model.
  @Test
  void aFolderOfEveryKindOfWorkRunsNothing() {
    String program =
        """
        import argparse
        import torch
        def main():
            argparse.ArgumentParser().parse_args()
            torch.save(resample(open("a")), "b")
        if __name__ == "__main__":
            main()
        """;
    assertThat(data(trained().file("tts/bin/resample.py", program))).isEqualTo(State.PRESENT);
    assertThat(data(trained().file("serving/bin/filter_it.py", program))).isEqualTo(State.ABSENT);
  }

  /// Data is converted with a library that loads things too, when the name says that it is data.
  @Test
  void dataIsConverted() {
    String program =
        Sources.PROGRAM.replace("parse_args()", "parse_args()\n    out.write(load_model('a'))");
    assertThat(data(trained().file("tools/convert_bird_data.py", program)))
        .isEqualTo(State.PRESENT);
    assertThat(data(trained().file("tools/convert_birds.py", program))).isEqualTo(State.ABSENT);
  }

  /// A task is raw records and the steps that make examples of them; a library carries them out.
  @Test
  void aTaskIsDefinedForALibrary() {
    String tasks =
        """
        import seqio
        def add(name):
            seqio.TaskRegistry.add(name, source, preprocessors=[seqio.preprocessors.tokenize])
        """;
    assertThat(data(trained().file("lab/tasks.py", tasks))).isEqualTo(State.PRESENT);
    assertThat(data(trained().file("lab/tasks.py", tasks.replace("TaskRegistry.add", "list"))))
        .isEqualTo(State.ABSENT);
  }

  /// A module that the running of the model brings in serves it, though it can be tried out.
  @Test
  void aModuleOfTheRunningServesIt() {
    String reader =
        """
        import json
        class Words:
            def normalize(self, text):
                return json.load(open("dataset.json"))
            def keep(self, annotations):
                json.dump(annotations, open("filtered.json", "w"))
        if __name__ == "__main__":
            Words().normalize("a")
        """;
    String runs =
        "import torch\nfrom lab.words import Words\nnet.load_state_dict(torch.load('a'))\n";
    assertThat(data(trained().file("lab/words.py", reader))).isEqualTo(State.PRESENT);
    assertThat(data(trained().file("lab/words.py", reader).file("infer.py", runs)))
        .isEqualTo(State.ABSENT);
  }

  /// A document starts a script among data work to make data, whatever tools it uses.
  @Test
  void aDocumentStartsAScriptForData() {
    String script = "#!/bin/bash\npython3 cut.py --in a --out b\n";
    String guide = "# Birds\n## Preprocess the data\n```\nbash data/birds.sh\n```\n";
    assertThat(data(trained().file("data/birds.sh", script).file("README.md", guide)))
        .isEqualTo(State.PRESENT);
    assertThat(data(trained().file("data/birds.sh", script))).isEqualTo(State.ABSENT);
  }

  /// A module of metrics beside what trains measures it; a measure made as a network is a loss, and
  /// so is what is called one.
  @Test
  void metricsBesideTheTrainingMeasure() {
    String metric =
        "import torch\nclass Closeness:\n    def update(self, a, b):\n        c(a, b)\n";
    assertThat(evaluation(trained().file("lab/metrics/closeness.py", metric)))
        .isEqualTo(State.PRESENT);
    assertThat(evaluation("lab/metrics/closeness.py", metric)).isEqualTo(State.ABSENT);
    assertThat(evaluation(trained().file("lab/losses/metrics.py", metric))).isEqualTo(State.ABSENT);
    assertThat(evaluation(trained().file("lab/metrics/logger.py", metric))).isEqualTo(State.ABSENT);
    String ssim =
        "import torch\nclass SSIM(torch.nn.Module):\n    pass\n"
            + "def ssim(a, b):\n    return f(a, b)\n";
    assertThat(evaluation(trained().file("lab/parts/ssim.py", ssim))).isEqualTo(State.ABSENT);
  }

  /// What is trained by is not measured with.
  @Test
  void aLossMeasuresNothing() {
    String task =
        """
        import torch
        def step(x):
            net.load_state_dict(torch.load("a"))
            ssim_loss = 1 - ssim(net(x), x)
        if __name__ == "__main__":
            step(1)
        """;
    assertThat(evaluation(trained().file("lab/step.py", task))).isEqualTo(State.ABSENT);
    assertThat(evaluation(trained().file("lab/step.py", task.replace("ssim_loss", "closeness"))))
        .isEqualTo(State.PRESENT);
  }

  /// A quantiser calibrates; settings name an evaluation that a program carries out; a test that
  /// runs the model beside others that run it compares nothing.
  @Test
  void whatOnlyTouchesEvaluationIsNone() {
    String quantiser =
        """
        import torch
        from eval import evaluate
        def main():
            evaluate(net.load_state_dict(torch.load("a")))
        if __name__ == "__main__":
            main()
        """;
    assertThat(evaluation(trained().file("lab/quantize.py", quantiser))).isEqualTo(State.ABSENT);
    String settings = "eval_only = False\nsize = int(3)\n";
    assertThat(evaluation(trained().file("lab/finetune_params.py", settings)))
        .isEqualTo(State.ABSENT);
    String asks =
        """
        import argparse
        import torch
        def main():
            argparse.ArgumentParser().add_argument("--n")
            print(load_model("a")(x))
        if __name__ == "__main__":
            main()
        """;
    assertThat(evaluation(trained().file("inference/test.py", asks))).isEqualTo(State.ABSENT);
    assertThat(evaluation(trained().file("lab/test.py", asks))).isEqualTo(State.PRESENT);
  }
}
