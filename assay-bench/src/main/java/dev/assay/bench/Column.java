package dev.assay.bench;

import dev.assay.model.Assessment;
import dev.assay.model.Component;
import dev.assay.model.Finding;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import java.util.List;
import java.util.Set;

/// A column of the labels, the component that answers it, and what "yes" means on both sides.
///
/// @param label the column's name
/// @param component whose finding answers
/// @param question what is asked, in words
/// @param yes the labels that mean yes
/// @param linked whether a link to the thing itself is a yes too
record Column(String label, Component component, String question, Set<String> yes, boolean linked) {

  private static final Set<String> PRESENT = Set.of("present-open", "present-restricted");
  private static final Set<String> AVAILABLE =
      Set.of("present-open", "present-restricted", "linked");

  /// What is compared, in the order of the table. Code counts when it is there as a whole or
  /// delegated to a named framework; data, weights and papers live elsewhere as a rule, so for them
  /// a link counts.
  static final List<Column> ALL =
      List.of(
          new Column("pretrain_code", Component.TRAINING_CODE, "present", PRESENT, false),
          new Column("finetune_code", Component.FINE_TUNING_CODE, "present", PRESENT, false),
          new Column("data_proc_code", Component.DATA_PROCESSING_CODE, "present", PRESENT, false),
          new Column("architecture", Component.ARCHITECTURE, "code present", PRESENT, false),
          new Column("inference_code", Component.INFERENCE_CODE, "present", PRESENT, false),
          new Column("eval_code", Component.EVALUATION_CODE, "present", PRESENT, false),
          new Column("training_data", Component.TRAINING_DATA, "available", AVAILABLE, true),
          new Column("weights", Component.WEIGHTS, "available", AVAILABLE, true),
          new Column("model_card", Component.MODEL_CARD, "present", PRESENT, false),
          new Column("paper", Component.RESEARCH_PAPER, "available", AVAILABLE, true));

  /// The findings that may answer: training data of a derived model is its post-training data, and
  /// a technical report is a paper to a reader.
  private List<Finding> findings(Assessment a) {
    return switch (component) {
      case TRAINING_DATA -> List.of(a.finding(component), a.finding(Component.POST_TRAINING_DATA));
      case RESEARCH_PAPER -> List.of(a.finding(component), a.finding(Component.TECHNICAL_REPORT));
      default -> List.of(a.finding(component));
    };
  }

  /// The finding that stands for the answer: the best of those that may.
  Finding answer(Assessment a) {
    List<Finding> all = findings(a);
    return all.stream().filter(this::yes).findFirst().orElse(all.getFirst());
  }

  /// Whether a finding means yes.
  boolean yes(Finding f) {
    if (f.state() == State.LINKED) {
      return linked && !f.qualifiers().contains(Qualifier.OF_BASE);
    }
    boolean whole =
        !f.qualifiers().contains(Qualifier.PARTIAL)
            && !f.qualifiers().contains(Qualifier.VENDORED)
            && !f.qualifiers().contains(Qualifier.SUBMODULE);
    return f.state() == State.PRESENT && (whole || linked);
  }
}
