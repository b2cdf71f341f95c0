package dev.assay.bench;

import dev.assay.model.Assessment;
import dev.assay.model.Component;
import dev.assay.model.Finding;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The six components that both experts judge, and what answers for each: the question is whether
/// any of it is released, licence aside.
enum Six {
  WEIGHTS(
      "weights", List.of(Component.WEIGHTS), "model_parameters_final", List.of("weights_endmodel")),
  DATA(
      "training data",
      List.of(Component.TRAINING_DATA),
      "datasets",
      List.of("datasources_basemodel")),
  CODE("training code", List.of(Component.TRAINING_CODE), "training_code", List.of("trainingcode")),
  CARD("model card", List.of(Component.MODEL_CARD), "model_card", List.of("modelcard")),
  DATA_CARD("data card", List.of(Component.DATA_CARD), "data_card", List.of("datasheet")),
  PAPER(
      "paper",
      List.of(Component.RESEARCH_PAPER, Component.TECHNICAL_REPORT),
      "research_paper",
      List.of("preprint", "paper"));

  private final String words;
  private final List<Component> components;
  private final String mot;
  private final List<String> osai;

  Six(String words, List<Component> components, String mot, List<String> osai) {
    this.words = words;
    this.components = components;
    this.mot = mot;
    this.osai = osai;
  }

  String words() {
    return words;
  }

  /// Our answer, by what each expert calls released: the thing in hand, or a link to it. A link to
  /// a repository is not its code. The tool asks for the code that trained the weights; the index's
  /// dimension takes in tuning and data processing.
  ///
  /// @param tool the answer to the tool's question
  /// @param index the answer to the index's
  /// @param toolTold the same with three values: what is only linked, or would be told elsewhere,
  ///   is not decided
  /// @param indexTold the grade that our profile of the index gives, with three values
  /// @param why the findings in words
  record Ours(boolean tool, boolean index, Told toolTold, Told indexTold, String why) {}

  Ours ours(Assessment a) {
    boolean tool = components.stream().anyMatch(c -> released(a.finding(c)));
    boolean index =
        tool
            || (this == CODE
                && (released(a.finding(Component.FINE_TUNING_CODE))
                    || released(a.finding(Component.DATA_PROCESSING_CODE))));
    var why = new StringBuilder();
    for (Component c : components) {
      Finding f = a.finding(c);
      why.append(why.isEmpty() ? "" : "; ").append(c.title()).append(' ').append(f.state().title());
      f.qualifiers().forEach(q -> why.append(", ").append(q.title()));
    }
    Told told = told(Range.of(a));
    Finding code = a.finding(Component.TRAINING_CODE);
    boolean unseen = code.state() == State.LINKED || code.state() == State.UNDECIDABLE;
    Told forTool = this != CODE ? told : !tool && unseen ? Told.UNDECIDED : Told.of(tool);
    return new Ours(tool, index, forTool, told, why.toString());
  }

  private Told told(List<Range> ranges) {
    boolean open = false;
    for (Range range : ranges) {
      if (osai.contains(range.dimension())) {
        if (range.low() > 0) {
          return Told.YES;
        }
        open |= range.high() > 0;
      }
    }
    return open ? Told.UNDECIDED : Told.NO;
  }

  private boolean released(Finding f) {
    if (f.qualifiers().contains(Qualifier.OF_BASE) || f.qualifiers().contains(Qualifier.VENDORED)) {
      return false;
    }
    return f.state() == State.PRESENT || (f.state() == State.LINKED && this != CODE);
  }

  /// The Model Openness Tool's answer. Where the licence field says that the component is not
  /// included, it is not, although the tool counts it as present under an invalid licence.
  boolean mot(Map<String, String> row) {
    String licence = row.getOrDefault(mot + "_licence", "").toLowerCase(Locale.ROOT);
    return motAsGiven(row) && !licence.contains("not include");
  }

  boolean motAsGiven(Map<String, String> row) {
    String status = row.getOrDefault(mot, "");
    return !status.isEmpty() && !status.equals("absent");
  }

  /// The European index's answer; null where its judgement is excluded, with the reason in the list
  /// of exclusions.
  @Nullable Boolean osai(Map<String, String> row, Predicate<String> excluded) {
    boolean any = false;
    for (String dimension : osai) {
      if (excluded.test("osai/" + row.get("file") + "/" + dimension)) {
        return null;
      }
      String grade = row.getOrDefault(dimension, "");
      any |= grade.equals("open") || grade.equals("partial");
    }
    return any;
  }
}
