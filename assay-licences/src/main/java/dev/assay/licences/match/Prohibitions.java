package dev.assay.licences.match;

import java.util.ArrayList;
import java.util.List;

/// What a licence forbids, and whether the text still does.
record Prohibitions(Sides sides) {
  /// Where the licence forbids something and the text does not: the first word of each.
  List<Integer> missing(Alignment alignment) {
    List<Integer> missing = new ArrayList<>();
    for (int r = 0; r < sides.reference().size(); r++) {
      if (forbids(r) && (r == 0 || !forbids(r - 1)) && !isStillThere(alignment, r)) {
        missing.add(r);
      }
    }
    return missing;
  }

  private boolean forbids(int r) {
    return r >= 0
        && r < sides.reference().size()
        && (sides.reference().flags()[r] & Reference.FORBIDS) != 0;
  }

  /// Whether the text forbids where the licence does, from a word on.
  private boolean isStillThere(Alignment alignment, int start) {
    int before = start - 1;
    while (before >= 0 && alignment.partner(before) < 0) {
      before--;
    }
    int after = start;
    while (after < sides.reference().size() && (forbids(after) || alignment.partner(after) < 0)) {
      after++;
    }
    if (before < 0 || after == sides.reference().size()) {
      return true;
    }
    for (int f = alignment.partner(before) + 1; f < alignment.partner(after); f++) {
      if (WordClass.of(sides.word(f)) == WordClass.NEGATION) {
        return true;
      }
    }
    return false;
  }

  /// Whether a difference lies in or beside what the licence forbids.
  boolean isTouchedBy(Difference d) {
    for (int r = d.refFrom() - 1; r <= d.refTo(); r++) {
      if (forbids(r)) {
        return true;
      }
    }
    return false;
  }
}
