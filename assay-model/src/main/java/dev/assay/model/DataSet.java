package dev.assay.model;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A data set that the release names, links, lists, scripts or holds.
///
/// @param name its name as written, or the path for data in hand
/// @param stage what it was used for, as far as the words say
/// @param form how it is given
/// @param link where it can be had, if a link stands beside it
/// @param licence its licence as stated beside it, if any
/// @param size its size as stated beside it, if any
/// @param qualifiers gated, partial, of the base model...
/// @param evidence where it was read; the paragraph is quoted
public record DataSet(
    String name,
    Stage stage,
    Form form,
    @Nullable String link,
    @Nullable String licence,
    @Nullable String size,
    Set<Qualifier> qualifiers,
    List<Evidence> evidence) {
  public DataSet {
    qualifiers = Set.copyOf(qualifiers);
    evidence = List.copyOf(evidence);
  }

  /// What a data set was used for.
  public enum Stage {
    PRE_TRAINING,
    POST_TRAINING,
    TRAINING,
    EVALUATION,
    /// For quantisation, not for training.
    CALIBRATION,
    UNSTATED
  }

  /// How a data set is given.
  public enum Form {
    IN_HAND,
    MANIFEST,
    LINK,
    SCRIPT,
    NAMED,
    PROSE,
    PROMISED,
    REFUSED
  }
}
