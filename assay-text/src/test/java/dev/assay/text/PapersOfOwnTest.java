package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.Finding;
import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// Which papers are the release's own, and which it only speaks of.
class PapersOfOwnTest {
  private static State paper(String readme) {
    return Docs.readme(readme).state(Component.RESEARCH_PAPER);
  }

  @Test
  void aBadgeWithoutWordsSaysThemInItsPicturesAddress() {
    String badge =
        "# Net\n\n<a href='https://arxiv.org/abs/2401.03048'><img src='https://img.shields.io/badge/Paper-PDF-red'></a>\n";
    assertThat(paper(badge)).isEqualTo(State.LINKED);
    assertThat(paper(badge.replace("Paper-PDF", "Built-with"))).isEqualTo(State.ABSENT);
  }

  @Test
  void codeForThePaperMayGiveItsTitleAlone() {
    String said = "# Net\n\nCode and model for the paper \"A net that hears harbours and dunes\"\n";
    Finding found = Docs.readme(said).finding(Component.RESEARCH_PAPER);
    assertThat(found.state()).isEqualTo(State.LINKED);
    assertThat(found.summary()).contains("title", "harbours and dunes");
    assertThat(paper(said.replace("Code and model for", "Much was learnt from")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aLinkThatIsTheDocumentsTitleIsThePaper() {
    String said =
        "# Net: hearing harbours with small networks\n\nFor details see [Hearing harbours with small networks](https://lab.example.org/publications/harbours) by A. Author.\n";
    assertThat(paper(said)).isEqualTo(State.LINKED);
    assertThat(paper(said.replace("[Hearing harbours with", "[Seeing mountains through")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void theReportOfSomebodyElseIsNotTheReleases() {
    assertThat(
            Docs.readme(
                    "# Net\n\nThe 67.0 are reported by the official GPT4 Report (2023/03/15) of"
                        + " [OpenAI](https://arxiv.org/abs/2303.08774).\n")
                .state(Component.TECHNICAL_REPORT))
        .isEqualTo(State.ABSENT);
    assertThat(
            Docs.readme("# Net\n\nSee our [technical report](https://arxiv.org/abs/2303.00001).\n")
                .state(Component.TECHNICAL_REPORT))
        .isEqualTo(State.LINKED);
    assertThat(
            Docs.readme(
                    "# Net\n\n## Papers using Net\n\n- [A report](https://arxiv.org/abs/2303.00001)\n")
                .state(Component.TECHNICAL_REPORT))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void thePaperOfWhatAReleaseBuildsOnIsNotItsOwn() {
    String said =
        "# Harbour\n\nWords.\n\n## More\n\nThe QuayBERT architecture is presented in the"
            + " [\"QuayBERT: Improving BERT with Much Water\"](https://arxiv.org/abs/2008.02496) paper.\n";
    assertThat(paper(said)).isEqualTo(State.ABSENT);
    assertThat(paper(said.replace("# Harbour", "# QuayBERT"))).isEqualTo(State.LINKED);
    assertThat(paper(said.replace("## More", "## QuayBERT"))).isEqualTo(State.LINKED);
  }

  @Test
  void theRulesOfConductAreNoPaper() {
    String said =
        "# Lab Open Source Code of Conduct\n\nThis project has adopted the [Lab Open Source Code of Conduct](https://lab.example.org/conduct/).\n";
    for (String name : new String[] {"CODE_OF_CONDUCT.md", "code-of-conduct.md", "SECURITY.md"}) {
      assertThat(new Docs().with(name, said).state(Component.RESEARCH_PAPER))
          .as(name)
          .isEqualTo(State.ABSENT);
    }
  }

  @Test
  void whatItCarriesOutAsDescribedInAListIsItsOwn() {
    String said =
        "# Net\n\nAn implementation of a small network, as described in:\n\n- A. Author, [Small networks for harbours](https://a.example.org/papers/small.pdf), 2019.\n";
    assertThat(paper(said)).isEqualTo(State.LINKED);
    assertThat(paper(said.replace("as described in:", "which is unlike:"))).isEqualTo(State.ABSENT);
  }

  @Test
  void thePaperOfSomethingElseIsItsPaper() {
    String said =
        "# Net\n\nWe followed the paper of [Whale](https://arxiv.org/abs/2401.03048) when we made it.\n";
    assertThat(paper(said)).isEqualTo(State.ABSENT);
    assertThat(paper(said.replace("Whale", "Net"))).isEqualTo(State.LINKED);
  }

  @Test
  void referencesAreOfOthersAndACitationIsOfTheRelease() {
    String said = "# Net\n\n## Citation\n\nAuthor, [A net](https://arxiv.org/abs/2401.03048)\n";
    assertThat(paper(said)).isEqualTo(State.LINKED);
    assertThat(paper(said.replace("## Citation", "## References"))).isEqualTo(State.ABSENT);
  }

  @Test
  void entriesBelowTheReleasesOwnAreWhatItBuildsOn() {
    String own = "@software{net2024,\n title={Net},\n url={https://github.com/a/net}\n}\n";
    String base =
        "@article{whale2023,\n title={Whale},\n journal={arXiv preprint arXiv:2302.13971}\n}\n";
    String cite = "# Harbournet\n\nPlease cite:\n\n```bibtex\n";
    assertThat(paper(cite + own + "```\n```bibtex\n" + base + "```\n")).isEqualTo(State.ABSENT);
    assertThat(paper(cite + own + base + "```\n")).isEqualTo(State.ABSENT);
    assertThat(paper(cite + base + "```\n")).isEqualTo(State.LINKED);
    assertThat(paper(cite + own + base.replace("{Whale}", "{Harbournet}") + "```\n"))
        .isEqualTo(State.LINKED);
    assertThat(paper("# Net\n\nAn entry looks so:\n\n```bibtex\n" + base + "```\n"))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aPresentationIsNoPaper() {
    Docs docs = Docs.readme("# Net\n").listed("docs/intro-net.pdf", 90_000);
    assertThat(docs.state(Component.RESEARCH_PAPER)).isEqualTo(State.ABSENT);
    Docs paper = Docs.readme("# Net\n").listed("docs/net.pdf", 90_000);
    assertThat(paper.state(Component.RESEARCH_PAPER)).isEqualTo(State.PRESENT);
  }

  @Test
  void thePaperCalledAfterAnotherIsNotTheReleases() {
    String said =
        "# Net\n\nLook at the table at the end of the [Whale paper](https://arxiv.org/abs/2203.15556) for sizes.\n";
    assertThat(paper(said)).isEqualTo(State.ABSENT);
    for (String own : new String[] {"Net paper", "Research paper", "paper"}) {
      assertThat(paper(said.replace("Whale paper", own))).as(own).isEqualTo(State.LINKED);
    }
  }

  @Test
  void officialCodeIsForItsPaper() {
    String said =
        "# Large nets (Harbour)\n\nThis repo provides official code and checkpoints for [Harbour: nets are large models](https://arxiv.org/abs/2402.02368).\n";
    assertThat(paper(said)).isEqualTo(State.LINKED);
    assertThat(paper(said.replace("official code and checkpoints for", "an answer to")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aLaterEntryWithTheDocumentsNameIsItsOwn() {
    String cite =
        "# Large nets (Harbour)\n\nPlease cite:\n\n```\n@software{a,\n title={Tools},\n}\n@article{b,\n title={Harbour-XL: long nets},\n journal={arXiv:2410.04803}\n}\n```\n";
    assertThat(paper(cite)).isEqualTo(State.LINKED);
    assertThat(paper(cite.replace("Harbour-XL", "Whale-XL"))).isEqualTo(State.ABSENT);
    assertThat(paper(cite.replace("Large nets (Harbour)", "A reproduction of Harbour")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aReportBesideTheCodeIsOne() {
    String said =
        "# Net\n\nFor more, see the [Net Technical Report](https://github.com/a/net/blob/main/report.pdf).\n";
    assertThat(Docs.readme(said).state(Component.TECHNICAL_REPORT)).isEqualTo(State.LINKED);
    assertThat(
            Docs.readme(said.replace("report.pdf", "report.py")).state(Component.TECHNICAL_REPORT))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void theLineBelowTheTitleMaySayWhatItCarriesOut() {
    String said =
        "# Net\n\n### This is an official implementation of Net: [Hearing harbours with nets](https://arxiv.org/abs/2211.14730).\n\nText.\n";
    assertThat(paper(said)).isEqualTo(State.LINKED);
    assertThat(paper(said.replace("###", "## More\n\n###"))).isEqualTo(State.ABSENT);
  }

  @Test
  void aBadgeMaySayItsWordsInAQuery() {
    String badge =
        "# Net\n\n<a href='https://arxiv.org/abs/2401.03048'><img src='https://img.shields.io/static/v1?label=Paper&message=Arxiv&color=red'></a>\n";
    assertThat(paper(badge)).isEqualTo(State.LINKED);
    assertThat(paper(badge.replace("label=Paper&message=Arxiv", "label=Built&message=today")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void whatHasAppearedSomewhereIsCitedByItsTitle() {
    String cited =
        "# Larks\n\n## %s\n\n```\n@article{%s,\n  title={Hearing harbours with small networks},\n  journal={%s},\n  year={2024}\n}\n```\n";
    assertThat(paper(cited.formatted("Citation", "author24", "Journal of Harbours")))
        .isEqualTo(State.LINKED);
    assertThat(paper(cited.formatted("Citation", "author24", "GitHub repository")))
        .isEqualTo(State.ABSENT);
    assertThat(paper(cited.formatted("Notes", "Larks", "Journal of Harbours")))
        .isEqualTo(State.LINKED);
    assertThat(paper(cited.formatted("Notes", "author24", "Journal of Harbours")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void thePaperOfAnotherProjectStandsBesideItsName() {
    String said =
        "# Net\n\nWe also made [%s](https://github.com/lab/%s), [technical report](https://arxiv.org/abs/2401.03048).\n";
    assertThat(Docs.readme(said.replace("%s", "Net")).state(Component.TECHNICAL_REPORT))
        .isEqualTo(State.LINKED);
    assertThat(Docs.readme(said.replace("%s", "Other")).state(Component.TECHNICAL_REPORT))
        .isEqualTo(State.ABSENT);
    String based =
        "# Net\n\n## Data\n\n* Based on [the %s paper](https://arxiv.org/abs/2304.01196).\n";
    assertThat(paper(based.formatted("Other"))).isEqualTo(State.ABSENT);
    assertThat(paper(based.formatted("Net"))).isEqualTo(State.LINKED);
  }

  @Test
  void theIntroductionNamesThePaperThatIsCarriedOut() {
    String said =
        "# Net\n\nIt is a %s of work from the paper [Hearing harbours with small networks](https://harbours.example.org) by A. Author.\n";
    assertThat(paper(said.formatted("reproduction"))).isEqualTo(State.LINKED);
    assertThat(paper(said.formatted("critic"))).isEqualTo(State.ABSENT);
    String details = "# Net\n\n%s can be found at: http://arxiv.org/abs/1603.01360\n";
    assertThat(paper(details.formatted("Details about the model"))).isEqualTo(State.LINKED);
    assertThat(paper(details.formatted("The scorer"))).isEqualTo(State.ABSENT);
  }

  @Test
  void aReferenceThatIsToBeCitedIsTheReleases() {
    String said =
        "# Net\n\n## References\n\n%s\n\nAuthor, [A net](https://arxiv.org/abs/2401.03048)\n";
    assertThat(paper(said.formatted("If you use this program, please cite:")))
        .isEqualTo(State.LINKED);
    assertThat(paper(said.formatted("Further reading:"))).isEqualTo(State.ABSENT);
  }

  @Test
  void aTitleMayNameItsFrameworkInBrackets() {
    String said =
        "# HarbourNet (Flax)\n\nIt has options for [%s: small networks in a large sea](https://arxiv.org/abs/2401.03048) and more.\n";
    assertThat(paper(said.formatted("HarbourNet"))).isEqualTo(State.LINKED);
    assertThat(paper(said.formatted("MountainNet"))).isEqualTo(State.ABSENT);
  }
}
