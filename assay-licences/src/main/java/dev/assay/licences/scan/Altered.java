package dev.assay.licences.scan;

import dev.assay.licences.names.Name;
import dev.assay.licences.names.Tokens;
import java.util.Set;

/// Whether a sentence gives a known licence with changes: `a modified X license`, `X with
/// additional terms`. What is then granted is not what X grants, and stands somewhere else.
final class Altered {
  private static final Set<String> BEFORE =
      Set.of(
          "modified",
          "customized",
          "customised",
          "amended",
          "altered",
          "modifizierte",
          "modifizierten",
          "modifizierter",
          "модифицированной",
          "модифицированная");

  private static final Set<String> AFTER =
      Set.of("modifiée", "modifié", "modificada", "modificado", "modificata", "modificato");

  /// `A changed version of` in scripts whose signs are a token each.
  private static final String[] SIGNS = {
    "\u4FEE\u6539\u7248",
    "\u4FEE\u6539\u540E\u7684",
    "\u9B54\u6539",
    "\u5909\u66F4\u3057\u305F",
    "\u6539\u5909\u3057\u305F",
    "\uC218\uC815\uB41C"
  };

  /// Words between a name and what is added to it, at the most.
  private static final int NEAR = 5;

  private Altered() {}

  /// Whether the licence that is named is said to be changed.
  static boolean of(Tokens t, Name name) {
    return before(t, name.from()) || AFTER.contains(t.at(name.to())) || added(t, name.to());
  }

  private static boolean before(Tokens t, int name) {
    int at = t.at(name - 1).equals("the") ? name - 2 : name - 1;
    if (t.at(at).equals("of") && t.at(at - 1).equals("version")) {
      at -= 2;
    }
    if (BEFORE.contains(t.at(at))) {
      return true;
    }
    for (String sign : SIGNS) {
      if (t.signs(name - sign.length(), sign)) {
        return true;
      }
    }
    return false;
  }

  /// `With additional terms`, `with the following extra conditions`, `with modifications`.
  private static boolean added(Tokens t, int to) {
    boolean with = false;
    boolean more = false;
    for (int i = to; i < to + NEAR + 3; i++) {
      switch (t.at(i)) {
        case "with", "plus" -> with = i < to + 3;
        case "additional", "extra", "further", "added" -> more = with;
        case "terms", "conditions", "restrictions", "clauses" -> {
          return more;
        }
        case "modifications" -> {
          return with && t.before(i).isBlank();
        }
        default -> {}
      }
    }
    return false;
  }
}
