package dev.assay.licences.scan;

import dev.assay.licences.names.Tokens;
import dev.assay.model.Subject;

/// `However, portions of the project are available under separate license terms: X is licensed
/// under Y`: what is named behind that is the licence of what others made, unless the model or the
/// data themselves are spoken of.
final class Portions {
  private static final int LONGEST = 14;

  private Portions() {}

  /// The first token behind such words, or the number of tokens where there are none.
  static int after(Tokens t) {
    for (int i = 0; i < t.size(); i++) {
      switch (t.at(i)) {
        case "portions", "parts", "components", "pieces" -> {
          int end = separate(t, i);
          if (end > i) {
            return end;
          }
        }
        default -> {}
      }
    }
    return t.size();
  }

  /// Behind `... under separate license`, or -1.
  private static int separate(Tokens t, int from) {
    for (int i = from + 1; i < Math.min(t.size(), from + LONGEST); i++) {
      switch (t.at(i)) {
        case "separate", "different", "other", "own" -> {
          if (LicenceWords.licenceWord(t.at(i + 1))) {
            return i + 2;
          }
        }
        default -> {}
      }
    }
    return -1;
  }

  /// Whether the words before a name speak of the release's own model or data: `the models`, and
  /// not `x-models`, which is a name.
  static boolean ofOwn(Tokens t, int from, int to) {
    for (int i = from; i < to; i++) {
      Subject subject = Subjects.of(t, i);
      boolean own = subject == Subject.WEIGHTS || subject == Subject.DATA;
      if (own && !t.joined(i - 1)) {
        return true;
      }
    }
    return false;
  }
}
