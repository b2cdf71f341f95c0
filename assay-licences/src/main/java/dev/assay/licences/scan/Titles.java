package dev.assay.licences.scan;

import dev.assay.licences.match.Words;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Clauses that a fact names by their title or first words: texts without numbers have nothing
/// else, and many copies have lost theirs.
///
/// A fact writes a place as `2.1`, as `License Grant`, or as both, `2.1 License Grant`; a remark in
/// brackets behind it is for readers.
final class Titles {
  /// A number before a title, and a remark behind it.
  private static final Pattern NUMBER =
      Pattern.compile(
          "^(?:(?:[0-9]{1,2}|[A-Z]|[IVX]{1,4})(?:[.-][0-9a-zA-Z]{1,4}){0,4}(?:[ ,]+|$))+");

  private static final Pattern REMARK = Pattern.compile("(?:^|\\s)\\(.*\\)$");

  /// A clause reaches this far at most, in words.
  private static final int LONGEST = 120;

  private Titles() {}

  /// @param first its first word
  /// @param last its last word
  record Place(int first, int last) {}

  /// The title in a fact's place; empty where it has none.
  static String of(String clause) {
    return NUMBER.matcher(REMARK.matcher(clause).replaceFirst("")).replaceFirst("").strip();
  }

  /// Where a title, or first words, begin a clause between two words of a text: as a heading rather
  /// than as the beginning of a sentence.
  static @Nullable Place find(String title, String text, Words words, int first, int last) {
    Words sought = Words.of(title);
    int n = sought.size();
    int begins = -1;
    for (int i = first; n > 0 && i + n - 1 <= last; i++) {
      if (!same(sought, words, i)) {
        continue;
      }
      String before = i == first ? "\n\n" : text.substring(words.end(i - 1), words.start(i));
      String after = i + n > last ? "\n" : text.substring(words.end(i + n - 1), words.start(i + n));
      boolean line = before.indexOf('\n') >= 0;
      if (line && HEADING.matcher(after).find()) {
        return new Place(i, end(text, words, i + n, last));
      }
      if (begins < 0 && BEGINS.matcher(before).find()) {
        begins = i;
      }
    }
    return begins < 0 ? null : new Place(begins, end(text, words, begins + n, last));
  }

  /// What ends a heading.
  private static final Pattern HEADING = Pattern.compile("^[ \\t*_\"\u201D)]*(?:[.:]|\\R)");

  /// What stands before the first word of a paragraph, a point of a list or a sentence.
  private static final Pattern BEGINS =
      Pattern.compile(
          "\\n\\s*\\n|[.:;)]|\\n[ \\t>]*(?:[-#*\u2022\"\u201C]|\\(?[0-9a-zA-Z]{1,3}[.)])");

  private static boolean same(Words sought, Words words, int at) {
    for (int k = 0; k < sought.size(); k++) {
      if (sought.hash(k) != words.hash(at + k)) {
        return false;
      }
    }
    return true;
  }

  /// To the end of the paragraph, of the one below for a heading of its own.
  private static int end(String text, Words words, int behind, int last) {
    int to = behind;
    while (to < last && to < behind + LONGEST) {
      if (to > behind && text.substring(words.end(to), words.start(to + 1)).contains("\n\n")) {
        break;
      }
      to++;
    }
    return Math.min(to, last);
  }
}
