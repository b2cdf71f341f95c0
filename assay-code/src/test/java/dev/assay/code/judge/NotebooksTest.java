package dev.assay.code.judge;

import static dev.assay.code.judge.States.inference;
import static dev.assay.code.judge.States.scratch;
import static dev.assay.code.judge.States.tuning;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a notebook does with commands, and with the package of its release.
class NotebooksTest {
  private static String notebook(String... lines) {
    var source = new StringBuilder();
    for (String line : lines) {
      source.append(source.isEmpty() ? "" : ",\n").append('"').append(line).append("\\n\"");
    }
    return "{\"cells\": [{\"cell_type\": \"code\", \"source\": [\n" + source + "]}]}";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "!python3 -m sometrainer train run.yaml",
        "! cd sometrainer; python3 -m sometrainer train run.yaml",
        "!cd sometrainer && sometrainer train run.yaml"
      })
  void aCommandToATrainerOfOthersStartsIt(String command) {
    var found =
        new Release()
            .file("first.ipynb", notebook("import os", command))
            .finding(Component.TRAINING_CODE);
    assertThat(found.state()).isEqualTo(State.PRESENT);
    assertThat(found.qualifiers()).contains(Qualifier.DELEGATED);
    assertThat(found.evidence().getFirst().quote()).isEqualTo(command);
  }

  @Test
  void aCellForAShellIsAScript() {
    String cell = notebook("%%bash", "cd there", "sometrainer train run.yaml --size 3");
    var found = new Release().file("first.ipynb", cell).finding(Component.TRAINING_CODE);
    assertThat(found.state()).isEqualTo(State.PRESENT);
    assertThat(found.evidence().getFirst().quote()).startsWith("sometrainer train");
  }

  @Test
  void aTrainerThatIsGivenWeightsTrainsThemOn() {
    String cell = notebook("!detector task train model=base.pt data=mine.yaml");
    assertThat(tuning("first.ipynb", cell)).isEqualTo(State.PRESENT);
    assertThat(scratch("first.ipynb", cell)).isEqualTo(State.ABSENT);
  }

  @Test
  void otherCommandsStartNothing() {
    String cells =
        notebook("! pip install sometrainer", "!echo train run.yaml", "!git clone x/train train");
    assertThat(scratch("first.ipynb", cells)).isEqualTo(State.ABSENT);
  }

  private static final String LOADS =
      """
      import torch
      from .net import Net

      class Ready:
          def __init__(self, where):
              self.net = Net()
              self.net.load_state_dict(torch.load(where))
              self.net.eval()

          def __call__(self, text):
              return self.net(text)
      """;

  private static Release packaged() {
    return new Release()
        .file("folds/__init__.py", "from .ready import Ready\n")
        .file("folds/ready.py", LOADS)
        .file("folds/net.py", Sources.NETWORK);
  }

  @Test
  void aNotebookThatUsesThePackageShowsHowItIsRun() {
    assertThat(inference(packaged())).isEqualTo(State.ABSENT);
    assertThat(
            inference(
                packaged().file("shows/use.ipynb", notebook("import folds", "folds.Ready('w')"))))
        .isEqualTo(State.PRESENT);
    assertThat(inference(packaged().file("shows/use.ipynb", notebook("import numpy"))))
        .isEqualTo(State.ABSENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "python",
        "{python}",
        "{r, engine='python', echo=F}",
        "{.python .numbers}",
        "{code-cell} ipython3"
      })
  void aDocumentShowsItInPythonHoweverThatIsNamed(String language) {
    String document = "# Use\n\n```" + language + "\nimport folds\nfolds.Ready('w')\n```\n";
    assertThat(inference(packaged().file("README.md", document))).isEqualTo(State.PRESENT);
  }

  @Test
  void aDocumentInAnotherLanguageShowsNoPython() {
    String document = "# Use\n\n```{r}\nimport folds\nfolds.Ready('w')\n```\n";
    assertThat(inference(packaged().file("README.md", document))).isEqualTo(State.ABSENT);
  }
}
