package dev.assay.bench;

import dev.assay.engine.Assay;
import dev.assay.engine.Progress;
import dev.assay.io.FileTree;
import dev.assay.io.ReadMeter;
import dev.assay.io.folder.FolderTree;
import dev.assay.model.Assessment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The folders of one release, as every bench over labelled releases inspects them.
public final class Trees {
  private Trees() {}

  /// The folders of a labelled release, `owner+name` for each of its repositories, whether they are
  /// there or not.
  ///
  /// @param row the labels
  public static List<Path> roots(Path trees, Map<String, String> row) {
    List<Path> roots = new ArrayList<>();
    for (String repository : row.getOrDefault("repos", "").split("\\+")) {
      roots.add(trees.resolve(repository.replace('/', '+')));
    }
    return roots;
  }

  /// The assessment of the folders as one release, each named by its folder.
  static Assessment inspect(List<Path> roots) throws IOException {
    var meter = new ReadMeter();
    var sources = new ArrayList<FileTree>();
    try {
      for (Path root : roots) {
        String name = String.valueOf(root.getFileName());
        sources.add(FolderTree.list(name, name, root, meter));
      }
      return Assay.inspect(sources, meter, Progress.silent());
    } finally {
      sources.forEach(FileTree::close);
    }
  }
}
