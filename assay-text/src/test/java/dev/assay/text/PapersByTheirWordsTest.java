package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// What the words around a link, an entry or a title say of whose paper it is.
class PapersByTheirWordsTest {
  private static final String PAPER = "https://arxiv.org/abs/2401.03048";
  private static final String TITLED = "[Hearing harbours with small networks](" + PAPER + ")";

  private static State paper(String readme) {
    return Docs.readme(readme).state(Component.RESEARCH_PAPER);
  }

  private static State report(String readme) {
    return Docs.readme(readme).state(Component.TECHNICAL_REPORT);
  }

  @Test
  void codeOfATitleIsItsCode() {
    String said = "# Larks\n\nA net for larks: %s " + TITLED + ".\n";
    for (String own :
        new String[] {
          "this is the source code of",
          "this repository contains the scripts accompanying",
          "PyTorch implementation of the lark model from",
          "this package implements the network introduced in",
          "an attempt at reproducing"
        }) {
      assertThat(paper(said.formatted(own))).as(own).isEqualTo(State.LINKED);
    }
    for (String other :
        new String[] {"we use the code of", "it is inspired by", "some layers follow"}) {
      assertThat(paper(said.formatted(other))).as(other).isEqualTo(State.ABSENT);
    }
  }

  @Test
  void codeToRepeatAPaperIsItsCode() {
    String said =
        "# Larks\n\n%s\n\n[Hearing harbours with small networks, Ada Gull](http://larks.example.org/songs.htm).\n";
    assertThat(
            paper(
                said.formatted("This repo contains all the code required to replicate the paper:")))
        .isEqualTo(State.LINKED);
    assertThat(paper(said.formatted("This repo contains no code to replicate birds:")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void theOnlyAddressOfAnIntroductionIsWhatItCarriesOut() {
    String said =
        "# Larks\n%s of LarkNet on songs\n>\"LarkNet: Hearing harbours,\" Ada Gull, Bo Sand, arXiv:2401.03048.\n"
            + PAPER
            + "\n>Old code: https://github.com/gull/larknet\n";
    assertThat(paper(said.formatted("Chainer implementation"))).isEqualTo(State.LINKED);
    assertThat(paper(said.formatted("A critic"))).isEqualTo(State.ABSENT);
    assertThat(paper(said.formatted("A change of an implementation"))).isEqualTo(State.ABSENT);
  }

  @Test
  void aRelatedPaperIsOfOthers() {
    String said = "# Larks\n\nThe baseline is shown in a [%s](" + PAPER + ").\n";
    for (String other :
        new String[] {"related paper by its authors", "previous paper", "lark-song paper"}) {
      assertThat(paper(said.formatted(other))).as(other).isEqualTo(State.ABSENT);
    }
    for (String own : new String[] {"paper by its authors", "peer-reviewed paper"}) {
      assertThat(paper(said.formatted(own))).as(own).isEqualTo(State.LINKED);
    }
  }

  @Test
  void aRowOfATableIsAboutWhatItNames() {
    String said =
        "# Larks: small nets\n\n## Results\n\n| Net | Score | Source |\n|---|---|---|\n| %s | 94.9 | [paper]("
            + PAPER
            + ") |\n";
    assertThat(paper(said.formatted("Encoder of terns"))).isEqualTo(State.ABSENT);
    assertThat(paper(said.formatted("Larks-base"))).isEqualTo(State.LINKED);
    assertThat(paper("# Larks\n\n| Paper | Code |\n|---|---|\n| [arXiv](" + PAPER + ") | here |\n"))
        .isEqualTo(State.LINKED);
  }

  @Test
  void whoDrawsAPictureAfterAPaperDidNotWriteIt() {
    String said =
        "# Larks\n\n## Data\n\nWe drew our songs as in %s [lark-song paper](" + PAPER + ").\n";
    assertThat(paper(said.formatted("the"))).isEqualTo(State.ABSENT);
    assertThat(paper(said.formatted("our"))).isEqualTo(State.LINKED);
  }

  @Test
  void codeOfATitleIsSaidInSeveralLanguages() {
    for (String said :
        new String[] {
          "这是%s的官方实现。",
          "%s の再現実装です。",
          "%s 의 공식 구현입니다.",
          "Dies ist die Implementierung von %s und mehr.",
          "Ceci est le code source de %s pour la recherche.",
          "Este es el código de %s para la investigación.",
          "Este é o código de %s para a pesquisa.",
          "Questo è il codice sorgente di %s per la ricerca.",
          "Это официальная реализация %s.",
        }) {
      assertThat(paper("# Larks\n\n" + said.formatted(TITLED) + "\n"))
          .as(said)
          .isEqualTo(State.LINKED);
    }
    for (String said : new String[] {"这里使用%s的方法。", "Hier steht %s und mehr.", "Mehr zu %s."}) {
      assertThat(paper("# Larks\n\n" + said.formatted(TITLED) + "\n"))
          .as(said)
          .isEqualTo(State.ABSENT);
    }
  }

  @Test
  void whatAModelIsBasedOnMayStandInItsName() {
    String said = "# Larks\n\nA Net-based Model%s of Larks: this is the source code of " + TITLED;
    assertThat(paper(said.formatted(""))).isEqualTo(State.LINKED);
    assertThat(paper(said.formatted(" based on what others did"))).isEqualTo(State.ABSENT);
  }

  @Test
  void codeMayBeOfWhatIsNoPaper() {
    String said =
        "# Larks\n\nThis code was released with %s the [Bay Area School of Larks](https://larks.example.org/).\n";
    assertThat(paper(said.formatted("the lecture from"))).isEqualTo(State.ABSENT);
    assertThat(paper(said.formatted("the paper from"))).isEqualTo(State.LINKED);
  }

  @Test
  void aFolderFurtherDownIsIntroducedAsWhatItIs() {
    String said = "# Nets\n\nOfficial implementation of:\n\nA. Gull, a net\n" + PAPER + "\n";
    assertThat(
            Docs.readme("# Larks\n")
                .with("larks/quay/README.md", said)
                .state(Component.RESEARCH_PAPER))
        .isEqualTo(State.ABSENT);
    assertThat(
            Docs.readme("# Larks\n").with("larks/README.md", said).state(Component.RESEARCH_PAPER))
        .isEqualTo(State.LINKED);
  }

  @Test
  void anIntroductionBelowASmallHeadingIsOneToo() {
    String said = "# Larks\n\n##### (Now with terns)\n\nImplementation of the model from " + TITLED;
    assertThat(paper(said)).isEqualTo(State.LINKED);
    assertThat(paper(said.replace("Implementation of", "It differs from"))).isEqualTo(State.ABSENT);
  }

  @Test
  void ourArticleMayStandBesideItsAddress() {
    String said =
        "# Larks\n\nOld.\n\n## More\n\nSee %s https://doi.org/10.1007/s11548-024 for it.\n";
    for (String own : new String[] {"our article", "our recent journal paper:", "my thesis"}) {
      assertThat(paper(said.formatted(own))).as(own).isEqualTo(State.LINKED);
    }
    assertThat(paper(said.formatted("their text"))).isEqualTo(State.ABSENT);
    assertThat(paper(said.formatted("our previous article"))).isEqualTo(State.ABSENT);
  }

  @Test
  void aThesisOfTheAuthorIsItsPaper() {
    String said =
        "# Larks\n\nCode to repeat what I did in %s [thesis](https://lab.example.org/larks.pdf).\n";
    assertThat(paper(said.formatted("my"))).isEqualTo(State.LINKED);
    assertThat(paper(said.formatted("another"))).isEqualTo(State.ABSENT);
  }

  @Test
  void aPublishedManuscriptIsPointedAt() {
    String said =
        "# Larks\n\nA net. %s is now published [here](https://www.nature.com/articles/s41588-022).\n";
    assertThat(paper(said.formatted("The manuscript"))).isEqualTo(State.LINKED);
    assertThat(paper(said.formatted("A song"))).isEqualTo(State.ABSENT);
    String elsewhere = "# Larks\n\n%s is available [here](https://lab.example.org/4711/).\n";
    assertThat(paper(elsewhere.formatted("A preprint of the paper"))).isEqualTo(State.LINKED);
    assertThat(paper(elsewhere.formatted("A list of the songs"))).isEqualTo(State.ABSENT);
  }

  @Test
  void whatAnIntroductionEndsWithLeadsToThePaper() {
    String said =
        "# Larks\n\n%s\n\n**Hearing harbours with small networks**  \nAda Gull, Bo Sand  \n"
            + PAPER
            + "\n";
    assertThat(paper(said.formatted("Official implementation (Pytorch 1.7.1) of:")))
        .isEqualTo(State.LINKED);
    assertThat(paper(said.formatted("Much fun was had with:"))).isEqualTo(State.ABSENT);
    String title =
        "# Larks\n\n%s\n\n[Hearing harbours with small networks](https://larks.example.org/)\n";
    assertThat(paper(title.formatted("Code for the paper:"))).isEqualTo(State.LINKED);
    assertThat(paper(title.formatted("A page on it:"))).isEqualTo(State.ABSENT);
  }

  @Test
  void worksThatTheCodeWasUsedForAreItsOwn() {
    String said =
        "# Larks\n\nTrain it.\n\n## More\n\n%s\n\n1. Gull and Sand, " + TITLED + ", 2019.\n";
    assertThat(paper(said.formatted("This code was used for the following published works:")))
        .isEqualTo(State.LINKED);
    assertThat(paper(said.formatted("Some people liked this:"))).isEqualTo(State.ABSENT);
  }

  @Test
  void papersThatTechniquesAreTakenFromAreOfOthers() {
    String said =
        "# Larks\n\nA net.\n\n## Research\n\n%s\n\n1. " + TITLED + "\n2. [paper](" + PAPER + "9)\n";
    for (String other :
        new String[] {
          "This code uses a combination of techniques from the following papers:",
          "This project is based on these main resources:",
          "The net was inspired by several papers:"
        }) {
      assertThat(paper(said.formatted(other))).as(other).isEqualTo(State.ABSENT);
    }
    assertThat(paper(said.formatted("If you use this code, please cite these papers:")))
        .isEqualTo(State.LINKED);
    assertThat(paper(said.formatted("It is described in our papers:"))).isEqualTo(State.LINKED);
  }

  @Test
  void thePaperOfAModelThatIsUsedIsOfOthers() {
    String said =
        "# Larks\n\nA net.\n\n## Net\n\n%s, for details, see the paper: " + TITLED + ".\n";
    assertThat(paper(said.formatted("Q7 model (Quick Seven)"))).isEqualTo(State.ABSENT);
    assertThat(paper(said.formatted("Q7模型（Quick Seven）"))).isEqualTo(State.ABSENT);
    assertThat(paper(said.formatted("Larks model (small)"))).isEqualTo(State.LINKED);
  }

  @Test
  void aNameThatATitleOnlyEndsWithIsWhatItIsMadeOf() {
    String said = "# %s\n\nA model with masks as described in [Quay](" + PAPER + ") and more.\n";
    assertThat(paper(said.formatted("Harbour Quay"))).isEqualTo(State.ABSENT);
    assertThat(paper(said.formatted("Quay"))).isEqualTo(State.LINKED);
  }

  @Test
  void aHeadingMayLinkTheNameOfTheRelease() {
    String said = "# %s-Keras\n\nA net.\n\n## What is [LarkNet](" + PAPER + ")?\n\nA net.\n";
    assertThat(paper(said.formatted("LarkNet"))).isEqualTo(State.LINKED);
    assertThat(paper(said.formatted("TernNet"))).isEqualTo(State.ABSENT);
  }

  @Test
  void aReportAmongReferencesIsOfOthers() {
    String said =
        "# Larks\n\nA net.\n\n## %s\n\n[3] Ada Gull. Larks at sea. [Report](https://uni.example.org/362_report.pdf)\n";
    for (String list :
        new String[] {"References", "11. References", "参考文献", "Referencias", "Literatur"}) {
      assertThat(report(said.formatted(list))).as(list).isEqualTo(State.ABSENT);
    }
    assertThat(report(said.formatted("More"))).isEqualTo(State.LINKED);
  }

  @Test
  void theWordsOfABareAddressAreNoWords() {
    String said = "# Larks\n\nSee https://lab.example.org/2025/%s/2717.html and more.\n";
    assertThat(paper(said.formatted("paper"))).isEqualTo(State.ABSENT);
    assertThat(paper("# Larks\n\nSee [the paper](https://lab.example.org/2717.html).\n"))
        .isEqualTo(State.LINKED);
  }

  @Test
  void pagesOfDocumentationCiteWhatTheyExplainInAnyCase() {
    String page = "# Survey\n\n## Notes\n\n1. A net - [paper](" + PAPER + ")\n";
    for (String place : new String[] {"docs/notes.md", "Docs/notes.md", "doc/notes.md"}) {
      assertThat(Docs.readme("# Larks\n").with(place, page).state(Component.RESEARCH_PAPER))
          .as(place)
          .isEqualTo(State.ABSENT);
    }
  }

  @Test
  void publishersOfJournalsAreKnown() {
    String code =
        "# Larks\n\n##### %s Gull & Sand (2018) [PDF](https://gull.example.org/1)\n\nText.\n";
    assertThat(paper(code.formatted("Source code of"))).isEqualTo(State.LINKED);
    assertThat(paper(code.formatted("After"))).isEqualTo(State.ABSENT);
    String said = "# Larks\n\n## Citation\n\nGull & Sand, [Songs](%s)\n";
    assertThat(paper(said.formatted("http://www.mdpi.com/2220-9964/7/4/129")))
        .isEqualTo(State.LINKED);
    assertThat(paper(said.formatted("https://www.example.org/2220-9964/7/4/129")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aDocumentInAnArchiveOfDataIsNoData() {
    String said =
        "# Larks\n\nThe model is explained in our paper titled as [Larks in Trees](http://universaldependencies.org/conll18/%s)\n";
    assertThat(paper(said.formatted("K18.pdf"))).isEqualTo(State.LINKED);
    assertThat(paper(said.formatted("K18.zip"))).isEqualTo(State.ABSENT);
  }

  @Test
  void whatTheReleaseIsDescribedInMayBeginWithItsAuthors() {
    String said =
        "# LarkNet\n\nHears birds.\n\nThe LarkNet framework is %s: Ada B. Gull, Bo Sand, and Cy D. Dune, "
            + TITLED
            + ", 2018.\n";
    for (String own :
        new String[] {
          "described in the following manuscript",
          "presented in our paper",
          "explained in the article"
        }) {
      assertThat(paper(said.formatted(own))).as(own).isEqualTo(State.LINKED);
    }
    for (String other :
        new String[] {
          "unlike what is described in the original paper",
          "compared with others",
          "run on a manuscript"
        }) {
      assertThat(paper(said.formatted(other))).as(other).isEqualTo(State.ABSENT);
    }
  }
}
