package dev.assay.licences.bind;

import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.Freedom;
import dev.assay.model.LicenceStatement;
import dev.assay.model.LicenceStatement.Basis;
import dev.assay.model.Part;
import dev.assay.model.Subject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Where a statement of a licence governs, by the folder that it speaks for and the files in which
/// a component was found.
final class Reach {
  private Reach() {}

  /// Whether a statement governs where the component was found.
  static boolean reaches(LicenceStatement s, Finding finding, boolean elsewhere) {
    if (s.covers().isEmpty()) {
      return false;
    }
    String scope = s.scope();
    if (scope.isEmpty()) {
      return finding.evidence().isEmpty()
          || (elsewhere
              ? !ofAnotherLink(s, finding)
              : finding.evidence().stream()
                  .anyMatch(e -> e.source().equals(s.evidence().source())));
    }
    for (Evidence e : finding.evidence()) {
      if (e.source().equals(s.evidence().source())
          && (e.path().startsWith(scope) || e.path().equals(scope))) {
        return true;
      }
    }
    // What is said of weights or data in a folder of the main tree speaks of the linked ones too.
    return elsewhere
        && finding.component().part() != Part.TRAINING_CODE
        && !vendored(scope)
        && (s.covers().contains(Subject.WEIGHTS) || s.covers().contains(Subject.DATA))
        && s.basis() == Basis.TEXT
        && (scope.indexOf('/') == scope.length() - 1 || ofOneModel(scope));
  }

  /// Whether a sentence speaks of what its own source links, where the release has several sources
  /// and the part's main link stands in another: `our models are under X` in the sources of a tool
  /// does not license the model that the tool served. A limit is heeded wherever it is said.
  private static boolean ofAnotherLink(LicenceStatement s, Finding finding) {
    return s.basis() == Basis.SENTENCE
        && s.freedom() != Freedom.LIMITED
        && !finding.evidence().getFirst().source().equals(s.evidence().source());
  }

  /// A folder among several that each hold one model: `models/NAME/`.
  private static boolean ofOneModel(String scope) {
    int first = scope.indexOf('/');
    String top = scope.substring(0, first).toLowerCase(Locale.ROOT);
    return (top.contains("model") || top.contains("weight") || top.contains("checkpoint"))
        && scope.indexOf('/', first + 1) == scope.length() - 1;
  }

  /// Whether a folder holds what others made.
  static boolean vendored(String scope) {
    String s = "/" + scope.toLowerCase(Locale.ROOT);
    return s.contains("/third")
        || s.contains("/3rd")
        || s.contains("/vendor")
        || s.contains("/external")
        || s.contains("/node_modules");
  }

  /// Those of the closest folder only: a folder's own licence governs it, not the root's. Each file
  /// of the finding has its own closest folder; of texts that lie beside none of its files, those
  /// in the deepest folder of each branch.
  static List<LicenceStatement> nearest(
      List<LicenceStatement> all, Finding finding, boolean elsewhere) {
    List<LicenceStatement> list = elsewhere ? ofMainLink(all, finding) : all;
    Set<LicenceStatement> kept = new LinkedHashSet<>();
    for (Evidence e : finding.evidence()) {
      int longest =
          list.stream().filter(s -> over(s, e)).mapToInt(s -> s.scope().length()).max().orElse(-1);
      list.stream().filter(s -> s.scope().length() == longest && over(s, e)).forEach(kept::add);
    }
    if (kept.isEmpty() || elsewhere) {
      kept.clear();
      for (LicenceStatement s : list) {
        boolean deeper =
            list.stream()
                .anyMatch(o ->
                    o.scope().length() > s.scope().length() && o.scope().startsWith(s.scope()));
        if (!deeper) {
          kept.add(s);
        }
      }
    }
    return list.stream().filter(kept::contains).toList();
  }

  /// For what lies elsewhere the root speaks where its own documents give the link: another project
  /// kept in a folder, with links and a licence of its own, says nothing of it.
  private static List<LicenceStatement> ofMainLink(List<LicenceStatement> list, Finding finding) {
    if (finding.evidence().isEmpty()) {
      return list;
    }
    Evidence link = finding.evidence().getFirst();
    List<LicenceStatement> over = list.stream().filter(s -> over(s, link)).toList();
    if (over.isEmpty() || over.stream().anyMatch(s -> !s.scope().isEmpty())) {
      return list;
    }
    return list.stream()
        .filter(s ->
            over.contains(s)
                || !s.covers().contains(Subject.EVERYTHING)
                || s.scope().indexOf('/') > 0 && ofOneModel(s.scope()))
        .toList();
  }

  /// Whether a statement's folder holds a place.
  private static boolean over(LicenceStatement s, Evidence e) {
    return e.path().startsWith(s.scope())
        && (s.scope().isEmpty() || e.source().equals(s.evidence().source()));
  }

  /// Whether one of the texts lies in the folder of one of the finding's files.
  static boolean beside(List<LicenceStatement> texts, Finding finding) {
    for (LicenceStatement s : texts) {
      for (Evidence e : finding.evidence()) {
        int slash = e.path().lastIndexOf('/');
        String folder = slash < 0 ? "" : e.path().substring(0, slash + 1);
        if (folder.equals(s.scope())) {
          return true;
        }
      }
    }
    return false;
  }

  /// Whether a text lies in a folder of models' licences: it governs nothing by lying there, and is
  /// the text of what a claim names.
  static boolean keptForWeights(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    int slash = lower.lastIndexOf('/');
    String folder = slash < 0 ? "" : lower.substring(lower.lastIndexOf('/', slash - 1) + 1, slash);
    return folder.contains("licen")
        && (folder.contains("model") || folder.contains("weight"))
        && lower.startsWith("licen", slash + 1);
  }
}
