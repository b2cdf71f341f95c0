package dev.assay.engine;

import dev.assay.licences.names.Same;
import dev.assay.model.Finding;
import dev.assay.model.LicenceOf;
import dev.assay.model.Qualifier;
import java.util.Locale;

/// The words in which the ladder says why a part holds the release down. Each reads well after the
/// component's name and a colon.
final class Clauses {
  private Clauses() {}

  /// Why a part is not there, or not whole.
  static String missing(Finding f) {
    return switch (f.state()) {
      case PRESENT ->
          f.qualifiers().contains(Qualifier.UNREAD)
              ? "only part of it was read, so the rest cannot be decided from here"
              : f.qualifiers().contains(Qualifier.BY_WORDS)
                  ? "found by its words alone; whether it is that is for a person to say"
                  : f.qualifiers().contains(Qualifier.UNTOLD)
                          && !f.qualifiers().contains(Qualifier.PARTIAL)
                      ? "here, and no document says that it is all that was trained on"
                      : "only part of it is here";
      case LINKED ->
          f.qualifiers().contains(Qualifier.REFUSED)
              ? "some of it is linked, and the release says that a part is not given"
              : f.qualifiers().contains(Qualifier.UNTOLD)
                  ? "linked, and no document says that it is what was trained on"
                  : "linked; what lies there was not part of what was inspected";
      case PROMISED -> "promised, not there";
      case DESCRIBED -> "named or described, not given";
      case ABSENT ->
          f.qualifiers().contains(Qualifier.REFUSED)
              ? "the release says that it is not given"
              : "not found in what was inspected";
      case UNDECIDABLE -> "cannot be decided from here";
    };
  }

  /// Why the licence of a part that is there does not make it free for sure.
  static String licence(Finding f) {
    LicenceOf l = f.licence();
    return switch (l.freedom()) {
      case FREE -> elsewhere(l);
      case LIMITED -> "its licence (" + l.expression() + ") limits what one may do";
      case UNKNOWN ->
          l.status() == LicenceOf.Status.NONE
              ? "no licence was found for it"
              : l.status() == LicenceOf.Status.INHERITED ? elsewhere(l) : unknown(l);
    };
  }

  private static String elsewhere(LicenceOf l) {
    return "the licence of this source"
        + (isKnown(l) ? " (" + l.expression() + ")" : "")
        + " says nothing of what is linked elsewhere";
  }

  /// The licence of the source, where it does not speak of a part that lies elsewhere.
  static String ofThisSource(LicenceOf l) {
    return isKnown(l)
        ? l.expression() + " is this source's"
        : "this source's own is not one that is known";
  }

  private static boolean isKnown(LicenceOf l) {
    return !l.expression().equals("NOASSERTION");
  }

  /// Why a licence that was found or claimed says nothing here.
  private static String unknown(LicenceOf l) {
    if (l.expression().equals("NOASSERTION")) {
      return "its licence is not one that is known";
    }
    if (!Same.before(l.expression()).isEmpty()) {
      return "its licence ("
          + l.expression()
          + ") is a known one with words changed, and what they change is to be read";
    }
    return l.expression().contains("LicenseRef-")
        ? "its licence (" + l.expression() + ") is not one that is known"
        : "whether its licence (" + l.expression() + ") is free cannot be decided from here";
  }

  /// A sentence as a clause.
  static String of(String sentence) {
    return sentence.isEmpty()
        ? sentence
        : sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
  }
}
