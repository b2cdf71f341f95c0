package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// Papers that are cited by an entry or by their title alone.
class PapersByTheirEntriesTest {
  private static final String ENTRY =
      "@%s{gull2024,\n  title={Hearing harbours with small networks},\n  author={Gull, Ada and Sand, Bo},\n%s  year={2024}\n}\n";

  private static State paper(String readme) {
    return Docs.readme(readme).state(Component.RESEARCH_PAPER);
  }

  @Test
  void anArticleWithoutAJournalHasATitle() {
    String cited = "# Larks\n\n## Citation\n\n```bibtex\n" + ENTRY + "```\n";
    assertThat(paper(cited.formatted("article", ""))).isEqualTo(State.LINKED);
    assertThat(paper(cited.formatted("misc", ""))).isEqualTo(State.ABSENT);
    assertThat(paper(cited.formatted("article", "  url={https://github.com/a/larks},\n")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void whatAnEntryIsSaidToDescribeIsTheRelease() {
    String said =
        "# Larks\n\n## Introduction\n\nThis holds code for larks. %s\n\n    "
            + ENTRY
                .formatted("inproceedings", "  booktitle={Conference on Larks},\n")
                .replace("\n", "\n    ")
            + "\n";
    assertThat(paper(said.formatted("The approach is described in"))).isEqualTo(State.LINKED);
    assertThat(paper(said.formatted("The data set was released with"))).isEqualTo(State.ABSENT);
  }

  @Test
  void anEntryBelowTheTitleIsOfTheRelease() {
    String said =
        "# Larks\n\n%s\n\n```bibtex\n"
            + ENTRY.formatted("inproceedings", "  booktitle={Conference on Larks},\n")
            + "```\n\n## Use\n\nRun it.\n";
    assertThat(paper(said.formatted("A small net for larks."))).isEqualTo(State.LINKED);
    assertThat(paper(said.formatted("For the songs dataset, see"))).isEqualTo(State.ABSENT);
  }

  @Test
  void entriesMayFollowTheirHeadingAtOnce() {
    String said =
        "# Larks\n\nA net.\n\n## %s\n    "
            + ENTRY
                .formatted("misc", "  eprint={2006.08097},\n  archivePrefix={arXiv},\n")
                .replace("\n", "\n    ")
            + "\n\n## Contact\nMail.\n";
    assertThat(paper(said.formatted("Citation"))).isEqualTo(State.LINKED);
    assertThat(paper(said.formatted("Data"))).isEqualTo(State.ABSENT);
  }

  @Test
  void tagsBelowAHeadingAreNoCode() {
    String said =
        "# Larks\n\n## More\n    <p>See our [paper](https://arxiv.org/abs/2401.03048).</p>\n";
    assertThat(paper(said)).isEqualTo(State.LINKED);
    assertThat(paper(said.replace("<p>See", "see"))).isEqualTo(State.ABSENT);
  }

  @Test
  void titlesInQuotesAreOfThePaperThatScriptsAreFor() {
    String said =
        "# Larks\n\nScripts for the task of 2016 (http://larks.example.org/), and %s \"Hearing harbours with small networks\".\n";
    assertThat(paper(said.formatted("for the paper"))).isEqualTo(State.LINKED);
    assertThat(paper(said.formatted("some ideas of the paper"))).isEqualTo(State.ABSENT);
  }

  @Test
  void titlesInAnglesAreOfWhatIsDone() {
    String said = "# Larks\n\n%s\n";
    for (String own :
        new String[] {
          "本项目是论文《Hearing harbours with small networks》的代码。",
          "論文「Hearing harbours with small networks」の実装です。",
          "논문 「Hearing harbours with small networks」의 구현입니다."
        }) {
      assertThat(paper(said.formatted(own))).as(own).isEqualTo(State.LINKED);
    }
    assertThat(paper(said.formatted("参见论文《Hearing harbours with small networks》。")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aRuleMayBeWrittenWithSpaces() {
    String said =
        "Words that come first.\n\n## Nets for larks\n- - - -\nIf you find it useful, please %s:\n```\n"
            + ENTRY.formatted("inproceedings", "  booktitle={Conference on Larks},\n")
            + "```\n- - - -\n\nText.\n";
    assertThat(paper(said.formatted("cite"))).isEqualTo(State.LINKED);
    assertThat(paper(said.formatted("smile"))).isEqualTo(State.ABSENT);
  }

  @Test
  void titlesInQuotesAreOfWhatIsDone() {
    String said = "# Larks\n\n%s \"Hearing harbours with small networks\"%s\n";
    for (String own :
        new String[] {
          "Implementation of the Paper",
          "This notebook shows our recent work,",
          "Code for the article",
          "Data and code of my master thesis"
        }) {
      assertThat(paper(said.formatted(own, " by Ada Gull."))).as(own).isEqualTo(State.LINKED);
    }
    assertThat(paper(said.formatted("Code for", " by Ada Gull, Bo Sand and Cy Dune.")))
        .isEqualTo(State.LINKED);
    assertThat(paper(said.formatted("Snacks for", " by Ada Gull."))).isEqualTo(State.ABSENT);
    assertThat(paper(said.formatted("We liked the paper", "."))).isEqualTo(State.ABSENT);
  }

  @Test
  void aReferenceInWordsIsCitedByThem() {
    String said =
        "# Larks\n\nA net.\n\n%s\n\nGull A, Sand B (2018). Hearing harbours with small networks. Journal of Harbours, 7(4), 129.\n";
    assertThat(paper(said.formatted("## Citation"))).isEqualTo(State.LINKED);
    assertThat(paper(said.formatted("If you use this program, please cite:")))
        .isEqualTo(State.LINKED);
    assertThat(paper(said.formatted("## References"))).isEqualTo(State.ABSENT);
    assertThat(paper(said.formatted("## Reading"))).isEqualTo(State.ABSENT);
    String plain =
        "# Larks\n\nIf you use this repository consider citing\n```\nGull A., Sand B. (2018). Hearing harbours with small\nnetworks. Journal of Harbours, 7(4), 129.\n```\n";
    assertThat(paper(plain)).isEqualTo(State.LINKED);
    assertThat(paper(plain.replace("citing", "starring"))).isEqualTo(State.ABSENT);
  }

  @Test
  void aFolderOfManyPapersIsALibrary() {
    Docs many =
        Docs.readme("# Larks\n")
            .listed("docs/Gull - Residual wings.pdf", 90_000)
            .listed("docs/Sand-Batch of songs.pdf", 90_000)
            .listed("docs/Dune-Songs.pdf", 90_000)
            .listed("docs/Tern-Feature nests.pdf", 90_000);
    assertThat(many.state(Component.RESEARCH_PAPER)).isEqualTo(State.ABSENT);
    assertThat(many.listed("docs/larks.pdf", 90_000).state(Component.RESEARCH_PAPER))
        .isEqualTo(State.PRESENT);
    Docs few =
        Docs.readme("# Larks\n")
            .listed("docs/Gull - Residual wings.pdf", 90_000)
            .listed("docs/Sand-Batch of songs.pdf", 90_000);
    assertThat(few.state(Component.RESEARCH_PAPER)).isEqualTo(State.PRESENT);
    assertThat(
            Docs.readme("# Larks\n")
                .listed("references/gull2019.pdf", 90_000)
                .state(Component.RESEARCH_PAPER))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void papersAreCalledSoInSeveralLanguages() {
    for (String said :
        new String[] {
          "論文 [Hearing harbours with small networks](%s) の実装です。",
          "논문 [Hearing harbours with small networks](%s) 의 구현입니다.",
          "Dies ist der Code zur Veröffentlichung [Hearing harbours with small networks](%s) und mehr.",
          "Ceci est le code de l'article [Hearing harbours with small networks](%s) pour la recherche.",
          "Este es el código del artículo [Hearing harbours with small networks](%s) de la revista.",
          "Este é o código do artigo [Hearing harbours with small networks](%s) para a revista.",
          "Questo è il codice della pubblicazione [Hearing harbours with small networks](%s) per la rivista.",
          "Это код к статье [Hearing harbours with small networks](%s).",
        }) {
      String readme =
          "# Larks\n\nA.\n\n## Net\n\n" + said.formatted("https://arxiv.org/abs/2401.03048") + "\n";
      assertThat(paper(readme)).as(said).isEqualTo(State.LINKED);
    }
  }

  @Test
  void citationsAreHeadedInSeveralLanguages() {
    String cited =
        "# Larks\n\n## %s\n\n```\n"
            + ENTRY.formatted("article", "  journal={Journal of Larks},\n")
            + "```\n";
    for (String heading :
        new String[] {
          "引用について",
          "인용",
          "Zitation",
          "Zitieren",
          "Citer",
          "Cómo citar",
          "Como citar",
          "Citazione",
          "Цитирование"
        }) {
      assertThat(paper(cited.formatted(heading))).as(heading).isEqualTo(State.LINKED);
    }
    assertThat(paper(cited.formatted("Danke"))).isEqualTo(State.ABSENT);
  }

  /// Whoever pastes an entry sets no fence around it, or quotes it as a word of code.
  @Test
  void anEntryWithoutAFenceIsOne() {
    String entry =
        ENTRY.formatted("inproceedings", "  booktitle={Conference on {L}arks},\n").strip();
    String said = "# Larks\n\nA net.%s\n\n%s\n\n## Contact\nMail.\n";
    for (String pasted : new String[] {entry, "`" + entry + "`", entry.replace("  ", "")}) {
      assertThat(paper(said.formatted("", pasted))).isEqualTo(State.LINKED);
      assertThat(paper(said.formatted("\n\n## Data", pasted))).isEqualTo(State.ABSENT);
    }
    assertThat(paper(said.formatted("", "@ada and @bo{at} say so in 2020")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void oneIsCitedBelowCitationsToo() {
    String said =
        "# Larks\n\nA net.\n\n#### %s\n\n[1] **Ada Gull**, Bo Sand, “[Hearing Harbours with Small Networks][p]”, *Birds, 2016*.\n\n   [p]: <https://www.sciencedirect.com/science/article/pii/S1361841516301839>\n";
    assertThat(paper(said.formatted("Citations"))).isEqualTo(State.LINKED);
    assertThat(paper(said.formatted("Reference and Licence"))).isEqualTo(State.LINKED);
    assertThat(paper(said.formatted("References"))).isEqualTo(State.ABSENT);
  }
}
