package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Claim;
import dev.assay.model.Component;
import dev.assay.model.Finding;
import dev.assay.model.Mention;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import dev.assay.testing.Gen;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentJudgeTest {

  @Test
  void everyComponentIsAnsweredOnceEvenForNothing() {
    List<Component> components =
        DocumentJudge.of(List.of(), List.of()).judge(false, false).findings().stream()
            .map(Finding::component)
            .toList();
    assertThat(components)
        .containsExactlyInAnyOrder(
            Component.TRAINING_DATA,
            Component.POST_TRAINING_DATA,
            Component.EVALUATION_DATA,
            Component.MODEL_CARD,
            Component.DATA_CARD,
            Component.TECHNICAL_REPORT,
            Component.RESEARCH_PAPER,
            Component.EVALUATION_RESULTS,
            Component.SAMPLE_OUTPUTS,
            Component.TRAINING_LOGS,
            Component.LICENCE_FILES,
            Component.CHANGELOG,
            Component.CONTRIBUTING,
            Component.ACCESS);
  }

  @Test
  void aReadmeIsNoModelCardUnlessItReadsLikeOne() {
    assertThat(Docs.readme("# Tool\n\nInstall it and run it.\n").state(Component.MODEL_CARD))
        .isEqualTo(State.ABSENT);
    String card =
        "# Thing\n\n"
            + "## Model details\n"
            + "A thing of ours.\n"
            + "## Intended use\n"
            + "For study.\n"
            + "## Training data\n"
            + "Texts.\n"
            + "## Limitations\n"
            + "Many.\n"
            + "## Evaluation\n"
            + "None.\n";
    assertThat(Docs.readme(card).state(Component.MODEL_CARD)).isEqualTo(State.PRESENT);
    assertThat(
            Docs.readme(
                    "---\nlicense: mit\npipeline_tag: text-generation\n---\n# M\nWords about it.\n")
                .state(Component.MODEL_CARD))
        .isEqualTo(State.PRESENT);
  }

  @Test
  void aReadmeThatIsKeptForAHubIsACard() {
    String card = "---\nlicense: mit\n---\n\n# M\n\nWords about it.\n";
    for (String name : List.of("docs/hub_README.md", "models/README_HF.md")) {
      assertThat(new Docs().with(name, card).state(Component.MODEL_CARD))
          .as(name)
          .isEqualTo(State.PRESENT);
    }
    assertThat(new Docs().with("docs/notes.md", card).state(Component.MODEL_CARD))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void thePageOfADemonstrationThatTellsTheLimitsOfItsModelIsACard() {
    String page =
        "---\ntitle: Larks\nsdk: gradio\napp_file: app.py\n---\n\n# Larks\n\nAn encoder of songs, trained on many larks, that predicts what is missing.\n\n## Architecture\n\nTrees.\n\n## %s\n\nIt takes terns for larks.\n";
    assertThat(
            new Docs()
                .with("space/README.md", page.formatted("Known limitations"))
                .state(Component.MODEL_CARD))
        .isEqualTo(State.PRESENT);
    assertThat(
            new Docs().with("space/README.md", page.formatted("Terns")).state(Component.MODEL_CARD))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void thePageOfADemonstrationIsNoCard() {
    for (String kit : List.of("sdk: gradio\napp_file: app.py", "sdk: static")) {
      String page = "---\ntitle: Try it\n" + kit + "\nlicense: mit\n---\n# Try it\n\nA demo.\n";
      assertThat(new Docs().with("demo/README.md", page).state(Component.MODEL_CARD))
          .as(kit)
          .isEqualTo(State.ABSENT);
    }
  }

  @Test
  void promisesCarryTheirDate() {
    Docs docs = Docs.readme("- [2024/05/17] Training code will be released soon.\n");
    Mention promise = docs.judged().mentions().getFirst();
    assertThat(promise.component()).isEqualTo(Component.TRAINING_CODE);
    assertThat(promise.state()).isEqualTo(State.PROMISED);
    assertThat(promise.date()).isEqualTo("2024-05-17");
  }

  @Test
  void refusalsAreAbsenceWithAReason() {
    Mention refusal =
        Docs.readme("We will not release the training code.\n").judged().mentions().getFirst();
    assertThat(refusal.component()).isEqualTo(Component.TRAINING_CODE);
    assertThat(refusal.state()).isEqualTo(State.ABSENT);
    assertThat(refusal.qualifiers()).containsExactly(Qualifier.REFUSED);
  }

  @Test
  void weightsAreLinkedByPageFileAndCall() {
    List<Mention> mentions =
        Docs.readme(
                "Weights: [here](https://huggingface.co/owner/model) and"
                    + " https://x.org/a/model.safetensors\n\n"
                    + "```python\n"
                    + "m = AutoModel.from_pretrained(\"owner/other\")\n"
                    + "```\n")
            .judged()
            .mentions();
    assertThat(mentions)
        .filteredOn(m -> m.component() == Component.WEIGHTS)
        .extracting(Mention::link)
        .contains(
            "https://huggingface.co/owner/model",
            "https://x.org/a/model.safetensors",
            "https://huggingface.co/owner/other");
  }

  @Test
  void aGateInTheHeadOfACardIsAGate() {
    Finding gate =
        Docs.readme("---\nlicense: other\nextra_gated_prompt: agree\n---\n# M\n")
            .finding(Component.ACCESS);
    assertThat(gate.state()).isEqualTo(State.PRESENT);
    assertThat(gate.qualifiers()).containsExactly(Qualifier.GATED);
    assertThat(gate.evidence().getFirst().place()).isEqualTo("README.md:3");
  }

  @Test
  void aHeadThatIsNoYamlIsSaidWithItsLine() {
    Finding card =
        Docs.readme("---\nlicense: mit\ntags: [a\n---\n# M\nSome words about it.\n")
            .finding(Component.MODEL_CARD);
    assertThat(card.state()).isEqualTo(State.PRESENT);
    assertThat(card.notes().getFirst().text())
        .contains("README.md:1")
        .contains("not YAML")
        .contains("line");
  }

  @Test
  void whatIsComparedWithOpenSourceIsNotCalledOpenSource() {
    for (String comparison :
        List.of(
            "Our chat models outperform open-source chat models on most tests.",
            "It is on par with the strongest open-source systems.",
            "Better than every earlier open-source translator of its size.",
            "Our code builds on that of the guided sampler. Thanks for open-sourcing!",
            "我们的模型优于现有的开源模型。")) {
      assertThat(Docs.readme("# M\n\n" + comparison + "\n").judge().claims())
          .as(comparison)
          .noneMatch(c -> c.kind() == Claim.Kind.OPEN_SOURCE);
    }
    List<Claim> own =
        Docs.readme("# M\n\nM, made by us, is an open-source model that outperforms its elders.\n")
            .judge()
            .claims();
    assertThat(own).anyMatch(c -> c.kind() == Claim.Kind.OPEN_SOURCE);
    assertThat(own.getFirst().made().quote()).contains("is an open-source model");
  }

  @Test
  void hoursOfComputingAreNoAmountOfData() {
    List<Claim> claims =
        Docs.readme(
                "# M\n\nWe pre-trained it on 3T tokens with 2.6M H800 GPU hours, and 40,000 A100-hours for the rest.\n")
            .judge()
            .claims();
    assertThat(claims).extracting(Claim::statement).noneMatch(c -> c.contains("hours"));
    assertThat(
            Docs.readme("# M\n\nIt was trained on 5,000 hours of recorded speech.\n")
                .judge()
                .claims())
        .extracting(Claim::statement)
        .anyMatch(c -> c.contains("5,000 hours"));
  }

  @Test
  void theSizeOfAPictureIsNoAmountOfData() {
    assertThat(
            Docs.readme("# M\n\nThe model was pretrained on 256x256 images of birds.\n")
                .judge()
                .claims())
        .extracting(Claim::statement)
        .noneMatch(c -> c.contains("images"));
  }

  @Test
  void theTitleOfASectionIsNoName() {
    for (String title :
        List.of("Model Details", "**Table of Contents**", "1. Introduction", "目录")) {
      assertThat(Docs.readme("# " + title + "\n\nWords.\n").judged().name()).as(title).isEmpty();
    }
    assertThat(Docs.readme("# **Note of Deprecation**\n\nWords.\n").judged().name()).isEmpty();
    assertThat(Docs.readme("# \"Small is enough\"\n\nWords.\n").judged().name()).isEmpty();
    assertThat(new Docs().with("README_FILES.md", "# Files\n\nWords.\n").judged().name()).isEmpty();
    for (String title :
        List.of(
            "工具介绍",
            "Einführung",
            "はじめに",
            "소개",
            "[Robin-3](https://github.com/lab/robin-3)项目启动！",
            "[Robin-3](https://github.com/lab/robin-3) is launched!",
            "Robin has moved")) {
      assertThat(Docs.readme("# " + title + "\n\nWords.\n").judged().name()).as(title).isEmpty();
    }
    assertThat(Docs.readme("# Robin Launched\n\nWords.\n").judged().name())
        .isEqualTo("Robin Launched");
    assertThat(Docs.readme("# Robin\n\nWords.\n").judged().name()).isEqualTo("Robin");
  }

  @Test
  void claimsAreCollectedUndecided() {
    List<Claim> claims =
        Docs.readme(
                "---\n"
                    + "base_model: a/b\n"
                    + "language: [de, en]\n"
                    + "---\n"
                    + "# M\n"
                    + "M is a fully open 7B parameter model, free for commercial use.\n")
            .judge()
            .claims();
    assertThat(claims).allMatch(c -> c.verdict() == Claim.Verdict.UNDECIDABLE);
    assertThat(claims)
        .extracting(Claim::kind)
        .contains(
            Claim.Kind.OPEN_SOURCE,
            Claim.Kind.PARAMETERS,
            Claim.Kind.COMMERCIAL_USE,
            Claim.Kind.BASE_MODEL,
            Claim.Kind.LANGUAGES);
    assertThat(claims).anyMatch(c -> c.statement().equals("states 7B parameters (7000000000)"));
  }

  @Test
  void damagedDocumentsNeverThrow() {
    List<String> pieces =
        List.of(
            "---\n",
            "# H\n",
            "[a](",
            "](",
            "![",
            "<a href=\"",
            "</a>",
            "<table>",
            "</tr>",
            "|",
            "\n",
            "```",
            "<!--",
            "-->",
            "trained on ",
            "dataset",
            "15T tokens ",
            "https://huggingface.co/datasets/a/b",
            "will not release ",
            "will be released ",
            "训练数据",
            "。",
            "key: value\n",
            "- ",
            "\u0000",
            "\uFFFD",
            "(((",
            ")))",
            "2024-13-45",
            "999999999999999999999999 tokens",
            "7B param",
            "@article{x, arxiv 2301.00001}",
            "    code\n",
            "=====\n");
    Gen.forAll(
        1,
        2_000,
        gen -> {
          StringBuilder text = new StringBuilder();
          int n = gen.between(0, 60);
          for (int i = 0; i < n; i++) {
            text.append(gen.pick(pieces));
          }
          String name =
              gen.pick(
                  List.of(
                      "README.md",
                      "README.rst",
                      "MODEL_CARD.md",
                      "data/train.csv",
                      "data/get_data.sh",
                      "meta.json"));
          Docs docs = new Docs().with(name, text.toString());
          assertThat(docs.judge().findings()).hasSize(14);
        });
  }

  @Test
  void longAdversarialLinesAreReadInOnePass() {
    for (String piece :
        List.of(
            "[",
            "](",
            "![a](",
            "<a href=",
            "<",
            "`",
            "https://",
            "[a][",
            "trained on ",
            "|",
            "20",
            "(",
            "))")) {
      String text = piece.repeat(400_000 / piece.length());
      assertThat(Docs.readme(text).judge().findings()).hasSize(14);
    }
  }

  private static boolean offersWeights(String readme) {
    return Docs.readme(readme).judged().mentions().stream()
        .anyMatch(m -> m.component() == Component.WEIGHTS && m.state() == State.LINKED);
  }

  @Test
  void aBidToDownloadWeightsPointsAtThem() {
    assertThat(
            offersWeights(
                "# A\n\nDownload the network weights from [here](https://a.example/best).\n"))
        .isTrue();
    assertThat(
            offersWeights(
                "# A\n\nThe models can be downloaded here: [Speech Models](http://a.example/s/)\n"))
        .isTrue();
    assertThat(
            offersWeights(
                "# A\n\nDownload the data of the model from [here](https://a.example/d).\n"))
        .isFalse();
    assertThat(
            offersWeights("# A\n\nHow the model was made is told [here](https://a.example/b).\n"))
        .isFalse();
  }

  @Test
  void anImplementationNamesItsPaper() {
    String link = "[Nets that Speak](https://arxiv.org/abs/1234.56789)";
    assertThat(
            Docs.readme("# A\n\nPyTorch implementation of " + link + ".\n")
                .state(Component.RESEARCH_PAPER))
        .isEqualTo(State.LINKED);
    assertThat(
            Docs.readme("# A\n\nIt is faster than " + link + ".\n").state(Component.RESEARCH_PAPER))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aCardInPagesIsACard() {
    var docs = Docs.readme("# M\n\nA model.\n").listed("code/Net_model_card.pdf", 90_000);
    assertThat(docs.state(Component.MODEL_CARD)).isEqualTo(State.PRESENT);
    assertThat(docs.state(Component.RESEARCH_PAPER)).isEqualTo(State.ABSENT);
    var paper = Docs.readme("# M\n\nA model.\n").listed("Net_model.pdf", 90_000);
    assertThat(paper.state(Component.MODEL_CARD)).isEqualTo(State.ABSENT);
    assertThat(paper.state(Component.RESEARCH_PAPER)).isEqualTo(State.PRESENT);
  }

  @Test
  void aBookIsNoPaperOfTheRelease() {
    var docs = Docs.readme("# M\n\nA model.\n").listed("pdf/field_book.pdf", 900_000);
    assertThat(docs.state(Component.RESEARCH_PAPER)).isEqualTo(State.ABSENT);
  }

  @Test
  void onePictureOfTheDataIsNoData() {
    var docs = Docs.readme("# M\n\nA model.\n").listed("resources/train_data.png", 80_000);
    assertThat(docs.data()).isEqualTo(State.ABSENT);
    for (int i = 0; i < 6; i++) {
      docs.listed("data/train/picture_" + i + ".png", 2_000_000);
    }
    assertThat(docs.data()).isEqualTo(State.PRESENT);
  }

  @Test
  void whereTheReaderIsSentForTheWeightsTheyAreLinked() {
    String sent =
        "In order to download the %s and tokenizers, please visit the"
            + " [Maker's website](https://maker.example/downloads/) and accept our terms.\n";
    assertThat(Docs.readme("# M\n\n" + sent.formatted("model weights")).judged().mentions())
        .anyMatch(m -> m.component() == Component.WEIGHTS && m.state() == State.LINKED);
    assertThat(Docs.readme("# M\n\n" + sent.formatted("drivers")).judged().mentions())
        .noneMatch(m -> m.component() == Component.WEIGHTS);
  }
}
