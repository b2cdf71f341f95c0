package dev.assay.engine;

import dev.assay.io.TextFile;
import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Mention;
import dev.assay.model.State;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Addresses of weights in source code and configuration: a program that downloads its model names
/// it by a URL that ends in a weights file. A link to the thing itself, though not in a document.
final class WeightLinks {
  /// What can follow the last dot of a URL that is a weights file.
  private static final Set<String> WEIGHTS =
      Set.of(
          "safetensors",
          "gguf",
          "ggml",
          "pt",
          "pth",
          "ckpt",
          "onnx",
          "h5",
          "hdf5",
          "tflite",
          "msgpack",
          "npz",
          "nemo",
          "mlmodel",
          "pdparams",
          "caffemodel",
          "t7",
          "nnue",
          "pb",
          "traineddata");

  /// What a packed folder ends in: weights if the address or the program says so.
  private static final Set<String> PACKED =
      Set.of("zip", "tar", "gz", "tgz", "bz2", "xz", "zst", "7z", "params", "model", "npy");

  /// Endings of pages, sources and settings: never weights.
  private static final Set<String> OTHER =
      Set.of(
          "git", "md", "html", "htm", "py", "sh", "txt", "json", "yaml", "yml", "whl", "png", "jpg",
          "jpeg", "gif", "svg", "pdf", "csv", "tsv", "deb", "wav", "mp3", "mp4", "php", "cfg",
          "toml", "ipynb", "exe", "dmg", "js", "css", "rst", "org", "com", "io");

  private static final Set<String> MODEL =
      Set.of(
          "model",
          "models",
          "weight",
          "weights",
          "checkpoint",
          "checkpoints",
          "ckpt",
          "ckpts",
          "pretrained");

  private static final Set<String> FETCH = Set.of("download", "downloads", "get", "fetch", "pull");

  private static final List<String> SCHEMES = List.of("https://", "http://", "gs://", "s3://");

  /// How the log of a run goes on that a notebook keeps: a library had loaded what it starts from.
  private static final String FROM_CACHE = " from cache";

  /// How far behind an address its log says where it was put.
  private static final int LOGGED = 60;

  /// Whether the log of a run says that a library put the file into its cache: `"https://..." to
  /// /home/x/.cache/...`.
  private static boolean isIntoCache(String text, int end) {
    String behind = text.substring(end, Math.min(text.length(), end + LOGGED));
    int to = behind.indexOf(" to ");
    return to >= 0 && to <= 4 && behind.indexOf("/.cache/", to) >= 0;
  }

  /// Whether an address leads to the machine that it is called on, as those of notebooks do, or has
  /// no host that a name could be (`http://[::1]`).
  private static boolean isOnThisMachine(String url) {
    return url.endsWith("://")
        || THIS_MACHINE.stream().anyMatch(host -> url.startsWith(host, url.indexOf("://") + 3));
  }

  private static final List<String> THIS_MACHINE = List.of("localhost", "127.0.0.1", "0.0.0.0");

  /// A file holds many; this many are kept.
  private static final int MOST = 5;

  private WeightLinks() {}

  /// The links in one file, each with its line. Linear in the file's length.
  static List<Mention> in(TextFile file) {
    String text = file.text();
    // Most sources hold no slash, and one sign is found faster than a text is.
    if (text.indexOf('/') < 0) {
      return List.of();
    }
    int address = text.indexOf("://");
    int releases = text.indexOf("releases/");
    if (address < 0 && releases < 0 || isOfEncoders(file.path())) {
      return List.of();
    }
    var program = new Program(text, file.name());
    Set<String> own = words(file.path());
    boolean about = own.stream().anyMatch(MODEL::contains);
    boolean fetches = about && words(file.name()).stream().anyMatch(FETCH::contains);
    boolean shell = file.name().endsWith(".sh") || file.name().endsWith(".bash");
    var found = new ArrayList<Mention>();
    int from = Math.max(0, address);
    while (found.size() < MOST) {
      int colon = text.indexOf("://", from);
      if (colon < 0) {
        break;
      }
      from = colon + 3;
      int at = scheme(text, from);
      if (at < 0) {
        continue;
      }
      int end = from;
      while (end < text.length() && inUrl(text.charAt(end)) && !text.startsWith("://", end)) {
        end++;
      }
      from = end;
      String url = text.substring(at, Math.min(end, at + 1000));
      if (isOnThisMachine(url)
          || text.startsWith(FROM_CACHE, end)
          || isIntoCache(text, end)
          || isBucket(url) && isNotRead(text, at)) {
        continue;
      }
      boolean weights =
          isWeights(url, fetches)
              || isPacked(url) && saysModel(text, at)
              || isBucket(url) && keptAsModel(text, at)
              || isModelsFolder(url) && program.fetches()
              || shell && isHubFile(url) && program.fetches()
              || isOpenRelease(text, at, end, url)
              || isLoaded(text, at, url)
              || isPutAsModel(text, at, end, url)
              || isStored(url)
                  && (program.isOfWeights() || keptAsModelsAddress(text, at))
                  && program.loads()
              || beginsWeights(text, at, Math.min(end, at + 1000), own) && program.loads();
      if (weights) {
        found.add(linked(url, file.evidenceAt(at, Math.min(end, at + 1000))));
      }
    }
    // The address is put together from pieces; where it leads is said by its middle.
    int release =
        about && found.isEmpty() && releases >= 0
            ? text.indexOf("releases/download", releases)
            : -1;
    if (release >= 0) {
      int begins = release;
      while (begins > 0 && release - begins < 300 && inUrl(text.charAt(begins - 1))) {
        begins--;
      }
      int end = release + "releases/download".length();
      found.add(linked(text.substring(begins, end), file.evidenceAt(begins, end)));
    }
    if (found.isEmpty() && releases >= 0) {
      release(text, Math.max(0, releases - 1))
          .ifPresent(
              at -> found.add(linked(text.substring(at[0], at[1]), file.evidenceAt(at[0], at[1]))));
    }
    return found;
  }

  /// Folders of networks that others have trained and that a model begins with.
  private static final Set<String> ENCODERS = Set.of("encoders", "backbones", "backbone");

  /// Whether a source lies in a folder of such networks: their weights are not the release's.
  static boolean isOfEncoders(String path) {
    int name = path.lastIndexOf('/');
    return name > 0
        && Stream.of(path.substring(0, name).toLowerCase(Locale.ROOT).split("/"))
            .anyMatch(ENCODERS::contains);
  }

  /// Where a program puts together an address of packed models among a repository's releases:
  /// `{REPOSITORY}/releases/latest/download/net_models.zip`.
  private static Optional<int[]> release(String text, int from) {
    int at = from;
    while ((at = text.indexOf("/releases/", at)) >= 0) {
      int end = at;
      while (end < text.length()
          && end - at < 300
          && (inUrl(text.charAt(end)) || "{}".indexOf(text.charAt(end)) >= 0)) {
        end++;
      }
      String path = text.substring(at, end);
      String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
      boolean packed =
          PACKED.contains(ending)
              && words(path).stream()
                  .flatMap(w -> Stream.of(w.split("_")))
                  .anyMatch(MODEL::contains);
      if (path.contains("/download/") && (packed || WEIGHTS.contains(ending))) {
        return Optional.of(new int[] {at, end});
      }
      at = end;
    }
    return Optional.empty();
  }

  /// How a program in any language fetches something.
  private static final List<String> FETCHING =
      List.of(
          "load_state_dict_from_url",
          "download_url_to_file",
          "urlretrieve",
          "urlopen",
          "requests.get",
          "download_file",
          "downloadfile",
          "download.file",
          "get_file(",
          "httpx.get",
          "http.get",
          "fetch(",
          "downloads.download",
          "reqwest::",
          "ureq::",
          "gdown.",
          "wget",
          "curl ");

  /// What is called by whoever has fetched weights.
  private static final List<String> LOADING =
      List.of(
          "load_state_dict",
          "torch.load",
          "jit.load",
          "load_model",
          "loadmodel",
          "load_weights",
          "loadweights",
          "get_model",
          "getmodel",
          "load_pretrained",
          "from_pretrained",
          "inferencesession");

  /// How far before an address its variable is named.
  private static final int NAMED = 60;

  /// Whether an address is that of one file of a model's repository at a hub, and of none beside
  /// the weights: what a script fetches there by its whole address.
  private static boolean isHubFile(String url) {
    int hub = url.indexOf("://huggingface.co/");
    int file = url.indexOf("/resolve/");
    int query = url.indexOf('?');
    String path = query < 0 ? url : url.substring(0, query);
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return hub > 0
        && file > hub
        && !name.isEmpty()
        && !OTHER.contains(name.substring(name.lastIndexOf('.') + 1))
        && !name.contains("token")
        && !name.contains("vocab")
        && !name.contains("spiece")
        && !url.contains("/datasets/")
        && !url.contains("/spaces/");
  }

  /// Words of settings for where something is put.
  private static final Set<String> WRITTEN =
      Set.of(
          "dirpath",
          "save",
          "saved",
          "savedir",
          "output",
          "outputs",
          "out",
          "outdir",
          "log",
          "logs",
          "logdir",
          "upload",
          "export",
          "dest",
          "destination",
          "target",
          "write");

  /// Whether a setting that has a bucket for its value is where a run writes to, or is commented
  /// out.
  private static boolean isNotRead(String text, int at) {
    String line = before(text, at).strip();
    boolean setting = line.indexOf(':') > 0 || line.indexOf('=') > 0;
    boolean remark = line.startsWith("#") || line.startsWith("//");
    return setting
        && (remark || words(line.replace('_', ' ')).stream().anyMatch(WRITTEN::contains));
  }

  /// What a program says of what it fetches from an address that it puts together.
  private static final List<String> TRAINED =
      List.of(
          "pretrained",
          "pre-trained",
          "trained model",
          "model file",
          "model weights",
          "checkpoint");

  /// Whether an address only begins among the releases of a repository, and its folder, or what the
  /// program says before it, tells that a model is there.
  private static boolean isOpenRelease(String text, int at, int end, String url) {
    int release = url.indexOf("/releases/download/");
    char last = url.charAt(url.length() - 1);
    boolean open =
        last == '/'
            || url.endsWith("%s")
            || end < text.length() && "{$".indexOf(text.charAt(end)) >= 0;
    if (release < 0 || !open) {
      return false;
    }
    String before = text.substring(Math.max(0, at - NEAR), at).toLowerCase(Locale.ROOT);
    return words(url.substring(release + "/releases/download".length())).stream()
            .anyMatch(MODEL::contains)
        || TRAINED.stream().anyMatch(before::contains) && !before.contains("dataset");
  }

  /// How far before an address a program says what it leads to.
  private static final int NEAR = 200;

  /// Whether an address is given to a function that loads a model: `load_model("https://...")`.
  private static boolean isLoaded(String text, int at, String url) {
    int open = at - 1;
    while (open > 0 && "\"'\\".indexOf(text.charAt(open)) >= 0) {
      open--;
    }
    if (open < 1 || open == at - 1 || text.charAt(open) != '(') {
      return false;
    }
    String call = text.substring(Math.max(0, open - 30), open).toLowerCase(Locale.ROOT);
    String ending = url.substring(url.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return LOADING.stream().anyMatch(call::endsWith) && !OTHER.contains(ending);
  }

  /// How far behind an address the name may end that what it gives is put under.
  private static final int PUT = 60;

  /// Whether a function that downloads is given an address and then where a model is kept:
  /// `download("https://...", args.model_path)`.
  private static boolean isPutAsModel(String text, int at, int end, String url) {
    int open = at - 1;
    while (open > 0 && "\"' \n\t".indexOf(text.charAt(open)) >= 0 && at - open < PUT) {
      open--;
    }
    int comma = end;
    while (comma < text.length()
        && "\"' \n".indexOf(text.charAt(comma)) >= 0
        && comma - end < PUT) {
      comma++;
    }
    boolean two =
        open > 0
            && text.charAt(open) == '('
            && comma < text.length()
            && text.charAt(comma) == ','
            && !OTHER.contains(url.substring(url.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    if (!two
        || !text.substring(Math.max(0, open - 30), open)
            .toLowerCase(Locale.ROOT)
            .endsWith("download")) {
      return false;
    }
    int from = comma + 1;
    while (from < text.length()
        && Character.isWhitespace(text.charAt(from))
        && from - comma < PUT) {
      from++;
    }
    int to = from;
    while (to < text.length()
        && to - from < PUT
        && (Character.isLetterOrDigit(text.charAt(to)) || "._".indexOf(text.charAt(to)) >= 0)) {
      to++;
    }
    String name = text.substring(from, to);
    Set<String> named = words(name.substring(name.lastIndexOf('.') + 1));
    return named.stream().anyMatch(MODEL::contains) && named.stream().anyMatch(KEPT::contains);
  }

  /// What a name ends in that says where something is kept.
  private static final Set<String> KEPT =
      Set.of("path", "loc", "location", "file", "fn", "filename");

  /// Whether an address is that of the files of a model's repository at a hub, before a name that
  /// the program adds: `.../owner/name/resolve/main/`.
  private static boolean isModelsFolder(String url) {
    int hub = url.indexOf("://huggingface.co/");
    return hub > 0
        && url.contains("/resolve/")
        && url.endsWith("/")
        && !url.contains("/datasets/")
        && !url.contains("/spaces/");
  }

  /// Addresses by which stores give out a file under its number, which has no ending.
  private static final List<String> STORES =
      List.of(
          "/ndownloader/files/",
          "://drive.google.com/uc?",
          "://drive.google.com/file/d/",
          "://docs.google.com/uc?",
          "://osf.io/download/",
          "://www.dropbox.com/s/",
          "://www.dropbox.com/scl/");

  private static boolean isStored(String url) {
    return STORES.stream().anyMatch(url::contains);
  }

  /// What a whole program does: looked for when the first address asks, and once for all of them.
  private static final class Program {
    private final String text;
    private final String name;
    private @Nullable String lower;
    private @Nullable Boolean fetches;
    private @Nullable Boolean loads;

    Program(String text, String name) {
      this.text = text;
      this.name = name;
    }

    boolean fetches() {
      if (fetches == null) {
        fetches = FETCHING.stream().anyMatch(lower()::contains);
      }
      return fetches;
    }

    /// Whether its name says that it is there for weights that were trained: `pretrained.py`.
    boolean isOfWeights() {
      return words(name).stream().anyMatch(OF_WEIGHTS::contains);
    }

    /// Whether it fetches something, or says by its name that it does with weights, and loads
    /// weights.
    boolean loads() {
      if (loads == null) {
        Set<String> called = words(name);
        boolean ofWeights = called.contains("pretrained") || called.contains("weights");
        loads =
            (ofWeights || lower().contains("pretrained") || fetches())
                && (LOADING.stream().anyMatch(lower()::contains) || namesWeights(lower()));
      }
      return loads;
    }

    private String lower() {
      if (lower == null) {
        lower = text.toLowerCase(Locale.ROOT);
      }
      return lower;
    }
  }

  private static final Set<String> OF_WEIGHTS =
      Set.of("pretrained", "weights", "checkpoint", "checkpoints");

  /// Whether a program has the name of a weights file in quotation marks: what it fetches by a name
  /// put together is one.
  private static boolean namesWeights(String lower) {
    if (!lower.contains("weights") && !lower.contains("model")) {
      return false;
    }
    for (String ending : NAMED_ENDINGS) {
      for (String quote : List.of("'", "\"", ".bz2", ".gz")) {
        if (lower.contains(ending + quote)) {
          return true;
        }
      }
    }
    return false;
  }

  private static final List<String> NAMED_ENDINGS =
      List.of(
          ".h5",
          ".pth",
          "model.bin",
          ".onnx",
          ".safetensors",
          ".ckpt",
          ".tflite",
          ".gguf",
          ".keras");

  /// Where the names of weights are put together when the program runs, their address only begins
  /// here: it is kept under a name for addresses, ends in a slash or before a placeholder, and its
  /// path, that name or the program's own says that models are there.
  private static boolean beginsWeights(String text, int at, int end, Set<String> own) {
    int slash = text.indexOf('/', text.indexOf("://", at) + 3);
    if (slash < 0 || slash >= end) {
      return false;
    }
    boolean open =
        text.charAt(end - 1) == '/' || end < text.length() && "{%$".indexOf(text.charAt(end)) >= 0;
    Set<String> named = words(before(text, at));
    boolean address =
        named.stream().anyMatch(w -> w.endsWith("url") || w.equals("root") || w.equals("base"));
    Set<String> path = words(text.substring(slash, end));
    boolean data =
        Stream.of(path, named).anyMatch(w -> w.contains("dataset") || w.contains("datasets"));
    return open
        && address
        && !data
        && Stream.of(path, named, own).flatMap(Set::stream).anyMatch(MODEL::contains);
  }

  /// What stands before an address on its line, as far as it is named there.
  private static String before(String text, int at) {
    String before = text.substring(Math.max(0, at - NAMED), at);
    return before.substring(before.lastIndexOf('\n') + 1);
  }

  /// How far before an address the function is named that fetches it.
  private static final int BEFORE = 500;

  private static final List<String> FETCHERS =
      List.of("download_model", "downloadmodel", "download_weights", "model_url", "weights_url");

  private static boolean isBucket(String url) {
    return url.startsWith("s3://") || url.startsWith("gs://");
  }

  /// Whether an address is kept under the name of a model: `RECOGNITION_MODEL_CHECKPOINT =
  /// "s3://…"`.
  private static boolean keptAsModel(String text, int at) {
    String line = before(text, at);
    Set<String> named = words(line);
    return line.indexOf('=') > 0
        && named.stream().anyMatch(MODEL::contains)
        && named.stream().noneMatch(w -> w.startsWith("data"));
  }

  /// Whether the address is that of a packed folder, whatever its query.
  private static boolean isPacked(String url) {
    int query = url.indexOf('?');
    String address = query < 0 ? url : url.substring(0, query);
    return PACKED.contains(
        address.substring(address.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }

  /// Whether the code right before an address says that a model is fetched.
  private static boolean saysModel(String text, int at) {
    String before = text.substring(Math.max(0, at - BEFORE), at).toLowerCase(Locale.ROOT);
    return FETCHERS.stream().anyMatch(before::contains) && !before.contains("dataset");
  }

  /// Whether an address is kept under a name for that of a model: `modelurl = "https://..."`.
  private static boolean keptAsModelsAddress(String text, int at) {
    String line = before(text, at).toLowerCase(Locale.ROOT).strip();
    int equals = line.lastIndexOf('=');
    String name = equals < 0 ? "" : line.substring(0, equals).strip().replace("_", "");
    return MODELS_ADDRESS.stream().anyMatch(name::endsWith);
  }

  private static final List<String> MODELS_ADDRESS =
      List.of("modelurl", "weightsurl", "weighturl", "checkpointurl", "ckpturl", "modellink");

  private static Mention linked(String url, Evidence evidence) {
    return new Mention(Component.WEIGHTS, State.LINKED, Set.of(), url, null, evidence);
  }

  /// Where the scheme begins whose `://` ends at an offset, or -1.
  private static int scheme(String text, int after) {
    for (String scheme : SCHEMES) {
      int at = after - scheme.length();
      boolean begins = at == 0 || at > 0 && !Character.isLetterOrDigit(text.charAt(at - 1));
      if (begins && text.startsWith(scheme, at)) {
        return at;
      }
    }
    return -1;
  }

  /// Whether an address is that of a file of weights by its ending.
  static boolean isFile(String url) {
    return WEIGHTS.contains(url.substring(url.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }

  private static boolean isWeights(String url, boolean fetches) {
    int query = url.indexOf('?');
    String address = query < 0 ? url : url.substring(0, query);
    int host = address.indexOf("://") + 3;
    int slash = address.indexOf('/', host);
    if (slash < 0 || slash == address.length() - 1 && !fetches) {
      return false;
    }
    String path = address.substring(slash);
    int dot = path.lastIndexOf('.');
    String ending =
        dot > path.lastIndexOf('/') ? path.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
    if (WEIGHTS.contains(ending) || PACKED.contains(ending) && isWeightsName(path, dot)) {
      return true;
    }
    if (OTHER.contains(ending)) {
      return false;
    }
    Set<String> words = words(path);
    if (fetches) {
      String at = address.substring(host, slash);
      return !at.endsWith("github.com") || words.contains("releases");
    }
    boolean bucket = address.startsWith("gs://") || address.startsWith("s3://");
    // Any file may end in `.bin`; one that is itself called a model's is one.
    boolean binary =
        ending.equals("bin")
            && words(path.substring(path.lastIndexOf('/'))).stream().anyMatch(MODEL::contains);
    if (bucket && words(path.substring(path.lastIndexOf('/'))).stream().anyMatch(MODEL::contains)) {
      return true;
    }
    return (bucket || PACKED.contains(ending) || binary)
        && words.stream().anyMatch(MODEL::contains)
        && !words.contains("dataset")
        && !words.contains("datasets")
        && !words.contains("data")
        && words(path.substring(path.lastIndexOf('/'))).stream().noneMatch(MADE::contains);
  }

  /// Words of a packed file's name that call it what a model has made, and no model.
  private static final Set<String> MADE =
      Set.of(
          "prediction",
          "predictions",
          "output",
          "outputs",
          "results",
          "samples",
          "generated",
          "logs");

  /// Whether a packed file is one of weights by what stands before its ending: `net.pth.tar`.
  private static boolean isWeightsName(String path, int end) {
    int dot = path.lastIndexOf('.', end - 1);
    return dot > path.lastIndexOf('/')
        && WEIGHTS.contains(path.substring(dot + 1, end).toLowerCase(Locale.ROOT));
  }

  /// The words of a path, at anything that is no letter or digit.
  private static Set<String> words(String path) {
    var words = new HashSet<String>();
    var word = new StringBuilder();
    for (int i = 0; i <= path.length(); i++) {
      char c = i < path.length() ? path.charAt(i) : '/';
      if (Character.isLetterOrDigit(c)) {
        word.append(Character.toLowerCase(c));
      } else if (!word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    return words;
  }

  private static boolean inUrl(char c) {
    return c > ' ' && c < 0x7f && "\"'`<>()[]{}|\\^,;".indexOf(c) < 0;
  }
}
