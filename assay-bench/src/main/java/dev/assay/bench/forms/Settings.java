package dev.assay.bench.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.Node;

/// Settings in another notation.
final class Settings {
  /// Files that a tool looks for by their name, and reads as YAML only.
  private static final Pattern OF_A_TOOL =
      Pattern.compile(
          "(?i)(?:.*/)?\\..*|(?:.*/)?(?:environment|conda|docker-compose|compose|mkdocs|_config|action"
              + "|citation|assay|dvc|meta|readthedocs|cog|replicate|codecov|params)[^/]*\\.ya?ml");

  /// A folder in which a release keeps the settings of its own programs.
  private static final Pattern OF_SETTINGS =
      Pattern.compile("(?i)(?:.*/)?(?:configs?|conf|cfgs?|settings|hparams|params)/.*");

  /// JSON that a library looks for by its name, or that only a reader of JSON reads.
  private static final Pattern OF_A_LIBRARY =
      Pattern.compile(
          "(?i).*(?:config|tokenizer|vocab|index|package|lock|tokens_map|ds_|deepspeed|zero|stage)[^/]*\\.json");

  private Settings() {}

  static Rewriting flow() {
    return new TextRewriting(
        "yaml-flow",
        "settings of YAML in one pair of braces",
        p -> Kinds.yaml(p) && !OF_A_TOOL.matcher(p).matches(),
        (path, text) -> written(text, n -> Yaml.json(n, false)));
  }

  static Rewriting block() {
    return new TextRewriting(
        "yaml-block",
        "settings of YAML with one item a line",
        p -> Kinds.yaml(p) && !OF_A_TOOL.matcher(p).matches(),
        (path, text) -> written(text, n -> Yaml.block(n, false)));
  }

  private static String written(
      String text, java.util.function.Function<Node, Optional<String>> write) {
    return Yaml.read(text).flatMap(write).map(s -> s.endsWith("\n") ? s : s + "\n").orElse(text);
  }

  /// What reads YAML reads JSON too, whatever it is called.
  static Rewriting yamlAsJson() {
    return new Converted(
        "yaml-as-json",
        "settings of YAML as JSON, with their mentions",
        p -> Kinds.yaml(p) && !OF_A_TOOL.matcher(p).matches(),
        ".json",
        n -> Yaml.json(n, false));
  }

  static Rewriting jsonAsYaml() {
    return new Converted(
        "json-as-yaml",
        "JSON in folders of settings as YAML, with its mentions",
        p ->
            Kinds.json(p) && OF_SETTINGS.matcher(p).matches() && !OF_A_LIBRARY.matcher(p).matches(),
        ".yaml",
        n -> Yaml.block(n, false));
  }

  private record Converted(
      String name,
      String does,
      Predicate<String> files,
      String ending,
      java.util.function.Function<Node, Optional<String>> write)
      implements Rewriting {
    @Override
    public boolean changes(String path) {
      return files.test(path);
    }

    /// A name is given anew only where every file of that name can be: a mention says no folder.
    @Override
    public Optional<Draft> rewrite(Draft release) {
      Draft form = release;
      boolean any = false;
      List<String> all = release.regular();
      Set<String> stay =
          all.stream()
              .filter(p -> !changes(p) || as(release, p).isEmpty() || release.has(other(p)))
              .map(p -> Kinds.name(p).toLowerCase(Locale.ROOT))
              .collect(Collectors.toSet());
      var names = new ArrayList<String>();
      for (String path : all) {
        String name = Kinds.name(path);
        Optional<String> text =
            stay.contains(name.toLowerCase(Locale.ROOT)) ? Optional.empty() : as(release, path);
        if (text.isPresent()) {
          form = form.with(path, text.get()).renamed(path, other(path));
          names.add(name);
          any = true;
        }
      }
      for (String name : names.stream().distinct().toList()) {
        form = Mentions.renamed(form, name, other(name));
      }
      return any ? Optional.of(form) : Optional.empty();
    }

    private Optional<String> as(Draft release, String path) {
      return changes(path) ? Yaml.read(release.text(path)).flatMap(write) : Optional.empty();
    }

    private String other(String path) {
      return path.substring(0, path.lastIndexOf('.')) + ending;
    }
  }
}
