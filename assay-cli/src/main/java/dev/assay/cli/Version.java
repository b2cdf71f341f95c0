package dev.assay.cli;

/// The version of this build, as the jar's manifest has it.
final class Version {
  private Version() {}

  /// For example `0.1.0`, or `development` when run from classes.
  static String text() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
