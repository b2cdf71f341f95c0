package dev.assay.text;

import dev.assay.io.FileEntry;
import dev.assay.io.TextFile;
import dev.assay.model.DataSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Files of the release that a program which learns names by their paths: `dataset =
/// 'model/harbour.csv'`. Neither their names nor their places tell that they are data; what reads
/// them does. Linear in a program's length.
final class ReadByPrograms {
  private static final int MOST = 60;

  private static final Pattern PATH =
      Pattern.compile("[\"']((?:\\.{1,2}/){0,3}\\w[\\w .-]{0,60}(?:/[\\w .-]{1,60}){0,6})[\"']");

  private ReadByPrograms() {}

  /// The paths of records that a program names, as a document; empty for none.
  static Optional<Document> read(TextFile file, String program) {
    Set<String> paths = new LinkedHashSet<>();
    Matcher named = PATH.matcher(program);
    while (paths.size() < MOST && named.find()) {
      String path = String.valueOf(named.group(1));
      if (DataFiles.isTable(Place.of(path).extension())) {
        paths.add(path);
      }
    }
    List<Passage.Source> sources = paths.stream().map(p -> new Passage.Source("", p)).toList();
    return sources.isEmpty()
        ? Optional.empty()
        : Optional.of(Document.plain(file, Document.Kind.READS, sources, sources.size()));
  }

  /// The files that lie where such programs look for them, a group for each folder.
  static List<DataFiles.Group> in(List<Document> documents, Listing listing) {
    Set<String> named = new HashSet<>();
    for (Document document : documents) {
      String path = document.file().path();
      if (document.kind() == Document.Kind.READS && !listing.embedded(path)) {
        for (Passage.Source source : document.sources()) {
          named.add(at("", source.link()));
          named.add(at(path.substring(0, path.lastIndexOf('/') + 1), source.link()));
        }
      }
    }
    if (named.isEmpty()) {
      return List.of();
    }
    Map<String, List<FileEntry>> folders = new LinkedHashMap<>();
    for (Listing.Named file : listing.files()) {
      if (named.contains(file.entry().path()) && DataFiles.mayBeTrainedOn(file, listing)) {
        folders.computeIfAbsent(file.entry().folder(), f -> new ArrayList<>()).add(file.entry());
      }
    }
    List<DataFiles.Group> groups = new ArrayList<>();
    folders.forEach(
        (folder, files) -> groups.add(DataFiles.group(folder, files, DataSet.Stage.TRAINING)));
    return groups;
  }

  /// A path as seen from a folder, which ends with a stroke or is empty.
  private static String at(String folder, String path) {
    String from = folder;
    String rest = path;
    while (rest.startsWith("./") || rest.startsWith("../")) {
      if (rest.startsWith("../")) {
        int above = from.lastIndexOf('/', from.length() - 2);
        from = from.substring(0, above + 1);
      }
      rest = rest.substring(rest.indexOf('/') + 1);
    }
    return from + rest;
  }
}
