package dev.assay.engine;

import dev.assay.io.TextFile;
import dev.assay.model.Evidence;
import dev.assay.model.LicenceStatement;
import dev.assay.model.LicenceStatement.Basis;
import dev.assay.model.Span;
import dev.assay.model.Subject;
import dev.assay.text.Document;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Licences in prose whose text is linked where it lies in another project's repository: a sentence
/// that names no part of this release speaks of that project, where this release has a licence text
/// of its own that says otherwise. Such a statement stays in the report and covers nothing here.
final class OthersLicences {
  /// The address of a licence file in a repository, with its owner and its name.
  private static final Pattern IN_A_REPOSITORY =
      Pattern.compile(
          "https?://(?:github|gitlab|codeberg)\\.(?:com|org)/([\\w.-]{1,80})/([\\w.-]{1,100})/"
              + "(?:-/)?(?:blob|tree|raw)/[^\\s)\\]\"'>]{0,120}?licen[cs]e",
          Pattern.CASE_INSENSITIVE);

  private OthersLicences() {}

  /// The statements, those of other projects covering nothing.
  static List<LicenceStatement> setAside(
      List<LicenceStatement> statements, List<Document> documents, ReleaseNames names) {
    Map<String, Set<String>> own =
        statements.stream()
            .filter(s -> s.basis() == Basis.TEXT && s.scope().isEmpty())
            .filter(s -> s.covers().contains(Subject.EVERYTHING))
            .collect(
                Collectors.groupingBy(
                    s -> s.evidence().source(),
                    Collectors.mapping(LicenceStatement::expression, Collectors.toSet())));
    Map<String, TextFile> files =
        documents.stream()
            .map(Document::file)
            .collect(
                Collectors.toMap(f -> key(f.source(), f.path()), Function.identity(), (a, b) -> a));
    return statements.stream()
        .map(s -> {
          Set<String> texts = own.getOrDefault(s.evidence().source(), Set.of());
          boolean asked =
              s.basis() == Basis.SENTENCE
                  && s.covers().contains(Subject.EVERYTHING)
                  && !texts.isEmpty()
                  && !texts.contains(s.expression());
          TextFile file = asked ? files.get(key(s.evidence().source(), s.evidence().path())) : null;
          return file != null && isOfAnother(file, s.evidence(), names) ? ofNothing(s) : s;
        })
        .toList();
  }

  private static String key(String source, String path) {
    return source + "\n" + path;
  }

  /// Whether the lines of a statement link a licence in a repository, and in none of this release.
  private static boolean isOfAnother(TextFile file, Evidence place, ReleaseNames names) {
    if (!(place.span() instanceof Span.Lines lines)) {
      return false;
    }
    boolean found = false;
    for (int n = lines.first(); n <= Math.min(lines.last(), file.lines()); n++) {
      var link = IN_A_REPOSITORY.matcher(file.line(n));
      while (link.find()) {
        if (names.isIn(link.group(1)) || names.isIn(link.group(2))) {
          return false;
        }
        found = true;
      }
    }
    return found;
  }

  private static LicenceStatement ofNothing(LicenceStatement s) {
    return new LicenceStatement(
        s.expression(),
        s.basis(),
        s.match(),
        Set.of(),
        s.scope(),
        s.freedom(),
        s.differs(),
        s.evidence());
  }
}
