package dev.assay.licences.scan;

import dev.assay.licences.match.LicenceIndex;
import dev.assay.licences.names.Tokens;
import java.util.Locale;
import java.util.Set;

/// The title that a text gives itself: one that was written after a known licence, with words of
/// its own, is its own licence and not that one.
final class OwnTitle {
  /// Lines looked at from the top, and the length of a title, in characters.
  private static final int LINES = 6;

  private static final int LONGEST = 100;

  /// Words that titles of licences share.
  private static final Set<String> SHARED =
      Set.of(
          "license",
          "licence",
          "licensing",
          "agreement",
          "community",
          "research",
          "non",
          "commercial",
          "noncommercial",
          "the",
          "a",
          "of",
          "for",
          "and",
          "version",
          "v",
          "open",
          "source",
          "model",
          "models",
          "weights",
          "software",
          "public",
          "general",
          "terms",
          "use",
          "usage",
          "code",
          "ai",
          "inc",
          "ltd",
          "corp",
          "new",
          "custom",
          "modified",
          "free");

  private OwnTitle() {}

  /// The reference for a text by its own title, or empty where it has none that another licence
  /// could not have.
  ///
  /// @param end where the likeness to the known licence begins; a title stands above, or right
  ///   there
  /// @param entry the known licence that it is like
  static String of(String text, int end, LicenceIndex.Entry entry) {
    int at = 0;
    for (int line = 0; line < LINES && at < text.length() && at <= end; line++) {
      int eol = text.indexOf('\n', at);
      eol = eol < 0 ? text.length() : eol;
      String title = text.substring(at, Math.min(eol, at + 2 * LONGEST)).strip();
      title = title.replaceAll("^[#*=_ >]+|[#*=_ ]+$", "");
      if (title.length() <= LONGEST && titles(title) && distinct(title, entry)) {
        return "LicenseRef-" + UnlistedNames.slug(title.replaceAll("(?i)\\s+agreement$", ""));
      }
      at = eol + 1;
    }
    return "";
  }

  /// The reference for a text that is like no known licence by its own title, or `NOASSERTION`
  /// where it has none.
  static String orNone(String text) {
    int at = 0;
    for (int line = 0; line < LINES && at < text.length(); line++) {
      int eol = text.indexOf('\n', at);
      eol = eol < 0 ? text.length() : eol;
      String title = text.substring(at, Math.min(eol, at + 2 * LONGEST)).strip();
      title = title.replaceAll("^[#*=_ >]+|[#*=_ ]+$", "");
      if (title.length() <= LONGEST && titles(title) && ownWord(title)) {
        return "LicenseRef-" + UnlistedNames.slug(title.replaceAll("(?i)\\s+agreement$", ""));
      }
      at = eol + 1;
    }
    return "NOASSERTION";
  }

  /// Whether a title has a word that titles of licences do not share.
  private static boolean ownWord(String title) {
    Tokens own = Tokens.of(title);
    for (int i = 0; i < own.size(); i++) {
      String word = own.at(i);
      if (!SHARED.contains(word) && !Character.isDigit(word.charAt(0)) && word.length() >= 3) {
        return true;
      }
    }
    return false;
  }

  private static boolean titles(String line) {
    Tokens t = Tokens.of(line);
    if (t.size() < 2 || t.size() > 10 || line.endsWith(".") || line.contains(":")) {
      return false;
    }
    String last = t.at(t.size() - 1);
    boolean licence =
        LicenceWords.licenceWord(last) || LicenceWords.licenceWord(t.at(t.size() - 2));
    return licence && !last.equals("licensed") && Character.isUpperCase(line.charAt(0));
  }

  private static boolean distinct(String title, LicenceIndex.Entry entry) {
    Tokens own = Tokens.of(title);
    String known = (entry.name() + " " + entry.id()).toLowerCase(Locale.ROOT);
    boolean distinct = false;
    for (int i = 0; i < own.size(); i++) {
      String word = own.at(i);
      if (SHARED.contains(word) || Character.isDigit(word.charAt(0)) || word.length() < 3) {
        continue;
      }
      if (known.contains(word)) {
        return false;
      }
      distinct = true;
    }
    return distinct;
  }
}
