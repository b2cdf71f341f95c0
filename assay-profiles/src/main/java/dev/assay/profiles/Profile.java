package dev.assay.profiles;

import dev.assay.model.ProfileVerdict;
import dev.assay.profiles.Answer.Fix;
import java.util.Set;

/// A published definition of open, ready to be asked.
sealed interface Profile permits RuleProfile, GradedProfile, MofProfile {

  /// What it is called and where it is published.
  ///
  /// @param id the identifier for the command line and policies
  /// @param title its name
  /// @param origin where and when the definition was published
  record Name(String id, String title, String origin) {}

  Name name();

  /// What it says of a release.
  ProfileVerdict verdict(Facts facts);

  /// How near a release is to meeting it, for the order of things to do; larger is nearer. Only the
  /// order means something.
  double nearness(Facts facts);

  /// What would help.
  Set<Fix> missing(Facts facts);
}
