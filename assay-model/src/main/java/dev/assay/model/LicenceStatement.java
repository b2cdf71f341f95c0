package dev.assay.model;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One place in the release where a licence is given or claimed.
///
/// @param expression an SPDX expression, or `LicenseRef-...` for a licence that SPDX does not list,
///   or `NOASSERTION` where the words name none that is known
/// @param basis what kind of place it is
/// @param match how the words agree with the licence named
/// @param covers what it says, or by its place means, that it covers
/// @param scope the folder it governs, as a path prefix; empty for the whole source
/// @param freedom whether that licence leaves things free
/// @param differs for {@link Match#MODIFIED}: the words added, removed or changed, in order
/// @param evidence where it stands
public record LicenceStatement(
    String expression,
    Basis basis,
    Match match,
    Set<Subject> covers,
    String scope,
    Freedom freedom,
    List<String> differs,
    Evidence evidence) {

  public LicenceStatement {
    covers = Set.copyOf(covers);
    differs = List.copyOf(differs);
  }

  // Written out: a record's own is put together at run time, which a short run pays for each time.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LicenceStatement s
        && expression.equals(s.expression)
        && basis == s.basis
        && match == s.match
        && covers.equals(s.covers)
        && scope.equals(s.scope)
        && freedom == s.freedom
        && differs.equals(s.differs)
        && evidence.equals(s.evidence);
  }

  @Override
  public int hashCode() {
    return 31 * expression.hashCode() + evidence.hashCode();
  }

  /// What kind of place a licence was read in. Only {@link #TEXT} is a fact; the others are claims.
  public enum Basis {
    /// The licence's own text.
    TEXT,
    /// A notice in a file's header, or an SPDX-License-Identifier line.
    HEADER,
    /// Front matter of a card.
    FRONT_MATTER,
    /// Metadata of a weights file or of a package.
    METADATA,
    /// A sentence in prose.
    SENTENCE,
    /// A badge.
    BADGE,
    /// A link to a licence.
    LINK,
    /// A statement by a human in `assay.yml`.
    STATEMENT
  }

  /// How words agree with a licence.
  public enum Match {
    /// The same words, after normalising white space, case, markup, dates and holders.
    SAME_WORDS,
    /// A known licence with words added, removed or changed: not that licence.
    MODIFIED,
    /// Named or tagged, no text.
    NAMED,
    /// A licence text that is none of those known.
    UNKNOWN
  }
}
