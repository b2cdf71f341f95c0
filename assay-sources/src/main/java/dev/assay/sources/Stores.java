package dev.assay.sources;

import dev.assay.sources.store.StoreFolders;
import java.util.List;

/// The stores of other programs on this machine, each as a list of references that {@link
/// Sources#open} takes.
public final class Stores {
  private Stores() {}

  /// What a store holds.
  ///
  /// @param place the store's folder
  /// @param references one for each model, sorted
  /// @param problem why it could not be read; empty when it could
  public record Held(String place, List<String> references, String problem) {
    public Held {
      references = List.copyOf(references);
    }
  }

  /// The names of the stores that are known.
  public static List<String> kinds() {
    return StoreFolders.kinds();
  }

  /// Lists a store.
  ///
  /// @param kind one of {@link #kinds}
  /// @throws IllegalArgumentException when it is none of them
  public static Held list(String kind, SourceOptions options) {
    return StoreFolders.list(kind, options);
  }
}
