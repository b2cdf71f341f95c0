package dev.assay.text;

import java.util.Locale;
import java.util.Set;

/// What a file is by its name and place: a licence, a log, a sample.
final class Paperwork {
  private Paperwork() {}

  /// A licence, a notice or terms of use.
  static boolean isLicence(Place place) {
    String name = place.name().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    boolean text =
        switch (place.extension()) {
          case "",
              "txt",
              "md",
              "rst",
              "pdf",
              "html",
              "mit",
              "apache",
              "code",
              "model",
              "weights",
              "data",
              "docs" ->
              true;
          default -> place.extension().chars().noneMatch(Character::isLetter);
        };
    boolean named =
        name.startsWith("license")
            || name.startsWith("licence")
            || name.startsWith("copying")
            || name.startsWith("notice")
            || name.startsWith("unlicense")
            || name.startsWith("copyright")
            || name.contains("license.")
            || name.contains("licence.")
            || name.endsWith("license")
            || name.endsWith("licence")
            || name.contains("_license")
            || name.contains("license_")
            || name.contains("use_policy")
            || name.contains("terms_of_use");
    return text && named && !place.nameHas(TABULATED);
  }

  /// Words in the name of a table that tells the licence of each of many things.
  private static final Set<String> TABULATED =
      Set.of("sizes", "langs", "languages", "treebanks", "corpora", "overview");

  /// A record of a training run.
  static boolean isLog(Place place) {
    String name = place.name().toLowerCase(Locale.ROOT);
    if (name.startsWith("events.out.tfevents")
        || name.equals("trainer_state.json")
        || name.equals("train_log.txt")
        || name.startsWith("wandb_summary")
        || name.startsWith("wandb-summary")) {
      return true;
    }
    boolean log =
        switch (place.extension()) {
          case "log" -> true;
          case "txt", "csv", "json", "jsonl", "tsv" ->
              place.words().contains("log")
                  || place.words().contains("logs")
                  || place.words().contains("loss") && place.any(Place.TRAIN);
          default -> false;
        };
    return log
        && (place.any(Place.TRAIN)
            || place.inFolder(Set.of("logs", "log", "logbook", "logbooks", "chronicles")))
        && !place.any(Place.EVALUATION);
  }

  /// Whether a file shows something to a reader: a picture, a recording, a text.
  static boolean isShown(Place place) {
    return switch (place.extension()) {
      case "wav",
          "mp3",
          "flac",
          "png",
          "jpg",
          "jpeg",
          "mp4",
          "gif",
          "txt",
          "json",
          "jsonl",
          "md",
          "html" ->
          true;
      default -> false;
    };
  }

  /// What a model has put out, shown as a sample of it.
  static boolean isSample(Place place) {
    String name = place.name().toLowerCase(Locale.ROOT);
    boolean folder =
        place.inFolder(Set.of("samples", "generations", "gallery"))
            || place.folders().contains("sample") && place.folders().contains("outputs");
    return isShown(place)
        && (folder && !place.any(Place.DATA)
            || name.startsWith("sample_output")
            || name.startsWith("sample-output")
            || name.startsWith("generated_"));
  }
}
