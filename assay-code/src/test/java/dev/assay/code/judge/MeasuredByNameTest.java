package dev.assay.code.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.code.CodeFile;
import dev.assay.code.CodeReader;
import dev.assay.io.TextFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What no name of a file speaks of is not looked for in it. Each of these files has one place that
/// must be found all the same.
class MeasuredByNameTest {
  private static CodeFile read(String text) {
    return read("work.py", text);
  }

  private static CodeFile read(String path, String text) {
    return CodeReader.read(TextFile.of("r", path, text)).orElseThrow();
  }

  @Test
  void aLoaderIsFoundByTheNameThatItIsBroughtInUnder() {
    assertThat(read("from joblib import load as l\nx = l('a')\n").measure().loads()).isTrue();
    assertThat(read("import torch as t\nx = t.load('a')\n").measure().loads()).isTrue();
    assertThat(read("from json import load as l\nx = l('a')\n").measure().loads()).isFalse();
  }

  @Test
  void aCommandLineIsFoundByTheNameThatItIsBroughtInUnder() {
    assertThat(read("from fire import Fire as f\nf(a)\n").measure().entry()).isTrue();
    assertThat(read("import click as c\n@c.command()\ndef a(): b()\n").measure().entry()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "print(x, file=out)",
        "shutil.copy(a, b)",
        "group.create_dataset('x', data=y)",
        "out.write(x)"
      })
  void aPlaceThatWritesAtTheTopIsFound(String write) {
    assertThat(read(write + "\n").measure().writesAtTop()).isTrue();
    assertThat(read("def a():\n    " + write + "\n").measure().writesAtTop()).isFalse();
    assertThat(read("def a():\n    " + write + "\n").measure().writes()).isTrue();
    assertThat(read("def a():\n    " + write + "\na()\n").measure().writesAtTop()).isTrue();
  }

  @Test
  void whatWritesNothingWritesNothing() {
    assertThat(read("print(x)\nmodel.copy()\n").measure().writes()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"prepare_data", "process", "new_data_process", "autosplit"})
  void aStepOfPreparingDataIsFoundByItsFunction(String name) {
    assertThat(read("def " + name + "(x):\n    pass\n").measure().step()).isTrue();
    assertThat(read("x = " + name + "\n").measure().step()).isFalse();
  }

  @Test
  void aSwitchThatOnlyMeasuresIsFoundInAnyPlace() {
    assertThat(read("eval_only = True\n").measure().evaluates()).isTrue();
    assertThat(read("def test_only(): pass\n").measure().evaluates()).isTrue();
    assertThat(read("p.add_argument('--eval_only')\nif args.eval_only: pass\n").measure())
        .matches(CodeFile.Measure::evaluates);
    assertThat(read("a.lua", "eval_only = true\nrun(x)\n").measure().evaluates()).isTrue();
  }

  @Test
  void aFileOfManyNamesIsLookedThroughToItsEnd() {
    var text = new StringBuilder();
    for (int i = 0; i < 21_000; i++) {
      text.append("n").append(i).append(" = 1\n");
    }
    text.append("def prepare_data(x):\n    out.write(x)\n    torch.load(x)\n");

    assertThat(read(text.toString()).measure())
        .matches(CodeFile.Measure::step)
        .matches(CodeFile.Measure::writes);
  }

  @Test
  void whatAProgramSaysOfItselfIsReadWhenItIsAsked() {
    assertThat(read("'''Fine-tuning of a model.'''\n").given()).isTrue();
    assertThat(read("x = registry[name](checkpoint=path)\n").given()).isTrue();
    assertThat(read("'''Trains a model.'''\n").given()).isFalse();
  }

  @Test
  void aCommandAmongSettingsIsFoundAtTheEdgesOfTheFile() {
    assertThat(read("a.yaml", "python train.py --lr 1").shape().launches()).hasSize(1);
    assertThat(read("a.yaml", "run: accelerate launch a.py").shape().launches()).hasSize(1);
    assertThat(read("a.yaml", "- bash ").shape().launches()).isEmpty();
    assertThat(read("a.yaml", "a: pythons are 3 snakes").shape().launches()).isEmpty();
  }
}
