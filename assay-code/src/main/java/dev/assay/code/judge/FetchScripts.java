package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.outline.Language;
import dev.assay.code.outline.Outline;
import dev.assay.code.roles.Words;
import dev.assay.code.roles.Zone;
import dev.assay.code.roles.Zones;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Scripts of a shell that get data sets from elsewhere into files: a command that fetches, among
/// words of data, or with both parts that a data set has. What fetches weights, tools or what the
/// model is tried on is none. Linear in the commands.
final class FetchScripts {
  /// Commands that fetch.
  private static final Set<String> FETCHES =
      Set.of("wget", "curl", "aria2c", "axel", "gdown", "gsutil", "azcopy", "kaggle", "s3cmd");

  /// Commands that also do other things, and with which words they fetch.
  private static final List<Set<String>> FETCH_BY =
      List.of(
          Set.of("aws", "cp"),
          Set.of("aws", "sync"),
          Set.of("huggingface-cli", "download"),
          Set.of("hf", "download"),
          Set.of("git", "clone"));

  /// Words of the names of scripts that fetch.
  private static final Set<String> GETS =
      Set.of("download", "downloads", "dl", "get", "fetch", "pull", "grab", "collect");

  /// Words of what is fetched that is no data.
  private static final Set<String> OTHER =
      Set.of(
          "model",
          "models",
          "weights",
          "weight",
          "checkpoint",
          "checkpoints",
          "ckpt",
          "ckpts",
          "pretrained",
          "pretrain",
          "pth",
          "pt",
          "bin",
          "safetensors",
          "caffemodel",
          "onnx",
          "gguf",
          "pip",
          "conda",
          "miniconda",
          "install",
          "apt",
          "cuda",
          "whl",
          "vocab",
          "tokenizer");

  /// Places of what is fetched for something else than training.
  private static final Set<Zone> NOT_DATA =
      EnumSet.of(
          Zone.EVALUATION,
          Zone.MEASURES,
          Zone.BENCHMARK,
          Zone.DEMO,
          Zone.TOKENIZER,
          Zone.TEST,
          Zone.MODEL,
          Zone.DOCS);

  private static final int MOST = 2_000;

  private FetchScripts() {}

  /// Whether a script fetches data: its name says so, or it speaks of both parts of a set and
  /// fetches nothing else.
  static boolean is(CodeFile f) {
    if (f.language() != Language.SHELL || f.zones().stream().anyMatch(NOT_DATA::contains)) {
      return false;
    }
    List<String> path = Zones.words(f.file().path());
    List<Outline.Launch> fetched =
        f.shape().launches().stream().limit(MOST).filter(FetchScripts::fetches).toList();
    List<String> name = Zones.words(f.file().name());
    boolean named =
        name.stream().anyMatch(GETS::contains)
            && (name.stream().anyMatch(w -> Words.DATA.contains(w) || DataNames.records(w))
                || Zones.ofFolder(f.folder()).contains(Zone.DATA)
                    && fetched.stream().anyMatch(FetchScripts::ofHub));
    return !fetched.isEmpty()
        && path.stream().noneMatch(OTHER::contains)
        && (named
            ? fetched.stream().anyMatch(FetchScripts::data)
            : ForTraining.parts(f) && fetched.stream().allMatch(FetchScripts::data) && alone(f));
  }

  /// Commands that take files out of an archive.
  static final Set<String> UNPACKERS = Set.of("unzip", "tar", "gunzip", "7z", "unrar");

  /// Whether a script does nothing but fetch archives and unpack them, and none is of weights or
  /// tools.
  static boolean unpacked(CodeFile f) {
    List<Outline.Launch> launches = f.shape().launches().stream().limit(MOST).toList();
    List<Outline.Launch> fetched = launches.stream().filter(FetchScripts::fetches).toList();
    return !fetched.isEmpty()
        && launches.stream()
            .map(l -> Zones.words(l.words()))
            .anyMatch(w -> !w.isEmpty() && UNPACKERS.contains(w.getFirst()))
        && launches.stream().allMatch(FetchScripts::data)
        && Zones.words(f.file().path()).stream().noneMatch(OTHER::contains)
        && alone(f);
  }

  /// Whether a script starts no program: what fetches on the way to something else is that.
  private static boolean alone(CodeFile f) {
    return f.shape().launches().stream()
        .limit(MOST)
        .noneMatch(l -> l.program().endsWith(".py") || l.words().contains(" -m "));
  }

  private static boolean fetches(Outline.Launch launch) {
    List<String> words = List.of(launch.words().split(" "));
    return FETCHES.contains(words.getFirst())
        || FETCH_BY.stream().anyMatch(words::containsAll)
            && (!words.contains("clone") || launch.words().contains("/datasets/"));
  }

  private static boolean data(Outline.Launch launch) {
    // Of what a hub keeps as data, the form says nothing.
    return ofHub(launch) || Zones.words(launch.words()).stream().noneMatch(OTHER::contains);
  }

  private static boolean ofHub(Outline.Launch launch) {
    return launch.words().contains("/datasets/");
  }
}
