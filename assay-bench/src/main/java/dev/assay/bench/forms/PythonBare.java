package dev.assay.bench.forms;

import dev.assay.bench.forms.PythonTokens.Kind;
import dev.assay.bench.forms.PythonTokens.Token;
import java.util.List;
import java.util.regex.Pattern;

/// Python without what only people read. A comment or text that names a licence or an address says
/// something of its own, and stays.
final class PythonBare {
  private static final Pattern TELLS =
      Pattern.compile("(?i)licen[cs]|copyright|\\(c\\)|©|spdx|https?:|arxiv|coding[:=]|^#!");

  private PythonBare() {}

  static Rewriting form() {
    return new TextRewriting(
        "python-bare",
        "Python without comments and docstrings, but those that name licences or addresses",
        Kinds::python,
        (path, text) -> rewritten(text, PythonTokens.of(text)));
  }

  private static String rewritten(String text, List<Token> tokens) {
    var out = new StringBuilder();
    for (List<Token> line : PythonTokens.lines(tokens)) {
      out.append(bare(line));
    }
    return tokens.isEmpty() ? text : out.toString();
  }

  private static String bare(List<Token> line) {
    if (line.stream().anyMatch(t -> said(t) && TELLS.matcher(t.text()).find())) {
      return PythonTokens.source(line);
    }
    boolean remark = line.stream().anyMatch(t -> t.kind() == Kind.COMMENT);
    boolean statement =
        line.stream()
            .anyMatch(t ->
                switch (t.kind()) {
                  case INDENT, BLANK, COMMENT, BREAK, END -> false;
                  default -> true;
                });
    if (remark && !statement) {
      return "";
    }
    boolean text =
        statement
            && line.stream()
                .allMatch(t ->
                    switch (t.kind()) {
                      case INDENT, BLANK, COMMENT, STRING, END -> true;
                      default -> false;
                    });
    if (text) {
      // A block needs a statement.
      return line.getFirst().text() + "pass\n";
    }
    var out = new StringBuilder();
    for (Token t : line) {
      if (t.kind() == Kind.COMMENT) {
        out.setLength(out.toString().stripTrailing().length());
      } else {
        out.append(t.text());
      }
    }
    return out.toString();
  }

  private static boolean said(Token t) {
    return t.kind() == Kind.COMMENT || t.kind() == Kind.STRING;
  }
}
