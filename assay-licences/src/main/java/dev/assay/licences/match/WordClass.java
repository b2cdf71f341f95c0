package dev.assay.licences.match;

import java.util.Set;

/// Classes of words that must match: a licence with another number, another negation or another
/// territory is another licence, however alike the rest is.
public enum WordClass {
  NONE,
  NUMBER,
  NEGATION,
  COMMERCE,
  /// Patent, copyright, trademark: what a grant or a suit is about.
  PROPERTY,
  OUTPUT,
  PLACE,
  /// Words of duty and permission.
  DUTY;

  private static final Set<String> NEGATIONS =
      Set.of(
          "not",
          "no",
          "nor",
          "neither",
          "never",
          "none",
          "except",
          "excluding",
          "without",
          "unless",
          "cannot",
          "prohibited",
          "forbidden",
          "non",
          "only",
          "solely",
          "exclusively",
          "revocable",
          "irrevocable",
          "nonexclusive",
          "exclusive",
          "不",
          "非",
          "禁",
          "无");
  private static final Set<String> COMMERCES =
      Set.of(
          "commercial",
          "noncommercial",
          "commercially",
          "noncommercially",
          "revenue",
          "fee",
          "fees",
          "royalty",
          "royaltyfree",
          "charge",
          "research",
          "academic",
          "personal",
          "production",
          "competing",
          "competitive",
          "military",
          "商",
          "研",
          "究");
  private static final Set<String> PROPERTIES =
      Set.of(
          "patent",
          "patents",
          "copyright",
          "copyrights",
          "trademark",
          "trademarks",
          "advertising",
          "endorse",
          "binary",
          "source");
  private static final Set<String> OUTPUTS =
      Set.of(
          "output",
          "outputs",
          "results",
          "train",
          "training",
          "improve",
          "distill",
          "distillation",
          "synthetic");
  private static final Set<String> PLACES =
      Set.of(
          "european",
          "union",
          "kingdom",
          "korea",
          "china",
          "states",
          "america",
          "india",
          "israel",
          "japan",
          "california",
          "singapore",
          "york",
          "washington",
          "delaware",
          "england",
          "hong",
          "kong",
          "territory",
          "worldwide");
  private static final Set<String> DUTIES =
      Set.of(
          "must",
          "shall",
          "may",
          "should",
          "required",
          "require",
          "requires",
          "restriction",
          "restrictions",
          "sublicense",
          "sell",
          "distribute",
          "modify",
          "host",
          "terminate",
          "register",
          "display");

  /// The class of a word as it stands in a text.
  public static WordClass of(String word) {
    String w =
        word.toLowerCase(java.util.Locale.ROOT)
            .replace("-", "")
            .replace("'", "")
            .replace("\u2019", "");
    if (!w.isEmpty() && w.charAt(0) >= '0' && w.charAt(0) <= '9') {
      return NUMBER;
    }
    if (NEGATIONS.contains(w)) {
      return NEGATION;
    }
    if (COMMERCES.contains(w)) {
      return COMMERCE;
    }
    if (PROPERTIES.contains(w)) {
      return PROPERTY;
    }
    if (OUTPUTS.contains(w)) {
      return OUTPUT;
    }
    if (PLACES.contains(w)) {
      return PLACE;
    }
    return DUTIES.contains(w) ? DUTY : NONE;
  }
}
