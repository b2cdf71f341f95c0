package dev.assay.bench.forms;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// One way to write a release that says the same: another form is a class that implements this, and
/// a line in {@link Rewritings#ALL}.
interface Rewriting {
  /// The name that tables print, in small letters.
  String name();

  /// What it does, in a few words.
  String does();

  /// Which files it may change, by path.
  boolean changes(String path);

  /// The release in this form; empty where nothing of it can be said so.
  Optional<Draft> rewrite(Draft release);

  /// Writes the draft into an empty folder.
  ///
  /// @return what is inspected then, usually one folder that is named as the release is
  default List<Path> write(String release, Draft form, Path folder) throws IOException {
    return List.of(form.write(folder.resolve(release)));
  }
}
