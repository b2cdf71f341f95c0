package dev.assay.sources.registry;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A package of npm as a user writes it. Rule for names: validate-npm-package-name, with the upper
/// case of old packages.
///
/// @param name `name` or `@scope/name`
/// @param version a version or a tag such as `latest`; null for the registry's `latest`
record NpmName(String name, @Nullable String version) {
  private static final String SCHEME = "npm:";
  private static final Pattern NAME =
      Pattern.compile("(@[A-Za-z0-9~-][A-Za-z0-9._~-]*/)?[A-Za-z0-9~-][A-Za-z0-9._~-]*");
  private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.+_-]*");
  private static final int LONGEST = 214;

  /// Reads `npm:[@scope/]name[@version]`, or `@scope/name[@version]`, which is nothing else.
  static Optional<NpmName> parse(String reference) {
    if (reference.startsWith(SCHEME)) {
      return named(reference.substring(SCHEME.length()));
    }
    return reference.startsWith("@") && reference.indexOf('/') > 1
        ? named(reference)
        : Optional.empty();
  }

  private static Optional<NpmName> named(String text) {
    int at = text.lastIndexOf('@');
    String name = at > 0 ? text.substring(0, at) : text;
    String version = at > 0 ? text.substring(at + 1) : null;
    boolean good =
        name.length() <= LONGEST
            && NAME.matcher(name).matches()
            && (version == null
                || version.length() <= LONGEST && VERSION.matcher(version).matches());
    return good ? Optional.of(new NpmName(name, version)) : Optional.empty();
  }

  /// Its scope with the `@`, or an empty text.
  String scope() {
    int slash = name.indexOf('/');
    return slash < 0 ? "" : name.substring(0, slash);
  }

  /// The name without the scope.
  String shortName() {
    return name.substring(name.indexOf('/') + 1);
  }

  /// It, as a reference.
  String reference() {
    return SCHEME + name + (version == null ? "" : "@" + version);
  }

  NpmName at(String another) {
    return new NpmName(name, another);
  }
}
