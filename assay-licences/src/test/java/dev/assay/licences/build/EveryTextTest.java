package dev.assay.licences.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.licences.LicenceEngine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A property of the whole SPDX list: rewritten as people write, a licence is still identified;
/// altered, it is never called by its name alone. Each text with a few seeded cases here; all of
/// them in `bench/licences --rewritten`.
class EveryTextTest {
  private static final long SEED = 20260301;

  /// The scores of several changes of texts together.
  private static final class Total {
    private int right;
    private int cases;
    private final List<String> wrong = new ArrayList<>();

    void add(Object change, RewritingBench.Score score) {
      right += score.right();
      cases += score.cases();
      score.wrong().forEach(w -> wrong.add(change + " " + w));
    }

    void assertNearlyAllRight() {
      assertThat((double) right / cases).as("%d cases: %s", cases, wrong).isGreaterThan(0.995);
    }
  }

  @Test
  void aRewrittenTextIsStillIdentified() throws IOException {
    List<SpdxText> texts = SpdxText.all();
    assertThat(texts).hasSizeGreaterThan(800);
    Map<String, java.util.Set<String>> twins = RewritingBench.twins(texts);
    LicenceEngine engine = LicenceEngine.load();
    Random random = new Random(SEED);
    var total = new Total();
    for (Rewriting rewriting : Rewriting.values()) {
      if (rewriting == Rewriting.OPTIONAL_LEFT_OUT) {
        // Without its title a text may be another's: counted by the bench, for no text alone.
        continue;
      }
      List<SpdxText> some = texts.stream().filter(t -> random.nextInt(12) == 0).toList();
      RewritingBench.Score score = RewritingBench.rewritten(engine, some, twins, rewriting, SEED);
      total.add(rewriting, score);
    }
    total.assertNearlyAllRight();
  }

  @Test
  void anAlteredTextIsNeverCalledByItsName() throws IOException {
    List<SpdxText> texts = SpdxText.all();
    Map<String, java.util.Set<String>> twins = RewritingBench.twins(texts);
    LicenceEngine engine = LicenceEngine.load();
    Random random = new Random(SEED);
    var total = new Total();
    for (Alteration alteration : Alteration.values()) {
      List<SpdxText> some = texts.stream().filter(t -> random.nextInt(4) == 0).toList();
      RewritingBench.Score score = RewritingBench.altered(engine, some, twins, alteration, SEED);
      total.add(alteration, score);
    }
    total.assertNearlyAllRight();
  }

  @Test
  void anExceptionIsReportedWithItsLicence() throws IOException {
    List<SpdxText> texts = SpdxText.all();
    LicenceEngine engine = LicenceEngine.load();
    for (Joining joining : Joining.values()) {
      RewritingBench.Score score = joining.score(engine, texts);
      assertThat(score.wrong()).as(joining.name()).isEmpty();
      assertThat(score.cases()).isGreaterThan(70);
    }
  }

  @Test
  void aSentenceBeforeAProhibitionIsNoOtherWordingOfIt() throws IOException {
    SpdxText bsd =
        SpdxText.all().stream()
            .filter(t -> t.id().equals("BSD-3-Clause"))
            .findFirst()
            .orElseThrow();
    String altered = bsd.text().replace("Neither", "You must show the name of the author. Neither");
    assertThat(altered).isNotEqualTo(bsd.text());
    assertThat(LicenceEngine.load().identify(dev.assay.io.TextFile.of("s", "LICENSE", altered)))
        .extracting(dev.assay.licences.Identified::expression)
        .containsExactly("LicenseRef-modified-BSD-3-Clause");
  }

  @Test
  void aLicenceNamesOthersInItsOwnWordsAndClaimsNothing() throws IOException {
    SpdxText lgpl =
        SpdxText.all().stream()
            .filter(t -> t.id().equals("LGPL-2.1-only"))
            .findFirst()
            .orElseThrow();
    assertThat(
            LicenceEngine.load()
                .identify(dev.assay.io.TextFile.of("s", "doc/terms.md", lgpl.text())))
        .extracting(dev.assay.licences.Identified::basis)
        .containsOnly(dev.assay.model.LicenceStatement.Basis.TEXT);
  }
}
