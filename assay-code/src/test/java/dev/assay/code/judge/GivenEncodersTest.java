package dev.assay.code.judge;

import static dev.assay.code.judge.States.assertOnlyTunes;
import static dev.assay.code.judge.States.scratch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// Networks that are an encoder with given weights and what is put on it.
class GivenEncodersTest {
  private static Release with(String norm) {
    String model =
        """
        from torch import nn
        from transformers import BertForMaskedLM

        class Net(nn.Module):
            def __init__(self, out):
                super().__init__()
                self.bert = BertForMaskedLM.from_pretrained("acme/gull-small")
                self.norm = nn.%s(300)
                self.out = nn.Linear(300, out)

            def forward(self, x):
                return self.out(self.norm(self.bert(x)))
        """;
    return new Release().file("train.py", Loops.OF_A_NET).file("model.py", model.formatted(norm));
  }

  @Test
  void aHeadMayHaveItsInputsNormalised() {
    assertOnlyTunes(with("BatchNorm1d"));
    assertThat(scratch(with("Conv2d"))).isEqualTo(State.PRESENT);
  }

  private static Release choosing(String condition) {
    String program =
        """
        from transformers import BertConfig, BertForMaskedLM, Trainer, TrainingArguments

        def make(model_path=None):
            if %s:
                return BertForMaskedLM(config=BertConfig())
            return BertForMaskedLM.from_pretrained(model_path)

        trainer = Trainer(make(), TrainingArguments(output_dir="out"), train_dataset=words)
        trainer.train()
        """;
    return new Release().file("bert_train.py", program.formatted(condition));
  }

  @Test
  void whereNoWeightsAreGivenTheModelIsMadeAnew() {
    assertThat(scratch(choosing("model_path is None"))).isEqualTo(State.PRESENT);
    assertThat(scratch(choosing("small"))).isEqualTo(State.ABSENT);
  }
}
