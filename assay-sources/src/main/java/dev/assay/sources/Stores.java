package dev.assay.sources;

import dev.assay.io.FileNames;
import dev.assay.io.FileTree;
import dev.assay.io.ReadMeter;
import dev.assay.model.Issue;
import dev.assay.sources.store.DockerStore;
import dev.assay.sources.store.DvcStore;
import dev.assay.sources.store.HubStore;
import dev.assay.sources.store.KaggleStore;
import dev.assay.sources.store.LlamaCppStore;
import dev.assay.sources.store.LmStudioStore;
import dev.assay.sources.store.MlflowStore;
import dev.assay.sources.store.ModelScopeStore;
import dev.assay.sources.store.OllamaStore;
import dev.assay.sources.store.Store;
import dev.assay.sources.store.TfHubStore;
import dev.assay.sources.store.TorchHubStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The stores of other programs on this machine, each as a list of models that can be opened. No
/// network is used for them.
public final class Stores {
  private static final List<Store> ALL =
      List.of(
          new HubStore(),
          new OllamaStore(),
          new LmStudioStore(),
          new LlamaCppStore(),
          new ModelScopeStore(),
          new KaggleStore(),
          new TorchHubStore(),
          new TfHubStore(),
          new MlflowStore(),
          new DockerStore(),
          new DvcStore());

  private Stores() {}

  /// What a store holds.
  ///
  /// @param store its name
  /// @param place the folder that was looked in
  /// @param models sorted by name
  /// @param problem why it could not be read; empty when it could
  /// @param missing whether there is no such folder, which is no error where all stores are asked
  public record Held(
      String store, String place, List<StoredModel> models, String problem, boolean missing) {
    public Held {
      models = List.copyOf(models);
    }
  }

  /// The names of the stores that are known. A new one is a line above.
  public static List<String> kinds() {
    return ALL.stream().map(Store::id).toList();
  }

  /// Lists a store.
  ///
  /// @param kind one of {@link #kinds}
  /// @param folder where it lies; null for where the program keeps it
  /// @throws IllegalArgumentException when it is none of them
  public static Held list(String kind, @Nullable Path folder, SourceOptions options) {
    Store store =
        ALL.stream()
            .filter(s -> s.id().equals(kind))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(kind));
    Path place = folder == null ? store.place(options) : folder;
    String shown = FileNames.escape(place.toString());
    if (!Files.isDirectory(place)) {
      return new Held(kind, shown, List.of(), "there is no such folder", true);
    }
    try {
      return new Held(kind, shown, store.list(place, options), "", false);
    } catch (IOException | UncheckedIOException | DirectoryIteratorException e) {
      return new Held(kind, shown, List.of(), "it cannot be read", false);
    }
  }

  /// Opens one, without the network.
  public static Opened open(StoredModel model, SourceOptions options, ReadMeter meter) {
    var session = new Session(options.withoutNetwork(), meter);
    return switch (model.opener().open("model", session)) {
      case Reached.Tree(FileTree tree) -> new Opened(List.of(tree), List.of(), false, session);
      case Reached.Not(String message, String next, boolean wrong) ->
          new Opened(
              List.of(),
              List.of(new Issue(Issue.Severity.ERROR, "", model.name(), message, next)),
              wrong,
              session);
    };
  }
}
