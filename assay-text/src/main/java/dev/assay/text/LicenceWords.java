package dev.assay.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The licence that a sentence or a table row names beside a data set, as written there. It is
/// quoted, not judged: that is the work of the module for licences.
final class LicenceWords {
  private static final List<String> STARTS =
      List.of(
          "cc0",
          "cc by",
          "cc-by",
          "cc_by",
          "creative commons",
          "odc-by",
          "odc by",
          "odbl",
          "pddl",
          "apache",
          "mit license",
          "mit licence",
          "cdla",
          "c-uda",
          "gpl",
          "lgpl",
          "public domain",
          "bsd");
  private static final Set<String> GOES_ON =
      Set.of(
          "by",
          "nc",
          "sa",
          "nd",
          "license",
          "licence",
          "attribution",
          "noncommercial",
          "sharealike",
          "zero",
          "international",
          "version");

  private LicenceWords() {}

  /// The words, or the empty string.
  static String in(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (String start : STARTS) {
      int at = lower.indexOf(start);
      if (at < 0 || at > 0 && Character.isLetterOrDigit(lower.charAt(at - 1))) {
        continue;
      }
      int end = wordEnd(lower, at + start.length());
      while (end < lower.length() && lower.charAt(end) == ' ') {
        int next = wordEnd(lower, end + 1);
        String word = lower.substring(end + 1, next);
        boolean more =
            !word.isEmpty()
                && (Character.isDigit(word.charAt(0)) || GOES_ON.contains(word.split("-", 2)[0]));
        if (!more) {
          break;
        }
        end = next;
      }
      String words = text.substring(at, end);
      return words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
    }
    return "";
  }

  private static int wordEnd(String text, int from) {
    int end = from;
    while (end < text.length()
        && end - from < 40
        && (Character.isLetterOrDigit(text.charAt(end)) || "-.".indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    return end;
  }
}
