package dev.assay.engine;

import dev.assay.io.TextFile;
import dev.assay.model.Component;
import dev.assay.model.Mention;
import dev.assay.model.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Models of a hub that source code loads by `owner/name`: in the call itself, or as the value that
/// a setting for it has by default. A program that runs without being told a model leads to this
/// one. Whether it is the release's own is told by its name ({@link WeightPlaces}): programs load
/// others' models too. Linear in the length of the file.
final class HubNames {
  /// A file holds many; this many are kept.
  private static final int MOST = 5;

  /// How far before a name the call or the setting stands.
  private static final int BEFORE = 80;

  private static final Pattern NAME =
      Pattern.compile("[\"']([A-Za-z0-9][\\w.-]{1,60}/[A-Za-z0-9][\\w.-]{2,90})\\\\?[\"']");

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
    if (!source || LOADING.stream().noneMatch(text::contains)) {
      return List.of();
    }
    var found = new ArrayList<Mention>();
    Matcher m = NAME.matcher(text);
    while (found.size() < MOST && m.find()) {
      String id = String.valueOf(m.group(1));
      String lower = id.toLowerCase(Locale.ROOT);
      String owner = lower.substring(0, lower.indexOf('/'));
      if (FOLDERS.contains(owner) || FILES.stream().anyMatch(lower::endsWith)) {
        continue;
      }
      int from = Math.max(text.lastIndexOf('\n', m.start()) + 1, m.start() - BEFORE);
      String before = text.substring(from, m.start()).toLowerCase(Locale.ROOT);
      if (LOADING.stream().anyMatch(before::contains)
          && NO_MODEL.stream().noneMatch(before::contains)) {
        found.add(
            new Mention(
                Component.WEIGHTS,
                State.LINKED,
                Set.of(),
                WeightPlaces.BY_NAME + id,
                null,
                file.evidenceAt(m.start(1), m.end(1))));
      }
    }
    return found;
  }
}
