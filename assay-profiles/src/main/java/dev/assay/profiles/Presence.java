package dev.assay.profiles;

import java.util.Arrays;
import java.util.Optional;

/// How much of a component a definition asks for.
enum Presence {
  /// All of it, looked at: a link that was not followed leaves it undecided.
  WHOLE("whole"),
  /// Published for whoever wants it: here, or behind a link that asks for nothing.
  PUBLISHED("published"),
  /// Some of it, here or behind a link.
  SOME("some"),
  /// Some of it, or at least data sets called by their names.
  NAMED("named"),
  /// At least told about.
  TOLD("told");

  private final String id;

  Presence(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }

  static Optional<Presence> byId(String id) {
    return Arrays.stream(values()).filter(p -> p.id.equals(id)).findFirst();
  }
}
