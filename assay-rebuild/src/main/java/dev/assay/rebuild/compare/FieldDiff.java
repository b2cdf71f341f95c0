package dev.assay.rebuild.compare;

/// One thing that is not the same in two artefacts.
///
/// @param field where: `FILE#FIELD`, with `zip` or `gzip` for the container itself
/// @param nature what sort of thing it is
/// @param detail what stands on each side, in a few words
public record FieldDiff(String field, Nature nature, String detail) {
  /// The sorts of difference, the least first.
  public enum Nature {
    /// The time of the build, or an order without meaning, that the recipe names as such.
    CLOCK,
    /// Anything else that is not the weights: metadata, formatting, packing.
    METADATA,
    /// Numbers of the weights.
    VALUES,
    /// Something that is not known to be metadata.
    CONTENT
  }
}
