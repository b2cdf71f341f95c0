package dev.assay.engine;

import dev.assay.io.FileEntry;
import dev.assay.model.Component;
import dev.assay.model.Mention;
import dev.assay.model.State;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Addresses at a host of code that lead into the release itself: `host/owner/name/tree/main/PATH`,
/// where the release bears that name and has that path. What lies there was read; no document links
/// it as something elsewhere.
final class OwnAddresses {
  private static final Pattern INSIDE =
      Pattern.compile(
          "https?://(?:www\\.)?[a-z0-9.-]{3,60}/[^/\\s]{1,100}/([^/\\s]{1,100})/(?:-/)?"
              + "(?:tree|blob|raw)/[^/\\s]{1,100}/([^\\s?#]{1,400})[^\\s]*",
          Pattern.CASE_INSENSITIVE);

  private final Set<String> names = new HashSet<>();
  private final Set<String> paths = new HashSet<>();

  /// @param called what the sources are called, with or without an owner before the name
  OwnAddresses(List<String> called, List<FileEntry> listing) {
    for (String name : called) {
      names.add(key(name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('+')) + 1)));
    }
    for (FileEntry file : listing) {
      String path = file.path();
      paths.add(path);
      for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
        if (!paths.add(path.substring(0, slash))) {
          break;
        }
      }
    }
  }

  /// What is said of code without links into the release itself.
  List<Mention> setAside(List<Mention> mentions) {
    return mentions.stream()
        .filter(m ->
            m.state() != State.LINKED
                || !isCode(m.component())
                || !leadInside(Objects.requireNonNullElse(m.link(), "")))
        .toList();
  }

  boolean leadInside(String address) {
    Matcher inside = INSIDE.matcher(address);
    if (!inside.matches() || !names.contains(key(String.valueOf(inside.group(1))))) {
      return false;
    }
    String path = String.valueOf(inside.group(2));
    while (path.endsWith("/")) {
      path = path.substring(0, path.length() - 1);
    }
    return paths.contains(path);
  }

  private static boolean isCode(Component component) {
    return switch (component) {
      case TRAINING_CODE,
          FINE_TUNING_CODE,
          INFERENCE_CODE,
          EVALUATION_CODE,
          DATA_PROCESSING_CODE,
          ARCHITECTURE ->
          true;
      default -> false;
    };
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
  }
}
