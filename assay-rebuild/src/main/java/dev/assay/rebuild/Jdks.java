package dev.assay.rebuild;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Reads a JDK's `release` file; nothing is started.
final class Jdks {
  private Jdks() {}

  /// What keeps this JDK from being of the version wanted; empty when nothing.
  static Optional<String> problem(Path jdk, int wanted) {
    if (wanted == 0) {
      return Optional.empty();
    }
    String version = value(jdk, "JAVA_VERSION");
    int dot = version.indexOf('.');
    String major = dot < 0 ? version : version.substring(0, dot);
    if (!major.isEmpty() && major.length() < 6 && major.chars().allMatch(Character::isDigit)) {
      return Integer.parseInt(major) >= wanted
          ? Optional.empty()
          : Optional.of("the recipe needs a JDK of version " + wanted + " or later; this one is " + version);
    }
    return Optional.of("the recipe needs a JDK of version " + wanted + "; name one with --jdk FOLDER");
  }

  /// The JDK and the machine, for reports.
  static String describe(Path jdk) {
    return value(jdk, "IMPLEMENTOR")
        + " JDK "
        + value(jdk, "JAVA_VERSION")
        + ", "
        + System.getProperty("os.name")
        + " "
        + System.getProperty("os.arch");
  }

  private static String value(Path jdk, String key) {
    try {
      return Files.readAllLines(jdk.resolve("release")).stream()
          .filter(l -> l.startsWith(key + "="))
          .map(l -> l.substring(key.length() + 1).replace("\"", ""))
          .findFirst()
          .orElse("");
    } catch (IOException e) {
      return "";
    }
  }
}
