package dev.assay.text;

import dev.assay.io.AnyWord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Data sets that a hub's own program is told to fetch by their names: `kaggle datasets download -d
/// owner/harbour`, `hf download owner/harbour --repo-type dataset`. Such a command leads to the set
/// as a link does, whether it stands in a block of code, in running text or in a program.
final class HubCommands {
  private static final int MOST = 50;

  private static final String NAME = "(?<!-p )(?<!--path )([\\w.-]{1,60}+/[\\w.-]{1,100}+)(?!/)";

  /// Options and what continues a line.
  private static final String OPTIONS =
      "[^\\n\\r;|&#]{0,160}?(?:\\\\\\r?\\n[^\\n\\r;|&#]{0,120}?){0,3}?";

  private enum Hub {
    KAGGLE_SETS(
        "kaggle datasets download",
        "kaggle datasets download" + OPTIONS + "(?:(?<=\\s)|(?<==))[\"']?" + NAME,
        "https://www.kaggle.com/datasets/"),
    KAGGLE_CALL(
        "dataset_download(",
        "kagglehub\\.dataset_download\\(\\s{0,4}[\"']" + NAME,
        "https://www.kaggle.com/datasets/"),
    KAGGLE_COMPETITIONS(
        "kaggle competitions download",
        "kaggle competitions download" + OPTIONS + "(?:-c|--competition)[ =][\"']?([\\w.-]{3,100})",
        "https://www.kaggle.com/c/"),
    HUGGING_FACE_BEHIND(
        "--repo-type",
        "(?:\\bhf|huggingface-cli) download"
            + OPTIONS
            + "--repo-type[ =]dataset\\b"
            + OPTIONS
            + "\\s[\"']?"
            + NAME
            + "(?=[\"'\\s\\\\]|$)",
        "https://huggingface.co/datasets/"),
    HUGGING_FACE_BEFORE(
        "--repo-type",
        "(?:\\bhf|huggingface-cli) download(?: --[\\w-]{3,30}){0,3} [\"']?"
            + NAME
            + "[\"']?\\s"
            + OPTIONS
            + "--repo-type[ =]dataset\\b",
        "https://huggingface.co/datasets/"),
    HUGGING_FACE_CLONE(
        ":datasets/",
        "git@(?:hf\\.co|huggingface\\.co):datasets/" + NAME,
        "https://huggingface.co/datasets/"),
    MODEL_SCOPE(
        "modelscope download",
        "modelscope download" + OPTIONS + "--dataset[ =][\"']?" + NAME,
        "https://www.modelscope.cn/datasets/");

    private final String sign;
    private final Pattern pattern;
    private final String at;

    Hub(String sign, String pattern, String at) {
      this.sign = sign;
      this.pattern = Pattern.compile(pattern);
      this.at = at;
    }
  }

  /// `rf.workspace("owner").project("harbour")`.
  private static final Pattern ROBOFLOW =
      Pattern.compile(
          "\\.workspace\\(\\s{0,4}[\"']([\\w-]{2,60})[\"']\\s{0,4}\\)\\s{0,4}\\.project\\(\\s{0,4}[\"']([\\w-]{2,80})[\"']");

  /// What each of these commands and calls holds.
  private static final AnyWord SIGNS = AnyWord.of("download", ":datasets/", ".workspace(");

  private HubCommands() {}

  /// The data sets that a text fetches so, but for those for tests and examples.
  static List<Passage.Source> in(String text) {
    if (!SIGNS.in(text)) {
      return List.of();
    }
    Map<String, Passage.Source> sources = new LinkedHashMap<>();
    for (Hub hub : Hub.values()) {
      if (text.contains(hub.sign)) {
        Matcher command = hub.pattern.matcher(text);
        while (sources.size() < MOST && command.find()) {
          add(text, command, String.valueOf(command.group(1)), hub.at, sources);
        }
      }
    }
    if (text.contains(".workspace(")) {
      Matcher call = ROBOFLOW.matcher(text);
      while (sources.size() < MOST && call.find()) {
        String name = call.group(1) + "/" + call.group(2);
        add(text, call, name, "https://universe.roboflow.com/", sources);
      }
    }
    return List.copyOf(sources.values());
  }

  private static void add(
      String text, Matcher command, String name, String at, Map<String, Passage.Source> sources) {
    int end = text.indexOf('\n', command.end());
    String line =
        text.substring(
            command.start(), Math.min(end < 0 ? text.length() : end, command.end() + 200));
    if (!isOpen(name) && !isForTests(name, line) && !isSaidForTests(text, command.start())) {
      sources.putIfAbsent(at + name, new Passage.Source(name, at + name));
    }
  }

  /// Whether a reader is to put another name there.
  private static boolean isOpen(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.startsWith("your")
        || lower.startsWith("owner/")
        || lower.startsWith("user/")
        || lower.startsWith("username/")
        || lower.startsWith("./")
        || lower.startsWith("../")
        || lower.startsWith("path/to");
  }

  /// Whether an address names a set for tests.
  static boolean isTest(String target) {
    return isForTests(target.substring(target.indexOf("://") + 1), "");
  }

  /// Whether the name of a set, or of a place for it, says that it is for tests.
  private static boolean isForTests(String name, String line) {
    if (line.contains("train")) {
      return false;
    }
    if (Benchmarks.inPath(name)) {
      return true;
    }
    for (String word : line.split("\\s+")) {
      if (word.indexOf('/') >= 0) {
        Place place = Place.of(word + "/");
        if (place.any(Place.EVALUATION) || place.any(TESTS)) {
          return true;
        }
      }
    }
    return false;
  }

  private static final Set<String> TESTS =
      Set.of("unittest", "unittests", "fixture", "fixtures", "tests", "demo", "demos");

  /// Whether the comment above a command calls what it fetches a set for evaluation.
  private static boolean isSaidForTests(String text, int at) {
    int line = text.lastIndexOf('\n', at - 1);
    int above = line < 0 ? -1 : text.lastIndexOf('\n', line - 1);
    String before = line < 0 ? "" : text.substring(above + 1, line).strip();
    if (!before.startsWith("#") || before.length() > 200) {
      return false;
    }
    Signals said = Signals.of(before);
    return said.has(Topic.EVALUATION) && !said.hasAny(Topic.TRAINING, Topic.TRAINING_DATA);
  }
}
