package dev.assay.rebuild;

import dev.assay.formats.Formats;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.ReadMeter;
import dev.assay.rebuild.compare.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Looks through a release for what a recipe needs.
final class Drafting {
  private static final int MOST_FILES = 20_000;
  private static final long MOST_TEXT = 1 << 20;

  private final Path root;
  private final List<Path> files;
  private final List<String> missing = new ArrayList<>();
  private final StringBuilder out = new StringBuilder();

  Drafting(Path path) throws IOException {
    if (Files.isRegularFile(path)) {
      Path parent = path.toAbsolutePath().getParent();
      root = parent == null ? Path.of(".") : parent;
      files = List.of(path.toAbsolutePath());
    } else {
      root = path;
      try (Stream<Path> all = Files.walk(path)) {
        files =
            all.filter(p -> Files.isRegularFile(p, LinkOption.NOFOLLOW_LINKS))
                .filter(p -> !path.relativize(p).startsWith(".git"))
                .limit(MOST_FILES)
                .sorted()
                .toList();
      }
    }
  }

  Draft draft() throws IOException {
    List<Path> recognised = weights();
    List<Stage> stages = new ArrayList<>();
    for (Path p : files) {
      if (Files.size(p) <= MOST_TEXT || OpenNlpManifest.named(p)) {
        stages.addAll(StageReaders.read(root, p));
      }
    }
    Optional<Stage> stage = stages.stream().filter(s -> makesAny(s, recognised)).findFirst();
    if (stage.isEmpty()) {
      // One that says what goes in and comes out tells more than a name.
      stage =
          stages.stream()
              .filter(Stage::trains)
              .max(
                  java.util.Comparator.comparing(
                      s -> s.outputs().size() + s.dependencies().size()));
    }
    List<Path> weights = recognised;
    for (String output : stage.map(Stage::outputs).orElse(List.of())) {
      Path made = root.resolve(output).normalize();
      if (weights.isEmpty() && made.startsWith(root.normalize()) && Files.isRegularFile(made)) {
        weights = List.of(made);
      }
    }
    header(stages, stage.orElse(null));
    subjects(weights, stage.orElse(null));
    materials(stage.orElse(null));
    stage.ifPresent(this::parameters);
    run(stage.orElse(null));
    outputs(weights, stage.orElse(null));
    return new Draft(out.toString(), missing, !weights.isEmpty() || stage.isPresent());
  }

  private List<Path> weights() throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path p : files) {
      if (OpenNlpManifest.named(p) || isWeights(p)) {
        found.add(p);
      }
    }
    return found;
  }

  private boolean isWeights(Path file) {
    try (ByteSource bytes = ByteSource.of(file, new ReadMeter())) {
      String name = relative(file);
      return Formats.recognise(FileEntry.file(name, bytes.size()), bytes.head(Formats.HEAD), bytes)
          .isPresent();
    } catch (java.io.UncheckedIOException | dev.assay.io.Malformed e) {
      return false;
    }
  }

  private String relative(Path p) {
    return root.toAbsolutePath().relativize(p.toAbsolutePath()).toString().replace('\\', '/');
  }

  private boolean makesAny(Stage s, List<Path> weights) {
    return weights.stream().anyMatch(w -> s.outputs().contains(relative(w)));
  }

  private void header(List<Stage> stages, @org.jspecify.annotations.Nullable Stage chosen) {
    line(
        "# Drafted by 'assay rebuild --draft'; nothing was run. Read it, correct it, fill in what is missing.");
    if (chosen != null) {
      line("# From " + chosen.origin() + ".");
    }
    for (Stage s : stages) {
      if (s != chosen) {
        line("# Another candidate, in " + s.origin() + ": " + oneLine(s.command()));
      }
    }
    line("recipe: 1");
    Path name = root.toAbsolutePath().normalize().getFileName();
    line("name: " + quoted(name == null ? "model" : name.toString()));
  }

  private void subjects(List<Path> weights, @org.jspecify.annotations.Nullable Stage stage)
      throws IOException {
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
    for (int i = 0; i < chosen.size(); i++) {
      line("  - id: weights" + (chosen.size() == 1 ? "" : i + 1));
      line("    path: " + quoted(relative(chosen.get(i))));
      line("    sha256: " + Digests.sha256(chosen.get(i)));
    }
  }

  private void materials(@org.jspecify.annotations.Nullable Stage stage) throws IOException {
    line("materials:");
    Set<String> seen = new LinkedHashSet<>();
    if (stage != null) {
      for (String dependency : stage.dependencies()) {
        Path p = root.resolve(dependency).normalize();
        boolean here = p.startsWith(root.normalize()) && Files.exists(p);
        String id = id(dependency, seen);
        if (!here) {
          missing.add("the material " + dependency);
          line("  # not here: " + oneLine(List.of(dependency)));
          continue;
        }
        boolean folder = Files.isDirectory(p);
        line("  - id: " + id);
        line("    path: " + quoted(dependency));
        line(
            folder
                ? "    tree-sha256: "
                    + Digests.of(dev.assay.rebuild.recipe.Recipe.Expected.Algorithm.TREE_SHA256, p)
                : "    sha256: " + Digests.sha256(p));
        line("    role: " + role(dependency));
      }
      for (String[] m : stage.artifacts()) {
        line("  - id: " + m[0]);
        line("    maven: " + quoted(m[1]));
        line("    # sha256: of the artifact's file");
        line("    role: training-code");
        missing.add("the digest of " + m[1]);
      }
    }
    if (stage == null
        || stage.dependencies().stream().noneMatch(d -> role(d).equals("training-data"))) {
      missing.add("the training data");
      line("  # no training data was found");
    }
  }

  private static String id(String path, Set<String> seen) {
    String last = path.substring(path.lastIndexOf('/') + 1);
    var id = new StringBuilder();
    last.chars()
        .limit(40)
        .forEach(c -> id.append(c < 128 && Character.isLetterOrDigit(c) ? (char) c : '_'));
    String base = id.isEmpty() ? "material" : id.toString();
    String unique = base;
    for (int i = 2; !seen.add(unique); i++) {
      unique = base + i;
    }
    return unique;
  }

  private static String role(String path) {
    String p = path.toLowerCase(java.util.Locale.ROOT);
    if (p.endsWith(".py")
        || p.endsWith(".java")
        || p.endsWith(".sh")
        || p.startsWith("src")
        || p.contains("code")) {
      return "training-code";
    }
    return p.endsWith(".yaml")
            || p.endsWith(".yml")
            || p.endsWith(".cfg")
            || p.endsWith(".conf")
            || p.endsWith("config.json")
        ? "training-configuration"
        : "training-data";
  }

  private void parameters(Stage stage) {
    if (stage.parameters().isEmpty()) {
      return;
    }
    line("parameters:");
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

  private void run(@org.jspecify.annotations.Nullable Stage stage) {
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
    line("run:");
    stage.command().forEach(a -> line("  - " + quoted(a)));
  }

  private void outputs(List<Path> weights, @org.jspecify.annotations.Nullable Stage stage) {
    line("outputs:");
    List<String> names =
        stage != null && !stage.outputs().isEmpty()
            ? stage.outputs()
            : weights.stream().map(this::relative).toList();
    for (String n : names) {
      line("  - path: " + quoted(n));
      line("    compare-to: weights");
    }
    if (names.isEmpty()) {
      missing.add("what comes out (outputs)");
      line("  # nothing was found");
    }
  }

  private static String oneLine(List<String> words) {
    return dev.assay.weights.Printable.line(String.join(" ", words));
  }

  /// A YAML scalar in double quotes; its control characters are escaped as YAML has them.
  private static String quoted(String text) {
    var s = new StringBuilder("\"");
    text.chars()
        .forEach(c -> {
          if (c == '"' || c == '\\') {
            s.append('\\').append((char) c);
          } else if (c < 32 || c == 127) {
            s.append("\\x").append(java.util.HexFormat.of().toHexDigits((byte) c));
          } else {
            s.append((char) c);
          }
        });
    return s.append('"').toString();
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  /// A step that makes something, as a release describes it.
  ///
  /// @param origin the file, and the name in it
  /// @param command the words of its command
  /// @param shell whether those words mean something to a shell, so that they are no plain
  ///   arguments
  /// @param dependencies paths that go in
  /// @param outputs paths that come out
  /// @param parameters its settings
  /// @param artifacts Maven artifacts it needs: id and coordinates
  record Stage(
      String origin,
      List<String> command,
      boolean shell,
      List<String> dependencies,
      List<String> outputs,
      Map<String, String> parameters,
      List<String[]> artifacts) {
    Stage {
      parameters = new LinkedHashMap<>(parameters);
    }

    boolean trains() {
      String words = (origin + " " + String.join(" ", command)).toLowerCase(java.util.Locale.ROOT);
      return words.contains("train") || words.contains("fit");
    }
  }
}
