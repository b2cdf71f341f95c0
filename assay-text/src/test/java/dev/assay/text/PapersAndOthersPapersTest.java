package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// What tells a release's own paper from one that it only took something from.
class PapersAndOthersPapersTest {
  private static State paper(String readme) {
    return Docs.readme(readme).state(Component.RESEARCH_PAPER);
  }

  @Test
  void theFrontPageOfAPublisherIsNoPaper() {
    String readme =
        "# Net\n\n## Data\n\nLetters lie about, e.g. on the [library](https://lib.example.org), [arXiv](https://www.arxiv.org%s).\n";
    assertThat(paper(readme.formatted(""))).isEqualTo(State.ABSENT);
    assertThat(paper(readme.formatted("/"))).isEqualTo(State.ABSENT);
    assertThat(paper(readme.formatted("/abs/2401.01234"))).isEqualTo(State.LINKED);
  }

  @Test
  void aNumberBehindWhatIsUsedIsOfThat() {
    String readme =
        "# Net\n\n## How\n\nFirst, a part turns each picture into numbers. %s Dune-2 [arXiv:2401.01234](https://arxiv.org/abs/2401.01234).\n";
    assertThat(paper(readme.formatted("We use"))).isEqualTo(State.ABSENT);
    assertThat(paper(readme.formatted("Fast by caching, similar to"))).isEqualTo(State.ABSENT);
    assertThat(paper(readme.formatted("Our paper tells how we use"))).isEqualTo(State.LINKED);
  }

  @Test
  void papersThatUsedACodeAreTheirUsers() {
    String readme =
        "# Net\n\n## List of papers that %s this code\n\n- Gulls over sand https://arxiv.org/abs/2401.01234\n";
    assertThat(paper(readme.formatted("used"))).isEqualTo(State.ABSENT);
    assertThat(paper(readme.formatted("describe"))).isEqualTo(State.LINKED);
  }

  @Test
  void whatIsAvailableMayBeData() {
    String readme =
        "# Net\n\n## Files\n\n%s available via the school's publications and other things at: https://doi.org/10.1234/abc-b-000\n";
    assertThat(paper(readme.formatted("The data sets are"))).isEqualTo(State.ABSENT);
    assertThat(paper(readme.formatted("Our paper is"))).isEqualTo(State.LINKED);
  }

  @Test
  void anImplementationMayRestOnAPaper() {
    String readme =
        "# Counting gulls\n\nThis is an implementation of %s [Gull et al.](https://arxiv.org/abs/2401.01234) with a few changes.\n";
    assertThat(paper(readme.formatted("a counter based on"))).isEqualTo(State.ABSENT);
    assertThat(paper(readme.formatted("the counter of"))).isEqualTo(State.LINKED);
  }

  @Test
  void manualsLieInFoldersToo() {
    String page =
        "# Turning\n\n## Notes\n\nThe rate was first described in the paper [Learning Fast with Large Steps](https://arxiv.org/abs/2401.01234).\n";
    assertThat(Docs.readme("# Net\n").with("tools/docs/1.md", page).state(Component.RESEARCH_PAPER))
        .isEqualTo(State.ABSENT);
    assertThat(Docs.readme("# Net\n").with("tools/1.md", page).state(Component.RESEARCH_PAPER))
        .isEqualTo(State.LINKED);
  }

  @Test
  void theTitleMayStandWithoutMarks() {
    String readme =
        "# netGULL\n%s Gulls: A Net That Counts Them [[here](https://arxiv.org/abs/2401.01234) and [here](https://openreview.net/forum?id=a)]. Pictures are [here](https://lab.example.org).\n";
    assertThat(paper(readme.formatted("Code accompanying the paper"))).isEqualTo(State.LINKED);
    assertThat(paper(readme.formatted("Code accompanying the film"))).isEqualTo(State.ABSENT);
  }

  @Test
  void amongRelatedWorksStandsTheOneWhoseTitleIsTheReleases() {
    String readme =
        "# GullNet: A Small Net for Counting Gulls\n\n## 3. Related papers\n- Gull, Ada, and Bo Sand. \"%s.\" arXiv preprint arXiv:2401.01234 (2024).\n- Dune, Cy. \"Sand.\" Letters on Sand 4.1 (2020): 2-3.\n";
    assertThat(paper(readme.formatted("GullNet: A Small Net for Counting Gulls")))
        .isEqualTo(State.LINKED);
    assertThat(paper(readme.formatted("TernNet: A Large Net for Counting Terns")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aStudyMayBeCalledAsTheReleaseIs() {
    String readme =
        "# GullNet for ponds\n\nIn [a study](https://www.lab.example.org/s/%s.pdf) it was the first to count.\n";
    assertThat(paper(readme.formatted("GullNet"))).isEqualTo(State.LINKED);
    assertThat(paper(readme.formatted("ponds"))).isEqualTo(State.ABSENT);
  }

  @Test
  void anOfficeForPublicationsIsNoPaper() {
    String readme =
        "# Net\n\n## Letters\n\n- All laws, as given out by the [%s](http://www.office.example.org)\n";
    assertThat(paper(readme.formatted("National Publication Office"))).isEqualTo(State.ABSENT);
    assertThat(paper(readme.formatted("Publication Page"))).isEqualTo(State.LINKED);
  }

  @Test
  void aReportMayBeKeptWithTheCode() {
    String readme =
        "# Net\n\n## Citation\n\n```\n@%s{net,\n title={Net: Joining Two Things},\n author={Ada Gull},\n year={2024},\n url=\"https://github.com/lab/net\",\n}\n```\n";
    assertThat(Docs.readme(readme.formatted("techreport")).state(Component.TECHNICAL_REPORT))
        .isEqualTo(State.LINKED);
    assertThat(Docs.readme(readme.formatted("software")).state(Component.TECHNICAL_REPORT))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aPostThatIsCitedIsAReport() {
    String readme =
        "# Net\n\n## Citation\n\n```\n@misc{net,\n title={Net},\n author={Ada Gull},\n year={2024},\n url={https://lab.example.org/%s/net},\n}\n```\n";
    assertThat(Docs.readme(readme.formatted("blog")).state(Component.TECHNICAL_REPORT))
        .isEqualTo(State.LINKED);
    assertThat(Docs.readme(readme.formatted("shop")).state(Component.TECHNICAL_REPORT))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aPaperToAppearHasAuthorsAndNoAddress() {
    String readme =
        "# Net\n\n## Citation\n\n```\n@misc{net2021,\n title={NetBERT: a Small Language Model to Begin With},\n author={%s},\n year={2021}\n}\n```\n";
    assertThat(paper(readme.formatted("Ada Gull, Bo Sand, Cy Dune"))).isEqualTo(State.LINKED);
    assertThat(paper(readme.formatted("Ada Gullmann"))).isEqualTo(State.ABSENT);
  }

  @Test
  void aWholeEntryAmongReferencesIsNotCalledAPaper() {
    String readme =
        "# Net\n\n## References\n\n- [%s](https://arxiv.org/abs/2401.01234)\n- [Dune, Cy, \"Sand.\", Proceedings of Sand, 2020](https://arxiv.org/abs/2001.01234)\n";
    assertThat(
            paper(readme.formatted("Gull, Ada, et al. \"Counting.\" Proceedings of Gulls. 2024.")))
        .isEqualTo(State.ABSENT);
    assertThat(paper(readme.formatted("Our paper"))).isEqualTo(State.LINKED);
  }
}
