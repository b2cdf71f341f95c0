package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.State;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// When a link to a project leads to code of the release.
class CodeLinksTest {
  private static List<Component> linked(String text) {
    return Docs.document("README.md", "# M\n\n" + text + "\n").signs().stream()
        .filter(s -> s.state() == State.LINKED && s.component().name().endsWith("_CODE"))
        .map(Sign::component)
        .distinct()
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The training code is [here](https://github.com/lab/m-train). | TRAINING_CODE",
        "- [Training code](https://github.com/lab/m-train) | TRAINING_CODE",
        "See the [repository](https://github.com/lab/m-train) for the training code. | TRAINING_CODE",
        "We train the models on TPUs using [Easy](https://github.com/x/easy), a training pipeline. | TRAINING_CODE",
        "The models were originally trained in https://github.com/lab/big_m for long. | TRAINING_CODE",
        "Training script: [`finetune.sh`](https://github.com/lab/m/blob/main/finetune.sh) | FINE_TUNING_CODE",
        "Our post-training code is at https://github.com/lab/handbook/tree/main/m for all. | FINE_TUNING_CODE",
        "A training script for fine-tuning is [here](https://github.com/lab/m-more). | FINE_TUNING_CODE",
        "If you want to train from the first stage, you need this [repo](https://github.com/lab/tiny). | TRAINING_CODE",
        "Run the [inference code](https://github.com/lab/m-run). | INFERENCE_CODE",
      })
  void codeIsLinked(String text, Component code) {
    assertThat(linked(text)).containsExactly(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "训练代码参考了某库中的[run.py](https://github.com/x/lib/blob/main/run.py)，用法见下。",
        "- 训练代码基于[Chat](https://github.com/x/chat)开发。",
        "This repository provides training scripts for [Net](https://github.com/x/net) by X.",
        "Our training code is based on [Chat](https://github.com/x/chat).",
        "The training code is adapted from [Chat](https://github.com/x/chat).",
        "I have rewritten the training code, inspired by [Axo](https://github.com/x/axo).",
        "Efficient training code for fine-tuning models such as [Other](https://github.com/x/other).",
        "As in [Lab X](https://github.com/x/lab-x), install it, download the training code, and go.",
        "Training code is under MIT, licensed as [Font](https://github.com/x/font).",
        "Details of the training code: [wiki](https://github.com/lab/m/wiki/train).",
        "Our pretrained models can be used with [lib](https://github.com/x/lib).",
        "The model was trained on [Set](https://github.com/x/set) for long.",
        "If you want to train your own model, use this [repo](https://github.com/x/tool).",
        "Thanks to [@you](https://github.com/you) for the training code.",
        "We reproduce [GPT](https://github.com/x/gpt), along with a reference implementation.",
      })
  void aProjectBesideWordsOnCodeIsNone(String text) {
    assertThat(linked(text)).isEmpty();
  }

  @Test
  void whatIsNoPromise() {
    for (String text :
        List.of(
            "* 更新了训练代码，提升后续的训练效率。",
            "勿将开源模型和代码用于任何有害用途。",
            "We intend to release a fully open-source model in line with others.")) {
      assertThat(Docs.document("README.md", "# M\n\n" + text + "\n").signs())
          .as(text)
          .noneMatch(s -> s.component() == Component.TRAINING_CODE);
    }
    assertThat(Docs.document("README.md", "# M\n\nThe code will be released soon.\n").signs())
        .anyMatch(s -> s.component() == Component.TRAINING_CODE);
  }

  @Test
  void whatAPlanHasNotTickedIsPromised() {
    String plan =
        "## Open-Source Plan\n\n- [x] Inference code\n- [ ] Training code\n- [ ] Finetuning\n";
    assertThat(Docs.document("README.md", "# M\n\n" + plan).signs())
        .filteredOn(s -> s.state() == State.PROMISED)
        .extracting(Sign::component)
        .containsExactly(Component.TRAINING_CODE, Component.FINE_TUNING_CODE);
    String checks = "## Before you begin\n\n- [ ] Training code\n";
    assertThat(Docs.document("README.md", "# M\n\n" + checks).signs()).isEmpty();
    String done = "## TODO\n\n- [x] Training code\n- [ ] Training code for readers of the book\n";
    assertThat(Docs.document("README.md", "# M\n\n" + done).signs()).isEmpty();
  }
}
