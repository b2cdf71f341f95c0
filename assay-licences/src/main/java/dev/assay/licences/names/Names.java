package dev.assay.licences.names;

import dev.assay.licences.data.LicenceData;
import dev.assay.licences.data.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Names, tags and identifiers of licences. A name that leaves the version open gives the family,
/// never a version.
public final class Names {
  private final Table identifiers;
  private final Table addresses;
  private final Table names;
  private final Map<String, List<Known>> byFirst = new ConcurrentHashMap<>();

  /// @param words the words of the name, each followed by a space but the last
  private record Known(String words, String expression, boolean sure) {}

  private Names(LicenceData data) {
    this.identifiers = data.table(LicenceData.Section.IDENTIFIERS);
    this.addresses = data.table(LicenceData.Section.ADDRESSES);
    this.names = data.table(LicenceData.Section.NAMES);
  }

  /// The names in the data that the build made.
  public static Names of(LicenceData data) {
    return new Names(data);
  }

  /// All names that begin with a word. In the table each is a line: `!` where it is sure or `?`,
  /// its words, a tab, what it names.
  private List<Known> from(String first) {
    List<Known> known = byFirst.get(first);
    if (known == null) {
      known = new ArrayList<>();
      String lines = names.get(first);
      for (String line : lines == null ? new String[0] : lines.split("\n")) {
        int tab = line.indexOf('\t');
        known.add(
            new Known(line.substring(1, tab), line.substring(tab + 1), line.charAt(0) == '!'));
      }
      if (lines == null) {
        return known;
      }
      byFirst.put(first, known);
    }
    return known;
  }

  /// The words of a name, as it is looked for.
  public static String words(String name) {
    Tokens t = Tokens.of(name.replace("\"", " "));
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < t.size(); i++) {
      words.append(i == 0 ? "" : " ").append(spelling(t.at(i)));
    }
    return words.toString();
  }

  private static String spelling(String word) {
    return word.equals("licence") ? "license" : word;
  }

  /// A web address without scheme and endings, in small letters.
  public static String plainLink(String link) {
    String plain =
        link.toLowerCase(Locale.ROOT).replaceFirst("^[a-z]+://", "").replaceFirst("^www\\.", "");
    int end = plain.length();
    while (end > 0 && "/.,;)>\"'".indexOf(plain.charAt(end - 1)) >= 0) {
      end--;
    }
    plain = plain.substring(0, end);
    for (String tail :
        List.of(".html", ".php", ".txt", ".htm", "/legalcode", "/deed.en", "/deed")) {
      if (plain.endsWith(tail)) {
        plain = plain.substring(0, plain.length() - tail.length());
      }
    }
    return plain;
  }

  /// The identifier in its own spelling, or null when it is on no list.
  public @Nullable String id(String id) {
    String known = identifiers.get(id.toLowerCase(Locale.ROOT));
    return known == null ? null : known.substring(0, known.indexOf('\t'));
  }

  /// The name of a licence, or its identifier.
  public String title(String id) {
    String known = identifiers.get(id.toLowerCase(Locale.ROOT));
    return known == null ? id : known.substring(known.indexOf('\t') + 1);
  }

  /// The licence that a web address gives, or null.
  public @Nullable String link(String address) {
    String plain = plainLink(address);
    String known = addresses.get(plain);
    if (known != null) {
      return known;
    }
    int at = plain.indexOf("creativecommons.org/");
    if (at >= 0) {
      return creativeCommons(plain.substring(at + 20));
    }
    if (plain.startsWith("spdx.org/licenses/")
        || plain.startsWith("choosealicense.com/licenses/")
        || plain.startsWith("opensource.org/license")) {
      return id(plain.substring(plain.lastIndexOf('/') + 1));
    }
    return null;
  }

  private static @Nullable String creativeCommons(String path) {
    String[] parts = path.split("/");
    if (parts.length >= 3 && parts[0].equals("publicdomain") && parts[1].equals("zero")) {
      return "CC0-1.0";
    }
    if (parts.length >= 3 && parts[0].equals("licenses") && parts[1].startsWith("by")) {
      String kind = parts[1].toUpperCase(Locale.ROOT);
      String version = parts[2];
      return version.matches("[1-4]\\.[05]")
          ? "CC-" + kind + "-" + version
          : "LicenseRef-CC-" + kind;
    }
    return null;
  }

  /// The licence named by the tokens from `i` on, the longest name winning, or null.
  public @Nullable Name at(Tokens t, int i) {
    Name best = Family.at(t, i);
    Name other = NamesInOtherWords.at(t, i);
    if (other != null && (best == null || other.to() > best.to())) {
      best = other;
    }
    for (Known k : from(spelling(t.at(i)))) {
      int to = end(t, i, k.words);
      if (to > 0 && (best == null || to > best.to())) {
        best = new Name(k.expression, i, to, k.sure);
      }
    }
    return best;
  }

  /// After the last token of a name that stands at a place, or -1.
  private static int end(Tokens t, int i, String words) {
    int at = 0;
    int k = i;
    for (; at <= words.length(); k++) {
      String word = spelling(t.at(k));
      if (word.isEmpty() || !words.startsWith(word, at)) {
        return at > 0 && LICENCE.contains(words.substring(at)) ? hanLicence(t, k) : -1;
      }
      at += word.length();
      if (at < words.length() && words.charAt(at) != ' ') {
        return -1;
      }
      at++;
    }
    return k;
  }

  private static final Set<String> LICENCE = Set.of("license", "community license");

  /// Words before the Chinese one for licence: `of`, `community`, `open source`, `model`, `use`.
  private static final List<String> HAN_BEFORE =
      List.of("\u7684", "\u793E\u533A", "\u5F00\u6E90", "\u6A21\u578B", "\u4F7F\u7528");

  private static final List<String> HAN_LICENCE =
      List.of(
          "\u8BB8\u53EF\u534F\u8BAE",
          "\u8BB8\u53EF\u8BC1",
          "\u8BB8\u53EF",
          "\u6388\u6743",
          "\u534F\u8BAE");

  /// After the word for licence in Chinese, which closes a name as `License` does, or -1.
  private static int hanLicence(Tokens t, int k) {
    int at = k;
    for (int i = 0; i < HAN_BEFORE.size(); i++) {
      for (String before : HAN_BEFORE) {
        at += t.signs(at, before) ? before.length() : 0;
      }
    }
    for (String licence : HAN_LICENCE) {
      if (t.signs(at, licence)) {
        return at + licence.length();
      }
    }
    return -1;
  }

  /// The licence that a tag of a model hub means. Tags of GNU licences do not say whether later
  /// versions may be used: they give the identifier that does not say so either.
  public @Nullable String tag(String tag) {
    String lower = tag.strip().toLowerCase(Locale.ROOT);
    if (lower.equals("other") || lower.equals("unknown") || lower.equals("unlicensed")) {
      return null;
    }
    String id = id(lower);
    return id != null ? id : whole(tag);
  }

  /// The licence that a whole short text names: a tag, a metadata value, a badge. Null when it
  /// names none or says more than a name.
  public @Nullable String whole(String text) {
    String trimmed = text.strip();
    if (trimmed.isEmpty() || trimmed.length() > 200) {
      return null;
    }
    String id = id(trimmed);
    if (id != null) {
      return id;
    }
    if (trimmed.contains("://")) {
      return link(trimmed);
    }
    Tokens t = Tokens.of(trimmed);
    int i = 0;
    while (t.at(i).equals("the") || t.at(i).equals("license") || t.at(i).equals("licence")) {
      i++;
    }
    Name name = at(t, i);
    if (name == null) {
      return null;
    }
    for (int k = name.to(); k < t.size(); k++) {
      switch (t.at(k)) {
        case "license",
            "licence",
            "licenses",
            "agreement",
            "international",
            "unported",
            "deed",
            "terms",
            "only",
            "public",
            "v1",
            "version",
            "software",
            "inc",
            "and",
            "unmodified",
            "community",
            "of",
            "use" -> {}
        default -> {
          return null;
        }
      }
    }
    return name.expression();
  }
}
