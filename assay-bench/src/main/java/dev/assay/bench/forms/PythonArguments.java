package dev.assay.bench.forms;

import dev.assay.bench.forms.PythonTokens.Kind;
import dev.assay.bench.forms.PythonTokens.Token;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Python whose longer calls have each argument on its own line, as formatters write them.
final class PythonArguments {
  /// A shorter call stays on its line.
  private static final int SHORTEST = 30;

  private PythonArguments() {}

  static Rewriting form() {
    return new TextRewriting(
        "python-arguments",
        "Python with each argument of a longer call on its own line",
        Kinds::python,
        (path, text) -> rewritten(text, PythonTokens.of(text)));
  }

  private static String rewritten(String text, List<Token> tokens) {
    var out = new StringBuilder();
    for (List<Token> line : PythonTokens.lines(tokens)) {
      apart(line, out);
    }
    return tokens.isEmpty() ? text : out.toString();
  }

  private static void apart(List<Token> line, StringBuilder out) {
    String indent = line.getFirst().text();
    // For each open bracket, whether it is a call that is taken apart.
    Deque<Boolean> open = new ArrayDeque<>();
    for (int i = 0; i < line.size(); i++) {
      Token t = line.get(i);
      if (t.kind() == Kind.OPERATOR && "([{".contains(t.text())) {
        open.push(t.is("(") && i > 0 && isCalled(line, i) && isLong(line, i));
        out.append(t.text());
        if (open.peek()) {
          out.append('\n').append(indent).append("    ".repeat(open.size()));
        }
      } else if (t.kind() == Kind.OPERATOR && ")]}".contains(t.text())) {
        if (open.pop()) {
          out.append('\n').append(indent).append("    ".repeat(open.size()));
        }
        out.append(t.text());
      } else if (t.is(",") && !open.isEmpty() && open.peek()) {
        out.append(",\n").append(indent).append("    ".repeat(open.size()));
        while (i + 1 < line.size() && line.get(i + 1).kind() == Kind.BLANK) {
          i++;
        }
      } else {
        out.append(t.text());
      }
    }
  }

  private static boolean isCalled(List<Token> line, int bracket) {
    Token before = line.get(bracket - 1);
    return before.kind() == Kind.NAME || before.is(")") || before.is("]");
  }

  /// Whether the call is long, stands on one line, and has more than one argument.
  private static boolean isLong(List<Token> line, int bracket) {
    int length = 0;
    boolean comma = false;
    int depth = line.get(bracket).depth();
    for (int i = bracket + 1; i < line.size(); i++) {
      Token t = line.get(i);
      if (t.kind() == Kind.BREAK || t.kind() == Kind.COMMENT || t.text().contains("\n")) {
        return false;
      }
      if (t.is(")") && t.depth() == depth + 1) {
        return comma && length >= SHORTEST;
      }
      comma |= t.is(",") && t.depth() == depth + 1;
      // Names of a comprehension belong together.
      if (t.isName("for") && t.depth() == depth + 1) {
        return false;
      }
      length += t.text().length();
    }
    return false;
  }
}
