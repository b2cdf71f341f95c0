package dev.assay.sources;

import dev.assay.io.FileTree;

/// What became of a reference: its tree, or why there is none.
public sealed interface Reached {

  /// It was opened.
  record Tree(FileTree tree) implements Reached {}

  /// It could not be opened.
  ///
  /// @param message why, in words for the user
  /// @param next what the user can do; empty when nothing
  /// @param wrongUse whether the reference itself is wrong, and not the world
  record Not(String message, String next, boolean wrongUse) implements Reached {}
}
