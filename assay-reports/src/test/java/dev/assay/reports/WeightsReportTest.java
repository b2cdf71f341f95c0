package dev.assay.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Evidence;
import dev.assay.model.Span;
import dev.assay.model.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a screen has of files that hold hundreds of settings.
class WeightsReportTest {
  private static final Evidence FILE = new Evidence("test", "m.txt", new Span.Listing(), "", null);

  private static String text(boolean tensors) {
    var facts = new ArrayList<Weights.HeaderFact>();
    facts.add(new Weights.HeaderFact(Weights.Topic.TOOL, "document", "x".repeat(5_000), FILE));
    for (int i = 0; i < 99; i++) {
      facts.add(new Weights.HeaderFact(Weights.Topic.RECIPE, "setting_" + i, "1", FILE));
    }
    facts.add(new Weights.HeaderFact(Weights.Topic.LICENCE, "license", "mit", FILE));
    var weights =
        new Weights(
            "m.txt",
            List.of("m.txt"),
            "lightgbm",
            Weights.Status.OK,
            "",
            Weights.Kind.MODEL,
            0,
            null,
            Map.of(),
            null,
            null,
            facts,
            List.of(),
            0,
            FILE,
            List.of());
    var out = new StringBuilder();
    var layout = new Report.Layout(80, false);
    new WeightsReport(List.of(weights), List.of(), List.of(), 0)
        .text(tensors ? layout.withDetail() : layout, out);
    return out.toString();
  }

  @Test
  void theFirstOfManySettingsStandOnAScreenAndLongValuesAreCut() {
    String text = text(false);
    assertThat(text).contains("setting_19 = 1", "and 79 more: see --format json", "license = mit");
    assertThat(text).doesNotContain("setting_20 =").contains("(5,000 characters)");
    assertThat(text.length()).isLessThan(4_000);
  }

  @Test
  void whoAsksForAllTensorsGetsAllSettings() {
    assertThat(text(true)).contains("setting_98 = 1").doesNotContain("see --format json");
  }
}
