package dev.assay.sources.store;

import dev.assay.sources.SourceOptions;
import dev.assay.sources.Stores.Held;
import dev.assay.sources.hub.HubSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Where each program keeps its models, and which folders there are one model each. Rules: the
/// programs' own documentation (standards.md, section 3).
public final class StoreFolders {
  private static final int MOST = 10_000;

  private StoreFolders() {}

  /// The stores that are known.
  public static List<String> kinds() {
    return List.of("hf", "ollama", "lmstudio", "llama.cpp", "modelscope", "kaggle", "torch");
  }

  /// Lists one.
  public static Held list(String kind, SourceOptions options) {
    Map<String, String> environment = options.environment();
    Path home = Path.of(System.getProperty("user.home"));
    Path caches = named(environment, "XDG_CACHE_HOME", home.resolve(".cache"));
    return switch (kind) {
      case "hf" -> folders(HubSettings.of(environment).cache(), 1, p -> HubCache.of(p) != null);
      case "ollama" -> ollama(options);
      case "lmstudio" -> {
        Path now = home.resolve(".lmstudio").resolve("models");
        Path before = caches.resolve("lm-studio").resolve("models");
        yield folders(Files.isDirectory(now) ? now : before, 2, Files::isDirectory);
      }
      case "llama.cpp" ->
          folders(
              named(environment, "LLAMA_CACHE", caches.resolve("llama.cpp")),
              1,
              p -> p.toString().endsWith(".gguf") || HubCache.of(p) != null);
      case "modelscope" -> {
        Path root = named(environment, "MODELSCOPE_CACHE", caches.resolve("modelscope"));
        Path models = root.resolve("hub").resolve("models");
        yield folders(
            Files.isDirectory(models) ? models : root.resolve("models"), 2, Files::isDirectory);
      }
      case "kaggle" ->
          folders(
              named(environment, "KAGGLEHUB_CACHE", caches.resolve("kagglehub")).resolve("models"),
              5,
              Files::isDirectory);
      case "torch" ->
          folders(
              named(environment, "TORCH_HOME", caches.resolve("torch")).resolve("hub"),
              1,
              p ->
                  Files.isDirectory(p) && Files.exists(p.resolve("hubconf.py"))
                      || p.endsWith("checkpoints"));
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static Path named(Map<String, String> environment, String name, Path otherwise) {
    String value = environment.get(name);
    return value == null || value.isBlank() ? otherwise : Path.of(value);
  }

  private static Held ollama(SourceOptions options) {
    Path store = Ollama.store(options);
    if (!Files.isDirectory(store)) {
      return new Held(store.toString(), List.of(), "there is no such folder");
    }
    try {
      return new Held(store.toString(), Ollama.all(options), "");
    } catch (IOException | UncheckedIOException e) {
      return new Held(store.toString(), List.of(), "it cannot be read");
    }
  }

  /// What lies exactly `depth` levels below `root` and is a model.
  private static Held folders(Path root, int depth, Predicate<Path> isModel) {
    if (!Files.isDirectory(root)) {
      return new Held(root.toString(), List.of(), "there is no such folder");
    }
    try (Stream<Path> paths = Files.walk(root, depth)) {
      List<String> found =
          paths
              .filter(path -> path.getNameCount() == root.getNameCount() + depth)
              .filter(path -> !Files.isSymbolicLink(path))
              .filter(path -> !String.valueOf(path.getFileName()).startsWith("."))
              .filter(isModel)
              .limit(MOST)
              .map(Path::toString)
              .sorted()
              .toList();
      return new Held(root.toString(), found, "");
    } catch (IOException | UncheckedIOException e) {
      return new Held(root.toString(), List.of(), "it cannot be read");
    }
  }
}
