package dev.assay.text;

import java.util.ArrayList;
import java.util.List;

/// The data sets that a sentence links or names.
final class SentenceSources {
  /// How far into an item the link may stand that the item is about.
  private static final int FIRST = 12;

  private SentenceSources() {}

  /// @param aboutData whether the sentence or its place speaks of training data
  static List<Passage.Source> in(Saying saying, boolean aboutData) {
    List<Passage.Source> sources = new ArrayList<>();
    for (Link link : saying.links()) {
      if (!isSomethingElse(saying, link) && isData(saying, link, aboutData)) {
        sources.add(new Passage.Source(name(saying, link), link.target()));
      }
    }
    if (sources.isEmpty() && aboutData) {
      for (String name : DataNames.in(saying.text(), saying.signals())) {
        sources.add(new Passage.Source(name, ""));
      }
    }
    return sources;
  }

  /// What a link's data set is called: where its words only point, what they point away from is.
  private static String name(Saying saying, Link link) {
    String said = DataLinks.name(link);
    boolean points =
        DataLinks.isHere(link.text()) || DataLinks.isBare(link) || SetNames.isLabel(link.text());
    int at = Math.clamp(saying.at(link), 0, saying.text().length());
    String before = saying.text().substring(0, at).strip();
    boolean place = AnyOf.is(PLACE, before::endsWith);
    if (!points && !place) {
      return said;
    }
    String label = saying.block().kind() == Block.Kind.ROW ? row(saying.block()) : label(before);
    return label.isEmpty() ? said : label;
  }

  /// Words behind which stands where something is, and not what.
  private static final List<String> PLACE = List.of(" from", " at", " via", "从", "在");

  private static String row(Block row) {
    String first = row.cells().isEmpty() ? "" : row.cells().getFirst();
    boolean linked = AnyOf.is(row.links(), l -> first.contains(l.text()) && !l.text().isEmpty());
    return isName(first) && !linked ? first : "";
  }

  /// The label before a link, "Harbour: ", or the one data set that the words before it name.
  private static String label(String before) {
    int end = before.length();
    while (end > 0 && ":：-–— ([".indexOf(before.charAt(end - 1)) >= 0) {
      end--;
    }
    if (end < before.length()) {
      String label = before.substring(0, end).strip();
      label = label.substring(label.lastIndexOf(". ") + 1).strip();
      if (label.startsWith("_") && label.endsWith("_") && label.length() > 2) {
        label = label.substring(1, label.length() - 1);
      }
      return isName(label) ? label : "";
    }
    List<String> names = DataNames.in(before, Signals.of(before));
    return names.size() == 1 ? names.getFirst() : "";
  }

  /// A longer label is a sentence.
  private static final int NAME = 40;

  private static boolean isName(String label) {
    return DataLinks.isProper(label)
        && label.length() <= NAME
        && !SetNames.isLabel(label)
        && !Signals.of(label).hasAny(Topic.OFFERED, Topic.READER, Topic.WEIGHTS, Topic.CODE);
  }

  private static boolean isSomethingElse(Saying saying, Link link) {
    return saying.isForEvaluation(link)
        || LinkWords.isPerson(saying.sentence(), link)
        || LinkWords.isModel(saying.text(), link, saying.at(link), saying.signals())
        || !DataLinks.isData(link.target()) && LinkWords.saysSame(saying.text());
  }

  private static boolean isData(Saying saying, Link link, boolean aboutData) {
    return DataLinks.isData(link.target())
        || saying.bidsToFetch(link)
        || DataLinks.mayHoldData(Address.kind(link.target()))
            && !DataLinks.isSource(link.target())
            && (standsForTrainingData(saying) || aboutData && isCalledData(saying, link))
        || aboutData
            && DataLinks.mayBePageOfData(link.target())
            && !saying.signals().has(Topic.PAPER)
            && isWhereDataIsOffered(saying, link);
  }

  private static boolean standsForTrainingData(Saying saying) {
    return saying.setting().trainingData()
        && (saying.document().root() || saying.signals().has(Topic.DATA));
  }

  private static boolean isCalledData(Saying saying, Link link) {
    return Signals.of(link.text()).has(Topic.DATA)
        || isWhatItemIsAbout(saying, link)
        || isWhereDataIsOffered(saying, link)
        || LinkWords.isNamedAsData(saying.text(), link, saying.at(link), saying.signals());
  }

  private static boolean isWhatItemIsAbout(Saying saying, Link link) {
    Block block = saying.block();
    return block.kind() == Block.Kind.ITEM
        && saying.isLed()
        && LinkWords.introduces(block.lead())
        && link == saying.links().getFirst()
        && saying.at(link) <= FIRST
        && DataLinks.isProper(link.text());
  }

  private static boolean isWhereDataIsOffered(Saying saying, Link link) {
    Signals s = saying.signals();
    return (DataLinks.isHere(link.text()) || DataLinks.isBare(link))
        && s.hasAny(Topic.DATA, Topic.TRAINING_DATA)
        && s.has(Topic.OFFERED);
  }
}
