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
    var remarks = new StringBuilder();
    for (List<Token> line : PythonTokens.lines(tokens)) {
      if (isRemark(line)) {
        remarks.append(PythonTokens.source(line));
      } else {
        out.append(telling(remarks)).append(bare(line));
        remarks.setLength(0);
      }
    }
    return tokens.isEmpty() ? text : out.append(telling(remarks)).toString();
  }

  /// Comments on lines that follow each other are one, and stay or go together.
  private static String telling(StringBuilder remarks) {
    return TELLS.matcher(remarks).find() ? remarks.toString() : "";
  }

  private static boolean isRemark(List<Token> line) {
    return line.stream().anyMatch(t -> t.kind() == Kind.COMMENT) && !isStatement(line);
  }

  private static boolean isStatement(List<Token> line) {
    return line.stream()
        .anyMatch(t ->
            switch (t.kind()) {
              case INDENT, BLANK, COMMENT, BREAK, END -> false;
              default -> true;
            });
  }

  private static String bare(List<Token> line) {
    if (line.stream().anyMatch(t -> said(t) && TELLS.matcher(t.text()).find())) {
      return PythonTokens.source(line);
    }
    boolean text =
        isStatement(line)
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
