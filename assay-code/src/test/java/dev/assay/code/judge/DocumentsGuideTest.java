package dev.assay.code.judge;

import static dev.assay.code.judge.States.assertOnlyTunes;
import static dev.assay.code.judge.States.data;
import static dev.assay.code.judge.States.inference;
import static dev.assay.code.judge.States.scratch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.Finding;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// What the documents and the imports of a release say of its programs.
class DocumentsGuideTest {
  private static final String LOOP = Loops.OF_A_NET;

  /// What a README starts a program for is its use, whatever it is called.
  @Test
  void theReadmeSaysWhatAProgramMakes() {
    String harvest =
        """
        import json
        import sys

        out = open(sys.argv[1], "w")
        json.dump([1], out)
        """;
    String readme =
        """
        # Model

        ### Gathering

        Collect the dialogues of the training data with:

        ```bash
        python harvest.py out.json
        ```
        """;
    var shown = new Release().file("harvest.py", harvest).file("train.py", LOOP);
    assertThat(data(shown)).isEqualTo(State.ABSENT);
    shown.file("README.md", readme);
    assertThat(data(shown)).isEqualTo(State.PRESENT);
    var measured =
        new Release()
            .file("harvest.py", harvest)
            .file("train.py", LOOP)
            .file("README.md", readme.replace("training data", "evaluation data"));
    assertThat(data(measured)).isEqualTo(State.ABSENT);
  }

  /// A snippet that imports the release's own package runs what stands here.
  @Test
  void aSnippetOfTheOwnPackageIsAProgram() {
    String wrapper =
        """
        import torch
        from transformers import AutoModel

        class Embedder:
            def __init__(self, name):
                self.model = AutoModel.from_pretrained(name)
                self.model.eval()

            def encode(self, texts):
                with torch.no_grad():
                    return self.model(texts)
        """;
    String readme = "```python\nfrom %s import Embedder\nEmbedder('x').encode(['a'])\n```\n";
    var own =
        new Release()
            .file("ours/__init__.py", "from .models import *\n")
            .file("ours/models/__init__.py", "from .embedding import Embedder\n")
            .file("ours/models/embedding.py", wrapper)
            .file("README.md", readme.formatted("ours"));
    assertThat(inference(own)).isEqualTo(State.PRESENT);
    var others =
        new Release()
            .file("ours/models/embedding.py", wrapper)
            .file("README.md", readme.formatted("theirs"));
    assertThat(inference(others)).isNotEqualTo(State.PRESENT);
  }

  /// A program named for training that hands its model to somebody else's loop delegates it.
  @Test
  void aLoopOfAnUnknownLibraryIsDelegated() {
    String tuner =
        """
        import torch
        from somewhere.training import training_main
        from ours import Net

        if __name__ == "__main__":
            model = Net.load("base")
            training_main(model)
        """;
    Finding found =
        new Release().file("finetune_net.py", tuner).finding(Component.FINE_TUNING_CODE);
    assertThat(found.state()).isEqualTo(State.PRESENT);
    assertThat(found.qualifiers()).contains(Qualifier.DELEGATED);
    Finding part =
        new Release()
            .file("ft_trainer.py", tuner.replace("if __name__ == \"__main__\"", "def fit()"))
            .finding(Component.TRAINING_CODE);
    assertThat(part.state()).isEqualTo(State.ABSENT);
    Finding scorer =
        new Release().file("evaluate_net.py", tuner).finding(Component.FINE_TUNING_CODE);
    assertThat(scorer.state()).isEqualTo(State.ABSENT);
  }

  /// Weights that a module of the release loads are those that its program trains on from.
  @Test
  void givenWeightsMayComeThroughAModule() {
    String loads =
        """
        import transformers

        def build(args):
            model_class = transformers.T5ForConditionalGeneration
            return model_class.from_pretrained(args.name)
        """;
    String loop =
        """
        import torch
        from build_model import build

        def main(args):
            model = build(args)
            optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
            for batch in loader:
                loss = model(batch)
                loss.backward()
                optimizer.step()

        if __name__ == "__main__":
            main()
        """;
    var release = new Release().file("build_model.py", loads).file("run_gen.py", loop);
    assertOnlyTunes(release);
    var fresh =
        new Release()
            .file("build_model.py", "def build(args):\n    return Net()\n")
            .file("run_gen.py", loop);
    assertThat(scratch(fresh)).isEqualTo(State.PRESENT);
  }
}
