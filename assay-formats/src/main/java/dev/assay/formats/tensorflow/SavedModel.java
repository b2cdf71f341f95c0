package dev.assay.formats.tensorflow;

import java.util.Map;

/// TensorFlow's SavedModel.
public final class SavedModel {
  /// Operators that reach outside the graph when it runs, with what they do.
  static final Map<String, String> DANGEROUS =
      Map.of(
          "ReadFile", "reads files",
          "WriteFile", "writes files",
          "MergeV2Checkpoints", "writes files",
          "Save", "writes files",
          "SaveV2", "writes files",
          "PyFunc", "runs Python",
          "PyFuncStateless", "runs Python",
          "EagerPyFunc", "runs Python",
          "ShellExecute", "runs a command",
          "MatchingFiles", "lists files");

  private SavedModel() {}
}
