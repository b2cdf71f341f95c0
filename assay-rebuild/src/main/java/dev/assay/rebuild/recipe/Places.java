package dev.assay.rebuild.recipe;

import dev.assay.rebuild.recipe.Recipe.Expected;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads where bytes are to be had and which digest they must have.
final class Places {
  private static final Pattern NPM =
      Pattern.compile("(@[a-z0-9~][a-z0-9._~-]*/)?[a-z0-9~][a-z0-9._~-]*@[0-9A-Za-z.+-]+");

  private Places() {}

  static Recipe.Place place(YamlObject y) {
    String path = y.optionalText("path");
    String maven = y.optionalText("maven");
    String git = y.optionalText("git");
    String revision = y.optionalText("revision");
    String npm = y.optionalText("npm");
    String debian = y.optionalText("debian");
    String member = y.optionalText("member");
    if (maven == null && git == null && path == null && npm == null && debian == null) {
      throw y.error("a place is given by \"path\", \"maven\", \"git\", \"npm\" or \"debian\"");
    }
    for (String key : List.of("maven", "npm", "debian")) {
      boolean alone =
          java.util.stream.Stream.of(maven, git, path, npm, debian)
                  .filter(java.util.Objects::nonNull)
                  .count()
              == 1;
      if (y.optionalText(key) != null && !alone) {
        throw y.errorAt(key, "\"" + key + "\" stands alone");
      }
    }
    if (npm != null && !NPM.matcher(npm).matches()) {
      throw y.errorAt("npm", "an npm place is name@version");
    }
    if (debian != null && (debian.contains("/") || !inside(debian))) {
      throw y.errorAt("debian", "a Debian place is the name of a file in its archive");
    }
    if (maven != null) {
      int parts = maven.split(":", -1).length;
      if (parts < 3 || parts > 4) {
        throw y.errorAt("maven", "a Maven place is group:artifact:version");
      }
      mavenParts(y, maven);
    }
    for (String key : List.of("path", "member")) {
      String value = y.optionalText(key);
      if (value != null && !inside(value)) {
        throw y.errorAt(key, "\"" + value + "\" does not stay inside");
      }
    }
    return new Recipe.Place(path, maven, git, revision, npm, debian, member);
  }

  /// Coordinates become a path in the local repository, so they must not climb out of it.
  private static void mavenParts(YamlObject y, String maven) {
    for (String part : maven.split(":", -1)) {
      if (part.isEmpty() || part.contains("/") || part.contains("\\") || part.contains("..")) {
        throw y.errorAt("maven", "\"" + part + "\" is no part of a Maven coordinate");
      }
    }
  }

  static boolean inside(String path) {
    return !path.isEmpty()
        && !path.startsWith("/")
        && !path.contains("\\")
        && path.indexOf('\0') < 0
        && Arrays.stream(path.split("/", -1)).noneMatch(p -> p.equals("..") || p.isEmpty());
  }

  static @Nullable Expected digest(YamlObject y, boolean edited) {
    Expected found = null;
    for (Expected.Algorithm a : Expected.Algorithm.values()) {
      String value = y.optionalText(a.key());
      if (value == null) {
        continue;
      }
      String hex = value.toLowerCase(Locale.ROOT);
      if (hex.length() != a.digits() || !hex.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
        throw y.errorAt(a.key(), "a " + a.key() + " has " + a.digits() + " hexadecimal digits");
      }
      if (found != null) {
        throw y.errorAt(a.key(), "one digest is enough");
      }
      found = new Expected(a, hex);
    }
    if (found == null && !edited) {
      throw y.error("a digest is needed: sha256, git-blob or, for a folder, tree-sha256");
    }
    return found;
  }
}
