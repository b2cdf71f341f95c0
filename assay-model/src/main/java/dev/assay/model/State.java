package dev.assay.model;

/// The state of a component (product page, section 2). "Not found in what was inspected" is {@link
/// #ABSENT}; "could not look" is {@link #UNDECIDABLE}; the two are never exchanged.
public enum State {
  /// The bytes are in hand.
  PRESENT("present"),
  /// A resolvable pointer to the thing itself; see {@link Qualifier#GATED}.
  LINKED("linked"),
  /// The release says that it will come.
  PROMISED("promised"),
  /// Prose about it, and no more.
  DESCRIBED("described"),
  /// Looked for where it would be, and not found in what was inspected.
  ABSENT("not found"),
  /// Could not be looked for: offline, over a limit, damaged, or not for a program to decide.
  UNDECIDABLE("cannot be decided");

  private final String title;

  State(String title) {
    this.title = title;
  }

  /// The word that reports print.
  public String title() {
    return title;
  }
}
