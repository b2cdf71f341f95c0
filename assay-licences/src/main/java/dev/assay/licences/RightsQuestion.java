package dev.assay.licences;

import org.jspecify.annotations.Nullable;

/// What somebody wants to do with a release.
///
/// @param commercial whether in trade
/// @param users how many people will use it in a month, or null when not said
/// @param revenue the asker's revenue in a year, in USD, or null when not said
/// @param territory where: a country or `EU`, or null when not said
/// @param purpose for what, in words, or null when not said
public record RightsQuestion(
    boolean commercial,
    @Nullable Long users,
    @Nullable Long revenue,
    @Nullable String territory,
    @Nullable String purpose) {

  /// Nothing said: what anybody may do.
  public static final RightsQuestion ANYBODY = new RightsQuestion(false, null, null, null, null);
}
