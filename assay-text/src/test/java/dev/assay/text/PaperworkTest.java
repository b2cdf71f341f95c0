package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.FileEntry;
import dev.assay.model.Component;
import dev.assay.model.Finding;
import dev.assay.model.Mention;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Cards, papers and weights that documents lead to, and whose documents they are.
class PaperworkTest {
  private static List<Mention> weights(String readme) {
    return Docs.readme(readme).judged().mentions().stream()
        .filter(m -> m.component() == Component.WEIGHTS)
        .toList();
  }

  @Test
  void aScriptThatFetchesWeightsLinksThem() {
    for (String command :
        List.of("bash download.sh", "./scripts/download_all.sh", "python tools/fetch_nets.py -v")) {
      List<Mention> found =
          weights(
              "# Net\n\n## Set up\n\nDownload weights and vocabulary:\n\n```\n"
                  + command
                  + "\n```\n");
      assertThat(found).as(command).hasSize(1);
      assertThat(found.getFirst().state()).isEqualTo(State.LINKED);
      assertThat(command).contains(String.valueOf(found.getFirst().link()));
    }
    assertThat(
            weights(
                "# Net\n\n### Trained models\n\nTo download all trained models and data:\n\n"
                    + "```bash\n./download.sh\n```\n"))
        .hasSize(1);
  }

  @Test
  void aScriptThatFetchesOtherThingsLinksNoWeights() {
    assertThat(weights("# Net\n\nDownload the corpus:\n\n```\nbash download.sh\n```\n")).isEmpty();
    assertThat(weights("# Net\n\nDownload the weights:\n\n```\nbash install.sh\n```\n")).isEmpty();
    assertThat(weights("# Net\n\nTest the weights:\n\n```\nbash download.sh\n```\n")).isEmpty();
  }

  @Test
  void aPreprintThatASentencePointsAtIsThePaper() {
    assertThat(
            Docs.readme(
                    "# Net\n\nA pre-print about the models is available"
                        + " [here](https://arxiv.org/pdf/2509.00001).\n")
                .state(Component.RESEARCH_PAPER))
        .isEqualTo(State.LINKED);
  }

  @Test
  void aFolderWithItsOwnLicenceAndReadmeSpeaksForItself() {
    String paper = "# Codec\n\n[Paper](https://arxiv.org/abs/2206.00001)\n";
    Docs copied =
        new Docs()
            .with("README.md", "# Net\n\nSpeaks.\n")
            .listed("LICENSE", 1_070)
            .listed("net/codec/LICENSE", 1_100)
            .with("net/codec/README.md", paper);
    assertThat(copied.state(Component.RESEARCH_PAPER)).isEqualTo(State.ABSENT);
    Docs own =
        new Docs()
            .with("README.md", "# Net\n\nSpeaks.\n")
            .listed("LICENSE", 1_070)
            .with("net/codec/README.md", paper);
    assertThat(own.state(Component.RESEARCH_PAPER)).isEqualTo(State.LINKED);
  }

  @Test
  void aReadmeWithSomeSectionsOfACardIsNone() {
    String some =
        "# Net\n\n## Model details\nA net.\n\n## Intended use\nStudy.\n\n## Limitations\nMany.\n\n"
            + "## Training data\nTexts.\n";
    assertThat(Docs.readme(some).state(Component.MODEL_CARD)).isNotEqualTo(State.PRESENT);
    assertThat(new Docs().with("net.md", some).state(Component.MODEL_CARD))
        .isEqualTo(State.PRESENT);
    assertThat(Docs.readme(some + "\n## Evaluation\nDone.\n").state(Component.MODEL_CARD))
        .isEqualTo(State.PRESENT);
  }

  /// A PDF of this text beside a README.
  private static State pdf(String path, String text) {
    FileEntry entry = FileEntry.file(path, 200_000).in("s");
    Document document = DocumentReader.readPages(Docs.file(path, text));
    return DocumentJudge.of(List.of(document), List.of(entry))
        .judge(false, false)
        .findings()
        .stream()
        .filter(f -> f.component() == Component.RESEARCH_PAPER)
        .findFirst()
        .orElseThrow()
        .state();
  }

  @Test
  void aPdfIsAPaperIfItReadsAsOne() {
    String prose = "Small nets hear harbours well, and we say why in some detail. ".repeat(40);
    assertThat(pdf("net.pdf", "Hearing harbours\nAbstract\n" + prose)).isEqualTo(State.PRESENT);
    assertThat(pdf("net.pdf", "标题\n摘要\n" + prose)).isEqualTo(State.PRESENT);
    // A plot has labels, an agreement has parties.
    assertThat(pdf("net.pdf", "accuracy 0.1 0.2 0.3 introduction")).isEqualTo(State.ABSENT);
    assertThat(pdf("net.pdf", prose)).isEqualTo(State.ABSENT);
    assertThat(pdf("net.pdf", "引言 许可方 被许可方\n" + prose)).isEqualTo(State.ABSENT);
    assertThat(pdf("visuals/net.pdf", "Abstract\n" + prose)).isEqualTo(State.ABSENT);
  }

  @Test
  void theRecordOfVersionsIsOneByNameOrTitle() {
    for (String[] file :
        List.of(
            new String[] {"NEWS.md", "# tern 0.7.0\n\n* Faster.\n"},
            new String[] {"NEWS.md", "# tern (development version)\n\n* Faster.\n"},
            new String[] {"docs/release.md", "# Release notes for Tern\n\n## V4.1\n\nMore.\n"},
            new String[] {"HISTORY", "Tern\n\n0.2: more.\n"})) {
      assertThat(new Docs().with(file[0], file[1]).state(Component.CHANGELOG))
          .as(file[0])
          .isEqualTo(State.PRESENT);
    }
    // News of a group, the releasing of a model, and a README are none.
    for (String[] file :
        List.of(
            new String[] {"NEWS.md", "# News\n\n- May: the weights are out.\n"},
            new String[] {"docs/release.md", "# Releasing\n\nPush a tag.\n"},
            new String[] {"README.md", "# Release notes\n\nWords.\n"})) {
      assertThat(new Docs().with(file[0], file[1]).state(Component.CHANGELOG))
          .as(file[0])
          .isEqualTo(State.ABSENT);
    }
  }

  @Test
  void theGuideForContributorsMayLieWhereAForgeLooksForIt() {
    String guide = "# Contributing\n\nSend a patch.\n";
    assertThat(new Docs().with(".github/CONTRIBUTING.md", guide).state(Component.CONTRIBUTING))
        .isEqualTo(State.PRESENT);
    assertThat(
            new Docs()
                .with("vendor/x/.github/CONTRIBUTING.md", guide)
                .state(Component.CONTRIBUTING))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aTableOfLicencesIsNoLicenceFile() {
    assertThat(
            new Docs().listed("training/langs_sizes_licenses", 900).state(Component.LICENCE_FILES))
        .isEqualTo(State.ABSENT);
    assertThat(new Docs().listed("THIRD_PARTY_LICENSES.txt", 900).state(Component.LICENCE_FILES))
        .isEqualTo(State.PRESENT);
  }

  @Test
  void aReportInTheTitleOfAPaperIsNoReportOnTheRelease() {
    String row =
        "# Tern\n\n| Paper | Year |\n|---|---|\n| [%s](https://arxiv.org/abs/2502.00001) | 2025 |\n";
    assertThat(
            Docs.readme(row.formatted("Harbour Report Generation with Small Nets"))
                .state(Component.TECHNICAL_REPORT))
        .isEqualTo(State.ABSENT);
    assertThat(
            Docs.readme(row.formatted("Tern: A Technical Report on Small Nets"))
                .state(Component.TECHNICAL_REPORT))
        .isEqualTo(State.LINKED);
    assertThat(Docs.readme(row.formatted("Report")).state(Component.TECHNICAL_REPORT))
        .isEqualTo(State.LINKED);
  }

  @Test
  void anArticleInTheFolderOfACorpusTellsOfTheCorpus() {
    String text =
        "Harbours\nAbstract\n"
            + "We pre-trained the model on a large corpus of 40 GB of harbour reports. ".repeat(30);
    assertThat(trainingData("data/harbour/raw/corpus.pdf", text)).isEqualTo(State.ABSENT);
    assertThat(trainingData("paper.pdf", text)).isEqualTo(State.DESCRIBED);
    assertThat(trainingData("data/tern/datasheet.pdf", text)).isEqualTo(State.DESCRIBED);
  }

  private static State trainingData(String path, String text) {
    FileEntry entry = FileEntry.file(path, 200_000).in("s");
    Document document = DocumentReader.readPages(Docs.file(path, text));
    return DocumentJudge.of(List.of(document), List.of(entry))
        .judge(false, false)
        .findings()
        .stream()
        .filter(f -> f.component() == Component.TRAINING_DATA)
        .findFirst()
        .orElseThrow()
        .state();
  }

  @Test
  void outputsThatAReadmeCallsSoAreSamples() {
    Docs told =
        Docs.readme(
                "# Tern\n\n* `inputs/` - files for examples\n* `outputs/` - outputs from examples\n")
            .listed("outputs/example_1/seqs/a.fa", 900);
    assertThat(told.state(Component.SAMPLE_OUTPUTS)).isEqualTo(State.PRESENT);
    // Where a program puts what it makes is no sample.
    for (String line :
        List.of(
            "Results are written to `outputs/` as you run it.",
            "- `outputs/` - created when you train",
            "")) {
      assertThat(
              Docs.readme("# Tern\n\n" + line + "\n")
                  .listed("outputs/run1/a.fa", 900)
                  .state(Component.SAMPLE_OUTPUTS))
          .as(line)
          .isEqualTo(State.ABSENT);
    }
  }

  @Test
  void answersBesidePromptsAreSamples() {
    String page =
        "# Tern-7B\n\n### Talk\n\n| # | Prompt | Response |\n|---|---|---|\n| 1 | Who? | I. |\n";
    assertThat(new Docs().with("examples/tern-7b.md", page).state(Component.SAMPLE_OUTPUTS))
        .isEqualTo(State.PRESENT);
    assertThat(new Docs().with("docs/api.md", page).state(Component.SAMPLE_OUTPUTS))
        .isEqualTo(State.ABSENT);
    assertThat(
            new Docs()
                .with("examples/run.md", "# Run\n\n| Option | Meaning |\n|---|---|\n| a | b |\n")
                .state(Component.SAMPLE_OUTPUTS))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void theCardIsThatOfThePublisherOfMostPages() {
    Finding card =
        Docs.readme(
                "# Tern\n\nWeights: [base](https://huggingface.co/others/gull-xl),"
                    + " [Tern small](https://huggingface.co/birds/tern-small) and"
                    + " [Tern large](https://huggingface.co/birds/tern-large).\n")
            .finding(Component.MODEL_CARD);
    assertThat(card.state()).isEqualTo(State.LINKED);
    assertThat(card.summary()).contains("birds/tern-small");
  }

  @Test
  void theBaseThatAReaderFetchesAndWhatOthersMadeAreNotTheWeights() {
    String base =
        "# Tern\n\n## Prepare the pretrained LLM weights\n\n[Gull 7B](https://huggingface.co/gulls/gull-7b)\n";
    assertThat(weights(base))
        .allMatch(m -> m.qualifiers().contains(Qualifier.OF_BASE))
        .isNotEmpty();
    assertThat(
            weights(
                "# Tern\n\n## Community efforts built on top of Tern\n\n- [Tern-Art](https://huggingface.co/x/tern-art)\n"))
        .isEmpty();
    assertThat(weights("# Tern\n\n## Weights\n\n- [Tern](https://huggingface.co/birds/tern)\n"))
        .singleElement()
        .matches(m -> m.qualifiers().isEmpty());
  }

  @Test
  void whatOneStageOfTheTrainingMadeIsACheckpoint() {
    String said =
        "# Tern\n\nA Tern checkpoint %s can be downloaded [here](https://huggingface.co/birds/tern).\n";
    assertThat(checkpoints(said.formatted("with only stage one training"))).isNotEmpty();
    assertThat(checkpoints(said.formatted("for talk on stages"))).isEmpty();
  }

  private static List<Mention> checkpoints(String readme) {
    return Docs.readme(readme).judged().mentions().stream()
        .filter(m -> m.component() == Component.CHECKPOINTS)
        .toList();
  }
}
