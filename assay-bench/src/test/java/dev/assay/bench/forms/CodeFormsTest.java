package dev.assay.bench.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class CodeFormsTest {
  private static final String CODE =
      """
      # Copyright the authors
      '''What it is for.'''
      import torch.nn.functional as F, os
      import torch.nn as nn
      from a import b, c as d

      def f(x):  # a remark
          \"\"\"Says what f is.\"\"\"
          text = '''
        # no remark
      '''
          if x: # another
              return g(x, alpha="# no remark", beta=[1, 2], gamma='it')
          return x
      """;

  private static String py(Rewriting form, String text) {
    return Rewritten.by(form, "a.py", text);
  }

  @Test
  void tokensAreTheSource() {
    assertThat(PythonTokens.source(PythonTokens.of(CODE))).isEqualTo(CODE);
    assertThat(PythonTokens.of("f(")).isEmpty();
    assertThat(PythonTokens.of("'never closed\n")).isEmpty();
  }

  @Test
  void tabsStandForBlanksOutsideOfTexts() {
    assertThat(py(PythonTabs.form(), CODE))
        .contains("\n\ttext = '''\n  # no remark\n'''\n\tif x:")
        .contains("\n\t\treturn g(");
    String odd = "if a:\n  b\n  if c:\n     d\n";
    assertThat(py(PythonTabs.form(), odd)).isEqualTo(odd);
  }

  @Test
  void remarksGoButThoseThatTell() {
    assertThat(py(PythonBare.form(), CODE))
        .isEqualTo(
            CODE.replace("'''What it is for.'''", "pass")
                .replace("  # a remark", "")
                .replace("    \"\"\"Says what f is.\"\"\"", "    pass")
                .replace(" # another", ""));
    String header = "# A\n# Licensed under B.\n# See C.\n\n# a remark\nx = 1\n";
    assertThat(py(PythonBare.form(), header)).isEqualTo(header.replace("# a remark\n", ""));
  }

  @Test
  void argumentsStandApart() {
    assertThat(py(PythonArguments.form(), CODE))
        .isEqualTo(
            CODE.replace(
                "g(x, alpha=\"# no remark\", beta=[1, 2], gamma='it')",
                """
                g(
                            x,
                            alpha="# no remark",
                            beta=[1, 2],
                            gamma='it'
                        )\
                """));
  }

  @Test
  void quotesAreTheOthers() {
    assertThat(py(PythonQuotes.form(), "a = 'b' + \"c\" + 'd\"' + f'{e}' + '''g'''\n"))
        .isEqualTo("a = \"b\" + 'c' + 'd\"' + f\"{e}\" + \"\"\"g\"\"\"\n");
  }

  @Test
  void importsAreSaidOtherwise() {
    assertThat(py(PythonImports.inBrackets(), CODE))
        .contains(
            "import torch.nn.functional as F\nimport os\n",
            "from torch import nn\n",
            "from a import (\n    b,\n    c as d,\n)\n");
    assertThat(py(PythonImports.oneALine(), CODE))
        .contains("from a import b\nfrom a import c as d\n");
    assertThat(py(PythonImports.oneALine(), "a = 'import b, c'\n"))
        .isEqualTo("a = 'import b, c'\n");
  }

  @Test
  void programsThatNothingNamesAreNotebooks() {
    Draft draft =
        Draft.ofTexts(
            Map.of(
                "demo.py", "import a\n\nfor b in a:\n    b()\n\nc = 1\n",
                "used.py", "d = 1\n",
                "named.py", "e = 1\n",
                "other.py", "import argparse\nimport used\n",
                "README.md", "Start named.py.\n"));
    Draft form = Notebooks.ofScripts().rewrite(draft).orElseThrow();
    assertThat(form.paths())
        .containsExactlyInAnyOrder("README.md", "demo.ipynb", "named.py", "other.py", "used.py");
    assertThat(form.text("demo.ipynb"))
        .contains("\"for b in a:\\n\",\n    \"    b()\"\n   ]\n  },\n  {");
  }

  @Test
  void notebooksArePrograms() {
    String notebook =
        """
        {"cells": [{"cell_type": "markdown", "metadata": {"a": {}}, "source": ["Train\\n", "it"]},
        {"cell_type": "code", "outputs": [{"text": ["no"]}], "source": ["!ls\\n", "import a"]}],
        "metadata": {"language": "python"}}
        """;
    Draft form =
        Notebooks.asScripts().rewrite(Draft.ofTexts(Map.of("a.ipynb", notebook))).orElseThrow();
    assertThat(form.text("a.py"))
        .endsWith("\n\n# Train\n# it\n\n\n# In[ ]:\n\n\n# !ls\nimport a\n")
        .doesNotContain("no");
  }

  @Test
  void commandsAreOneLine() {
    String script = "# a \\\nA=1 python a.py \\\n  --b c \\\n  --d\necho\n";
    assertThat(Rewritten.by(ShellLines.joined(), "a.sh", script))
        .isEqualTo("# a \\\nA=1 python a.py --b c --d\necho\n");
    String here = "cat <<E \\\n a\nE\n";
    assertThat(Rewritten.by(ShellLines.joined(), "a.sh", here)).isEqualTo(here);
    assertThat(Rewritten.by(ShellLines.joined(), "a.md", "a \\\nb\n\n```bash\na \\\nb\n```\n"))
        .isEqualTo("a \\\nb\n\n```bash\na b\n```\n");
  }

  @Test
  void optionsAndTheirValuesAreJoinedOrApart() {
    String apart = "python a.py --b c --flag --list d e \\\n  --f 1e-4 \\\n  --g\necho --h i\n";
    assertThat(Rewritten.by(ShellLines.options(), "a.sh", apart))
        .isEqualTo(apart.replace("--b c", "--b=c").replace("--f 1e-4", "--f=1e-4"));
    assertThat(Rewritten.by(ShellLines.values(), "a.sh", "torchrun --n=8 a.py --b=c\n"))
        .isEqualTo("torchrun --n 8 a.py --b c\n");
    String launched = "torchrun --standalone a.py\n";
    assertThat(Rewritten.by(ShellLines.options(), "a.sh", launched)).isEqualTo(launched);
  }
}
