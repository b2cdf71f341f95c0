package dev.assay.rebuild;

import dev.assay.rebuild.compare.Digests;
import dev.assay.rebuild.recipe.Recipe;
import dev.assay.weights.Printable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes a recipe as YAML from what was found in a release, and notes what was not.
final class Drafting {
  private static final String LICENCE = "    # licence: its SPDX identifier";

  private final DraftSource source;
  private final Path root;
  private final List<Path> files;
  private final Map<String, Path> given;
  private final MavenPlaces maven;
  private final List<String> missing = new ArrayList<>();
  private final StringBuilder out = new StringBuilder();

  /// What the recipe calls each file that goes in.
  private final Map<String, String> ids = new LinkedHashMap<>();

  /// What the recipe calls each of the weights that are to be made again, by their paths.
  private final Map<String, String> subjects = new LinkedHashMap<>();

  Drafting(DraftSource source, Map<String, Path> given, MavenPlaces maven) {
    this.source = source;
    this.given = given;
    this.maven = maven;
    root = source.root();
    files = source.files();
  }

  Draft draft() throws IOException {
    DraftSearch found = DraftSearch.of(source);
    List<Path> weights = found.weights();
    Stage stage = found.stage();
    header(found.stages(), stage);
    subjects(weights, stage);
    materials(stage, found.stages());
    if (stage != null) {
      written(stage);
      environment(stage);
      parameters(stage);
    }
    run(stage);
    outputs(weights, stage);
    return new Draft(out.toString(), missing, !weights.isEmpty() || stage != null);
  }

  private String relative(Path p) {
    return source.relative(p);
  }

  private void header(List<Stage> stages, @Nullable Stage chosen) throws IOException {
    line(
        "# Drafted by 'assay rebuild --draft'; nothing was run. Read it, correct it, fill in what is missing.");
    if (chosen != null) {
      line("# From " + oneLine(List.of(chosen.origin())) + ".");
      chosen.rest().notes().forEach(n -> line("# " + oneLine(List.of(n))));
    }
    for (Stage s : stages) {
      if (s != chosen) {
        line(
            "# Another candidate, in "
                + oneLine(List.of(s.origin()))
                + ": "
                + oneLine(s.command()));
      }
    }
    line("recipe: 1");
    line("name: " + quoted(name()));
  }

  private String name() throws IOException {
    String coordinates = source.coordinates();
    if (coordinates == null) {
      return source.name();
    }
    String[] parts = coordinates.split(":", -1);
    return parts[1] + " " + parts[2];
  }

  private void subjects(List<Path> weights, @Nullable Stage stage) throws IOException {
    List<Path> chosen =
        stage == null || weights.stream().noneMatch(w -> stage.outputs().contains(relative(w)))
            ? weights
            : weights.stream().filter(w -> stage.outputs().contains(relative(w))).toList();
    if (chosen.isEmpty()) {
      missing.add("weights to compare with (subject)");
      line("# subject: no weights were found here");
      return;
    }
    line("subjects:");
    Path archive = source.archive();
    String coordinates = source.coordinates();
    for (int i = 0; i < chosen.size(); i++) {
      String id = "weights" + (chosen.size() == 1 ? "" : i + 1);
      subjects.put(relative(chosen.get(i)), id);
      line("  - id: " + id);
      if (coordinates != null) {
        line("    maven: " + quoted(coordinates));
      } else if (archive != null) {
        line("    path: " + quoted(String.valueOf(archive.getFileName())));
      }
      line((archive == null ? "    path: " : "    member: ") + quoted(relative(chosen.get(i))));
      line("    " + digest(chosen.get(i)));
    }
  }

  private void materials(@Nullable Stage stage, List<Stage> stages) throws IOException {
    line("materials:");
    if (stage != null) {
      for (String dependency : stage.dependencies()) {
        dependency(dependency, stages);
      }
      // What the command names and nobody listed.
      for (String word : stage.command()) {
        String path = plain(word);
        if (!ids.containsKey(path)
            && !stage.outputs().contains(path)
            && Files.isRegularFile(root.resolve(path))
            && files.contains(root.resolve(path).normalize())) {
          dependency(path, stages);
        }
      }
      for (Stage.Artifact m : stage.rest().artifacts()) {
        artifact(m);
      }
      for (Stage.Wanted w : stage.rest().wanted()) {
        wanted(w);
      }
    }
    boolean data =
        stage != null
            && (stage.dependencies().stream()
                    .anyMatch(d -> MaterialRoles.of(d).equals("training-data"))
                || !stage.rest().wanted().isEmpty());
    if (!data) {
      missing.add("the training data");
      line("  # no training data was found");
    }
  }

  private void dependency(String dependency, List<Stage> stages) throws IOException {
    Path p = root.resolve(dependency).normalize();
    boolean here = p.startsWith(root.normalize()) && Files.exists(p);
    String id = id(dependency, Set.copyOf(ids.values()));
    ids.put(dependency, id);
    line("  - id: " + id);
    line("    path: " + quoted(dependency));
    if (here) {
      line("    " + digest(p));
    } else {
      String made =
          stages.stream()
              .filter(s -> s.outputs().contains(dependency))
              .map(s -> "; " + s.origin() + " makes it")
              .findFirst()
              .orElse("");
      missing.add("the material " + dependency + made);
      line("    # sha256: it is not here" + oneLine(List.of(made)));
    }
    line("    role: " + MaterialRoles.of(dependency));
    line(LICENCE);
  }

  private static String plain(String word) {
    return word.startsWith("./") ? word.substring(2) : word;
  }

  private static String digest(Path p) throws IOException {
    return Files.isDirectory(p)
        ? "tree-sha256: " + Digests.of(Recipe.Expected.Algorithm.TREE_SHA256, p)
        : "sha256: " + Digests.sha256(p);
  }

  private void artifact(Stage.Artifact m) throws IOException {
    Path file = maven.file(m.coordinates());
    line("  - id: " + m.id());
    line("    maven: " + quoted(m.coordinates()));
    if (Files.isRegularFile(file)) {
      line("    sha256: " + Digests.sha256(file));
    } else {
      line("    # sha256: of the artifact's file");
      missing.add(
          "the artifact "
              + m.coordinates()
              + " in the local Maven repository; get it with your Maven (dependency:get)");
    }
    line("    role: " + m.role());
    line(LICENCE);
  }

  private void wanted(Stage.Wanted w) throws IOException {
    line("  - id: " + w.id() + "  # " + oneLine(List.of(w.note())));
    Path file = given.get(w.id());
    String usual = w.name();
    if (usual.isEmpty()) {
      usual = file == null ? w.id() : unpacked(String.valueOf(file.getFileName()));
    }
    if (w.git().isPresent()) {
      line("    git: " + quoted(w.git().get().repository()));
      line("    revision: " + quoted(w.git().get().revision()));
      line("    # path: of the file in it that is used; one material for each");
    } else {
      line("    path: " + quoted(usual));
    }
    if (!w.digest().isEmpty()) {
      line("    " + w.digest());
    } else if (file != null && Files.isRegularFile(file)) {
      line("    sha256: " + Materials.digestAsUsed(file, usual));
    } else {
      line("    # sha256: of the file; or git-blob: its git object id");
      missing.add(
          w.note()
              + "; name its file with --material "
              + w.id()
              + "=FILE, here and when rebuilding");
    }
    line("    role: " + w.role());
    line(LICENCE);
  }

  /// The name of what a file holds that is packed.
  private static String unpacked(String name) {
    return name.endsWith(".xz") || name.endsWith(".gz")
        ? name.substring(0, name.length() - 3)
        : name;
  }

  private void written(Stage stage) {
    if (!stage.rest().files().isEmpty()) {
      line("files:");
    }
    for (Stage.Written w : stage.rest().files()) {
      line("  - id: " + w.id());
      line("    name: " + quoted(w.name()));
      line("    text: |");
      w.lines().forEach(l -> line("      " + l));
    }
  }

  private void environment(Stage stage) {
    if (stage.rest().jdk() > 0) {
      line("environment:");
      line("  jdk: " + quoted(">=" + stage.rest().jdk()));
    }
  }

  private static String id(String path, Set<String> taken) {
    String last = path.substring(path.lastIndexOf('/') + 1);
    var id = new StringBuilder();
    last.chars()
        .limit(40)
        .forEach(c -> id.append(c < 128 && Character.isLetterOrDigit(c) ? (char) c : '_'));
    String base = id.isEmpty() ? "material" : id.toString();
    String unique = base;
    for (int i = 2; taken.contains(unique); i++) {
      unique = base + i;
    }
    return unique;
  }

  private void parameters(Stage stage) {
    if (stage.parameters().isEmpty() && stage.rest().completed().isEmpty()) {
      return;
    }
    line("parameters:");
    stage
        .rest()
        .completed()
        .forEach((key, value) ->
            line("  " + quoted(key) + ": {used: " + quoted(value) + ", basis: completed}"));
    stage
        .parameters()
        .forEach((key, value) ->
            line(
                "  "
                    + quoted(key)
                    + ": {declared: "
                    + quoted(value)
                    + ", source: "
                    + quoted(stage.origin())
                    + ", used: "
                    + quoted(value)
                    + "}"));
  }

  private void run(@Nullable Stage stage) {
    if (stage == null || stage.command().isEmpty()) {
      missing.add("the command that trains");
      line("# run: no command was found");
      return;
    }
    if (stage.shell()) {
      missing.add(
          "the command as a program and its arguments: " + stage.origin() + " gives it to a shell");
      line("# run: a shell would be needed for: " + oneLine(stage.command()));
      return;
    }
    line(
        "# It starts in the empty folder ${out}: what the program opens by a path of its own has to be an");
    line("# argument, or be brought to its place by a script under \"files\".");
    line("run:");
    for (String word : stage.command()) {
      String path = plain(word);
      line(
          "  - "
              + quoted(
                  ids.containsKey(path)
                      ? "${" + ids.get(path) + "}"
                      : stage.outputs().contains(path) && !stage.guessed()
                          ? "${out}/" + path
                          : word));
    }
  }

  private void outputs(List<Path> weights, @Nullable Stage stage) {
    line("outputs:");
    List<String> names = made(weights, stage);
    for (String n : names) {
      line("  - path: " + quoted(n));
      comparedWith(n);
      if (stage != null && !stage.rest().clock().isEmpty()) {
        line(
            "    clock: ["
                + String.join(", ", stage.rest().clock().stream().map(Drafting::quoted).toList())
                + "]");
      }
    }
    if (names.isEmpty()) {
      missing.add("what comes out (outputs)");
      line("  # nothing was found");
    }
  }

  /// The paths of what comes out: of a step that makes weights which are here, these alone.
  private List<String> made(List<Path> weights, @Nullable Stage stage) {
    if (stage == null || stage.outputs().isEmpty()) {
      return weights.stream().map(this::relative).toList();
    }
    List<String> published = stage.outputs().stream().filter(subjects::containsKey).toList();
    return published.isEmpty() ? stage.outputs() : published;
  }

  private void comparedWith(String output) {
    String same = subjects.get(output);
    if (same != null || subjects.size() < 2) {
      line("    compare-to: " + (same == null ? "weights" : same));
    } else {
      line("    # compare-to: " + String.join(" or ", subjects.values()));
      missing.add("which weights the output " + output + " is compared with");
    }
  }

  private static String oneLine(List<String> words) {
    return Printable.line(String.join(" ", words));
  }

  /// A YAML scalar in double quotes; its control characters are escaped as YAML has them.
  private static String quoted(String text) {
    var s = new StringBuilder("\"");
    text.chars()
        .forEach(c -> {
          if (c == '"' || c == '\\') {
            s.append('\\').append((char) c);
          } else if (c < 32 || c == 127) {
            s.append("\\x").append(HexFormat.of().toHexDigits((byte) c));
          } else {
            s.append((char) c);
          }
        });
    return s.append('"').toString();
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
