package dev.assay.licences;

import dev.assay.model.Evidence;
import dev.assay.model.Freedom;
import dev.assay.model.LicenceStatement;
import java.util.List;

/// One licence that a file gives or names: the engine's answer to "which licence is this?".
///
/// @param expression the SPDX expression or `LicenseRef-...`; `NOASSERTION` for a licence that is
///   none known
/// @param name the licence's name; of the nearest one where it is not the same
/// @param match how the words agree with it
/// @param basis what kind of place it is
/// @param why one sentence: how sure, and why
/// @param differs the words that differ, in order
/// @param freedom whether it leaves things free
/// @param evidence where it stands
public record Identified(
    String expression,
    String name,
    LicenceStatement.Match match,
    LicenceStatement.Basis basis,
    String why,
    List<String> differs,
    Freedom freedom,
    Evidence evidence) {
  public Identified {
    differs = List.copyOf(differs);
  }
}
