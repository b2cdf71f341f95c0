package dev.assay.code.judge;

import static dev.assay.code.judge.States.assertOnlyTunes;
import static dev.assay.code.judge.States.evaluation;
import static dev.assay.code.judge.States.network;
import static dev.assay.code.judge.States.scratch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.Finding;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// Names that sound like a part of a model's work, and what else they are names of.
class NamesThatSayLittleTest {
  @Test
  void aRecordOfARequestIsNoNetwork() {
    String record =
        """
        from BASE import BaseModel

        class Answer(BaseModel):
            text: str

        class Question(BaseModel):
            text: str

        class Error(BaseModel):
            text: str
        """;
    assertThat(network("server/models.py", record.replace("BASE", "pydantic")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aCopiedLibraryOfAdaptersHasNoNetwork() {
    String adapters =
        """
        import torch
        class Adapted(torch.nn.Module):
            def __init__(self):
                self.a = torch.nn.Linear(1, 1)
        class Tuned(torch.nn.Module):
            def __init__(self):
                self.a = torch.nn.Linear(1, 1)
        class Prompted(torch.nn.Module):
            def __init__(self):
                self.a = torch.nn.Linear(1, 1)
        """;
    String tunes =
        """
        from peft import get_peft_model
        from transformers import AutoModelForCausalLM
        model = AutoModelForCausalLM.from_pretrained("a/b")
        """;
    Finding f =
        new Release()
            .file("scripts/tune/run.py", tunes)
            .file("scripts/tune/peft/models.py", adapters)
            .finding(Component.ARCHITECTURE);
    assertThat(f.state()).isEqualTo(State.LINKED);
    assertThat(f.qualifiers()).contains(Qualifier.DELEGATED);
  }

  @Test
  void aConfiguredClassThatIsImportedFromALibraryIsTheLibrarys() {
    String config = "{\"architectures\": [\"OwlForCausalLM\"]}";
    Finding f =
        new Release()
            .file("model/config.json", config)
            .file("train.py", "from owls import OwlForCausalLM\nOwlForCausalLM(c)\n")
            .finding(Component.ARCHITECTURE);
    assertThat(f.state()).isEqualTo(State.LINKED);
    assertThat(f.qualifiers()).containsExactly(Qualifier.DELEGATED);
    assertThat(f.summary()).contains("owls.OwlForCausalLM");
    Finding own =
        new Release()
            .file("model/config.json", config)
            .file("train.py", "from owls.net import OwlForCausalLM\nOwlForCausalLM(c)\n")
            .listed("owls/net.py")
            .finding(Component.ARCHITECTURE);
    assertThat(own.qualifiers()).containsExactly(Qualifier.PARTIAL);
  }

  @Test
  void destructorsAndMembersThatAreNamedForTrainingTrainNothing() {
    String names =
        """
        static float weight, gradient, loss, rate, learning_rate, epochs;
        Start::Start(float tw)
          :board(b),trainingWeight(tw)
        {}
        TrainingBuffers::~TrainingBuffers()
        {
          delete[] rows;
        }
        int main() { return 0; }
        """;
    assertThat(scratch("engine/play.cpp", names)).isEqualTo(State.ABSENT);
    assertThat(
            scratch(
                "engine/play.cpp",
                names
                    + "void trainNet(float lr) { weight -= learning_rate * gradient; loss = 0; }\n"
                    + "class T { public: T() { trainNet(1); } };\n"))
        .isEqualTo(State.PRESENT);
  }

  @Test
  void aFormulaOrAPositionIsEvaluatedToo() {
    assertThat(
            evaluation("engine/fraction.cpp", "double evaluateFraction(double x) { return x; }\n"))
        .isEqualTo(State.ABSENT);
    assertThat(evaluation("engine/evalcache.cpp", "Cache::Cache(int n) { reserve(n); }\n"))
        .isEqualTo(State.ABSENT);
    assertThat(
            evaluation(
                "engine/measure.cpp",
                "double evaluateModel(int n) { double accuracy = count(n); return accuracy; }\n"))
        .isEqualTo(State.PRESENT);
    assertThat(
            evaluation(
                "engine/evaluate.c", "int main(int c, char** v) { return run(v[1], v[2]); }\n"))
        .isEqualTo(State.PRESENT);
  }

  @Test
  void whatWaitsForAnswersAndIsCalledEvalMeasures() {
    String ppo =
        """
        import torch
        class Exp(Base):
            DEF eval(self):
                for batch in DataLoader(self.dataset):
                    outputs = AWAIT self.engine.ask(batch)
        if __name__ == "__main__":
            Exp().run()
        """;
    assertThat(
            evaluation(
                "play/ppo_run.py", ppo.replace("DEF", "async def").replace("AWAIT", "await")))
        .isEqualTo(State.PRESENT);
    assertThat(evaluation("play/ppo_run.py", ppo.replace("DEF", "def").replace("AWAIT", "")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void whatStandsBelowPreTrainingMayComeAfterIt() {
    assertOnlyTunes(new Release().file("pretrain/finetune/tasks/run_qa.py", Loops.OVER_BATCHES));
    assertOnlyTunes(new Release().file("pretrain/run_finetuning.py", Loops.OVER_BATCHES));
    assertThat(scratch("pretrain/evaluation/probe_run.py", Loops.OVER_BATCHES))
        .isEqualTo(State.ABSENT);
    assertThat(scratch("finetune/pretrain/run.py", Loops.OVER_BATCHES)).isEqualTo(State.PRESENT);
  }
}
