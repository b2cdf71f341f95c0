package dev.assay.text;

import dev.assay.model.DataSet;
import dev.assay.model.Evidence;
import dev.assay.model.Qualifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Links to data in the README of a release that trains, and what its programs fetch, where nothing
/// says what it was trained on or where that is: no sentence says of them that they were trained
/// on, and who reads the page to train takes them for that. Such a thing counts only where nothing
/// better does (`docs/decisions/0825` has the count), and is told apart: nothing was said of it.
final class LastResort {
  /// The weight of such a link: less than anything that is looked at otherwise.
  static final int WEIGHT = -40;

  private static final int DEEPEST = 3;

  /// How far before a link the words stand that call it something.
  private static final int NEAR = 40;

  /// Words around a link that make it something else than data to train on.
  private static final Pattern OTHER =
      Pattern.compile(
          "(?i)\\b(?:licen[cs]e|licensed|benchmarks?|leaderboards?|demos?|examples?|samples?|outputs?|results?|predictions?"
              + "|videos? of|annotat(?:or|ion) tool|viewer|contact|citation|cite|e-?mail|api|documentation|tutorial|loader|format"
              + "|issues?|discord|slack|website of|blog|visuali[sz]\\p{L}{1,6}|slides?|poster|talk)\\b"
              + "|评测|测试|评估|基准|評価|평가|тестов");

  /// What the words of a link, or those right before it, call data.
  private static final Pattern CALLED =
      Pattern.compile(
          "(?i)\\b(?:data ?-?sets?|data|corpus|corpora|datensatz|datens\u00e4tze|jeux? de donn\u00e9es|datos|dados)\\b"
              + "|\u6570\u636e|\u8cc7\u6599\u96c6|\u8bed\u6599|\u30c7\u30fc\u30bf|\u30b3\u30fc\u30d1\u30b9|\ub370\uc774\ud130|\ub9d0\ubb49\uce58|\u0434\u0430\u043d\u043d\u044b|\u0434\u0430\u0442\u0430\u0441\u0435\u0442|\u043a\u043e\u0440\u043f\u0443\u0441");

  private LastResort() {}

  /// The links of a sentence that may be to what was trained on, at {@link #WEIGHT}.
  static Optional<Passage> of(Saying saying) {
    Setting setting = saying.setting();
    Signals s = saying.signals();
    if (saying.links().isEmpty()
        || !speaksForAll(saying.document())
        || saying.block().kind() == Block.Kind.CODE
        || setting.evaluation()
        || setting.aside()
        || setting.citation()
        || setting.calibration()
        || setting.weights()
        || setting.news()
        || OTHER.matcher(saying.block().heading()).find()) {
      return Optional.empty();
    }
    boolean other = isOfSomethingElse(s);
    List<Passage.Source> sources = new ArrayList<>();
    for (Link link : saying.links()) {
      boolean data = isNamedData(link) && isOneOfARow(saying) || !other && isToData(saying, link);
      if (!link.image() && !isBadge(saying.block(), link) && data) {
        sources.add(new Passage.Source(DataLinks.name(link), link.target()));
      }
    }
    return sources.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Passage.ofLinks(
                DataSet.Stage.UNSTATED,
                WEIGHT,
                sources,
                saying.document().evidence(saying.block())));
  }

  /// The whole text of a link to data in a row of links, but for signs.
  private static final Pattern NAMED_DATA =
      Pattern.compile(
          "(?i)[^\\p{L}]{0,8}(?:(?:training )?(?:data ?sets?|data|corpus|corpora)|\u6570\u636e\u96c6?|\u8cc7\u6599\u96c6|\u8bad\u7ec3\u6570\u636e"
              + "|\u30c7\u30fc\u30bf(?:\u30bb\u30c3\u30c8)?|\ub370\uc774\ud130\uc14b?)[^\\p{L}]{0,8}");

  private static boolean isNamedData(Link link) {
    return NAMED_DATA.matcher(link.text()).matches()
        && !DataLinks.isSource(link.target())
        && !ScriptReader.isPlaceholder(link.target())
        && !HubCommands.isTest(link.target());
  }

  /// How many letters a row of links may have beside them.
  private static final int BESIDE = 12;

  /// Whether a sentence is nothing but links, each called after what it leads to: paper, data,
  /// model.
  private static boolean isOneOfARow(Saying saying) {
    int linked = 0;
    int links = 0;
    for (Link link : saying.links()) {
      linked += (int) link.text().codePoints().filter(Character::isLetter).count();
      links += link.image() || link.text().isEmpty() ? 0 : 1;
    }
    int letters = (int) saying.text().codePoints().filter(Character::isLetter).count();
    return links > 1 && letters - linked <= BESIDE;
  }

  /// Whether a document is the README of the whole release or of one of its folders, but for those
  /// of tests and examples.
  private static boolean speaksForAll(DocumentTraits document) {
    Place place = Place.of(document.file().path());
    return document.root()
        || !place.any(Place.EVALUATION)
            && !place.any(Place.EXAMPLE)
            && place.depth() <= DEEPEST
            && place.name().toLowerCase(Locale.ROOT).startsWith("readme");
  }

  private static boolean isOfSomethingElse(Signals s) {
    boolean evaluates = s.has(Topic.EVALUATION) && !s.hasAny(Topic.TRAINING, Topic.TRAINING_DATA);
    return evaluates
        || s.hasAny(
            Topic.WEIGHTS,
            Topic.TRAINED_MODEL,
            Topic.CHECKPOINTS,
            Topic.BASE,
            Topic.OTHER_MODEL,
            Topic.COMPARED,
            Topic.READER,
            Topic.RUN_INPUT,
            Topic.CALIBRATION,
            Topic.REFUSED,
            Topic.PROMISED);
  }

  /// Whether a link is a picture that leads somewhere.
  private static boolean isBadge(Block block, Link link) {
    return link.text().isEmpty() && AnyOf.is(block.links(), l -> l.image() && l.at() == link.at());
  }

  private static boolean isToData(Saying saying, Link link) {
    if (FETCHES_DATA.matcher(link.target()).find()) {
      return !Place.of(link.target()).any(Place.EVALUATION);
    }
    String text = saying.block().text();
    int at = Math.clamp(link.at(), 0, text.length());
    int end = Math.min(text.length(), at + link.text().length());
    String before = text.substring(Math.max(0, at - NEAR), at);
    String behind = text.substring(end, Math.min(text.length(), end + NEAR));
    String around = before + link.text() + behind;
    if (OTHER.matcher(around).find()
        || DataLinks.isSource(link.target())
        || link.target().endsWith("://")
        || ScriptReader.isPlaceholder(link.target())
        || HubCommands.isTest(link.target())
        || Place.of(link.target()).any(Place.EVALUATION)
        || SentenceSources.isSomethingElse(saying, link)) {
      return false;
    }
    boolean points = DataLinks.isBare(link) || DataLinks.isHere(link.text());
    boolean called = CALLED.matcher(link.text()).find() || points && CALLED.matcher(before).find();
    return switch (Address.kind(link.target())) {
      case DATA_SET, DATA_FILE -> true;
      case STORAGE -> called || saying.setting().data() || saying.signals().has(Topic.DATA);
      case OTHER -> called;
      case CODE -> DataLinks.isRepositoryOfData(link.target()) || called && isSectionOnData(link);
      default -> false;
    };
  }

  /// Whether words call something data and nothing beside.
  static boolean isCalledData(String words) {
    return CALLED.matcher(words).find() && !OTHER.matcher(words).find();
  }

  /// A script of another project, in its folder for data, that fetches them.
  private static final Pattern FETCHES_DATA =
      Pattern.compile(
          "(?i)/(?:data|datasets?|corpus|corpora)/(?:[\\w.-]{1,40}/){0,3}(?:[\\w.-]{0,40}[_.-])?(?:download|fetch|get)[\\w.-]{0,40}\\.(?:sh|py)$");

  private static final Pattern SECTION_ON_DATA =
      Pattern.compile("(?i)#(?:[\\w-]{0,20}-)?(?:data|data-?sets?)(?:-(?:preparation|download))?$");

  /// Whether a link leads to the section on data of another project's README.
  private static boolean isSectionOnData(Link link) {
    return SECTION_ON_DATA.matcher(link.target()).find();
  }

  /// What such links lead to and what such programs fetch, given as what was trained on.
  static List<Given> of(List<Document> documents, Listing listing) {
    List<Given> given = new ArrayList<>();
    Set<String> trainers = trainers(listing);
    for (Document document : documents) {
      Place place = Place.of(document.file().path());
      if (listing.embedded(place.path())) {
        continue;
      }
      int slash = place.path().lastIndexOf('/');
      String folder = place.path().substring(0, Math.max(0, slash));
      boolean speaks =
          place.depth() == 0
              || place.inFolder(Place.DATA)
              || trainers.contains(folder) && !place.any(ScriptReader.TUNING);
      for (Passage p : document.passages()) {
        if (speaks && p.weight() == WEIGHT) {
          given.add(untold(p.form(), p.sources(), p.evidence()));
        }
      }
      boolean fetches =
          document.kind() == Document.Kind.FETCH_SCRIPT
              && !place.any(Place.EVALUATION)
              && !place.any(Place.EXAMPLE)
              // What readers are shown to tune on need not be what the release was trained on.
              && !place.any(ScriptReader.TUNING)
              && !Benchmarks.inPath(place.path());
      List<Passage.Source> fetched =
          fetches ? document.sources().stream().filter(s -> !isOfCode(s)).toList() : List.of();
      if (!fetched.isEmpty()) {
        Passage.Source first = fetched.getFirst();
        String quote = first.link().isEmpty() ? first.name() : first.link();
        given.add(untold(DataSet.Form.SCRIPT, fetched, document.file().evidenceWhole(quote)));
      }
    }
    return given;
  }

  /// The folders that hold a program which is named for training.
  private static Set<String> trainers(Listing listing) {
    Set<String> folders = new HashSet<>();
    for (Listing.Named file : listing.files()) {
      boolean program =
          switch (file.place().extension()) {
            case "py", "ipynb", "lua", "jl", "m", "sh" -> true;
            default -> false;
          };
      if (program && file.place().nameHas(Place.TRAIN)) {
        folders.add(file.entry().folder());
      }
    }
    return folders;
  }

  /// Whether what is fetched is the source of a program.
  private static boolean isOfCode(Passage.Source source) {
    return Address.kind(source.link()) == Address.Kind.CODE
        && (source.link().contains("/archive/") || !Address.isPacked(source.link()));
  }

  private static Given untold(DataSet.Form form, List<Passage.Source> sources, Evidence evidence) {
    return new Given(
        DataSet.Stage.TRAINING,
        form,
        form == DataSet.Form.SCRIPT
            ? Set.of(Qualifier.UNTOLD, Qualifier.SCRIPT)
            : Set.of(Qualifier.UNTOLD),
        Passage.OWN,
        sources,
        List.of(),
        "",
        "",
        evidence,
        evidence.quote(),
        false,
        false);
  }
}
