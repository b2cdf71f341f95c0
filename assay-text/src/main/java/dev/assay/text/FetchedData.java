package dev.assay.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether a sentence bids its reader to fetch what a link leads to, and calls that data: "download
/// the [X](...) dataset", "the corpus can be obtained from [here](...)". Told by the order of three
/// things, a verb of fetching, a noun for data and the link, in whatever section they stand.
final class FetchedData {
  /// Verbs by which a reader is sent for something.
  private static final List<String> VERBS =
      List.of(
          "download",
          "obtain",
          "fetch",
          "found ",
          "find ",
          "accessed ",
          "get the ",
          "grab the ",
          "available at ",
          "available from ",
          "available on ",
          "available via ",
          "available here",
          "available in the ",
          // German, French, Spanish, Italian, Portuguese, Russian.
          "herunter",
          "télécharg",
          "récupér",
          "descarg",
          "scaric",
          "baixa",
          "disponible",
          "disponível",
          "disponíveis",
          "verfügbar",
          "доступ",
          "скача",
          "загруз",
          // Chinese, Japanese, Korean.
          "下载",
          "下載",
          "获取",
          "ダウンロード",
          "取得",
          "다운로드",
          "다운 받",
          "다운받",
          "받을 수");

  /// From here on scripts stand that may have no space before a verb.
  private static final char FIRST_OF_ASIA = '\u3040';

  /// Parts of nouns that mean data and nothing else, in the languages of the word lists.
  private static final List<String> NOUNS =
      List.of(
          "data", "corp", "dato", "dado", "daten", "donn", "данн", "датасет", "выборк", "корп",
          "数据", "訓練集", "训练集", "語料", "语料", "データ", "コーパス", "데이터", "말뭉치", "코퍼스");

  /// Words right before such a noun that make it something else than what the release is trained
  /// on.
  private static final Set<String> OTHERS =
      Set.of(
          "your",
          "own",
          "custom",
          "toy",
          "dummy",
          "sample",
          "example",
          "demo",
          "test",
          "testing",
          "evaluation",
          "eval",
          "validation",
          "val",
          "dev",
          "benchmark",
          "meta",
          "raw");

  /// How far behind a link the noun may stand that its words lack: "[X](...) data set".
  private static final int BEHIND = 40;

  /// How far before the verb the noun may stand: "the data that we trained on can be downloaded".
  private static final int BEFORE = 80;

  private FetchedData() {}

  /// @param start where the link begins in the sentence
  /// @param section whether a heading above says that all this is about data
  static boolean is(String text, int start, Link link, Signals s, boolean section) {
    // An address at the end of its paragraph lies behind the words, which end without a space.
    if (start < 0 || start > text.length() + 1) {
      return false;
    }
    int at = Math.min(start, text.length());
    boolean guide = DataGuides.is(text, at, link) && !ofOthers(text, s);
    if (!guide && !leads(link) && !isDataAtAModel(text, at, link)) {
      return false;
    }
    boolean evaluates =
        s.has(Topic.EVALUATION)
            && !s.hasAny(Topic.TRAINING, Topic.TRAINING_DATA)
            && !FetchedLinks.isOnlyInPlace(text, at, link, s);
    if (evaluates
        || isBenchmark(link)
        || text.contains(" own ")
        || isIntoTests(text, at + link.text().length())
        || isTests(link)) {
      return false;
    }
    if (section && isPointedAt(text, link, s)) {
      return true;
    }
    if (guide
        || isPrepared(text, at, link, s)
        || isShownOn(text, at, link, s)
        || isMadeInto(text, at, link)) {
      return true;
    }
    // The verb may be a word of the link: "[downloaded here](...)".
    int shown = Math.min(text.length(), at + link.text().length());
    int verb = verb(text, DataLinks.isHere(link.text()) ? shown : at);
    if (verb < 0 && TrainedOn.isSpaceless(text)) {
      // The verb comes last.
      return verb(text, text.length()) >= 0
          && noun(text, s, 0, text.length())
          && !s.has(Topic.WEIGHTS);
    }
    if (verb < 0 || s.between(Topic.WEIGHTS, verb, at) || ofModel(s, verb)) {
      return false;
    }
    int end = at + link.text().length();
    return noun(text, s, at, clause(text, end))
        || noun(text, s, verb - BEFORE, at)
        || s.has(Topic.TRAINING) && s.between(Topic.DATA, verb, end)
        || section && isPackage(link.text())
        || section && isPackage(file(link.target()))
        || section && isSubject(text.substring(0, verb).strip())
        || section && FetchedLinks.areBid(text, verb, at)
        || section && FetchedLinks.arePieces(text, verb, at);
  }

  private static final Pattern DATA_FROM =
      Pattern.compile("(?i)\\b(?:data|data ?set|corpus) (?:from|at|via) (?:our |the )?$");

  /// Whether data lie beside a model at a hub: "download the Harbour data from [here](...)".
  private static boolean isDataAtAModel(String text, int at, Link link) {
    return Address.kind(link.target()) == Address.Kind.MODEL
        && DataLinks.isHere(link.text())
        && DATA_FROM.matcher(text.substring(Math.max(0, at - 40), at)).find();
  }

  private static final Pattern PACKAGE_FROM =
      Pattern.compile(
          "(?i)\\bdownload (?:the |and (?:unzip|extract|unpack) (?:the )?)?[`'\"]?([\\w.-]{2,60})[`'\"]?(?: file)? (?:from|at|via) (?:the )?[\\[(<]?$");

  /// Whether a packed file is bid to be fetched by its name from where a link leads, where a
  /// heading speaks of training: "Download harbour_photos.zip from [X](...)".
  ///
  /// @param data whether the heading speaks of data too; where it does not, a file that is named
  ///   for a network, for words' vectors or for code is none
  static boolean isPackageFrom(String text, int start, Link link, Signals s, boolean data) {
    int at = Math.clamp(start, 0, text.length());
    String before = text.substring(Math.max(0, at - BEFORE), at) + (at == text.length() ? " " : "");
    var file = PACKAGE_FROM.matcher(before);
    if (!file.find()
        || s.hasAny(
            Topic.WEIGHTS, Topic.CHECKPOINTS, Topic.EVALUATION, Topic.CODE, Topic.SAMPLES)) {
      return false;
    }
    String name = String.valueOf(file.group(1));
    Address.Kind kind = Address.kind(link.target());
    return isPackage(name)
        && (data || !NO_DATA.matcher(name).find())
        && !Place.of(name).any(Place.EVALUATION)
        && !Place.of(name).any(Place.EXAMPLE)
        && (DataLinks.isData(kind) || kind == Address.Kind.OTHER || kind == Address.Kind.STORAGE);
  }

  private static final Pattern NO_DATA =
      Pattern.compile(
          "(?i)model|weight|ckpt|checkpoint|pretrain|trained|save|result|output|log[-_.s]|resnet|vgg|bert|inception|net[-_.\\d]|glove|word2vec|vectors|embed|code|src|source|lib|tool|kit");

  private static final Pattern MAKES_DATA =
      Pattern.compile(
          "(?i)^(?: (?:data ?set|corpus|data))? (?:to|for) (?:create|creating|build|building|make|making|prepare|preparing|generate|generating)"
              + " (?:the |our |a )?(?:train(?:ing)? )?(?:data|data ?sets?|corpus)\\b");

  private static final Pattern USE = Pattern.compile("(?i)\\b(?:use|used|using|take) (?:the )?$");

  /// Whether data are made from what the link leads to: "use [Harbour](...) to create the training
  /// data".
  private static boolean isMadeInto(String text, int at, Link link) {
    Address.Kind kind = Address.kind(link.target());
    int end = Math.min(text.length(), at + link.text().length());
    return DataLinks.isProper(link.text())
        && (DataLinks.isData(kind) || kind == Address.Kind.OTHER || kind == Address.Kind.STORAGE)
        && USE.matcher(text.substring(Math.max(0, at - 20), at)).find()
        && MAKES_DATA.matcher(text.substring(end)).find();
  }

  /// The last part of an address, without a query.
  private static String file(String target) {
    String name = target.substring(target.lastIndexOf('/') + 1);
    int query = name.indexOf('?');
    return query < 0 ? name : name.substring(0, query);
  }

  /// Where a reader is to put what is for tests.
  private static final Pattern INTO_TESTS =
      Pattern.compile(
          "(?i)\\b(?:under|in|into|to|at|as) (?:the )?[`\"']?(?:\\./)?(?:[\\w.-]{1,40}/){0,3}(?:eval|evaluation|evals|test|tests|val|benchmarks?)/");

  /// How far behind a link the place may be told where it is to be put.
  private static final int PUT = 120;

  static boolean isIntoTests(String text, int end) {
    int from = Math.clamp(end, 0, text.length());
    return INTO_TESTS.matcher(text.substring(from, Math.min(text.length(), from + PUT))).find();
  }

  /// Whether the file that a link leads to is called after tests: `eval.zip`.
  private static boolean isTests(Link link) {
    Place file = Place.of(link.text().isEmpty() ? link.target() : link.text());
    return !file.extension().isEmpty()
        && file.nameHas(Place.EVALUATION)
        && !file.nameHas(Place.TRAIN);
  }

  /// Whether a sentence below a heading for data offers what a link to a store only points at: "All
  /// lists for training can be had from [here](https://drive...)".
  private static boolean isPointedAt(String text, Link link, Signals s) {
    return Address.kind(link.target()) == Address.Kind.STORAGE
        && (DataLinks.isHere(link.text())
            || DataLinks.isBare(link)
            || DataLinks.isStore(link.text()))
        && verb(text, text.length()) >= 0
        && !s.hasAny(
            Topic.WEIGHTS,
            Topic.CHECKPOINTS,
            Topic.CODE,
            Topic.PAPER,
            Topic.CALIBRATION,
            Topic.SAMPLES,
            Topic.BASE);
  }

  /// Whether a link leads to a store of files, where a section on data gives a name to what is
  /// there: "20k letters of the [Harbour-20k](https://drive.google.com/...)".
  static boolean isStored(Link link, Signals s) {
    return Address.kind(link.target()) == Address.Kind.STORAGE
        && !link.image()
        && !link.text().isEmpty()
        && !isBenchmark(link)
        && !s.hasAny(
            Topic.WEIGHTS,
            Topic.CHECKPOINTS,
            Topic.CODE,
            Topic.PAPER,
            Topic.EVALUATION,
            Topic.CALIBRATION,
            Topic.READER,
            Topic.SAMPLES);
  }

  /// Whether a reader is shown how to train on what the link leads to and calls data: "the notebook
  /// shows how to train X on the [Harbour dataset](...)".
  private static boolean isShownOn(String text, int at, Link link, Signals s) {
    int end = Math.min(text.length(), at + link.text().length());
    return DataLinks.isData(link.target())
        && HOW_TO_TRAIN.matcher(text.substring(Math.max(0, at - BEFORE), at)).find()
        && noun(text, s, at, Math.min(clause(text, end), end + NEXT));
  }

  private static final Pattern HOW_TO_TRAIN =
      Pattern.compile("(?i)\\bhow to (?:pre-?|fine-?)?(?:train|tune)\\b[^.;:]{0,60} on (?:the )?$");

  /// Whether a reader is bid to prepare what the link calls data: "Prepare the [X](...) dataset".
  private static boolean isPrepared(String text, int at, Link link, Signals s) {
    String before = text.substring(0, at).toLowerCase(Locale.ROOT).strip();
    int end = Math.min(text.length(), at + link.text().length());
    return PREPARING.contains(before) && noun(text, s, at, Math.min(clause(text, end), end + NEXT));
  }

  private static final Set<String> PREPARING =
      Set.of("prepare", "prepare the", "please prepare the");

  /// How far behind a link the noun stands that belongs to it.
  private static final int NEXT = 14;

  /// Whether a reader is bid to fetch the model, and the link only names what that was trained on:
  /// "download our model trained on [X](...)".
  static boolean bidsModel(String text, Signals s, int at) {
    int verb = verb(text, Math.clamp(at, 0, text.length()));
    int model = first(s, Topic.WEIGHTS);
    int trained = first(s, Topic.TRAINED);
    return verb >= 0 && verb < model && model < trained && trained < at && at - trained <= BEHIND;
  }

  /// The name of the data set that a reader is bid to fetch or prepare: "Download and extract the
  /// Harbour dataset"; empty for none.
  static String named(String text, Signals s) {
    boolean tests = s.has(Topic.EVALUATION) && !s.hasAny(Topic.TRAINING, Topic.TRAINING_DATA);
    if (tests || text.contains(" own ")) {
      return "";
    }
    var place = FROM_CATALOGUE.matcher(text);
    if (text.length() <= SENTENCE
        && place.find()
        && !Benchmarks.inPath(String.valueOf(place.group(1)))) {
      return String.valueOf(place.group(1));
    }
    boolean prepares = AnyOf.is(List.copyOf(PREPARING), text.toLowerCase(Locale.ROOT)::startsWith);
    for (Phrases.Hit hit : s.of(Topic.DATA)) {
      int verb = prepares ? 0 : verb(text, hit.from());
      boolean bids = verb >= 0 && hit.from() - verb <= BEFORE;
      if (bids
          && !s.between(Topic.WEIGHTS, verb, hit.from())
          && isData(text, hit)
          && !ofOthers(text, s, hit)) {
        // The verb is no part of the name, though it may begin with a capital.
        int from = Math.min(text.indexOf(' ', verb) + 1, hit.from());
        String name = DataNames.before(text.substring(from), hit.from() - from);
        if (!name.isEmpty() && !Benchmarks.inPath(name)) {
          return name;
        }
      }
    }
    return "";
  }

  /// "Get Harbour-9K from Kaggle": what is had from a catalogue of data is data.
  private static final Pattern FROM_CATALOGUE =
      Pattern.compile(
          "(?:^|[.:] )(?:Visit|Download|Get|Obtain|Find|Go to|Fetch) (?:the )?(\\p{Lu}[\\w+-]{2,40}(?: [\\p{Lu}\\d][\\w+-]{0,30}){0,4})"
              + "(?: (?:dataset|data set|data|corpus))? (?:on|from|at) (?:the )?(?:Kaggle|UCI|OpenML|PhysioNet|Zenodo|Roboflow|OpenSLR|TCIA|figshare|Figshare)\\b");

  private static final Pattern BY_NAME =
      Pattern.compile(
          "^\\W{0,3}(?:[a-z\\d]\\) |\\d\\. |First, )?(?:Download|Get|Fetch|Obtain)(?: and (?:extract|unzip|unpack|decompress))? (?:the )?"
              + "(\\p{Lu}[\\w+-]{2,40}(?: [\\p{Lu}\\d][\\w+-]{0,30}){0,2})(?=,| and (?:extract|unzip|place|put|move|then)| then|\\.? ?$)");

  /// What a section on data bids to fetch by nothing but its name: "Download and extract Harbour,
  /// then link it"; empty for none.
  static String byName(String text, Signals s) {
    var named = BY_NAME.matcher(text);
    boolean other =
        s.hasAny(
            Topic.WEIGHTS,
            Topic.CHECKPOINTS,
            Topic.CODE,
            Topic.EVALUATION,
            Topic.AUXILIARY,
            Topic.PAPER);
    if (other || text.length() > SENTENCE || !named.find()) {
      return "";
    }
    String name = String.valueOf(named.group(1));
    return Benchmarks.inPath(name) || DataKinds.is(name) ? "" : name;
  }

  /// A longer sentence bids to do more.
  private static final int SENTENCE = 200;

  /// Whether a sentence bids to fetch something by its name from a catalogue of data.
  static boolean isFromCatalogue(String text) {
    return text.length() <= SENTENCE && FROM_CATALOGUE.matcher(text).find();
  }

  /// Whether a link leads to a packed file, or to a store of files.
  static boolean isPacked(Link link) {
    return isPackage(file(link.target())) || Address.kind(link.target()) == Address.Kind.STORAGE;
  }

  /// Whether a link is called by the name of a packed file: in a section on data that is data.
  private static boolean isPackage(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.indexOf(' ') < 0 && AnyOf.is(PACKAGES, lower::endsWith);
  }

  /// Whether a link is called by the name of a packed file that calls itself data.
  ///
  /// @param headed whether a heading calls what stands below it data
  static boolean isPackedData(Link link, boolean headed) {
    return isPackage(link.text())
        && (headed || Place.of(link.text()).any(Place.DATA))
        && !Place.of(link.text()).any(Place.EVALUATION)
        && (DataLinks.isData(link.target())
            || DataLinks.mayHoldData(Address.kind(link.target()))
                && !DataLinks.isSource(link.target()));
  }

  private static final List<String> PACKAGES =
      List.of(".zip", ".tar", ".tgz", ".tar.gz", ".7z", ".hdf5", ".lmdb", ".csv", ".tsv", ".jsonl");

  /// Whether a name stands before a verb in the passive: "Harbour-44K can be".
  private static boolean isSubject(String before) {
    return before.endsWith(" be") && DataNames.begins(before);
  }

  /// Whether what can be had is the model, which the sentence names with its data: "the model that
  /// was trained on five data sets can be found [here](...)".
  static boolean ofModel(Signals s, int before) {
    int model = first(s, Topic.WEIGHTS);
    int trained = first(s, Topic.TRAINED);
    int data = Math.min(first(s, Topic.DATA), first(s, Topic.TRAINING_DATA));
    return model < trained && trained < data && data < before;
  }

  private static int first(Signals s, Topic topic) {
    return s.has(topic) ? s.of(topic).getFirst().from() : Integer.MAX_VALUE;
  }

  /// Whether a lead bids its reader to fetch data, so that what is listed below it is that: "You
  /// can download the images from"; below a heading for data the word for it is enough.
  static boolean introduces(String lead, Signals said, boolean headed) {
    return (verb(lead, lead.length()) >= 0 || headed && names(lead, said))
        && !said.hasAny(Topic.EVALUATION, Topic.WEIGHTS, Topic.CALIBRATION)
        && !lead.contains(" own ");
  }

  /// Whether a link below such a lead can be one of its data sets.
  static boolean mayBeListed(Link link) {
    return leads(link) && !isBenchmark(link);
  }

  /// Whether a link stands right behind a label that names data, at the beginning of its sentence:
  /// "Dataset preparation: [X](...)".
  static boolean labelled(String text, int at, Link link, Signals s) {
    // A picture's link may lie behind the words of its sentence.
    boolean inside = at >= 0 && at <= Math.min(LABEL, text.length());
    String label = inside ? text.substring(0, at).strip() : "";
    boolean ends = label.endsWith(":") || label.endsWith("：");
    return ends
        && leads(link)
        && !isBenchmark(link)
        && !s.has(Topic.EVALUATION)
        && noun(text, s, 0, at);
  }

  /// A longer beginning of a sentence is no label.
  private static final int LABEL = 40;

  /// Whether words name data, and nobody else's.
  static boolean names(String text, Signals s) {
    return noun(text, s, 0, text.length());
  }

  /// Programs that fetch an address.
  private static final List<String> COMMANDS = List.of("wget", "curl", "gdown", "aria2c", "axel");

  /// What a block of commands fetches below a comment that calls it data.
  ///
  /// @param headed whether a heading above calls it data
  static List<Passage.Source> byCommands(Block block, boolean headed) {
    return fetched(block, true, headed);
  }

  /// What a block of commands fetches on the lines below a comment that bids to fetch data: "#
  /// download the Harbour dataset".
  static List<Passage.Source> byComments(Block block) {
    return fetched(block, false, false);
  }

  /// @param placed whether the heading or the commands say that this is for training: then a folder
  ///   for data is enough, and a comment need not bid
  private static List<Passage.Source> fetched(Block block, boolean placed, boolean headed) {
    String text = block.text();
    List<Passage.Source> sources = new ArrayList<>();
    for (Link link : block.links()) {
      int at = Math.min(Math.max(link.at(), 0), text.length());
      int line = text.lastIndexOf('\n', at - 1) + 1;
      String before = text.substring(line, at);
      int mark = text.lastIndexOf('#', at);
      int end = mark < 0 ? -1 : text.indexOf('\n', mark);
      String comment = mark < 0 ? "" : text.substring(mark + 1, end < 0 ? text.length() : end);
      boolean commented = before.contains("#");
      Address.Kind kind = Address.kind(link.target());
      String name = link.target().substring(link.target().lastIndexOf('/') + 1);
      boolean may =
          (DataLinks.isData(kind)
                  || kind == Address.Kind.OTHER
                  || kind == Address.Kind.STORAGE
                  || isReleased(link))
              && !Place.of(name).any(Place.EXAMPLE)
              && !Place.of(name).any(BESIDE_DATA)
              && !ScriptReader.isPlaceholder(link.target());
      Signals words = Signals.of(comment);
      boolean about =
          names(comment, words) && !words.hasAny(Topic.WEIGHTS, Topic.EVALUATION, Topic.READER);
      boolean fetches = COMMANDS.stream().anyMatch(before::contains);
      boolean put = headed ? isForTraining(name) : isIntoData(text, line);
      boolean found =
          placed
              ? about && (commented || fetches) || fetches && put
              : about
                  && (fetches || commented)
                  && verb(comment, comment.length()) >= 0
                  && isForTraining(name);
      if (may && found) {
        sources.add(new Passage.Source("", link.target()));
      }
    }
    return sources;
  }

  private static final Pattern RELEASED_TEXT =
      Pattern.compile(
          "(?i)/releases/download/[^?#]{1,200}\\.(?:txt|text|xml|sql|db|sqlite|dat|raw)$");

  /// Whether an address is that of a text or a table among what a repository gives out beside its
  /// sources.
  private static boolean isReleased(Link link) {
    return Address.kind(link.target()) == Address.Kind.CODE
        && RELEASED_TEXT.matcher(link.target()).find();
  }

  /// What lies beside data and is none: how text is cut into tokens, and programs for it.
  static final Set<String> BESIDE_DATA =
      Set.of(
          "vocab",
          "vocabs",
          "vocabulary",
          "vocabularies",
          "codes",
          "merges",
          "bpe",
          "tokenizer",
          "tokenizers",
          "segmenter",
          "tagger",
          "parser",
          "toolkit");

  /// Whether the name of a file below a heading for data says nothing else.
  private static boolean isForTraining(String name) {
    Place place = Place.of(name);
    return !place.any(Place.EVALUATION)
        && !place.any(BESIDE_DATA)
        && !Signals.of(name).has(Topic.WEIGHTS);
  }

  /// Whether a command's line names a folder for data, where it puts what it fetches.
  private static boolean isIntoData(String text, int line) {
    int end = text.indexOf('\n', line);
    String command = text.substring(line, end < 0 ? text.length() : end);
    for (String word : command.split("\\s+")) {
      boolean path = word.indexOf("://") < 0 && word.indexOf('/') > 0;
      Place place = Place.of(path ? word : "");
      if (path && place.inFolder(Place.DATA) && !place.any(Place.EVALUATION)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBenchmark(Link link) {
    return Benchmarks.inPath(link.text()) || Benchmarks.inPath(link.target());
  }

  /// Whether a link can lead to data, and its words do not call it something else.
  private static boolean leads(Link link) {
    Address.Kind kind = Address.kind(link.target());
    boolean may =
        DataLinks.isData(link.target())
            || kind == Address.Kind.OTHER && !DataLinks.isSource(link.target())
            || DataLinks.isDataFolder(link.target())
            || DataLinks.mayHoldData(kind) && !DataLinks.isSource(link.target());
    Signals words = Signals.of(link.text());
    boolean named =
        DataLinks.isProper(link.text())
            || DataLinks.isBare(link)
            || DataLinks.isHere(link.text())
            || DataLinks.isStore(link.text())
            || isPackage(link.text())
            || isPackage(file(link.target()))
            || noun(link.text(), words, 0, link.text().length());
    return may
        && named
        && !words.hasAny(Topic.WEIGHTS, Topic.CODE, Topic.PAPER)
        && !isAboutData(link);
  }

  /// Whether the words of a link call what it leads to a tool for data, or something that tells of
  /// them.
  static boolean isAboutData(Link link) {
    return ABOUT_DATA.matcher(link.text()).find();
  }

  /// What works on data, or tells of them, and is none.
  private static final Pattern ABOUT_DATA =
      Pattern.compile(
          "(?i)\\b(?:implementation|cleaner|tool(?:kit|s|box)?|library|findings|survey|tutorial|video|talk|slides|"
              + "lecture|blog|article)\\b");

  /// Where the last verb of fetching stands before a place, or -1.
  private static int verb(String text, int at) {
    String before = text.substring(0, at).toLowerCase(Locale.ROOT);
    int last = -1;
    for (String verb : VERBS) {
      int found = before.lastIndexOf(verb);
      boolean begins =
          found == 0
              || found > 0
                  && (!Character.isLetter(before.charAt(found - 1))
                      || verb.charAt(0) >= FIRST_OF_ASIA);
      if (begins && found > last) {
        last = found;
      }
    }
    return last;
  }

  /// Whether a noun for data stands between two places, and is this release's.
  private static boolean noun(String text, Signals s, int from, int to) {
    for (Topic topic : List.of(Topic.DATA, Topic.TRAINING_DATA)) {
      for (Phrases.Hit hit : s.of(topic)) {
        boolean within = hit.from() >= from && hit.to() <= to;
        boolean data = topic == Topic.TRAINING_DATA || isData(text, hit);
        if (within && data && !ofOthers(text, s, hit)) {
          return true;
        }
      }
    }
    return false;
  }

  /// Where the words right behind a link end: at the next stop, or a little way on.
  private static int clause(String text, int end) {
    int to = Math.min(end, text.length());
    while (to < text.length() && to - end < BEHIND && ".,;:()，。".indexOf(text.charAt(to)) < 0) {
      to++;
    }
    return to;
  }

  private static boolean isData(String text, Phrases.Hit hit) {
    String word = text.substring(hit.from(), hit.to()).toLowerCase(Locale.ROOT);
    return AnyOf.is(NOUNS, word::contains);
  }

  /// Whether all that a sentence calls data is somebody else's: "prepare your own data".
  private static boolean ofOthers(String text, Signals s) {
    return s.of(Topic.DATA).stream().allMatch(hit -> ofOthers(text, s, hit));
  }

  /// Whether one of the two words before a noun gives it to somebody or something else, or the
  /// reader is spoken to in it.
  private static boolean ofOthers(String text, Signals s, Phrases.Hit hit) {
    for (Phrases.Hit reader : s.of(Topic.READER)) {
      if (reader.from() <= hit.from() && reader.to() >= hit.to()) {
        return true;
      }
    }
    int first = Math.max(0, hit.from() - WORDS_BEFORE);
    int to = hit.from();
    for (int words = 0; words < 2; words++) {
      while (to > first && !Character.isLetter(text.charAt(to - 1))) {
        to--;
      }
      int from = to;
      while (from > first && Character.isLetter(text.charAt(from - 1))) {
        from--;
      }
      String word = text.substring(from, to).toLowerCase(Locale.ROOT);
      if (OTHERS.contains(word) || Benchmarks.inPath(word)) {
        return true;
      }
      to = from;
    }
    return false;
  }

  /// Within how many characters before a noun the words stand that give it to somebody.
  private static final int WORDS_BEFORE = 24;
}
