package dev.assay.bench.forms;

import dev.assay.bench.forms.PythonTokens.Kind;
import dev.assay.bench.forms.PythonTokens.Token;
import java.util.ArrayList;
import java.util.List;

/// Python whose lines are indented by tabs.
final class PythonTabs {
  private PythonTabs() {}

  static Rewriting form() {
    return new TextRewriting(
        "python-tabs",
        "Python indented by tabs",
        Kinds::python,
        (path, text) -> rewritten(text, PythonTokens.of(text)));
  }

  private static String rewritten(String text, List<Token> tokens) {
    int unit =
        tokens.stream()
            .filter(t -> t.kind() == Kind.INDENT && !t.text().isEmpty())
            .mapToInt(t -> t.text().length())
            .min()
            .orElse(0);
    var other = new ArrayList<Token>();
    for (Token t : tokens) {
      if (t.kind() == Kind.INDENT) {
        String blanks = t.text();
        // Tabs already, or depths that no one width divides: another indentation would be another
        // program.
        if (!blanks.isBlank()
            || blanks.contains("\t")
            || (unit > 0 && blanks.length() % unit > 0)) {
          return text;
        }
        other.add(new Token(Kind.INDENT, unit == 0 ? "" : "\t".repeat(blanks.length() / unit), 0));
      } else {
        other.add(t);
      }
    }
    return tokens.isEmpty() ? text : PythonTokens.source(other);
  }
}
