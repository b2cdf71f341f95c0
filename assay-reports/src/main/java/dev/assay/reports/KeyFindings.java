package dev.assay.reports;

import dev.assay.model.Assessment;
import dev.assay.model.Component;
import dev.assay.model.Finding;
import dev.assay.model.Part;
import java.util.Arrays;
import java.util.List;

/// Which finding stands for each of the five parts that a reader asks for.
final class KeyFindings {
  private KeyFindings() {}

  /// The five parts that a reader asks for; documents are shown under the finer components.
  static final List<Part> FIVE =
      Arrays.stream(Part.values()).filter(p -> p != Part.DOCUMENTS).toList();

  /// The finding that stands for a part. An adapter's training code is its fine-tuning code.
  static Finding of(Assessment a, Part part) {
    Finding first = a.finding(keyComponent(part, false));
    boolean adapter = a.kind() == Assessment.Kind.ADAPTER;
    return adapter && !Words.inHand(first) ? a.finding(keyComponent(part, true)) : first;
  }

  /// Whether a finding stands for one of the five parts.
  static boolean isOne(Assessment a, Finding f) {
    Part part = f.component().part();
    return part != Part.DOCUMENTS && of(a, part).component() == f.component();
  }

  private static Component keyComponent(Part part, boolean adapter) {
    return switch (part) {
      case TRAINING_CODE -> adapter ? Component.FINE_TUNING_CODE : Component.TRAINING_CODE;
      case TRAINING_DATA -> adapter ? Component.POST_TRAINING_DATA : Component.TRAINING_DATA;
      case ARCHITECTURE -> Component.ARCHITECTURE;
      case WEIGHTS -> Component.WEIGHTS;
      case CLIENT_CODE -> Component.INFERENCE_CODE;
      case DOCUMENTS -> Component.MODEL_CARD;
    };
  }
}
