package dev.assay.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.Gen;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Texts that are not quite as they should be, each inspected as a release.
class MutationsTest {
  private static final String README =
      """
      ---
      license: apache-2.0
      datasets: [lab/birds]
      ---
      # Wren: a small model of songs

      [![Paper](https://img.shields.io/badge/a-b)](https://arxiv.org/abs/2401.00001)
      Wren-1B is based on [Robin-1B](https://huggingface.co/lab/robin-1b), under Apache License 2.0.

      | Model | Data | Licence |
      | --- | --- | --- |
      | [Wren-1B](https://huggingface.co/lab/wren-1b) | [birds](https://example.org/birds.zip), 1.5T | CC BY 4.0 |

      ## Training data

      * 25% [birds](https://example.org/birds.zip) - "songs" of 2,000 birds (CC-BY-SA)
      * 10% of the web, which cannot be given

      ## How to train

      ```
      python train.py --data data/birds --epochs 3
      ```

      @article{wren2024, title={Wren: a small model}, author={A. B.}, year={2024}}
      """;

  private static final String TRAIN =
      """
      import torch
      from wren import Wren
      model = Wren()
      optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
      for batch in data:
          loss = model(batch)
          loss.backward()
          optimizer.step()
      torch.save(model.state_dict(), "wren.pt")
      """;

  @Test
  void whatIsBrokenCostsNoRun() {
    Gen.forAll(
        1,
        400,
        gen -> {
          var random = new Random(gen.anyLong());
          Map<String, byte[]> files =
              Map.of(
                  "README.md", bytes(Mutations.changed(README, random)),
                  "train.py", bytes(Mutations.changed(TRAIN, random)));
          assertThat(Mutations.faultOf(files)).isEmpty();
        });
  }

  @Test
  void aSeedMakesTheSameText() {
    assertThat(Mutations.changed(README, new Random(5)))
        .isEqualTo(Mutations.changed(README, new Random(5)))
        .isNotEqualTo(README)
        .isNotIn(List.of(Mutations.changed(README, new Random(6))));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
