package dev.assay.model;

import java.util.List;

/// The licence of one component, as found for that component.
///
/// @param status how it was found
/// @param expression the SPDX expression or `LicenseRef-...`; `NOASSERTION` where none is known
/// @param freedom whether it leaves that component free
/// @param from for {@link Status#INHERITED}: what it is inherited from, for example `LICENSE
///   (covers the whole repository)`; for {@link Status#CONFLICT}: what other places say and where;
///   otherwise empty
/// @param evidence where it was read; empty only for {@link Status#NONE}
public record LicenceOf(
    Status status, String expression, Freedom freedom, String from, List<Evidence> evidence) {

  /// No licence found for it.
  public static final LicenceOf NONE =
      new LicenceOf(Status.NONE, "NOASSERTION", Freedom.UNKNOWN, "", List.of());

  public LicenceOf {
    evidence = List.copyOf(evidence);
  }

  /// How a component's licence was found.
  public enum Status {
    /// A licence text that covers this component by its own name, folder or words.
    FOUND("found"),
    /// A licence text that covers everything here, and so this.
    INHERITED("inherited"),
    /// Only claimed: tag, badge, sentence, metadata, with no text.
    CLAIMED("claimed"),
    /// Places disagree; the strictest is given.
    CONFLICT("in conflict"),
    /// Nothing found in what was inspected.
    NONE("none found");

    private final String title;

    Status(String title) {
      this.title = title;
    }

    /// The words that reports print.
    public String title() {
      return title;
    }
  }
}
