package dev.assay.sources.store;

import dev.assay.sources.SourceOptions;
import dev.assay.sources.StoredModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Where a program keeps the models that it fetched. A new store is one class of this, named in
/// {@link dev.assay.sources.Stores}.
public interface Store {
  /// The most models that are listed of one store.
  int MOST = 10_000;

  /// Its name for `--store`.
  String id();

  /// Where the program keeps it, by its own rules and variables.
  Path place(SourceOptions options);

  /// What lies there, sorted by name. Bookkeeping that the program could not finish is listed too:
  /// its opener says what is wrong.
  ///
  /// @param place a folder
  /// @throws IOException when the folder itself cannot be read
  List<StoredModel> list(Path place, SourceOptions options) throws IOException;
}
