package dev.assay.code.judge;

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

/// What the sixth batch and unlabelled releases taught: an activity is told by what it is made of,
/// and not by who does it.
class ActivitiesTest {
  private static final String LOOP = Loops.SHORT;

  @Test
  void whatIsFittedAndKeptIsTrained() {
    String fit =
        """
        import joblib
        from sklearn.linear_model import LogisticRegression
        def main():
            model = LogisticRegression()
            model.fit(x, y)
            %s
        if __name__ == "__main__":
            main()
        """;
    assertThat(scratch("build.py", fit.formatted("joblib.dump(model, 'm.pkl')")))
        .isEqualTo(State.PRESENT);
    assertThat(scratch("build.py", fit.formatted("print(model.coef_)"))).isEqualTo(State.ABSENT);
    assertThat(scratch("eval/probe.py", fit.formatted("joblib.dump(model, 'm.pkl')")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aProcessThatIsToldToTrainIsDelegated() {
    String setup =
        """
        import subprocess
        class Build:
            def run(self):
                subprocess.run(["%s", "train", "training/labelled.xml", "tagger"])
        """;
    assertThat(
            new Release()
                .file("setup.py", setup.formatted("parserator"))
                .finding(Component.TRAINING_CODE)
                .qualifiers())
        .containsExactly(Qualifier.DELEGATED);
    assertThat(scratch("setup.py", setup.formatted("echo"))).isEqualTo(State.ABSENT);
    assertThat(scratch("run.sh", "echo \"Don't train the true one\"\n")).isEqualTo(State.ABSENT);
  }

  @Test
  void aScriptThatStartsATunerElsewhereDelegatesTuning() {
    assertThat(
            new Release()
                .file("tuning/finetune_sft.sh", "torchrun lib/finetune.py --lr 1e-5 --data $D\n")
                .finding(Component.FINE_TUNING_CODE)
                .qualifiers())
        .containsExactly(Qualifier.DELEGATED);
  }

  @Test
  void aModelBuilderThatCountsIsALearnerOfItsModel() {
    String builder =
        """
        public class ModelBuilder {
          void buildPath(String corpus) {
            for (Word w : words) { counts.put(w.tag, w.frequency); }
            calTransition(probability);
          }
        }
        """;
    assertThat(scratch("src/ModelBuilder.java", builder)).isEqualTo(State.PRESENT);
    assertThat(
            scratch(
                "src/ModelBuilder.java",
                "public class ModelBuilder { ViewModel build() { return new ViewModel(count); } }"))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aClassThatBuildsACorpusMakesData() {
    String builder =
        "public class CorpusBuilder { void build(String p) { dictionary.save(p); out.write(p); } }";
    Release release = new Release().file("src/CorpusBuilder.java", builder).file("train.py", LOOP);
    assertThat(data(release)).isEqualTo(State.PRESENT);
    Release view =
        new Release()
            .file("src/MenuBuilder.java", builder.replace("Corpus", "Menu"))
            .file("train.py", LOOP);
    assertThat(data(view)).isEqualTo(State.ABSENT);
  }

  @Test
  void aCommandOfAProgramSaysWhatItDoes() {
    String stories =
        """
        import numpy
        def download(): fetch(url)
        def pretokenize(): array.tofile(f)
        if __name__ == "__main__":
            download()
        """;
    for (String command : new String[] {"pretokenize", "show"}) {
      Release release =
          new Release()
              .file("train.py", LOOP)
              .file("stories.py", stories)
              .file("README.md", "# Use\n```\npython stories.py " + command + "\n```\n");
      assertThat(data(release)).isEqualTo(command.equals("show") ? State.ABSENT : State.PRESENT);
    }
  }

  @Test
  void aFunctionThatHoldsPredictionsAgainstReferencesMeasures() {
    String analysis =
        """
        from sklearn.metrics import accuracy_score
        def stories(path):
            preds = read(path)
            return accuracy_score(labels, preds)
        """;
    assertThat(evaluation("analysis.py", analysis)).isEqualTo(State.PRESENT);
    assertThat(
            evaluation(
                "masks.py",
                "from pycocotools import mask\ndef predict(t):\n    return mask.encode(target)\n"))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void anEvaluatorOfExpressionsMeasuresNothing() {
    assertThat(
            evaluation(
                "packages/evaluator/src/evaluator.js",
                "class Evaluator { evaluate(s, context) { return this.walk(s.node, context); } }"))
        .isEqualTo(State.ABSENT);
    assertThat(
            evaluation(
                "src/eval/Scores.java",
                "class Scores { double recall(int[] predicted, int[] gold) { return hits(gold); }"
                    + " }"))
        .isEqualTo(State.PRESENT);
  }

  @Test
  void aBenchmarkInACompiledLanguageIsOfSpeedUnlessItMeasures() {
    String benchmark =
        "class LookupBenchmark { public static void main(String[] a) { run(a); } %s }";
    assertThat(
            evaluation(
                "benchmarks/LookupBenchmark.java", benchmark.formatted("void run(String[] a) { }")))
        .isEqualTo(State.ABSENT);
    assertThat(
            evaluation(
                "benchmarks/LookupBenchmark.java",
                benchmark.formatted("double accuracy(int[] a) { return 1; }")))
        .isEqualTo(State.PRESENT);
  }

  @Test
  void aLibraryRunsAModelByAFunctionAmongProbabilities() {
    String detector =
        """
        class Detector {
          String %s(String text) { return best(probabilities, features(text), labels); }
        }
        """;
    assertThat(inference("src/Words.java", detector.formatted("detect"))).isEqualTo(State.PRESENT);
    assertThat(inference("src/Words.java", detector.formatted("decode"))).isEqualTo(State.ABSENT);
  }

  @Test
  void aProgramNamedForInferenceRunsTheModelInAnyFolder() {
    String run =
        """
        import torch
        def main():
            model = load_model(path)
            print(model(x))
        if __name__ == "__main__":
            main()
        """;
    assertThat(inference("ner_evaluation/run_inference.py", run)).isEqualTo(State.PRESENT);
    assertThat(inference("ner_evaluation/run_scores.py", run)).isNotEqualTo(State.PRESENT);
  }

  @Test
  void aPackageThatLoadsATaggerAndTagsRunsIt() {
    String tagger =
        """
        import pycrfsuite
        TAGGER = pycrfsuite.Tagger()
        def tag(text):
            return TAGGER.tag(features(text))
        """;
    assertThat(inference("names/__init__.py", tagger)).isEqualTo(State.PRESENT);
    assertThat(inference("html/__init__.py", "def tag(t):\n    return e(t)\n"))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aSettingThatOnlyEvaluatesIsAnEvaluation() {
    String train = "eval_only = False\n" + LOOP;
    assertThat(evaluation("train.py", train)).isEqualTo(State.PRESENT);
    assertThat(evaluation("train.py", LOOP)).isEqualTo(State.ABSENT);
  }

  @Test
  void aProgramOfPreTrainingThatMakesItsModelOfAConfigurationMayStartFromNothing() {
    String both =
        """
        import torch
        from transformers import BertForMaskedLM
        def main():
            if args.name:
                model = BertForMaskedLM.from_pretrained(args.name)
            else:
                model = model_class(%s)
            loss.backward()
            optimizer.step()
        if __name__ == "__main__":
            main()
        """;
    assertThat(scratch("run_pretrain.py", both.formatted("config=config")))
        .isEqualTo(State.PRESENT);
    assertThat(scratch("run_pretrain.py", both.formatted("args.name"))).isEqualTo(State.ABSENT);
    assertThat(scratch("run_tuning.py", both.formatted("config=config"))).isEqualTo(State.ABSENT);
  }

  @Test
  void oneClassOfManyLayersIsANetworkWhereverItStands() {
    String head = "from torch import nn\nclass Net(nn.Module):\n  def __init__(self):\n";
    String layer = "    self.l%d = nn.Linear(3, 3)\n";
    var many = new StringBuilder(head);
    for (int i = 0; i < 6; i++) {
      many.append(layer.formatted(i));
    }
    assertThat(network("parts/a.py", many.toString())).isEqualTo(State.PRESENT);
    assertThat(network("archs/a.py", head + layer.formatted(0))).isEqualTo(State.PRESENT);
    assertThat(network("parts/a.py", head + layer.formatted(0))).isEqualTo(State.ABSENT);
  }
}
