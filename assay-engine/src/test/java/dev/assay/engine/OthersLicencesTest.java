package dev.assay.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.TextFile;
import dev.assay.model.Evidence;
import dev.assay.model.Freedom;
import dev.assay.model.LicenceStatement;
import dev.assay.model.LicenceStatement.Basis;
import dev.assay.model.LicenceStatement.Match;
import dev.assay.model.Span;
import dev.assay.model.Subject;
import dev.assay.text.DocumentReader;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A licence that is linked in another project's repository is that project's.
class OthersLicencesTest {
  private static final ReleaseNames NAMES = new ReleaseNames(List.of("maker+tool", "The Tool"));

  private static LicenceStatement statement(
      String expression, Basis basis, String path, Set<Subject> covers) {
    return new LicenceStatement(
        expression,
        basis,
        Match.NAMED,
        covers,
        "",
        Freedom.UNKNOWN,
        List.of(),
        new Evidence("s", path, new Span.Lines(3, 3), "words", null));
  }

  private static Set<Subject> covered(String line, Set<Subject> covers, boolean ownText) {
    var readme =
        DocumentReader.read(
                TextFile.of("s", "README.md", ("# Tool\n\n" + line + "\n").getBytes(UTF_8), true))
            .orElseThrow();
    var said = statement("Other-1.0", Basis.SENTENCE, "README.md", covers);
    var text = statement("Apache-2.0", Basis.TEXT, "LICENSE", Set.of(Subject.EVERYTHING));
    return OthersLicences.setAside(
            ownText ? List.of(text, said) : List.of(said), List.of(readme), NAMES)
        .getLast()
        .covers();
  }

  private static final Set<Subject> ALL = Set.of(Subject.EVERYTHING);

  @Test
  void aLicenceInAnothersRepositoryCoversNothingHere() {
    String line =
        "The Other License is at [LICENSE](https://github.com/someone/star/blob/main/LICENSE).";
    assertThat(covered(line, ALL, true)).isEmpty();
  }

  @Test
  void whatTheSentenceNamesIsUnderIt() {
    String line =
        "The weights are under [Other](https://github.com/someone/star/blob/main/LICENSE).";
    assertThat(covered(line, Set.of(Subject.WEIGHTS), true)).containsExactly(Subject.WEIGHTS);
  }

  @Test
  void itsOwnRepositoryAndAReleaseWithoutATextSpeakForThemselves() {
    String own = "Under [Other](https://github.com/maker/tool/blob/main/LICENSE).";
    assertThat(covered(own, ALL, true)).containsExactly(Subject.EVERYTHING);
    String others = "Under [Other](https://github.com/someone/star/blob/main/LICENSE).";
    assertThat(covered(others, ALL, false)).containsExactly(Subject.EVERYTHING);
  }
}
