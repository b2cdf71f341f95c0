package dev.assay.bench.forms;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.util.Optional;
import java.util.function.Predicate;

/// Texts in other bytes.
final class Encodings {
  private static final String MARK = "\ufeff";

  private Encodings() {}

  static Rewriting lines() {
    return windows("lines-of-windows", "lines of every text end as on Windows", Kinds::text);
  }

  static Rewriting linesOfPython() {
    return windows("python-lines", "lines of Python alone end as on Windows", Kinds::python);
  }

  private static Rewriting windows(String name, String does, Predicate<String> files) {
    return new TextRewriting(
        name,
        does,
        files,
        (path, text) -> text.indexOf('\r') >= 0 ? text : text.replace("\n", "\r\n"));
  }

  static Rewriting mark() {
    return new TextRewriting(
        "byte-order-mark",
        "a mark of the byte order before documents and code",
        p -> Kinds.document(p) || Kinds.python(p),
        (path, text) -> text.startsWith(MARK) || text.startsWith("#!") ? text : MARK + text);
  }

  /// UTF-16 is no text to {@link TextRewriting}, whose results are UTF-8.
  record Utf16() implements Rewriting {
    @Override
    public String name() {
      return "utf-16";
    }

    @Override
    public String does() {
      return "documents in UTF-16, with its mark";
    }

    @Override
    public boolean changes(String path) {
      return Kinds.document(path);
    }

    @Override
    public Optional<Draft> rewrite(Draft release) {
      return TextRewriting.each(
          release,
          this::changes,
          (form, path, text) ->
              text.startsWith(MARK) ? form : form.with(path, (MARK + text).getBytes(UTF_16LE)));
    }
  }
}
