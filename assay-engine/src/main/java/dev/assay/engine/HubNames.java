package dev.assay.engine;

import dev.assay.io.TextFile;
import dev.assay.model.Component;
import dev.assay.model.Mention;
import dev.assay.model.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Models of a hub that source code loads by `owner/name`: in the call itself, or as the value that
/// a setting for it has by default. A program that runs without being told a model leads to this
/// one. Whether it is the release's own is told by its name ({@link WeightPlaces}): programs load
/// others' models too. Linear in the length of the file.
final class HubNames {
  /// A file holds many; this many are kept.
  private static final int MOST = 5;

  /// How far before a name the call or the setting stands.
  private static final int BEFORE = 80;

  /// The longest name of an owner, and of a model.
  private static final int OWNER = 61;

  private static final int MODEL = 91;

  /// What loads a model, or keeps the name of one.
  private static final List<String> LOADING =
      List.of(
          "from_pretrained(",
          "hf_hub_download(",
          "snapshot_download(",
          "repo_id",
          "hf_repo",
          "model_id",
          "model_name",
          "model_path",
          "checkpoint",
          "ckpt",
          "pretrained",
          "weights",
          "--model");

  private static final List<String> NO_MODEL =
      List.of("dataset", "tokenizer", "processor", "join(", "open(", "import ");

  private static final List<String> FILES =
      List.of(
          ".py",
          ".json",
          ".yaml",
          ".yml",
          ".txt",
          ".md",
          ".sh",
          ".csv",
          ".wav",
          ".png",
          ".jpg",
          ".pt",
          ".pth",
          ".bin",
          ".ckpt",
          ".safetensors",
          ".onnx",
          ".h5",
          ".npz",
          ".pkl",
          ".gz",
          ".zip",
          ".tar",
          ".model");

  /// First parts of paths of this machine, and no owners.
  private static final Set<String> FOLDERS =
      Set.of(
          "models",
          "model",
          "checkpoints",
          "checkpoint",
          "ckpt",
          "ckpts",
          "weights",
          "data",
          "output",
          "outputs",
          "results",
          "logs",
          "src",
          "configs",
          "config",
          "pretrained",
          "pretrained_models",
          "path",
          "your",
          "runs",
          "exp",
          "experiments",
          "saved_models");

  private HubNames() {}

  /// The models that a source file loads, each with its line.
  static List<Mention> in(TextFile file) {
    String name = file.name().toLowerCase(Locale.ROOT);
    String text = file.text();
    boolean source = name.endsWith(".py") || name.endsWith(".ipynb");
    if (!source) {
      return List.of();
    }
    var found = new ArrayList<Mention>();
    // Slashes are few, and a name has one: a pattern would look at every quotation mark.
    for (int slash = text.indexOf('/');
        slash >= 0 && found.size() < MOST;
        slash = text.indexOf('/', slash + 1)) {
      int start = slash;
      while (start > 0 && slash - start <= OWNER && isPart(text.charAt(start - 1))) {
        start--;
      }
      int end = slash + 1;
      while (end < text.length() && end - slash <= MODEL + 1 && isPart(text.charAt(end))) {
        end++;
      }
      if (!isName(text, start, slash, end)) {
        continue;
      }
      String id = text.substring(start, end);
      String lower = id.toLowerCase(Locale.ROOT);
      String owner = lower.substring(0, lower.indexOf('/'));
      if (FOLDERS.contains(owner) || FILES.stream().anyMatch(lower::endsWith)) {
        continue;
      }
      int from = start - 1;
      while (from > 0 && start - from <= BEFORE && text.charAt(from - 1) != '\n') {
        from--;
      }
      String before = text.substring(from, start - 1).toLowerCase(Locale.ROOT);
      if (LOADING.stream().anyMatch(before::contains)
          && NO_MODEL.stream().noneMatch(before::contains)) {
        found.add(
            new Mention(
                Component.WEIGHTS,
                State.LINKED,
                Set.of(),
                WeightPlaces.BY_NAME + id,
                null,
                file.evidenceAt(start, end)));
      }
    }
    return found;
  }

  /// Whether a quoted text is an owner's name, a slash and a model's.
  private static boolean isName(String text, int start, int slash, int end) {
    int owner = slash - start;
    int model = end - slash - 1;
    return owner >= 2
        && owner <= OWNER
        && model >= 3
        && model <= MODEL
        && start > 0
        && isQuote(text, start - 1)
        && (isQuote(text, end)
            || end < text.length() && text.charAt(end) == '\\' && isQuote(text, end + 1))
        && isAlphanumeric(text.charAt(start))
        && isAlphanumeric(text.charAt(slash + 1));
  }

  private static boolean isQuote(String text, int at) {
    return at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'');
  }

  private static boolean isPart(char c) {
    return isAlphanumeric(c) || c == '_' || c == '.' || c == '-';
  }

  private static boolean isAlphanumeric(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }
}
