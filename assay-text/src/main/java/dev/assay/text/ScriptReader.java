package dev.assay.text;

import dev.assay.io.TextFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads programs that fetch or make data, for the addresses and data set names in them. Nothing is
/// run.
final class ScriptReader {
  private static final Set<String> ACTIONS =
      Set.of(
          "download",
          "downloads",
          "get",
          "fetch",
          "prepare",
          "make",
          "build",
          "create",
          "setup",
          "wget",
          "crawl");

  /// Words for what was trained, in the names of files and addresses.
  static final Set<String> WEIGHTS =
      Set.of(
          "weights",
          "weight",
          "model",
          "models",
          "checkpoint",
          "checkpoints",
          "ckpt",
          "ckpts",
          "pretrained");

  private static final List<String> CALLS =
      List.of(
          "load_dataset(",
          "load_dataset_builder(",
          "tfds.load(",
          "tfds.builder(",
          "fetch_openml(",
          "mirdata.initialize(",
          "soundata.initialize(",
          "kagglehub.dataset_download(");

  /// Loaders of files that lie beside the program, and parts: not names of data sets.
  private static final Set<String> LOCAL =
      Set.of(
          "json",
          "csv",
          "text",
          "parquet",
          "arrow",
          "pandas",
          "xml",
          "imagefolder",
          "audiofolder",
          "webdataset",
          // A trainer's own loader is asked for a part.
          "train",
          "valid",
          "validation",
          "dev",
          "test");

  /// Calls and definitions by which a program fetches.
  private static final List<String> FETCHES =
      List.of(
          "def download",
          "download(",
          "download_file(",
          "urlretrieve(",
          "requests.get(",
          "load_dataset(",
          "tfds.load(",
          "download_and_prepare(",
          // The builder of a data set, which the trainer's loader starts.
          "download_and_extract(",
          "urlopen(",
          "get_file(");

  /// Names of programs that make ready what others train on.
  private static final Set<String> PREPARES =
      Set.of("preprocess", "preprocessing", "prep", "tokenize", "tokenization");

  /// Where an argument says that what is fetched by name from a hub is a data set and no model.
  private static final List<String> OF_DATA =
      List.of("repo_type=\"dataset\"", "repo_type='dataset'", "repo_type = \"dataset\"");

  /// Words of programs that train on.
  static final Set<String> TUNING =
      Set.of("finetune", "finetuning", "tune", "tuning", "ptuning", "lora", "qlora", "sft", "dpo");

  private static final int MOST = 200;

  /// How far behind a name its value may stand.
  private static final int NEAR = 120;

  /// How far before an address the command that fetches it may stand.
  private static final int FAR = 200;

  /// Folders of programs that answer with the help of what they look up: the texts that they fetch
  /// are searched, and nothing is trained on them.
  private static final Set<String> RETRIEVAL = Set.of("rag");

  private ScriptReader() {}

  static boolean wants(Place place) {
    boolean program =
        switch (place.extension()) {
          case "sh", "bash", "py", "ps1", "jl", "r", "R", "lua", "ipynb" -> true;
          default -> false;
        };
    if (!program || place.inFolder(RETRIEVAL)) {
      return false;
    }
    if (trains(place)) {
      return !place.any(Place.EVALUATION) && !Benchmarks.inPath(place.path());
    }
    boolean acts = place.any(ACTIONS) || place.inFolder(Place.DATA) && place.depth() <= 3;
    boolean data = place.any(Place.DATA) || name(place).any(RECORDS);
    boolean weights = place.any(WEIGHTS);
    if (name(place).any(GETS_DATA)) {
      return true;
    }
    return acts && data && !(weights && !(place.inFolder(Place.DATA) && !fetchesWeights(place)))
        || fetchesByName(place)
        || name(place).any(PREPARES)
            && !place.any(Place.EVALUATION)
            && name(place).words().stream().noneMatch(Benchmarks::inPath)
        || isRecipe(place)
        || place.depth() <= 3 && name(place).any(Place.DATA)
        || isToPrepare(place)
        || setsUpASet(place)
        || name(place).words().equals(PIPELINE);
  }

  /// Whether a script of a shell is named for setting up, downloading or preparing a public data
  /// set: `setup_cifar10.sh`. Other things that are set up are machines and their programs.
  private static boolean setsUpASet(Place place) {
    List<String> words = name(place).words();
    return (place.extension().equals("sh") || place.extension().equals("bash"))
        && words.stream().anyMatch(ACTIONS::contains)
        && words.stream().anyMatch(EvaluatedOn::isSet)
        && !place.any(Place.EVALUATION)
        && !place.any(WEIGHTS);
  }

  /// Whether a program is named for fetching what was trained, in whatever folder it lies.
  private static boolean fetchesWeights(Place place) {
    Place name = name(place);
    return name.any(FETCHERS) && name.any(TRAINED) && !name.any(Place.DATA);
  }

  private static final Set<String> TRAINED =
      Set.of("pretrained", "weights", "checkpoint", "checkpoints", "ckpt", "ckpts");

  /// Whether a script of a shell is named for preparing and for nothing else, at the root.
  private static boolean isToPrepare(Place place) {
    return place.depth() == 0
        && name(place).words().equals(PREPARE)
        && (place.extension().equals("sh") || place.extension().equals("bash"));
  }

  private static final List<String> PREPARE = List.of("prepare");

  /// What programs call their module for data where it is no folder: `input_pipeline.py`.
  private static final List<String> PIPELINE = List.of("input", "pipeline");

  /// Whether a program is named for fetching something that its name does not say.
  private static boolean fetchesByName(Place place) {
    Place name = name(place);
    boolean shell = !name.path().endsWith(".py") && !name.words().isEmpty();
    boolean below = shell && place.inFolder(FETCHERS);
    boolean gets =
        below
            || name.words().equals(List.of("get")) && place.inFolder(Place.TRAIN)
            // A script of a shell that gets a thing gets what a data set is called: get_harbour.sh
            || shell && name.words().getFirst().equals("get") && name.words().size() > 1;
    return (name.any(FETCHERS) || gets)
        && !place.any(WEIGHTS)
        && !place.any(Place.DATA)
        && !place.any(Place.EVALUATION);
  }

  /// Forms in which data is kept for a trainer.
  private static final Set<String> RECORDS =
      Set.of("tfrecord", "tfrecords", "lmdb", "hdf5", "webdataset");

  /// Names of programs that get data, written as one word.
  private static final Set<String> GETS_DATA =
      Set.of(
          "getdata", "getdataset", "getdatasets", "downloaddata", "downloaddataset", "fetchdata");

  private static final Set<String> DOWNLOADS = Set.of("download", "downloads");

  private static final Set<String> FETCHERS =
      Set.of("download", "downloads", "downloader", "downloaders", "fetch");

  private static Place name(Place place) {
    return Place.of(place.path().substring(place.path().lastIndexOf('/') + 1));
  }

  /// Whether the file's own name, and not only a folder of a framework, says that it trains.
  private static boolean trains(Place place) {
    Place name = name(place);
    return name.any(Place.TRAIN) || name.any(TUNING);
  }

  /// Whether a program is the one of a recipe as toolkits for speech have them: from fetching the
  /// data to the trained model in one `run.sh`, in the folder of an experiment, `x/s0/run.sh`.
  static boolean isRecipe(Place place) {
    String path = place.path();
    int end = path.lastIndexOf('/');
    int from = path.lastIndexOf('/', end - 1) + 1;
    boolean numbered =
        end - from >= 2
            && "sv".indexOf(path.charAt(from)) >= 0
            && Character.isDigit(path.charAt(from + 1));
    return end > 0
        && path.endsWith("/run.sh")
        && (numbered || place.inFolder(EXPERIMENTS))
        && !Benchmarks.inPath(path);
  }

  private static final Set<String> EXPERIMENTS = Set.of("egs", "recipes");

  static Optional<Document> read(TextFile file, Place place) {
    Map<String, Passage.Source> sources = new LinkedHashMap<>();
    String text = file.text();
    boolean unsaid = fetchesByName(place) && !setsUpASet(place) && !speaksOfTraining(text);
    if (isToPrepare(place) && !speaksOfData(text)) {
      return Optional.empty();
    }
    boolean shell = place.extension().equals("sh") || place.extension().equals("bash");
    ShellNames named = ShellNames.of(shell ? text : "");
    int at = 0;
    while ((at = text.indexOf("://", at)) >= 0 && sources.size() < MOST) {
      int from = at;
      while (from > 0 && at - from < 6 && Character.isLetterOrDigit(text.charAt(from - 1))) {
        from--;
      }
      int end = Inline.addressEnd(text, from);
      if (end > at + 4) {
        String address = text.substring(from, end);
        // What sets up, downloads or prepares for training does not train.
        boolean more = trains(place) && !name(place).any(ACTIONS) || isRecipe(place);
        if (isFetched(text, from, address, more) && !isPlaceholder(address)) {
          String name = named.at(from);
          String link = isTemplate(address) ? name.isEmpty() ? folder(address) : "" : address;
          sources.putIfAbsent(name.isEmpty() ? address : name, new Passage.Source(name, link));
        }
      }
      at = Math.max(end, at + 3);
    }
    if (!sources.isEmpty()) {
      named.all().forEach(n -> sources.putIfAbsent(n, new Passage.Source(n, "")));
      sources.values().removeIf(s -> s.name().isEmpty() && s.link().isEmpty());
    }
    withoutScheme(text, sources);
    byIdentifier(text, sources);
    HubCommands.in(text).forEach(set -> sources.putIfAbsent(set.name(), set));
    ofArchive(text, sources);
    DataServices.in(text).forEach(service -> sources.putIfAbsent(service.name(), service));
    for (String call : CALLS) {
      at = 0;
      while ((at = text.indexOf(call, at)) >= 0 && sources.size() < MOST) {
        at += call.length();
        String name = firstString(text, at);
        if (name.length() > 1 && !isTemplate(name) && !LOCAL.contains(last(name))) {
          sources.putIfAbsent(name, new Passage.Source(name, ""));
        }
      }
    }
    if (text.contains("load_dataset(")) {
      defaults(text, sources);
      LoadedSets.inVariables(text)
          .forEach(name -> sources.putIfAbsent(name, new Passage.Source(name, "")));
    }
    if (OF_DATA.stream().anyMatch(text::contains)) {
      byName(text, sources);
    }
    boolean program =
        place.any(ACTIONS)
            || place.extension().equals("sh")
            || place.extension().equals("bash")
            || place.extension().equals("ps1")
            || FETCHES.stream().anyMatch(text::contains)
            || text.contains("__main__")
            || text.contains("ArgumentParser(")
            || text.contains("mirdata.initialize(")
            || text.contains("soundata.initialize(")
            || name(place).any(Place.DATA) && ofTraining(sources);
    if (sources.isEmpty() && downloads(place)) {
      String folder = place.path().substring(0, place.path().lastIndexOf('/'));
      String name = folder.substring(folder.lastIndexOf('/') + 1);
      sources.put(name, new Passage.Source(name, ""));
    }
    if (sources.isEmpty() || !program) {
      return Optional.empty();
    }
    return Optional.of(
        Document.plain(
            file,
            unsaid ? Document.Kind.FETCH_SCRIPT : Document.Kind.DATA_SCRIPT,
            List.copyOf(sources.values()),
            sources.size()));
  }

  /// Whether a program lies in a folder inside one for data and is named for downloading: it does,
  /// by whatever library, and the folder is called after what it downloads.
  private static boolean downloads(Place place) {
    return name(place).any(DOWNLOADS)
        && place.depth() >= 2
        && place.inFolder(Place.DATA)
        && !place.any(WEIGHTS)
        && !place.any(Place.EVALUATION);
  }

  private static final List<String> CALLED_DATA =
      List.of("dataset", "corpus", "corpora", "treebank");

  /// A loop over the parts of a data set: `for SPLIT in 'train' 'val'; do`.
  private static final Pattern BOTH_PARTS =
      Pattern.compile(
          "\\bfor \\w{1,20} in (?=[^\\n;]{0,80}\\btrain)[^\\n;]{0,80}\\b(?:val|valid|dev|test)\\w{0,8}\\b");

  /// Whether a program that fetches something says that it is data, and for training.
  private static boolean speaksOfTraining(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return BOTH_PARTS.matcher(text).find()
        || AnyOf.is(CALLED_DATA, lower::contains)
            && lower.contains("train")
            && !lower.contains("pretrained")
            && !lower.contains("checkpoint");
  }

  /// Whether a program that prepares something calls it data, and no weights.
  private static boolean speaksOfData(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return AnyOf.is(CALLED_DATA, lower::contains)
        && !lower.contains("pretrained")
        && !lower.contains("checkpoint");
  }

  /// How a file of a drive is fetched by its identifier alone.
  private static final Pattern OF_DRIVE =
      Pattern.compile(
          "(?m)^[^#\\n]{0,80}?\\bgdown (?:--id )?[\"']?([\\w-]{25,44})(?=[\"'\\s]|$)([^\\n]{0,120})");

  /// What a script fetches from a drive by an identifier, as an address of that drive.
  private static void byIdentifier(String text, Map<String, Passage.Source> sources) {
    Matcher fetched = OF_DRIVE.matcher(text.contains("gdown ") ? text : "");
    while (sources.size() < MOST && fetched.find()) {
      boolean weights = Place.of(String.valueOf(fetched.group(2)).strip()).any(WEIGHTS);
      if (!weights) {
        String link = "https://drive.google.com/uc?id=" + fetched.group(1);
        sources.putIfAbsent(link, new Passage.Source("", link));
      }
    }
  }

  /// How an item of the Internet Archive is fetched by its own program.
  private static final Pattern OF_ARCHIVE =
      Pattern.compile("(?m)^[^#\\n]{0,80}\\bia download ([\\w.${}-]{3,80})");

  private static void ofArchive(String text, Map<String, Passage.Source> sources) {
    Matcher fetched = OF_ARCHIVE.matcher(text.contains("ia download ") ? text : "");
    while (sources.size() < MOST && fetched.find()) {
      String item = String.valueOf(fetched.group(1));
      int variable = item.indexOf('$');
      String name = (variable < 0 ? item : item.substring(0, variable)).replaceFirst("[_.-]+$", "");
      if (name.length() > 2) {
        String link = variable < 0 ? "https://archive.org/details/" + name : "";
        sources.putIfAbsent(name, new Passage.Source(name, link));
      }
    }
  }

  /// Whether an address in a module on data leads to the part for training of a stored set.
  private static boolean ofTraining(Map<String, Passage.Source> sources) {
    return sources.values().stream()
        .map(s -> s.link().toLowerCase(Locale.ROOT))
        .anyMatch(l -> l.contains("train") && (l.startsWith("gs://") || l.startsWith("s3://")));
  }

  /// Where the line of `from` begins, or a bounded way before it: a file may be one long line.
  private static int lineStart(String text, int from) {
    int at = from;
    while (at > 0 && from - at < FAR) {
      boolean begins = text.charAt(at - 1) == '\n';
      // A command goes on in the next line behind a backslash, and a value behind its bracket.
      if (begins && !(at > 1 && "\\(".indexOf(text.charAt(at - 2)) >= 0)) {
        break;
      }
      at--;
    }
    return at;
  }

  /// Whether a program puts something into a name before it is one: `{owner}/{name}`, `$FILE.zip`.
  private static boolean isTemplate(String name) {
    return name.chars().anyMatch(c -> "{}$%".indexOf(c) >= 0);
  }

  /// The folder of an address that a program completes, `https://a.org/data/%s/train.txt`; empty
  /// where nothing but its host is fixed.
  private static String folder(String address) {
    int open = 0;
    while (open < address.length() && "{}$%".indexOf(address.charAt(open)) < 0) {
      open++;
    }
    int slash = address.lastIndexOf('/', open);
    int host = address.indexOf('/', address.indexOf("://") + 3);
    return host > 0 && slash > host ? address.substring(0, slash + 1) : "";
  }

  /// An address that stands for another: `s3://bucket/path`.
  static boolean isPlaceholder(String address) {
    String lower = address.toLowerCase(Locale.ROOT);
    int host = lower.indexOf("://") < 0 ? 0 : lower.indexOf("://") + 3;
    int slash = lower.indexOf('/', host);
    String place = lower.substring(host, slash < 0 ? lower.length() : slash);
    return place.chars().anyMatch(c -> "%{$<".indexOf(c) >= 0)
        || lower.contains("://bucket")
        || lower.contains("://my-")
        || lower.contains("://your")
        || lower.contains("path/to")
        || lower.contains("example.com")
        || lower.endsWith("=")
        || lower.endsWith("$")
        || lower.indexOf('<') >= 0;
  }

  /// Names of data sets on a hub that a program takes when it is given none: `data_path: str =
  /// "owner/name"`.
  private static void defaults(String text, Map<String, Passage.Source> sources) {
    int at = 0;
    while ((at = text.indexOf("data", at)) >= 0 && sources.size() < MOST) {
      int end = at;
      while (end < text.length() && isName(text.charAt(end))) {
        end++;
      }
      String window = text.substring(end, Math.min(text.length(), end + NEAR));
      int line = window.indexOf('\n');
      String rest = line < 0 ? window : window.substring(0, line);
      int equals = rest.indexOf('=');
      int open = rest.indexOf('"') >= 0 ? rest.indexOf('"') : rest.indexOf('\'');
      if (equals >= 0 && open > equals && open - equals <= 3) {
        int close = rest.indexOf(rest.charAt(open), open + 1);
        String value = close < 0 ? "" : rest.substring(open + 1, close);
        if (isHubName(value)) {
          sources.putIfAbsent(value, new Passage.Source(value, ""));
        }
      }
      at = Math.max(end, at + 4);
    }
  }

  /// What a program keeps under a name for where its data is, without a scheme:
  /// `data_url=www.example.org/33`.
  private static void withoutScheme(String text, Map<String, Passage.Source> sources) {
    int at = 0;
    while ((at = text.indexOf("data_url=", at)) >= 0 && sources.size() < MOST) {
      at += "data_url=".length();
      int from = at < text.length() && "\"'".indexOf(text.charAt(at)) >= 0 ? at + 1 : at;
      int end = Inline.addressEnd(text, from);
      String address = text.substring(from, Math.max(from, end));
      if (address.startsWith("www.") && address.indexOf('/') > 0) {
        sources.putIfAbsent(address, new Passage.Source("", "http://" + address));
      }
    }
  }

  /// Names of data sets on a hub in a program that fetches data sets by name, and nothing else:
  /// `{"harbour": "owner/harbour-10k"}[name]`.
  private static void byName(String text, Map<String, Passage.Source> sources) {
    int at = 0;
    while ((at = text.indexOf('"', at)) >= 0 && sources.size() < MOST) {
      int line = text.indexOf('\n', at);
      int close = text.indexOf('"', at + 1);
      if (close < 0) {
        return;
      }
      if (line >= 0 && line < close) {
        at = line;
        continue;
      }
      String value = text.substring(at + 1, close);
      if (value.length() < NEAR && isHubName(value)) {
        sources.putIfAbsent(value, new Passage.Source(value, ""));
      }
      at = close + 1;
    }
  }

  private static boolean isName(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  /// `owner/name`, and no path of a file.
  static boolean isHubName(String value) {
    int slash = value.indexOf('/');
    return slash > 0
        && slash == value.lastIndexOf('/')
        && slash < value.length() - 1
        && value.indexOf('.') != 0
        && value.indexOf(' ') < 0
        && !Address.isDataFile(value)
        && !value.startsWith("data/")
        && !value.startsWith("datasets/")
        && !value.startsWith("path/")
        && value.chars().allMatch(c -> isName((char) c) || "/-.".indexOf(c) >= 0);
  }

  /// Whether an address is fetched and not only cited: it leads to data or storage, or a command
  /// that fetches stands on its line.
  ///
  /// @param trains whether the program does more than fetch data: then what it fetches must be
  ///   called data
  private static boolean isFetched(String text, int from, String address, boolean trains) {
    Address.Kind kind = Address.kind(address);
    int path = address.indexOf('/', address.indexOf("://") + 3);
    Place place = Place.of(path < 0 ? "" : address.substring(path + 1));
    boolean bucket = kind == Address.Kind.STORAGE && place.path().isBlank();
    // The page of a hub that lists all data sets is none.
    boolean all = place.path().equals("datasets/") || place.path().equals("datasets");
    boolean beside = name(place).any(FetchedData.BESIDE_DATA);
    if (bucket || all || beside || place.inFolder(WEIGHTS) || place.inFolder(Place.EXAMPLE)) {
      return false;
    }
    if (kind == Address.Kind.DATA_SET
        || kind == Address.Kind.DATA_FILE
        || kind == Address.Kind.STORAGE) {
      return true;
    }
    if (kind == Address.Kind.WEIGHTS_FILE
        || kind == Address.Kind.PAPER
        || kind == Address.Kind.PICTURE
        || kind == Address.Kind.MODEL) {
      return false;
    }
    int lineFrom = lineStart(text, from);
    String line = text.substring(lineFrom, from).toLowerCase(Locale.ROOT);
    if (trains && !line.contains("data") && !line.contains("corpus") && !line.contains("train")) {
      return false;
    }
    String lower = address.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".zip")
        || lower.endsWith(".tar.gz")
        || lower.endsWith(".tgz")
        || lower.endsWith(".txt")
        || lower.endsWith(".tar")
        || lower.endsWith(".gz")) {
      return true;
    }
    String before = text.substring(lineFrom, from);
    return before.contains("wget")
        || before.contains("curl ")
        || before.contains("aria2c")
        || before.contains("url=")
        || before.contains("urlretrieve")
        || base(before) && FETCHES.stream().anyMatch(text::contains);
  }

  /// Whether what stands before an address on its line keeps it under a name for addresses.
  private static boolean base(String before) {
    String bare = before.toLowerCase(Locale.ROOT).replace(" ", "");
    int quote = bare.length();
    while (quote > 0 && "\"'f(\n".indexOf(bare.charAt(quote - 1)) >= 0) {
      quote--;
    }
    return quote < bare.length() && bare.startsWith("url=", Math.max(0, quote - 4));
  }

  /// A data set's name without its owner.
  private static String last(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  private static String firstString(String text, int at) {
    int end = Math.min(text.length(), at + 200);
    for (int i = at; i < end; i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\'') {
        int close = text.indexOf(c, i + 1);
        boolean name = close > 0 && close - i < 120;
        return name ? text.substring(i + 1, close) : "";
      }
      if (!Character.isWhitespace(c) && !Character.isLetterOrDigit(c) && c != '=' && c != '_') {
        return "";
      }
    }
    return "";
  }
}
