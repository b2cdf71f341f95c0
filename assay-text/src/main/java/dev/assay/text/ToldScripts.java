package dev.assay.text;

import dev.assay.io.Fence;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Scripts of which the README says that they fetch data, though neither their names nor their
/// words do: "run `bin/download_dunes.sh` to download the Dunes data set", or the command below
/// "Download the data:". Linear in the README's length.
final class ToldScripts {
  private static final int LONGEST_LINE = 2_000;
  private static final int MOST_LINES = 4_000;

  private static final Pattern FETCHES =
      Pattern.compile("(?i)\\b(?:download|fetch|obtain|get|grab)(?:s|ing|ed)?\\b");

  private static final Pattern DATA =
      Pattern.compile(
          "(?i)\\b(?:data ?sets?|data|corpus|corpora|training (?:images|set|texts?))\\b|数据|データ|데이터");

  /// What such a line fetches besides, or for what else.
  private static final Pattern ELSE =
      Pattern.compile(
          "(?i)\\b(?:weights?|checkpoints?|models?|pre-?trained|test(?:ing)? (?:data|set)|evaluat\\w{0,4}|benchmarks?|samples?|examples?|demo|metadata|results?)\\b|权重|模型");

  private ToldScripts() {}

  /// The paths, or ends of paths, of such scripts.
  ///
  /// @param scripts the paths of the scripts that fetch something
  static Set<String> in(List<Document> documents, Set<String> scripts) {
    Set<String> told = new HashSet<>();
    for (Document document : documents) {
      if (!scripts.isEmpty()
          && document.kind() == Document.Kind.README
          && Place.of(document.file().path()).depth() == 0) {
        read(document.file().text(), scripts, told);
      }
    }
    return told;
  }

  private static void read(String text, Set<String> scripts, Set<String> told) {
    String heading = "";
    String prose = "";
    Fence open = null;
    for (String line : text.lines().limit(MOST_LINES).toList()) {
      String bare = line.length() > LONGEST_LINE ? "" : line.strip();
      if (bare.isEmpty()) {
        continue;
      }
      if (open == null) {
        open = Fence.opening(bare);
        if (open != null) {
          continue;
        }
      } else if (open.isClosedBy(bare)) {
        open = null;
        continue;
      }
      if (open == null && bare.startsWith("#")) {
        heading = bare;
        prose = "";
        continue;
      }
      for (String script : scripts) {
        if (names(bare, script) || namesFolder(bare, script)) {
          // A command is led to by what stands before it; a sentence speaks for itself.
          boolean sentence = open == null && FETCHES.matcher(without(bare, script)).find();
          String said = sentence ? without(bare, script) : prose.isEmpty() ? heading : prose;
          if (says(said)) {
            told.add(script);
          }
        }
      }
      prose = open == null ? bare : prose;
    }
  }

  private static boolean says(String text) {
    return FETCHES.matcher(text).find() && DATA.matcher(text).find() && !ELSE.matcher(text).find();
  }

  /// Whether a line names the folder of a script by its path, `scripts/download`.
  private static boolean namesFolder(String line, String script) {
    int slash = script.lastIndexOf('/');
    String folder = slash < 0 ? "" : script.substring(0, slash);
    int at = folder.indexOf('/') < 0 ? -1 : line.indexOf(folder);
    int end = at + folder.length();
    return at >= 0 && (end == line.length() || "`/ *'\"),.".indexOf(line.charAt(end)) >= 0);
  }

  /// Whether a line names a script, by its path or its name alone.
  private static boolean names(String line, String script) {
    String name = script.substring(script.lastIndexOf('/') + 1);
    int at = line.indexOf(name);
    return at >= 0
        && (at == 0 || "/ `'\"([".indexOf(line.charAt(at - 1)) >= 0)
        && (at + name.length() == line.length()
            || !Character.isLetterOrDigit(line.charAt(at + name.length())));
  }

  /// A line without the script's name, whose words are none of the sentence.
  private static String without(String line, String script) {
    return line.replace(script, " ")
        .replace(script.substring(script.lastIndexOf('/') + 1), " ")
        .toLowerCase(Locale.ROOT);
  }
}
