package dev.assay.text;

import dev.assay.io.FileEntry;
import dev.assay.model.DataSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Data in hand that neither endings nor names tell, but the README of the release: "`data/` holds
/// the files of the data set", "we provide three data sets: Harbour, Dune and Tide", where a folder
/// for data is called so. Linear in the README's lines and in the files of such folders.
final class ToldFolders {
  private static final int LONGEST_LINE = 2_000;
  private static final int MOST_LINES = 4_000;
  private static final int MOST_FOLDERS = 500;

  /// Less than this is a list of names or an example.
  private static final long LEAST = 50_000;

  /// A shorter name stands in too many sentences.
  private static final int SHORTEST = 4;

  /// A folder at the beginning of an item, and that it holds data.
  private static final Pattern HOLDS =
      Pattern.compile(
          "(?i)[`*\"'(\\[ ]\\.?/?([\\w][\\w./-]{1,60}?)/?[`*\"')\\]]{1,3}(?: folder| directory)?\\s{0,3}(?:[:–—-]\\s{0,3})?"
              + "(?:contains?|holds?|includes?|stores?|has|is where)\\b[^.;]{0,60}?\\b(?:data ?sets?|data files|corpus|corpora|training data)\\b");

  /// That the release gives data sets, before their names.
  private static final Pattern GIVES =
      Pattern.compile(
          "(?i)\\bwe (?:also )?(?:provide|include|offer|supply|give)\\b[^.;:]{0,60}?\\b(?:data ?sets?|corpora)\\b");

  /// What such a line speaks of besides.
  private static final Pattern ELSE =
      Pattern.compile(
          "(?i)\\b(?:samples?|examples?|toy|dummy|demo|test set|test data|evaluat\\w{0,4}|scripts?|code|loaders?|links?|download\\w{0,4}"
              + "|will be|should|your|results?|outputs?|statistics)\\b");

  /// Whether a file is a record by its ending: no program, text for people, setting or table of
  /// tokens. Pictures and JSON, which programs write too, are records where the folder is told to
  /// be one of data.
  private static boolean isRecord(String extension) {
    return ALSO.contains(extension)
        || !extension.isEmpty() && !TEXTS.contains(extension) && !DataFiles.isNoData(extension);
  }

  private static final Set<String> ALSO = Set.of("json", "png", "jpg", "jpeg", "gif");

  private static final Set<String> TEXTS = Set.of("bib", "tex");

  private static final Set<String> LISTS =
      Set.of(
          "filelist", "filelists", "urls", "checksums", "split", "splits", "vocab", "vocabulary");

  private ToldFolders() {}

  /// The files of the folders that the README calls data, a group for each folder; empty for none.
  static List<DataFiles.Group> in(List<Document> documents, Listing listing) {
    Map<String, List<FileEntry>> folders = folders(listing);
    Set<String> told = new LinkedHashSet<>();
    for (Document document : documents) {
      if (!folders.isEmpty()
          && document.kind() == Document.Kind.README
          && Place.of(document.file().path()).depth() == 0) {
        document
            .file()
            .text()
            .lines()
            .limit(MOST_LINES)
            .filter(line -> line.length() <= LONGEST_LINE && !ELSE.matcher(line).find())
            .forEach(line -> told.addAll(inLine(line, folders.keySet())));
      }
    }
    List<DataFiles.Group> groups = new ArrayList<>();
    for (String folder : told) {
      DataFiles.Group group =
          DataFiles.group(folder, folders.getOrDefault(folder, List.of()), DataSet.Stage.TRAINING);
      if (group.bytes() >= LEAST) {
        groups.add(group);
      }
    }
    return groups;
  }

  /// The folders that a line calls data.
  private static List<String> inLine(String line, Set<String> folders) {
    List<String> found = new ArrayList<>();
    Matcher holds = HOLDS.matcher(" " + line);
    if (holds.find()) {
      String named = String.valueOf(holds.group(1));
      for (String folder : folders) {
        if (folder.equals(named) || folder.startsWith(named + "/")) {
          found.add(folder);
        }
      }
    }
    Matcher gives = GIVES.matcher(line);
    if (gives.find()) {
      String names = line.substring(gives.start()).toLowerCase(Locale.ROOT);
      for (String folder : folders) {
        String name = folder.substring(folder.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        if (folder.indexOf('/') > 0 && name.length() >= SHORTEST && isWord(names, name)) {
          found.add(folder);
        }
      }
    }
    return found;
  }

  private static boolean isWord(String text, String word) {
    int at = text.indexOf(word);
    int end = at + word.length();
    return at >= 0
        && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
        && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
  }

  /// The files that may be records, by their folders for data.
  private static Map<String, List<FileEntry>> folders(Listing listing) {
    Map<String, List<FileEntry>> folders = new LinkedHashMap<>();
    for (Listing.Named named : listing.files()) {
      Place place = named.place();
      boolean record =
          place.inFolder(Place.DATA)
              && isRecord(place.extension())
              && !place.any(Place.ASIDE)
              && !place.any(Place.EXAMPLE)
              && !place.any(Place.EVALUATION)
              && !place.any(LISTS)
              && !Benchmarks.inPath(place.path())
              && !listing.embedded(place.path());
      String folder = named.entry().folder();
      if (record && (folders.size() < MOST_FOLDERS || folders.containsKey(folder))) {
        folders.computeIfAbsent(folder, f -> new ArrayList<>()).add(named.entry());
      }
    }
    return folders;
  }
}
