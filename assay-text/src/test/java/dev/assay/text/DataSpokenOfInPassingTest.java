package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Sentences, rows and links that have words for training data and tell nothing of this release's.
class DataSpokenOfInPassingTest {
  private static State state(String said) {
    return Docs.readme("# Net\n\n" + said + "\n").trains().data();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "## Plans\n\nOur future work will improve the quality of our training data.",
        "## Plans\n\nWe plan to extend our training data to more harbours.",
        "## Why\n\nOur net needs much less training data than others do.",
        "## 特性\n\n我们的模型所需的训练数据更少。",
        "## 特長\n\n私たちの手法は必要な学習データが少ないです。",
        "## Scripts\n\n- `load_boats.py` - Helpers for reading our training data in parts.",
        "## Data\n\nSince all our training data are packed files, you just need to unpack them.",
        "## Training\n\nThe scripts that we used for training on our data can be found in `run/`.",
        "## 数据\n\n请注意在配置文件中填写训练数据的路径。",
        "## 数据\n\n训练时使用的语料格式为一行一句。",
        "尽管模型在训练的各个阶段都尽力确保数据的合规性和准确性，但无法保证输出内容的准确性。",
        "尽管我们已尽最大努力确保模型训练过程中使用数据的合规性，但仍有可能存在一些无法预见的问题。",
        "We have done our best to ensure the compliance of our training data, and answer for nothing.",
        "The dataset is CC BY-NC 4.0 and models trained using the dataset should not be used outside of research.",
        "Models that were fine-tuned on this data may be sold under the same terms."
      })
  void nothingIsTold(String said) {
    assertThat(state(said)).isEqualTo(State.ABSENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Net was trained on our in-house set of sea charts; more information can be found in the paper.",
        "Our training data are 12,000 letters, and future versions will have more.",
        "Net 使用了 [Quay](https://github.com/quay/quay) 的目标函数，经过了 1.4T 中英标识符的预训练与对齐训练，[评测结果](#x)显示，相比于初代模型，在 MMLU 等数据集上有提升。",
        "Net 经过约 2.6 万亿 tokens 的训练。"
      })
  void whatIsToldBesideCounts(String said) {
    assertThat(state(said)).isEqualTo(State.DESCRIBED);
  }

  @Test
  void aSampleShowsTheForm() {
    String item = "## Training data\n\n- [%s](%s)\n";
    assertThat(state(item.formatted("Sample data set", "boats_demo.json")))
        .isNotEqualTo(State.LINKED);
    assertThat(state(item.formatted("样例数据集", "boats.json"))).isNotEqualTo(State.LINKED);
    assertThat(state(item.formatted("Harbour letters", "boats.json"))).isEqualTo(State.LINKED);
  }

  @Test
  void whatIsForTestsIsPutThere() {
    String bid =
        "## Data\n\nDownload the data [here](https://boats.example.edu/get/all) and put it under `%s/boats/`.";
    assertThat(state(bid.formatted("eval"))).isEqualTo(State.ABSENT);
    assertThat(state(bid.formatted("sets"))).isEqualTo(State.LINKED);
  }

  @Test
  void theLinksOfARowAboutAModelLeadToIt() {
    String table =
        "## Pre-trained models\n\n| Model | Corpus | Download |\n|---|---|---|\n| Net-S | Harbour letters | [drive](https://drive.google.com/file/d/1a) |\n";
    assertThat(state(table)).isEqualTo(State.DESCRIBED);
  }

  @Test
  void weightsThatWereTrainedOnDataAreNotTheData() {
    assertThat(
            state(
                "The weights of Net pre-trained on various datasets are available at [HuggingFace](https://huggingface.co/acme)."))
        .isEqualTo(State.DESCRIBED);
  }
}
