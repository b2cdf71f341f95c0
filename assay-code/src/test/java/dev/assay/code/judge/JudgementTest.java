package dev.assay.code.judge;

import static dev.assay.code.judge.States.assertOnlyTunes;
import static dev.assay.code.judge.States.inference;
import static dev.assay.code.judge.States.scratch;
import static dev.assay.code.judge.States.tuning;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.Mention;
import dev.assay.model.Note;
import dev.assay.model.ProofLevel;
import dev.assay.model.Qualifier;
import dev.assay.model.Span;
import dev.assay.model.State;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JudgementTest {
  private static final String NETWORK =
      """
      import torch.nn as nn

      class Block(nn.Module):
          def __init__(self):
              super().__init__()
              self.a = nn.Linear(4, 4)

      class Net(nn.Module):
          def __init__(self):
              super().__init__()
              self.e = nn.Embedding(10, 4)
              self.b = Block()
      """;

  private static final String LOOP = Loops.OF_A_NET;

  private static final String TUNER =
      """
      from transformers import AutoModelForCausalLM, Trainer, TrainingArguments
      model = AutoModelForCausalLM.from_pretrained("some/model")
      trainer = Trainer(model=model, args=TrainingArguments("out"))
      trainer.train()
      """;

  private static Mention mention(Component component, State state, Qualifier... qualifiers) {
    var evidence = new Evidence("r", "README.md", new Span.Lines(3, 3), "words", null);
    return new Mention(component, state, Set.of(qualifiers), null, "2026-01-02", evidence);
  }

  @Test
  void aLoopOverFreshWeightsWithAProgramThatStartsItIsTrainingCode() {
    Finding f =
        new Release()
            .file("model.py", NETWORK)
            .file("train.py", LOOP)
            .finding(Component.TRAINING_CODE);

    assertThat(f.state()).isEqualTo(State.PRESENT);
    assertThat(f.complete()).isTrue();
    assertThat(f.evidence().getFirst().place()).isEqualTo("train.py:9");
    assertThat(f.evidence().getFirst().quote()).isEqualTo("loss.backward()");
  }

  @Test
  void aTrainerThatImportsTheNetworkDefinedHereIsConsistentWithIt() {
    Finding f =
        new Release()
            .file("model.py", NETWORK)
            .file("train.py", LOOP)
            .finding(Component.TRAINING_CODE);

    assertThat(f.level()).isEqualTo(ProofLevel.CONSISTENT);
    assertThat(f.notes())
        .filteredOn(n -> n.kind() == Note.Kind.AGREES)
        .extracting(Note::text)
        .containsExactly("train.py:2 imports Net, which model.py:8 defines.");
  }

  @Test
  void aLoopWithoutAProgramThatStartsItIsPartial() {
    Finding f =
        new Release()
            .file(
                "ldm/autoencoder.py",
                """
                import pytorch_lightning as pl
                class Auto(pl.LightningModule):
                    def training_step(self, batch, i):
                        return self(batch)
                    def configure_optimizers(self):
                        return None
                """)
            .finding(Component.TRAINING_CODE);

    assertThat(f.state()).isEqualTo(State.PRESENT);
    assertThat(f.qualifiers()).containsExactly(Qualifier.PARTIAL);
  }

  @Test
  void aTrainerOverPretrainedWeightsIsFineTuningAndNotTrainingCode() {
    var release = new Release().file("train/train.py", TUNER);

    assertThat(tuning(release)).isEqualTo(State.PRESENT);
    Finding training = release.finding(Component.TRAINING_CODE);
    assertThat(training.state()).isEqualTo(State.ABSENT);
    assertThat(training.searched()).isNotEmpty();
    assertThat(training.notes().getFirst().text())
        .isEqualTo("train/train.py was not counted: it trains on from given weights.");
  }

  @Test
  void testsVendoredTreesTokenizersAndProbesDoNotTrainTheModel() {
    var release =
        new Release()
            .file("tests/test_kernels.py", LOOP)
            .file("third_party/lib/train.py", LOOP)
            .file("eval/linear_probe.py", LOOP)
            .file(
                "tokenizer/train.py",
                """
                from transformers import Trainer
                Trainer(x).train()
                """)
            .file("data/quality_classifier/train.py", LOOP);

    Finding f = release.finding(Component.TRAINING_CODE);

    assertThat(f.state()).isEqualTo(State.ABSENT);
    assertThat(f.notes()).hasSizeGreaterThanOrEqualTo(4);
    assertThat(f.notes()).allMatch(n -> n.kind() == Note.Kind.SET_ASIDE);
  }

  @Test
  void optimisingInputsAtInferenceTimeIsNoTraining() {
    Finding f =
        new Release()
            .file(
                "network/fold.py",
                """
                import torch
                def fold(T, Q):
                    optimizer = torch.optim.Adam([T, Q], lr=0.1)
                    for i in range(100):
                        optimizer.zero_grad()
                        energy(T, Q).backward()
                        optimizer.step()
                """)
            .finding(Component.TRAINING_CODE);

    assertThat(f.state()).isEqualTo(State.ABSENT);
    assertThat(f.notes().getFirst().text()).contains("optimises inputs at inference time");
  }

  @Test
  void aLaunchScriptOfAnAbsentTrainerIsDelegated() {
    Finding f =
        new Release()
            .file("launch.sh", "torchrun --nproc 8 run_train.py --config-file tiny.yaml\n")
            .file("tiny.yaml", "optimizer:\n  learning_rate: 0.1\nbatch_size: 3\n")
            .finding(Component.TRAINING_CODE);

    assertThat(f.state()).isEqualTo(State.PRESENT);
    assertThat(f.qualifiers()).containsExactly(Qualifier.DELEGATED);
  }

  @Test
  void aLaunchScriptOfATrainerThatIsHereDelegatesNothing() {
    Finding f =
        new Release()
            .file("launch.sh", "python train.py --lr 3\n")
            .file("train.py", TUNER)
            .finding(Component.TRAINING_CODE);

    assertThat(f.state()).isEqualTo(State.ABSENT);
  }

  @Test
  void aSubmoduleThatMayHoldTheTrainerIsLinkedAndNotInspected() {
    Finding f = new Release().submodule("Megatron-LM").finding(Component.TRAINING_CODE);

    assertThat(f.state()).isEqualTo(State.LINKED);
    assertThat(f.qualifiers()).containsExactly(Qualifier.SUBMODULE);
    assertThat(f.level()).isEqualTo(ProofLevel.CLAIMED);
  }

  @Test
  void aPromiseALinkAndARefusalAreThreeAnswers() {
    assertThat(
            new Release()
                .says(mention(Component.TRAINING_CODE, State.PROMISED))
                .finding(Component.TRAINING_CODE))
        .satisfies(f -> {
          assertThat(f.state()).isEqualTo(State.PROMISED);
          assertThat(f.summary()).contains("2026-01-02");
        });
    assertThat(
            new Release()
                .says(mention(Component.TRAINING_CODE, State.DESCRIBED))
                .says(mention(Component.TRAINING_CODE, State.LINKED))
                .finding(Component.TRAINING_CODE)
                .state())
        .isEqualTo(State.LINKED);
    assertThat(
            new Release()
                .says(mention(Component.TRAINING_CODE, State.ABSENT, Qualifier.REFUSED))
                .finding(Component.TRAINING_CODE))
        .satisfies(f -> {
          assertThat(f.state()).isEqualTo(State.ABSENT);
          assertThat(f.qualifiers()).containsExactly(Qualifier.REFUSED);
        });
  }

  @Test
  void aLoopAndADocumentThatNamesFineTuningGiveFineTuning() {
    var release = new Release().file("model.py", NETWORK).file("train.py", LOOP);

    assertThat(tuning(release)).isEqualTo(State.ABSENT);
    release.file("README.md", "# Net\nThe weights were finetuned.\n");
    assertThat(tuning(release)).isEqualTo(State.ABSENT);
    release.file("docs.md", "# Net\nTo fine-tune, run train.py.\n");
    assertThat(tuning(release)).isEqualTo(State.PRESENT);
  }

  @Test
  void aModelThatWrapsATrainedLanguageModelIsTrainedOn() {
    var release =
        new Release()
            .file("train.py", LOOP)
            .file(
                "model.py",
                NETWORK
                    + """

                    from transformers import LlamaForCausalLM
                    class Vision(nn.Module):
                        def __init__(self):
                            self.llm = LlamaForCausalLM.from_pretrained("x")
                    """);

    assertOnlyTunes(release);
  }

  @Test
  void aConfigurationAloneIsPartOfTheArchitectureAndWithTheCodeItIsConsistent() {
    var release = new Release().file("config.json", "{\"architectures\": [\"Net\"]}");

    Finding alone = release.finding(Component.ARCHITECTURE);
    assertThat(alone.qualifiers()).containsExactly(Qualifier.PARTIAL);
    Finding both = release.file("model.py", NETWORK).finding(Component.ARCHITECTURE);
    assertThat(both.complete()).isTrue();
    assertThat(both.level()).isEqualTo(ProofLevel.CONSISTENT);
  }

  @Test
  void aSnippetInADocumentDescribesInferenceAndAProgramIsIt() {
    String snippet =
        "from transformers import AutoModelForCausalLM\n"
            + "m = AutoModelForCausalLM.from_pretrained('x')\n"
            + "m.generate(y)\n";
    var release = new Release().file("README.md", "Use:\n```python\n" + snippet + "```\n");

    assertThat(inference(release)).isEqualTo(State.DESCRIBED);
    assertThat(release.file("generate.py", snippet).finding(Component.INFERENCE_CODE).state())
        .isEqualTo(State.PRESENT);
  }

  @Test
  void dataWorkCountsAndLoadersDoNot() {
    assertThat(
            new Release()
                .file("model.py", NETWORK)
                .file("train.py", LOOP)
                .file(
                    "data/loader.py",
                    "class Loader:\n    def __iter__(self):\n        return read()\n")
                .finding(Component.DATA_PROCESSING_CODE)
                .state())
        .isEqualTo(State.ABSENT);
    assertThat(
            new Release()
                .file(
                    "data/prepare.py",
                    "import json\nfor d in docs():\n    out.write(json.dumps(d))\n")
                .file("train.py", LOOP)
                .finding(Component.DATA_PROCESSING_CODE)
                .state())
        .isEqualTo(State.PRESENT);
  }

  @Test
  void aSpeedBenchmarkIsNoEvaluation() {
    assertThat(
            new Release()
                .file(
                    "benchmark/speed.py",
                    "import time\n"
                        + "def main():\n"
                        + "    t = time.perf_counter()\n"
                        + "if __name__ == '__main__':\n"
                        + "    main()\n")
                .finding(Component.EVALUATION_CODE)
                .state())
        .isEqualTo(State.ABSENT);
    assertThat(
            new Release()
                .file("eval/evaluate.py", "import lm_eval\nlm_eval.simple_evaluate(model='m')\n")
                .finding(Component.EVALUATION_CODE)
                .state())
        .isEqualTo(State.PRESENT);
  }

  @Test
  void settingsOfATrainingRunAreTrainingConfiguration() {
    Finding f =
        new Release()
            .file("configs/base.yaml", "model:\n  d: 3\nlearning_rate: 0.1\nbatch_size: 8\n")
            .finding(Component.TRAINING_CONFIGURATION);

    assertThat(f.evidence().getFirst().place()).isEqualTo("configs/base.yaml:3");
  }

  @Test
  void trainersInOtherLanguagesAreSeen() {
    assertThat(
            new Release()
                .file(
                    "train_net.c",
                    "void net_backward(Net *n) { int i; }\nvoid net_update(Net *n) { int j; }\n"
                        + "int main(void) { net_backward(&n); net_update(&n); }\n")
                .finding(Component.TRAINING_CODE)
                .complete())
        .isTrue();
    assertThat(
            new Release()
                .file(
                    "src/main/java/Train.java",
                    "import ai.djl.training.EasyTrain;\n"
                        + "class Train {\n"
                        + "  public static void main(String[] a) { EasyTrain.fit(trainer, 3, t, v);"
                        + " }\n"
                        + "}\n")
                .finding(Component.TRAINING_CODE)
                .complete())
        .isTrue();
    assertThat(
            new Release()
                .file(
                    "train.jl",
                    "using Flux\ngs = Flux.gradient(loss, m)\nFlux.train!(loss, ps, d, o)\n")
                .finding(Component.TRAINING_CODE)
                .state())
        .isEqualTo(State.PRESENT);
    assertThat(
            new Release()
                .file("train.R", "library(torch)\nloss$backward()\noptimizer$step()\n")
                .finding(Component.TRAINING_CODE)
                .state())
        .isEqualTo(State.PRESENT);
    assertThat(
            new Release()
                .file(
                    "src/train.rs",
                    "use candle_nn::Optimizer;\n"
                        + "fn main() { let l = loss.backward()?; opt.step(&l)?; }\n")
                .finding(Component.TRAINING_CODE)
                .state())
        .isEqualTo(State.PRESENT);
  }

  @Test
  void anEmptyReleaseHasNothingAndSaysWhereItLooked() {
    for (Component c :
        new Component[] {
          Component.TRAINING_CODE,
          Component.FINE_TUNING_CODE,
          Component.DATA_PROCESSING_CODE,
          Component.TRAINING_CONFIGURATION,
          Component.EVALUATION_CODE,
          Component.ARCHITECTURE,
          Component.INFERENCE_CODE,
          Component.SUPPORTING_TOOLS
        }) {
      Finding f = new Release().finding(c);
      assertThat(f.state()).as(c.id()).isEqualTo(State.ABSENT);
      assertThat(f.searched()).as(c.id()).isNotEmpty();
    }
  }

  @Test
  void aTrainerThatTheReadmeStartsForFineTuningOnlyTrainsOn() {
    String readme = "# R\n\n## %s\n\n### Run\n\n```bash\nuv run scripts/train.py --name a\n```\n";
    var tuning =
        new Release()
            .file("model.py", NETWORK)
            .file("scripts/train.py", LOOP)
            .file("README.md", readme.formatted("Fine-Tuning on your data"));
    assertOnlyTunes(tuning);

    var both =
        new Release()
            .file("model.py", NETWORK)
            .file("scripts/train.py", LOOP)
            .file(
                "README.md",
                readme.formatted("Fine-Tuning") + "\n## Training\n\n`python scripts/train.py`\n");
    assertThat(scratch(both)).isEqualTo(State.PRESENT);
  }

  @Test
  void aTrainerThatOnlyTuningProgramsImportTunes() {
    String trainer =
        """
        from transformers import Trainer
        class CachedTrainer(Trainer):
            def training_step(self, model, inputs):
                loss = model(inputs)
                loss.backward()
                return loss
        """;
    var release =
        new Release()
            .file("training/cached_trainer.py", trainer)
            .file(
                "training/run.py",
                "from training.cached_trainer import CachedTrainer\n"
                    + TUNER
                    + "\nif __name__ == \"__main__\":\n    trainer.train()\n");
    assertOnlyTunes(release);
  }

  @Test
  void aNetworkInAFolderOfEvaluationIsNotTheModel() {
    assertThat(
            new Release()
                .file("eval/server/model.py", NETWORK)
                .finding(Component.ARCHITECTURE)
                .state())
        .isEqualTo(State.ABSENT);
    assertThat(
            new Release().file("server/model.py", NETWORK).finding(Component.ARCHITECTURE).state())
        .isEqualTo(State.PRESENT);
  }

  @Test
  void anImportOfWeightsIsNoDataWork() {
    String program =
        """
        import argparse
        %s
        def main():
            open("out", "w").write(read("x"))
        if __name__ == "__main__":
            main()
        """;
    var base = new Release().file("train.py", LOOP).file("model.py", NETWORK);
    assertThat(
            base.file("import_speech.py", program.formatted("import csv"))
                .finding(Component.DATA_PROCESSING_CODE)
                .state())
        .isEqualTo(State.PRESENT);
    assertThat(
            new Release()
                .file("train.py", LOOP)
                .file("import_weights_mlx.py", program.formatted("import torch"))
                .finding(Component.DATA_PROCESSING_CODE)
                .state())
        .isEqualTo(State.ABSENT);
  }
}
