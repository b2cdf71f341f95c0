package dev.assay.licences.scan;

import dev.assay.licences.names.Tokens;
import dev.assay.model.Subject;

/// Limits of weights that are no field of use: they may not be passed on, they are proprietary,
/// whoever earns more than so much must ask.
final class OtherBans {
  static final String NO_REDISTRIBUTION = "LicenseRef-no-redistribution";
  static final String PROPRIETARY = "LicenseRef-proprietary";

  private OtherBans() {}

  /// What the word at a place bans, where its sentence speaks of weights; else empty.
  static String at(Tokens t, int i) {
    return switch (t.at(i)) {
      case "redistributed", "redistribute" -> banned(t, i) && ofWeights(t) ? NO_REDISTRIBUTION : "";
      case "proprietary" ->
          (t.at(i - 1).equals("are") || t.at(i - 1).equals("is") || t.at(i - 1).equals("remain"))
                  && Subjects.between(t, 0, i).contains(Subject.WEIGHTS)
              ? PROPRIETARY
              : "";
      // The Commons Clause takes the right to sell from the licence that it is added to.
      case "commons" -> t.at(i + 1).equals("clause") ? "LicenseRef-commercial-on-request" : "";
      case "revenue", "revenues", "employees", "turnover" ->
          leave(t) && ofWeights(t) ? "LicenseRef-commercial-on-request" : "";
      default -> "";
    };
  }

  private static boolean ofWeights(Tokens t) {
    return Subjects.between(t, 0, t.size()).contains(Subject.WEIGHTS);
  }

  /// `May not be redistributed`, `do not redistribute`; not `does not redistribute`, which says
  /// what is left out.
  private static boolean banned(Tokens t, int i) {
    int not = t.at(i - 1).equals("be") ? i - 2 : i - 1;
    if (t.at(not).equals("cannot")) {
      return true;
    }
    return t.at(not).equals("not")
        && switch (t.at(not - 1)) {
          case "may", "must", "shall", "can" -> true;
          case "do" -> not == 1 || t.at(not - 2).equals("please");
          default -> false;
        };
  }

  /// Whether those who pass a threshold must buy a licence or ask.
  private static boolean leave(Tokens t) {
    boolean licence = false;
    boolean asked = false;
    for (int i = 0; i < t.size(); i++) {
      licence |= LicenceWords.licenceWord(t.at(i));
      asked |=
          switch (t.at(i)) {
            case "buy",
                "purchase",
                "paid",
                "contact",
                "obtain",
                "need",
                "needs",
                "require",
                "requires",
                "required",
                "enterprise" ->
                true;
            default -> false;
          };
    }
    return licence && asked;
  }
}
