package dev.assay.text;

import dev.assay.io.TextFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the settings of an evaluation for the data sets of a hub in them: `hf_repo: owner/name`.
final class EvaluationLists {
  private static final Set<String> KEYS = Set.of("hf_repo", "dataset_path", "hf_dataset");

  private static final int LINES = 2_000;
  private static final int LONGEST = 200;
  private static final int MOST = 100;

  private EvaluationLists() {}

  static boolean wants(Place place, long size) {
    return (place.extension().equals("yaml") || place.extension().equals("yml"))
        && size < 256 * 1024
        && place.any(Place.EVALUATION)
        && !place.nameHas(Place.TRAIN);
  }

  static Optional<Document> read(TextFile file) {
    Map<String, Passage.Source> sources = new LinkedHashMap<>();
    int lines = Math.min(file.lines(), LINES);
    for (int n = 1; n <= lines && sources.size() < MOST; n++) {
      int from = file.lineStart(n);
      int to = n < file.lines() ? file.lineStart(n + 1) : file.text().length();
      String line = file.text().substring(from, Math.min(to, from + LONGEST)).strip();
      String plain = line.startsWith("- ") ? line.substring(2).strip() : line;
      int colon = plain.indexOf(':');
      String key = colon < 0 ? "" : plain.substring(0, colon).strip().toLowerCase(Locale.ROOT);
      if (KEYS.contains(key)) {
        String value = plain.substring(colon + 1).replaceAll("[\"']", "").strip();
        if (ScriptReader.isHubName(value)) {
          sources.putIfAbsent(
              value, new Passage.Source(value, "https://huggingface.co/datasets/" + value));
        }
      }
    }
    return sources.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Document.plain(
                file, Document.Kind.SETTINGS, List.copyOf(sources.values()), sources.size()));
  }
}
