package dev.assay.licences.scan;

import dev.assay.licences.names.Name;
import dev.assay.licences.names.Tokens;
import dev.assay.model.Freedom;
import dev.assay.model.LicenceStatement.Basis;
import dev.assay.model.Subject;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What a sentence limits without naming a licence: use in commerce, use other than for research.
final class LimitsInProse {
  private LimitsInProse() {}

  /// Notes what a passage limits.
  ///
  /// @param found the licences that it names
  /// @param offered whether another licence is on offer beside the one that everybody has
  /// @param named whether a licence was named already below the same heading
  /// @param spokenOf the weights or data that the sentence before speaks of
  static void scan(
      Claims claims,
      Tokens t,
      Passages.Passage p,
      List<Name> found,
      boolean offered,
      boolean named,
      Set<Subject> spokenOf) {
    int before = 0;
    Set<Subject> first = Set.of();
    for (int i = 0; i < t.size(); i++) {
      String limit = limit(t, i, offered);
      if (limit.isEmpty() && !named && found.isEmpty() && sold(t, i)) {
        limit = "LicenseRef-commercial-on-request";
      }
      if (limit.equals("LicenseRef-commercial-on-request")
          && FieldsOfUse.tradeGiven(t, i)
          && !askedBehind(claims.file().text(), p.to())) {
        limit = "";
      }
      if (!limit.isEmpty()) {
        if (service(t) || !licensed(t, p)) {
          return;
        }
        Set<Subject> covers = covers(claims, t, p, found, before, i);
        // `The models are for research. Commercial use is prohibited.`
        boolean said = Subjects.between(t, 0, t.size()).isEmpty() && !claims.role().named();
        covers = said && !spokenOf.isEmpty() ? spokenOf : covers;
        if (!first.isEmpty() && Subjects.between(t, before, t.size()).isEmpty()) {
          // The second half of a sentence about the weights.
          covers = first;
        }
        first = Subjects.between(t, 0, t.size()).isEmpty() ? Set.of() : covers;
        claims.named(limit, Basis.SENTENCE, covers, Freedom.LIMITED, p.from(), p.to());
        // The next limit is said of something else: `the data exclude commercial use, so the model
        // cannot be used in a commercial product`.
        before = i + 1;
        i += BETWEEN;
      }
    }
  }

  /// Whether the next sentence goes on with a licence for commerce, which is to be applied for.
  private static boolean askedBehind(String text, int from) {
    String next = text.substring(from, Math.min(text.length(), from + LONGEST_SENTENCE));
    return next.toLowerCase(Locale.ROOT).contains("commercial");
  }

  private static final int LONGEST_SENTENCE = 80;

  /// Words between two limits of one sentence, at the least.
  private static final int BETWEEN = 8;

  /// What the words at a place limit, or empty.
  static String limit(Tokens t, int i, boolean offered) {
    String w = t.at(i);
    boolean non =
        w.equals("non") && t.at(i + 1).startsWith("commercial") || w.startsWith("noncommercial");
    int after = w.equals("non") ? i + 2 : i + 1;
    if (non
        && !eitherWay(t, i, after)
        && (use(t.at(after))
            || t.at(after).equals("research")
            || t.at(after).equals("only")
            || t.at(after).equals("terms")
            || LicenceWords.licenceWord(t.at(after))
            || beforeUse(t, after))) {
      return "LicenseRef-non-commercial";
    }
    if (w.equals("research")
        && use(t.at(i + 1))
        && (t.at(i + 2).equals("only")
            || LicenceWords.within(t, i - 4, i, "only")
            || LicenceWords.within(t, i - 3, i, "outside"))) {
      return "LicenseRef-research-only";
    }
    String field = FieldsOfUse.only(t, i);
    if (!field.isEmpty()) {
      return field;
    }
    if (CommercialUse.banned(t, i)) {
      return "LicenseRef-non-commercial";
    }
    String ban = OtherBans.at(t, i);
    if (!ban.isEmpty()) {
      return ban;
    }
    boolean commercial =
        w.equals("commercial") && use(t.at(i + 1))
            || w.equals("\u5546") && (t.at(i + 1).equals("\u7528") || t.at(i + 1).equals("\u4E1A"));
    return commercial && !offered && asked(t, i) ? "LicenseRef-commercial-on-request" : "";
  }

  /// `Non-commercial, academic and evaluation use`: fields between the word and the use.
  private static boolean beforeUse(Tokens t, int after) {
    for (int k = after; k < after + 6; k++) {
      switch (t.at(k)) {
        case "and",
            "or",
            "academic",
            "research",
            "educational",
            "personal",
            "scientific",
            "evaluation",
            "teaching",
            "study" -> {}
        default -> {
          return k > after && use(t.at(k));
        }
      }
    }
    return false;
  }

  /// Whether a passage speaks of leave to use something.
  private static boolean licensed(Tokens t, Passages.Passage p) {
    if (LicenceWords.spoken(p.heading())) {
      return true;
    }
    for (int i = 0; i < t.size(); i++) {
      boolean isFor =
          t.at(i).equals("for") && (t.at(i - 1).equals("are") || t.at(i - 1).equals("is"));
      boolean word =
          isFor
              || switch (t.at(i)) {
                case "intended", "available", "released", "provided", "\u8BB8", "\u6388" -> true;
                default -> t.at(i).startsWith("use") || LicenceWords.licenceWord(t.at(i));
              };
      if (word) {
        return true;
      }
    }
    return false;
  }

  /// What a limit covers: the words before it, from the last name or limit on; failing those, the
  /// words behind.
  private static Set<Subject> covers(
      Claims claims, Tokens t, Passages.Passage p, List<Name> found, int before, int at) {
    int from = Math.max(before, SentenceScanner.afterName(found, at));
    Set<Subject> covers = Subjects.between(t, from, at);
    if (covers.isEmpty()) {
      covers = Subjects.between(t, from, t.size());
    }
    if (covers.isEmpty() && ofLinkedRow(claims.file().text(), p)) {
      covers = Set.of(Subject.WEIGHTS);
    }
    return covers.isEmpty() || claims.role().named() ? claims.role().covers() : covers;
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

  /// Whether it is a service that is spoken of, and not what is given here.
  private static boolean service(Tokens t) {
    return LicenceWords.within(t, 0, t.size(), "api")
        || LicenceWords.within(t, 0, t.size(), "service")
        || LicenceWords.within(t, 0, t.size(), "demo")
        || LicenceWords.within(t, 0, t.size(), "competitor");
  }

  /// Whether a passage stands in a row of a table that leads to a hub of models.
  private static boolean ofLinkedRow(String text, Passages.Passage p) {
    int first = text.lastIndexOf('\n', p.from()) + 1;
    int end = text.indexOf('\n', p.from());
    end = Math.min(end < 0 ? text.length() : end, first + LONGEST_ROW);
    return text.startsWith("|", first)
        && text.substring(first, Math.max(first, end)).contains("://huggingface.co/");
  }

  private static final int LONGEST_ROW = 4000;

  static boolean use(String word) {
    return word.startsWith("use")
        || word.startsWith("purpose")
        || word.startsWith("usage")
        || word.startsWith("application");
  }

  /// `Commercial licensing is available via ...`, where no licence is given beside it.
  private static boolean sold(Tokens t, int i) {
    return t.at(i).equals("commercial")
        && LicenceWords.licenceWord(t.at(i + 1))
        && (offered(t, i)
            || LicenceWords.within(t, i + 2, i + 8, "contact")
            || LicenceWords.within(t, i + 2, i + 8, "required"));
  }

  /// `Is available via`, `upon`; not `is available at`, which says where it stands.
  private static boolean offered(Tokens t, int i) {
    for (int k = i + 2; k < i + 8; k++) {
      if (t.at(k).equals("available")) {
        return switch (t.at(k + 1)) {
          case "via", "upon", "on", "from", "through", "by" -> true;
          default -> false;
        };
      }
    }
    return false;
  }

  /// Whether commercial use is to be asked for. Another licence on offer beside a public one takes
  /// nothing from that.
  private static boolean asked(Tokens t, int i) {
    if (LicenceWords.within(t, i - 3, i, "including")
        || LicenceWords.within(t, i, t.size(), "without")) {
      // `For any purpose, including commercial use, without asking permission`.
      return false;
    }
    for (int k = Math.max(0, i - 25); k < Math.min(t.size(), i + 40); k++) {
      switch (t.at(k)) {
        case "apply",
            "form",
            "contact",
            "register",
            "registration",
            "request",
            "permission",
            "requires",
            "authorization",
            "email",
            "\u7533",
            "\u767B",
            "\u90AE" -> {
          if (!spared(t, k)) {
            return true;
          }
        }
        default -> {}
      }
    }
    return false;
  }

  private static final Set<String> NEEDS =
      Set.of("necessary", "need", "needed", "required", "require", "have", "obliged");

  /// Whether a reader need not do what stands at `k`: `it is not necessary to submit a request`,
  /// `无需申请`.
  private static boolean spared(Tokens t, int k) {
    if (no(t.at(k - 1))) {
      return true;
    }
    for (int j = Math.max(1, k - 14); j < k; j++) {
      boolean need = NEEDS.contains(t.at(j));
      if (need && k - j <= 9 && (no(t.at(j - 1)) || j > 1 && no(t.at(j - 2)))) {
        return true;
      }
      boolean spaceless =
          (t.at(j).equals("\u9700") || t.at(j).equals("\u987B") || t.at(j).equals("\u5FC5"))
              && (t.at(j - 1).equals("\u65E0") || t.at(j - 1).equals("\u4E0D"));
      if (spaceless) {
        return true;
      }
    }
    return false;
  }

  private static boolean no(String word) {
    return word.equals("not") || word.equals("no") || word.equals("don't") || word.equals("never");
  }
}
