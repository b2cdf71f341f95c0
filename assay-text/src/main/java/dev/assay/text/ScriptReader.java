package dev.assay.text;

import dev.assay.io.TextFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
  private static final Set<String> WEIGHTS =
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

  /// Loaders of files that lie beside the program, not names of data sets.
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
          "webdataset");

  private static final int MOST = 200;

  private ScriptReader() {}

  static boolean wants(Place place) {
    boolean program =
        switch (place.extension()) {
          case "sh", "bash", "py", "ps1" -> true;
          default -> false;
        };
    if (!program) {
      return false;
    }
    boolean acts = place.any(ACTIONS) || place.inFolder(Place.DATA) && place.depth() <= 3;
    boolean data = place.any(Place.DATA);
    boolean weights = place.any(WEIGHTS);
    return acts && data && !(weights && !place.inFolder(Place.DATA));
  }

  static Optional<Document> read(TextFile file, Place place) {
    Map<String, Passage.Source> sources = new LinkedHashMap<>();
    String text = file.text();
    int at = 0;
    while ((at = text.indexOf("://", at)) >= 0 && sources.size() < MOST) {
      int from = at;
      while (from > 0 && at - from < 6 && Character.isLetterOrDigit(text.charAt(from - 1))) {
        from--;
      }
      int end = Inline.addressEnd(text, from);
      if (end > at + 4) {
        String address = text.substring(from, end);
        if (isFetched(text, from, address)) {
          sources.putIfAbsent(address, new Passage.Source("", address));
        }
      }
      at = Math.max(end, at + 3);
    }
    for (String call : CALLS) {
      at = 0;
      while ((at = text.indexOf(call, at)) >= 0 && sources.size() < MOST) {
        at += call.length();
        String name = firstString(text, at);
        if (!name.isEmpty() && !LOCAL.contains(name)) {
          sources.putIfAbsent(name, new Passage.Source(name, ""));
        }
      }
    }
    boolean program =
        place.any(ACTIONS)
            || !place.extension().equals("py")
            || text.contains("__main__")
            || text.contains("ArgumentParser(")
            || text.contains("mirdata.initialize(")
            || text.contains("soundata.initialize(");
    if (sources.isEmpty() || !program) {
      return Optional.empty();
    }
    return Optional.of(
        Document.plain(
            file, Document.Kind.DATA_SCRIPT, List.copyOf(sources.values()), sources.size()));
  }

  /// Whether an address is fetched and not only cited: it leads to data or storage, or a command
  /// that fetches stands on its line.
  private static boolean isFetched(String text, int from, String address) {
    Address.Kind kind = Address.kind(address);
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
    String lower = address.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".zip")
        || lower.endsWith(".tar.gz")
        || lower.endsWith(".tgz")
        || lower.endsWith(".txt")
        || lower.endsWith(".tar")
        || lower.endsWith(".gz")) {
      return true;
    }
    int lineStart = Math.max(text.lastIndexOf('\n', from) + 1, from - 200);
    String before = text.substring(lineStart, from);
    return before.contains("wget")
        || before.contains("curl ")
        || before.contains("aria2c")
        || before.contains("url=")
        || before.contains("urlretrieve");
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
