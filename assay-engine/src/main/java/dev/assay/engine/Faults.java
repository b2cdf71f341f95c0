package dev.assay.engine;

import dev.assay.code.CodeFile;
import dev.assay.model.Assessment;
import dev.assay.model.Issue;
import dev.assay.model.SourceInfo;
import dev.assay.text.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// What a fault of ours costs: never the run. A file that a reader fails on is reported as not
/// read; where a judge fails, the release is judged without its documents, or without its code, and
/// what was not found then cannot be decided ({@link Unseen}).
final class Faults {
  private Faults() {}

  /// What a user can report, and a maintainer find: the exception and where it was thrown. The
  /// words of the exception may hold what stands in a release, and are left out.
  static String told(RuntimeException e) {
    String place =
        Arrays.stream(e.getStackTrace())
            .filter(f -> f.getClassName().startsWith("dev.assay."))
            .findFirst()
            .map(f -> f.getFileName() + ":" + f.getLineNumber())
            .orElse("an unknown place");
    return "a fault in Assay, which should be reported: "
        + e.getClass().getSimpleName()
        + " at "
        + place;
  }

  /// The judgement, of less where it fails on all.
  ///
  /// @throws RuntimeException the first fault, where it fails on less too
  static Assessment judged(Facts facts, Function<Facts, Assessment> judge) {
    try {
      return judge.apply(facts);
    } catch (RuntimeException fault) {
      for (Facts less :
          List.of(
              less(facts, "documents", List.of(), facts.code(), fault),
              less(facts, "code", facts.documents(), List.of(), fault),
              less(facts, "documents and code", List.of(), List.of(), fault))) {
        try {
          return judge.apply(less);
        } catch (RuntimeException again) {
          fault.addSuppressed(again);
        }
      }
      throw fault;
    }
  }

  private static Facts less(
      Facts facts,
      String without,
      List<Document> documents,
      List<CodeFile> code,
      RuntimeException fault) {
    String lost = "the " + without + " could not be judged: " + told(fault);
    var issues = new ArrayList<>(facts.issues());
    for (SourceInfo source : facts.sources()) {
      issues.add(new Issue(Issue.Severity.ERROR, source.id(), "", lost, ""));
    }
    return facts.with(
        facts.sources().stream().map(s -> s.withPartial(lost)).toList(), documents, code, issues);
  }
}
