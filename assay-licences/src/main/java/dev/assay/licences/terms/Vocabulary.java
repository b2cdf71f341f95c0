package dev.assay.licences.terms;

import dev.assay.model.Right.Act;
import java.util.Map;
import java.util.Set;

/// The reviewed vocabulary of conditions and limits: what each code means to a reader, and which
/// acts it touches.
final class Vocabulary {
  private static final Map<String, String> SAYS =
      Map.ofEntries(
          Map.entry("COPY", "give a copy of the licence along"),
          Map.entry("NOTICE", "keep the notices, or add the one prescribed"),
          Map.entry("CHANGES", "say what you changed"),
          Map.entry("DISPLAY", "show the phrase prescribed"),
          Map.entry("NAME", "use the name or prefix prescribed"),
          Map.entry("CITE", "name the licensor in publications"),
          Map.entry("DOCS", "keep or extend the model's documentation"),
          Map.entry("FILTER", "filter or review outputs and say that a machine made them"),
          Map.entry("GUARDRAIL", "leave the technical safeguards in place"),
          Map.entry("FLOWDOWN", "bind whoever gets it from you to the same use restrictions"),
          Map.entry("SAME", "pass it on only under this same licence"),
          Map.entry("SOURCE", "publish the source of what you pass on"),
          Map.entry("REGISTER", "register or ask first"),
          Map.entry("LATEST", "make efforts to use the newest version"),
          Map.entry("GATE", "agree, register or prove something before access"),
          Map.entry("DATAPROT", "keep to data-protection duties"),
          Map.entry("NC", "not for commercial purposes"),
          Map.entry("ND", "share no changed version"),
          Map.entry("RESEARCH", "for research only"),
          Map.entry("USERS", "stay below a number of users, or ask"),
          Map.entry("REVENUE", "stay below a revenue, or ask"),
          Map.entry("COMPETE", "do not compete with the licensor"),
          Map.entry("OUTTRAIN", "do not improve other models with the outputs"),
          Map.entry("TERRITORY", "not in an excluded region"),
          Map.entry("FIELD", "not for a use on the licence's list"),
          Map.entry("MILITARY", "not for military use"),
          Map.entry("MEDICAL", "not for medical advice"),
          Map.entry("LEGALPROC", "not for law enforcement, justice or asylum"),
          Map.entry("SURVEIL", "not for surveillance or biometrics"),
          Map.entry("NOHOST", "not as a hosted service for others"),
          Map.entry("NODIST", "do not pass it on"),
          Map.entry("ORGTYPE", "not for commercial organisations"));

  private static final Set<String> SHARING =
      Set.of(
          "COPY",
          "NOTICE",
          "CHANGES",
          "DISPLAY",
          "NAME",
          "DOCS",
          "FLOWDOWN",
          "SAME",
          "SOURCE",
          "CITE");

  /// Limits that bind whoever uses it at all.
  private static final Set<String> USING =
      Set.of(
          "NC",
          "RESEARCH",
          "TERRITORY",
          "FIELD",
          "MILITARY",
          "MEDICAL",
          "LEGALPROC",
          "SURVEIL",
          "ORGTYPE",
          "USERS",
          "REVENUE");

  private Vocabulary() {}

  static String says(Facts.Fact fact) {
    String general = SAYS.getOrDefault(fact.code(), fact.code());
    return fact.says().isEmpty() ? general : general + ": " + fact.says();
  }

  /// How a fact says that beyond a threshold nothing at all is granted, use without trade included.
  private static final String NO_RIGHT = "no right at all";

  /// Whether a condition or limit touches an act.
  static boolean touches(Facts.Fact fact, Act act) {
    return touches(fact.code(), act)
        || (fact.code().equals("USERS") || fact.code().equals("REVENUE"))
            && fact.says().contains(NO_RIGHT);
  }

  private static boolean touches(String code, Act act) {
    return switch (act) {
      case RUN, STUDY ->
          USING.contains(code) && !code.equals("USERS") && !code.equals("REVENUE")
              || Set.of("LATEST", "GATE", "DATAPROT").contains(code);
      case COMMERCIAL_USE ->
          USING.contains(code)
              || Set.of(
                      "REGISTER",
                      "GATE",
                      "DATAPROT",
                      "COMPETE",
                      "NOHOST",
                      "FILTER",
                      "GUARDRAIL",
                      "DISPLAY")
                  .contains(code);
      case FINE_TUNE, REBUILD ->
          USING.contains(code) && !code.equals("USERS") && !code.equals("REVENUE")
              || code.equals("GUARDRAIL");
      case REDISTRIBUTE ->
          SHARING.contains(code)
              || Set.of("NODIST", "ND", "NC", "RESEARCH", "TERRITORY").contains(code);
      case USE_OUTPUTS ->
          Set.of(
                  "NC",
                  "RESEARCH",
                  "FIELD",
                  "MILITARY",
                  "MEDICAL",
                  "LEGALPROC",
                  "SURVEIL",
                  "TERRITORY",
                  "FILTER")
              .contains(code);
      case TRAIN_ON_OUTPUTS ->
          Set.of("NC", "RESEARCH", "TERRITORY", "OUTTRAIN", "COMPETE").contains(code);
    };
  }
}
