package dev.assay.bench.forms;

import dev.assay.bench.forms.PythonTokens.Kind;
import dev.assay.bench.forms.PythonTokens.Token;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Python with the other quotes.
final class PythonQuotes {
  private static final Pattern PLAIN =
      Pattern.compile(
          "(?<prefix>[A-Za-z]*)(?<quote>\"\"\"|'''|\"|')(?<text>[^\"'\\\\]*)\\k<quote>");

  private PythonQuotes() {}

  static Rewriting form() {
    return new TextRewriting(
        "python-quotes",
        "Python with single quotes for double ones, and the other way",
        Kinds::python,
        (path, text) -> rewritten(text, PythonTokens.of(text)));
  }

  private static String rewritten(String text, List<Token> tokens) {
    return tokens.isEmpty()
        ? text
        : PythonTokens.source(
            tokens.stream()
                .map(t -> t.kind() == Kind.STRING ? new Token(t.kind(), other(t.text()), 0) : t)
                .toList());
  }

  private static String other(String string) {
    Matcher m = PLAIN.matcher(string);
    if (!m.matches()) {
      return string;
    }
    String quote = m.group("quote");
    String instead = quote.startsWith("'") ? quote.replace('\'', '"') : quote.replace('"', '\'');
    return m.group("prefix") + instead + m.group("text") + instead;
  }
}
