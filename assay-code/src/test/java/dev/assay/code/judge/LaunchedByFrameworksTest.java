package dev.assay.code.judge;

import static dev.assay.code.judge.States.evaluation;
import static dev.assay.code.judge.States.scratch;
import static dev.assay.code.judge.States.tuning;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// What a framework's own command carries out with a recipe of the release.
class LaunchedByFrameworksTest {
  private static final String RECIPE =
      "optimizer = dict(type='Adam', lr=1e-5)\nrunner = dict(max_iters=100)\n";

  private static Release told(String guide) {
    return new Release().file("README.md", guide).file("configs/burns.py", RECIPE);
  }

  @Test
  void aRecipeInPythonIsTrainedByTheFrameworksCommand() {
    Release tunes =
        told("# Burns\n\n## Running the finetuning\n\n`mim train mmseg configs/burns.py` or\n");
    assertThat(tuning(tunes)).isEqualTo(State.PRESENT);
    assertThat(tunes.finding(Component.FINE_TUNING_CODE).qualifiers())
        .contains(Qualifier.DELEGATED);
    assertThat(scratch(tunes)).isEqualTo(State.ABSENT);
    assertThat(scratch(told("# Burns\n\n## Training\n\n`mim train mmseg configs/burns.py`\n")))
        .isEqualTo(State.PRESENT);
    assertThat(
            scratch(
                told(
                    "# Burns\n\n## Training\n\n```\nbash tools/dist_train.sh configs/burns.py 8\n```\n")))
        .isEqualTo(State.PRESENT);
  }

  @Test
  void aRecipeIsNoProgramThatNamesFineTuning() {
    Release trains =
        told("# Burns\n\n## Training\n\n`mim train mmseg configs/burns.py`\n")
            .listed("docs/finetuning_notes.txt");
    assertThat(tuning(trains)).isEqualTo(State.ABSENT);
  }

  @Test
  void withoutTheRecipeACommandOnlyNamesTheFramework() {
    Release none =
        new Release().file("README.md", "# Burns\n\n`mim train mmseg configs/burns.py`\n");
    assertThat(scratch(none)).isEqualTo(State.ABSENT);
    assertThat(scratch(told("# Burns\n\n`mim download mmseg configs/burns.py`\n")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aRecipeIsMeasuredByTheFrameworksCommand() {
    Release measured = told("# Burns\n\n`mim test mmseg configs/burns.py --eval \"mIoU\"`\n");
    assertThat(evaluation(measured)).isEqualTo(State.PRESENT);
    assertThat(measured.finding(Component.EVALUATION_CODE).qualifiers())
        .contains(Qualifier.DELEGATED);
    assertThat(evaluation(told("# Burns\n\n`cargo test mmseg configs/burns.py`\n")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void theSettingsOfACommandCountWhereNoFileHasThem() {
    String guide = "# Owl\n\n```\npython train.py \\\n  --blr 1.5e-4 \\\n  --batch_size 64\n```\n";
    Release told = Release.trained().file("README.md", guide);
    assertThat(told.finding(Component.TRAINING_CONFIGURATION).state()).isEqualTo(State.PRESENT);
    assertThat(told.finding(Component.TRAINING_CONFIGURATION).evidence().getFirst().place())
        .isEqualTo("README.md:4");
    assertThat(
            Release.trained()
                .file("README.md", guide.replace("--blr 1.5e-4", "--resume"))
                .finding(Component.TRAINING_CONFIGURATION)
                .state())
        .isEqualTo(State.ABSENT);
    // Of a program that is not here.
    assertThat(
            new Release()
                .file("README.md", guide)
                .finding(Component.TRAINING_CONFIGURATION)
                .state())
        .isEqualTo(State.ABSENT);
  }

  /// A command that a script keeps under a name before it has it done.
  @Test
  void aCommandThatIsKeptIsStarted() {
    String script =
        "%s=\"CUDA_VISIBLE_DEVICES=0 fairseq-train ${data} --lr 0.1 1>&2\"\necho $command\neval $command\n";
    assertThat(scratch("train.sh", script.formatted("command"))).isEqualTo(State.PRESENT);
    assertThat(scratch("train.sh", script.formatted("MESSAGE"))).isEqualTo(State.ABSENT);
  }

  /// A recipe that its framework is handed.
  @Test
  void aRecipeIsHandedOver() {
    String main = "from fairseq2.recipe.cli import %s\nfrom .recipe import Gull\n%1$s(Gull())\n";
    assertThat(scratch("recipes/gull/__main__.py", main.formatted("train_main")))
        .isEqualTo(State.PRESENT);
    assertThat(scratch("recipes/gull/__main__.py", main.formatted("generate_main")))
        .isEqualTo(State.ABSENT);
  }

  /// A gradient that is made up is handed to an operation that is tried.
  @Test
  void whatTriesAnOperationTrainsNothing() {
    String program =
        """
        import torch
        def main():
            out = attention(q, k, v)
            out.backward(%s)
        if __name__ == "__main__":
            main()
        """;
    assertThat(scratch("gull-training/attention.py", program.formatted("dout")))
        .isEqualTo(State.ABSENT);
    assertThat(scratch("gull-training/attention.py", program.formatted("")))
        .isEqualTo(State.PRESENT);
  }
}
