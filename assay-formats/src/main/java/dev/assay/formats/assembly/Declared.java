package dev.assay.formats.assembly;

import dev.assay.model.Claim;
import dev.assay.model.Weights;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Parameter counts that headers and indexes state of themselves, against the count of the tensors.
final class Declared {
  private final Report report;

  Declared(Report report) {
    this.report = report;
  }

  void check(Draft d) {
    Long computed = d.parameters;
    if (computed == null || computed == 0 || d.status != Weights.Status.OK) {
      return;
    }
    for (Weights.HeaderFact f : d.metadata) {
      if (f.topic() != Weights.Topic.PARAMETERS) {
        continue;
      }
      if (f.key().equals("total_parameters") || f.key().equals("general.parameter_count")) {
        ConfigFields.whole(f.value()).ifPresent(n -> exact(d, f, n, computed));
      } else if (f.key().equals("general.size_label")) {
        label(f.value()).ifPresent(n -> rounded(d, f, n, computed));
      }
    }
  }

  private void exact(Draft d, Weights.HeaderFact f, long stated, long computed) {
    boolean same = stated == computed;
    // Counts of elements and of parameters differ by buffers: that is no lie, and said as it is.
    long elements = d.elements.values().stream().mapToLong(Long::longValue).sum();
    boolean asElements = stated == elements;
    String reason =
        "the headers give "
            + computed
            + " parameters"
            + (asElements && !same ? " in " + elements + " elements" : "");
    report.claim(
        Claim.Kind.PARAMETERS,
        "states " + stated + " parameters",
        f.evidence(),
        same || asElements ? Claim.Verdict.CONFIRMED : Claim.Verdict.CONTRADICTED,
        reason,
        List.of(d.evidence));
    if (same) {
      report.agrees(
          "the stated count of parameters is the one of the tensors", f.evidence(), d.evidence);
    } else if (!asElements) {
      report.disagrees(
          f.key() + " states " + stated + " parameters, and " + reason, f.evidence(), d.evidence);
    }
  }

  private void rounded(Draft d, Weights.HeaderFact f, double stated, long computed) {
    double ratio = computed / stated;
    boolean same = ratio > 0.85 && ratio < 1.15;
    report.claim(
        Claim.Kind.PARAMETERS,
        "labels its size " + f.value(),
        f.evidence(),
        same ? Claim.Verdict.CONFIRMED : Claim.Verdict.CONTRADICTED,
        "the header gives " + computed + " parameters",
        List.of(d.evidence));
    if (!same) {
      report.disagrees(
          "the size label is " + f.value() + ", and the header gives " + computed + " parameters",
          f.evidence(),
          d.evidence);
    }
  }

  /// The number that a label such as `7B`, `0.6B`, `135M` stands for. Labels of mixtures (`8x7B`)
  /// count shared layers once for each expert, so they say no total.
  static Optional<Double> label(String text) {
    String t = text.strip().toUpperCase(Locale.ROOT);
    if (t.length() < 2 || t.length() > 12) {
      return Optional.empty();
    }
    double unit =
        switch (t.charAt(t.length() - 1)) {
          case 'K' -> 1e3;
          case 'M' -> 1e6;
          case 'B' -> 1e9;
          case 'T' -> 1e12;
          default -> 0;
        };
    String digits = t.substring(0, t.length() - 1);
    if (unit == 0 || !digits.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.')) {
      return Optional.empty();
    }
    try {
      double n = new BigDecimal(digits).doubleValue() * unit;
      return n > 0 ? Optional.of(n) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
