package dev.assay.text;

import dev.assay.io.TextFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads lists of the pieces of a data set: addresses, shards, checksums, one a line, or as values
/// in CSV, JSON and YAML; and pointers of Git LFS where data should be.
final class ListReader {
  private static final Set<String> EXTENSIONS =
      Set.of(
          "csv",
          "tsv",
          "txt",
          "json",
          "jsonl",
          "yaml",
          "yml",
          "index",
          "urls",
          "list",
          "lst",
          "manifest",
          "md5",
          "sha256",
          "parquet",
          "arrow",
          "tfrecord",
          "npy",
          "mds",
          "conllu",
          "gin");
  private static final Set<String> LIST_WORDS =
      Set.of(
          "provenance",
          "manifest",
          "manifests",
          "urls",
          "url",
          "shards",
          "index",
          "checksums",
          "filelist",
          "filelists",
          "links",
          "sources",
          "mixes",
          "mix",
          "paths");
  private static final Set<String> PIECES =
      Set.of(
          "npy",
          "jsonl",
          "parquet",
          "arrow",
          "tfrecord",
          "tfrecords",
          "tar",
          "mds",
          "json.gz",
          "jsonl.gz",
          "jsonl.zst",
          "json.zst",
          "warc.gz",
          "gz",
          "zst",
          "xz",
          "zip",
          "bin",
          "wav",
          "flac",
          "csv",
          "txt");
  private static final int LINES = 400;

  /// So many pieces below each other are a list, whatever stands around them.
  private static final int RUN = 5;

  private static final int LONGEST = 4_000;

  private ListReader() {}

  static boolean wants(Place place, long size) {
    if (!EXTENSIONS.contains(place.extension()) || size < 0 || size > 64L * 1024 * 1024) {
      return false;
    }
    boolean data = place.any(Place.DATA) || place.any(LIST_WORDS);
    boolean train = place.any(Place.TRAIN);
    return (data || train && size < 4_096) && !place.any(Place.EVALUATION);
  }

  static Optional<Document> read(TextFile file) {
    if (file.text().startsWith("version https://git-lfs.github.com/spec/")) {
      return Optional.of(Document.plain(file, Document.Kind.DATA_POINTER, List.of(), 0));
    }
    int entries = 0;
    int lines = 0;
    int run = 0;
    int longest = 0;
    List<Passage.Source> sources = new ArrayList<>();
    for (int n = 1; n <= file.lines() && lines < LINES; n++) {
      int from = file.lineStart(n);
      int to = n < file.lines() ? file.lineStart(n + 1) : file.text().length();
      String line = file.text().substring(from, Math.min(to, from + LONGEST)).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      lines++;
      String piece = piece(line);
      run = piece.isEmpty() ? 0 : run + 1;
      longest = Math.max(longest, run);
      if (!piece.isEmpty()) {
        entries++;
        if (sources.size() < 5) {
          sources.add(new Passage.Source("", piece));
        }
      }
    }
    boolean prose =
        Place.of(file.path()).extension().startsWith("json")
            && lines == 1
            && file.text().length() > LONGEST;
    boolean yamlOrJson =
        switch (Place.of(file.path()).extension()) {
          case "yaml", "yml", "json" -> true;
          default -> false;
        };
    boolean list =
        yamlOrJson
            ? entries >= 1 && entries * 8 >= lines
            : longest >= RUN || entries >= 2 && entries * 2 >= lines;
    if (!list || prose) {
      return Optional.empty();
    }
    int all = lines < LINES ? entries : (int) ((long) entries * file.lines() / lines);
    return Optional.of(Document.plain(file, Document.Kind.MANIFEST, sources, all));
  }

  /// The address or path of a piece of data in a line, or nothing.
  private static String piece(String line) {
    int scheme = line.indexOf("://");
    if (scheme > 0) {
      int from = scheme;
      while (from > 0 && Character.isLetterOrDigit(line.charAt(from - 1))) {
        from--;
      }
      String address = line.substring(from, Inline.addressEnd(line, from));
      Address.Kind kind = Address.kind(address);
      boolean data =
          kind == Address.Kind.DATA_SET
              || kind == Address.Kind.DATA_FILE
              || kind == Address.Kind.STORAGE
              || hasPieceEnding(address);
      return data ? address : "";
    }
    int at = 0;
    while (at < line.length()) {
      int end = at;
      while (end < line.length() && " ,;|\t\"'".indexOf(line.charAt(end)) < 0) {
        end++;
      }
      String word = line.substring(at, end);
      if (word.indexOf('/') > 0 && hasPieceEnding(word)) {
        return word;
      }
      at = end + 1;
    }
    return "";
  }

  private static boolean hasPieceEnding(String address) {
    String lower = address.toLowerCase(Locale.ROOT);
    for (String ending : PIECES) {
      if (lower.endsWith("." + ending)) {
        return true;
      }
    }
    return lower.contains(".tfrecord");
  }
}
