package dev.assay.sources.registry;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A package of Python's index as a user writes it: `name`, `name==version` or `name@version`.
///
/// @param name as the index writes it (PEP 503)
/// @param version null for the newest
record PypiName(String name, @Nullable String version) {
  private static final String SCHEME = "pypi:";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?");
  private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.!+_-]*");
  private static final int LONGEST = 200;

  static Optional<PypiName> parse(String reference) {
    if (!reference.startsWith(SCHEME)) {
      return Optional.empty();
    }
    String text = reference.substring(SCHEME.length()).replaceFirst("==", "@");
    int at = text.indexOf('@');
    String name = at < 0 ? text : text.substring(0, at);
    String version = at < 0 ? null : text.substring(at + 1);
    boolean good =
        name.length() <= LONGEST
            && NAME.matcher(name).matches()
            && (version == null
                || version.length() <= LONGEST && VERSION.matcher(version).matches());
    return good ? Optional.of(new PypiName(normal(name), version)) : Optional.empty();
  }

  /// A name as the index writes it.
  static String normal(String name) {
    return name.replaceAll("[-_.]+", "-").toLowerCase(Locale.ROOT);
  }

  PypiName at(String another) {
    return new PypiName(name, another);
  }

  /// It, as a reference.
  String reference() {
    return SCHEME + name + (version == null ? "" : "==" + version);
  }
}
