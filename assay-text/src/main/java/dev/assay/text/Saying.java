package dev.assay.text;

import java.util.List;

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
        block.kind() == Block.Kind.ROW
            ? Quantity.inRow(sentence.text(), block.header())
            : Quantity.in(sentence.text()),
        LinkWords.linksIn(block, sentence));
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
    return OwnWords.leads(lead);
  }

  /// Whether it is an item or row below a short label that means training data.
  boolean isListed() {
    return block.lead().length() <= LABEL && isLed() && block.kind() != Block.Kind.PARAGRAPH;
  }

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
                && !LinkWords.isModel(text(), l, at(l), signals()));
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
            || setting.training() && FetchedData.labelled(text(), at(link), link, signals())
            || setting.data() && document.root() && FetchedData.isStored(link, signals()));
  }

  /// The data set that it bids to fetch by its name, in such a place; empty for none.
  String fetchedByName() {
    return mayBidToFetch() ? FetchedData.named(text(), signals()) : "";
  }

  private boolean mayBidToFetch() {
    return (setting.dataSection() || setting.data() || document.root())
        && !setting.evaluation()
        && !setting.aside()
        && !setting.calibration()
        && !document.aboutEvaluation();
  }
}
