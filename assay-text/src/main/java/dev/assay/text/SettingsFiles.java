package dev.assay.text;

import dev.assay.io.FileEntry;
import dev.assay.model.DataSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Data in hand that its name and place do not tell, but the settings of a training: `train_data:
/// video_path: data/harbour.mp4`, where that file lies in the release.
final class SettingsFiles {
  private SettingsFiles() {}

  /// The files that settings train on, as one group; empty for none.
  static List<DataFiles.Group> in(List<Document> documents, Listing listing) {
    Set<String> named = new HashSet<>();
    for (Document document : documents) {
      String path = document.file().path();
      Place place = Place.of(path);
      boolean trains =
          document.kind() == Document.Kind.SETTINGS
              && !listing.embedded(path)
              && (!place.any(Place.EVALUATION) || place.nameHas(Place.TRAIN));
      if (trains) {
        for (Passage.Source source : document.sources()) {
          if (isPath(source.link())) {
            named.add(plain(source.link()));
          }
        }
      }
    }
    if (named.isEmpty()) {
      return List.of();
    }
    List<FileEntry> files = new ArrayList<>();
    for (Listing.Named file : listing.files()) {
      if (named.contains(file.entry().path()) && !file.place().any(Place.EXAMPLE)) {
        files.add(file.entry());
      }
    }
    return files.isEmpty()
        ? List.of()
        : List.of(DataFiles.group(files.getFirst().folder(), files, DataSet.Stage.TRAINING));
  }

  /// Whether a value of a setting is the path of one file of records, recordings or pictures.
  static boolean isPath(String value) {
    return value.indexOf("://") < 0
        && !value.startsWith("/")
        && DataFiles.isOfRecords(Place.of(value).extension());
  }

  private static String plain(String path) {
    return path.startsWith("./") ? path.substring(2) : path;
  }
}
