package dev.assay.text;

import java.util.List;
import java.util.regex.Pattern;

/// A sentence, an item or a row in its place: what it says by itself, and what it is told under.
///
/// @param setting what the headings above say
/// @param lead the phrases of what introduces the block
/// @param carried what the sentences before carry over to it
/// @param quantities the amounts in it
/// @param links the links in it
record Saying(
    DocumentTraits document,
    Setting setting,
    Block block,
    Signals lead,
    Carried carried,
    Sentences.Sentence sentence,
    List<Quantity> quantities,
    List<Link> links) {
  /// A longer lead is a sentence and no label of a list.
  private static final int LABEL = 40;

  static Saying of(
      DocumentTraits document,
      Setting setting,
      Block block,
      Signals lead,
      Carried carried,
      Sentences.Sentence sentence) {
    return new Saying(
        document,
        setting,
        block,
        lead,
        carried,
        sentence,
        quantities(setting, block, sentence.text()),
        LinkWords.linksIn(block, sentence));
  }

  private static List<Quantity> quantities(Setting setting, Block block, String text) {
    List<Quantity> counted =
        block.kind() == Block.Kind.ROW ? Quantity.inRow(text, block.header()) : Quantity.in(text);
    if (block.kind() == Block.Kind.ROW
        && (setting.dataSection() || setting.data())
        && !setting.evaluation()) {
      List<Quantity> columns = ColumnAmounts.in(block, text);
      if (counted.isEmpty()) {
        counted = columns;
      }
    }
    return counted.isEmpty() && (setting.dataSection() || setting.data()) && !setting.evaluation()
        ? SplitAmounts.in(block, text).map(List::of).orElse(counted)
        : counted;
  }

  String text() {
    return sentence.text();
  }

  Signals signals() {
    return sentence.signals();
  }

  /// Where a link begins in the sentence.
  int at(Link link) {
    return link.at() - sentence.at();
  }

  /// Whether it stands below words that introduce training data.
  boolean isLed() {
    return OwnWords.leads(lead)
        || TRAINED_ON.matcher(block.lead()).find()
            && !lead.hasAny(Topic.READER, Topic.EVALUATION, Topic.CALIBRATION, Topic.OTHER_MODEL);
  }

  /// How a lead ends below which stands what a model was trained on, whatever that is called.
  private static final Pattern TRAINED_ON =
      Pattern.compile(
          "(?i)\\b(?:pre-?|fine-?)?(?:trained|tuned) (?:only )?(?:on|with)(?: the following)?(?: [a-z]{3,12})?\\s?[:：]\\s?$");

  /// Whether it is an item or row below a short label that means training data.
  boolean isListed() {
    return block.lead().length() <= LABEL && isLed() && block.kind() != Block.Kind.PARAGRAPH;
  }

  /// Whether it speaks of data below a heading for them, where the whole release speaks, and of
  /// nothing beside: what a release that trains tells there is what it trains on.
  boolean isOfItsData() {
    Signals s = signals();
    return setting.data()
        && document.root()
        && !setting.reader()
        && !setting.aside()
        && s.has(Topic.DATA)
        && !OF_ANY.matcher(text()).find()
        && !TOLD_ELSEWHERE.matcher(text()).find()
        && !s.hasAny(
            Topic.TRAINING,
            Topic.TRAINED,
            Topic.EVALUATION,
            Topic.READER,
            Topic.OTHER_MODEL,
            Topic.COMPARED,
            Topic.RUN_INPUT,
            Topic.CALIBRATION);
  }

  /// Where a sentence only sends to what tells more.
  private static final Pattern TOLD_ELSEWHERE =
      Pattern.compile(
          "(?i)\\b(?:see|refer|disk|supports?|requires?|takes?|took|recommend|suggest|specify|details?|more information|please cite"
              + "|acknowledg\\p{L}{0,6}|licen[cs]e)\\b|詳細|詳しく|ご覧|参照|详情|详见|자세한|подробн");

  /// How a manual speaks of whatever data there may be: "A dataset consists of".
  private static final Pattern OF_ANY =
      Pattern.compile("^\\W{0,3}(?:An?|Each|Every|Your|Any|If|When|To) ");

  /// Whether it says, where data are spoken of, that they can be had by asking for them.
  boolean isOnRequest() {
    Signals s = signals();
    return s.has(Topic.GATE)
        && s.hasAny(Topic.DATA, Topic.TRAINING_DATA)
        && (setting.data() || setting.dataSection() || s.has(Topic.TRAINING_DATA))
        && mayBidToFetch()
        && !s.hasAny(Topic.WEIGHTS, Topic.EVALUATION, Topic.READER, Topic.OTHER_MODEL, Topic.BASE);
  }

  /// Whether it is the address of one data set at a catalogue with no more than a label before it:
  /// "Source: https://...", or nothing at all.
  boolean isAnAddressOfData() {
    if (links.size() != 1 || block.kind() == Block.Kind.ROW || !mayBidToFetch()) {
      return false;
    }
    Link link = links.getFirst();
    int at = Math.clamp(at(link), 0, text().length());
    String before = text().substring(0, at);
    String behind = text().substring(Math.min(text().length(), at + link.text().length()));
    boolean set =
        Address.kind(link.target()) == Address.Kind.DATA_SET && DataLinks.isBare(link)
            || FetchedData.isPackedData(link, setting.data())
            || setting.data() && text().isEmpty() && DataLinks.isRepositoryOfData(link.target());
    return set
        && (!text().isEmpty() || setting.data())
        && !HubCommands.isTest(link.target())
        && before.length() <= SHORT
        && behind.strip().length() <= 2
        && !signals()
            .hasAny(
                Topic.EVALUATION,
                Topic.WEIGHTS,
                Topic.PAPER,
                Topic.BASE,
                Topic.OTHER_MODEL,
                Topic.CODE,
                Topic.READER,
                Topic.SAMPLES);
  }

  /// A longer beginning is no label.
  private static final int SHORT = 40;

  /// Whether it is an item that names a data set below a heading for data and links the page of it:
  /// "Harbour dataset: for training [website](...)".
  boolean linksItsPage(Link link) {
    return block.kind() == Block.Kind.ITEM
        && mayBidToFetch()
        && setting.data()
        && (leadsToData() || !DataLinks.isBare(link))
        && (SetNames.isLabel(link.text()) || PAGE.matcher(link.text()).find())
        && DataLinks.mayHoldData(Address.kind(link.target()))
        && !DataLinks.isSource(link.target())
        && DataNames.begins(text())
        && (!signals().has(Topic.EVALUATION) || signals().hasAny(Topic.TRAINING, Topic.TRAINED))
        && !signals().hasAny(Topic.WEIGHTS, Topic.PAPER, Topic.READER, Topic.BASE);
  }

  private static final Pattern PAGE =
      Pattern.compile(
          "(?i)^(?:the )?(?:official |project )?(?:web ?site|web ?page|home ?page|page|download)$");

  /// Whether an amount in it is one of data.
  boolean hasAmountOfData() {
    return AnyOf.is(quantities, q -> TrainedOn.isAmountOfData(q, signals()));
  }

  /// Whether a link in it leads to data, by its address and the words around it.
  boolean linksData() {
    return AnyOf.is(
        links,
        l ->
            DataLinks.isData(l.target())
                && !isForEvaluation(l)
                && !LinkWords.isModel(text(), l, at(l), signals())
                && !WeightOffer.is(block(), l));
  }

  /// Whether a link itself is called an evaluation set: "[X](...) benchmark", or a known one by
  /// name.
  boolean isForEvaluation(Link link) {
    Signals s = signals();
    int end = at(link) + link.text().length();
    return s.has(Topic.EVALUATION)
        && (carried.own() || s.hasAny(Topic.TRAINING, Topic.TRAINED, Topic.TRAINING_DATA))
        && (Signals.of(link.text()).has(Topic.EVALUATION)
            || s.near(Topic.EVALUATION, end, end, 10));
  }

  /// Whether it bids to fetch what a link leads to and calls it data, where training may be meant:
  /// in a section on data, or in the README that speaks for the whole release.
  boolean bidsToFetch(Link link) {
    return mayBidToFetch()
        && (carried.listedToFetch() && !text().contains(" own ") && FetchedData.mayBeListed(link)
            || FetchedData.is(text(), at(link), link, signals(), setting.dataSection())
            || (setting.training() || setting.data() && leadsToData())
                && FetchedData.labelled(text(), at(link), link, signals())
            || setting.training()
                && FetchedData.isPackageFrom(text(), at(link), link, signals(), isToTrainOnData())
            || linksItsPage(link)
            || setting.data()
                && FetchedData.mayBeListed(link)
                && FetchedLinks.isBidAlone(text(), link, at(link), signals())
            || setting.data() && document.root() && FetchedData.isStored(link, signals()));
  }

  /// Whether one of the two closest headings speaks of training and of data: "Train on the Harbour
  /// dataset".
  private boolean isToTrainOnData() {
    List<String> above = block.headings();
    return setting.training()
        && AnyOf.is(
            above.subList(Math.max(0, above.size() - 2), above.size()),
            heading -> {
              Signals s = Signals.of(heading);
              return s.has(Topic.TRAINING) && FetchedData.names(heading, s);
            });
  }

  /// Whether what introduces it, if anything does, names data of this release.
  private boolean leadsToData() {
    return block.lead().isEmpty()
        || FetchedData.names(block.lead(), lead) && !lead.has(Topic.EVALUATION);
  }

  /// The data set that it bids to fetch by its name, in such a place; empty for none.
  String fetchedByName() {
    String name = mayBidToFetch() ? FetchedData.named(text(), signals()) : "";
    if (name.isEmpty()
        && links.isEmpty()
        && setting.data()
        && mayBidToFetch()
        && !setting.reader()) {
      name = FetchedData.byName(text(), signals());
    }
    // Two strokes make a path.
    return name.indexOf('/') == name.lastIndexOf('/') ? name : "";
  }

  private boolean mayBidToFetch() {
    return (setting.dataSection() || setting.data() || document.root())
        && !setting.evaluation()
        && !setting.aside()
        && !setting.calibration()
        && !document.aboutEvaluation();
  }
}
