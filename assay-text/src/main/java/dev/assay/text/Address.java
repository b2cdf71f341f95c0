package dev.assay.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What a link leads to, told by its host and path alone: nothing is fetched. The hosts stand in
/// `addresses.txt`.
final class Address {
  private static final Map<String, List<Rule>> RULES = byHost(load());
  private static final List<String> WEIGHTS_ENDINGS =
      List.of(
          ".safetensors",
          ".gguf",
          ".pth",
          ".pt",
          ".ckpt",
          ".onnx",
          ".h5",
          ".tflite",
          ".pkl",
          ".msgpack",
          ".nemo",
          ".bin",
          ".npz",
          ".caffemodel",
          ".keras",
          ".mlmodel",
          ".th",
          ".weights",
          ".model",
          ".mar");
  private static final List<String> DATA_ENDINGS =
      List.of(
          ".jsonl",
          ".jsonl.gz",
          ".jsonl.zst",
          ".json.gz",
          ".parquet",
          ".arrow",
          ".tfrecord",
          ".csv",
          ".tsv",
          ".csv.gz",
          ".conllu",
          ".warc.gz",
          ".wet.gz",
          ".mds",
          ".npy",
          ".lmdb",
          ".fasta",
          ".fasta.gz",
          ".json");
  private static final List<String> PACKED =
      List.of(".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz", ".tar.zst", ".7z", ".gz");

  /// Words in the name of packed data that is not what a model was trained on.
  private static final Set<String> NO_TRAINING = Set.of("demo", "sample", "toy", "example", "test");

  private static final List<String> NO_DATA =
      List.of(
          "config",
          "vocab",
          "merges",
          "tokenizer",
          "package",
          "schema",
          "index.json",
          "manifest.json",
          "results");
  private static final Set<String> LOGS = Set.of("log", "logs");

  private static final List<String> PICTURE_ENDINGS =
      List.of(".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".mp4", ".ico");

  private Address() {}

  enum Kind {
    DATA_SET,
    MODEL,
    /// A file with an ending that weights have.
    WEIGHTS_FILE,
    DATA_FILE,
    PAPER,
    CODE,
    LOGS,
    DEMO,
    /// A bucket or a drive: could be anything.
    STORAGE,
    PICTURE,
    /// Inside the same source.
    RELATIVE,
    OTHER
  }

  /// @param order the first that fits counts
  private record Rule(int order, Kind kind, String host, String path) {}

  private static List<Rule> load() {
    List<Rule> rules = new ArrayList<>();
    try (InputStream in = Address.class.getResourceAsStream("addresses.txt")) {
      if (in == null) {
        throw new IllegalStateException("no addresses.txt");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      Kind kind = Kind.OTHER;
      String line;
      while ((line = reader.readLine()) != null) {
        String text = line.strip();
        if (text.isEmpty() || text.startsWith("#")) {
          continue;
        }
        if (text.startsWith("[")) {
          kind =
              Kind.valueOf(
                  text.substring(1, text.length() - 1).toUpperCase(Locale.ROOT).replace('-', '_'));
        } else {
          int slash = text.indexOf('/');
          rules.add(
              slash < 0
                  ? new Rule(rules.size(), kind, text, "")
                  : new Rule(rules.size(), kind, text.substring(0, slash), text.substring(slash)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rules;
  }

  /// Whether an address leads below a service's own pages, to what one of its users keeps there: it
  /// names two things, as in `host/user/project`.
  static boolean isBelowAProject(String target) {
    int scheme = target.indexOf("://");
    int host = target.indexOf('/', scheme < 0 ? 0 : scheme + 3);
    int user = host < 0 ? -1 : target.indexOf('/', host + 1);
    return user > host + 1 && user + 1 < target.length() && target.charAt(user + 1) != '?';
  }

  /// What a link's target is.
  static Kind kind(String target) {
    String lower = target.strip().toLowerCase(Locale.ROOT);
    if (lower.startsWith("s3://") || lower.startsWith("gs://")) {
      return ending(lower, Kind.STORAGE);
    }
    int scheme = lower.indexOf("://");
    // `//host/path` is an address by the scheme of the page that gives it.
    boolean host = lower.startsWith("//") && lower.indexOf('.') > 2;
    if (scheme < 0 && !host) {
      return isKnown(lower) ? kind("https://" + lower) : Kind.RELATIVE;
    }
    String rest = lower.substring(scheme < 0 ? 2 : scheme + 3);
    int slash = rest.indexOf('/');
    String at = slash < 0 ? rest : rest.substring(0, slash);
    String path = slash < 0 ? "/" : rest.substring(slash);
    int query = path.indexOf('?');
    String plain = query < 0 ? path : path.substring(0, query);
    if (endsWith(plain, PICTURE_ENDINGS)) {
      return Kind.PICTURE;
    }
    Kind kind = ofHost(at, path);
    if (kind == Kind.OTHER && isKeptAtKaggle(at, plain)) {
      return Kind.DATA_SET;
    }
    if (kind == Kind.DATA_SET && path.contains("/discussion")) {
      return Kind.OTHER;
    }
    boolean dataPath =
        (kind == Kind.OTHER && (plain.contains("/dataset/") || plain.contains("/datasets/")))
            || (kind == Kind.OTHER || kind == Kind.STORAGE)
                && (plain.contains("training_data")
                    || plain.contains("training-data")
                    || plain.contains("training_set")
                    || plain.contains("training-set")
                    || plain.contains("trainset"));
    if (dataPath) {
      return Kind.DATA_SET;
    }
    return switch (kind) {
      case MODEL -> model(plain);
      // Archives of data keep the proceedings too in which it was presented.
      case DATA_SET ->
          holdsWeights(plain) ? Kind.WEIGHTS_FILE : plain.endsWith(".pdf") ? Kind.PAPER : kind;
      case PAPER -> endsWith(plain, PACKED) ? ending(plain, Kind.OTHER) : kind;
      case LOGS, DEMO, PICTURE -> kind;
      case CODE ->
          ATTACHED.matcher(plain).find()
              ? Kind.STORAGE
              : plain.contains("/releases/download/") || plain.contains("/raw/")
                  ? ending(plain, kind)
                  : kind;
      default -> plain.endsWith(".pdf") ? Kind.PAPER : ending(plain, kind);
    };
  }

  /// What somebody attached to a page of a project: it could be anything.
  private static final Pattern ATTACHED =
      Pattern.compile("/(?:files|user-attachments/files)/\\d{3,12}/[^/]{1,200}$");

  /// Whether what has no scheme begins with the name of a host of the rules: a reader knows where
  /// `kaggle.com/c/harbour` leads.
  private static boolean isKnown(String target) {
    int slash = target.indexOf('/');
    int dot = target.indexOf('.');
    if (dot <= 0 || slash < dot) {
      return false;
    }
    String host =
        target.startsWith("www.") ? target.substring(4, slash) : target.substring(0, slash);
    return RULES.containsKey(host);
  }

  /// What is kept at a place of a host, or of one above it.
  private static Kind ofHost(String host, String path) {
    int order = Integer.MAX_VALUE;
    Kind kind = Kind.OTHER;
    int dot = host.length();
    for (int labels = 0; labels < MOST_LABELS && dot > 0; labels++) {
      dot = host.lastIndexOf('.', dot - 1);
      for (Rule rule : RULES.getOrDefault(host.substring(dot + 1), List.of())) {
        if (rule.order() < order && path.startsWith(rule.path())) {
          order = rule.order();
          kind = rule.kind();
        }
      }
    }
    return kind;
  }

  /// More names joined by dots than a host of a rule has.
  private static final int MOST_LABELS = 5;

  private static Map<String, List<Rule>> byHost(List<Rule> rules) {
    Map<String, List<Rule>> byHost = new HashMap<>();
    for (Rule rule : rules) {
      byHost.computeIfAbsent(rule.host(), h -> new ArrayList<>(2)).add(rule);
    }
    return byHost;
  }

  /// Whether an address leads to an archive, which may hold anything.
  static boolean isPacked(String target) {
    int query = target.indexOf('?');
    String plain = (query < 0 ? target : target.substring(0, query)).toLowerCase(Locale.ROOT);
    return endsWith(plain, PACKED)
        && kind(target) != Kind.CODE
        && kind(target) != Kind.WEIGHTS_FILE;
  }

  /// Endings of weights that no data has.
  private static final List<String> ONLY_WEIGHTS =
      List.of(
          ".safetensors",
          ".gguf",
          ".pth",
          ".pt",
          ".ckpt",
          ".onnx",
          ".tflite",
          ".caffemodel",
          ".keras",
          ".mlmodel",
          ".nemo");

  /// Whether a path in a store for data is that of a file of weights, or calls what it keeps
  /// checkpoints.
  private static boolean holdsWeights(String path) {
    boolean called = path.contains("checkpoint") || path.contains("weights");
    return endsWith(path, ONLY_WEIGHTS)
        || called && !path.replace("/datasets/", "/").contains("data");
  }

  /// Whether an address is that of a data set at a catalogue as it gave them at first: the owner's
  /// name, the set's, and nothing else.
  private static boolean isKeptAtKaggle(String host, String path) {
    if (!host.equals("kaggle.com") && !host.equals("www.kaggle.com")) {
      return false;
    }
    String[] parts = path.split("/");
    return parts.length == 3 && !parts[1].isEmpty() && !KAGGLE_PAGES.contains(parts[1]);
  }

  private static final Set<String> KAGGLE_PAGES =
      Set.of(
          "code",
          "models",
          "learn",
          "docs",
          "discussions",
          "discussion",
          "kernels",
          "notebooks",
          "settings",
          "account",
          "general",
          "benchmarks",
          "datasets",
          "competitions",
          "c",
          "rankings",
          "scripts");

  /// A model hub's page: `/owner/name`, not its documentation.
  private static Kind model(String path) {
    String[] parts = path.split("/");
    if (parts.length < 2 || parts[1].isEmpty()) {
      return Kind.OTHER;
    }
    return switch (parts[1]) {
      case "docs",
          "blog",
          "papers",
          "spaces",
          "join",
          "settings",
          "learn",
          "tasks",
          "organizations",
          "chat",
          "pricing",
          "login",
          "studios",
          "docs-model",
          "languages",
          "posts",
          "new",
          "terms-of-service" ->
          Kind.OTHER;
      case "collections" -> isOfData(parts) ? Kind.DATA_SET : Kind.MODEL;
      case "models" -> parts.length > 2 ? Kind.MODEL : Kind.OTHER;
      default -> Kind.MODEL;
    };
  }

  /// Whether a collection at a hub is called one of data: `/collections/owner/x-dataset-0a1b`.
  private static boolean isOfData(String[] parts) {
    return parts.length > 3
        && Arrays.stream(parts[3].split("[^a-z]+"))
            .anyMatch(w -> w.startsWith("dataset") || w.startsWith("corp") || w.equals("data"));
  }

  private static Kind ending(String path, Kind otherwise) {
    if (isDataFile(path) || isPackedData(path)) {
      return Kind.DATA_FILE;
    }
    return endsWith(unpacked(path), WEIGHTS_ENDINGS) ? Kind.WEIGHTS_FILE : otherwise;
  }

  /// A path without what says that the file is packed: `net.pth.tar`, `net.onnx.gz`.
  private static String unpacked(String path) {
    for (String packed : PACKED) {
      if (path.endsWith(packed)) {
        return path.substring(0, path.length() - packed.length());
      }
    }
    return path;
  }

  /// Whether an address or path ends as files of data do.
  static boolean isDataFile(String target) {
    String lower = target.toLowerCase(Locale.ROOT);
    if (!endsWith(lower, DATA_ENDINGS)) {
      return false;
    }
    String name = lower.substring(lower.lastIndexOf('/') + 1);
    return NO_DATA.stream().noneMatch(name::contains) && !Place.of(name).any(LOGS);
  }

  /// Whether a packed folder is called data by its own name.
  private static boolean isPackedData(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    boolean named = false;
    boolean other = false;
    for (String word : name.split("[^a-z]+")) {
      named |= word.equals("data") || word.equals("trainset");
      other |=
          NO_TRAINING.contains(word)
              || word.startsWith("model")
              || word.startsWith("weight")
              || word.startsWith("ckpt");
    }
    return (named && !other
            || name.contains("dataset")
            || name.contains("corpus")
            || name.contains("corpora"))
        && endsWith(name, PACKED);
  }

  private static boolean endsWith(String path, List<String> endings) {
    for (String ending : endings) {
      if (path.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }
}
