package dev.assay.io;

import dev.assay.model.Evidence;
import org.jspecify.annotations.Nullable;

/// Something a source says about the release that stands in none of its files: a hub's gate, a new
/// name.
///
/// @param kind what it is about
/// @param value what it says, in the source's own word where there is one
/// @param evidence where the source says so
/// @param looked what was found out about a repository that a card names; null for other facts
public record SourceFact(Kind kind, String value, Evidence evidence, @Nullable LookedUp looked) {

  /// A fact about the source itself.
  public SourceFact(Kind kind, String value, Evidence evidence) {
    this(kind, value, evidence, null);
  }

  /// What a hub answered when it was asked for a repository that a card names.
  ///
  /// @param name as the card writes it
  /// @param answer whether it is there
  /// @param gate `auto` or `manual`; empty where nothing is asked for
  /// @param licence its licence tag; empty for none
  /// @param bytes its size; -1 where the hub does not say
  public record LookedUp(String name, Answer answer, String gate, String licence, long bytes) {
    /// The three answers.
    public enum Answer {
      THERE,
      /// The hub answered that it has no such repository, or none that it shows.
      NOT_THERE,
      /// Nobody answered.
      UNKNOWN
    }
  }

  /// What a source can say.
  public enum Kind {
    /// Access asks for something: `auto` (agree and go on) or `manual` (somebody decides).
    GATE,
    /// It is found under another name than the one asked for; the value is the name now.
    RENAMED,
    /// The publisher keeps it from the public; seen with a token.
    PRIVATE,
    /// Switched off by the hub.
    DISABLED,
    /// When it was last changed, ISO 8601.
    MODIFIED,
    /// A licence tag that the source shows beside the files: a claim.
    LICENCE_TAG,
    /// A licence that a package's metadata in a registry states: a claim about the package, and not
    /// about weights that travel in it.
    PACKAGE_LICENCE,
    /// A licence that a package's own description states for the weights in it: a claim.
    WEIGHTS_LICENCE,
    /// A licence that a package's own description states for data in it: a claim.
    DATA_LICENCE,
    /// An address of training data that a package's own description names.
    DATA_LINK,
    /// What a file is declared to be; the value is `gguf`, `safetensors` or `weights`, the
    /// evidence's path the file's.
    DECLARED,
    /// A file that was asked for at this revision and is known not to be in the release.
    KNOWN_ABSENT,
    /// Where the program that keeps it fetched it from: an address, as the program wrote it down.
    FETCHED_FROM,
    /// Which program, at which commit, made it, as the tool that ran it wrote it down.
    MADE_BY,
    /// The commit at which a submodule stands; the evidence's path is the submodule's.
    SUBMODULE_AT,
    /// A data set that the card names, as the hub knows it, in words.
    NAMED_DATA,
    /// A base model that the card names, as the hub knows it.
    NAMED_BASE,
    /// What is here is a stub; the model itself runs at the place named.
    ELSEWHERE
  }
}
