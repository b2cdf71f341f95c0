package dev.assay.model;

/// What a licence statement covers.
public enum Subject {
  CODE,
  WEIGHTS,
  DATA,
  DOCUMENTS,
  OUTPUTS,
  /// Whatever lies below its folder and has no closer licence.
  EVERYTHING
}
