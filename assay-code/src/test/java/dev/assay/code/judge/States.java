package dev.assay.code.judge;

import dev.assay.model.Component;
import dev.assay.model.State;

/// What a small release is found to have of a component: the question that most tests ask.
final class States {
  private States() {}

  static State scratch(Release release) {
    return state(Component.TRAINING_CODE, release);
  }

  static State tuning(Release release) {
    return state(Component.FINE_TUNING_CODE, release);
  }

  static State data(Release release) {
    return state(Component.DATA_PROCESSING_CODE, release);
  }

  static State evaluation(Release release) {
    return state(Component.EVALUATION_CODE, release);
  }

  static State network(Release release) {
    return state(Component.ARCHITECTURE, release);
  }

  static State state(Component component, Release release) {
    return release.finding(component).state();
  }

  /// Of a release that is one file.
  static State state(Component component, String path, String text) {
    return state(component, new Release().file(path, text));
  }
}
