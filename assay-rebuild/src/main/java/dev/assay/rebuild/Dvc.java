package dev.assay.rebuild;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A DVC pipeline: `dvc.yaml` says what each stage needs, runs and makes, `dvc.lock` with which
/// parameters and which files that was done last.
final class Dvc {
  private Dvc() {}

  /// @param file the pipeline's path
  /// @param yaml its content
  /// @param lock the lock's content; empty where there is none
  static List<Stage> stages(String file, Map<?, ?> yaml, Map<?, ?> lock) {
    List<Stage> stages = new ArrayList<>();
    if (yaml.get("stages") instanceof Map<?, ?> all) {
      Map<?, ?> locked = lock.get("stages") instanceof Map<?, ?> l ? l : Map.of();
      all.forEach((name, value) -> {
        if (value instanceof Map<?, ?> s) {
          Map<?, ?> done = locked.get(name) instanceof Map<?, ?> d ? d : Map.of();
          Stage plain =
              StageReaders.stage(
                  file + ", stage " + name,
                  done.get("cmd") instanceof String c ? c : s.get("cmd"),
                  dependencies(s, done),
                  StageReaders.names(s.get("outs")),
                  parameters(done));
          List<String> notes = new ArrayList<>();
          for (String side : List.of("deps", "outs")) {
            notes.addAll(digests(done.get(side)));
          }
          var rest = Stage.Rest.notes(List.copyOf(notes));
          stages.add(
              new Stage(
                  plain.origin(),
                  plain.command(),
                  plain.shell(),
                  plain.dependencies(),
                  plain.outputs(),
                  plain.parameters(),
                  rest));
        }
      });
    }
    return stages;
  }

  /// What goes in, and the files that its settings stand in.
  private static List<String> dependencies(Map<?, ?> stage, Map<?, ?> done) {
    List<String> names = new ArrayList<>(StageReaders.names(stage.get("deps")));
    if (done.get("params") instanceof Map<?, ?> files) {
      files.keySet().stream()
          .map(String::valueOf)
          .filter(f -> !names.contains(f))
          .forEach(names::add);
    }
    return names;
  }

  private static Map<String, String> parameters(Map<?, ?> done) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (done.get("params") instanceof Map<?, ?> files) {
      files
          .values()
          .forEach(v -> {
            if (v instanceof Map<?, ?> m) {
              m.forEach((key, value) -> put(parameters, key, value));
            }
          });
    }
    return parameters;
  }

  private static void put(Map<String, String> into, @Nullable Object key, @Nullable Object value) {
    if (value instanceof String || value instanceof Number || value instanceof Boolean) {
      into.put(String.valueOf(key), value.toString());
    }
  }

  /// What the lock says of files, for whoever compares; MD5 is no digest that a recipe takes.
  private static List<String> digests(@Nullable Object list) {
    List<String> notes = new ArrayList<>();
    if (list instanceof List<?> l) {
      for (Object item : l) {
        if (item instanceof Map<?, ?> m && m.get("md5") != null) {
          notes.add(
              "dvc.lock: "
                  + Objects.toString(m.get("path"), "")
                  + " had the MD5 "
                  + Objects.toString(m.get("md5"), ""));
        }
      }
    }
    return notes;
  }
}
