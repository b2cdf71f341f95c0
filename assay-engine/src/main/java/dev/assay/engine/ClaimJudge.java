package dev.assay.engine;

import dev.assay.model.Claim;
import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.LicenceStatement;
import dev.assay.model.Order;
import dev.assay.model.Standing;
import dev.assay.model.Step;
import dev.assay.model.Weights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/// Holds what the release says of itself against what the files show.
final class ClaimJudge {
  private final Map<Component, Finding> findings;
  private final List<Weights> artefacts;
  private final Standing standing;
  private final List<Standing.Blocker> bars;
  private final CommerceJudge commerce;
  private final ReleaseNames names;

  /// @param bars what keeps the release from being open source for sure
  /// @param names what the release is called
  ClaimJudge(
      Map<Component, Finding> findings,
      List<Weights> artefacts,
      Standing standing,
      List<Standing.Blocker> bars,
      CommerceJudge commerce,
      ReleaseNames names) {
    this.findings = findings;
    this.artefacts = artefacts;
    this.standing = standing;
    this.bars = bars;
    this.commerce = commerce;
    this.names = names;
  }

  /// Every claim with its verdict, contradictions first, and each only once.
  ///
  /// @param said claims of the documents, not yet decided
  /// @param decided claims that were decided where their facts were read
  /// @param statements licences given and claimed
  List<Claim> decide(List<Claim> said, List<Claim> decided, List<LicenceStatement> statements) {
    var all = new ArrayList<Claim>();
    // A size is contradicted only when the release speaks of one size: families name many.
    long sizes =
        said.stream()
            .filter(c -> c.kind() == Claim.Kind.PARAMETERS)
            .map(c -> parameters(c.statement()))
            .filter(OptionalDouble::isPresent)
            .map(OptionalDouble::getAsDouble)
            .distinct()
            .count();
    // Said in twenty places, it is one claim: the place that speaks most plainly of this release.
    OpenClaim.of(said, names).map(this::openSource).ifPresent(all::add);
    for (Claim claim : said) {
      if (claim.kind() == Claim.Kind.OPEN_SOURCE) {
        continue;
      }
      all.add(
          switch (claim.kind()) {
            case COMMERCIAL_USE -> commerce.judge(claim);
            case PARAMETERS -> size(claim, sizes == 1);
            case TRAINING_DATA -> data(claim);
            default -> claim;
          });
    }
    all.addAll(decided);
    all.addAll(TagClaims.of(statements));
    return all.stream()
        .collect(
            Collectors.toMap(
                c -> List.of(c.kind(), c.statement(), c.verdict()),
                c -> c,
                (first, second) -> first,
                LinkedHashMap::new))
        .values()
        .stream()
        .sorted(Order.of(Claim::verdict))
        .toList();
  }

  private static Claim with(Claim c, Claim.Verdict verdict, String reason, List<Evidence> against) {
    return new Claim(c.kind(), c.statement(), c.made(), verdict, reason, against);
  }

  private Claim openSource(Claim claim) {
    if (standing.lowest().compareTo(Step.OPEN_SOURCE) >= 0) {
      return with(claim, Claim.Verdict.CONFIRMED, standing.why(), List.of());
    }
    if (!OpenClaim.ofSource(claim)) {
      return openAlone(claim);
    }
    if (standing.highest().compareTo(Step.OPEN_SOURCE) < 0 && !bars.isEmpty()) {
      return with(
          claim,
          Claim.Verdict.CONTRADICTED,
          "What was inspected is not open source: " + barred(),
          barring());
    }
    boolean missing = standing.highest().compareTo(Step.OPEN_SOURCE) < 0;
    return with(
        claim,
        Claim.Verdict.UNDECIDABLE,
        missing
            ? "Not all of its parts are in what was inspected, and whether they are given elsewhere"
                + " cannot be told from here"
            : "By what was inspected it stands between "
                + standing.lowest().title()
                + " and "
                + standing.highest().title(),
        List.of());
  }

  /// "Open" and "open-weight" promise no source: weights under a free licence bear them out, and
  /// what else they may mean is not decided.
  private Claim openAlone(Claim claim) {
    boolean weights = standing.lowest().compareTo(Step.OPEN_WEIGHTS) >= 0;
    return with(
        claim,
        weights ? Claim.Verdict.CONFIRMED : Claim.Verdict.UNDECIDABLE,
        weights
            ? standing.why()
            : "By what was inspected it stands between "
                + standing.lowest().title()
                + " and "
                + standing.highest().title(),
        List.of());
  }

  /// What keeps the release from being open source, each reason once with all that it holds of.
  private String barred() {
    var componentsOf = new LinkedHashMap<String, Set<String>>();
    for (Standing.Blocker b : bars) {
      componentsOf
          .computeIfAbsent(b.reason(), r -> new LinkedHashSet<>())
          .add(b.component().title());
    }
    return componentsOf.entrySet().stream()
        .map(e -> String.join(", ", e.getValue()) + ": " + e.getKey())
        .collect(Collectors.joining("; "));
  }

  /// Where that can be seen: a place for each of the first parts, of its licence where it has one.
  private List<Evidence> barring() {
    return bars.stream()
        .map(b -> findings.get(b.component()))
        .filter(f -> f != null)
        .flatMap(f ->
            (f.licence().evidence().isEmpty() ? f.evidence() : f.licence().evidence())
                .stream().limit(1))
        .distinct()
        .limit(3)
        .toList();
  }

  private Claim size(Claim claim, boolean onlyOne) {
    OptionalDouble said = parameters(claim.statement());
    List<Weights> counted =
        artefacts.stream()
            .filter(w -> w.status() == Weights.Status.OK && w.kind() == Weights.Kind.MODEL)
            .filter(w -> w.parameters() != null && w.parameters() > 0)
            .toList();
    if (said.isEmpty() || counted.isEmpty()) {
      return claim;
    }
    for (Weights w : counted) {
      double ratio = count(w) / said.getAsDouble();
      // Names round: "7B" stands for 6.7 to 7.6 thousand millions.
      if (ratio > 0.88 && ratio < 1.12) {
        return with(
            claim,
            Claim.Verdict.CONFIRMED,
            "the header of " + w.path() + " gives " + WeightsJudge.number(count(w)) + " parameters",
            List.of(w.evidence()));
      }
    }
    // A size that a family or a version comes in may be another's than that of what lies here.
    boolean counts = !claim.statement().startsWith("states a size of ");
    if (onlyOne && counts && counted.size() == 1) {
      Weights w = counted.getFirst();
      double ratio = count(w) / said.getAsDouble();
      if (ratio < 0.5 || ratio > 2) {
        return with(
            claim,
            Claim.Verdict.CONTRADICTED,
            "the header of " + w.path() + " gives " + WeightsJudge.number(count(w)) + " parameters",
            List.of(w.evidence()));
      }
    }
    return with(
        claim,
        Claim.Verdict.UNDECIDABLE,
        "no weights of that size are in what was inspected",
        List.of());
  }

  private static long count(Weights w) {
    Long n = w.parameters();
    return n == null ? 0 : n;
  }

  /// The number in a sentence such as `says it has 7.3B parameters` or `110 million`.
  static OptionalDouble parameters(String statement) {
    String s = statement.toLowerCase(Locale.ROOT);
    int i = 0;
    while (i < s.length()) {
      if (!Character.isDigit(s.charAt(i))) {
        i++;
        continue;
      }
      int from = i;
      while (i < s.length()
          && (Character.isDigit(s.charAt(i)) || s.charAt(i) == '.' || s.charAt(i) == ',')) {
        i++;
      }
      String digits = s.substring(from, i).replace(",", "");
      while (digits.endsWith(".")) {
        digits = digits.substring(0, digits.length() - 1);
      }
      String unit = s.substring(i).stripLeading();
      double factor =
          unit.startsWith("trillion") || oneLetter(unit, 't')
              ? 1e12
              : unit.startsWith("billion") || oneLetter(unit, 'b')
                  ? 1e9
                  : unit.startsWith("million") || oneLetter(unit, 'm')
                      ? 1e6
                      : unit.startsWith("thousand") || oneLetter(unit, 'k') ? 1e3 : 1;
      if (!digits.isEmpty()
          && digits.indexOf('.') == digits.lastIndexOf('.')
          && digits.length() < 18) {
        double value = Double.parseDouble(digits) * factor;
        if (factor > 1 || value >= 1000) {
          return OptionalDouble.of(value);
        }
      }
    }
    return OptionalDouble.empty();
  }

  private static boolean oneLetter(String unit, char letter) {
    return !unit.isEmpty()
        && unit.charAt(0) == letter
        && (unit.length() == 1 || !Character.isLetterOrDigit(unit.charAt(1)));
  }

  /// What is said of the training data: an amount, a name, or that it is not given. That some data
  /// is there proves no amount and no name.
  private Claim data(Claim claim) {
    Finding finding = findings.get(Component.TRAINING_DATA);
    if (claim.verdict() != Claim.Verdict.UNDECIDABLE || finding == null) {
      return claim;
    }
    List<Evidence> seen = finding.evidence().stream().limit(2).toList();
    if (claim.statement().endsWith("is not given")) {
      return switch (finding.state()) {
        case ABSENT, DESCRIBED, PROMISED ->
            with(claim, Claim.Verdict.CONFIRMED, "none was found in what was inspected", List.of());
        default ->
            with(
                claim,
                Claim.Verdict.UNDECIDABLE,
                "some is " + finding.state().title() + "; whether it is what is meant is not said",
                seen);
      };
    }
    String reason =
        switch (finding.state()) {
          case PRESENT -> "some of its training data is here, and was not counted";
          case LINKED -> "its training data is linked, and what lies there was not inspected";
          case UNDECIDABLE -> "whether its training data is there cannot be told from here";
          case PROMISED, DESCRIBED, ABSENT -> "its training data is not in what was inspected";
        };
    return with(claim, Claim.Verdict.UNDECIDABLE, reason, List.of());
  }
}
