package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is an amount of data, and what is one of something else.
class QuantityTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "the most that fits my A100 40GB GPU",
        "trained on eight V100 32 GB cards",
        "needs 24 GB of VRAM",
        "a machine with 64GB memory",
        "单卡需要 80GB 显存",
        "2,000 GPU hours",
      })
  void whatAMachineHasIsNoData(String text) {
    assertThat(Quantity.in(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "trained on 40GB of text",
        "a corpus of 800 GB",
        "825 GiB or 780 GB of books, read from memory-mapped files by a program on several GPUs",
        "80GB 的中文语料",
        "12 hours of speech"
      })
  void whatItWasTrainedOnIs(String text) {
    assertThat(Quantity.in(text)).hasSize(1);
  }
}
