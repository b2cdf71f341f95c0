package dev.assay.code.judge;

import static dev.assay.code.judge.States.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// What is called a conversion is one of weights where the code speaks of weights.
class ConversionsTest {
  private static State tools(String path, String text) {
    return state(Component.SUPPORTING_TOOLS, path, text);
  }

  private static final String OF_DATA =
      """
      import json
      with open("a.json") as f, open("a.tsv", "w") as out:
          out.write(json.load(f)["caption"])
      """;
  private static final String OF_WEIGHTS =
      """
      import torch
      weights = torch.load("a.bin")
      torch.save({"model": weights}, "b.bin")
      """;

  @Test
  void whatReadsCaptionsConvertsNoWeights() {
    assertThat(tools("dataset/convert_captions.py", OF_DATA)).isEqualTo(State.ABSENT);
    assertThat(tools("tools/convert_sbu.py", OF_DATA)).isEqualTo(State.ABSENT);
    assertThat(tools("tools/convert_sbu.py", OF_WEIGHTS)).isEqualTo(State.PRESENT);
  }

  @Test
  void aNameThatLeadsFromOneFormToAnotherSaysIt() {
    assertThat(tools("src/checkpoint2huggingface.py", OF_WEIGHTS)).isEqualTo(State.PRESENT);
    assertThat(tools("src/tf_to_pytorch.py", OF_WEIGHTS)).isEqualTo(State.PRESENT);
    assertThat(tools("src/json2hf.py", OF_DATA)).isEqualTo(State.ABSENT);
    assertThat(tools("src/text2image_pytorch.py", OF_WEIGHTS)).isEqualTo(State.ABSENT);
    assertThat(tools("src/2onnx2.py", OF_DATA)).isEqualTo(State.ABSENT);
  }

  @Test
  void theSummaryNamesWhatWasFound() {
    assertThat(
            new Release()
                .file("tools/convert_sbu.py", OF_WEIGHTS)
                .finding(Component.SUPPORTING_TOOLS)
                .summary())
        .contains("checkpoints")
        .doesNotContain("tokenizers");
  }
}
