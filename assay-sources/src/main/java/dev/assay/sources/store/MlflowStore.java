package dev.assay.sources.store;

import dev.assay.io.FileNames;
import dev.assay.io.SourceFact;
import dev.assay.model.Evidence;
import dev.assay.model.Span;
import dev.assay.sources.SourceOptions;
import dev.assay.sources.StoredModel;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// MLflow's file store: `mlruns/<experiment>/<run>/artifacts/.../MLmodel` and, since version 3,
/// `mlruns/<experiment>/models/m-<id>/artifacts/MLmodel`. The run beside it says which code made
/// the model, and when. Rule: MLflow's documentation of its model format and tracking store.
public final class MlflowStore implements Store {
  private static final int DEPTH = 9;

  @Override
  public String id() {
    return "mlflow";
  }

  @Override
  public Path place(SourceOptions options) {
    String tracking = options.environment().getOrDefault("MLFLOW_TRACKING_URI", "");
    try {
      if (tracking.startsWith("file:")) {
        return Path.of(URI.create(tracking));
      }
      if (!tracking.isBlank() && !tracking.contains("://")) {
        return Path.of(tracking);
      }
    } catch (IllegalArgumentException e) {
      // A store that is not in a folder of this machine; what lies here may still be looked at.
      return Path.of("mlruns");
    }
    return Path.of("mlruns");
  }

  @Override
  public List<StoredModel> list(Path place, SourceOptions options) throws IOException {
    var models = new ArrayList<StoredModel>();
    try (Stream<Path> paths = Files.walk(place, DEPTH, new FileVisitOption[0])) {
      List<Path> found =
          paths
              .filter(p -> Places.name(p).equals("MLmodel") && Places.isFile(p))
              .filter(p -> !p.toString().contains("/.trash/"))
              .limit(MOST)
              .sorted()
              .toList();
      for (Path file : found) {
        if (file.getParent() != null) {
          models.add(model(place, file, file.getParent()));
        }
      }
    }
    return models;
  }

  private StoredModel model(Path place, Path file, Path folder) throws IOException {
    String text = Places.text(file);
    String modelId = Places.value(text, "model_id");
    String uuid = modelId.isEmpty() ? Places.value(text, "model_uuid") : modelId;
    String runId = Places.value(text, "run_id");
    Path below = place.relativize(folder);
    Path experiment = place.resolve(below.getName(0));
    String title = Places.value(Places.text(experiment.resolve("meta.yaml")), "name");
    Path run = run(experiment, runId);
    String last = FileNames.escape(Places.name(folder));
    String name =
        (title.isEmpty() ? FileNames.escape(String.valueOf(below.getName(0))) : title)
            + "/"
            + (last.equals("artifacts") ? uuid : last);
    return new StoredModel(
        id(),
        name,
        uuid.isEmpty() ? runId.isEmpty() ? "" : "run " + runId : uuid,
        List.of(),
        folder.toString(),
        (source, session) ->
            new StoreFolder("model of MLflow", folder)
                .at(uuid.isEmpty() ? runId : uuid)
                .saying(s -> facts(s, text == null ? "" : text, run))
                .open(source, session));
  }

  /// The run's folder, where the run is one of a folder's plain names.
  private static Path run(Path experiment, String runId) {
    boolean plain =
        !runId.isEmpty()
            && runId.length() <= 64
            && runId.chars().allMatch(Character::isLetterOrDigit);
    try {
      return plain ? experiment.resolve(runId) : experiment.resolve("no-run");
    } catch (InvalidPathException e) {
      return experiment.resolve("no-run");
    }
  }

  private static List<SourceFact> facts(String source, String text, Path run) {
    var facts = new ArrayList<SourceFact>();
    String created = Places.value(text, "utc_time_created");
    if (!created.isEmpty()) {
      facts.add(
          new SourceFact(
              SourceFact.Kind.MODIFIED,
              created,
              new Evidence(
                  source, "MLmodel", new Span.Whole(), "utc_time_created: " + created, null)));
    }
    String commit = tag(run, "mlflow.source.git.commit");
    if (!commit.isEmpty()) {
      String repository = tag(run, "mlflow.source.git.repoURL");
      String program = tag(run, "mlflow.source.name");
      String said =
          (program.isEmpty() ? "a program" : program)
              + " at commit "
              + commit
              + (repository.isEmpty() ? "" : " of " + repository);
      facts.add(
          new SourceFact(
              SourceFact.Kind.MADE_BY,
              said,
              new Evidence(
                  source,
                  "run " + Places.name(run) + "/tags/mlflow.source.git.commit",
                  new Span.Whole(),
                  commit,
                  null)));
    }
    return facts;
  }

  private static String tag(Path run, String name) {
    String value = Places.text(run.resolve("tags").resolve(name));
    return value == null ? "" : FileNames.escape(value);
  }
}
