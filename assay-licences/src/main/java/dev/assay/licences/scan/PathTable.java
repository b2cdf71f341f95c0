package dev.assay.licences.scan;

import dev.assay.io.TextFile;
import dev.assay.licences.names.Names;
import dev.assay.model.LicenceStatement;
import dev.assay.model.LicenceStatement.Basis;
import dev.assay.model.LicenceStatement.Match;
import dev.assay.model.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A table of which licence covers which path: Debian's machine-readable copyright file (DEP-5), as
/// `debian/copyright` or `.reuse/dep5`. Each paragraph with `Files:` and `License:` binds its
/// paths.
final class PathTable {
  private static final String FORMAT = "copyright-format";

  private static final int MOST_LINES = 20_000;

  private static final int MOST_PATHS = 50;

  private PathTable() {}

  /// Whether a file is such a table: its first line names the format.
  static boolean is(TextFile file) {
    String text = file.text();
    String head = text.substring(0, Math.min(300, text.length())).toLowerCase(Locale.ROOT);
    return head.startsWith("format") && head.contains(FORMAT);
  }

  static void scan(Claims claims, Names names, MarkScanner marks) {
    TextFile file = claims.file();
    List<String> paths = new ArrayList<>();
    boolean inFiles = false;
    for (int l = 1; l <= Math.min(file.lines(), MOST_LINES); l++) {
      String line = file.line(l);
      String lower = line.toLowerCase(Locale.ROOT);
      if (line.isBlank()) {
        paths.clear();
        inFiles = false;
      } else if (lower.startsWith("files:")) {
        inFiles = true;
        paths(line.substring(6), paths);
      } else if (inFiles && line.startsWith(" ")) {
        paths(line, paths);
      } else {
        inFiles = false;
        if (lower.startsWith("license:") && !paths.isEmpty()) {
          String value = line.substring(8).strip();
          String known = marks.named(value.replace(" and ", " AND ").replace(" or ", " OR "));
          bind(claims, paths, known == null ? names.tag(value) : known, l);
        }
      }
    }
  }

  private static void paths(String value, List<String> paths) {
    for (String path : value.strip().split("[ \t,]+")) {
      if (!path.isEmpty() && paths.size() < MOST_PATHS) {
        paths.add(path);
      }
    }
  }

  private static void bind(
      Claims claims,
      List<String> paths,
      @org.jspecify.annotations.Nullable String known,
      int line) {
    String expression = known == null ? "NOASSERTION" : known;
    Set<Subject> covers = Set.of(Subject.EVERYTHING);
    for (String path : paths) {
      claims.add(
          new LicenceStatement(
              expression,
              Basis.METADATA,
              known == null ? Match.UNKNOWN : Match.NAMED,
              covers,
              scope(claims.file().path(), path),
              claims.freedom(expression, covers),
              List.of(),
              claims.file().evidence(line, line)));
    }
  }

  /// The folder or file that a pattern governs: `*` is everything beside the folder that the table
  /// lies in; a pattern is cut before its first wildcard, back to a folder.
  private static String scope(String table, String pattern) {
    int slash = table.lastIndexOf('/');
    String folder = slash < 0 ? "" : table.substring(0, slash);
    String root = folder.substring(0, folder.lastIndexOf('/') + 1);
    String path = pattern.startsWith("./") ? pattern.substring(2) : pattern;
    int wild = path.indexOf('*');
    int any = path.indexOf('?');
    int cut = wild < 0 ? any : any < 0 ? wild : Math.min(wild, any);
    if (cut >= 0) {
      path = path.substring(0, path.lastIndexOf('/', cut) + 1);
    }
    return root + path;
  }
}
