package dev.assay.licences.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Decides which differences count, and puts those that do into words.
final class Weigher {
  /// The longest name or notice that may stand where a licence leaves a blank, in words.
  private static final int LONGEST_NAME = 40;

  private static final int MOST_NOTES = 24;

  private final LicenceIndex index;
  private final Words text;
  private final Reference reference;
  private final Sides sides;
  private final AddedStatement statement;
  private final Prohibitions prohibitions;
  private final Respelling respelling;
  private final DifferenceNote note;
  private final Renames renames;

  Weigher(LicenceIndex index, Words text, int[] numbers, Reference reference) {
    this.index = index;
    this.text = text;
    this.reference = reference;
    this.sides = new Sides(index, text, numbers, reference);
    this.statement = new AddedStatement(sides);
    this.prohibitions = new Prohibitions(sides);
    this.respelling = new Respelling(sides);
    this.note = new DifferenceNote(sides);
    this.renames = new Renames(sides);
  }

  TextMatch weigh(Alignment alignment) {
    int weight = 0;
    int slight = 0;
    List<String> notes = new ArrayList<>();
    Set<String> touched = new TreeSet<>();
    boolean adds = false;
    for (Difference d : alignment.differences()) {
      int w = weight(d);
      if (w > 0 && statement.is(d)) {
        // Said in the middle of the licence, and shown, and no term.
        w = 0;
        if (notes.size() < MOST_NOTES) {
          notes.add(note.of(d));
        }
      }
      if (w > 0) {
        if (slight(d, w)) {
          slight += w;
        } else {
          weight += w;
          if (!renames.is(d)) {
            touched.addAll(clausesOf(d));
            adds |= addsTerms(d);
          }
        }
        if (notes.size() < MOST_NOTES) {
          notes.add(note.of(d));
        }
      } else if (w == 0 && hole(alignment, d) && notes.size() < MOST_NOTES) {
        // No term, and shown: part of an appendix that otherwise stands here.
        notes.add("missing " + note.missing(d) + " (in what is no term)");
      }
    }
    for (int r : prohibitions.missing(alignment)) {
      weight += 2;
      touched.add(reference.clauseAt(r));
      notes.add("the prohibition is missing" + note.clause(r));
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
        touched,
        adds,
        clauses(alignment));
  }

  /// Whether a difference brings in a word that can be one of a term of its own.
  private boolean addsTerms(Difference d) {
    for (int f = d.fileFrom(); f < d.fileTo(); f++) {
      switch (WordClass.of(sides.word(f))) {
        case NEGATION, COMMERCE, DUTY, OUTPUT, PLACE -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  /// The clauses that a difference stands in, the one that it begins in first.
  private Set<String> clausesOf(Difference d) {
    Set<String> found = new TreeSet<>();
    int last = reference.size() - 1;
    for (int r = Math.min(d.refFrom(), last);
        r <= Math.min(Math.max(d.refFrom(), d.refTo() - 1), last);
        r++) {
      found.add(reference.clauseAt(r));
    }
    return found;
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
    if (missing > 0 && counted > 0 && respelling.is(d)) {
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
      if (WordClass.of(sides.word(f)) != WordClass.NONE && !repeated(f)) {
        return false;
      }
    }
    for (int r = d.refFrom(); r < d.refTo(); r++) {
      if (!reference.free(r)
          && (sides.letters(r) == null || index.classOf(reference.words()[r]) != WordClass.NONE)) {
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
      String word = sides.word(f);
      code |= word.length() >= 5 && word.chars().allMatch(c -> c >= '0' && c <= '9' || c == '-');
      WordClass c = WordClass.of(word);
      if (c != WordClass.NONE && c != WordClass.NUMBER && c != WordClass.PLACE) {
        return false;
      }
    }
    return code;
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
      if (!listMark(sides.word(f))) {
        return false;
      }
    }
    return true;
  }

  private static boolean listMark(@Nullable String word) {
    if (word == null || word.isEmpty() || word.length() > 6) {
      return false;
    }
    if (word.length() == 1 || ListMarks.roman(word)) {
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

  /// Whether words put into a blank change no permission: they are names, not terms.
  private boolean harmless(Difference d) {
    boolean rephrased = prohibitions.isTouchedBy(d) && !endsInside(d);
    for (int f = d.fileFrom(); f < d.fileTo(); f++) {
      if (text.inNotice(f) || joins(f)) {
        continue;
      }
      switch (WordClass.of(sides.word(f))) {
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
    return sides.word(f).equalsIgnoreCase("nor");
  }

  /// Whether a sentence ends before the last word of an addition: a prohibition in other words is
  /// no sentence more.
  private boolean endsInside(Difference d) {
    for (int f = d.fileFrom(); f < d.fileTo() && f + 1 < text.size(); f++) {
      if (sides.sentenceEnds(f) && (f + 1 < d.fileTo() || d.refFrom() == d.refTo())) {
        return true;
      }
    }
    return false;
  }
}
