package dev.assay.reports;

import dev.assay.model.Issue;
import dev.assay.model.Note;
import dev.assay.model.Tensor;
import dev.assay.model.Weights;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What weights files hold, for `assay weights`: not an assessment, only the headers.
///
/// @param weights each artefact
/// @param notes what agrees and disagrees between the files
/// @param issues files that could not be read
/// @param bytesRead how much was read to know this
public record WeightsReport(
    List<Weights> weights, List<Note> notes, List<Issue> issues, long bytesRead) {
  // Facts of one topic, and characters of one value, on a screen that was not asked for everything.
  private static final int FACTS = 20;
  private static final int VALUE = 400;

  public WeightsReport {
    weights = List.copyOf(weights);
    notes = List.copyOf(notes);
    issues = List.copyOf(issues);
  }

  /// Writes JSON.
  ///
  /// @param tensors whether to list every tensor
  public void json(boolean tensors, Appendable out) {
    JsonReport.weights(weights, notes, issues, bytesRead, tensors, out);
  }

  /// Writes text for a terminal.
  ///
  /// @param layout how wide, in colour, with tensors
  public void text(Report.Layout layout, Appendable out) {
    var page = new TextPage(layout, out);
    for (Weights w : weights) {
      page.item(0, "", w.path(), TextPage.Style.BOLD);
      page.item(2, "", Words.weights(w), TextPage.Style.PLAIN);
      if (!w.reason().isEmpty()) {
        page.item(2, "!", w.reason(), TextPage.Style.BAD);
      }
      facts(page, w, layout.tensors() || layout.detailed());
      for (Note note : w.dangers()) {
        boolean remark = note.kind() == Note.Kind.REMARK;
        page.item(
            2, Words.sign(note), note.text(), remark ? TextPage.Style.DIM : TextPage.Style.BAD);
      }
      if (layout.tensors()) {
        tensors(page, w);
      }
      page.item(
          2, "", Figures.count(w.headerBytes()) + " bytes of header read", TextPage.Style.DIM);
      page.blank();
    }
    for (Note note : notes) {
      boolean bad = note.kind() == Note.Kind.DISAGREES || note.kind() == Note.Kind.DANGER;
      page.paragraph(
          0,
          Words.sign(note),
          11,
          note.text() + places(note),
          bad ? TextPage.Style.BAD : TextPage.Style.PLAIN);
    }
    if (!notes.isEmpty()) {
      page.blank();
    }
    for (Issue issue : issues) {
      page.item(0, "!", Words.issue(issue), TextPage.Style.FAIR);
    }
    if (weights.isEmpty()) {
      page.item(0, "", "No weights were found in what was read.", TextPage.Style.PLAIN);
    }
    page.item(0, "", "Read: " + Figures.bytes(bytesRead), TextPage.Style.DIM);
  }

  // Some programs write all their settings into a file, and whole documents of JSON: a screen has
  // the first of them.
  private static void facts(TextPage page, Weights w, boolean all) {
    var shown = new EnumMap<Weights.Topic, Integer>(Weights.Topic.class);
    var left = new EnumMap<Weights.Topic, Integer>(Weights.Topic.class);
    for (Weights.HeaderFact fact : w.metadata()) {
      if (!all && shown.merge(fact.topic(), 1, Integer::sum) > FACTS) {
        left.merge(fact.topic(), 1, Integer::sum);
        continue;
      }
      String value = fact.value();
      if (!all && value.length() > VALUE) {
        value = SafeText.cut(value, VALUE) + " (" + Figures.count(value.length()) + " characters)";
      }
      page.paragraph(2, topic(fact.topic()), 20, fact.key() + " = " + value, TextPage.Style.PLAIN);
    }
    left.forEach((topic, n) ->
        page.paragraph(
            2, topic(topic), 20, "… and " + n + " more: see --format json", TextPage.Style.DIM));
  }

  private static String topic(Weights.Topic topic) {
    return topic.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String places(Note note) {
    String paths =
        note.evidence().stream().map(e -> e.path()).distinct().collect(Collectors.joining(", "));
    return paths.isEmpty() ? "" : "  [" + paths + "]";
  }

  private static void tensors(TextPage page, Weights w) {
    for (Tensor t : w.listing()) {
      String shape = t.shape().stream().map(String::valueOf).collect(Collectors.joining(" × "));
      page.item(
          4,
          "",
          t.name()
              + "  "
              + t.type().name()
              + "  ["
              + shape
              + "]"
              + (t.role() == Tensor.Role.PARAMETER
                  ? ""
                  : "  " + t.role().name().toLowerCase(Locale.ROOT))
              + (t.storage() == null ? "" : "  shares storage " + t.storage()),
          TextPage.Style.PLAIN);
    }
    if (w.listing().size() < w.tensors()) {
      page.item(
          4,
          "…",
          (w.tensors() - w.listing().size()) + " more tensors than are kept",
          TextPage.Style.DIM);
    }
  }
}
