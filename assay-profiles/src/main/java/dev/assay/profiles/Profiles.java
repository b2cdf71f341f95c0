package dev.assay.profiles;

import dev.assay.model.Assessment;
import dev.assay.model.ProfileVerdict;
import java.util.List;

/// Published definitions of open, computed from an assessment's findings.
public final class Profiles {
  private Profiles() {}

  /// The verdict of every profile, built in or added.
  ///
  /// @param assessment with everything but profiles
  public static List<ProfileVerdict> verdicts(Assessment assessment) {
    return List.of();
  }
}
