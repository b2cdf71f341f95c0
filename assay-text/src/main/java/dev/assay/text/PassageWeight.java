package dev.assay.text;

import dev.assay.io.AnyWord;
import java.util.regex.Pattern;

/// How surely a sentence speaks of the data of this release's own training.
///
/// The weights are small whole numbers, each for one reason that a person would give: "it says
/// trained on ... data" speaks for it, "your own data" against it. They are the same for all
/// releases; no name of a model, company or data set takes part.
///
/// @param trainedOn whether it says that something was trained on data
/// @param byCommand whether it offers data that a command of the document trains on
/// @param amount whether it states an amount of data
/// @param dataLink whether it links data
/// @param linked whether a data set of its sources is linked
/// @param named whether it names a data set, or is an item of a list of them
record PassageWeight(
    Saying saying,
    boolean trainedOn,
    boolean byCommand,
    boolean amount,
    boolean dataLink,
    boolean linked,
    boolean named) {

  int sum() {
    int sum = bySaying() + byPlace() + byLinks() - againstWords() - againstPlace();
    // Asked last, and only where it may decide: most sentences weigh nothing.
    boolean bare = !amount && !linked && !named;
    return bare && sum >= Passage.OWN - PAGE && InPassing.is(saying) ? sum - PASSING : sum;
  }

  /// So much may be added for the page on which a sentence stands.
  private static final int PAGE = 2;

  /// So much is taken from what is said in passing.
  private static final int PASSING = 6;

  /// What its own words say for it.
  private int bySaying() {
    Signals s = saying.signals();
    int weight = 0;
    if (trainedOn) {
      weight += 4;
    }
    // Whatever it is compared with besides, a model is what went through so much.
    if (TrainedOn.wentThrough(saying.text())) {
      weight += 2;
    }
    if (s.has(Topic.TRAINING_DATA)) {
      weight += s.has(Topic.OWN) ? 3 : 2;
    }
    if (amount && s.has(Topic.TRAINING)) {
      weight += 2;
    }
    if (s.has(Topic.HEDGE) && s.hasAny(Topic.TRAINING_DATA, Topic.TRAINED) && s.has(Topic.DATA)) {
      weight += 1;
    }
    if (s.has(Topic.USED) && s.has(Topic.DATA) && s.has(Topic.TRAINING)) {
      weight += 2;
    }
    if (s.has(Topic.USED) && s.has(Topic.TRAINING_DATA) && !s.has(Topic.DATA)) {
      weight += 2;
    }
    // "We had 1.2 TB of data collected by ...": so much of its own is for training.
    boolean had = amount && s.has(Topic.USED) && s.has(Topic.DATA) && s.has(Topic.OWN);
    if (saying.document().root() && had && !s.hasAny(Topic.EVALUATION, Topic.TRAINING)) {
      weight += 3;
    }
    if (byCommand && !s.hasAny(Topic.EVALUATION, Topic.OTHER_MODEL)) {
      weight += 3;
    }
    return weight;
  }

  /// What the heading, the lead and the sentences before say for it.
  private int byPlace() {
    Signals s = saying.signals();
    Setting setting = saying.setting();
    boolean root = saying.document().root();
    boolean inList = saying.block().kind() != Block.Kind.PARAGRAPH;
    int weight = 0;
    if (setting.dataSection() && (s.has(Topic.DATA) || dataLink || amount)) {
      weight += bySection();
    }
    // "Data: 14 GB of text (2.6B tokens) were used."
    if (root
        && setting.data()
        && amount
        && s.has(Topic.DATA)
        && !s.hasAny(Topic.TRAINING, Topic.TRAINED)
        && WERE_USED.matcher(saying.text()).find()) {
      weight += 1;
    }
    if (saying.isOfItsData() && (amount || named)) {
      weight += 1;
    }
    if (setting.trainingData() && linked && !s.has(Topic.DATA) && !dataLink && !amount) {
      weight += 3;
    }
    if (named
        && saying.setting().trainingData()
        && !s.has(Topic.DATA)
        && !linked
        && !amount
        && !saying.isLed()
        && ListedNames.isPlace(saying)) {
      weight += 3;
    }
    // "The final set has 5K letters from Harbour and 10K from Dune", below "Training data".
    if (setting.trainingData() && named && amount && s.has(Topic.DATA) && !setting.evaluation()) {
      weight += 2;
    }
    // "We used the Harbour dataset and cleaned it", in a manual's page on data.
    if (!root
        && setting.data()
        && named
        && s.has(Topic.DATA)
        && OwnWords.weUsed(saying.text(), s)
        && !s.hasAny(Topic.EVALUATION, Topic.READER, Topic.OTHER_MODEL, Topic.TRAINED)) {
      weight += 3;
    }
    if (setting.data() && !s.has(Topic.EVALUATION) && Enumerated.tellsShares(saying.text())) {
      weight += 3;
    }
    if (saying.isLed() && inList && (named || dataLink || amount)) {
      weight += 3;
    }
    if (root && OwnWords.offers(saying.lead()) && inList && dataLink) {
      weight += 3;
    }
    if (saying.carried().own() && !s.has(Topic.READER) && (s.has(Topic.DATA) || linked || amount)) {
      weight += 2;
    }
    return weight;
  }

  private static final Pattern WERE_USED =
      Pattern.compile("(?i)\\b(?:was|were|is|are) used\\b|사용|使用|用いた|用いて");

  /// "Data" above a paragraph means the training data where the whole release is described; deeper
  /// down it needs a word on training beside it.
  private int bySection() {
    boolean root = saying.document().root();
    if (saying.setting().trainingData()) {
      return root ? 3 : 2;
    }
    boolean training =
        saying.signals().hasAny(Topic.TRAINING, Topic.TRAINING_DATA) || saying.isLed();
    return root ? 2 : training ? 1 : 0;
  }

  private int byLinks() {
    Signals s = saying.signals();
    int weight = 0;
    if (linked && !dataLink && s.has(Topic.OFFERED)) {
      weight += 1;
    }
    if (dataLink) {
      weight += s.hasAny(Topic.OFFERED, Topic.TRAINING) ? 2 : 1;
      if (OURS.matcher(saying.text()).find() || AnyOf.is(saying.links(), OwnData::saysTraining)) {
        weight += 1;
      }
      if (saying.document().root()
          && saying.setting().news()
          && !s.hasAny(Topic.EVALUATION, Topic.OFFERED)
          && AnyOf.is(saying.links(), l -> isGivenOut(saying.text(), saying.at(l), l))) {
        weight += 2;
      }
      if (saying.document().root() && TrainingLabels.is(saying)) {
        weight += 2;
      }
    }
    return weight;
  }

  private static final Pattern GIVING_OUT =
      Pattern.compile(
          "(?i)\\b(?:open[- ]?sourc\\p{L}*|releas\\p{L}*|publish\\p{L}*|upload\\p{L}*) (?:the |our )?$");

  /// Whether news tells that a data set was given out: "05.11. Open-source [Harbour dataset](...)".
  private static boolean isGivenOut(String text, int at, Link link) {
    return DataLinks.isData(link.target())
        && Signals.of(link.text()).has(Topic.DATA)
        && GIVING_OUT.matcher(text.substring(0, Math.clamp(at, 0, text.length()))).find();
  }

  /// How a release offers data of its own.
  private static final Pattern OURS =
      Pattern.compile(
          "(?i)\\bour (?:[\\p{L}-]{2,20} ){0,2}(?:data ?sets?|corpus|corpora) (?:is|are|can be|has been|have"
              + " been) (?:[\\p{L}-]{2,20} ){0,2}(?:available|released|found|downloaded|accessed|published)");

  /// What its own words say against it.
  private int againstWords() {
    Signals s = saying.signals();
    int weight = 0;
    if (OwnWords.bids(saying.text(), s)) {
      weight += 4;
    }
    if (s.has(Topic.EVALUATION) && !s.hasAny(Topic.TRAINING, Topic.TRAINING_DATA)) {
      weight += 2;
    }
    if (saying.block().kind() != Block.Kind.PARAGRAPH
        && (DataStage.introducesTests(saying.lead())
            || FOR_TESTS.matcher(saying.block().lead()).matches())
        && !s.hasAny(Topic.TRAINING, Topic.TRAINED, Topic.TRAINING_DATA)) {
      weight += 4;
    }
    if (s.has(Topic.RUN_INPUT)) {
      weight += 3;
    }
    if (s.has(Topic.OTHER_MODEL)) {
      weight += 3;
    }
    if (s.has(Topic.UNKNOWN)) {
      weight += 3;
    }
    if (OthersTraining.isOnlyUsed(saying)) {
      weight += 8;
    }
    if (saying.document().isOfAnother(saying.text(), s)) {
      weight += 4;
    }
    if (trainedOn && !s.has(Topic.OWN) && isOfAField(saying.text())) {
      weight += 3;
    }
    if (saying.text().contains(" used ") && OF_MODELS.matcher(saying.text()).find()) {
      weight += 4;
    }
    if (!amount
        && !linked
        && OF_FILES.in(saying.text())
        && AS_FILES.matcher(saying.text()).find()) {
      weight += 4;
    }
    return weight;
  }

  /// How a summary begins that speaks of all models of a kind: "Large language models trained on".
  private static final Pattern OF_A_FIELD =
      Pattern.compile(
          "^(?:Large|Recent|Existing|Modern|Current|Most|Many|Several|Deep|Generative|Self-supervised)"
              + " (?:[\\p{L}-]{2,20} ){0,4}models (?:that (?:are|were) |which (?:are|were) )?(?:pre-?)?trained\\b");

  static boolean isOfAField(String text) {
    return OF_A_FIELD.matcher(text).find();
  }

  /// How a manual tells what a kind of data is for: "Sound data sets are used to train models
  /// that".
  private static final Pattern OF_MODELS =
      Pattern.compile(
          "(?i)^\\W{0,3}(?:[\\w-]{2,20} ){1,2}data ?sets? (?:are|can be) used (?:for training|to train) (?:(?!our|the|these|this)[\\w-]{2,20} ){0,2}models\\b");

  /// A label above what is for tests.
  private static final Pattern FOR_TESTS =
      Pattern.compile(
          "(?i)\\W{0,3}(?:tests?|testing|evaluation|validation|benchmarks?)(?: sets?| data)?\\W{0,3}");

  /// How a manual tells in which files a reader's data are written.
  private static final Pattern AS_FILES =
      Pattern.compile(
          "(?i)\\b(?:dataset|data) config(?:uration)?s? (?:file )?(?:consists|contains|is|has|should|must)\\b"
              + "|\\b(?:structure|layout|schema) of (?:the|each|your) (?:pre-?|fine-?)?(?:training|tuning) (?:data|set)"
              + "|\\b(?:contains?|consists? of|comprises?) (?:a |the )?(?:list|set|series|number) of"
              + " (?:jsonl?|csv|tsv|te?xt|parquet|yaml) files?\\b");

  /// One of these stands in whatever that pattern finds.
  private static final AnyWord OF_FILES =
      AnyWord.of(
          "config",
          "structure of",
          "layout of",
          "schema of",
          "list of",
          "set of",
          "series of",
          "number of");

  /// A heading below which the weights that are given out are told of.
  private static final Pattern OF_WEIGHTS =
      Pattern.compile(
          "(?i)checkpoints?\\b|\\bweights\\b|\\bpre-?trained\\b|model zoo|released models");

  /// What its headings say against it.
  private int againstPlace() {
    Signals s = saying.signals();
    Setting setting = saying.setting();
    Block block = saying.block();
    boolean root = saying.document().root();
    // What the release says of its own training it says below whatever heading.
    boolean states =
        trainedOn
            && OwnWords.saysOfItself(s)
            && (s.has(Topic.DATA) || amount)
            && !saying.text().contains(" can be ");
    int weight = 0;
    if (setting.reader()) {
      boolean ofWeights = trainedOn && OF_WEIGHTS.matcher(block.heading()).find();
      weight += states || ofWeights || trainedOn && root && block.kind() == Block.Kind.ITEM ? 1 : 3;
    }
    if (setting.evaluation() || saying.document().aboutEvaluation()) {
      weight += states && !setting.weights() ? 1 : 3;
    }
    if (setting.calibration() || s.has(Topic.CALIBRATION)) {
      weight += 4;
    }
    if (s.has(Topic.AUXILIARY)
        || setting.auxiliary() && !saying.document().standsUnderTitle(block)) {
      weight += 5;
    }
    if (setting.aside()) {
      boolean ofItself =
          trainedOn
              && (states && OwnWords.isFirstPerson(saying.text())
                  || root && OwnWords.aboutLimits(block.heading()));
      weight += ofItself ? 1 : 3;
    }
    return weight;
  }
}
