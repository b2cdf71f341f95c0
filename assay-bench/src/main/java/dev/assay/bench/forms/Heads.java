package dev.assay.bench.forms;

import dev.assay.bench.forms.MarkdownParts.Kind;
import dev.assay.bench.forms.MarkdownParts.Part;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.Node;

/// The head of keys of a card, in other YAML.
final class Heads {
  private Heads() {}

  static Rewriting quoted() {
    return form(
        "head-quoted", "front matter with every key and text quoted", n -> Yaml.block(n, true));
  }

  static Rewriting block() {
    return form("head-block", "front matter with one item a line", n -> Yaml.block(n, false));
  }

  static Rewriting flow() {
    return form(
        "head-flow",
        "front matter as JSON on one line",
        n -> Yaml.json(n, true).map(j -> j + "\n"));
  }

  static Rewriting json() {
    return form(
        "head-json",
        "front matter as JSON over lines",
        n -> Yaml.json(n, false).map(j -> j + "\n"));
  }

  private static Rewriting form(String name, String does, Function<Node, Optional<String>> write) {
    return new TextRewriting(
        name,
        does,
        Kinds::markdown,
        (path, text) -> {
          List<Part> parts = MarkdownParts.of(text);
          if (parts.isEmpty() || parts.getFirst().kind() != Kind.HEAD) {
            return text;
          }
          String head = parts.getFirst().text();
          int from = head.indexOf('\n') + 1;
          int to = head.stripTrailing().lastIndexOf('\n') + 1;
          return Yaml.read(head.substring(from, to))
              .flatMap(write)
              .map(h ->
                  head.substring(0, from) + h + head.substring(to) + text.substring(head.length()))
              .orElse(text);
        });
  }
}
