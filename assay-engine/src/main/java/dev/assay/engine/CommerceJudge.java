package dev.assay.engine;

import dev.assay.licences.RightsAnswer;
import dev.assay.model.Claim;
import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.LicenceOf;
import dev.assay.model.Right;
import dev.assay.model.Right.Answer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whether what a release says of commercial use holds. It speaks of the model: where the licence
/// of the weights answers, the claim is not open because a class of the network lies in a library.
final class CommerceJudge {
  /// "Permitted under these terms": a claim that names its conditions.
  private static final Pattern ON_TERMS =
      Pattern.compile(
          "(?i)\\b(?:under|subject to|according to|in accordance with|provided)\\b[^.]{0,40}"
              + "\\b(?:terms?|conditions?|licen[sc]es?|agreement)\\b");

  private final RightsAnswer rights;

  CommerceJudge(RightsAnswer rights) {
    this.rights = rights;
  }

  Claim judge(Claim claim) {
    Right right =
        of(rights.whole())
            .filter(r -> r.answer() != Answer.UNDECIDED)
            .or(this::ofWeights)
            .or(() -> of(rights.whole()))
            .orElse(null);
    if (right == null) {
      return claim;
    }
    return claim.statement().contains("not allowed")
        ? forbidden(claim, right)
        : allowed(claim, right);
  }

  private Optional<Right> ofWeights() {
    return part().flatMap(p -> of(p.rights())).filter(r -> r.answer() != Answer.UNDECIDED);
  }

  private Optional<RightsAnswer.Part> part() {
    return rights.parts().stream().filter(p -> p.component() == Component.WEIGHTS).findFirst();
  }

  private static Optional<Right> of(List<Right> rights) {
    return rights.stream().filter(r -> r.act() == Right.Act.COMMERCIAL_USE).findFirst();
  }

  /// A release that says "not for commerce" and a licence that says so too agree. Where the two
  /// differ, the words may be meant for another part than the licence.
  private static Claim forbidden(Claim claim, Right right) {
    return switch (right.answer()) {
      case NO -> with(claim, Claim.Verdict.CONFIRMED, right.reason(), right);
      case YES, YES_IF ->
          with(
              claim,
              Claim.Verdict.UNDECIDABLE,
              "the licence that was found permits it ("
                  + right.reason()
                  + "); whether both speak of the same part cannot be told from here",
              right);
      case UNDECIDED -> with(claim, Claim.Verdict.UNDECIDABLE, right.reason(), right);
    };
  }

  private Claim allowed(Claim claim, Right right) {
    return switch (right.answer()) {
      case NO ->
          severalLicences()
              ? with(
                  claim,
                  Claim.Verdict.UNDECIDABLE,
                  "its weights come under several licences, and not all of them permit it",
                  right)
              : with(claim, Claim.Verdict.CONTRADICTED, right.reason(), right);
      case YES -> with(claim, Claim.Verdict.CONFIRMED, right.reason(), right);
      case YES_IF ->
          with(
              claim,
              ON_TERMS.matcher(claim.made().quote()).find() && hasItsText()
                  ? Claim.Verdict.CONFIRMED
                  : Claim.Verdict.UNDECIDABLE,
              right.reason(),
              right);
      case UNDECIDED -> with(claim, Claim.Verdict.UNDECIDABLE, right.reason(), right);
    };
  }

  /// Whether the licence of the weights was read, and not only named.
  private boolean hasItsText() {
    return part().filter(p -> p.licence().status() == LicenceOf.Status.FOUND).isPresent();
  }

  /// A family of models under one licence each.
  private boolean severalLicences() {
    return part()
        .filter(p ->
            p.licence().expression().contains(" AND ")
                || p.licence().status() == LicenceOf.Status.CONFLICT)
        .isPresent();
  }

  private static Claim with(Claim c, Claim.Verdict verdict, String reason, Right right) {
    List<Evidence> clauses =
        right.clauses().stream().flatMap(k -> k.evidence().stream()).distinct().limit(3).toList();
    return new Claim(c.kind(), c.statement(), c.made(), verdict, reason, clauses);
  }
}
