package dev.assay.licences.scan;

import dev.assay.licences.names.Tokens;

/// Whether a sentence bans use in commerce, whatever the order of its words: `commercial use of the
/// weights is not allowed`, `they may not be used in a commercial product`, `the licence excludes
/// commercial use`.
final class CommercialUse {
  /// How far before the word a `not` can belong to it: `may not be used in a commercial`.
  private static final int BEFORE = 8;

  /// How far behind the word what is said of it can stand: `commercial use of any of the models is
  /// prohibited`.
  private static final int BEHIND = 11;

  private CommercialUse() {}

  /// Whether the word at a place is of a use that the sentence bans.
  static boolean banned(Tokens t, int i) {
    String word = t.at(i);
    return word.equals("commercially")
        ? negated(t, i)
        : word.equals("commercial")
            && used(t.at(i + 1))
            && !ofSome(t, i)
            && (negated(t, i) || excluded(t, i) || saidNot(t, i));
  }

  /// Whether a word names a use.
  static boolean used(String word) {
    return word.startsWith("use")
        || word.startsWith("purpose")
        || word.startsWith("usage")
        || word.startsWith("application")
        || word.startsWith("product")
        || word.equals("exploitation")
        || word.equals("setting")
        || word.equals("settings");
  }

  /// `May not be used in`, `cannot use for`: a negation before it, with a word of use or leave
  /// between, or right before it.
  private static boolean negated(Tokens t, int i) {
    boolean given = false;
    for (int k = i - 1; k >= Math.max(0, i - BEFORE); k--) {
      if (negation(t, k)) {
        return !lifts(t.at(k + 1))
            && !lifts(t.at(k + 2))
            && !LicenceWords.within(t, k + 1, k + 2, "only")
            && !LicenceWords.within(t, k + 1, k + 2, "limited")
            && (given || i - k <= 2);
      }
      given |= given(t.at(k));
    }
    return false;
  }

  private static boolean negation(Tokens t, int k) {
    return switch (t.at(k)) {
      case "not", "cannot", "can't", "no", "don't", "mustn't", "never" -> true;
      case "t" -> t.at(k - 1).equals("can") || t.at(k - 1).equals("don");
      default -> false;
    };
  }

  /// `No limitation for commercial use`, `does not restrict`, `no additional fee`: what is denied
  /// is the limit.
  private static boolean lifts(String word) {
    return word.startsWith("limit")
        || word.startsWith("restrict")
        || word.startsWith("royalt")
        || word.startsWith("fee")
        || switch (word) {
          case "prohibit",
              "prevent",
              "preclude",
              "exclude",
              "forbid",
              "affect",
              "charge",
              "cost",
              "obstacle",
              "objection" ->
              true;
          default -> false;
        };
  }

  private static boolean given(String word) {
    return word.startsWith("use")
        || word.startsWith("allow")
        || word.startsWith("permi")
        || word.startsWith("employ")
        || word.startsWith("licen")
        || switch (word) {
          case "available", "intended", "granted", "suitable", "released", "provided", "for" ->
              true;
          default -> false;
        };
  }

  /// `The licence excludes commercial use`.
  private static boolean excluded(Tokens t, int i) {
    for (int k = i - 1; k >= Math.max(0, i - 4); k--) {
      switch (t.at(k)) {
        case "exclude",
            "excludes",
            "excluding",
            "prohibit",
            "prohibits",
            "prohibiting",
            "forbid",
            "forbids",
            "disallow",
            "disallows" -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  /// `Commercial use ... is not allowed`, `is prohibited`.
  private static boolean saidNot(Tokens t, int i) {
    for (int k = i + 1; k < Math.min(t.size(), i + BEHIND); k++) {
      switch (t.at(k)) {
        case "prohibited", "forbidden", "disallowed", "excluded", "banned" -> {
          return !LicenceWords.within(t, k - 2, k, "not");
        }
        case "allowed", "permitted", "authorized", "authorised", "granted" -> {
          return LicenceWords.within(t, k - 2, k, "not") || t.at(k - 1).equals("isn't");
        }
        default -> {}
      }
    }
    return false;
  }

  /// `Documents were removed that do not allow commercial use`: said of some that are not here.
  private static boolean ofSome(Tokens t, int i) {
    return LicenceWords.within(t, i - 6, i - 1, "that")
        && (LicenceWords.within(t, i - 3, i, "allow")
            || LicenceWords.within(t, i - 3, i, "permit"));
  }
}
