package dev.assay.bench.forms;

import dev.assay.bench.forms.MarkdownParts.Kind;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Commands of a shell, in scripts and in the documents that show them.
final class ShellLines {
  private static final Pattern SHOWN =
      Pattern.compile("\\s*[`~]{3,}\\s*\\{?\\.?(?:bash|sh|shell|zsh)\\b.*", Pattern.DOTALL);

  /// A line that goes on, unless it is a remark, which ends with its line whatever stands there.
  private static final Pattern GOES_ON =
      Pattern.compile("(?m)^([ \\t]*[^#\\s].*?)[ \\t]*\\\\\\n[ \\t]*(?![#\\s`~])");

  private static final Pattern STARTS =
      Pattern.compile(
          "\\s*(?:[$>]\\s+)?(?:\\w+=\\S+\\s+)*(?:python3?|torchrun|accelerate|deepspeed)\\s.*");

  /// An option with its one value, before the next option or the end: more values would be a list,
  /// and a program's name is no value of an option without one.
  private static final Pattern VALUE =
      Pattern.compile(
          "(?<=\\s)(--[\\w.-]+)[ \\t]+(?!-)([^\\s\"'\\\\&|;<>#]+)(?=[ \\t]*(?:\\\\?\\n?\\z|\\\\?\\s+--?\\w))");

  private static final Pattern EQUALS =
      Pattern.compile("(?<=\\s)(--[\\w.-]+)=([^\\s\"'\\\\&|;<>#]+)(?=\\s|\\z)");

  private ShellLines() {}

  static Rewriting joined() {
    return form("shell-joined", "commands on one line each", ShellLines::joined);
  }

  static Rewriting options() {
    return form(
        "shell-options",
        "options of commands written --a=b",
        text ->
            each(text, l -> VALUE.matcher(l).replaceAll(m -> option(m.group(1), "=", m.group(2)))));
  }

  static Rewriting values() {
    return form(
        "shell-values",
        "options of commands written --a b",
        text ->
            each(
                text, l -> EQUALS.matcher(l).replaceAll(m -> option(m.group(1), " ", m.group(2)))));
  }

  private static String option(String name, String between, String value) {
    // What is started stands behind an option that has no value.
    boolean program = value.endsWith(".py") || name.equals("--module");
    return Matcher.quoteReplacement(
        name + (program && between.equals("=") ? " " : between) + value);
  }

  private static Rewriting form(String name, String does, UnaryOperator<String> change) {
    return new TextRewriting(
        name,
        does,
        p -> Kinds.shell(p) || Kinds.markdown(p),
        (path, text) -> Kinds.shell(path) ? script(text, change) : shown(text, change));
  }

  /// What a script hands on between marks is no command.
  private static String script(String text, UnaryOperator<String> change) {
    return text.contains("<<") || text.indexOf('\r') >= 0 ? text : change.apply(text);
  }

  private static String shown(String text, UnaryOperator<String> change) {
    var out = new StringBuilder();
    for (MarkdownParts.Part part : MarkdownParts.of(text)) {
      boolean commands = part.kind() == Kind.CODE && SHOWN.matcher(part.text()).matches();
      out.append(commands ? script(part.text(), change) : part.text());
    }
    return out.toString();
  }

  private static String joined(String text) {
    String before = text;
    while (true) {
      String after = GOES_ON.matcher(before).replaceAll("$1 ");
      if (after.equals(before)) {
        return after;
      }
      before = after;
    }
  }

  /// Changes the commands that start Python, each with the lines that it goes on over.
  private static String each(String text, UnaryOperator<String> change) {
    var out = new StringBuilder();
    var command = new StringBuilder();
    for (String line : MarkdownParts.lines(text)) {
      command.append(line);
      if (!line.stripTrailing().endsWith("\\")) {
        out.append(one(command.toString(), change));
        command.setLength(0);
      }
    }
    return out.append(command).toString();
  }

  private static String one(String command, UnaryOperator<String> change) {
    String first = MarkdownParts.lines(command).getFirst().stripTrailing();
    return STARTS.matcher(first).matches() ? change.apply(command) : command;
  }
}
