package dev.assay.model;

/// Whether a licence leaves its subject free, for the kind of thing that it covers. Which lists
/// count as free for code, data, weights and documents differs by profile; this is Assay's own
/// reading: OSI or FSF approved, or an open-data or open-content licence, or a permissive model
/// licence, without limit of field, person, scale, territory or commerce.
public enum Freedom {
  FREE("free"),
  /// The licence limits field, scale, commerce, territory, modification or redistribution.
  LIMITED("limited"),
  /// No licence was found, or not one that is known.
  UNKNOWN("unknown");

  private final String title;

  Freedom(String title) {
    this.title = title;
  }

  /// The word that reports print.
  public String title() {
    return title;
  }
}
