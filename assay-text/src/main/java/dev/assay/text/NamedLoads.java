package dev.assay.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Models that commands and calls take by their name alone, where nothing but the name tells whose
/// they are: an option of a program (`--model_name_or_path owner/net`), a repository that a library
/// loads from, a runner's command. A README shows with its own; others' are the usual thing to
/// start from. Those count whose name bears a word of the document's title.
final class NamedLoads {
  private static final String ID =
      "([A-Za-z0-9][\\w.-]{1,60}/[A-Za-z0-9][\\w.-]{1,90})(?![\\w./-])";

  private static final Pattern OPTION =
      Pattern.compile(
          "(?<![\\w-])--?(?:model|ckpt|checkpoint|pretrained|hf|weights)[\\w-]{0,40}[= ]\\s{0,4}[\"']?"
              + ID);

  private static final Pattern LIBRARY =
      Pattern.compile("\\bhub\\.load\\(\\s{0,8}(?:repo_or_dir\\s?=\\s?)?[\"']" + ID + "(?=[\"':])");

  private static final Pattern RUNNER =
      Pattern.compile(
          "\\bollama (?:run|pull) "
              + ID
              + "|\\bhf[-_]hub:"
              + ID
              + "|\\b(?:[A-Z]\\w{2,30}(?:Model|Transformer))\\([\"']"
              + ID);

  /// What the first part of a path on the reader's machine is called.
  private static final Set<String> FOLDERS =
      Set.of(
          "checkpoints",
          "checkpoint",
          "ckpt",
          "ckpts",
          "model",
          "models",
          "output",
          "outputs",
          "weights",
          "results",
          "logs",
          "runs",
          "run",
          "data",
          "config",
          "configs",
          "path",
          "exp",
          "exps",
          "experiments",
          "work_dirs",
          "pretrained",
          "pretrained_models",
          "save",
          "saved",
          "saved_models",
          "src",
          "tmp",
          "home",
          "trained_models",
          "cache",
          "assets",
          "artifacts");

  private NamedLoads() {}

  /// The addresses of the models that commands or code load.
  static List<String> in(String code, String title) {
    if (title.isEmpty() || code.indexOf('/') < 0) {
      return List.of();
    }
    List<String> found = new ArrayList<>();
    for (Matcher m = OPTION.matcher(code); m.find(); ) {
      add(found, "https://huggingface.co/", m.group(1), title);
    }
    if (code.contains("hub.load")) {
      for (Matcher m = LIBRARY.matcher(code); m.find(); ) {
        add(found, "torch.hub:", m.group(1), title);
      }
    }
    for (Matcher m = RUNNER.matcher(code); m.find(); ) {
      add(found, "https://ollama.com/", m.group(1), title);
      add(found, "https://huggingface.co/", m.group(2), title);
      add(found, "https://huggingface.co/", m.group(3), title);
    }
    return found;
  }

  private static void add(List<String> found, String hub, @Nullable String id, String title) {
    if (id == null) {
      return;
    }
    int slash = id.indexOf('/');
    String name = id.substring(slash + 1);
    boolean path =
        FOLDERS.contains(id.substring(0, slash).toLowerCase(Locale.ROOT)) || isFile(name);
    if (!path && OthersModels.bears(name, title)) {
      found.add(hub + id);
    }
  }

  private static final Pattern FILE =
      Pattern.compile(
          "(?i)\\.(?:py|sh|ya?ml|json|pth?|bin|ckpt|onnx|h5|tar|zip|gz|txt|csv|safetensors|gguf|npz|pkl)$");

  private static boolean isFile(String name) {
    return FILE.matcher(name).find();
  }
}
