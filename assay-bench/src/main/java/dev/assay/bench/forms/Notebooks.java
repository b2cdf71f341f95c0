package dev.assay.bench.forms;

import dev.assay.bench.forms.PythonTokens.Kind;
import dev.assay.bench.forms.PythonTokens.Token;
import dev.assay.formats.JsonReader;
import dev.assay.io.Malformed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/// Programs of Python as notebooks, and notebooks as programs.
///
/// @param from the ending before
/// @param to the ending after
/// @param change what becomes of the text; empty where it cannot be said so
record Notebooks(String name, String does, String from, String to, UnaryOperator<String> change)
    implements Rewriting {
  /// What a program reads from its command line has no place in a notebook.
  private static final Pattern STARTED =
      Pattern.compile(
          "argparse|sys\\.argv|ArgumentParser|\\b(?:click|fire|absl|hydra|typer)\\b|__file__|FLAGS|flags\\.");

  /// A statement at the margin that does something: what only defines is a library, and no program.
  private static final Pattern DOES =
      Pattern.compile("(?m)^(?:(?:for|while|with|if|try)\\b.*:|[\\w.]+\\(.*)");

  private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

  static Rewriting ofScripts() {
    return new Notebooks(
        "scripts-as-notebooks",
        "programs without a command line, that no text names, as notebooks",
        ".py",
        ".ipynb",
        Notebooks::notebook);
  }

  static Rewriting asScripts() {
    return new Notebooks(
        "notebooks-as-scripts",
        "notebooks as programs, their words as comments",
        ".ipynb",
        ".py",
        Notebooks::script);
  }

  @Override
  public boolean changes(String path) {
    return path.endsWith(from)
        && !Kinds.name(path).matches("__init__\\.py|setup\\.py|test_.*|.*_test\\.py");
  }

  @Override
  public Optional<Draft> rewrite(Draft release) {
    Set<String> words = words(release);
    Draft form = release;
    boolean any = false;
    for (String path : release.regular()) {
      String other = path.substring(0, Math.max(0, path.length() - from.length())) + to;
      boolean free =
          changes(path)
              && !release.has(other)
              && !words.contains(Kinds.name(path).replace(from, ""));
      String text = free ? change.apply(release.text(path)) : "";
      if (!text.isEmpty()) {
        form = form.with(path, text).renamed(path, other);
        any = true;
      }
    }
    return any ? Optional.of(form) : Optional.empty();
  }

  /// Every word of the texts but each file's own name: a program of that name may be imported,
  /// started or linked there.
  private static Set<String> words(Draft release) {
    var words = new HashSet<String>();
    for (String path : release.regular()) {
      if (Kinds.text(path) || Kinds.shell(path)) {
        String own = Kinds.name(path).replaceFirst("\\.\\w+$", "");
        WORD.matcher(release.text(path))
            .results()
            .map(m -> m.group())
            .filter(w -> !w.equals(own))
            .forEach(words::add);
      }
    }
    return words;
  }

  private static String notebook(String script) {
    List<Token> tokens = PythonTokens.of(script);
    if (tokens.isEmpty() || STARTED.matcher(script).find() || !DOES.matcher(script).find()) {
      return "";
    }
    var cells = new ArrayList<String>();
    var cell = new StringBuilder();
    boolean blank = false;
    for (List<Token> line : PythonTokens.lines(tokens)) {
      String text = PythonTokens.source(line);
      boolean top = line.getFirst().text().isEmpty() && line.getLast().kind() == Kind.END;
      boolean goesOn = text.matches("(?s)(?:else|elif|except|finally)\\b.*");
      if (blank && top && !goesOn && !cell.toString().isBlank()) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      }
      blank = text.isBlank() || (blank && !top);
      cell.append(text);
    }
    cells.add(cell.toString().strip());
    return cells.stream()
        .filter(c -> !c.isEmpty())
        .map(Notebooks::cell)
        .collect(
            Collectors.joining(
                ",\n",
                "{\n \"cells\": [\n",
                "\n ],\n \"metadata\": {\n  \"kernelspec\": {\n   \"display_name\": \"Python 3\",\n"
                    + "   \"language\": \"python\",\n   \"name\": \"python3\"\n  }\n },\n"
                    + " \"nbformat\": 4,\n \"nbformat_minor\": 4\n}\n"));
  }

  private static String cell(String source) {
    return MarkdownParts.lines(source).stream()
        .map(l -> "    " + Yaml.quoted(l))
        .collect(
            Collectors.joining(
                ",\n",
                "  {\n   \"cell_type\": \"code\",\n   \"execution_count\": null,\n   \"metadata\": {},\n"
                    + "   \"outputs\": [],\n   \"source\": [\n",
                "\n   ]\n  }"));
  }

  /// As the common converter writes it.
  private static String script(String notebook) {
    try (JsonReader in = JsonReader.over(notebook)) {
      var out = new StringBuilder("#!/usr/bin/env python\n# coding: utf-8\n");
      int depth = 0;
      @Nullable String type = null;
      @Nullable String source = null;
      String name = "";
      for (JsonToken t = in.next(); t != null; t = in.next()) {
        switch (t) {
          case PROPERTY_NAME -> name = in.name();
          case START_OBJECT -> {
            depth++;
            if (depth == 2) {
              type = null;
              source = null;
            }
          }
          case END_OBJECT -> {
            if (depth == 2 && type != null && source != null) {
              out.append(part(type, source));
            }
            depth--;
          }
          case START_ARRAY -> {
            if (depth == 2 && name.equals("source")) {
              source = texts(in);
            }
          }
          case VALUE_STRING -> {
            if (depth == 2 && name.equals("cell_type")) {
              type = in.text();
            } else if (depth == 2 && name.equals("source")) {
              source = in.text();
            }
          }
          default -> {}
        }
      }
      return out.toString();
    } catch (Malformed e) {
      return "";
    }
  }

  private static String texts(JsonReader in) {
    var out = new StringBuilder();
    for (JsonToken t = in.next(); t == JsonToken.VALUE_STRING; t = in.next()) {
      out.append(in.text());
    }
    return out.toString();
  }

  private static String part(String type, String source) {
    return type.equals("code")
        ? "\n\n# In[ ]:\n\n\n" + source.replaceAll("(?m)^(\\s*)([!%].*)$", "$1# $2") + "\n"
        : "\n\n" + source.replaceAll("(?m)^", "# ") + "\n";
  }
}
