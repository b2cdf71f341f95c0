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
    return each(
        release,
        files,
        (form, path, text) -> {
          String other = change.of(path, text);
          return other.equals(text) ? form : form.with(path, other);
        });
  }

  /// One file written again: the same release where it stays as it is.
  interface Step {
    Draft of(Draft form, String path, String text);
  }

  /// Takes one step for each text; empty where none changed anything.
  static Optional<Draft> each(Draft release, Predicate<String> files, Step step) {
    Draft form = release;
    boolean any = false;
    for (String path : release.paths()) {
      String text = files.test(path) ? release.text(path) : "";
      Draft next = text.isEmpty() ? form : step.of(form, path, text);
      any |= next != form;
      form = next;
    }
    return any ? Optional.of(form) : Optional.empty();
  }
}
