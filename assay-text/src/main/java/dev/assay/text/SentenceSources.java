package dev.assay.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

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
        String name = name(saying, link);
        // A second place of what is linked already: its captions, a mirror, whoever gives it.
        boolean again =
            !name.equals(DataLinks.name(link))
                && AnyOf.is(sources, s -> s.name().equals(name) && !s.link().isEmpty());
        if (!again) {
          sources.add(new Passage.Source(name, link.target()));
        }
      }
    }
    if (!aboutData || AnyOf.is(saying.links(), FetchedData::isAboutData)) {
      return sources;
    }
    if (sources.isEmpty()) {
      for (String name : DataNames.in(saying.text(), saying.signals())) {
        if (!isOwnModel(saying, name) && !isPath(name) && !isOfTheRow(saying.block(), name)) {
          sources.add(new Passage.Source(name, ""));
        }
      }
    }
    if (sources.isEmpty()) {
      ListedNames.in(saying).stream()
          .filter(name -> !isOwnModel(saying, name))
          .forEach(name -> sources.add(new Passage.Source(name, "")));
    }
    if (sources.isEmpty() && saying.block().kind() != Block.Kind.ROW) {
      SetNamesBeside.behindLabel(saying.text())
          .forEach(name -> sources.add(new Passage.Source(name, "")));
    }
    if (sources.isEmpty()) {
      labelled(saying).ifPresent(name -> sources.add(new Passage.Source(name, "")));
    }
    for (String name : unlinked(saying, sources)) {
      if (sources.stream().noneMatch(s -> s.name().startsWith(name) || name.startsWith(s.name()))) {
        sources.add(new Passage.Source(name, ""));
      }
    }
    return sources;
  }

  /// A data set that an item begins with and then calls training data: "harbour-15k: The training
  /// data on which ...".
  private static final Pattern LABELLED =
      Pattern.compile(
          "^\\W{0,3}(\\p{L}[\\w./-]{1,58}[\\w])\\W{0,3}: (?:[Tt]he|[Oo]ur|[Tt]his|[Aa]n?)?\\s?(?:[\\w-]{2,20} ){0,2}"
              + "(?:training|pre-?training|fine-?tuning|instruction)[ -](?:tuning )?(?:data|data ?set|corpus)\\b");

  private static Optional<String> labelled(Saying saying) {
    var label = LABELLED.matcher(saying.text());
    boolean item = saying.block().kind() == Block.Kind.ITEM && saying.sentence().at() == 0;
    if (!item || !label.find()) {
      return Optional.empty();
    }
    String name = String.valueOf(label.group(1));
    return name.indexOf('-') > 0 || SetNamesBeside.isCoined(name)
        ? Optional.of(name)
        : Optional.empty();
  }

  /// What the sentence enumerates beside what it links.
  private static List<String> unlinked(Saying saying, List<Passage.Source> sources) {
    if (saying.block().kind() == Block.Kind.ROW) {
      return List.of();
    }
    List<String> names = new ArrayList<>(Enumerated.sources(saying.text()));
    List<Link> links =
        saying.links().stream()
            .filter(l -> sources.stream().anyMatch(s -> s.link().equals(l.target())))
            .toList();
    names.addAll(Enumerated.extra(saying.text()));
    if (!saying.signals().has(Topic.EVALUATION)) {
      names.addAll(Enumerated.some(saying.text(), saying.signals().has(Topic.OFFERED)));
      if (saying.setting().dataSection() || saying.setting().data()) {
        names.addAll(Enumerated.shares(saying.text()));
      }
    }
    names.addAll(Enumerated.between(saying.text(), links, saying.sentence().at()));
    return names;
  }

  /// Whether a name is part of what a row is about: the model that it tells of.
  private static boolean isOfTheRow(Block row, String name) {
    return row.kind() == Block.Kind.ROW
        && !row.cells().isEmpty()
        && !row.header().isEmpty()
        && !Signals.of(row.header().getFirst()).hasAny(Topic.DATA, Topic.TRAINING_DATA)
        && row.cells().getFirst().length() > name.length()
        && row.cells().getFirst().contains(name);
  }

  /// Whether a name is a path: the name of a set at a hub has one stroke.
  private static boolean isPath(String name) {
    return name.indexOf('/') != name.lastIndexOf('/');
  }

  /// What stands behind the name of a release in the name of one of its models.
  private static final Pattern SIZED =
      Pattern.compile(
          "(?i)[-_ ](?:tiny|mini|small|medium|base|large|xl|xxl|\\d{1,4}(?:\\.\\d)?[BM])(?:[-_ (].*)?$");

  /// Whether a name is that of a model of this release: its title's, with a size behind it.
  private static boolean isOwnModel(Saying saying, String name) {
    String title = saying.document().title();
    int end = 0;
    while (end < title.length() && Character.isLetterOrDigit(title.charAt(end))) {
      end++;
    }
    return end >= 3
        && name.toLowerCase(Locale.ROOT).startsWith(title.substring(0, end))
        && SIZED.matcher(name).find();
  }

  /// What a link's data set is called: where its words only point, what they point away from is.
  private static String name(Saying saying, Link link) {
    String said = DataLinks.name(link);
    String page = PAGE.matcher(link.text()).replaceFirst("").strip();
    if (page.length() < link.text().length() && isName(page)) {
      return page;
    }
    boolean points =
        DataLinks.isHere(link.text())
            || DataLinks.isBare(link)
            || SetNames.isLabel(link.text())
            || PAGE.matcher(link.text()).find();
    int at = Math.clamp(saying.at(link), 0, saying.text().length());
    String before = saying.text().substring(0, at).strip();
    boolean place = AnyOf.is(PLACE, before::endsWith) || isToDownload(saying.block(), link);
    if (!points && !place) {
      return said;
    }
    String label = saying.block().kind() == Block.Kind.ROW ? row(saying.block()) : label(before);
    if (label.isEmpty()) {
      label = leadIn(saying.block());
    }
    return label.isEmpty() ? said : label;
  }

  private static final Pattern DOWNLOAD =
      Pattern.compile("(?i)\\b(?:downloads?|paths?|links?|urls?|address)\\b|下载|链接");

  /// Whether a link stands in a column of where things are to be had, whose row tells what.
  private static boolean isToDownload(Block row, Link link) {
    if (row.kind() != Block.Kind.ROW
        || row.header().size() != row.cells().size()
        || link.text().isEmpty()) {
      return false;
    }
    for (int i = 1; i < row.cells().size(); i++) {
      if (row.cells().get(i).contains(link.text())) {
        return DOWNLOAD.matcher(row.header().get(i)).find();
      }
    }
    return false;
  }

  /// The words of a link that only say what kind of page it leads to.
  private static final Pattern PAGE =
      Pattern.compile("(?i)\\b(?:website|web ?site|home ?page|page|repo|repository)$");

  /// The name that an item begins with, before a colon: "**Harbour:** download it from ...".
  private static String leadIn(Block block) {
    int colon = block.kind() == Block.Kind.ITEM ? block.text().indexOf(": ") : -1;
    String label = colon <= 0 || colon > NAME ? "" : block.text().substring(0, colon).strip();
    boolean word = WORDS.contains(label.toLowerCase(Locale.ROOT).split(" ", 2)[0]);
    return isName(label) && DataNames.begins(label + " ") && !word && label.split(" ").length <= 4
        ? label
        : "";
  }

  /// Words that an item begins with before a colon, and that name nothing.
  private static final Set<String> WORDS =
      Set.of(
          "important",
          "note",
          "notes",
          "warning",
          "caution",
          "attention",
          "tip",
          "tips",
          "hint",
          "remark",
          "example",
          "examples",
          "update",
          "updates",
          "optional",
          "option",
          "step",
          "stage",
          "phase",
          "news",
          "new",
          "todo",
          "download",
          "downloads",
          "preparation",
          "prepare",
          "source",
          "sources",
          "link",
          "links",
          "paper",
          "code",
          "model",
          "models",
          "weights",
          "training",
          "train",
          "pretraining",
          "pre-training",
          "fine-tuning",
          "finetuning",
          "evaluation",
          "test",
          "testing",
          "validation",
          "license",
          "licence",
          "usage",
          "input",
          "output",
          "format",
          "size",
          "language",
          "languages",
          "task",
          "tasks",
          "version",
          "website",
          "page",
          "homepage",
          "description",
          "details",
          "summary",
          "first",
          "second",
          "then",
          "alternatively",
          "linux",
          "windows",
          "macos");

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

  private static final Pattern CLAUSE =
      Pattern.compile("(?i) (?:is|are|was|were|can|be|has|have|obtained|from) ");

  private static boolean isName(String label) {
    return !CLAUSE.matcher(label + " ").find()
        && DataLinks.isProper(label)
        && label.length() <= NAME
        && !SetNames.isLabel(label)
        && !Signals.of(label).hasAny(Topic.OFFERED, Topic.READER, Topic.WEIGHTS, Topic.CODE);
  }

  /// How a manual says how a reader's data are to be written: "in the data format of the [X](...)".
  private static final Pattern FORMAT_OF =
      Pattern.compile(
          "(?i)\\b(?:format|layout|structure|schema|style) (?:of|as in|used by) (?:the )?$");

  /// Whether the words before a place speak of the form of what is linked there.
  static boolean isFormat(String text, int at) {
    int end = Math.clamp(at, 0, text.length());
    return FORMAT_OF.matcher(text.substring(Math.max(0, end - 40), end)).find();
  }

  /// Whether the words around a link, or its own, call what it leads to something else than data.
  static boolean isSomethingElse(Saying saying, Link link) {
    return saying.isForEvaluation(link)
            && !TrainedOn.cameOf(
                saying.text(), saying.signals(), List.of(link), saying.sentence().at())
        || LinkWords.isPerson(saying.sentence(), link)
        || LinkWords.isTraining(saying.text(), link, saying.at(link))
        || LinkWords.isTool(saying.text(), link, saying.at(link))
        || LinkWords.isModel(saying.text(), link, saying.at(link), saying.signals())
        || !DataLinks.isData(link.target()) && FetchedData.isAboutData(link)
        || SETTINGS.matcher(link.text()).matches()
        || isFormat(saying.text(), saying.at(link))
        || isLikened(saying.text(), saying.at(link))
        || isOfWeights(saying, link)
        || WeightOffer.is(saying.block(), link)
        || isOfAModel(saying.block(), link)
        || isSample(link)
        || FetchedData.isIntoTests(saying.text(), saying.at(link) + link.text().length())
        || MODELS_PAGE.matcher(link.target()).find()
        || !DataLinks.isData(link.target()) && LinkWords.saysSame(saying.text());
  }

  private static final Pattern LIKENED =
      Pattern.compile(
          "(?i)\\b(?:similar to|inspired by|akin to|reminiscent of|in the style of)(?: the| that of)? $");

  /// Whether the words before a link only liken the data to what is there.
  private static boolean isLikened(String text, int at) {
    int end = Math.clamp(at, 0, text.length());
    return LIKENED.matcher(text.substring(Math.max(0, end - 40), end)).find();
  }

  /// What a link to the settings of a run is called.
  private static final Pattern SETTINGS =
      Pattern.compile(
          "(?i)(?:the |our |training )?(?:hyper[- ]?param(?:eter)?s?|params|config(?:uration)?s?|settings|logs?)(?: files?)?");

  /// The page of a hub that lists models.
  private static final Pattern MODELS_PAGE = Pattern.compile("://[^/]{4,60}/models/?(?:[?#].*)?$");

  private static final Pattern SAMPLE =
      Pattern.compile(
          "(?i)(?:^|[^a-z])(?:demo|sample|toy|dummy)(?:[^a-z]|$)|样例|示例|サンプル|예시|예제|пример");

  /// Whether a link inside the release leads to a sample by its words or its file's name.
  private static boolean isSample(Link link) {
    String target = link.target();
    return Address.kind(target) == Address.Kind.RELATIVE
        && (SAMPLE.matcher(link.text()).find()
            || SAMPLE.matcher(target.substring(target.lastIndexOf('/') + 1)).find());
  }

  private static final Pattern MODEL_HEAD =
      Pattern.compile(
          "(?i)\\W{0,4}(?:pre-?trained |trained |our )?(?:models?|checkpoints?|weights|backbones?|architectures?|模型|预训练模型|モデル|모델|модел\\p{L}{1,3}|modell|modèle|modelo)"
              + "(?: ?(?:names?|id|zoo|简称|名称|名字|名|이름))?\\W{0,4}");

  /// Whether a link stands in a row about a model, in a column that is none of data: it leads to
  /// that model.
  private static boolean isOfAModel(Block row, Link link) {
    if (row.kind() != Block.Kind.ROW
        || Address.kind(link.target()) == Address.Kind.DATA_SET
        || row.header().size() != row.cells().size()
        || row.header().isEmpty()
        || !MODEL_HEAD.matcher(row.header().getFirst()).matches()) {
      return false;
    }
    for (int i = 0; i < row.cells().size(); i++) {
      if (!link.text().isEmpty() && row.cells().get(i).contains(link.text())) {
        return !Signals.of(row.header().get(i)).hasAny(Topic.DATA, Topic.TRAINING_DATA);
      }
    }
    return false;
  }

  /// Whether a paragraph has its reader download weights, and no word in the sentence is for data.
  private static boolean isOfWeights(Saying saying, Link link) {
    return !DataLinks.isData(link.target())
        && !saying.signals().hasAny(Topic.DATA, Topic.TRAINING_DATA)
        && WEIGHTS.matcher(saying.block().text()).find();
  }

  private static final Pattern WEIGHTS = Pattern.compile("(?i)ckpt|checkpoint|\\bweights\\b");

  private static boolean isData(Saying saying, Link link, boolean aboutData) {
    return DataLinks.isData(link.target())
        || saying.bidsToFetch(link)
        || saying.isAnAddressOfData()
        || DataLinks.mayHoldData(Address.kind(link.target()))
            && !DataLinks.isSource(link.target())
            && (standsForTrainingData(saying) || aboutData && isCalledData(saying, link))
        || aboutData && isPackedNumbers(saying, link)
        || aboutData
            && DataLinks.mayBePageOfData(link.target())
            && (!saying.signals().has(Topic.PAPER) || DATA_ARE.matcher(saying.text()).find())
            && isWhereDataIsOffered(saying, link);
  }

  /// A sentence that is about where data are, whatever it calls the place: "Data sets are available
  /// via the publisher's archive of publications".
  private static final Pattern DATA_ARE =
      Pattern.compile(
          "(?i)^\\W{0,3}(?:the |all |our |these )?(?:[\\w-]{2,20} ){0,3}?(?:data ?sets?|data|corpus|corpora)"
              + " (?:is|are|can be|was|were|has been|have been) (?:[a-z]{2,12} ){0,2}?(?:available|found|downloaded|accessed|obtained|published|deposited|archived)\\b");

  /// What weights and data are both written in: a file of that ending is data where the words
  /// before it call it so.
  private static final Pattern NUMBERS =
      Pattern.compile("(?i)\\.(?:h5|hdf5|npz|pkl|bin|npy|mat)(?:\\?.*)?$");

  private static boolean isPackedNumbers(Saying saying, Link link) {
    Signals s = saying.signals();
    return NUMBERS.matcher(link.target()).find()
        && s.has(Topic.TRAINING_DATA)
        && s.endsBefore(Topic.TRAINING_DATA, Math.max(0, saying.at(link)), 12)
        && !s.has(Topic.WEIGHTS);
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
    return (DataLinks.isHere(link.text())
            || DataLinks.isBare(link)
            || DataLinks.isStore(link.text()))
        && s.hasAny(Topic.DATA, Topic.TRAINING_DATA)
        && s.has(Topic.OFFERED);
  }
}
