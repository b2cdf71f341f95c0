package dev.assay.licences;

import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.LicenceOf;
import dev.assay.model.ProofLevel;
import dev.assay.model.Span;
import dev.assay.model.State;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Findings for licences to be bound to.
public final class Findings {
  private Findings() {}

  /// A component that was found in files, and has no licence yet.
  public static Finding of(Component component, State state, String... paths) {
    return new Finding(
        component,
        state,
        Set.of(),
        ProofLevel.SEEN,
        "there",
        LicenceOf.NONE,
        Stream.of(paths).map(p -> new Evidence("s", p, new Span.Whole(), "", null)).toList(),
        List.of(),
        List.of());
  }
}
