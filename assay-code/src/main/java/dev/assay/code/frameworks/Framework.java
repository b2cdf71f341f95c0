package dev.assay.code.frameworks;

import dev.assay.code.outline.Language;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One framework or language's own idiom, as its data file says.
///
/// @param id the file's name
/// @param name the name that reports print
/// @param languages where its patterns are looked for
/// @param imports when not empty, a file must import one of these (or something inside) for any
///   pattern to count
/// @param patterns what shows what
/// @param matches code in which {@link Signal#LOOP} or {@link Signal#GRADIENT} with {@link
///   Signal#STEP}, or the signal named in {@code shows}, must be found
/// @param misses code in which it must not be
/// @param shows the signals that the examples are about
public record Framework(
    String id,
    String name,
    Set<Language> languages,
    List<String> imports,
    Map<Signal, List<Pattern>> patterns,
    List<String> matches,
    List<String> misses,
    Set<Signal> shows) {

  public Framework {
    languages = Set.copyOf(languages);
    imports = List.copyOf(imports);
    patterns = patterns.isEmpty() ? Map.of() : new EnumMap<>(patterns);
    matches = List.copyOf(matches);
    misses = List.copyOf(misses);
    shows = Set.copyOf(shows);
  }
}
