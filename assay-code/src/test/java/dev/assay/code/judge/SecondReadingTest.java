package dev.assay.code.judge;

import static dev.assay.code.judge.States.inference;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// Programs that no rule sees and whose words tell.
class SecondReadingTest {
  private static final String SHOWS =
      """
      require 'image'
      local engine = require 'engine'
      local options = engine.options(arg)
      local session = engine.session(options.model_path)
      local img = image.scale(image.load(options.image), 224, 224)
      local tokens = session:step(img)
      print(engine.decode(tokens))
      """;

  private static final String COUNTS =
      """
      import csv
      import sys
      from tqdm import tqdm


      def main():
          stats = {}
          for name in tqdm(sys.argv[1:]):
              rows = list(csv.DictReader(open(name)))
              pred = [r["pred"] for r in rows]
              target = [r["target"] for r in rows]
              stats[name] = sum(p == t for p, t in zip(pred, target)) / len(pred)
          for name, score in stats.items():
              print("{} recall {}".format(name, score))


      main()
      """;

  @Test
  void wordsFindAProgramThatRunsTheModel() {
    Finding f = new Release().file("demo.lua", SHOWS).finding(Component.INFERENCE_CODE);
    assertThat(f.state()).isEqualTo(State.PRESENT);
    assertThat(f.summary()).contains("No rule saw", "demo.lua", "runs the model");
    assertThat(f.qualifiers()).containsExactly(Qualifier.BY_WORDS);
    assertThat(f.evidence()).extracting(Evidence::quote).noneMatch(q -> q.startsWith("require"));
  }

  @Test
  void wordsFindAProgramThatMeasures() {
    Finding f =
        new Release().file("scripts/recall_table.py", COUNTS).finding(Component.EVALUATION_CODE);
    assertThat(f.state()).isEqualTo(State.PRESENT);
    assertThat(f.summary()).contains("No rule saw", "measures the model");
    assertThat(f.evidence()).extracting(Evidence::quote).anyMatch(q -> q.contains("score"));
  }

  @Test
  void aModuleOfHelpersShowsNothingByItsWords() {
    for (String path : new String[] {"image_utils.lua", "lib/helpers.lua"}) {
      assertThat(new Release().file(path, SHOWS).finding(Component.INFERENCE_CODE).state())
          .as(path)
          .isEqualTo(State.ABSENT);
    }
  }

  @Test
  void whatTheRulesSawStaysAsTheySawIt() {
    Finding f =
        Release.trained()
            .file("demo.lua", SHOWS)
            .file("generate.py", "import torch\nm = torch.load('m.pt')\nm.generate(1)\n")
            .finding(Component.INFERENCE_CODE);
    assertThat(f.state()).isEqualTo(State.PRESENT);
    assertThat(f.summary()).doesNotContain("No rule");
  }

  @Test
  void theValidationInsideALoopIsNoEvaluationWhateverItsWords() {
    String validates =
        Loops.OVER_BATCHES + "\n# evaluate accuracy recall metrics evaluator score\n";
    Finding f = new Release().file("train.py", validates).finding(Component.EVALUATION_CODE);
    assertThat(f.state()).isEqualTo(State.ABSENT);
  }

  @Test
  void aProgramThatIsNamedForTrainingShowsNoRunningWhateverItsWords() {
    Finding f = new Release().file("train_demo.lua", SHOWS).finding(Component.INFERENCE_CODE);
    assertThat(f.state()).isEqualTo(State.ABSENT);
  }

  @Test
  void whatDrawsOrChoosesShowsNoRunningByItsWords() {
    assertThat(inference("plot_pages.lua", SHOWS)).isEqualTo(State.ABSENT);
    assertThat(inference("mine_negatives.lua", SHOWS)).isEqualTo(State.ABSENT);
    assertThat(inference("demo_pages.lua", SHOWS)).isEqualTo(State.PRESENT);
  }

  @Test
  void whatAnEvaluationRunsShowsNoRunningByItsWords() {
    String program =
        """
        import argparse
        from engine import LLM, SamplingParams

        def main():
            args = argparse.ArgumentParser().parse_args()
            sampling_params = SamplingParams(temperature=0, max_tokens=99)
            model = LLM.load(args.model_path)
            outputs = model.complete(prompts, sampling_params)
            for output in outputs:
                print(output.text)

        if __name__ == "__main__":
            main()
        """;
    assertThat(inference("sums/answer_prompts.py", program)).isEqualTo(State.PRESENT);
    assertThat(inference("sums/eval_prompts.py", program)).isEqualTo(State.ABSENT);
    // In other languages it is how a model is tried by hand, too.
    assertThat(inference("eval_demo.lua", SHOWS)).isEqualTo(State.PRESENT);
  }

  @Test
  void testsAndCopiedTreesAreNotAsked() {
    assertThat(
            new Release().file("tests/demo.lua", SHOWS).finding(Component.INFERENCE_CODE).state())
        .isEqualTo(State.ABSENT);
  }

  @Test
  void wordsOfOtherWorkFindNothing() {
    Finding f =
        new Release()
            .file("setup.py", "from setuptools import setup\nsetup(name='x')\n")
            .file("net.py", Sources.NETWORK)
            .finding(Component.EVALUATION_CODE);
    assertThat(f.state()).isEqualTo(State.ABSENT);
  }
}
