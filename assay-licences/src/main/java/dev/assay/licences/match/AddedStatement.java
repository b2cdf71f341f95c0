package dev.assay.licences.match;

import java.util.List;
import java.util.Locale;

/// Sentences in the middle of a licence that state something and are no term.
record AddedStatement(Sides sides) {
  /// Sentences of statements for {@link #is}, in words.
  private static final int LONGEST_STATEMENT = 80;

  /// Whether what is added is whole sentences that state something, who paid for the work, and ask,
  /// permit or forbid nothing.
  boolean is(Difference d) {
    int from = d.fileFrom();
    int to = d.fileTo();
    if (d.refFrom() != d.refTo()
        || to - from < 4
        || to - from > LONGEST_STATEMENT
        || from == 0
        || to >= sides.text().size()
        || !sides.sentenceEnds(from - 1)
        || !sides.sentenceEnds(to - 1)) {
      return false;
    }
    for (int f = from; f < to; f++) {
      String word = sides.word(f).toLowerCase(Locale.ROOT);
      if (WordClass.of(word) != WordClass.NONE && WordClass.of(word) != WordClass.PLACE
          || TERM_WORDS.stream().anyMatch(word::startsWith)) {
        return false;
      }
    }
    return true;
  }

  private static final List<String> TERM_WORDS =
      List.of(
          "must",
          "shall",
          "should",
          "may",
          "might",
          "can",
          "will",
          "would",
          "not",
          "no",
          "nor",
          "only",
          "never",
          "permi",
          "prohibit",
          "forbid",
          "restrict",
          "condition",
          "term",
          "fee",
          "pay",
          "royalt",
          "commercial",
          "licen",
          "agree",
          "requir",
          "unless",
          "except",
          "provided",
          "redistribut",
          "distribut",
          "use",
          "using",
          "modif",
          "cop",
          "warrant",
          "liab",
          "consent",
          "notif",
          "right",
          "grant",
          "subject",
          "oblig",
          "comply",
          "complian",
          "acknowledg",
          "cite");
}
