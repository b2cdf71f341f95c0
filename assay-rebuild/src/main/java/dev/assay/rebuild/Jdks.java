package dev.assay.rebuild;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds JDKs and reads their `release` file; nothing is started.
public final class Jdks {
  private Jdks() {}

  /// A JDK of at least a version: ASSAY_JDK, the one that runs this, JAVA_HOME, then the usual
  /// folders.
  ///
  /// @param wanted the lowest version; 0 for any
  public static Optional<Path> find(Map<String, String> environment, int wanted) {
    return all(environment, wanted).findFirst();
  }

  /// A JDK of at least a version that is not the one given: of another version or maker, by what
  /// its `release` file says.
  static Optional<Path> other(Map<String, String> environment, int wanted, Path than) {
    return all(environment, wanted).filter(p -> !version(p).equals(version(than))).findFirst();
  }

  /// Maker and version, for reports.
  static String version(Path jdk) {
    return value(jdk, "IMPLEMENTOR") + " " + value(jdk, "JAVA_VERSION");
  }

  private static Stream<Path> all(Map<String, String> environment, int wanted) {
    List<Path> candidates = new ArrayList<>();
    for (String key : List.of("ASSAY_JDK", "JAVA_HOME")) {
      String value = environment.get(key);
      if (value != null && !value.isBlank()) {
        candidates.add(Path.of(value));
      }
    }
    candidates.add(Path.of(System.getProperty("java.home")));
    for (String folder : List.of("/usr/lib/jvm", "/opt", "/usr/java")) {
      try (DirectoryStream<Path> all = Files.newDirectoryStream(Path.of(folder))) {
        all.forEach(candidates::add);
      } catch (IOException e) {
        continue; // Not on this system.
      }
    }
    return candidates.stream()
        .filter(p -> Files.isExecutable(p.resolve("bin/javac")) && problem(p, wanted).isEmpty())
        .map(Jdks::real);
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path;
    }
  }

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
          : Optional.of(
              "the recipe needs a JDK of version " + wanted + " or later; this one is " + version);
    }
    return Optional.of(
        "the recipe needs a JDK of version " + wanted + " or later; name one with --jdk FOLDER");
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
