package dev.assay.profiles;

import dev.assay.model.Component;
import dev.assay.model.State;
import java.util.List;

/// One entry of an `assay.yml`: what a person states, before it is held against the files.
///
/// @param what the statement
/// @param by who states it
/// @param reason why
/// @param date when, ISO 8601
/// @param firstLine where the entry begins, from 1
/// @param lastLine where its last value begins
public record Stated(
    What what, String by, String reason, String date, int firstLine, int lastLine) {

  /// What can be stated.
  public sealed interface What {}

  /// Something else belongs to the release.
  ///
  /// @param reference where it is
  /// @param revision what it is pinned to; empty where nothing is said
  /// @param holds what is in it
  public record Source(String reference, String revision, List<Component> holds) implements What {
    public Source {
      holds = List.copyOf(holds);
    }
  }

  /// A file or folder is a component.
  ///
  /// @param path in the release, with `/`, no `/` at its end
  /// @param component what it is
  public record Part(String path, Component component) implements What {}

  /// The state of a component.
  ///
  /// @param component which
  /// @param state its state
  /// @param says more in words; may be empty
  public record OfState(Component component, State state, String says) implements What {}

  /// The licence of a component.
  ///
  /// @param component which
  /// @param licence an SPDX expression or a name
  /// @param says more in words; may be empty
  public record OfLicence(Component component, String licence, String says) implements What {}

  /// Anything else about a component.
  ///
  /// @param component which
  /// @param says the words
  public record Remark(Component component, String says) implements What {}
}
