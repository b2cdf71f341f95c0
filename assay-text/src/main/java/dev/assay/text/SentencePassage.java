package dev.assay.text;

import dev.assay.model.DataSet;
import dev.assay.model.Qualifier;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The passage that a sentence is, if it speaks of data, and what it carries over to the next one.
///
/// @param passage empty where it says nothing of data
record SentencePassage(Optional<Passage> passage, Carried carried) {

  static SentencePassage in(Saying saying) {
    boolean dataLink = saying.linksData();
    if (!dataLink && !mayBeAboutData(saying)) {
      return new SentencePassage(
          Optional.empty(), saying.carried().testing(saying.text(), saying.signals()));
    }
    boolean amount = saying.hasAmountOfData();
    boolean trainedOn = saysTrainedOn(saying, amount || dataLink);
    boolean byCommand =
        saying.document().root()
            && saying.document().trainsOnNamed(saying.text(), saying.signals());
    List<Passage.Source> sources =
        SentenceSources.in(saying, trainedOn || byCommand || isAboutTrainingData(saying));
    boolean ofTheLast =
        sources.isEmpty()
            && saying.carried().own()
            && saying.carried().last().size() == 1
            && OwnWords.tellsHowMuchOfTheLast(saying);
    if (ofTheLast || sources.isEmpty() && OwnWords.speaksOfTheLast(saying.text())) {
      sources = saying.carried().last();
    }
    Carried carried = saying.carried().naming(sources).bidding(saying);
    boolean tests = carried.ofTests() || saying.signals().has(Topic.EVALUATION);
    if (tests && !SAME.matcher(saying.text()).find()) {
      carried = carried.testing(saying.text(), saying.signals());
    }
    boolean linked = Passage.isLinked(sources);
    boolean named = saying.isListed() || !sources.isEmpty();
    int weight =
        new PassageWeight(saying, trainedOn, byCommand, amount, dataLink, linked, named).sum();
    if (ofTheLast) {
      // As surely as what it goes on from.
      weight = Math.max(weight, Passage.OWN + 2);
    }
    // How to install a trainer tells where to fetch its data, below whatever heading.
    boolean fetched =
        linked && weight < Passage.OWN && AnyOf.is(saying.links(), saying::bidsToFetch);
    if (fetched) {
      boolean toTrain =
          saying.setting().training() || TrainingLabels.leadsToMaking(saying.block().lead());
      weight = Passage.OWN + (toTrain ? Passage.FOR_ANYTHING : 0);
    }
    if (!fetched && linked && weight < Passage.OWN && saying.isAnAddressOfData()) {
      fetched = true;
      weight = Passage.OWN;
    }
    String byName = linked || weight >= Passage.OWN ? "" : saying.fetchedByName();
    if (!byName.isEmpty()) {
      fetched = true;
      weight = Passage.OWN;
      sources = List.of(new Passage.Source(byName, ""));
    }
    Withholding withholding = Withholding.in(saying);
    if (weight < 1 && !withholding.refused() && !withholding.promised() && !dataLink) {
      return new SentencePassage(Optional.empty(), carried);
    }
    if (withholding.isOfTraining(saying)) {
      weight = Math.max(weight, Passage.OWN);
    }
    if (weight < Passage.OWN && saying.isOnRequest() && !InPassing.is(saying)) {
      weight = Passage.OWN;
    }
    DataSet.Stage stage =
        DataStage.of(saying.document(), saying.setting(), saying.signals(), saying.lead());
    if (fetched && stage == DataSet.Stage.EVALUATION && onlyCallsItBenchmark(saying)) {
      stage = DataSet.Stage.UNSTATED;
    }
    if (saying.carried().ofTests() && SAME.matcher(saying.text()).find()) {
      stage = DataSet.Stage.EVALUATION;
    }
    if (linked && AnyOf.is(sources, s -> TEST_SET.matcher(s.link()).find())) {
      stage = DataSet.Stage.EVALUATION;
    }
    Passage passage =
        new Passage(
            stage,
            form(withholding, sources),
            qualifiers(saying, withholding, sources),
            weight,
            sources,
            saying.quantities(),
            saying.text(),
            saying.document().evidence(saying.block()),
            fetched && (!byName.isEmpty() || !isOfTheRelease(saying))
                || weight == Passage.OWN
                    && !fetched
                    && !withholding.refused()
                    && (amount || named)
                    && saying.isOfItsData(),
            linked && !trainedOn && saying.setting().reader());
    return new SentencePassage(Optional.of(passage), carried.weighing(weight));
  }

  /// How a sentence goes on about the data that the one before spoke of.
  private static final Pattern SAME =
      Pattern.compile(
          "(?i)\\b(?:this|these|the said) (?:data ?sets?|data|images|slides|recordings|samples|corpus|set)\\b");

  /// The name of a file that holds a set for tests.
  private static final Pattern TEST_SET =
      Pattern.compile(
          "(?i)[-_/.](?:test|testing|eval|evaluation)[-_]?(?:set|data|split)s?(?:\\.[a-z0-9.]{2,12})?$");

  /// Whether a heading says that data are the release's own: one for data where the whole release
  /// speaks, one for training data anywhere.
  private static boolean isOfTheRelease(Saying saying) {
    return saying.setting().dataSection()
        && (saying.document().root()
            || saying.setting().trainingData()
            || !saying.setting().data());
  }

  /// Whether nothing but the noun speaks of evaluation: what a trainer's reader is bid to fetch may
  /// be a public benchmark, which has a part for training.
  private static boolean onlyCallsItBenchmark(Saying saying) {
    return saying.signals().of(Topic.EVALUATION).stream()
        .allMatch(hit -> saying.text().regionMatches(true, hit.from(), "benchmark", 0, 9));
  }

  private static boolean mayBeAboutData(Saying saying) {
    return saying.isListed()
        || ListedNames.isPlace(saying)
        || saying.signals().hasAny(Topic.DATA, Topic.TRAINING_DATA, Topic.TRAINED)
        || !saying.quantities().isEmpty()
        || !saying.links().isEmpty()
        || FetchedData.isFromCatalogue(saying.text())
        || TrainedOn.byPlaying(saying.text())
        || TrainedOn.onASet(saying.text())
        || saying.setting().data()
            && (Enumerated.tellsShares(saying.text())
                || !FetchedData.byName(saying.text(), saying.signals()).isEmpty());
  }

  /// Whether the sentence says that something was trained on data. In a row of a table this needs a
  /// sign of data, in it or above it.
  private static boolean saysTrainedOn(Saying saying, boolean data) {
    return (TrainedOn.says(
                saying.text(),
                saying.signals(),
                saying.quantities(),
                saying.links(),
                saying.sentence().at())
            || saying.setting().trainingData()
                && TrainedOn.onAnything(saying.text(), saying.signals()))
        && (saying.block().kind() != Block.Kind.ROW
            || data
            || saying.isLed()
            || saying.setting().dataSection());
  }

  /// Whether the place of a sentence, or what it offers, is about training data.
  private static boolean isAboutTrainingData(Saying saying) {
    Signals s = saying.signals();
    return saying.setting().dataSection()
        || saying.isLed()
        || saying.isOfItsData()
        || saying.carried().own()
        || s.has(Topic.TRAINING_DATA) && s.has(Topic.OFFERED)
        || saying.setting().data() && OwnWords.weUsed(saying.text(), s);
  }

  private static DataSet.Form form(Withholding withholding, List<Passage.Source> sources) {
    if (withholding.refused()) {
      return DataSet.Form.REFUSED;
    }
    return withholding.promised() ? DataSet.Form.PROMISED : Passage.form(sources);
  }

  /// `Our base model was trained on ...`: a stage of this model, and no other's.
  private static boolean isOwnBase(Saying saying) {
    for (Phrases.Hit base : saying.signals().of(Topic.BASE)) {
      if (!saying.text().regionMatches(true, base.from() - OUR.length(), OUR, 0, OUR.length())) {
        return false;
      }
    }
    return true;
  }

  private static final String OUR = "our ";

  private static Set<Qualifier> qualifiers(
      Saying saying, Withholding withholding, List<Passage.Source> sources) {
    Signals s = saying.signals();
    Set<Qualifier> qualifiers = EnumSet.noneOf(Qualifier.class);
    if (AnyOf.is(
        Enumerated.extra(saying.text()), x -> AnyOf.is(sources, o -> o.name().equals(x)))) {
      qualifiers.add(Qualifier.PARTIAL);
    }
    if (s.follows(Topic.BASE, Topic.TRAINED, 40)
        && !s.has(Topic.POST_TRAINING)
        && !isOwnBase(saying)) {
      qualifiers.add(Qualifier.OF_BASE);
    }
    if (OthersTraining.isOfABase(saying)) {
      qualifiers.add(Qualifier.OF_BASE);
    }
    if (s.has(Topic.GATE)) {
      qualifiers.add(Qualifier.GATED);
    }
    if (s.has(Topic.PARTIAL)) {
      qualifiers.add(Qualifier.PARTIAL);
    }
    if (withholding.refused()) {
      qualifiers.add(Qualifier.REFUSED);
    }
    return qualifiers;
  }
}
