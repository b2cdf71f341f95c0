package dev.assay.text;

import dev.assay.io.TextFile;
import dev.assay.model.Evidence;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What holds for a whole document and weighs on every passage of it.
///
/// @param title its title, lower case; empty for none
/// @param root whether it speaks for the whole release: a file beside the listing's root, or a card
/// @param dataFolder whether it lies in a folder of data that is not there for evaluation
/// @param aboutEvaluation whether it says at its beginning that it is about evaluation
/// @param publishers who publishes the models that it links at hubs, where it speaks for the
///   release
/// @param commanded data that commands of it train on, by the name that they give it, lower case
/// @param bases what it says that its release is built on, by name, lower case
record DocumentTraits(
    TextFile file,
    String title,
    boolean root,
    boolean dataFolder,
    boolean aboutEvaluation,
    Set<String> publishers,
    Set<String> commanded,
    Set<String> bases) {

  static DocumentTraits of(TextFile file, String title, List<Block> blocks) {
    Place place = Place.of(file.path());
    boolean root =
        file.path().indexOf('/') < 0 || file.path().toLowerCase(Locale.ROOT).contains("card");
    return new DocumentTraits(
        file,
        title.toLowerCase(Locale.ROOT),
        root,
        place.inFolder(Place.DATA) && !place.any(Place.EVALUATION),
        !isReadme(file.path()) && isAboutEvaluation(blocks),
        root ? OwnData.publishers(blocks) : Set.of(),
        TrainingCommands.data(blocks),
        OthersTraining.bases(blocks));
  }

  /// Whether a document says at its beginning that it is about evaluation, and not about training.
  private static boolean isAboutEvaluation(List<Block> blocks) {
    for (Block block : blocks) {
      if (block.kind() == Block.Kind.PARAGRAPH && block.text().length() > 20) {
        Signals s = Signals.of(block.text());
        return AnyOf.is(s.of(Topic.EVALUATION), hit -> !saysHowWell(block.text(), hit))
            && !s.hasAny(Topic.TRAINING, Topic.TRAINED, Topic.WEIGHTS);
      }
    }
    return false;
  }

  /// The README of the whole release introduces that, whatever it praises first.
  private static boolean isReadme(String path) {
    return path.indexOf('/') < 0 && path.toLowerCase(Locale.ROOT).startsWith("readme");
  }

  private static final List<String> HOW_WELL =
      List.of("result", "performance", "outperform", "accuracy", "score", "few", "zero");

  /// Whether a phrase only says how well something does: "a few-shot network with the best
  /// performance" is no page on evaluation.
  private static boolean saysHowWell(String text, Phrases.Hit hit) {
    return AnyOf.is(HOW_WELL, word -> text.regionMatches(true, hit.from(), word, 0, word.length()));
  }

  Evidence evidence(Block block) {
    return file.evidence(block.first(), block.last());
  }

  /// Whether a block stands under the title of its document and no other heading: the title names
  /// what the document is about, be it a detector or a tokenizer, and nothing beside it. A folder
  /// of such a name holds something beside the model.
  boolean standsUnderTitle(Block block) {
    List<String> above = block.headings();
    if (title.isEmpty() || above.isEmpty() || !above.getLast().equalsIgnoreCase(title)) {
      return false;
    }
    String folder = above.getFirst();
    return above.size() == 1
        || above.size() == 2
            && folder.startsWith(Place.FOLDER)
            && !Signals.of(folder).has(Topic.AUXILIARY);
  }

  /// Whether a sentence offers a data set that a command of this document trains on.
  boolean trainsOnNamed(String text, Signals s) {
    if (commanded.isEmpty() || !s.hasAny(Topic.OFFERED, Topic.USED)) {
      return false;
    }
    for (String name : DataNames.in(text, s)) {
      if (commanded.contains(TrainingCommands.key(name))) {
        return true;
      }
    }
    return false;
  }

  /// Whether a sentence speaks of the training data of something with another name: "X's training
  /// data", where X is not in the document's title.
  boolean isOfAnother(String text, Signals s) {
    if (title.isEmpty()) {
      return false;
    }
    for (Phrases.Hit hit : s.of(Topic.TRAINING_DATA)) {
      int end = hit.from() - 3;
      boolean possessive =
          end > 0 && text.charAt(end + 1) == 's' && "'\u2019".indexOf(text.charAt(end)) >= 0;
      if (!possessive) {
        continue;
      }
      int start = text.lastIndexOf(' ', end - 1) + 1;
      String owner = text.substring(start, end);
      boolean named = !owner.isEmpty() && Character.isUpperCase(owner.charAt(0));
      if (named && !title.contains(owner.toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }
}
