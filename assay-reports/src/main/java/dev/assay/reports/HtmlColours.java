package dev.assay.reports;

import dev.assay.model.Claim;
import dev.assay.model.Finding;
import dev.assay.model.Freedom;
import dev.assay.model.ProfileVerdict;
import dev.assay.model.Right;

/// The class of the style sheet that colours a verdict; the words beside it say the same.
final class HtmlColours {
  private HtmlColours() {}

  static String of(Claim.Verdict verdict) {
    return switch (verdict) {
      case CONTRADICTED -> "bad";
      case CONFIRMED -> "good";
      case UNDECIDABLE -> "open";
    };
  }

  static String of(Finding f) {
    return switch (Words.sign(f)) {
      case HERE -> "good";
      case SOME -> "fair";
      case NOT -> "bad";
      case OPEN -> "open";
    };
  }

  static String of(Freedom freedom) {
    return switch (freedom) {
      case FREE -> "good";
      case LIMITED -> "fair";
      case UNKNOWN -> "soft";
    };
  }

  static String of(Right.Answer answer) {
    return switch (answer) {
      case YES -> "good";
      case YES_IF -> "fair";
      case NO -> "bad";
      case UNDECIDED -> "open";
    };
  }

  static String of(ProfileVerdict.Outcome outcome) {
    return switch (outcome) {
      case MET -> "good";
      case NOT_MET -> "bad";
      case UNDECIDED -> "open";
    };
  }
}
