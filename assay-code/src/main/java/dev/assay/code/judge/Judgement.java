package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.io.FileEntry;
import dev.assay.model.Finding;
import dev.assay.model.Mention;
import java.util.List;

/// All judges over one release.
public final class Judgement {
  private Judgement() {}

  /// One finding for each component that is code, in the order of reports.
  public static List<Finding> of(
      List<CodeFile> files, List<FileEntry> listing, List<Mention> mentions) {
    Tree tree = Tree.of(files, listing, mentions);
    var networks = new Networks(tree);
    var guide = new Guide(tree);
    var training = new TrainingJudge(tree, networks, new Starts(tree, guide));
    var settings = new SettingsJudge(tree);
    return List.of(
        training.scratch(),
        training.tuning(),
        new DataJudge(tree, guide, training).dataProcessing(),
        settings.configuration(),
        new EvaluationJudge(tree, guide).evaluation(),
        new ArchitectureJudge(tree, networks, training).finding(),
        new InferenceJudge(tree, networks, guide).inference(),
        settings.tools());
  }
}
