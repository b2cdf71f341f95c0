package dev.assay.cli;

import dev.assay.engine.Assay;
import dev.assay.engine.Progress;
import dev.assay.io.FileTree;
import dev.assay.io.ReadMeter;
import dev.assay.model.Component;
import dev.assay.model.Finding;
import dev.assay.sources.Opened;
import dev.assay.sources.SourceOptions;
import dev.assay.sources.Sources;
import dev.assay.sources.web.Patience;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Folders of a test, inspected together and without a network.
final class Inspection {
  private Inspection() {}

  /// What is found of the weights.
  ///
  /// @param told what the folders are made to say of themselves before they are read
  static Finding weights(List<Path> folders, UnaryOperator<List<FileTree>> told)
      throws IOException {
    return of(folders, told, Component.WEIGHTS);
  }

  /// What is found of one component.
  static Finding of(List<Path> folders, UnaryOperator<List<FileTree>> told, Component component)
      throws IOException {
    var meter = new ReadMeter();
    String cache = folders.getFirst().resolve("c").toString();
    var environment = Map.of("ASSAY_CACHE", cache, "SOURCE_DATE_EPOCH", "1");
    try (Opened opened =
        Sources.open(
            folders.stream().map(Path::toString).toList(),
            new SourceOptions(true, environment, Patience.NORMAL),
            meter)) {
      return Assay.inspect(told.apply(opened.trees()), meter, Progress.silent()).finding(component);
    }
  }
}
