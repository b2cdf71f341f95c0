package dev.assay.licences.scan;

import dev.assay.licences.names.Tokens;
import dev.assay.model.Subject;
import java.util.Set;

/// `The weights are under the Some Model License, the code is under X`: a first half that speaks of
/// a licence which no list has, and is over where the second begins. What it speaks of is not under
/// the licence that the second names.
final class UnlistedClause {
  /// This far behind the first half the name stands, at most.
  private static final int LONGEST = 30;

  private UnlistedClause() {}

  /// Where the half begins in which a name stands.
  ///
  /// @param from where the words begin that may speak of what the name covers
  static int end(Tokens t, int from, int name) {
    for (int k = name - 2; k > Math.max(from, name - LONGEST); k--) {
      int next = LicenceWords.licenceWord(t.at(k)) ? k + 1 : behindSigns(t, k, name);
      if (next > 0
          && next < name
          && parted(t, from, next)
          && !Subjects.between(t, next, name).isEmpty()
          && !Subjects.between(t, from, k).isEmpty()) {
        return next;
      }
    }
    return from;
  }

  private static int behindSigns(Tokens t, int k, int name) {
    if (!LicenceWords.licenceSigns(t, k)) {
      return -1;
    }
    int next = k + 1;
    while (next < Math.min(name, k + 6) && t.before(next).isBlank()) {
      next++;
    }
    return next;
  }

  private static boolean parted(Tokens t, int from, int next) {
    String gap = t.before(next);
    if (gap.indexOf('\uFF0C') >= 0 || gap.indexOf('\uFF1B') >= 0 || gap.indexOf('\u3001') >= 0) {
      return true;
    }
    boolean said =
        LicenceWords.within(t, from, next, "under")
            || LicenceWords.within(t, from, next, "to")
            || LicenceWords.within(t, from, next, "by");
    boolean joined =
        switch (t.at(next)) {
          case "and", "while", "whereas", "but" -> true;
          default -> gap.indexOf(',') >= 0 || gap.indexOf(';') >= 0;
        };
    return said && joined;
  }

  /// `The X code licence`, `an X model licence`: what the licence is of stands in its name.
  static Set<Subject> ofKind(Tokens t, int after) {
    if (!LicenceWords.licenceWord(t.at(after + 1)) || !t.before(after + 1).isBlank()) {
      return Set.of();
    }
    return switch (t.at(after)) {
      case "code" -> Set.of(Subject.CODE);
      case "model", "weights", "weight" -> Set.of(Subject.WEIGHTS);
      case "data", "dataset" -> Set.of(Subject.DATA);
      default -> Set.of();
    };
  }
}
