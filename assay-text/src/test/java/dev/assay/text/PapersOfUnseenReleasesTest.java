package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// Ways in which releases link their own paper that nobody had looked at before.
class PapersOfUnseenReleasesTest {
  @Test
  void theEntryWhoseTitleBeginsWithTheNameIsThePaper() {
    String readme =
        "# GullRec\n\nA net.\n\n## %s\n\n```TeX\n@inproceedings{Gull:2019,\n author = {Gull, Ada},\n title = {%s: Counting Gulls with Small Nets},\n doi = {10.1145/3357384.3357895},\n}\n```\n";
    assertThat(Docs.readme(readme.formatted("Layers", "GullRec")).state(Component.RESEARCH_PAPER))
        .isEqualTo(State.LINKED);
    assertThat(Docs.readme(readme.formatted("Layers", "TernRec")).state(Component.RESEARCH_PAPER))
        .isEqualTo(State.ABSENT);
    // One entry below this word is the one to cite, whatever it is called.
    assertThat(
            Docs.readme(readme.formatted("Reference", "TernRec")).state(Component.RESEARCH_PAPER))
        .isEqualTo(State.LINKED);
  }

  @Test
  void theFirstPageOfAManualSaysWhichPaperIsTheReleases() {
    String page =
        "# Net: a net\n\n[Read the paper!](https://www.biorxiv.org/content/10.1101/2024.01.02.1234v1)\n";
    assertThat(
            Docs.readme("See the docs.\n")
                .with("docs/index.md", page)
                .state(Component.RESEARCH_PAPER))
        .isEqualTo(State.LINKED);
    assertThat(
            Docs.readme("See the docs.\n")
                .with("docs/layers.md", page)
                .state(Component.RESEARCH_PAPER))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void whatAReaderIsBidToCiteIsThePaper() {
    String readme =
        "# Net\n\nA net.\n\n# Reference\n\n%s\n\n> Gull, C., Ong, S. A graph for gulls. Nat Birds 2, 718 (2022). https://doi.org/10.1038/s43588-022-00349-3.\n";
    assertThat(
            Docs.readme(readme.formatted("Please cite the following work:"))
                .state(Component.RESEARCH_PAPER))
        .isEqualTo(State.LINKED);
    assertThat(
            Docs.readme(readme.formatted("The chart was drawn after this work:"))
                .state(Component.RESEARCH_PAPER))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aTitleAboveItsAuthorsIsThePaper() {
    String readme =
        "# Tools\n\n> [Gulls: On the Flight of Birds over Sand](https://arxiv.org/abs/2401.01234)<br>\n> %s\n";
    String authors =
        "[Ada Gull](https://ada.example.org), [Bo Sand](https://bo.example.org), [Cy Dune](https://cy.example.org)";
    assertThat(Docs.readme(readme.formatted(authors)).state(Component.RESEARCH_PAPER))
        .isEqualTo(State.LINKED);
    assertThat(Docs.readme(readme.formatted("and others")).state(Component.RESEARCH_PAPER))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void usersAreAskedToDoSomethingWithThePaper() {
    String readme =
        "# Gull counting\n\nA net.\n\n## Step 7\n\nIf you use this package in %s, please sight our manuscript: \\\nGull, A. (2020). Nets.\n\n```\n@article{gullNets2020,\n title = {Nets for Birds},\n doi = {10.1002/abc3.6692},\n}\n```\n";
    assertThat(Docs.readme(readme.formatted("a publication")).state(Component.RESEARCH_PAPER))
        .isEqualTo(State.LINKED);
    assertThat(Docs.readme(readme.formatted("a boat")).state(Component.RESEARCH_PAPER))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aLibraryOfAstronomyKeepsPapers() {
    String readme =
        "# Net\n\n## Citation\n\nYou can cite the following paper: https://%s/abs/2019gulls400014M/abstract\n";
    assertThat(
            Docs.readme(readme.formatted("ui.adsabs.harvard.edu")).state(Component.RESEARCH_PAPER))
        .isEqualTo(State.LINKED);
  }

  @Test
  void aPaperMayBeAPageOfItsOwn() {
    String page =
        "# Nets for birds\n\n## Abstract\n\nWe count.\n\n## 1. Introduction\n\n"
            + "Gulls are many and the sand is wide. ".repeat(120)
            + "\n\n## %s\n\n[1] Sand, B. Dunes.\n";
    assertThat(paperWith("PAPER.md", page.formatted("References"))).isEqualTo(State.PRESENT);
    assertThat(paperWith("NOTES.md", page.formatted("References"))).isEqualTo(State.ABSENT);
    assertThat(paperWith("PAPER.md", page.formatted("Thanks"))).isEqualTo(State.ABSENT);
  }

  private static State paperWith(String path, String page) {
    return Docs.readme("# Net\n\nA net.\n").with(path, page).state(Component.RESEARCH_PAPER);
  }

  @Test
  void anAddressBehindTheTitleOfTheReleaseIsItsPaper() {
    String readme =
        "# Deep Nets for the Flight of Gulls\n\nExperiment code on sand of paper %s(https://arxiv.org/abs/1905.06482)\n";
    assertThat(
            Docs.readme(readme.formatted("Deep Nets for the Flight of Gulls"))
                .state(Component.RESEARCH_PAPER))
        .isEqualTo(State.LINKED);
    assertThat(
            Docs.readme(readme.formatted("Shallow Nets for the Sleep of Terns"))
                .state(Component.RESEARCH_PAPER))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void theNameWhoseCodeIsHereLeadsToItsPaper() {
    String readme =
        "# Nets\n\nThis repository %s [Gull 1](https://www.biorxiv.org/content/10.1101/2025.11.12.688125v1) family of models.\n";
    assertThat(
            Docs.readme(readme.formatted("contains the code for the"))
                .state(Component.RESEARCH_PAPER))
        .isEqualTo(State.LINKED);
    assertThat(
            Docs.readme(readme.formatted("does better than the")).state(Component.RESEARCH_PAPER))
        .isEqualTo(State.ABSENT);
  }
}
