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

  /// Who freezes what was loaded trains what is made beside it.
  @Test
  void frozenEncodersAreNotTrainedOn() {
    String program =
        """
        import torch
        from transformers import CLIPTextModel
        from nets import Paella

        def train(device, batches):
            texts = CLIPTextModel.from_pretrained("acme/clip").to(
                device)%s
            %s
            net = Paella().to(device)
            optimizer = torch.optim.AdamW(net.parameters(), lr=1e-4)
            for x, words in batches:
                optimizer.zero_grad()
                net(x, texts(words)).loss.backward()
                optimizer.step()
        if __name__ == "__main__":
            train("cuda", [])
        """;
    String frozen = ".eval().requires_grad_(False)";
    assertThat(scratch("train_net.py", program.formatted(frozen, ""))).isEqualTo(State.PRESENT);
    assertThat(States.tuning("train_net.py", program.formatted(frozen, "")))
        .isEqualTo(State.ABSENT);
    String later = "texts.requires_grad_(False)";
    assertThat(scratch("train_net.py", program.formatted("", later))).isEqualTo(State.PRESENT);
    String maybe = "if lazy:\n        texts.requires_grad_(False)";
    assertThat(States.tuning("train_net.py", program.formatted("", maybe)))
        .isEqualTo(State.PRESENT);
    assertThat(States.tuning("train_net.py", program.formatted("", ""))).isEqualTo(State.PRESENT);
  }
}
