package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.io.FileEntry;
import dev.assay.model.Finding;
import dev.assay.model.Mention;
import dev.assay.model.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// All judges over one release.
public final class Judgement {
  private Judgement() {}

  /// One finding for each component that is code, in the order of reports.
  public static List<Finding> of(
      List<CodeFile> files, List<FileEntry> listing, List<Mention> mentions) {
    Tree tree = Tree.of(files, listing, mentions);
    // What training does not matter to is judged beside it, from what nobody changes.
    CompletableFuture<Guide> guiding = CompletableFuture.supplyAsync(() -> new Guide(tree));
    var settings = new SettingsJudge(tree);
    var listed = new Listed(tree.listing());
    List<RecipeCommands.Given> recipes = RecipeCommands.in(tree, listed);
    CompletableFuture<List<Finding>> beside =
        guiding.thenApplyAsync(guide ->
            List.of(
                settings.configuration(guide),
                new EvaluationJudge(tree, guide, recipes).evaluation(),
                settings.tools()));
    var networks = new Networks(tree);
    Guide guide = guiding.join();
    var starts = new Starts(tree, guide, listed);
    var training = new TrainingJudge(tree, networks, starts, new Copies(tree, listed), recipes);
    var found = new ArrayList<Finding>();
    found.add(training.scratch());
    found.add(training.tuning());
    found.add(new DataJudge(tree, guide, training).dataProcessing());
    found.add(new ArchitectureJudge(tree, networks, training).finding());
    found.add(new InferenceJudge(tree, networks, guide).inference());
    found.addAll(beside.join());
    found.sort(Order.of(Finding::component));
    return List.copyOf(found);
  }
}
