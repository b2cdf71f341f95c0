package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Papers that lines of news, references and lists tell of.
class PapersInNewsTest {
  private static final String AT = "(https://arxiv.org/abs/2401.01234)";

  private static boolean linked(String said) {
    return Docs.readme("# Gull: a net for shores\n\n" + said + "\n").state(Component.RESEARCH_PAPER)
        == State.LINKED;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "## News\n\n* [May 2024] Released [Gull v2]@:\n",
        "## News\n\n- [2024/5] [Gull-2]@ has been accepted at a conference.",
        "## News\n\n- Our pre-print is out. Read of it [here]@.",
        "## Nets\n\n| net | paper |\n|---|---|\n| small | [Gull]@ |"
      })
  void newsTellOfThePaper(String said) {
    assertThat(linked(said.replace("\\n", "\n").replace("@", AT))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "## Note\n\nI have learnt since (I also wrote a paper shown at [Sands 2021]@).",
        "## News\n\n- [Sand-ID](https://github.com/x/sandid) is updated, you can look at its [paper]@.",
        "## Notes\n\nThis code differs from the Gull paper in a few ways:\n\n- We crop as [Dunes]@ did.",
        "## Reference\n\n### Paper\n\n- [Dunes]@",
        "## Shoutouts\n\n- A. Author, for the [seminal paper]@"
      })
  void othersPapersAreToldOfToo(String said) {
    assertThat(linked(said.replace("\\n", "\n").replace("@", AT))).isFalse();
  }

  @Test
  void aTitleMayBeSetApartByIndenting() {
    String said =
        "This holds the code of a net, described in %s:\n\n    Nets for Long Shores\n    A. Gull and B. Sand;\n    In: Proceedings of the Conference on Shores, 2019.\n";
    assertThat(linked(said.formatted("our paper"))).isTrue();
    assertThat(linked(said.formatted("our words"))).isFalse();
  }

  @Test
  void aReaderMayBeBidToReference() {
    String said =
        "If you find it useful, please %s:\n\n```\n@article{x, title={Nets for Shores}, journal={arXiv preprint arXiv:2401.01234}}\n```\n";
    assertThat(linked(said.formatted("reference in your paper"))).isTrue();
    assertThat(linked(said.formatted("buy"))).isFalse();
  }

  @Test
  void anAddressMayStandBareBehindTheWordsThatOfferThePaper() {
    String said = "## More\n\nOur %s is available at https://arxiv.org/abs/2401.01234.";
    assertThat(linked(said.formatted("paper"))).isTrue();
    assertThat(linked(said.formatted("map"))).isFalse();
  }
}
