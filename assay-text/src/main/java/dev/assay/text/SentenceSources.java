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
        sources.add(new Passage.Source(DataLinks.name(link), link.target()));
      }
    }
    if (sources.isEmpty() && aboutData) {
      for (String name : DataNames.in(saying.text(), saying.signals())) {
        sources.add(new Passage.Source(name, ""));
      }
    }
    return sources;
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
