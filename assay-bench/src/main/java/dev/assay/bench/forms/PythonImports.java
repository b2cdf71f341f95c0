package dev.assay.bench.forms;

import dev.assay.bench.forms.PythonTokens.Kind;
import dev.assay.bench.forms.PythonTokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Python whose imports are said otherwise: a part of a package under a short name is imported from
/// it, and what is imported from one module stands in brackets over lines or on a line each.
final class PythonImports {
  private static final Pattern AS = Pattern.compile("import ([\\w.]+)\\.(\\w+) as (\\w+)");
  private static final Pattern FROM =
      Pattern.compile("from ([\\w.]+) import ((?:\\w+(?: as \\w+)?, *)+\\w+(?: as \\w+)?)");
  private static final Pattern SEVERAL =
      Pattern.compile("import ((?:[\\w.]+(?: as \\w+)?, *)+[\\w.]+(?: as \\w+)?)");

  private PythonImports() {}

  static Rewriting inBrackets() {
    return form(
        "python-imports", "Python with imports from packages, in brackets over lines", true);
  }

  static Rewriting oneALine() {
    return form("python-imports-apart", "Python with one import a line", false);
  }

  private static Rewriting form(String name, String does, boolean brackets) {
    return new TextRewriting(
        name,
        does,
        Kinds::python,
        (path, text) -> rewritten(text, PythonTokens.of(text), brackets));
  }

  private static String rewritten(String text, List<Token> tokens, boolean brackets) {
    var out = new StringBuilder();
    for (List<Token> line : PythonTokens.lines(tokens)) {
      String source = PythonTokens.source(line);
      out.append(line.getLast().kind() == Kind.END ? said(source, brackets) : source);
    }
    return tokens.isEmpty() ? text : out.toString();
  }

  private static String said(String line, boolean brackets) {
    String statement = line.strip();
    String indent = line.substring(0, line.indexOf(statement));
    Matcher as = AS.matcher(statement);
    if (as.matches()) {
      boolean same = as.group(2).equals(as.group(3));
      String other = "from " + as.group(1) + " import " + as.group(2);
      return indent + other + (same ? "" : " as " + as.group(3)) + "\n";
    }
    Matcher from = FROM.matcher(statement);
    if (from.matches()) {
      List<String> names = List.of(from.group(2).split(", *"));
      String before = "from " + from.group(1) + " import ";
      return brackets
          ? indent + before + "(\n" + lines(indent + "    ", names, ",\n") + indent + ")\n"
          : lines(indent + before, names, "\n");
    }
    Matcher several = SEVERAL.matcher(statement);
    return several.matches()
        ? lines(indent + "import ", List.of(several.group(1).split(", *")), "\n")
        : line;
  }

  private static String lines(String before, List<String> names, String end) {
    var lines = new ArrayList<String>();
    names.forEach(n -> lines.add(before + n + end));
    return String.join("", lines);
  }
}
