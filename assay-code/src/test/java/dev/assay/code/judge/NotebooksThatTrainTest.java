package dev.assay.code.judge;

import static dev.assay.code.judge.States.network;
import static dev.assay.code.judge.States.scratch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// A notebook is the training code of a release that has no other.
class NotebooksThatTrainTest {
  private static final String CELLS =
      "{\"cells\": [{\"cell_type\": \"code\", \"source\": [\n"
          + "\"import torch\\n\",\n"
          + "\"class Net(torch.nn.Module):\\n\",\n"
          + "\"    def __init__(self):\\n\",\n"
          + "\"        super().__init__()\\n\",\n"
          + "\"        self.a = torch.nn.Linear(8, 8)\\n\",\n"
          + "\"        self.c = torch.nn.Linear(8, 8)\\n\",\n"
          + "\"        self.b = torch.nn.Linear(8, 2)\\n\",\n"
          + "\"    def forward(self, x):\\n\",\n"
          + "\"        return self.b(self.c(self.a(x)).relu())\\n\",\n"
          + "\"net = Net()\\n\",\n"
          + "\"optimizer = torch.optim.SGD(net.parameters(), lr=0.1)\\n\",\n"
          + "\"for x, y in batches:\\n\",\n"
          + "\"    optimizer.zero_grad()\\n\",\n"
          + "\"    loss = torch.nn.functional.cross_entropy(net(x), y)\\n\",\n"
          + "\"    loss.backward()\\n\",\n"
          + "\"    optimizer.step()\\n\",\n"
          + "\"torch.save(net.state_dict(), 'net.pt')\\n\"]}]}";

  @Test
  void aloneItIsTheTrainingCode() {
    assertThat(scratch("03_pears.ipynb", CELLS)).isEqualTo(State.PRESENT);
    assertThat(network("03_pears.ipynb", CELLS)).isEqualTo(State.PRESENT);
  }

  @Test
  void whatOnlyShowsOrExplainsIsNone() {
    assertThat(scratch("tutorials/03_pears.ipynb", CELLS)).isEqualTo(State.ABSENT);
    assertThat(scratch("demo.ipynb", CELLS)).isEqualTo(State.ABSENT);
  }

  @Test
  void besideATrainerItIsSetAside() {
    Release release = Release.trained().file("03_pears.ipynb", CELLS);
    assertThat(
            release.finding(dev.assay.model.Component.TRAINING_CODE).evidence().getFirst().path())
        .isEqualTo("train.py");
  }

  @Test
  void oneClassThatItsOwnFileTrainsIsTheNetwork() {
    String program =
        """
        import torch
        from torch import nn
        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.net = nn.Sequential(nn.Linear(2, 8), nn.ReLU(), nn.Linear(8, 2))
            def forward(self, x):
                return self.net(x)
        def main(batches):
            net = Net()
            optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
            for x, y in batches:
                optimizer.zero_grad()
                nn.functional.mse_loss(net(x), y).backward()
                optimizer.step()
        if __name__ == "__main__":
            main([])
        """;
    assertThat(network("pears.py", program)).isEqualTo(State.PRESENT);
  }

  private static String cell(String line) {
    return "{\"cells\": [{\"cell_type\": \"code\", \"source\": [\"" + line + "\"]}]}";
  }

  @Test
  void besideNotebooksThatTuneOneIsNamedForPreTraining() {
    String fastai = "from fastai.text import *\\nlearner = language_model_learner(data, LSTM)\\n";
    String begins = cell(fastai + "learner.fit_one_cycle(10, 3e-3)");
    String tunes = cell(fastai + "learner.load('lm')\\nlearner.fine_tune(4)");
    assertThat(
            new Release()
                .file("notebooks/01_pretraining.ipynb", begins)
                .file("notebooks/02_finetuning.ipynb", tunes)
                .finding(dev.assay.model.Component.TRAINING_CODE)
                .state())
        .isEqualTo(State.PRESENT);
    assertThat(
            new Release()
                .file("notebooks/01_look.ipynb", begins)
                .file("notebooks/02_finetuning.ipynb", tunes)
                .finding(dev.assay.model.Component.TRAINING_CODE)
                .state())
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aNotebookNamedForTuningHandsItsModelOver() {
    String hands =
        cell(
            "import torch\\nfrom gull.models import GullClassifier\\nmodel = GullClassifier('bert', path)\\nmodel.train_model(frame)");
    assertThat(
            new Release()
                .file("nbs/09_fine_tune_gull.ipynb", hands)
                .finding(dev.assay.model.Component.FINE_TUNING_CODE)
                .state())
        .isEqualTo(State.PRESENT);
    assertThat(
            new Release()
                .file("nbs/09_look_at_gull.ipynb", hands)
                .finding(dev.assay.model.Component.FINE_TUNING_CODE)
                .state())
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aNotebookStartsAProgramOfAnothersPreTrainingOnItsData() {
    String starts = cell("! cd heron && python %s.py --data-dir gs://gulls --model-name gull");
    assertThat(scratch("gull.ipynb", starts.formatted("run_pretraining"))).isEqualTo(State.PRESENT);
    assertThat(scratch("gull.ipynb", starts.formatted("run_pretending"))).isEqualTo(State.ABSENT);
  }
}
