package dev.assay.licences.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Decides which differences count, and puts those that do into words.
final class Weigher {
  /// The longest name or notice that may stand where a licence leaves a blank, in words.
  private static final int LONGEST_NAME = 40;

  private static final int MOST_NOTES = 24;

  private final LicenceIndex index;
  private final Words text;
  private final int[] numbers;
  private final Reference reference;

  Weigher(LicenceIndex index, Words text, int[] numbers, Reference reference) {
    this.index = index;
    this.text = text;
    this.numbers = numbers;
    this.reference = reference;
  }

  /// A word of the text as it looks: without signs that cannot be seen or that pretend.
  private String word(int f) {
    String word = text.word(f);
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) >= 128) {
        return WordReader.plain(word, 0, word.length());
      }
    }
    return word;
  }

  TextMatch weigh(Alignment alignment) {
    int weight = 0;
    int slight = 0;
    List<String> notes = new ArrayList<>();
    for (Difference d : alignment.differences()) {
      int w = weight(d);
      if (w > 0 && statement(d)) {
        // Said in the middle of the licence, and shown, and no term.
        w = 0;
        if (notes.size() < MOST_NOTES) {
          notes.add(note(d));
        }
      }
      if (w > 0) {
        if (slight(d, w)) {
          slight += w;
        } else {
          weight += w;
        }
        if (notes.size() < MOST_NOTES) {
          notes.add(note(d));
        }
      } else if (w == 0 && hole(alignment, d) && notes.size() < MOST_NOTES) {
        // No term, and shown: part of an appendix that otherwise stands here.
        notes.add("missing " + theirs(d) + " (in what is no term)");
      }
    }
    for (int r = 0; r < reference.size(); r++) {
      if (forbids(r) && (r == 0 || !forbids(r - 1)) && !stillForbids(alignment, r)) {
        weight += 2;
        notes.add("the prohibition is missing" + clause(r));
      }
    }
    int needed = 0;
    for (int r = 0; r < reference.size(); r++) {
      if (!reference.free(r)) {
        needed++;
      }
    }
    if (slight > Math.max(2, needed / 100)) {
      weight += slight;
    }
    int first = alignment.partner(alignment.firstRef());
    int last = alignment.partner(alignment.lastRef());
    return new TextMatch(
        reference.entry(),
        first,
        last,
        alignment.matched(),
        needed,
        weight,
        notes,
        clauses(alignment));
  }

  /// An optional part of so many words is an appendix.
  private static final int APPENDIX = 40;

  /// So many words are a sentence.
  private static final int SENTENCE = 8;

  /// Whether a sentence, or a word that negates, is missing inside an appendix that may be left out
  /// and mostly was not.
  private boolean hole(Alignment alignment, Difference d) {
    if (d.fileFrom() != d.fileTo() || !optional(d.refFrom() - 1) || !optional(d.refTo())) {
      return false;
    }
    boolean negates = false;
    for (int r = d.refFrom(); r < d.refTo(); r++) {
      if (!optional(r)) {
        return false;
      }
      negates |= index.classOf(reference.words()[r]) == WordClass.NEGATION;
    }
    if (!negates && d.refTo() - d.refFrom() < SENTENCE) {
      return false;
    }
    int from = d.refFrom();
    while (optional(from - 1)) {
      from--;
    }
    int to = d.refTo();
    while (optional(to)) {
      to++;
    }
    int there = 0;
    for (int r = from; r < to; r++) {
      there += alignment.partner(r) >= 0 ? 1 : 0;
    }
    return to - from >= APPENDIX && there * 10 >= (to - from) * 6;
  }

  private boolean optional(int r) {
    return r >= 0
        && r < reference.size()
        && (reference.flags()[r] & (Reference.OPTIONAL | Reference.REPLACEABLE))
            == Reference.OPTIONAL;
  }

  /// Sentences of statements for {@link #statement}, in words.
  private static final int LONGEST_STATEMENT = 80;

  /// Whether what is added is whole sentences that state something, who paid for the work, and ask,
  /// permit or forbid nothing.
  private boolean statement(Difference d) {
    int from = d.fileFrom();
    int to = d.fileTo();
    if (d.refFrom() != d.refTo()
        || to - from < 4
        || to - from > LONGEST_STATEMENT
        || from == 0
        || to >= text.size()
        || !sentenceEnds(from - 1)
        || !sentenceEnds(to - 1)) {
      return false;
    }
    for (int f = from; f < to; f++) {
      String word = word(f).toLowerCase(Locale.ROOT);
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

  /// Whether a sentence ends behind a word.
  private boolean sentenceEnds(int f) {
    String between = text.span(f, f + 1);
    int after = text.end(f) - text.start(f);
    return after < between.length() && ".!?".indexOf(between.charAt(after)) >= 0;
  }

  private List<TextMatch.Clause> clauses(Alignment alignment) {
    List<TextMatch.Clause> clauses = new ArrayList<>();
    for (Reference.Clause clause : reference.clauses()) {
      for (int r = clause.word(); r < Math.min(reference.size(), clause.word() + 20); r++) {
        if (alignment.partner(r) >= 0) {
          clauses.add(new TextMatch.Clause(clause.label(), alignment.partner(r)));
          break;
        }
      }
    }
    return clauses;
  }

  private int weight(Difference d) {
    int missing = 0;
    boolean blank = false;
    for (int r = d.refFrom(); r < d.refTo(); r++) {
      if (!reference.free(r) && !mark(d, r)) {
        missing++;
      }
      blank |= (reference.flags()[r] & Reference.REPLACEABLE) != 0;
    }
    int added = 0;
    for (int f = d.fileFrom(); f < d.fileTo(); f++) {
      added += text.inNotice(f) || text.inComment(f) ? 0 : 1;
    }
    if (added == 0) {
      return missing <= 1 && listMarksOnly(d) ? 0 : missing;
    }
    blank |=
        (d.refFrom() > 0 && reference.free(d.refFrom() - 1))
            || (d.refTo() < reference.size() && reference.flags()[d.refTo()] != 0);
    if (missing == 0 && blank && added <= LONGEST_NAME && harmless(d)) {
      return 0;
    }
    int counted = 0;
    for (int f = d.fileFrom(); f < d.fileTo(); f++) {
      if (!text.inAddress(f) && !text.inNotice(f) && !text.inComment(f)) {
        counted++;
      }
    }
    if (missing == 0 && (counted == 0 || (d.refFrom() == d.refTo() && marksOnly(d)))) {
      return 0;
    }
    if (missing > 0 && counted > 0 && (sameLetters(d) || spelledAlike(d))) {
      return 0;
    }
    if (postal(d) && missing <= 16) {
      return 0;
    }
    if (missing == 0
        && d.refFrom() < d.refTo()
        && added <= d.refTo() - d.refFrom() + 8
        && harmless(d)) {
      // Words in the place of an optional part.
      return 0;
    }

    return Math.max(missing, counted);
  }

  /// A difference that changes no term: a few words, on either side none of those that must match.
  /// A licence whose words are known only as hashes has no slight differences.
  private boolean slight(Difference d, int weight) {
    boolean onlyMissing = d.fileFrom() == d.fileTo();
    if (weight > (onlyMissing ? 10 : 2)) {
      return false;
    }
    for (int f = d.fileFrom(); f < d.fileTo(); f++) {
      if (WordClass.of(word(f)) != WordClass.NONE && !repeated(f)) {
        return false;
      }
    }
    for (int r = d.refFrom(); r < d.refTo(); r++) {
      if (!reference.free(r)
          && (letters(r) == null || index.classOf(reference.words()[r]) != WordClass.NONE)) {
        return false;
      }
    }
    return reference.spelled();
  }

  private boolean repeated(int f) {
    return f > 0 && text.hash(f) == text.hash(f - 1)
        || f + 1 < text.size() && text.hash(f) == text.hash(f + 1);
  }

  /// A postal address, such as those of the Free Software Foundation over the years.
  private boolean postal(Difference d) {
    if (d.fileTo() - d.fileFrom() > 16) {
      return false;
    }
    boolean code = false;
    for (int f = d.fileFrom(); f < d.fileTo(); f++) {
      String word = word(f);
      code |= word.length() >= 5 && word.chars().allMatch(c -> c >= '0' && c <= '9' || c == '-');
      WordClass c = WordClass.of(word);
      if (c != WordClass.NONE && c != WordClass.NUMBER && c != WordClass.PLACE) {
        return false;
      }
    }
    return code;
  }

  /// A word of the licence in letters, or null where only its hash is known. Of a hashed text the
  /// words that are facts are shown, and no others.
  private @Nullable String letters(int r) {
    int word = reference.words()[r];
    if (!reference.spelled() && index.classOf(word) == WordClass.NONE) {
      return null;
    }
    return index.spelled(word);
  }

  private boolean mark(Difference d, int r) {
    return d.fileFrom() == d.fileTo() && listMark(index.spelled(reference.words()[r]));
  }

  private boolean listMarksOnly(Difference d) {
    for (int r = d.refFrom(); r < d.refTo(); r++) {
      if (!reference.free(r) && !listMark(index.spelled(reference.words()[r]))) {
        return false;
      }
    }
    return true;
  }

  private boolean marksOnly(Difference d) {
    for (int f = d.fileFrom(); f < d.fileTo(); f++) {
      if (!listMark(word(f))) {
        return false;
      }
    }
    return true;
  }

  private static boolean listMark(@Nullable String word) {
    if (word == null || word.isEmpty() || word.length() > 6) {
      return false;
    }
    if (word.length() == 1 || WordReader.roman(word)) {
      return true;
    }
    int digits = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c != '.' && (c < '0' || c > '9')) {
        return false;
      }
      digits++;
    }
    return digits <= 2 || word.indexOf('.') > 0;
  }

  private boolean forbids(int r) {
    return r >= 0 && r < reference.size() && (reference.flags()[r] & Reference.FORBIDS) != 0;
  }

  /// Whether the text forbids where the licence does, from a word on.
  private boolean stillForbids(Alignment alignment, int start) {
    int before = start - 1;
    while (before >= 0 && alignment.partner(before) < 0) {
      before--;
    }
    int after = start;
    while (after < reference.size() && (forbids(after) || alignment.partner(after) < 0)) {
      after++;
    }
    if (before < 0 || after == reference.size()) {
      return true;
    }
    for (int f = alignment.partner(before) + 1; f < alignment.partner(after); f++) {
      if (WordClass.of(word(f)) == WordClass.NEGATION) {
        return true;
      }
    }
    return false;
  }

  private boolean rephrased(Difference d) {
    for (int r = d.refFrom() - 1; r <= d.refTo(); r++) {
      if (forbids(r)) {
        return true;
      }
    }
    return false;
  }

  /// Whether words put into a blank change no permission: they are names, not terms.
  private boolean harmless(Difference d) {
    boolean rephrased = rephrased(d) && !endsInside(d);
    for (int f = d.fileFrom(); f < d.fileTo(); f++) {
      if (text.inNotice(f) || joins(f)) {
        continue;
      }
      switch (WordClass.of(word(f))) {
        case NEGATION, DUTY -> {
          if (!rephrased) {
            return false;
          }
        }
        case COMMERCE, OUTPUT -> {
          return false;
        }
        default -> {}
      }
    }
    return true;
  }

  /// `nor` between names, as `or`: what it adds to is forbidden or disclaimed before it.
  private boolean joins(int f) {
    return word(f).equalsIgnoreCase("nor");
  }

  /// Whether a sentence ends before the last word of an addition: a prohibition in other words is
  /// no sentence more.
  private boolean endsInside(Difference d) {
    for (int f = d.fileFrom(); f < d.fileTo() && f + 1 < text.size(); f++) {
      if (sentenceEnds(f) && (f + 1 < d.fileTo() || d.refFrom() == d.refTo())) {
        return true;
      }
    }
    return false;
  }

  private boolean sameLetters(Difference d) {
    if (d.refTo() - d.refFrom() > 6 || d.fileTo() - d.fileFrom() > 6) {
      return false;
    }
    StringBuilder theirs = new StringBuilder();
    for (int r = d.refFrom(); r < d.refTo(); r++) {
      String word = index.spelled(reference.words()[r]);
      if (word == null) {
        return false;
      }
      theirs.append(word);
    }
    StringBuilder ours = new StringBuilder();
    for (int f = d.fileFrom(); f < d.fileTo(); f++) {
      String word = text.word(f);
      String plain = WordReader.plain(word, 0, word.length());
      for (int i = 0; i < plain.length(); i++) {
        if (Character.isLetterOrDigit(plain.charAt(i))) {
          ours.append(plain.charAt(i));
        }
      }
    }
    return theirs.toString().equals(ours.toString());
  }

  /// Word for word the same but for slips of the pen: a letter in a word that no licence has, where
  /// the licence's word is none of those that must match; or strange letters from a damaged
  /// encoding.
  private boolean spelledAlike(Difference d) {
    int n = d.refTo() - d.refFrom();
    if (n > 6 || n != d.fileTo() - d.fileFrom()) {
      return false;
    }
    for (int i = 0; i < n; i++) {
      int f = d.fileFrom() + i;
      String theirs = index.spelled(reference.words()[d.refFrom() + i]);
      if (theirs == null || numbers[f] != LicenceIndex.UNKNOWN) {
        return false;
      }
      String ours = word(f).toLowerCase(Locale.ROOT);
      boolean slip =
          WordClass.of(theirs) == WordClass.NONE
              && WordClass.of(ours) == WordClass.NONE
              && distance(ours, theirs) <= (theirs.length() >= 9 ? 2 : 1);
      if (!slip && !theirs.equals(ours.replaceAll("[^a-z0-9.+]", ""))) {
        return false;
      }
    }
    return true;
  }

  private static int distance(String a, String b) {
    if (Math.abs(a.length() - b.length()) > 2) {
      return 3;
    }
    int[] row = new int[b.length() + 1];
    for (int k = 0; k <= b.length(); k++) {
      row[k] = k;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int k = 1; k <= b.length(); k++) {
        int up = row[k];
        row[k] =
            Math.min(
                Math.min(row[k], row[k - 1]) + 1,
                diagonal + (a.charAt(i - 1) == b.charAt(k - 1) ? 0 : 1));
        diagonal = up;
      }
    }
    return row[b.length()];
  }

  /// A difference in words: what the text has, what the licence has there, and in which clause.
  private String note(Difference d) {
    StringBuilder note = new StringBuilder();
    if (d.fileFrom() < d.fileTo()) {
      note.append("added \u201C").append(shown(d.fileFrom(), d.fileTo())).append('\u201D');
    }
    int missing = 0;
    for (int r = d.refFrom(); r < d.refTo(); r++) {
      if (!reference.free(r)) {
        missing++;
      }
    }
    if (missing > 0) {
      note.append(note.isEmpty() ? "missing " : " in place of ").append(theirs(d));
    }
    return note.append(clause(d.refFrom())).toString();
  }

  private String clause(int r) {
    String clause = reference.clauseAt(Math.min(r, reference.size() - 1));
    return clause.isEmpty() ? "" : " (in clause " + clause + ")";
  }

  private String shown(int from, int to) {
    String words = text.span(from, to - 1).replaceAll("\\s+", " ");
    return words.length() <= 200 ? words : words.substring(0, 199) + "\u2026";
  }

  private String theirs(Difference d) {
    StringBuilder words = new StringBuilder();
    int hidden = 0;
    int shown = 0;
    for (int r = d.refFrom(); r < d.refTo(); r++) {
      String word = letters(r);
      if (word == null || shown >= 20) {
        hidden++;
        continue;
      }
      words.append(words.isEmpty() ? "" : " ").append(word);
      shown++;
    }
    if (words.isEmpty()) {
      return hidden == 1 ? "a word" : hidden + " words";
    }
    String quoted = "\u201C" + words + "\u201D";
    return hidden == 0
        ? quoted
        : quoted + " and " + (hidden == 1 ? "another word" : hidden + " other words");
  }
}
