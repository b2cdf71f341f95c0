package dev.assay.weights;

import java.util.List;

/// What changed between two releases.
///
/// @param release parts, licences, claims
/// @param weights one for each set of weights that both have
public record DiffReport(ReleaseDiff release, List<WeightsDiff> weights) {
  public DiffReport {
    weights = List.copyOf(weights);
  }

  /// Whether nothing changed that Assay looks at.
  public boolean same() {
    return release.same()
        && weights.stream().allMatch(w -> w.identical() && w.metadata().isEmpty());
  }

  /// Writes it as text for a terminal.
  ///
  /// @param all whether every tensor gets a line; otherwise those that changed most, and a count
  public String text(boolean all) {
    return new DiffText(all).write(this);
  }

  /// Writes it as JSON; `docs/reference/diff.md` says what the keys mean.
  public String json() {
    return DiffJson.write(this);
  }

  /// Writes it as one self-contained HTML page with a heat strip over the layers.
  public String html() {
    return DiffHtml.write(this);
  }
}
