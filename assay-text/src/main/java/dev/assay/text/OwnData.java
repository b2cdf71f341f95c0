package dev.assay.text;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Data that is a release's own by whose it is or by what its link is called, whatever the sentence
/// around it says.
final class OwnData {
  /// Where hubs keep data sets, before their owner's name.
  private static final List<String> DATA_SETS =
      List.of("://huggingface.co/datasets/", "://hf.co/datasets/", "modelscope.cn/datasets/");

  private static final List<String> MODELS =
      List.of("://huggingface.co/", "://hf.co/", "modelscope.cn/models/");

  /// What in the name of a data set says that it is for something else than training.
  private static final List<String> NOT_TRAINING =
      List.of(
          "bench",
          "eval",
          "test",
          "result",
          "arena",
          "leaderboard",
          "demo",
          "badge",
          "checkpoint",
          "sample",
          "example",
          "toy",
          "feature",
          "embedding");

  private OwnData() {}

  /// The owners of the models that a document links at hubs.
  static Set<String> publishers(List<Block> blocks) {
    Set<String> owners = new HashSet<>();
    for (Block block : blocks) {
      for (Link link : block.links()) {
        if (Address.kind(link.target()) == Address.Kind.MODEL) {
          owner(link.target(), MODELS).ifPresent(owners::add);
        }
      }
    }
    return owners;
  }

  /// Whether a link leads to a data set of one of these owners that is not called one for tests.
  static boolean isTheirs(Link link, Set<String> owners) {
    Optional<String> owner = owner(link.target(), DATA_SETS);
    if (owner.isEmpty() || !owners.contains(owner.get())) {
      return false;
    }
    String lower = link.target().toLowerCase(Locale.ROOT);
    String name = lower.substring(lower.lastIndexOf('/') + 1);
    return NOT_TRAINING.stream().noneMatch(name::contains)
        && !Benchmarks.inPath(name)
        && !Signals.of(link.text())
            .hasAny(Topic.EVALUATION, Topic.WEIGHTS, Topic.CALIBRATION, Topic.READER);
  }

  private static final List<String> TESTS =
      List.of("bench", "eval", "arena", "leaderboard", "testset", "test-set", "test_set");

  /// Whether a data set's own name at a hub is that of something to be measured on.
  static boolean isCalledATest(Link link) {
    String lower = link.target().toLowerCase(Locale.ROOT);
    String name = lower.substring(lower.lastIndexOf('/') + 1);
    return lower.contains("/datasets/")
        && (TESTS.stream().anyMatch(name::contains) || Benchmarks.inPath(name));
  }

  private static Optional<String> owner(String target, List<String> hubs) {
    String lower = target.toLowerCase(Locale.ROOT);
    for (String hub : hubs) {
      int at = lower.indexOf(hub);
      int from = at + hub.length();
      int slash = at < 0 ? -1 : lower.indexOf('/', from);
      int end = slash < 0 ? lower.length() : slash;
      if (at >= 0 && end > from) {
        return Optional.of(lower.substring(from, end));
      }
    }
    return Optional.empty();
  }

  private static final Pattern TRAINING_FILE =
      Pattern.compile(
          "(?i)\\b(?:pre-?|fine-?)?(?:train|training|tuning) (?:(?:json|csv|tsv|text|label|annotation|image|audio)"
              + " ){0,2}(?:files?|lists?|splits?|manifests?|annotations|labels|partition)\\b");

  /// Whether a link's own words say that it leads to data for training: "Data files for
  /// pre-training".
  static boolean saysTraining(Link link) {
    String target = link.target();
    Address.Kind kind = Address.kind(target);
    // A collection at a hub holds models or data, as it is called.
    boolean collection = kind == Address.Kind.MODEL && target.contains("/collections/");
    boolean may =
        DataLinks.isData(target)
            || collection
            || DataLinks.mayHoldData(kind) && !DataLinks.isSource(target);
    if (!may || target.indexOf('#') >= 0 || link.text().length() > 120) {
      return false;
    }
    Signals words = Signals.of(link.text());
    boolean training =
        words.has(Topic.TRAINING_DATA)
            || FetchedData.names(link.text(), words) && words.has(Topic.TRAINING)
            || TRAINING_FILE.matcher(link.text()).find();
    return training
        && !words.hasAny(
            Topic.EVALUATION,
            Topic.WEIGHTS,
            Topic.CODE,
            Topic.PAPER,
            Topic.READER,
            Topic.DATA_CODE);
  }
}
