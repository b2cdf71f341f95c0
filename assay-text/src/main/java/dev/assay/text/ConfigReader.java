package dev.assay.text;

import dev.assay.io.TextFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads the settings of a training for the names of the data in them: `train_data:
/// /data/harbour/train`, `dataset: harbour-1k`. A folder's name says little, but where nothing else
/// is said it is all there is.
final class ConfigReader {
  private static final int LINES = 3_000;
  private static final int MOST = 20;
  private static final int LONGEST = 300;

  private static final Set<String> FOLDERS = Set.of("conf", "config", "configs", "cfg", "cfgs");

  /// Keys whose value is the data.
  private static final Set<String> KEYS =
      Set.of(
          "dataset",
          "dataset_name",
          "datasets",
          "data_name",
          "train_dataset",
          "train_datasets",
          "training_dataset",
          "train_data",
          "training_data",
          "train_set",
          "trainset",
          "train_files",
          "train_file",
          "train_path",
          "train_data_path",
          "train_paths",
          "train_root",
          "train_dir",
          "train_filelist",
          "training_files");

  /// Parts of a path, and values, that name no data.
  private static final Set<String> GENERIC =
      Set.of(
          "data",
          "dataset",
          "datasets",
          "train",
          "training",
          "trainset",
          "test",
          "val",
          "valid",
          "validation",
          "dev",
          "raw",
          "processed",
          "audio",
          "wav",
          "wavs",
          "images",
          "image",
          "text",
          "files",
          "file",
          "filelists",
          "filelist",
          "list",
          "lists",
          "lmdb",
          "input",
          "inputs",
          "output",
          "tmp",
          "home",
          "mnt",
          "root",
          "path",
          "dir",
          "default",
          "custom",
          "none",
          "null",
          "true",
          "false",
          "json",
          "csv",
          "txt",
          "jsonl",
          "parquet",
          "local",
          "user",
          "users",
          "share",
          "shared",
          "examples",
          "example",
          "dummy",
          "toy",
          "mock",
          "synthetic",
          "random",
          "hf",
          "huggingface",
          "webdataset",
          "wds",
          "your",
          "my",
          "folder",
          "imagefolder",
          "split");

  /// Names of data sets in brackets, as some trainers' settings have them: `TRAIN:
  /// ("harbour_train",)`.
  private static final Pattern TUPLE =
      Pattern.compile("\\s{0,4}\\((?:\\s{0,2}[\"'][\\w.-]{1,80}[\"'],?){1,20}\\s{0,2}\\)");

  private ConfigReader() {}

  static boolean wants(Place place, long size) {
    boolean settings =
        switch (place.extension()) {
          case "yaml", "yml", "prototxt", "toml", "cfg", "conf", "ini" -> true;
          default -> false;
        };
    return settings
        && size < 512 * 1024
        && (place.any(Place.TRAIN)
            || place.inFolder(FOLDERS)
            || place.any(FOLDERS)
            || place.extension().equals("prototxt"))
        && (!place.any(Place.EVALUATION) || place.nameHas(Place.TRAIN))
        && !place.any(Place.EXAMPLE)
        && !Benchmarks.inPath(place.path());
  }

  static Optional<Document> read(TextFile file) {
    Map<String, Passage.Source> sources = new LinkedHashMap<>();
    boolean network = file.path().endsWith(".prototxt");
    boolean below = false;
    int indent = 0;
    int train = -1;
    int sets = -1;
    for (int n = 1; n <= Math.min(file.lines(), LINES) && sources.size() < MOST; n++) {
      int from = file.lineStart(n);
      int to = n < file.lines() ? file.lineStart(n + 1) : file.text().length();
      String line = file.text().substring(from, Math.min(to, from + LONGEST)).stripTrailing();
      String plain = line.strip();
      if (plain.isEmpty() || plain.startsWith("#")) {
        continue;
      }
      int depth = line.length() - line.stripLeading().length();
      int colon = separator(plain);
      String key = colon < 0 ? "" : key(plain.substring(0, colon));
      boolean item = plain.startsWith("-");
      if (depth <= train) {
        train = -1;
      }
      if (depth <= sets) {
        sets = -1;
      }
      if (key.equals("train") || key.equals("training")) {
        train = depth;
        if (sets >= 0 && TUPLE.matcher(plain.substring(colon + 1)).matches()) {
          add(plain.substring(colon + 1).replace("(", "").replace(")", ""), sources);
        }
      }
      if (key.equals("datasets")) {
        sets = depth;
      }
      if (train >= 0 && colon > 0) {
        address(plain.substring(colon + 1).strip(), sources);
      }
      below &= depth > indent || item && depth >= indent;
      if (below) {
        add(
            item || colon < 0 ? plain.substring(item ? 1 : 0) : plain.substring(colon + 1),
            sources);
      } else if (KEYS.contains(key) || network && key.equals("source") && plain.contains("train")) {
        String value = plain.substring(colon + 1).strip();
        below = value.isEmpty() && !key.equals("dataset") && !key.equals("datasets");
        indent = depth;
        add(value, sources);
      } else if (plain.startsWith("train") && plain.endsWith("folders:")) {
        below = true;
        indent = depth;
      }
    }
    return sources.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Document.plain(
                file, Document.Kind.SETTINGS, List.copyOf(sources.values()), sources.size()));
  }

  /// The address of a file of data, which settings keep below the word for its training part.
  private static void address(String value, Map<String, Passage.Source> sources) {
    if (Address.kind(value) == Address.Kind.DATA_FILE) {
      sources.putIfAbsent(value, new Passage.Source("", value));
    }
  }

  private static int separator(String line) {
    int colon = line.indexOf(':');
    int equals = line.indexOf('=');
    return colon < 0 ? equals : equals < 0 ? colon : Math.min(colon, equals);
  }

  /// A key without quotes and what stands before its last dot or slash.
  private static String key(String written) {
    String key = written.strip().replace("\"", "").replace("-", "_").toLowerCase(Locale.ROOT);
    int dot = Math.max(key.lastIndexOf('.'), key.lastIndexOf('/'));
    return key.substring(dot + 1).strip();
  }

  private static void add(String written, Map<String, Passage.Source> sources) {
    String value = written.strip();
    int comment = value.indexOf(" #");
    if (comment >= 0) {
      value = value.substring(0, comment).strip();
    }
    String lower = value.toLowerCase(Locale.ROOT);
    boolean open =
        lower.contains("path/to")
            || lower.contains("/path")
            || lower.contains("your")
            || lower.contains("todo")
            || value.indexOf('<') >= 0
            || value.indexOf('{') >= 0
            || value.indexOf('$') >= 0
            || value.indexOf('=') >= 0
            || value.startsWith("path_to")
            || value.indexOf(' ') > 0 && value.indexOf('[') < 0 && value.indexOf(',') < 0
            || value.indexOf('(') >= 0;
    if (open) {
      return;
    }
    for (String one : value.split("[\\[\\],\"' ]+")) {
      String name = name(one);
      if (!name.isEmpty() && sources.size() < MOST) {
        String where = SettingsFiles.isPath(one) ? one : hub(one);
        sources.putIfAbsent(name.toLowerCase(Locale.ROOT), new Passage.Source(name, where));
      }
    }
  }

  /// Where a hub keeps a data set of this name, `Owner/name`; empty for what may be a path.
  static String hub(String value) {
    String owner = value.substring(0, Math.max(0, value.indexOf('/')));
    boolean owned =
        ScriptReader.isHubName(value)
            && !GENERIC.contains(owner.toLowerCase(Locale.ROOT))
            && owner.chars().anyMatch(c -> Character.isUpperCase(c) || c == '-');
    return owned ? "https://huggingface.co/datasets/" + value : "";
  }

  /// Whether a word of a path names no data.
  static boolean isGeneric(String word) {
    return GENERIC.contains(word);
  }

  /// The last part of a path that says more than "data" or "train"; empty for none.
  static String name(String path) {
    List<String> parts = new ArrayList<>(List.of(path.split("[/\\\\:]+")));
    for (String part : parts.reversed()) {
      int dot = part.indexOf('.');
      String stem = dot > 0 ? part.substring(0, dot) : part;
      boolean says = false;
      for (String word : stem.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
        says |=
            word.length() >= 3
                && word.chars().anyMatch(Character::isLetter)
                && !GENERIC.contains(word);
      }
      if (says) {
        return stem;
      }
    }
    return "";
  }
}
