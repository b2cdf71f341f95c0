package dev.assay.licences.scan;

import dev.assay.licences.names.Name;
import dev.assay.licences.names.Tokens;
import dev.assay.model.Freedom;
import dev.assay.model.LicenceStatement.Basis;
import dev.assay.model.Subject;
import java.util.List;
import java.util.Set;

/// What a sentence limits without naming a licence: use in commerce, use other than for research.
final class LimitsInProse {
  private LimitsInProse() {}

  /// Notes what a passage limits.
  ///
  /// @param found the licences that it names
  /// @param offered whether another licence is on offer beside the one that everybody has
  static void scan(Claims claims, Tokens t, Passages.Passage p, List<Name> found, boolean offered) {
    String limit = "";
    int at = 0;
    for (int i = 0; i < t.size() && limit.isEmpty(); i++) {
      at = i;
      String w = t.at(i);
      boolean non =
          w.equals("non") && t.at(i + 1).startsWith("commercial") || w.startsWith("noncommercial");
      int after = w.equals("non") ? i + 2 : i + 1;
      if (non
          && !eitherWay(t, i, after)
          && (use(t.at(after)) || t.at(after).equals("research") || t.at(after).equals("only"))) {
        limit = "LicenseRef-non-commercial";
      } else if (w.equals("research")
          && use(t.at(i + 1))
          && (t.at(i + 2).equals("only")
              || LicenceWords.within(t, i - 4, i, "only")
              || LicenceWords.within(t, i - 3, i, "outside"))) {
        limit = "LicenseRef-research-only";
      } else if (w.equals("commercial")
          && use(t.at(i + 1))
          && !ofSome(t, i)
          && (LicenceWords.within(t, i - 5, i, "not")
              || LicenceWords.within(t, i + 1, i + 6, "prohibited")
              || LicenceWords.within(t, i + 1, i + 6, "forbidden"))) {
        limit = "LicenseRef-non-commercial";
      } else if ((w.equals("commercial") && use(t.at(i + 1))
              || w.equals("\u5546")
                  && (t.at(i + 1).equals("\u7528") || t.at(i + 1).equals("\u4E1A")))
          && !offered
          && asked(t, i)) {
        limit = "LicenseRef-commercial-on-request";
      }
    }
    if (limit.isEmpty() || service(t)) {
      return;
    }
    boolean licensed = LicenceWords.spoken(p.heading());
    for (int i = 0; i < t.size(); i++) {
      licensed |=
          LicenceWords.licenceWord(t.at(i))
              || t.at(i).equals("intended")
              || t.at(i).equals("available")
              || t.at(i).equals("released")
              || t.at(i).equals("provided")
              || t.at(i).equals("use")
              || t.at(i).equals("\u8BB8")
              || t.at(i).equals("\u6388");
    }
    if (!licensed) {
      return;
    }
    Set<Subject> covers = Subjects.between(t, SentenceScanner.afterName(found, at), at);
    if (covers.isEmpty()) {
      covers = Subjects.between(t, SentenceScanner.afterName(found, at), t.size());
    }
    if (covers.isEmpty() || claims.role().named()) {
      covers = claims.role().covers();
    }
    claims.named(limit, Basis.SENTENCE, covers, Freedom.LIMITED, p.from(), p.to());
  }

  /// `Free for both commercial and non-commercial use`: no limit.
  private static boolean eitherWay(Tokens t, int non, int after) {
    boolean before = LicenceWords.within(t, non - 3, non, "commercial");
    boolean behind = LicenceWords.within(t, after, after + 3, "commercial");
    return (before || behind)
        && (LicenceWords.within(t, non - 2, non, "and")
            || LicenceWords.within(t, non - 2, non, "or")
            || LicenceWords.within(t, after, after + 2, "and")
            || LicenceWords.within(t, after, after + 2, "or"));
  }

  /// `Documents were removed that do not allow commercial use`: said of some that are not here.
  private static boolean ofSome(Tokens t, int i) {
    return LicenceWords.within(t, i - 6, i - 1, "that")
        && (LicenceWords.within(t, i - 3, i, "allow")
            || LicenceWords.within(t, i - 3, i, "permit"));
  }

  /// Whether it is a service that is spoken of, and not what is given here.
  private static boolean service(Tokens t) {
    return LicenceWords.within(t, 0, t.size(), "api")
        || LicenceWords.within(t, 0, t.size(), "service")
        || LicenceWords.within(t, 0, t.size(), "demo")
        || LicenceWords.within(t, 0, t.size(), "competitor");
  }

  private static boolean use(String word) {
    return word.startsWith("use")
        || word.startsWith("purpose")
        || word.startsWith("usage")
        || word.startsWith("application");
  }

  /// Whether commercial use is to be asked for. Another licence on offer beside a public one takes
  /// nothing from that.
  private static boolean asked(Tokens t, int i) {
    for (int k = Math.max(0, i - 25); k < Math.min(t.size(), i + 40); k++) {
      switch (t.at(k)) {
        case "apply",
            "form",
            "contact",
            "register",
            "registration",
            "request",
            "permission",
            "authorization",
            "email",
            "\u7533",
            "\u767B",
            "\u90AE" -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }
}
