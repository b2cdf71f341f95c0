package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Papers without a word of a sentence, and those that a sentence names for another reason.
class PaperRowsTest {
  private static boolean paper(String said) {
    Docs docs = Docs.readme("# Gull\n\nGull finds birds.\n\n" + said + "\n");
    return docs.state(Component.RESEARCH_PAPER) == State.LINKED
        || docs.state(Component.TECHNICAL_REPORT) == State.LINKED;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "## Gulls at sea\n\n[Project Website](https://gull.example.org/)&nbsp;&nbsp;•&nbsp;&nbsp;[PDF](https://arxiv.org/pdf/2210.06407.pdf)",
        "詳細については、次の論文をご覧ください。\n\n青池. かもめの開発. シンポジウム, 2024 [外部リンク](https://ipsj.example.org/records/241527)",
        "For details refer to the following paper.\n\nA. Author. Gulls. 2024. [link](https://arxiv.org/abs/2210.06407)",
        "[![Technical Report](https://img.shields.io/badge/Technical_Report-orange)](./Technical_report.pdf)",
        "Unser Artikel: https://arxiv.org/abs/2001.00001",
        "It follows [our paper](https://arxiv.org/abs/2001.00001).",
      })
  void isTheReleasesOwn(String said) {
    assertThat(paper(said)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[Herons](https://heron.example.org/) • [PDF](https://arxiv.org/pdf/2210.06407.pdf)",
        "For details refer to the following page.\n\nA. Author. Gulls. 2024. [link](https://gull.example.org/abs)",
        "[![Terms](https://img.shields.io/badge/Terms-orange)](./Terms.pdf)",
        "It replicates the [heron network](https://arxiv.org/pdf/1512.03385v1.pdf) paper's 50 layers.",
        "The head is similar to [Heron](https://arxiv.org/pdf/1512.03385v1.pdf), whose paper has more.",
      })
  void isAnothersOrNone(String said) {
    assertThat(paper(said)).isFalse();
  }
}
