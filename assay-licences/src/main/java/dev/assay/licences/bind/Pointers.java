package dev.assay.licences.bind;

import dev.assay.model.LicenceStatement;
import dev.assay.model.LicenceStatement.Basis;
import dev.assay.model.LicenceStatement.Match;
import java.util.ArrayList;
import java.util.List;

/// Statements that give no licence but the file that holds it. The file is known only when all were
/// read.
public final class Pointers {
  private static final String PREFIX = "LicenseRef-see-file-";

  private Pointers() {}

  /// The expression of a statement that points to a file; the path itself is the first of what
  /// {@link LicenceStatement#differs} holds.
  public static String to(String path) {
    return PREFIX + path.replaceAll("[^A-Za-z0-9.]+", "-");
  }

  /// The statements with every pointer replaced by what its file holds; a pointer to a file that is
  /// not here, or holds no licence, says nothing.
  public static List<LicenceStatement> resolve(List<LicenceStatement> statements) {
    if (statements.stream().noneMatch(s -> s.expression().startsWith(PREFIX))) {
      return statements;
    }
    List<LicenceStatement> all = new ArrayList<>();
    for (LicenceStatement s : statements) {
      if (!s.expression().startsWith(PREFIX)) {
        all.add(s);
        continue;
      }
      String path = path(s.evidence().path(), s.differs().getFirst());
      for (LicenceStatement text : statements) {
        if (text.basis() == Basis.TEXT
            && text.evidence().path().equals(path)
            && text.evidence().source().equals(s.evidence().source())) {
          Match match = text.match() == Match.SAME_WORDS ? Match.NAMED : text.match();
          all.add(
              new LicenceStatement(
                  text.expression(),
                  s.basis(),
                  match,
                  s.covers(),
                  s.scope(),
                  text.freedom(),
                  List.of(),
                  s.evidence()));
        }
      }
    }
    return all;
  }

  /// A relative path as seen from a document.
  private static String path(String document, String target) {
    List<String> parts = new ArrayList<>(List.of(document.split("/")));
    parts.removeLast();
    for (String part : target.split("/")) {
      if (part.equals("..") && !parts.isEmpty()) {
        parts.removeLast();
      } else if (!part.equals(".") && !part.equals("..") && !part.isEmpty()) {
        parts.add(part);
      }
    }
    return String.join("/", parts);
  }
}
