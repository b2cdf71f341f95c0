package dev.assay.licences.scan;

import dev.assay.licences.names.Tokens;
import dev.assay.model.Freedom;
import dev.assay.model.LicenceStatement.Basis;
import dev.assay.model.Subject;
import java.util.Set;

/// `Each data set has its own licence`: what covers the rest does not cover the data.
final class OwnTerms {
  /// What a release says the licence of its data is that only says that each has another.
  static final String EACH_ITS_OWN = "LicenseRef-that-of-each-data-set";

  private OwnTerms() {}

  /// Notes it where a passage says so of data and of nothing else.
  static void scan(Claims claims, Tokens t, Passages.Passage p) {
    for (int i = 1; i < t.size(); i++) {
      if ((own(t, i) && terms(t, i)) || t.signs(i, "\u5404\u81EA\u7684\u8BB8\u53EF")) {
        Set<Subject> covers = Subjects.between(t, 0, i);
        if (covers.isEmpty()) {
          covers = Subjects.between(t, i, t.size());
        }
        if (covers.equals(Set.of(Subject.DATA)) && !LicenceWords.within(t, 0, i, "not")) {
          claims.named(EACH_ITS_OWN, Basis.SENTENCE, covers, Freedom.UNKNOWN, p.from(), p.to());
        }
        return;
      }
    }
  }

  private static boolean own(Tokens t, int i) {
    return switch (t.at(i)) {
      case "own" -> t.at(i - 1).equals("its") || t.at(i - 1).equals("their");
      case "respective", "separate", "individual", "corresponding" -> true;
      default -> false;
    };
  }

  private static boolean terms(Tokens t, int own) {
    for (int i = own + 1; i < Math.min(t.size(), own + 3); i++) {
      if (LicenceWords.licenceWord(t.at(i)) || t.at(i).equals("terms")) {
        return true;
      }
    }
    return false;
  }
}
