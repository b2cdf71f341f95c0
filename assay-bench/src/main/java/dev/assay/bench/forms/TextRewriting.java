package dev.assay.bench.forms;

import java.util.Optional;
import java.util.function.Predicate;

/// A form that changes texts one by one, each for itself.
///
/// @param change what becomes of a text; the text itself where it cannot be said so
record TextRewriting(String name, String does, Predicate<String> files, Change change)
    implements Rewriting {

  /// What becomes of one file's text.
  interface Change {
    String of(String path, String text);
  }

  @Override
  public boolean changes(String path) {
    return files.test(path);
  }

  @Override
  public Optional<Draft> rewrite(Draft release) {
    Draft form = release;
    boolean any = false;
    for (String path : release.paths()) {
      String text = changes(path) ? release.text(path) : "";
      String other = text.isEmpty() ? text : change.of(path, text);
      if (!other.equals(text)) {
        form = form.with(path, other);
        any = true;
      }
    }
    return any ? Optional.of(form) : Optional.empty();
  }
}
