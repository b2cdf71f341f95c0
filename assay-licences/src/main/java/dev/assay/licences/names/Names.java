package dev.assay.licences.names;

import dev.assay.licences.match.LicenceIndex;
import dev.assay.licences.terms.Facts;
import dev.assay.licences.terms.FactsLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Names, tags and identifiers of licences. A name that leaves the version open gives the family,
/// never a version.
public final class Names {
  private final Map<String, List<Known>> byFirst = new HashMap<>();
  private final Map<String, String> byId = new HashMap<>();
  private final Map<String, String> byLink = new HashMap<>();
  private final Map<String, String> titles = new HashMap<>();

  /// The name of the resource.
  public static final String RESOURCE = "names.txt";

  /// @param words the words of the name, each followed by a space but the last
  private record Known(String words, String expression, boolean sure) {
    int count() {
      int n = 1;
      for (int i = words.indexOf(' '); i >= 0; i = words.indexOf(' ', i + 1)) {
        n++;
      }
      return n;
    }
  }

  private Names() {}

  /// Loads the names that were built into this module.
  ///
  /// @throws IllegalStateException when the build left them out
  public static Names load() {
    Names names = new Names();
    for (String line : lines(RESOURCE)) {
      int tab = line.indexOf('\t', 2);
      String first = line.substring(2, tab);
      String rest = line.substring(tab + 1);
      switch (line.charAt(0)) {
        case 'i' -> {
          names.byId.putIfAbsent(first.toLowerCase(Locale.ROOT), first);
          names.titles.putIfAbsent(first, rest);
        }
        case 'l' -> names.byLink.putIfAbsent(rest, first);
        default -> {
          int space = rest.indexOf(' ', 2);
          String word = rest.substring(2, space < 0 ? rest.length() : space);
          names
              .byFirst
              .computeIfAbsent(word, k -> new ArrayList<>(2))
              .add(new Known(rest.substring(2), first, rest.charAt(0) == '!'));
        }
      }
    }
    return names;
  }

  private static List<String> lines(String resource) {
    try (InputStream in = Names.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not in this build");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      List<String> lines = new ArrayList<>();
      int at = 0;
      for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', at)) {
        if (end > at && text.charAt(at) != '#') {
          lines.add(text.substring(at, end));
        }
        at = end + 1;
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Makes the resource that {@link #load} reads, at build time: the names of the index, of the
  /// facts, and of this module's list of other names. A name that stands for a family, or for two
  /// licences, names the first that claims it in that order, and families stand first.
  public static String compile(LicenceIndex index, FactsLibrary facts) {
    StringBuilder out = new StringBuilder();
    Set<String> taken = new HashSet<>();
    for (String line : lines("names.tsv")) {
      int tab = line.indexOf('\t');
      for (String name : line.substring(tab + 1).split("\\|")) {
        name(out, taken, name, line.substring(0, tab), true);
      }
    }
    for (Facts f : facts.all()) {
      out.append("i\t").append(f.id()).append('\t').append(f.name()).append('\n');
      f.aliases().forEach(name -> name(out, taken, name, f.id(), true));
      f.tags().forEach(name -> name(out, taken, name, f.id(), true));
      name(out, taken, f.name(), f.id(), true);
    }
    for (LicenceIndex.Entry entry : index.entries()) {
      out.append("i\t").append(entry.id()).append('\t').append(entry.name()).append('\n');
      if (entry.is(LicenceIndex.Entry.EXCEPTION) || entry.is(LicenceIndex.Entry.DEPRECATED)) {
        continue;
      }
      name(out, taken, entry.name(), entry.id(), true);
      if (!entry.id().startsWith("LicenseRef-")) {
        name(out, taken, entry.id(), entry.id(), false);
      }
      for (String link : entry.links()) {
        out.append("l\t").append(entry.id()).append('\t').append(plainLink(link)).append('\n');
      }
    }
    return out.toString();
  }

  private static void name(
      StringBuilder out, Set<String> taken, String name, String expression, boolean sure) {
    String words = words(name);
    if (words.isEmpty() || !taken.add(words)) {
      return;
    }
    boolean plain = words.indexOf(' ') < 0 && words.chars().noneMatch(c -> c >= '0' && c <= '9');
    out.append("n\t")
        .append(expression)
        .append('\t')
        .append(sure && !plain ? "!" : "?")
        .append(' ');
    out.append(words).append('\n');
  }

  private static String words(String name) {
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

  static String plainLink(String link) {
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
    return byId.get(id.toLowerCase(Locale.ROOT));
  }

  /// The name of a licence, or its identifier.
  public String title(String id) {
    return titles.getOrDefault(id, id);
  }

  /// The licence that a web address gives, or null.
  public @Nullable String link(String address) {
    String plain = plainLink(address);
    String known = byLink.get(plain);
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
    List<Known> known = byFirst.get(spelling(t.at(i)));
    if (known != null) {
      for (Known k : known) {
        if ((best == null || k.count() > best.to() - i) && matches(t, i, k.words)) {
          best = new Name(k.expression, i, i + k.count(), k.sure);
        }
      }
    }
    return best;
  }

  private static boolean matches(Tokens t, int i, String words) {
    int at = 0;
    for (int k = i; at <= words.length(); k++) {
      String word = spelling(t.at(k));
      if (word.isEmpty() || !words.startsWith(word, at)) {
        return false;
      }
      at += word.length();
      if (at < words.length() && words.charAt(at) != ' ') {
        return false;
      }
      at++;
    }
    return true;
  }

  /// The licence that a tag of a model hub means. Tags of GNU licences do not say whether later
  /// versions may be used: they give the identifier that does not say so either.
  public @Nullable String tag(String tag) {
    String lower = tag.strip().toLowerCase(Locale.ROOT);
    if (lower.equals("other") || lower.equals("unknown") || lower.equals("unlicensed")) {
      return null;
    }
    String id = byId.get(lower);
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
