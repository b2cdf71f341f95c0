package dev.assay.code.judge;

import static dev.assay.code.judge.States.data;
import static dev.assay.code.judge.States.inference;
import static dev.assay.code.judge.States.network;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.State;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Rules of the fourth batch that came without tests of their own.
class EarlierRulesTest {
  @Test
  void outputsThatANetworkInCppIsAskedForAreARunOfIt() {
    String search =
        "void think(Network* n) { auto a = n->%s(state); play(a); }\nint main() { think(net); }\n";
    String file = "src/play.cpp";
    assertThat(inference(file, search.formatted("get_output"))).isEqualTo(State.PRESENT);
    assertThat(inference(file, search.formatted("get_name"))).isNotEqualTo(State.PRESENT);
  }

  @Test
  void layersThatPropagateInCppAreANetwork() {
    String layers = "void %1$s_hidden(Net* n) { add(n); }\nvoid %1$s_output(Net* n) { add(n); }\n";
    String file = "src/network.cc";
    assertThat(network(file, layers.formatted("propagate"))).isEqualTo(State.PRESENT);
    assertThat(network(file, layers.formatted("print"))).isNotEqualTo(State.PRESENT);
  }

  @Test
  void hiddenLayersByNameInCAreANetwork() {
    String net = "int main() { int %1$sSize = 8; double *%1$sWeights = make(%1$sSize); run(); }\n";
    for (String named : List.of("hiddenLayer", "firstHiddenLayer", "menu")) {
      assertThat(network("src/network.c", net.formatted(named)))
          .as(named)
          .isEqualTo(named.equals("menu") ? State.ABSENT : State.PRESENT);
    }
  }

  @Test
  void aFunctionThatGeneratesPicturesRunsTheModel() {
    String program =
        """
        import torch
        def %s(prompt):
            return decode(torch.load("a.pt"), prompt)
        if __name__ == "__main__":
            %1$s("a cat")
        """;
    assertThat(inference("picture.py", program.formatted("generate_wide_images")))
        .isEqualTo(State.PRESENT);
    assertThat(inference("picture.py", program.formatted("count_wide_images")))
        .isNotEqualTo(State.PRESENT);
  }

  @Test
  void aNotebookOfFineTuningDefinesNoNetworkOfTheReleases() {
    String cells =
        """
        {"cells": [{"cell_type": "code", "source": [
        "import torch.nn as nn\\n",
        "class A(nn.Module):\\n    def __init__(self):\\n        self.a = nn.Linear(2, 2)\\n",
        "class B(nn.Module):\\n    def __init__(self):\\n        self.b = nn.Linear(2, 2)\\n",
        "class C(nn.Module):\\n    def __init__(self):\\n        self.c = nn.Linear(2, 2)\\n"]}]}
        """;
    assertThat(network("finetune/heads.ipynb", cells)).isEqualTo(State.ABSENT);
    assertThat(network("model/heads.ipynb", cells)).isEqualTo(State.PRESENT);
  }

  @Test
  void aProgramThatCollectsFromAHubMakesDataThoughNothingTrainsHere() {
    String program =
        """
        %s
        def main():
            with open("all.jsonl", "w") as f:
                f.write(rows())
        if __name__ == "__main__":
            main()
        """;
    String file = "data/collect_data.py";
    assertThat(data(file, program.formatted("from datasets import load_dataset")))
        .isEqualTo(State.PRESENT);
    assertThat(data(file, program.formatted("import json"))).isEqualTo(State.ABSENT);
  }
}
