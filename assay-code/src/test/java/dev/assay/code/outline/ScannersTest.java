package dev.assay.code.outline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ScannersTest {

  @Test
  void pythonCallsAreNamedInFullThroughTheImports() {
    Outline outline =
        PythonScanner.scan(
            """
            import torch.nn as nn
            from torch import optim
            from .model import GPT as Net

            class Block(nn.Module):
                def __init__(self):
                    self.a = nn.Linear(3, 4, bias=False)

            opt = optim.AdamW(net.parameters(), lr=1e-3)
            x[0].loss().backward(retain_graph=True)
            """);

    assertThat(outline.calls())
        .extracting(Outline.Call::name)
        .containsExactly(
            "torch.nn.Linear", "torch.optim.AdamW", "net.parameters", "?.loss", "?.backward");
    assertThat(outline.classes().getFirst().bases()).containsExactly("torch.nn.Module");
    assertThat(outline.imports()).extracting(Outline.Import::name).contains(".model.GPT");
    assertThat(outline.calls().get(1).keywords()).containsExactly("lr");
  }

  @Test
  void aNotebookGivesTheCodeOfItsCodeCellsWithTheLinesOfTheFile() {
    Excerpt code =
        NotebookCells.read(
            """
            {"cells": [
              {"cell_type": "markdown", "source": ["loss.backward()\\n"]},
              {"source": [
                "import torch\\n",
                "%matplotlib inline\\n",
                "loss.backward()"
               ], "outputs": [{"text": "loss.backward()"}], "cell_type": "code"}
            ]}
            """);

    assertThat(code.text()).isEqualTo("import torch\n#%matplotlib inline\nloss.backward()\n");
    assertThat(code.lines()).containsExactly(4, 5, 6);
  }

  @Test
  void aBrokenNotebookGivesWhatStandsBeforeTheBreak() {
    String cell = "{\"cell_type\":\"code\",\"source\":[\"a = 1\\n\"]}";

    assertThat(NotebookCells.read("{\"cells\":[" + cell + "," + cell.substring(0, 20)).text())
        .isEqualTo("a = 1\n");
    assertThat(NotebookCells.read("[".repeat(200_000)).text()).isEmpty();
    assertThat(NotebookCells.read("not json").text()).isEmpty();
  }

  @Test
  void aShellCommandIsNamedByTheScriptBehindItsLaunchers() {
    Outline outline =
        ShellScanner.scan(
            """
            LR=3e-4
            # python commented.py
            CUDA_VISIBLE_DEVICES=0 torchrun --nproc_per_node 8 \\
              train/pretrain.py --lr $LR \\
              --batch-size=32
            python -m torch.distributed.launch --nproc 2 tools/run.py
            python3 -m open_trainer.main --epochs 3
            """);

    assertThat(outline.launches())
        .extracting(Outline.Launch::program)
        .contains("train/pretrain.py", "tools/run.py", "open_trainer.main")
        .doesNotContain("commented.py");
    assertThat(outline.launches().get(1).options())
        .containsExactly("nproc_per_node", "lr", "batch-size");
    assertThat(outline.names()).extracting(Outline.Named::name).contains("LR", "lr", "batch-size");
  }

  /// Variables before a command are given to it; a value that goes on is none of them.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CUDA_VISIBLE_DEVICES=0 fairseq-train data --lr 0.1 | fairseq-train",
        "A=1 B=\"2\" lm_eval --model hf | lm_eval",
        "CUDA_VISIBLE_DEVICES=${G} fairseq-train ${d} | fairseq-train",
        "X=\"a b\" run | X=\"a",
        "X=$(head -n 1 f) | X=$(head",
        "A=1 | A=1"
      })
  void whatStandsBehindVariablesIsTheProgram(String command, String program) {
    assertThat(ShellScanner.scan(command + "\n").launches().getFirst().program())
        .isEqualTo(program);
  }

  @Test
  void theRestOfAValueIsNoCommand() {
    assertThat(ShellScanner.scan("SPLITS=\"train train train train\"\n").launches())
        .extracting(Outline.Launch::program)
        .doesNotContain("train");
    assertThat(ShellScanner.scan("A=1 mim train mmseg configs/a.py\n").launches())
        .extracting(Outline.Launch::program)
        .containsExactly("mim");
  }

  @Test
  void configurationsOfAnySyntaxGiveNamesAndValues() {
    assertThat(names("optimizer:\n  lr: 3.0e-4 # warm\n  betas: [0.9, 0.95]\n"))
        .contains("lr=3.0e-4");
    assertThat(names("{\"architectures\": [\"TinyModel\"], \"hidden_size\": 64}"))
        .contains("architectures=TinyModel", "hidden_size=64");
    assertThat(names("[optimizer]\nname = \"AdamW\"\nlr = 8e-4\n"))
        .contains("name=AdamW", "lr=8e-4");
    assertThat(names("train.learning_rate = 0.001\nrun.batch_size = (4)\n"))
        .contains("train.learning_rate=0.001");
  }

  @Test
  void configurationsOfAnyDepthCostOnlyTheirCharacters() {
    assertThat(ConfigurationScanner.scan("{\"a\":".repeat(500_000)).names()).hasSize(Outline.MOST);
    assertThat(ConfigurationScanner.scan("\"".repeat(3_000_001)).names()).isEmpty();
    assertThat(ConfigurationScanner.scan("a".repeat(3_000_000)).names()).isEmpty();
  }

  private static List<String> names(String text) {
    return ConfigurationScanner.scan(text).names().stream()
        .map(n -> n.name() + "=" + n.value())
        .toList();
  }

  @Test
  void fencesGiveTheCodeOfADocumentByLanguage() {
    List<Excerpt> code =
        Fences.read(
            """
            # Use
            ```python
            import torch
            ```
            text
            ~~~bash
            $ python train.py
            ~~~
            ```json
            {"lr": 1}
            ```
            """);

    assertThat(code).extracting(Excerpt::language).containsExactly(Language.PYTHON, Language.SHELL);
    assertThat(code.getLast().text()).isEqualTo("python train.py\n");
    assertThat(code.getLast().lines()).containsExactly(7);
  }

  @Test
  void aLongerFenceAndASpanOfCodeDoNotTurnWordsIntoCode() {
    List<Excerpt> code =
        Fences.read(
            """
            ```python a.py```
            words
            ````sh
            ```
            python train.py
            ````
            more words
            """);
    assertThat(code).extracting(Excerpt::text).containsExactly("```\npython train.py\n");
  }

  @Test
  void indentedCodeOfADocumentIsCode() {
    List<Excerpt> code =
        Fences.read(
            """
            Run

                $ python train.py
                    --epochs 3

            - an item

                that goes on

            In Python::

              import torch

            .. code-block:: bash
               :linenos:

               python eval.py

            .. note::

               python is needed

            .. code:: json

               {"a": 1}
            """);

    assertThat(code)
        .extracting(Excerpt::language, Excerpt::text)
        .containsExactly(
            tuple(Language.PYTHON, "import torch\n"),
            tuple(Language.SHELL, "python train.py\n    --epochs 3\npython eval.py\n"));
    assertThat(code.getLast().lines()).containsExactly(3, 4, 17);
  }

  @Test
  void aReadmeIsADocumentWithoutItsEndingToo() {
    assertThat(List.of("README", "readme.txt", "README.md", "README.rst"))
        .allSatisfy(name -> assertThat(Language.of(name)).isEqualTo(Language.MARKDOWN));
    assertThat(Language.of("notes.txt")).isNull();
  }

  @Test
  void commentsAndStringsOfOtherLanguagesAreNoCode() {
    Outline c =
        BraceScanner.scan(
            "/* sgd_update(); */ // adam_update()\nint main(void) { puts(\"x_update(\"); go(); }",
            Language.C);

    assertThat(c.calls()).extracting(Outline.Call::name).containsExactly("puts", "go");
    assertThat(c.definitions()).extracting(Outline.Definition::name).containsExactly("main");
    assertThat(c.entry()).isPositive();
  }

  @ParameterizedTest
  @EnumSource(
      value = Language.class,
      names = {"C", "JAVA", "RUST", "JULIA", "R", "GO", "SWIFT", "LUA", "JAVASCRIPT"})
  void anyTextIsReadInTimeThatGrowsWithItsLength(Language language) {
    for (String piece :
        List.of("a(", "\"", "/*", "class A ", "a.b::c->", "'", "#include <", "x = ")) {
      Outline outline = BraceScanner.scan(piece.repeat(2_000_000 / piece.length()), language);
      assertThat(outline.calls().size()).isLessThanOrEqualTo(Outline.MOST);
    }
  }
}
