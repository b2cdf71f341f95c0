package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.reading.Question;
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
    var words = new SecondReading(tree);
    var settings = new SettingsJudge(tree);
    var listed = new Listed(tree.listing());
    List<RecipeCommands.Given> recipes = RecipeCommands.in(tree, listed);
    CompletableFuture<List<Finding>> beside =
        guiding.thenApplyAsync(guide ->
            List.of(
                settings.configuration(guide),
                words.of(
                    new EvaluationJudge(tree, guide, recipes).evaluation(), Question.MEASURING),
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
    found.add(words.of(new InferenceJudge(tree, networks, guide).inference(), Question.RUNNING));
    found.addAll(beside.join());
    found.sort(Order.of(Finding::component));
    return List.copyOf(found);
  }

  /// The files that {@link SecondReading} asks.
  public static List<CodeFile> readable(List<CodeFile> files, List<FileEntry> listing) {
    return SecondReading.readable(Tree.of(files, listing, List.of()));
  }

  /// Whether one of them alone may show a part by its words.
  public static boolean mayShow(CodeFile f, Question question) {
    return SecondReading.mayShow(f, question);
  }
}
