package dev.assay.text;

import dev.assay.model.DataSet;
import dev.assay.model.Qualifier;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Data that a sentence offers, or bids its reader to fetch, without saying where: that stands in
/// what follows under the same heading, a command that fetches or a sentence with an address.
/// "First we need our training data, so download some letters." - "They are to be had from
/// [here](...)."
///
/// @param headings the headings above the offer; empty and no offer for {@link #NONE}
/// @param stage what the data is for
/// @param weight how surely it is the release's own
/// @param own whether the release says that it is its training data: then more sentences may stand
///   between the offer and the place
/// @param told whether the data is only told of: then what follows must bid to fetch it
/// @param left how many more sentences may stand between
record OpenOffer(
    List<String> headings,
    DataSet.Stage stage,
    int weight,
    boolean own,
    boolean told,
    boolean recipe,
    int left) {
  static final OpenOffer NONE =
      new OpenOffer(List.of(), DataSet.Stage.UNSTATED, 0, false, false, false, 0);

  /// So many sentences may stand between an offer of training data and where that is to be had.
  private static final int FAR = 4;

  /// A command stands right behind the words that bid to fetch.
  private static final int NEXT = 1;

  private static final Pattern GIVEN_OUT =
      Pattern.compile(
          "(?i)\\b(?:I|we) (?:have |also |now )?(?:provided?|released?|published|publish|uploaded|upload|shared?|open-?sourced?)\\b");

  /// What is offered after a sentence.
  ///
  /// @param passage what it was read as
  OpenOffer after(Saying saying, Optional<Passage> passage) {
    Optional<OpenOffer> made = saying.links().isEmpty() ? made(saying, passage) : Optional.empty();
    if (made.isPresent()) {
      return made.get();
    }
    boolean ends = left <= 1 || !headings.equals(saying.block().headings());
    return ends ? NONE : new OpenOffer(headings, stage, weight, own, told, recipe, left - 1);
  }

  private static Optional<OpenOffer> made(Saying saying, Optional<Passage> passage) {
    Setting setting = saying.setting();
    Signals s = saying.signals();
    boolean placed =
        !setting.evaluation()
            && !setting.aside()
            && !setting.calibration()
            && !saying.document().aboutEvaluation()
            && saying.block().kind() != Block.Kind.ROW;
    if (!placed || s.hasAny(Topic.EVALUATION, Topic.WEIGHTS, Topic.CALIBRATION, Topic.REFUSED)) {
      return Optional.empty();
    }
    List<String> headings = saying.block().headings();
    int weight = passage.map(OpenOffer::own).orElse(0);
    DataSet.Stage stage = passage.map(Passage::stage).orElse(DataSet.Stage.TRAINING);
    boolean told = !OwnWords.bids(saying.text(), s);
    if (told && s.has(Topic.TRAINING_DATA)) {
      boolean offers = weight >= Passage.OWN && s.has(Topic.OFFERED);
      boolean gives = saying.document().root() && GIVEN_OUT.matcher(saying.text()).find();
      if (offers || gives) {
        return Optional.of(
            new OpenOffer(headings, stage, Math.max(Passage.OWN, weight), true, false, false, FAR));
      }
    }
    if (told && (weight >= Passage.OWN || givesForTraining(saying))) {
      return Optional.of(
          new OpenOffer(headings, stage, Math.max(Passage.OWN, weight), true, true, false, NEXT));
    }
    boolean bids =
        (saying.document().root() || setting.data() || setting.dataSection())
            && FetchedData.introduces(saying.text(), s, false)
            && FetchedData.names(saying.text(), s);
    return bids
        ? Optional.of(
            new OpenOffer(
                headings,
                DataSet.Stage.TRAINING,
                Passage.OWN,
                false,
                false,
                setting.reader(),
                NEXT))
        : Optional.empty();
  }

  private static final Pattern FOR_TRAINING =
      Pattern.compile(
          "(?i)\\b(?:data|annotations?|transcripts?|captions|recordings|samples|dialogues|instructions|labels)\\b[^.;:!?]{0,120}"
              + "\\b(?:for|in) (?:the |our )?(?:[\\w-]{1,20} ){0,2}(?:pre-?|fine-?)?(?:training|tuning)\\b");

  /// Whether a sentence gives out what makes up data, and says that it is for the training: "we
  /// have released all annotations for the first training".
  private static boolean givesForTraining(Saying saying) {
    return saying.document().root()
        && !saying.signals().hasAny(Topic.CODE, Topic.PROMISED, Topic.READER)
        && GIVEN_OUT.matcher(saying.text()).find()
        && FOR_TRAINING.matcher(saying.text()).find();
  }

  private static int own(Passage p) {
    boolean counts =
        p.own()
            && !p.qualifiers().contains(Qualifier.REFUSED)
            && (p.form() == DataSet.Form.PROSE || p.form() == DataSet.Form.NAMED);
    return counts ? p.weight() : 0;
  }

  /// The commands that fetch what was offered, right behind the offer.
  Optional<Passage> fetchedBy(DocumentTraits document, Block code) {
    if (left == 0 || told || !headings.equals(code.headings())) {
      return Optional.empty();
    }
    List<Passage.Source> fetched = FetchedData.byCommands(code, true);
    if (fetched.isEmpty()) {
      return Optional.empty();
    }
    Passage found =
        new Passage(
            stage,
            DataSet.Form.LINK,
            Set.of(),
            weight,
            fetched,
            List.of(),
            "",
            document.evidence(code),
            false,
            recipe);
    return Optional.of(own ? found : found.whereTrained());
  }

  /// How a sentence bids to fetch what was just spoken of.
  private static final Pattern BIDS =
      Pattern.compile(
          "(?i)\\b(?:download|get|fetch|obtain|find|grab) (?:it|them|these|this|those|all of (?:it|them))\\b");

  /// The sentence that says where the offered training data is to be had.
  Optional<Passage> placedBy(Saying saying) {
    Signals s = saying.signals();
    boolean other =
        s.hasAny(
            Topic.WEIGHTS,
            Topic.CHECKPOINTS,
            Topic.CODE,
            Topic.PAPER,
            Topic.EVALUATION,
            Topic.CALIBRATION,
            Topic.SAMPLES);
    // Who is bid to fetch it is spoken to.
    other |= !told && s.has(Topic.READER);
    if (left == 0
        || !own
        || other
        || !s.has(Topic.OFFERED)
        || told && !BIDS.matcher(saying.text()).find()
        || !headings.equals(saying.block().headings())
        || saying.block().kind() == Block.Kind.ROW) {
      return Optional.empty();
    }
    for (Link link : saying.links()) {
      if (mayBe(link)
          && !LinkWords.isModel(saying.text(), link, saying.at(link), s)
          && !WeightOffer.is(saying.block(), link)) {
        return Optional.of(
            new Passage(
                stage,
                DataSet.Form.LINK,
                Set.of(),
                weight,
                List.of(new Passage.Source(DataLinks.name(link), link.target())),
                saying.quantities(),
                saying.text(),
                saying.document().evidence(saying.block())));
      }
    }
    return Optional.empty();
  }

  private static boolean mayBe(Link link) {
    if (DataLinks.isData(link.target())) {
      return true;
    }
    Address.Kind kind = Address.kind(link.target());
    boolean points =
        DataLinks.isHere(link.text()) || DataLinks.isBare(link) || DataLinks.isStore(link.text());
    return points
        && (kind == Address.Kind.STORAGE || kind == Address.Kind.OTHER)
        && !DataLinks.isSource(link.target());
  }
}
