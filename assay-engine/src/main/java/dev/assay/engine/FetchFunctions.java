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

/// Functions of a program that are named for fetching its model, in any language, with the address
/// or the bucket that stands in them: `fn download_network(...)`, `def download_model(...)`; and
/// calls that take one named file of weights from a repository at a hub and load it where they
/// stand. What only others' parts are named for (`download_vgg`, `download_dataset`) is none.
/// Linear in the length of the file: each function is read once, and only so far.
final class FetchFunctions {
  private static final int MOST = 5;

  /// How far into a function its address is looked for.
  private static final int BODY = 2_000;

  private static final Pattern FUNCTION =
      Pattern.compile(
          "\\b(?:def|fn|func|function|fun|sub|proc)\\s{1,4}_{0,2}(?:maybe_?)?(?:download|fetch|retrieve)_?(?:the_?|our_?)?"
              + "(?:pre_?trained_?|trained_?|default_?)?(?:models?|networks?|nets?|weights?|checkpoints?|ckpts?)(?:_?(?:file|files|weights|from_hub))?\\s{0,2}(?:<-\\s{0,2}function\\s{0,2})?\\(",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NEXT = Pattern.compile("\\n(?:def|class|fn|pub fn|func|function) ");

  private static final Pattern ADDRESS =
      Pattern.compile("(?:https?|gs|s3)://[\\w.~:/?#@!$&*+=%-]{4,500}");

  private static final Pattern BUCKET =
      Pattern.compile("\\bbucket(?:_name)?\\s{0,3}=\\s{0,3}[\"']([a-z0-9][a-z0-9.-]{2,62})[\"']");

  /// A call for one file of weights in a repository at a hub.
  private static final Pattern HUB_FILE =
      Pattern.compile(
          "\\bhf_hub_download\\(\\s{0,40}(?:repo_id\\s{0,2}=\\s{0,2})?[\"']([\\w.-]{2,60}/[\\w.-]{3,90})[\"'],\\s{0,40}(?:filename\\s{0,2}=\\s{0,2})?"
              + "[\"']([\\w./+-]{1,120}\\.(?:pth|pt|ckpt|bin|safetensors|onnx|h5|tar))[\"']");

  /// The same, of a repository that the program keeps under a name of capitals at its top.
  private static final Pattern HUB_CONSTANT =
      Pattern.compile(
          "\\bhf_hub_download\\(\\s{0,40}(?:repo_id\\s{0,2}=\\s{0,2})?([A-Z][A-Z0-9_]{2,40})\\s{0,4},\\s{0,40}(?:filename\\s{0,2}=\\s{0,2})?"
              + "f?[\"'][^\"'\\n]{0,60}(?:\\{[^}\\n]{1,60}\\}[^\"'\\n]{0,60})?\\.(?:pth|pt|ckpt|bin|safetensors|onnx|h5|tar)[\"']");

  private static final Pattern CONSTANT =
      Pattern.compile(
          "(?m)^([A-Z][A-Z0-9_]{2,40}) ?= ?[\"']([\\w.-]{2,60}/[\\w.-]{3,90})[\"']\\s{0,20}$");

  /// What puts weights into a network, wherever it stands.
  private static final Pattern PUTS =
      Pattern.compile("\\b(?:load_state_dict|load_checkpoint|load_weights|load_model)\\(");

  /// What puts into a network of the program what was fetched.
  private static final String LOADS = ".load_state_dict(";

  /// How far behind the call it is loaded.
  private static final int NEAR = 800;

  private static final Set<String> OTHER =
      Set.of("py", "md", "html", "htm", "json", "txt", "csv", "git", "yaml", "yml");

  private FetchFunctions() {}

  /// The places that functions of a program fetch its model from, each with its line.
  static List<Mention> in(TextFile file) {
    String text = file.text();
    var found = new ArrayList<Mention>();
    if (WeightLinks.isOfEncoders(file.path())) {
      return found;
    }
    if (text.contains("ownload") || text.contains("etch") || text.contains("etrieve")) {
      Matcher function = FUNCTION.matcher(text);
      while (found.size() < MOST && function.find()) {
        place(file, function.end(), found);
      }
    }
    if (text.contains("hf_hub_download(")) {
      Matcher call = HUB_FILE.matcher(text);
      while (found.size() < MOST && call.find()) {
        String behind = text.substring(call.end(), Math.min(text.length(), call.end() + NEAR));
        if (behind.contains(LOADS)) {
          String link = WeightPlaces.BY_NAME + call.group(1) + "/blob/main/" + call.group(2);
          found.add(linked(file, link, call.start(1), call.end(2)));
        }
      }
    }
    if (text.contains("hf_hub_download(") && PUTS.matcher(text).find()) {
      ofConstants(file, found);
    }
    return found;
  }

  private static void ofConstants(TextFile file, List<Mention> found) {
    Matcher call = HUB_CONSTANT.matcher(file.text());
    while (found.size() < MOST && call.find()) {
      Matcher constant = CONSTANT.matcher(file.text());
      while (constant.find()) {
        if (String.valueOf(constant.group(1)).equals(call.group(1))) {
          String link = WeightPlaces.BY_NAME + constant.group(2);
          found.add(linked(file, link, constant.start(), constant.end(2)));
          return;
        }
      }
    }
  }

  private static void place(TextFile file, int from, List<Mention> found) {
    String text = file.text();
    int to = Math.min(text.length(), from + BODY);
    Matcher next = NEXT.matcher(text).region(from, to);
    int end = next.find() ? next.start() : to;
    Matcher address = ADDRESS.matcher(text).region(from, end);
    while (address.find()) {
      String url = address.group();
      if (isPlace(url)) {
        found.add(linked(file, url, address.start(), address.end()));
        return;
      }
    }
    Matcher bucket = BUCKET.matcher(text).region(from, end);
    if (bucket.find()) {
      String scheme =
          text.contains("google.cloud") ? "gs://" : text.contains("boto") ? "s3://" : "";
      if (!scheme.isEmpty()) {
        found.add(linked(file, scheme + bucket.group(1), bucket.start(), bucket.end()));
      }
    }
  }

  /// Whether an address can be one of a file or a folder, and of no page or data.
  private static boolean isPlace(String url) {
    String lower = url.toLowerCase(Locale.ROOT);
    int query = lower.indexOf('?');
    String path = query < 0 ? lower : lower.substring(0, query);
    int slash = path.indexOf('/', path.indexOf("://") + 3);
    boolean machine = lower.contains("://localhost") || lower.contains("://127.");
    return slash > 0
        && !machine
        && !path.contains("data")
        && !path.contains("/docs")
        && !OTHER.contains(path.substring(path.lastIndexOf('.') + 1));
  }

  private static Mention linked(TextFile file, String link, int from, int to) {
    return new Mention(
        Component.WEIGHTS, State.LINKED, Set.of(), link, null, file.evidenceAt(from, to));
  }
}
