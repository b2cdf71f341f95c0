package dev.assay.text;

import dev.assay.model.DataSet;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Passages that are a link and need no sentence: a heading of a data folder, a badge, a button, a
/// link that is to the release's own data by whose it is or by its words.
final class LinkPassages {
  private LinkPassages() {}

  /// In a document of a data folder a heading names the data, and its link leads there.
  static List<Passage> inHeading(DocumentTraits document, Block block) {
    List<Passage> passages = new ArrayList<>();
    for (Link link : block.links()) {
      Address.Kind kind = Address.kind(link.target());
      boolean names = Signals.of(block.text()).has(Topic.DATA);
      boolean leads =
          DataLinks.isData(kind)
              || kind == Address.Kind.OTHER && !DataLinks.isSource(link.target());
      if (!link.image() && names && leads && DataLinks.isProper(link.text())) {
        passages.add(
            Passage.ofLinks(
                DataSet.Stage.TRAINING,
                Passage.OWN + 1,
                List.of(new Passage.Source(link.text(), link.target())),
                document.evidence(block)));
      }
    }
    return passages;
  }

  /// How a heading comes to the link of what is trained on: "Training Gull on [Harbour](...)".
  private static final Pattern TRAINING_ON =
      Pattern.compile(
          "(?i)^\\W{0,4}(?:[\\w.]{1,4} )?(?:pre-?|fine-?)?(?:train(?:ing)?|tun(?:e|ing))\\b[^.:;()]{0,60} (?:on|with|using)(?: the| our)? $");

  /// A heading of a section on training names what it is done on by a link.
  static List<Passage> trainedInHeading(DocumentTraits document, Block block) {
    List<Passage> passages = new ArrayList<>();
    for (Link link : block.links()) {
      int at = Math.clamp(link.at(), 0, block.text().length());
      Address.Kind kind = Address.kind(link.target());
      boolean leads = DataLinks.isData(kind) || DataLinks.mayHoldData(kind);
      Signals words = Signals.of(link.text());
      boolean data = words.hasAny(Topic.DATA, Topic.TRAINING_DATA) || DataLinks.isData(kind);
      if (!link.image()
          && leads
          && data
          && !words.has(Topic.EVALUATION)
          && !DataLinks.isHere(link.text())
          && link.text().chars().anyMatch(Character::isUpperCase)
          && TRAINING_ON.matcher(block.text().substring(0, at)).find()) {
        passages.add(own(document, block, link, DataSet.Stage.TRAINING));
      }
    }
    return passages;
  }

  private static final Pattern NUMBERED =
      Pattern.compile("^[^\\p{L}\\d\\[]{0,6}(?:\\d{1,2}[.)]){0,3}\\d{0,2}[\\s:.)-]{0,4}$");

  /// A heading that begins with a link, and calls what is there data or stands below one that does:
  /// "### 1.1 [Harbour data set](...)".
  ///
  /// @param setting what the headings say, this one among them
  static List<Passage> namedInHeading(DocumentTraits document, Setting setting, Block block) {
    if (block.links().isEmpty()
        || block.headings().size() < 2
        || setting.evaluation()
        || setting.aside()
        || setting.citation()
        || setting.calibration()) {
      return List.of();
    }
    Link link = block.links().getFirst();
    int at = Math.clamp(link.at(), 0, block.text().length());
    Signals s = Signals.of(block.text());
    boolean calls = FetchedData.names(block.text(), s) || setting.data();
    boolean leads =
        DataLinks.isData(link.target())
            || DataLinks.mayHoldData(Address.kind(link.target()))
                && !DataLinks.isSource(link.target());
    boolean other =
        s.hasAny(
            Topic.EVALUATION,
            Topic.WEIGHTS,
            Topic.PAPER,
            Topic.CODE,
            Topic.READER,
            Topic.READER_HEADING,
            Topic.BASE,
            Topic.OTHER_MODEL,
            Topic.SAMPLES);
    return !link.image()
            && calls
            && leads
            && !other
            && NUMBERED.matcher(block.text().substring(0, at)).matches()
        ? List.of(own(document, block, link, DataSet.Stage.UNSTATED))
        : List.of();
  }

  /// The addresses that a paragraph right below a heading for data is, and nothing else.
  ///
  /// @param setting what the headings say
  static List<Passage> addresses(DocumentTraits document, Setting setting, Block block) {
    boolean placed =
        document.root()
            && setting.data()
            && !setting.evaluation()
            && !setting.aside()
            && !setting.citation()
            && !setting.calibration()
            && !setting.weights()
            && DataLinks.areAll(block)
            && !Signals.of(block.lead()).has(Topic.EVALUATION)
            && FetchedData.names(block.heading(), Signals.of(block.heading()));
    List<Passage> passages = new ArrayList<>();
    for (Link link : placed ? block.links() : List.<Link>of()) {
      Address.Kind kind = Address.kind(link.target());
      boolean may =
          DataLinks.isData(link.target())
              || kind != Address.Kind.CODE
                  && DataLinks.mayHoldData(kind)
                  && !DataLinks.isSource(link.target());
      if (may && !HubCommands.isTest(link.target())) {
        passages.add(own(document, block, link, DataSet.Stage.UNSTATED));
      }
    }
    return passages;
  }

  /// A step that is told as a heading: "### Step 1: Download the Harbour data from [a store](...)".
  private static final Pattern STEP =
      Pattern.compile(
          "(?iU)^[^\\p{L}\\d]{0,4}(?:(?:step|schritt|étape|paso|passo|шаг|第)? ?[\\d一二三四五]{1,2}步?[.:：)、 -]{0,3})?"
              + "(?:download|get|obtain|fetch|下载|下載|获取)\\b");

  /// Whether a heading below another bids to fetch data by a link in it, as a sentence does.
  static boolean bidsInHeading(Block block) {
    return block.headings().size() > 1
        && AnyOf.is(block.links(), l -> !l.image())
        && STEP.matcher(block.text()).find()
        && FetchedData.names(block.text(), Signals.of(block.text()));
  }

  /// What a heading for data calls data by the link's own words and keeps in a store: "please use
  /// the [preprocessed data](...)".
  ///
  /// @param setting what the headings say
  static List<Passage> kept(DocumentTraits document, Setting setting, Block block) {
    boolean placed =
        !block.links().isEmpty()
            && setting.data()
            && !setting.evaluation()
            && !setting.citation()
            && !setting.calibration()
            && !setting.weights()
            && FetchedData.names(block.heading(), Signals.of(block.heading()))
            && !Signals.of(block.text()).hasAny(Topic.EVALUATION, Topic.SAMPLES, Topic.WEIGHTS);
    List<Passage> passages = new ArrayList<>();
    for (Link link : placed ? block.links() : List.<Link>of()) {
      boolean data =
          !link.image()
              && Address.kind(link.target()) == Address.Kind.STORAGE
              && FetchedData.names(link.text(), Signals.of(link.text()));
      if (data) {
        passages.add(own(document, block, link, DataSet.Stage.UNSTATED));
      }
    }
    return passages;
  }

  /// Badges and buttons that lead to data, in the README of the whole release.
  static List<Passage> badges(DocumentTraits document, Block block) {
    List<Passage> passages = new ArrayList<>();
    for (Link link : block.links()) {
      if ((isBadge(block, link) || isButton(link))
          && !isForEvaluation(block, link)
          && !OwnData.isCalledATest(link)) {
        passages.add(own(document, block, link, DataSet.Stage.UNSTATED));
      }
    }
    return passages;
  }

  private static boolean isBadge(Block block, Link link) {
    return !link.image()
        && link.text().isEmpty()
        && AnyOf.is(block.links(), l -> l.image() && l.at() == link.at())
        && Address.kind(link.target()) == Address.Kind.DATA_SET
        && !LinkWords.isArchived(block, link);
  }

  private static boolean isButton(Link link) {
    return !link.image()
        && DataLinks.isButton(link.text())
        && switch (Address.kind(link.target())) {
          case DATA_SET, STORAGE, OTHER -> true;
          default -> false;
        };
  }

  private static boolean isForEvaluation(Block block, Link link) {
    return AnyOf.is(
        block.links(),
        l -> l.at() == link.at() && Signals.of(Badges.words(l)).has(Topic.EVALUATION));
  }

  /// Links that are to the release's own data by whose it is or by their words.
  static List<Passage> toOwnData(DocumentTraits document, Setting setting, Block block) {
    if (block.links().isEmpty()) {
      return List.of();
    }
    Signals said = Signals.of(block.text());
    boolean tests = said.has(Topic.EVALUATION) && !said.has(Topic.TRAINING);
    List<Passage> passages = new ArrayList<>();
    for (Link link : block.links()) {
      if (!link.image()
          && !setting.calibration()
          && (!tests && OwnData.isTheirs(link, document.publishers())
              || OwnData.saysTraining(link))) {
        DataSet.Stage stage =
            DataStage.of(document, setting, Signals.of(link.text()), Signals.NONE);
        passages.add(own(document, block, link, stage));
      }
    }
    return passages;
  }

  /// How a sentence comes to a list of what models were measured on.
  private static final Pattern MEASURED_ON =
      Pattern.compile(
          "(?i)\\bevaluat(?:ed?|ing|ions?) [^.]{0,80}\\b(?:data ?sets?|corpora|benchmarks)\\b[^.]{0,60}:\\s*$");

  /// How far into an item the link may stand that it begins with.
  private static final int FIRST = 12;

  /// An item of the list of what the release was evaluated on, by the link that it begins with.
  static List<Passage> evaluatedOn(DocumentTraits document, Block block, Signals lead) {
    if (block.kind() != Block.Kind.ITEM
        || block.links().isEmpty()
        || lead.hasAny(Topic.READER, Topic.TRAINED, Topic.TRAINING_DATA)
        || !MEASURED_ON.matcher(block.lead()).find()) {
      return List.of();
    }
    Link link = block.links().getFirst();
    Address.Kind kind = Address.kind(link.target());
    boolean leads =
        !link.image()
            && link.at() <= FIRST
            && DataLinks.isProper(link.text())
            && (DataLinks.isData(kind) || DataLinks.mayHoldData(kind))
            && !DataLinks.isSource(link.target());
    return leads ? List.of(own(document, block, link, DataSet.Stage.EVALUATION)) : List.of();
  }

  /// The address that stands alone behind a passage that offers data.
  static List<Passage> whereOffered(DocumentTraits document, Passage offer, Block block) {
    Link link = block.links().getFirst();
    Address.Kind kind = Address.kind(link.target());
    boolean may =
        (DataLinks.isData(kind) || DataLinks.mayHoldData(kind))
            && !DataLinks.isSource(link.target());
    return may ? List.of(own(document, block, link, offer.stage())) : List.of();
  }

  private static Passage own(DocumentTraits document, Block block, Link link, DataSet.Stage stage) {
    return Passage.ofLinks(
        stage,
        Passage.OWN,
        List.of(new Passage.Source(DataLinks.name(link), link.target())),
        document.evidence(block));
  }
}
