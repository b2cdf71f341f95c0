package dev.assay.licences.scan;

import dev.assay.licences.names.Name;
import dev.assay.licences.names.Tokens;
import dev.assay.model.Subject;
import java.util.Set;

/// What a licence's file that is named for the weights says of the code beside them: `the source
/// code is licensed separately under X`.
final class CodeBeside {
  /// So many words before a name can belong to it.
  private static final int BEFORE = 30;

  /// So many words behind it.
  private static final int BEHIND = 12;

  private CodeBeside() {}

  /// Whether a licence that is named there is that of the code.
  ///
  /// @param before the first token that can belong to what is said of this name
  /// @param next the token where the next name stands
  static boolean of(Tokens t, int before, Name name, int next) {
    int from = Math.max(before, name.from() - BEFORE);
    Set<Subject> said = Subjects.between(t, from, name.from());
    if (firstIsCode(t, from, name.from())
        && (LicenceWords.within(t, from, name.from(), "separately")
            || LicenceWords.within(t, from, name.from(), "separate"))) {
      // `The code (all but the weights) is separately licensed under X`.
      return true;
    }
    if (said.isEmpty()) {
      int to = Math.min(next, name.to() + BEHIND);
      return Subjects.between(t, name.to(), to).equals(Set.of(Subject.CODE))
          && written(t, name.to(), to);
    }
    // `Does not change the X that applies to the source code`, and `the software`, which such files
    // also call the weights.
    said = said.contains(Subject.WEIGHTS) ? behindWeights(t, from, name.from()) : said;
    boolean code = said.contains(Subject.CODE) && !said.contains(Subject.WEIGHTS);
    return code && written(t, from, name.from());
  }

  /// Whether what is spoken of first is code as it is written.
  private static boolean firstIsCode(Tokens t, int from, int to) {
    for (int i = from; i < to; i++) {
      Subject subject = Subjects.of(t, i);
      if (subject == Subject.CODE) {
        return written(t, i, i + 1);
      }
      if (subject != null && subject != Subject.EVERYTHING) {
        return false;
      }
    }
    return false;
  }

  /// What is spoken of behind the last word for weights before a place, where a negation stands
  /// between: `applies to the weights; it does not cover the source code, which is under X`.
  private static Set<Subject> behindWeights(Tokens t, int from, int to) {
    int after = from;
    for (int i = from; i < to; i++) {
      if (Subjects.of(t, i) == Subject.WEIGHTS) {
        after = i + 1;
      }
    }
    boolean parted =
        LicenceWords.within(t, after, to, "not") || LicenceWords.within(t, after, to, "separately");
    return parted ? Subjects.between(t, after, to) : Set.of(Subject.WEIGHTS);
  }

  /// Whether the words are of code as it is written, or of software that is set apart.
  private static boolean written(Tokens t, int from, int to) {
    boolean software = false;
    for (int i = from; i < to; i++) {
      switch (t.at(i)) {
        case "code",
            "codes",
            "codebase",
            "source",
            "scripts",
            "notebooks",
            "quellcode",
            "codice",
            "código",
            "代",
            "コ",
            "코" -> {
          return true;
        }
        case "software" -> software = true;
        default -> {}
      }
    }
    return software
        && (LicenceWords.within(t, from, to + 1, "separately")
            || LicenceWords.within(t, from, to + 1, "separate"));
  }
}
