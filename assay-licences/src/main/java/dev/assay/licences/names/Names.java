package dev.assay.licences.names;

import dev.assay.licences.match.LicenceIndex;
import dev.assay.licences.terms.Facts;
import dev.assay.licences.terms.FactsLibrary;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Names, tags and identifiers of licences. A name that leaves the version open gives the family,
/// never a version.
public final class Names {
  private final Map<String, List<Known>> byFirst = new HashMap<>();
  private final Map<String, String> byId = new HashMap<>();
  private final Map<String, String> byLink = new HashMap<>();
  private final Map<String, String> titles = new HashMap<>();

  private record Known(String[] words, String expression, boolean sure) {}

  /// @param index the licences of the index
  /// @param aliases other names: identifier, then names
  public Names(LicenceIndex index, Map<String, List<String>> aliases) {
    aliases.forEach((id, list) -> list.forEach(name -> add(name, id, true)));
    for (LicenceIndex.Entry entry : index.entries()) {
      byId.putIfAbsent(entry.id().toLowerCase(Locale.ROOT), entry.id());
      titles.putIfAbsent(entry.id(), entry.name());
      if (entry.is(LicenceIndex.Entry.EXCEPTION) || entry.is(LicenceIndex.Entry.DEPRECATED)) {
        continue;
      }
      add(entry.name(), entry.id(), true);
      if (!entry.id().startsWith("LicenseRef-")) {
        add(entry.id(), entry.id(), false);
      }
      for (String link : entry.links()) {
        byLink.putIfAbsent(plainLink(link), entry.id());
      }
    }
  }

  /// The names that this module knows: those of the index, of the facts, and of its list of other
  /// names.
  public static Names load(LicenceIndex index, FactsLibrary facts) {
    Map<String, List<String>> aliases = new java.util.LinkedHashMap<>();
    InputStream in = Names.class.getResourceAsStream("names.tsv");
    if (in == null) {
      throw new IllegalStateException("names.tsv is not in this build");
    }
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] f = line.split("\t");
          aliases.computeIfAbsent(f[0], k -> new ArrayList<>()).addAll(List.of(f[1].split("\\|")));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    java.util.Set<String> taken = new java.util.HashSet<>();
    aliases
        .values()
        .forEach(list -> list.forEach(name -> taken.add(name.toLowerCase(Locale.ROOT))));
    for (Facts f : facts.all()) {
      List<String> all = new ArrayList<>(f.aliases());
      all.addAll(f.tags());
      all.add(f.name());
      // A name that stands for a family, or was given to another licence before, names none of
      // them.
      all.removeIf(name -> !taken.add(name.toLowerCase(Locale.ROOT)));
      aliases.computeIfAbsent(f.id(), k -> new ArrayList<>()).addAll(all);
    }
    return new Names(index, aliases);
  }

  private void add(String name, String expression, boolean sure) {
    Tokens t = Tokens.of(name.replace("\"", " "));
    if (t.size() == 0) {
      return;
    }
    String[] words = new String[t.size()];
    for (int i = 0; i < words.length; i++) {
      words[i] = spelling(t.at(i));
    }
    boolean plain = words.length == 1 && words[0].chars().noneMatch(c -> c >= '0' && c <= '9');
    byFirst
        .computeIfAbsent(words[0], k -> new ArrayList<>())
        .add(new Known(words, expression, sure && !plain));
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
        if ((best == null || k.words.length > best.to() - i) && matches(t, i, k.words)) {
          best = new Name(k.expression, i, i + k.words.length, k.sure);
        }
      }
    }
    return best;
  }

  private static boolean matches(Tokens t, int i, String[] words) {
    for (int k = 0; k < words.length; k++) {
      if (!spelling(t.at(i + k)).equals(words[k])) {
        return false;
      }
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
