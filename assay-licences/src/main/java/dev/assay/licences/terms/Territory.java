package dev.assay.licences.terms;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Regions that licences exclude, and the codes that people write.
final class Territory {
  private static final Set<String> EUROPEAN_UNION =
      Set.of(
          "eu",
          "european union",
          "at",
          "be",
          "bg",
          "hr",
          "cy",
          "cz",
          "dk",
          "ee",
          "fi",
          "fr",
          "de",
          "gr",
          "hu",
          "ie",
          "it",
          "lv",
          "lt",
          "lu",
          "mt",
          "nl",
          "pl",
          "pt",
          "ro",
          "sk",
          "si",
          "es",
          "se",
          "austria",
          "belgium",
          "bulgaria",
          "croatia",
          "cyprus",
          "czechia",
          "denmark",
          "estonia",
          "finland",
          "france",
          "germany",
          "greece",
          "hungary",
          "ireland",
          "italy",
          "latvia",
          "lithuania",
          "luxembourg",
          "malta",
          "netherlands",
          "poland",
          "portugal",
          "romania",
          "slovakia",
          "slovenia",
          "spain",
          "sweden");
  private static final Map<String, String> OTHERS =
      Map.of(
          "uk",
          "united kingdom",
          "gb",
          "united kingdom",
          "united kingdom",
          "united kingdom",
          "kr",
          "south korea",
          "korea",
          "south korea",
          "south korea",
          "south korea",
          "us",
          "united states",
          "cn",
          "china");

  private Territory() {}

  /// Whether a region is among those that a fact excludes.
  static boolean excluded(String region, String says) {
    String where = region.strip().toLowerCase(Locale.ROOT);
    String text = says.toLowerCase(Locale.ROOT);
    if (EUROPEAN_UNION.contains(where)) {
      return text.contains("european union") || text.matches("(?s).*\\beu\\b.*");
    }
    String name = OTHERS.getOrDefault(where, where);
    return text.contains(name);
  }
}
