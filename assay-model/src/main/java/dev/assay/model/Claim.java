package dev.assay.model;

import java.util.List;

/// What the release says of itself, and whether the files bear it out.
///
/// @param kind what the claim is about
/// @param statement the claim in one sentence, for example `calls itself "open source"`
/// @param made where the release says so
/// @param verdict whether it holds
/// @param reason one sentence with the facts that decide, or why they cannot
/// @param against the facts' evidence; empty when undecidable
public record Claim(
    Kind kind,
    String statement,
    Evidence made,
    Verdict verdict,
    String reason,
    List<Evidence> against) {
  public Claim {
    against = List.copyOf(against);
  }

  /// What a claim is about.
  public enum Kind {
    OPEN_SOURCE,
    LICENCE,
    COMMERCIAL_USE,
    PARAMETERS,
    TRAINING_DATA,
    TRAINING_CODE,
    BASE_MODEL,
    ARCHITECTURE,
    QUANTISATION,
    LANGUAGES,
    TOKENIZER,
    SHARDS,
    /// The weights were made again from source.
    REBUILD,
    OTHER
  }

  /// Whether a claim holds.
  public enum Verdict {
    CONTRADICTED("contradicted"),
    CONFIRMED("confirmed"),
    UNDECIDABLE("cannot be decided");

    private final String title;

    Verdict(String title) {
      this.title = title;
    }

    /// The words that reports print.
    public String title() {
      return title;
    }
  }
}
