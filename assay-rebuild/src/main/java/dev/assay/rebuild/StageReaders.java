package dev.assay.rebuild;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads the ways in which releases write down how they are made: DVC pipelines, MLflow projects,
/// spaCy projects, Makefiles, scripts by their names, OpenNLP manifests.
final class StageReaders {
  private static final String SHELL = "|&;<>$`(){}*?[]#~'\"\\\n";

  private static final long MOST_TEXT = 1 << 20;

  private StageReaders() {}

  static List<Stage> read(Path root, Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    String relative = root.toAbsolutePath().relativize(file.toAbsolutePath()).toString();
    if (OpenNlpManifest.named(file)) {
      return OpenNlpManifest.stage(relative, file).map(List::of).orElse(List.of());
    }
    return switch (name) {
      case "dvc.yaml" -> Dvc.stages(relative, map(file), map(file.resolveSibling("dvc.lock")));
      case "MLproject" -> mlflow(relative, map(file));
      case "project.yml" -> spacy(relative, map(file));
      case "Makefile", "makefile", "GNUmakefile" -> make(relative, text(file));
      default ->
          name.endsWith(".json") || name.endsWith(".jsonl") || name.endsWith(".link")
              ? ProvenanceStatements.stages(relative, text(file))
              : script(relative, name);
    };
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  /// A YAML document as maps and lists; nothing else is built, whatever tags it has.
  private static Map<?, ?> map(Path file) throws IOException {
    if (!Files.isRegularFile(file) || Files.size(file) > MOST_TEXT) {
      return Map.of();
    }
    try {
      Object value =
          new Load(LoadSettings.builder().setMaxAliasesForCollections(20).build())
              .loadFromString(text(file));
      return value instanceof Map<?, ?> m ? m : Map.of();
    } catch (YamlEngineException | StackOverflowError e) {
      return Map.of();
    }
  }

  private static List<Stage> mlflow(String file, Map<?, ?> yaml) {
    List<Stage> stages = new ArrayList<>();
    if (yaml.get("entry_points") instanceof Map<?, ?> all) {
      all.forEach((name, value) -> {
        if (value instanceof Map<?, ?> s) {
          stages.add(entryPoint(file + ", entry point " + name, s));
        }
      });
    }
    return stages;
  }

  private static Stage entryPoint(String origin, Map<?, ?> entry) {
    Map<String, String> parameters = new LinkedHashMap<>();
    List<Stage.Wanted> wanted = new ArrayList<>();
    if (entry.get("parameters") instanceof Map<?, ?> all) {
      all.forEach((key, value) -> {
        String name = String.valueOf(key);
        Object standard = value instanceof Map<?, ?> m ? m.get("default") : null;
        Object type = value instanceof Map<?, ?> m ? m.get("type") : value;
        if (standard != null) {
          parameters.put(name, String.valueOf(standard));
        } else if ("path".equals(type) || "uri".equals(type)) {
          wanted.add(
              new Stage.Wanted(
                  name, name, "training-data", "", "the parameter " + name + " of " + origin));
        }
      });
    }
    // MLproject writes {name} where a recipe writes ${name}.
    String command = String.valueOf(entry.get("command"));
    List<String> known = new ArrayList<>(parameters.keySet());
    wanted.forEach(w -> known.add(w.id()));
    for (String name : known) {
      command = command.replace("{" + name + "}", "\u0001" + name + "\u0002");
    }
    Stage plain = stage(origin, command, List.of(), List.of(), parameters);
    return new Stage(
        origin,
        plain.command().stream()
            .map(w -> w.replace("\u0001", "${").replace("\u0002", "}"))
            .toList(),
        plain.shell(),
        List.of(),
        List.of(),
        parameters,
        Stage.Rest.wanted(wanted, List.of()));
  }

  private static List<Stage> spacy(String file, Map<?, ?> yaml) {
    List<Stage> stages = new ArrayList<>();
    if (yaml.get("commands") instanceof List<?> all) {
      for (Object value : all) {
        if (value instanceof Map<?, ?> s) {
          stages.add(
              stage(
                  file + ", command " + s.get("name"),
                  filled(s.get("script"), yaml.get("vars")),
                  filled(names(s.get("deps")), yaml.get("vars")),
                  filled(names(s.get("outputs")), yaml.get("vars")),
                  Map.of()));
        }
      }
    }
    return stages;
  }

  private static List<String> filled(@Nullable Object texts, @Nullable Object vars) {
    return texts instanceof List<?> l
        ? l.stream().map(t -> filled(String.valueOf(t), "vars", vars)).toList()
        : List.of();
  }

  /// A text in which spaCy's `${vars.name}` are replaced by their values.
  private static String filled(String text, String prefix, @Nullable Object vars) {
    String filled = text;
    if (vars instanceof Map<?, ?> m) {
      for (Map.Entry<?, ?> e : m.entrySet()) {
        String key = prefix + "." + e.getKey();
        filled =
            e.getValue() instanceof Map<?, ?>
                ? filled(filled, key, e.getValue())
                : filled.replace("${" + key + "}", String.valueOf(e.getValue()));
      }
    }
    return filled;
  }

  static Stage stage(
      String origin,
      @Nullable Object command,
      List<String> dependencies,
      List<String> outputs,
      Map<String, String> parameters) {
    String line =
        command instanceof List<?> l
            ? l.size() == 1
                ? String.valueOf(l.getFirst())
                : String.join("\n", l.stream().map(String::valueOf).toList())
            : command == null ? "" : String.valueOf(command).strip();
    boolean shell = line.chars().anyMatch(c -> SHELL.indexOf(c) >= 0);
    List<String> words =
        line.isBlank() ? List.of() : Arrays.stream(line.strip().split("[ \t\n]+", -1)).toList();
    return new Stage(origin, words, shell, dependencies, outputs, parameters);
  }

  static List<String> names(@Nullable Object list) {
    List<String> names = new ArrayList<>();
    if (list instanceof List<?> l) {
      for (Object item : l) {
        names.add(
            item instanceof Map<?, ?> m && !m.isEmpty()
                ? String.valueOf(m.keySet().iterator().next())
                : String.valueOf(item));
      }
    }
    return names;
  }

  private static List<Stage> make(String file, String text) {
    List<Stage> stages = new ArrayList<>();
    for (String line : text.lines().toList()) {
      int colon = line.indexOf(':');
      if (colon > 0 && Character.isLetter(line.charAt(0)) && !line.startsWith(":=", colon)) {
        String target = line.substring(0, colon).strip();
        String word = target.toLowerCase(Locale.ROOT);
        if (word.contains("train") || word.contains("model") || word.contains("reproduce")) {
          List<String> needs = new ArrayList<>(List.of(file));
          for (String need : line.substring(colon + 1).strip().split("[ \t]+", -1)) {
            if (!need.isEmpty() && need.chars().noneMatch(c -> SHELL.indexOf(c) >= 0)) {
              needs.add(need);
            }
          }
          stages.add(
              new Stage(
                  file + ", target " + target,
                  List.of("make", "-f", file, target),
                  false,
                  needs,
                  List.of(target),
                  Map.of(),
                  Stage.Rest.GUESSED));
        }
      }
    }
    return stages;
  }

  private static List<Stage> script(String file, String name) {
    String word = name.toLowerCase(Locale.ROOT);
    Optional<String> program =
        word.endsWith(".sh")
            ? Optional.of("sh")
            : word.endsWith(".py")
                ? Optional.of("python3")
                : word.endsWith(".java") ? Optional.of("java") : Optional.empty();
    boolean trains =
        word.startsWith("train") || word.startsWith("reproduce") || word.startsWith("pretrain");
    return program.isPresent() && trains
        ? List.of(
            new Stage(
                file,
                List.of(program.get(), file),
                false,
                List.of(file),
                List.of(),
                Map.of(),
                Stage.Rest.GUESSED))
        : List.of();
  }
}
