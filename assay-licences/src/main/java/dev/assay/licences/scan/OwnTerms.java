package dev.assay.licences.scan;

import dev.assay.licences.names.Tokens;
import dev.assay.model.Freedom;
import dev.assay.model.LicenceStatement.Basis;
import dev.assay.model.Subject;
import java.util.List;
import java.util.Set;

/// `Each data set has its own licence`, `the weights are not covered by it`: what covers the rest
/// does not cover the data, or the weights.
final class OwnTerms {
  /// What a release says the licence of its data is that only says that each has another.
  static final String EACH_ITS_OWN = "LicenseRef-that-of-each-data-set";

  /// What it says the licence of its weights is, where it only says that it is another one.
  static final String OF_EACH_MODEL = "LicenseRef-that-of-each-model";

  /// `Each model's own licence` in languages written sign by sign.
  private static final List<String> OWN_SIGNS =
      List.of(
          "\u5404\u81EA\u7684\u8BB8\u53EF",
          "\u5404\u81EA\u7684\u534F\u8BAE",
          "\u5404\u81EA\u539F\u6709\u8BB8\u53EF",
          "\u5404\u6A21\u578B\u4E3B\u9875",
          "\u305D\u308C\u305E\u308C\u306E\u30E9\u30A4\u30BB\u30F3\u30B9",
          "\uAC01\uBAA8\uB378\uC758\uB77C\uC774\uC120\uC2A4",
          "\uAC01\uAC01\uC758\uB77C\uC774\uC120\uC2A4",
          "\uAC01\uC800\uC791\uAD8C\uC790\uB77C\uC774\uC120\uC2A4",
          "\uD574\uB2F9\uBAA8\uB378\uC758\uB77C\uC774\uC120\uC2A4");

  private OwnTerms() {}

  /// Notes it where a passage says so of data and of nothing else, or of weights.
  static void scan(Claims claims, Tokens t, Passages.Passage p) {
    for (int i = 0; i < t.size(); i++) {
      if (i > 0 && own(t, i) && terms(t, i) || signs(t, i)) {
        Set<Subject> covers = Subjects.between(t, 0, i);
        if (covers.isEmpty()) {
          covers = Subjects.between(t, i, t.size());
        }
        if (covers.equals(Set.of(Subject.DATA)) && !LicenceWords.within(t, 0, i, "not")) {
          note(claims, EACH_ITS_OWN, covers, p);
        } else if (covers.equals(Set.of(Subject.WEIGHTS)) && bound(t, i)) {
          note(claims, OF_EACH_MODEL, covers, p);
        }
        return;
      }
      if (i > 0 && notCovered(t, i) && Subjects.between(t, 0, i).equals(Set.of(Subject.WEIGHTS))) {
        note(claims, OF_EACH_MODEL, Set.of(Subject.WEIGHTS), p);
        return;
      }
    }
  }

  private static void note(Claims claims, String licence, Set<Subject> covers, Passages.Passage p) {
    claims.named(licence, Basis.SENTENCE, covers, Freedom.UNKNOWN, p.from(), p.to());
  }

  private static boolean signs(Tokens t, int i) {
    return t.at(i).length() == 1 && OWN_SIGNS.stream().anyMatch(s -> t.signs(i, s));
  }

  /// Whether the words say that those terms hold: `subject to their own`, `carries its own`. What
  /// is under a separate licence is under one that the release gives.
  private static boolean bound(Tokens t, int own) {
    if (t.at(own).length() == 1) {
      return true;
    }
    if (t.at(own).equals("separate") || t.at(own).equals("corresponding")) {
      return false;
    }
    for (int i = Math.max(0, own - 6); i < own; i++) {
      switch (t.at(i)) {
        case "subject",
            "under",
            "by",
            "keep",
            "keeps",
            "carry",
            "carries",
            "retain",
            "retains",
            "follow",
            "follows",
            "remain",
            "governed",
            "have",
            "has" -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  private static boolean own(Tokens t, int i) {
    return switch (t.at(i)) {
      case "own" -> t.at(i - 1).equals("its") || t.at(i - 1).equals("their");
      case "respective", "separate", "individual", "corresponding" -> true;
      default -> false;
    };
  }

  private static boolean terms(Tokens t, int own) {
    // `Their own licenses`, `the licenses of their respective projects`.
    for (int i = Math.max(0, own - 3); i < Math.min(t.size(), own + 3); i++) {
      boolean behind = i > own || t.at(own).equals("respective");
      if (behind && (LicenceWords.licenceWord(t.at(i)) || t.at(i).equals("terms"))) {
        return true;
      }
    }
    return false;
  }

  /// `Are not covered by this license`, `by it`.
  private static boolean notCovered(Tokens t, int i) {
    if (!t.at(i).equals("not") || !t.at(i + 1).equals("covered") || !t.at(i + 2).equals("by")) {
      return false;
    }
    for (int k = i + 3; k < i + 9; k++) {
      if (LicenceWords.licenceWord(t.at(k)) || t.at(k).equals("it") || t.at(k).equals("terms")) {
        return true;
      }
    }
    return false;
  }
}
