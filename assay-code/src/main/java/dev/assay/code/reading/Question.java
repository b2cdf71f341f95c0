package dev.assay.code.reading;

/// What is asked of the words of a program. Other parts were asked for too, and words alone added
/// nothing to the rules there (decision 0817).
public enum Question {
  /// Whether it runs the model.
  RUNNING,
  /// Whether it measures the model.
  MEASURING
}
