package dev.assay.text;

import dev.assay.io.TextFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Programs that learn, and modules for data beside them, that have a library fetch data by name:
/// `torchvision.datasets.X(..., download=True)`, `keras.datasets.x.load_data()`, `MLDatasets.X`,
/// `load_dataset("owner/name")`. What is trained on is then named, and had for the asking. Where
/// such a program fetches something by an address, or reads files by their paths, that is kept for
/// {@link LastResort} and {@link ReadByPrograms}: it is not said what for.
final class DataCalls {
  /// What only a program that learns does.
  private static final List<String> LEARNING =
      List.of(
          ".backward(",
          ".fit(",
          " fit(",
          "train!(",
          "Trainer(",
          "train_on_batch(",
          "value_and_grad(",
          ".minimize(",
          "apply_gradients(",
          "optimizer.step(",
          "lgb.train(",
          "xgb.train(",
          "fit_one_cycle(",
          "fit_generator(",
          "backward_step(");

  private static final Set<String> PREPARES =
      Set.of("prep", "prepare", "preparation", "preprocess", "preprocessing");

  private static final Set<String> LANGUAGES =
      Set.of("py", "jl", "ipynb", "R", "r", "java", "kt", "scala", "rs", "lua");

  /// So much of a notebook is read: the pictures that it keeps can be of any size.
  private static final int LONGEST_NOTEBOOK = 1_000_000;

  private DataCalls() {}

  static boolean wants(Place place) {
    return LANGUAGES.contains(place.extension())
        && !place.any(Place.EVALUATION)
        && !place.any(Place.EXAMPLE)
        && !Benchmarks.inPath(place.path());
  }

  static Optional<Document> read(TextFile file) {
    String text = program(file);
    boolean learns = AnyOf.is(LEARNING, text::contains);
    List<Passage.Source> fetched = HubCommands.in(text);
    if (!fetched.isEmpty() && learns) {
      return Optional.of(Document.plain(file, Document.Kind.DATA_SCRIPT, fetched, fetched.size()));
    }
    Map<String, Passage.Source> sources = new LinkedHashMap<>();
    if (text.contains("load_dataset(") && learns) {
      LoadedSets.in(text).forEach(name -> sources.put(name, new Passage.Source(name, "")));
    }
    DataLibraries.in(text).forEach(set -> sources.putIfAbsent(set.name(), set));
    // A module for data among a release's own, or one named for preparing data, serves what trains
    // beside it.
    Place place = Place.of(file.path());
    boolean module =
        place.inFolder(Place.DATA) || place.nameHas(Place.DATA) && place.nameHas(PREPARES);
    boolean taught = learns || place.extension().equals("ipynb") && place.nameHas(Place.TRAIN);
    if (sources.isEmpty() && taught) {
      return byAddress(file, text).or(() -> ReadByPrograms.read(file, text));
    }
    if (sources.isEmpty() || !module && !learns) {
      return Optional.empty();
    }
    return Optional.of(
        Document.plain(
            file, Document.Kind.DATA_SCRIPT, List.copyOf(sources.values()), sources.size()));
  }

  /// How a program fetches what stands behind it.
  private static final Pattern FETCHES =
      Pattern.compile(
          "(?:\\bwget|\\bcurl|urlretrieve|http_get|get_file|download_url|download_file|\\bgdown|read_csv|url_?open|requests\\.get|_url\\w{0,20} ?=|_URL\\w{0,20} ?=|\\burl ?=|\\bURL ?=|[\"']--\\w{0,20}url[\"'][^)]{0,160}?\\bdefault ?=)"
              + "[^\\n]{0,120}?((?:https?|ftp)://[^\\s\"'<>()\\\\]{6,300})");

  private static final Set<String> NO_DATA =
      Set.of("vocab", "tokenizer", "config", "font", "fonts");

  /// What a program that learns fetches by an address that is one of data by its ending or its
  /// host: it is not said what for.
  private static Optional<Document> byAddress(TextFile file, String text) {
    List<Passage.Source> sources = new ArrayList<>();
    Matcher fetched = FETCHES.matcher(text.contains("://") ? text : "");
    while (sources.size() < MOST && fetched.find()) {
      String address = String.valueOf(fetched.group(1));
      Address.Kind kind = Address.kind(address);
      boolean data =
          kind == Address.Kind.DATA_SET
              || kind == Address.Kind.DATA_FILE
              || Address.isPacked(address)
              || kind == Address.Kind.STORAGE;
      int path = address.indexOf('/', address.indexOf("://") + 3);
      Place place = Place.of(path < 0 ? "" : address.substring(path + 1));
      if (data
          && !place.any(ScriptReader.WEIGHTS)
          && !place.any(NO_DATA)
          && !place.any(Place.EXAMPLE)
          && !place.any(Place.EVALUATION)
          && !ScriptReader.isPlaceholder(address)) {
        sources.add(new Passage.Source("", address));
      }
    }
    Matcher linked = LINKED.matcher(file.path().endsWith(".ipynb") ? text : "");
    while (sources.size() < MOST && linked.find()) {
      String words = String.valueOf(linked.group(1));
      String address = String.valueOf(linked.group(2));
      boolean data =
          Address.kind(address) == Address.Kind.DATA_SET
              || Address.kind(address) == Address.Kind.OTHER
                  && LastResort.isCalledData(words)
                  && !DataLinks.isSource(address);
      if (data && !HubCommands.isTest(address)) {
        sources.add(new Passage.Source(words, address));
      }
    }
    return sources.isEmpty()
        ? Optional.empty()
        : Optional.of(Document.plain(file, Document.Kind.FETCH_SCRIPT, sources, sources.size()));
  }

  /// A link in the text of a notebook.
  private static final Pattern LINKED =
      Pattern.compile("(?<!!)\\[([^\\]\\n]{2,80})\\]\\((https?://[^\\s()\"\\\\]{6,300})\\)");

  private static final int MOST = 20;

  /// What a file says as a program; of a notebook, its cells with their signs and lines as they are
  /// written.
  private static String program(TextFile file) {
    String text = file.text();
    if (!file.path().endsWith(".ipynb")) {
      return text;
    }
    String beginning = text.substring(0, Math.min(text.length(), LONGEST_NOTEBOOK));
    return beginning.replace("\\\"", "\"").replace("\\n", "\n");
  }
}
