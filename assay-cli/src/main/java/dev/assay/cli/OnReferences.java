package dev.assay.cli;

import java.util.List;

/// A command that can be run on references alone, with every option as it is by default: what most
/// runs are, and what needs no parser of options. Describing a command to that parser takes a cold
/// process longer than reading a small release.
interface OnReferences {
  /// Runs the command.
  ///
  /// @param references what was given after the command's name, at least one, none of them an
  ///   option
  /// @return the exit code
  int run(List<String> references);
}
