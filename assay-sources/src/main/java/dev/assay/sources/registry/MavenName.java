package dev.assay.sources.registry;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An artefact of Maven as a user writes it: `group:artifact[:version[:classifier]][@type]`, the
/// form that Gradle made usual; models often have a classifier of their own.
///
/// @param version null for the newest release
/// @param classifier empty for none
/// @param type the file's ending; empty where the project's own packaging decides
record MavenName(
    String group, String artifact, @Nullable String version, String classifier, String type) {
  private static final String SCHEME = "maven:";
  private static final Pattern PART = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*");
  private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.+-]*");
  private static final int LONGEST = 200;

  /// Reads `maven:...`; without the scheme, a group with a dot and a version that begins with a
  /// digit are nothing else.
  static Optional<MavenName> parse(String reference) {
    if (reference.startsWith(SCHEME)) {
      return named(reference.substring(SCHEME.length()));
    }
    Optional<MavenName> name = named(reference);
    return name.filter(n ->
        n.group().contains(".") && n.version() != null && Character.isDigit(n.version().charAt(0)));
  }

  private static Optional<MavenName> named(String text) {
    int at = text.lastIndexOf('@');
    String type = at < 0 ? "" : text.substring(at + 1);
    String[] parts = (at < 0 ? text : text.substring(0, at)).split(":", -1);
    if (parts.length < 2 || parts.length > 4 || at >= 0 && !is(PART, type)) {
      return Optional.empty();
    }
    String version = parts.length > 2 ? parts[2] : null;
    String classifier = parts.length > 3 ? parts[3] : "";
    boolean good =
        is(PART, parts[0])
            && is(PART, parts[1])
            && (version == null || is(VERSION, version))
            && (parts.length < 4 || is(PART, classifier));
    return good
        ? Optional.of(new MavenName(parts[0], parts[1], version, classifier, type))
        : Optional.empty();
  }

  // A part with two dots in it could lead out of a folder.
  private static boolean is(Pattern pattern, String part) {
    return part.length() <= LONGEST && pattern.matcher(part).matches() && !part.contains("..");
  }

  /// Its path in a repository, up to the artefact.
  String folder() {
    return group.replace('.', '/') + "/" + artifact;
  }

  /// The name of one of its files.
  ///
  /// @param tail what follows the version, such as `.pom`
  String file(String tail) {
    return artifact + "-" + version + tail;
  }

  MavenName at(String another) {
    return new MavenName(group, artifact, another, classifier, type);
  }

  /// It, as a reference.
  String reference() {
    return SCHEME
        + group
        + ":"
        + artifact
        + (version == null ? "" : ":" + version)
        + (classifier.isEmpty() ? "" : ":" + classifier)
        + (type.isEmpty() ? "" : "@" + type);
  }
}
