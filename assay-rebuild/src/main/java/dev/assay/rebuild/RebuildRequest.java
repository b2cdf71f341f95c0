package dev.assay.rebuild;

import dev.assay.rebuild.recipe.Recipe;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What to rebuild, and how.
///
/// @param recipe the recipe
/// @param recipeSha256 the hash of its file
/// @param release the folder that its paths are relative to
/// @param given materials and subjects that lie elsewhere, by id
/// @param settings parameters that the user chose; they make the recipe a substituted one, but for
///   those that have no influence
/// @param declared whether to take declared values where used ones differ
/// @param repeat how many more times to build the same, to see whether it gives the same
/// @param vary what to vary in further builds
/// @param recover parameters to search
/// @param sandbox the sandbox to use by name, or null for the strongest that works; `none` is taken
///   only when named
/// @param jdk the JDK that `java` means in the recipe
/// @param downloads a folder in which materials and subjects are looked up by the name of their
///   file; null for none
/// @param mavenRepository the local repository in which Maven places are looked up
/// @param workspace an empty folder to work in; logs stay there
/// @param keep where to copy the outputs; null to leave them in the workspace only
public record RebuildRequest(
    Recipe recipe,
    String recipeSha256,
    Path release,
    Map<String, Path> given,
    Map<String, String> settings,
    boolean declared,
    int repeat,
    List<Variation> vary,
    List<Search> recover,
    @Nullable String sandbox,
    Path jdk,
    @Nullable Path downloads,
    Path mavenRepository,
    Path workspace,
    @Nullable Path keep) {
  public RebuildRequest {
    given = Map.copyOf(given);
    settings = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    vary = List.copyOf(vary);
    recover = List.copyOf(recover);
  }

  /// What can be varied between honest rebuilds.
  public enum Variation {
    /// Other numbers of threads, through a parameter that is said to have no influence, or the
    /// usual environment variables.
    THREADS,
    /// A language whose case and digits differ.
    LOCALE,
    /// A time zone on the other side of the date line.
    TIME,
    /// One processor, and no wide vector instructions.
    CPU,
    /// Another JDK of this machine that the recipe allows.
    JDK;

    /// As a user writes it.
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// A parameter to search.
  ///
  /// @param parameter its name
  /// @param from the lowest value, a whole number
  /// @param to the highest value
  /// @param step between values
  public record Search(String parameter, long from, long to, long step) {
    /// Reads `NAME=LOW..HIGH` or `NAME=LOW..HIGH:STEP`.
    ///
    /// @throws IllegalArgumentException with what is wrong
    public static Search parse(String text) {
      int equals = text.indexOf('=');
      int dots = text.indexOf("..", equals);
      int colon = text.indexOf(':', Math.max(0, dots));
      if (equals <= 0 || dots < 0) {
        throw new IllegalArgumentException(
            "\"" + text + "\" is not NAME=LOW..HIGH or NAME=LOW..HIGH:STEP");
      }
      try {
        long from = Long.parseLong(text.substring(equals + 1, dots));
        long to = Long.parseLong(text.substring(dots + 2, colon < 0 ? text.length() : colon));
        long step = colon < 0 ? 1 : Long.parseLong(text.substring(colon + 1));
        if (step < 1 || to < from || (to - from) / step > 1_000_000) {
          throw new IllegalArgumentException("\"" + text + "\" is no range");
        }
        return new Search(text.substring(0, equals), from, to, step);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException("\"" + text + "\" is no range of whole numbers", e);
      }
    }

    int count() {
      return (int) ((to - from) / step) + 1;
    }

    long value(int index) {
      return from + index * step;
    }
  }
}
