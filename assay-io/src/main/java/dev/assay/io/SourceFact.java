package dev.assay.io;

import dev.assay.model.Evidence;

/// Something a source says about the release that stands in none of its files: a hub's gate, a new
/// name.
///
/// @param kind what it is about
/// @param value what it says, in the source's own word where there is one
/// @param evidence where the source says so
public record SourceFact(Kind kind, String value, Evidence evidence) {

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
