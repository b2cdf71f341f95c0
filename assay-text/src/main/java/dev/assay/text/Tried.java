package dev.assay.text;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What a release fetches or lists to try its model on: programs and settings in the folder of a
/// benchmark, and data sets that are called sets for tests.
final class Tried {
  /// A copied harness lists hundreds of data sets, and the release uses some.
  private static final int HARNESS = 40;

  private static final Set<String> TESTING = Set.of("test", "testing", "testset", "testsets");

  private static final Set<String> TOYS = Set.of("example", "examples", "toy");

  private static final Set<String> RESULTS =
      Set.of("result", "results", "output", "outputs", "prediction", "predictions", "logs");

  private final Set<String> folders = new HashSet<>();
  private final boolean harness;

  private Tried(boolean harness) {
    this.harness = harness;
  }

  static Tried of(List<Document> documents) {
    long lists =
        documents.stream()
            .filter(d -> d.kind() == Document.Kind.SETTINGS)
            .filter(d -> Place.of(d.file().path()).any(Place.EVALUATION))
            .count();
    var tried = new Tried(lists > HARNESS);
    for (Document document : documents) {
      String path = document.file().path();
      int slash = path.lastIndexOf('/');
      boolean says =
          document.kind() == Document.Kind.README
              && slash > 0
              && !Place.of(path).any(Place.EXAMPLE)
              && Signals.of(document.title()).hasAny(Topic.EVALUATION, Topic.EVALUATION_HEADING);
      if (says && !Signals.of(document.title()).hasAny(Topic.TRAINING, Topic.WEIGHTS)) {
        tried.folders.add(path.substring(0, slash + 1));
      }
    }
    return tried;
  }

  /// Whether a program that fetches data lies where the model is tried.
  boolean fetches(Place place) {
    // A recipe in the folder of a public set trains on its other part as a rule.
    return place.any(Place.EVALUATION)
        || Benchmarks.inPath(place.name()) && !place.any(Place.EXAMPLE)
        || folders.stream().anyMatch(place.path()::startsWith);
  }

  /// Whether settings list the data of an evaluation.
  boolean lists(Place place) {
    return place.any(Place.EVALUATION) && !place.nameHas(Place.TRAIN) && !harness;
  }

  /// Whether all data sets of a passage are called sets for tests.
  static boolean areForTests(Passage passage) {
    String text = passage.text().toLowerCase(Locale.ROOT);
    return !passage.sources().isEmpty()
        && !text.contains("training data")
        && !text.contains("training set")
        && passage.sources().stream().allMatch(Tried::isForTests);
  }

  /// How the names of benchmarks end, glued to what they are for: `HarbourMMLU`, `TideBench`.
  private static final Pattern BENCHMARK = Pattern.compile("[a-z](?:mmlu|bench)$");

  private static boolean isForTests(Passage.Source source) {
    String name = last(source.link().isEmpty() ? source.name() : source.link());
    Place named = Place.of(name);
    boolean toy =
        Address.kind(source.link()) == Address.Kind.DATA_SET
            && named.words().stream().anyMatch(TOYS::contains);
    return BENCHMARK.matcher(name).find()
        || toy
        || named.words().stream().anyMatch(TESTING::contains)
            && named.words().stream().noneMatch(w -> w.startsWith("train"));
  }

  /// Whether a data set at a hub is called what a model has put out, which is no data to try it on.
  static boolean areResults(Passage.Source source) {
    boolean set = Address.kind(source.link()) == Address.Kind.DATA_SET;
    return set
        && Place.of(last(NamedSets.repository(source.link()))).words().stream()
            .anyMatch(RESULTS::contains);
  }

  /// The last part of an address.
  private static String last(String link) {
    String lower = link.toLowerCase(Locale.ROOT);
    String bare = lower.endsWith("/") ? lower.substring(0, lower.length() - 1) : lower;
    return bare.substring(bare.lastIndexOf('/') + 1);
  }
}
