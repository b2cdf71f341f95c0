package dev.assay.text;

import dev.assay.io.TextFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Programs that learn, and modules for data beside them, that have a library fetch data by name:
/// `torchvision.datasets.X(..., download=True)`, `keras.datasets.x.load_data()`, `MLDatasets.X`,
/// `load_dataset("owner/name")`. What is trained on is then named, and had for the asking.
final class DataCalls {
  /// What only a program that learns does.
  private static final List<String> LEARNING =
      List.of(".backward(", ".fit(", "train!(", "Trainer(", "train_on_batch(", "value_and_grad(");

  private static final Set<String> PREPARES =
      Set.of("prep", "prepare", "preparation", "preprocess", "preprocessing");

  /// Libraries of data sets, and what stands before a set's name in a program that uses them.
  private enum Library {
    TORCHVISION("torchvision", "download=True", "datasets."),
    TORCHAUDIO("torchaudio", "download=True", "datasets."),
    KERAS("keras", "load_data(", "datasets."),
    SKLEARN("sklearn.datasets", "fetch_", "fetch_"),
    JULIA("MLDatasets", "", "MLDatasets."),
    JULIA_NAMES("MLDatasets", "", "MLDatasets: ");

    private final String imported;
    private final String fetches;
    private final String before;

    Library(String imported, String fetches, String before) {
      this.imported = imported;
      this.fetches = fetches;
      this.before = before;
    }
  }

  private DataCalls() {}

  static boolean wants(Place place) {
    return (place.extension().equals("py") || place.extension().equals("jl"))
        && !place.any(Place.EVALUATION)
        && !place.any(Place.EXAMPLE)
        && !Benchmarks.inPath(place.path());
  }

  static Optional<Document> read(TextFile file) {
    String text = file.text();
    List<Passage.Source> fetched = HubCommands.in(text);
    if (!fetched.isEmpty() && AnyOf.is(LEARNING, text::contains)) {
      return Optional.of(Document.plain(file, Document.Kind.DATA_SCRIPT, fetched, fetched.size()));
    }
    // Every library's data sets are called so, and few programs call one.
    if (!text.contains("atasets")) {
      return Optional.empty();
    }
    Map<String, Passage.Source> sources = new LinkedHashMap<>();
    if (text.contains("load_dataset(") && AnyOf.is(LEARNING, text::contains)) {
      LoadedSets.in(text).forEach(name -> sources.put(name, new Passage.Source(name, "")));
    }
    for (Library library : Library.values()) {
      if (text.contains(library.imported) && text.contains(library.fetches)) {
        names(text, library, sources);
        imported(text, library, sources);
      }
    }
    // A module for data among a release's own, or one named for preparing data, serves what trains
    // beside it.
    Place place = Place.of(file.path());
    boolean module =
        place.inFolder(Place.DATA) || place.nameHas(Place.DATA) && place.nameHas(PREPARES);
    if (sources.isEmpty() || !module && LEARNING.stream().noneMatch(text::contains)) {
      return Optional.empty();
    }
    return Optional.of(
        Document.plain(
            file, Document.Kind.DATA_SCRIPT, List.copyOf(sources.values()), sources.size()));
  }

  /// Names that are brought in from a library of data sets: `from torchvision.datasets import X,
  /// Y`.
  private static void imported(String text, Library library, Map<String, Passage.Source> sources) {
    String from = "from " + library.imported + ".datasets import ";
    int at = text.indexOf(from);
    if (at < 0 || library != Library.TORCHVISION && library != Library.TORCHAUDIO) {
      return;
    }
    int end = text.indexOf('\n', at);
    String line = text.substring(at + from.length(), end < 0 ? text.length() : end);
    for (String name : line.split("[,()\\s]+")) {
      String lower = name.toLowerCase(Locale.ROOT);
      boolean set = name.length() >= 3 && Character.isUpperCase(name.charAt(0));
      if (set && !lower.endsWith("folder") && !lower.endsWith("dataset") && sources.size() < 20) {
        sources.putIfAbsent(lower, new Passage.Source(name, ""));
      }
    }
  }

  private static void names(String text, Library library, Map<String, Passage.Source> sources) {
    int at = 0;
    while ((at = text.indexOf(library.before, at)) >= 0 && sources.size() < 20) {
      at += library.before.length();
      int end = at;
      while (end < text.length()
          && end - at < 60
          && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
        end++;
      }
      String name = text.substring(at, end);
      String lower = name.toLowerCase(Locale.ROOT);
      boolean set =
          name.length() >= 3
              && !lower.endsWith("folder")
              && !lower.equals("load_data")
              && (library != Library.TORCHVISION && library != Library.TORCHAUDIO
                  || Character.isUpperCase(name.charAt(0)));
      if (set) {
        sources.putIfAbsent(lower, new Passage.Source(name, ""));
      }
    }
  }
}
