package dev.assay.model;

import java.util.Optional;

/// The finer components of a release: the 17 of the Model Openness Framework 1.0, plus
/// post-training data, training configuration, optimizer state, logs, the access gate and project
/// files. The order is the order of reports.
public enum Component {
  TRAINING_CODE(Part.TRAINING_CODE, "training-code", "training code (from scratch)"),
  FINE_TUNING_CODE(Part.TRAINING_CODE, "fine-tuning-code", "fine-tuning code"),
  DATA_PROCESSING_CODE(Part.TRAINING_CODE, "data-processing-code", "data-processing code"),
  TRAINING_CONFIGURATION(Part.TRAINING_CODE, "training-configuration", "training configuration"),
  EVALUATION_CODE(Part.TRAINING_CODE, "evaluation-code", "evaluation code"),
  TRAINING_DATA(Part.TRAINING_DATA, "training-data", "training data"),
  POST_TRAINING_DATA(Part.TRAINING_DATA, "post-training-data", "post-training data"),
  EVALUATION_DATA(Part.TRAINING_DATA, "evaluation-data", "evaluation data"),
  ARCHITECTURE(Part.ARCHITECTURE, "architecture", "architecture"),
  WEIGHTS(Part.WEIGHTS, "weights", "weights (final)"),
  CHECKPOINTS(Part.WEIGHTS, "checkpoints", "checkpoints (intermediate)"),
  ACCESS(Part.WEIGHTS, "access", "access gate"),
  INFERENCE_CODE(Part.CLIENT_CODE, "inference-code", "inference code"),
  SUPPORTING_TOOLS(Part.CLIENT_CODE, "supporting-tools", "supporting libraries and tools"),
  MODEL_CARD(Part.DOCUMENTS, "model-card", "model card"),
  DATA_CARD(Part.DOCUMENTS, "data-card", "data card"),
  TECHNICAL_REPORT(Part.DOCUMENTS, "technical-report", "technical report"),
  RESEARCH_PAPER(Part.DOCUMENTS, "research-paper", "research paper"),
  EVALUATION_RESULTS(Part.DOCUMENTS, "evaluation-results", "evaluation results"),
  SAMPLE_OUTPUTS(Part.DOCUMENTS, "sample-outputs", "sample model outputs"),
  TRAINING_LOGS(Part.DOCUMENTS, "training-logs", "training logs"),
  LICENCE_FILES(Part.DOCUMENTS, "licence-files", "licence files"),
  CHANGELOG(Part.DOCUMENTS, "changelog", "changelog"),
  CONTRIBUTING(Part.DOCUMENTS, "contributing", "contributing guide");

  private final Part part;
  private final String id;
  private final String title;

  Component(Part part, String id, String title) {
    this.part = part;
    this.id = id;
    this.title = title;
  }

  /// The part that this component belongs to.
  public Part part() {
    return part;
  }

  /// The stable identifier used in JSON, policies and rules.
  public String id() {
    return id;
  }

  /// The name that reports print.
  public String title() {
    return title;
  }

  /// The component with this identifier, if there is one.
  public static Optional<Component> byId(String id) {
    for (Component component : values()) {
      if (component.id.equals(id)) {
        return Optional.of(component);
      }
    }
    return Optional.empty();
  }
}
