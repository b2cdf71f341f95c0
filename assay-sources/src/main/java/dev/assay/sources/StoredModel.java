package dev.assay.sources;

import java.util.List;

/// One model, or data set, that a program's store on this machine holds, at one revision.
///
/// @param store the store's name, one of {@link Stores#kinds}
/// @param name what the program calls it
/// @param revision the commit, version or digest that the store gives it; empty where it gives none
/// @param refs the branches and tags that stand at this revision, as far as the store knows
/// @param reference what to type to inspect it alone; empty where nothing is in reach
/// @param opener opens it
public record StoredModel(
    String store,
    String name,
    String revision,
    List<String> refs,
    String reference,
    SourceKind.Opener opener) {
  public StoredModel {
    refs = List.copyOf(refs);
  }
}
