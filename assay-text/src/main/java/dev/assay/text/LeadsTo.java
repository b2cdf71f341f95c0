package dev.assay.text;

import dev.assay.model.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Whether a link, wherever it stands, leads to a data set that other words of the release name as
/// what it was trained on. What is only linked by a name must be called data in one of the two
/// places: a sentence names programs and machines as well.
final class LeadsTo {
  /// A shorter name is too many things.
  private static final int SHORTEST = 4;

  /// So many passages are looked through for what nobody would take for a name.
  private static final int MOST = 60;

  /// The passages that name a data set, by its key.
  private final Map<String, List<String>> named = new HashMap<>();

  /// Passages that say what was trained on, lower case.
  private final List<String> told = new ArrayList<>();

  /// Names of the release: pages called so are its own, and no data's.
  private final OwnNames names;

  /// @param own what the release says of its own training data
  /// @param names what the release is called
  LeadsTo(List<Given> own, OwnNames names) {
    this.names = names;
    for (Given g : own) {
      // Settings name what a run takes, and say nothing of the release.
      if (g.evidence().span() instanceof Span.Whole) {
        continue;
      }
      for (Passage.Source source : g.sources()) {
        String key = key(source.name());
        if (key.length() >= SHORTEST) {
          List<String> texts = named.computeIfAbsent(key, k -> new ArrayList<>());
          if (texts.size() < MOST) {
            texts.add(g.text());
          }
        }
      }
      if (told.size() < MOST && TRAINED.matcher(g.text()).find()) {
        told.add(g.text().toLowerCase(Locale.ROOT));
      }
    }
  }

  /// @param link a link of the release, of whatever weight
  boolean is(Given link) {
    if (named.isEmpty() && told.isEmpty()) {
      return false;
    }
    boolean only = LinkedNames.isOne(link);
    for (Passage.Source source : link.sources()) {
      if (only && isNoName(source.name()) && isCalledAfterOne(source.link())) {
        return true;
      }
      String name = only ? LinkedNames.plain(source.name()) : source.name();
      String key = key(name);
      if (source.link().isEmpty() || key.length() < SHORTEST) {
        continue;
      }
      boolean called = !only || LinkedNames.isCalledData(source);
      List<String> texts = named.getOrDefault(key, List.of());
      if (called ? !texts.isEmpty() : AnyOf.is(texts, t -> isData(t, name))) {
        return true;
      }
      String lower = name.toLowerCase(Locale.ROOT);
      if (only && AnyOf.is(told, t -> isTrainedOn(t, lower, called))) {
        return true;
      }
    }
    return false;
  }

  /// Whether the words of a link are none, or too many for a name: the title of a page.
  private static boolean isNoName(String words) {
    return words.isEmpty() || words.split(" ", WORDS + 1).length > WORDS;
  }

  private static final int WORDS = 4;

  /// Whether an address is called after a data set that was named.
  private boolean isCalledAfterOne(String address) {
    return named.keySet().stream()
        .anyMatch(key -> AddressNames.is(address, key) && !names.beginWith(key));
  }

  /// A name of a data set without case, marks and a word for data behind it.
  private static String key(String name) {
    String key = TrainingCommands.key(name);
    for (String word : List.of("dataset", "datasets", "database", "corpus", "data")) {
      if (key.endsWith(word)) {
        return key.substring(0, key.length() - word.length());
      }
    }
    return key;
  }

  private static final Pattern DATA =
      Pattern.compile(
          "(?i)^[\\w \"'`*-]{0,24}?\\b(?:data ?sets?|data ?bases?|corpus|corpora|data)\\b");

  /// Whether a text calls a name data, at one of the places where it stands.
  private static boolean isData(String text, String name) {
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length())) {
      int end = at + name.length();
      if (DATA.matcher(text.substring(end, Math.min(text.length(), end + 40))).find()) {
        return true;
      }
    }
    return false;
  }

  private static final Pattern TRAINED =
      Pattern.compile("(?i)\\b(?:pre-?|fine-?)?(?:train|tun)(?:ed|ing)\\b");

  private static final Pattern JOINS =
      Pattern.compile("\\b(?:on|with|using|from) (?:the |an? |our )?$");

  private static final Pattern NEXT = Pattern.compile("^[\"'`*]{0,3} (?:data|corpus|corpora)");

  /// Whether a text says that something was trained on what is called so, though nobody would take
  /// it for a name: "trained with the dunes dataset".
  private static boolean isTrainedOn(String text, String name, boolean called) {
    int at = text.indexOf(name);
    int end = at + name.length();
    if (at < 0 || isLetter(text, at - 1) || isLetter(text, end)) {
      return false;
    }
    return NEXT.matcher(text.substring(end, Math.min(text.length(), end + 12))).find()
        && (called || JOINS.matcher(text.substring(Math.max(0, at - 16), at)).find());
  }

  private static boolean isLetter(String text, int at) {
    return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
  }
}
