package dev.assay.licences.scan;

import dev.assay.licences.names.Tokens;

/// Fields that a sentence keeps the use of something to, however many it names: `for research and
/// educational use only`, `solely for academic or scientific purposes`, `for personal use only`.
final class FieldsOfUse {
  /// Words of such a list, at the most.
  private static final int LONGEST = 12;

  private FieldsOfUse() {}

  /// What the list that begins at a place keeps the use to, or empty.
  static String only(Tokens t, int i) {
    boolean nonProfit = t.at(i).equals("non") && t.at(i + 1).equals("profit");
    if (!field(t.at(i)) && !nonProfit || listed(t.at(i - 1))) {
      return "";
    }
    boolean research = false;
    boolean personal = false;
    boolean use = false;
    boolean trade = false;
    boolean profit = false;
    int end = i;
    while (end < t.size() && end - i < LONGEST && (field(t.at(end)) || listed(t.at(end)))) {
      switch (t.at(end)) {
        case "research", "academic", "academia", "scientific", "teaching" -> research = true;
        case "personal", "private" -> personal = true;
        case "profit" -> profit |= t.at(end - 1).equals("non");
        case "nonprofit" -> profit = true;
        // Commerce is spoken of: what is said of it is read by itself.
        case "commercial", "noncommercial" -> trade = true;
        default -> use |= LimitsInProse.use(t.at(end)) || t.at(end).equals("institutions");
      }
      end++;
    }
    boolean evaluation = t.at(i).equals("evaluation") && given(t, i);
    if (trade || !research && !personal && !profit && !evaluation) {
      return "";
    }
    boolean behind = t.at(end).equals("only") && (use || forBefore(t, i));
    boolean before = keptTo(t, i) && (use || t.at(end - 1).equals("research"));
    int last = end - 1;
    while (t.at(last).equals("and") || t.at(last).equals("or")) {
      last--;
    }
    boolean free = freeFor(t, i) && (use || t.at(last).equals("research"));
    if (!behind && !before && !free) {
      return "";
    }
    if (!behind && !before && openFor(t, i) && tradeBesides(t, end)) {
      return "LicenseRef-commercial-on-request";
    }
    return research || evaluation && !personal && !profit
        ? "LicenseRef-research-only"
        : personal ? "LicenseRef-personal-use-only" : "LicenseRef-non-commercial";
  }

  /// `Only for`, `solely for`, `restricted to`.
  private static boolean keptTo(Tokens t, int i) {
    boolean to = false;
    for (int k = i - 1; k >= Math.max(0, i - 4); k--) {
      switch (t.at(k)) {
        case "for", "to" -> to = true;
        case "only", "solely", "exclusively", "strictly", "purely", "restricted", "limited" -> {
          return to && !t.at(k - 1).equals("not");
        }
        default -> {}
      }
    }
    return false;
  }

  /// `Free for academic use`, `freely available for research`: for the rest it is not.
  private static boolean freeFor(Tokens t, int i) {
    if (openFor(t, i)) {
      return true;
    }
    for (int k = i - 1; k >= Math.max(0, i - 4); k--) {
      if (t.at(k).equals("free") || t.at(k).equals("freely")) {
        return LicenceWords.within(t, k + 1, i, "for") && !t.at(k - 1).equals("feel");
      }
    }
    return false;
  }

  /// `Fully open for academic research`, `completely open to research purposes`.
  private static boolean openFor(Tokens t, int i) {
    boolean open =
        t.at(i - 2).equals("open") && (t.at(i - 1).equals("for") || t.at(i - 1).equals("to"));
    return open
        && switch (t.at(i - 3)) {
          case "fully", "completely", "entirely", "totally", "wholly" -> true;
          default -> false;
        };
  }

  /// Whether the same sentence gives leave for commerce besides: it must then be asked for.
  private static boolean tradeBesides(Tokens t, int end) {
    return LicenceWords.within(t, end, t.size(), "commercial");
  }

  /// `And also allow free commercial use`, with nothing to be asked for.
  static boolean tradeGiven(Tokens t, int from) {
    boolean given = false;
    for (int k = from; k < t.size(); k++) {
      switch (t.at(k)) {
        case "allow",
            "allows",
            "allowed",
            "permit",
            "permits",
            "permitted",
            "support",
            "supports" ->
            given |=
                LicenceWords.within(t, k + 1, k + 4, "commercial")
                    && LicenceWords.within(t, k + 1, k + 4, "free");
        case "apply", "application", "contact", "request", "form", "questionnaire" -> {
          return false;
        }
        default -> {}
      }
    }
    return given;
  }

  /// `Licensed for evaluation`: said of what is given, and not of what was used to try it.
  private static boolean given(Tokens t, int i) {
    for (int k = Math.max(0, i - 4); k < i; k++) {
      switch (t.at(k)) {
        case "licensed", "released", "provided", "available", "distributed" -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  private static boolean forBefore(Tokens t, int i) {
    return LicenceWords.within(t, i - 3, i, "for");
  }

  private static boolean field(String word) {
    return switch (word) {
      case "research",
          "academic",
          "scientific",
          "educational",
          "education",
          "teaching",
          "evaluation",
          "personal",
          "private",
          "academia",
          "nonprofit" ->
          true;
      default -> false;
    };
  }

  /// What stands between the fields of a list.
  private static boolean listed(String word) {
    return LimitsInProse.use(word)
        || switch (word) {
          case "and",
              "or",
              "development",
              "non",
              "profit",
              "commercial",
              "noncommercial",
              "study",
              "peer",
              "review",
              "internal",
              "purely",
              "institutions" ->
              true;
          default -> false;
        };
  }
}
