package dev.assay.text;

import dev.assay.io.FileEntry;
import dev.assay.model.DataSet;
import dev.assay.model.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Data in hand, told by names, endings, places and sizes. What is for an example, a test, an
/// evaluation, a run or a calibration is not training data.
final class DataFiles {
  private static final Set<String> STRONG =
      Set.of(
          "jsonl",
          "parquet",
          "arrow",
          "tfrecord",
          "tfrecords",
          "mds",
          "conllu",
          "conll",
          "lmdb",
          "warc",
          "ndjson",
          "libsvm",
          "svmlight",
          "arff",
          "feather",
          // What a part of a corpus is for, in place of its form: eng.train.
          "train");
  private static final Set<String> WEAK =
      Set.of(
          "json", "csv", "tsv", "txt", "npy", "npz", "bin", "idx", "h5", "hdf5", "mat", "pkl",
          "xml", "fasta", "fa", "smi", "smiles", "sdf", "tar", "zip", "7z", "db", "sqlite", "text",
          "tok", "data", "rec");
  private static final Set<String> MEDIA =
      Set.of(
          "wav",
          "flac",
          "mp3",
          "ogg",
          "jpg",
          "jpeg",
          "png",
          "mp4",
          "webp",
          "tif",
          "tiff",
          // Volumes of medical imaging.
          "nii",
          "dcm",
          "nrrd",
          "mha",
          "mgz");
  private static final Set<String> NAMED =
      Set.of(
          "data",
          "dataset",
          "corpus",
          "corpora",
          "instances",
          "conversations",
          "dialogues",
          "sentences");

  /// Lists of the pieces of a data set, which are not here for that.
  private static final Set<String> LISTS =
      Set.of(
          "filelist",
          "filelists",
          "filenames",
          "manifest",
          "manifests",
          "urls",
          "checksums",
          "list",
          "lists");

  /// Tables by which text is cut into tokens, which lie beside data.
  private static final Set<String> VOCABULARIES =
      Set.of("vocab", "vocabulary", "vocabularies", "encoder", "merges", "tokenizer");

  /// What arrays of numbers are written in, be they data or weights.
  private static final Set<String> NUMBERS =
      Set.of("npy", "npz", "bin", "h5", "hdf5", "pkl", "mat");

  private static final Set<String> OF_WEIGHTS =
      Set.of("model", "models", "weights", "checkpoint", "checkpoints", "ckpt", "pretrained");

  private static final Set<String> PARAMETERS =
      Set.of("params", "param", "parameters", "weights", "weight", "model", "state", "optimizer");

  private static final int TRAINING = 5;
  private static final long SMALL = 512;
  private static final int TASKS = 3;

  /// A picture or two illustrate a text; so many are data.
  private static final int SEVERAL = 5;

  /// A group of files that together are data in hand.
  ///
  /// @param folder the folder, or the file where it stands alone
  /// @param files its files, largest first
  /// @param bytes their size
  /// @param stage what they are for, by their names and places
  record Group(String folder, List<FileEntry> files, long bytes, DataSet.Stage stage) {
    boolean evaluation() {
      return stage == DataSet.Stage.EVALUATION;
    }
  }

  private DataFiles() {}

  /// @param trains whether something in the release trains
  static List<Group> of(Listing listing, boolean trains) {
    Set<String> tasks = taskFolders(listing);
    Set<String> paired = pairedEndings(listing);
    Map<String, List<FileEntry>> training = new TreeMap<>();
    Map<String, List<FileEntry>> tuning = new TreeMap<>();
    Map<String, List<FileEntry>> evaluation = new TreeMap<>();
    for (Listing.Named named : listing.files()) {
      Place place = named.place();
      String folder = named.entry().folder();
      boolean isPart =
          listing.splits().isOfAClass(place.path()) && BY_CLASS.contains(place.extension())
              || listing.splits().inPart(place.path()) && isOfABenchmark(place);
      boolean isPair =
          trains
              && paired.contains(folder + '/' + place.extension())
              && !place.any(Place.ASIDE)
              && !place.any(Place.EXAMPLE)
              && PARTS.contains(stem(place));
      if (score(place, named.entry().size(), trains) < TRAINING && !isPart && !isPair
          || listing.embedded(place.path())
          || place.path().contains("/.")) {
        continue;
      }
      // Each part of a task's data is for what it is called.
      boolean partOfTask = tasks.contains(folder) && place.nameHas(Set.of("train"));
      boolean forEvaluation =
          place.inFolder(Place.EVALUATION)
              || (place.nameHas(Place.EVALUATION) || place.nameHas(Set.of("dev")))
                  && !place.nameHas(Place.TRAIN)
              || Benchmarks.inPath(place.path())
              || tasks.contains(folder) && !partOfTask;
      (forEvaluation ? evaluation : partOfTask ? tuning : training)
          .computeIfAbsent(folder, f -> new ArrayList<>())
          .add(named.entry());
    }
    List<Group> groups = new ArrayList<>();
    training.forEach((folder, files) -> {
      if (files.size() >= SEVERAL || !files.stream().allMatch(DataFiles::media)) {
        groups.add(group(folder, files, DataSet.Stage.TRAINING));
      }
    });
    tuning.forEach(
        (folder, files) -> groups.add(group(folder, files, DataSet.Stage.POST_TRAINING)));
    evaluation.forEach(
        (folder, files) -> groups.add(group(folder, files, DataSet.Stage.EVALUATION)));
    return groups;
  }

  /// The forms of tables and arrays that a folder for data holds under any name.
  private static final Set<String> RECORDS =
      Set.of(
          "csv", "tsv", "txt", "json", "jsonl", "npy", "npz", "mat", "xml", "fasta", "fa", "pkl",
          "pickle", "h5", "hdf5", "xlsx", "xls", "parquet", "arff", "feather", "smi", "sdf");

  /// What lies in the release's own folder for data and is neither for a test or an example nor a
  /// list or a vocabulary: where nothing else is said, it is what a trainer beside it is given.
  static List<Group> inFolderForData(Listing listing) {
    Map<String, List<FileEntry>> found = new TreeMap<>();
    for (Listing.Named named : listing.files()) {
      Place place = named.place();
      String path = place.path();
      int slash = path.indexOf('/');
      boolean data =
          slash > 0
              && Place.DATA.contains(path.substring(0, slash).toLowerCase(Locale.ROOT))
              && isTable(place.extension())
              && !place.inFolder(OF_WEIGHTS)
              && named.entry().size() >= ENOUGH;
      if (data && Benchmarks.inPath(path)) {
        // A folder that holds public evaluation sets is one for evaluation.
        return List.of();
      }
      if (data && mayBeTrainedOn(named, listing)) {
        found.computeIfAbsent(named.entry().folder(), f -> new ArrayList<>()).add(named.entry());
      }
    }
    List<Group> groups = new ArrayList<>();
    found.forEach((folder, files) -> groups.add(group(folder, files, DataSet.Stage.TRAINING)));
    return groups;
  }

  /// Whether files with this ending hold rows of numbers or texts.
  static boolean isTable(String extension) {
    return RECORDS.contains(extension);
  }

  /// Whether a file is large enough, and neither its name nor its place says that it is for a test
  /// or an example, a list or a vocabulary, or somebody else's.
  static boolean mayBeTrainedOn(Listing.Named named, Listing listing) {
    Place place = named.place();
    return named.entry().size() >= ENOUGH
        && !place.any(Place.EVALUATION)
        && !place.nameHas(Set.of("dev", "tst"))
        && !place.any(Place.ASIDE)
        && !place.any(Place.EXAMPLE)
        && !place.any(LISTS)
        && !place.nameHas(VOCABULARIES)
        && !listing.embedded(place.path())
        && !place.path().contains("/.");
  }

  /// Smaller tables are lists and settings; bytes.
  private static final long ENOUGH = 20_000;

  private static final Set<String> TRIED = Set.of("valid", "val", "validation", "dev", "test");

  private static final Set<String> PARTS =
      Set.of("train", "valid", "val", "validation", "dev", "test");

  /// Whether files with this ending are programs, their settings or output, or texts, and no data.
  static boolean isNoData(String extension) {
    return NO_DATA.contains(extension);
  }

  /// What a program, its settings, its output or a text is written in, and no data.
  private static final Set<String> NO_DATA =
      Set.of(
          "py",
          "sh",
          "bash",
          "m",
          "lua",
          "jl",
          "r",
          "c",
          "cc",
          "cpp",
          "h",
          "java",
          "js",
          "ts",
          "go",
          "rs",
          "rb",
          "pl",
          "cs",
          "swift",
          "ipynb",
          "bat",
          "ps1",
          "yaml",
          "yml",
          "toml",
          "cfg",
          "ini",
          "conf",
          "json",
          "md",
          "rst",
          "html",
          "htm",
          "css",
          "log",
          "out",
          "err",
          "pdf",
          "svg",
          "gif",
          "png",
          "jpg",
          "jpeg",
          "lock",
          "exe",
          "so",
          "dll",
          "o",
          "class",
          "jar",
          "args",
          "opts",
          "pt",
          "pth",
          "ckpt",
          "onnx",
          "pb",
          "model",
          "safetensors",
          "gin",
          "prototxt",
          "job",
          "slurm");

  /// Endings, each behind its folder, in which both a part for training and one to try on lie there
  /// under no other name: `train.inputs` beside `valid.inputs`. Whatever they are written in, they
  /// are the parts of a data set.
  private static Set<String> pairedEndings(Listing listing) {
    Set<String> train = new TreeSet<>();
    Set<String> tried = new TreeSet<>();
    for (Listing.Named named : listing.files()) {
      Place place = named.place();
      String stem = stem(place);
      long size = named.entry().size();
      if (!PARTS.contains(stem)
          || NO_DATA.contains(place.extension().toLowerCase(Locale.ROOT))
          || place.extension().isEmpty()
          || size >= 0 && size < SMALL) {
        continue;
      }
      (TRIED.contains(stem) ? tried : train).add(named.entry().folder() + '/' + place.extension());
    }
    train.retainAll(tried);
    return train;
  }

  /// The name of a file before its ending, lower case.
  private static String stem(Place place) {
    String name = place.name();
    int dot = name.lastIndexOf('.');
    return (dot < 0 ? name : name.substring(0, dot)).toLowerCase(Locale.ROOT);
  }

  /// What stands in the folder of a class: texts, pictures, sounds.
  private static final Set<String> BY_CLASS =
      Set.of("txt", "text", "jpg", "jpeg", "png", "wav", "flac", "mp3", "json");

  /// Whether records lie in the folder of a benchmark, whose parts are called as those of data are.
  private static boolean isOfABenchmark(Place place) {
    return place.inFolder(Set.of("benchmark", "benchmarks", "eval", "evals", "evaluation"))
        && (STRONG.contains(place.extension()) || WEAK.contains(place.extension()))
        && !place.any(Place.ASIDE);
  }

  /// Folders of what a model that is trained by then is tuned to and tried on.
  private static final Set<String> DOWNSTREAM =
      Set.of("finetune", "finetuning", "downstream", "tasks", "glue", "superglue");

  /// The groups as they are in a release that pre-trains its model: the data of the tasks that it
  /// is then tuned to is not what it was trained on.
  static List<Group> ofPretrained(List<Group> groups) {
    return groups.stream()
        .map(g ->
            g.stage() == DataSet.Stage.TRAINING && Place.of(g.folder() + "/x").inFolder(DOWNSTREAM)
                ? new Group(g.folder(), g.files(), g.bytes(), DataSet.Stage.POST_TRAINING)
                : g)
        .toList();
  }

  /// Whether a group lies among the tasks that a finished model is tried on by tuning it.
  static boolean isDownstream(Group group) {
    return Place.of(group.folder() + "/x").inFolder(DOWNSTREAM);
  }

  /// Whether a file of this ending holds records, recordings or pictures, and no list of them.
  static boolean isOfRecords(String extension) {
    return STRONG.contains(extension) || MEDIA.contains(extension);
  }

  private static boolean media(FileEntry entry) {
    return MEDIA.contains(Place.of(entry.path()).extension());
  }

  /// Folders with a training and a test part each: one is a data set; many side by side are the
  /// tasks that a finished model is tried on.
  private static Set<String> taskFolders(Listing listing) {
    Set<String> train = new TreeSet<>();
    Set<String> test = new TreeSet<>();
    for (Listing.Named named : listing.files()) {
      if (named.place().nameHas(Set.of("train"))) {
        train.add(named.entry().folder());
      } else if (named.place().nameHas(Set.of("test", "dev"))) {
        test.add(named.entry().folder());
      }
    }
    train.retainAll(test);
    return train.size() >= TASKS ? train : Set.of();
  }

  /// A group of these files, the largest first.
  static Group group(String folder, List<FileEntry> files, DataSet.Stage stage) {
    List<FileEntry> sorted = new ArrayList<>(files);
    sorted.sort(Order.both(Order.down(FileEntry::size), Order.of(FileEntry::path)));
    long bytes = files.stream().mapToLong(FileEntry::size).filter(n -> n > 0).sum();
    return new Group(folder, List.copyOf(sorted), bytes, stage);
  }

  private static int score(Place place, long size, boolean trains) {
    String extension = place.extension();
    int score =
        STRONG.contains(extension)
            ? 2
            : WEAK.contains(extension) ? 1 : MEDIA.contains(extension) ? 0 : -9;
    if (score < 0 || size >= 0 && size < SMALL) {
      return 0;
    }
    Set<String> words = new TreeSet<>(place.words());
    boolean data = place.inFolder(Place.DATA);
    boolean nameSaysData = words.stream().anyMatch(NAMED::contains);
    if (place.nameHas(Place.TRAIN)) {
      score += 3;
    } else if (place.any(Place.TRAIN)) {
      score += 2;
    }
    if (data) {
      score += 1;
    }
    if (nameSaysData && !data) {
      score += 2;
    }
    if ((place.any(Place.EVALUATION) || Benchmarks.inPath(place.path()))
        && (data || nameSaysData)) {
      score += 2;
    }
    // A list beside recordings or pictures tells of them; without a trainer it is no corpus.
    if (size >= 20_000 && (trains || !WEAK.contains(extension) || place.nameHas(Place.TRAIN))) {
      score += 1;
    }
    if (size >= 1_000_000) {
      // So much text in the folder for data, beside a trainer, is what it trains on.
      score += trains && data && place.depth() == 1 ? 2 : 1;
    }
    if (place.any(Place.ASIDE) || place.any(Place.EXAMPLE)) {
      score -= 8;
    }
    if (NUMBERS.contains(extension) && place.inFolder(OF_WEIGHTS) && place.nameHas(PARAMETERS)) {
      score -= 8;
    }
    if (!STRONG.contains(extension)
        && (place.any(LISTS) || place.nameHas(VOCABULARIES) && !place.nameHas(Place.TRAIN))) {
      score -= 8;
    }
    return score;
  }
}
