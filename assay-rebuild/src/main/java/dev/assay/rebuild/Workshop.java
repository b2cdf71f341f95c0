package dev.assay.rebuild;

import dev.assay.rebuild.recipe.Recipe;
import dev.assay.rebuild.recipe.Template;
import dev.assay.rebuild.sandbox.Ended;
import dev.assay.rebuild.sandbox.Folders;
import dev.assay.rebuild.sandbox.Job;
import dev.assay.rebuild.sandbox.RunLog;
import dev.assay.rebuild.sandbox.Runner;
import dev.assay.rebuild.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where builds are made: a sandbox that works, the materials, and a folder for each run.
final class Workshop {
  private final RebuildRequest request;
  private final Materials materials;
  private final Runner runner;
  private final Listener listener;
  private int runs;

  private Workshop(RebuildRequest request, Materials materials, Runner runner, Listener listener) {
    this.request = request;
    this.materials = materials;
    this.runner = runner;
    this.listener = listener;
  }

  /// A workshop with the sandbox that was named, or the strongest that works.
  static Optional<Workshop> open(RebuildRequest request, Materials materials, Listener listener)
      throws IOException {
    List<Sandbox> candidates =
        request.sandbox() == null
            ? Sandbox.all()
            : Sandbox.byId(request.sandbox()).map(List::of).orElse(List.of());
    Path scratch = Files.createDirectories(request.workspace().resolve("trial"));
    try {
      for (Sandbox s : candidates) {
        Optional<Runner> runner = Runner.of(s, request.jdk(), scratch);
        if (runner.isPresent()) {
          return Optional.of(new Workshop(request, materials, runner.get(), listener));
        }
      }
      return Optional.empty();
    } finally {
      Folders.remove(scratch);
    }
  }

  String keepsApart() {
    return runner.sandbox().keepsApart();
  }

  /// Runs the recipe's command.
  ///
  /// @param environment variables beside, and before, the recipe's
  Build build(String name, Map<String, String> values, Map<String, String> environment)
      throws IOException {
    return build(name, values, environment, request.jdk());
  }

  /// Runs the recipe's command with another JDK.
  Build build(String name, Map<String, String> values, Map<String, String> environment, Path jdk)
      throws IOException {
    return run(name, request.recipe().run(), values, environment, jdk);
  }

  /// Runs a command of the recipe.
  Build run(
      String name,
      List<String> command,
      Map<String, String> values,
      Map<String, String> environment)
      throws IOException {
    return run(name, command, values, environment, request.jdk());
  }

  private Build run(
      String name,
      List<String> command,
      Map<String, String> values,
      Map<String, String> environment,
      Path jdk)
      throws IOException {
    Path folder = Folders.temporary(request.workspace(), name + "-" + ++runs + "-");
    Map<String, String> names = new LinkedHashMap<>(values);
    String inputs = runner.sandbox().shows(materials.inputs(), Sandbox.Folder.INPUTS);
    materials.materials().forEach((id, path) -> names.put(id, inputs + "/" + path));
    names.put("out", runner.sandbox().shows(folder.resolve("out"), Sandbox.Folder.OUT));
    Path temporary = folder.resolve("tmp");
    for (Recipe.Written w : request.recipe().files()) {
      names.put(
          w.id(), runner.sandbox().shows(temporary, Sandbox.Folder.TEMPORARY) + "/" + w.name());
    }
    Map<String, String> variables = new LinkedHashMap<>(request.recipe().environment().variables());
    variables.putAll(environment);
    Recipe.Limits limits = request.recipe().limits();
    Job job =
        runner.prepare(
            folder,
            materials.inputs(),
            command.stream().map(a -> Template.fill(a, names)).toList(),
            jdk,
            variables,
            limits);
    for (Recipe.Written w : request.recipe().files()) {
      Files.writeString(temporary.resolve(w.name()), Template.fill(w.text(), names));
    }
    var log = new RunLog(folder.resolve("log.txt"));
    Ended ended = runner.run(job, log, listener::running);
    Folders.remove(job.temporary());
    return new Build(job.out(), log.file(), ended, Map.copyOf(values));
  }

  /// Lays a file among the inputs, for a command that runs later.
  ///
  /// @return its path as the sandbox shows it
  String lay(String name, Path file) throws IOException {
    Path to =
        materials.inputs().resolve(".models").resolve(name).resolve(file.getFileName().toString());
    Folders.remove(to);
    Folders.copy(file, to);
    Folders.openToRead(materials.inputs().resolve(".models"));
    return runner.sandbox().shows(materials.inputs(), Sandbox.Folder.INPUTS)
        + "/"
        + materials.inputs().relativize(to);
  }
}
