package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.FileEntry;
import dev.assay.model.Component;
import dev.assay.model.Mention;
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
    return DocumentJudge.of(List.of(document), List.of(entry)).judge(false).findings().stream()
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
}
