package dev.assay.engine;

import dev.assay.io.FileTree;
import dev.assay.io.ReadMeter;
import dev.assay.model.Assessment;
import java.util.List;

/// The library: what is open in a release, and how do we know.
public final class Assay {
  private Assay() {}

  /// Inspects the sources that together are one release.
  ///
  /// @param sources the release's sources, in the order given
  /// @param meter counts what is read
  /// @param progress told what is being read
  public static Assessment inspect(List<FileTree> sources, ReadMeter meter, Progress progress) {
    throw new IllegalStateException("in the making");
  }
}
