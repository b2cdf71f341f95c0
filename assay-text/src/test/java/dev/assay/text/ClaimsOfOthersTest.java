package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Claim;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is no claim of the release: a wrong contradiction is worse than none.
class ClaimsOfOthersTest {
  private static List<Claim.Kind> kinds(String path, String text) {
    return Docs.document(path, text).claims().stream().map(Claim::kind).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "README.md,## Open-source plan",
    "README.md,Our aim is to help the open source community.",
    "README.md,本项目的目标是促进开源社区的发展。",
    "README.md,오픈소스 소프트웨어는 무료로 사용할 수 있지만 의무가 있습니다.",
    "README.md,オープンソースソフトウェアのコミュニティに感謝します。",
    "CODE_OF_CONDUCT.md,Report it to the people of our open source model at the address below.",
    "docs/manual/data.md,Most corpora have a licence which allows commercial use.",
    "docs/manual/data.md,The tool that reads them is an open source model.",
    "README.md,오픈소스 소프트웨어는 무료로 사용할 수 있지만 의무가 없다는 뜻은 아닙니다.",
    "README.md,オープンソースソフトウェアは無料で使えます。"
  })
  void plansPeopleAndManualsAreNoClaims(String path, String text) {
    assertThat(kinds(path, "# T\n\n" + text + "\n"))
        .doesNotContain(Claim.Kind.OPEN_SOURCE, Claim.Kind.COMMERCIAL_USE);
  }

  @Test
  void anEntryOfTheContentsIsNoClaim() {
    String entry = "- [What is open source](#open)\n- [Use](#use)\n";
    assertThat(kinds("README.md", "# M\n\n" + entry)).doesNotContain(Claim.Kind.OPEN_SOURCE);
    assertThat(kinds("README.md", "# M\n\n## 开源清单\n\nX.\n")).doesNotContain(Claim.Kind.OPEN_SOURCE);
    assertThat(kinds("README.md", "# M: an open source model\n\nX.\n"))
        .contains(Claim.Kind.OPEN_SOURCE);
    String said = entry + "\n- [M](https://m.example) is an open source model\n";
    assertThat(kinds("README.md", "# M\n\n" + said)).contains(Claim.Kind.OPEN_SOURCE);
  }

  @Test
  void theReleaseStillSpeaksForItself() {
    assertThat(kinds("README.md", "# M\n\nM is an open source model, free for commercial use.\n"))
        .contains(Claim.Kind.OPEN_SOURCE, Claim.Kind.COMMERCIAL_USE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "An overlapping recipe based on interleaved 1F1B pipeline scheduling is used.",
        "It holds dialogues that were generated based on `other-4b` by us.",
        "当前主线中包含本人基于 `other-4b` 合成的 tool call 数据。"
      })
  void whatIsMadeWithAModelOrIsNoneMakesNoBase(String text) {
    assertThat(kinds("README.md", "# M\n\n" + text + "\n")).doesNotContain(Claim.Kind.BASE_MODEL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "M is based on Other-7B and speaks Dutch.",
        "本模型基于 Other-7B 微调。",
        "The model is built upon Other 2.5 13B."
      })
  void aSizedNameBehindTheWordIsABase(String text) {
    assertThat(kinds("README.md", "# M\n\n" + text + "\n")).contains(Claim.Kind.BASE_MODEL);
  }

  @Test
  void allParametersAreNoCount() {
    assertThat(ClaimReader.parameters("FT(2M) 代表使用全参数微调的模型")).isEmpty();
    assertThat(ClaimReader.parameters("一个 7B 参数的模型")).isPresent();
    assertThat(Quantity.in("GLM-9B 与 130B在零样本上")).isEmpty();
  }

  @Test
  void aProjectInsideTheProjectSpeaksForItself() {
    String said = "# Tools\n\nOur model has 3.9 billion parameters and is open source.\n";
    Docs docs =
        Docs.readme("# M\n\nA net.\n")
            .with("tools/README.md", said)
            .listed("tools/LICENSE", 9_000)
            .listed("tools/setup.py", 500);
    assertThat(docs.judge().claims()).isEmpty();
    Docs own = Docs.readme("# M\n\nA net.\n").with("tools/README.md", said);
    assertThat(own.judge().claims()).isNotEmpty();
  }
}
