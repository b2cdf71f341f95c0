package dev.assay.code.judge;

import static org.assertj.core.api.Assertions.assertThat;

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

  static State inference(Release release) {
    return state(Component.INFERENCE_CODE, release);
  }

  static State state(Component component, Release release) {
    return release.finding(component).state();
  }

  // Of a release that is one file.

  static State scratch(String path, String text) {
    return scratch(new Release().file(path, text));
  }

  static State tuning(String path, String text) {
    return tuning(new Release().file(path, text));
  }

  static State data(String path, String text) {
    return data(new Release().file(path, text));
  }

  static State evaluation(String path, String text) {
    return evaluation(new Release().file(path, text));
  }

  static State network(String path, String text) {
    return network(new Release().file(path, text));
  }

  static State inference(String path, String text) {
    return inference(new Release().file(path, text));
  }

  static State state(Component component, String path, String text) {
    return state(component, new Release().file(path, text));
  }

  /// Asserts that it trains given weights on, and begins with no fresh ones.
  static void assertOnlyTunes(Release release) {
    assertThat(scratch(release)).as("training code").isEqualTo(State.ABSENT);
    assertThat(tuning(release)).as("fine-tuning code").isEqualTo(State.PRESENT);
  }
}
