package dev.assay.licences.scan;

import dev.assay.licences.names.Tokens;
import dev.assay.model.LicenceStatement.Basis;
import dev.assay.model.Subject;
import java.util.EnumSet;
import java.util.Set;

/// What a licence that was named already is said to cover too: `The code is under X. The licence
/// applies to the weights as well.`
final class BackReference {
  /// The verb stands among the first words.
  private static final int LONGEST_OPENING = 8;

  private BackReference() {}

  /// @param licence the licence named last below the same heading
  static void scan(Claims claims, Tokens t, String licence) {
    for (int i = 1; i < Math.min(t.size(), LONGEST_OPENING); i++) {
      boolean extended =
          switch (t.at(i)) {
            case "applies", "apply", "extends", "covers", "cover", "holds" -> true;
            default -> false;
          };
      if (extended && pointed(t, i) && !LicenceWords.within(t, i - 3, i, "not")) {
        Set<Subject> covers = Subjects.between(t, i + 1, t.size());
        if (covers.isEmpty() && t.at(i + 1).equals("here")) {
          // `The same applies here`: to all that is given.
          claims.named(
              licence, Basis.SENTENCE, claims.role().covers(), t.start(0), t.end(t.size() - 1));
          return;
        }
        if (covers.contains(Subject.WEIGHTS) || covers.contains(Subject.DATA)) {
          claims.named(licence, Basis.SENTENCE, covers, t.start(0), t.end(t.size() - 1));
        }
        return;
      }
    }
  }

  private static boolean pointed(Tokens t, int verb) {
    for (int i = 0; i < verb; i++) {
      switch (t.at(i)) {
        case "this", "these", "same", "it" -> {
          return true;
        }
        default -> {
          if (LicenceWords.licenceWord(t.at(i)) || t.at(i).equals("terms")) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /// `The project is under X, including the weights`: everything, and that too though it may lie
  /// elsewhere.
  ///
  /// @param from after the licence's name
  /// @param next where the next licence's name stands
  static Set<Subject> included(Tokens t, int from, int next) {
    for (int i = from; i < Math.min(next, from + 4); i++) {
      if (t.at(i).equals("including")) {
        Set<Subject> included = EnumSet.noneOf(Subject.class);
        included.addAll(Subjects.between(t, i + 1, Math.min(next, i + 10)));
        if (included.contains(Subject.WEIGHTS) || included.contains(Subject.DATA)) {
          included.add(Subject.EVERYTHING);
          return included;
        }
      }
    }
    return Set.of();
  }
}
