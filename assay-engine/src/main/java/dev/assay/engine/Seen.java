package dev.assay.engine;

import dev.assay.code.CodeFile;
import dev.assay.io.FileEntry;
import dev.assay.io.TextFile;
import dev.assay.model.Issue;
import dev.assay.model.LicenceStatement;
import dev.assay.model.Mention;
import dev.assay.model.Weights;
import dev.assay.text.Document;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one file showed; most parts are empty for most files.
record Seen(
    @Nullable Weights weights,
    @Nullable CodeFile code,
    @Nullable Document document,
    List<LicenceStatement> licences,
    @Nullable TextFile configuration,
    List<Mention> links,
    List<StatementJudge.Made> statements,
    List<RebuildStatement> rebuilds,
    List<Issue> issues) {
  static final Seen NOTHING = weights(null);

  static Seen weights(@Nullable Weights weights) {
    return new Seen(
        weights, null, null, List.of(), null, List.of(), List.of(), List.of(), List.of());
  }

  static Seen issue(Issue issue) {
    return stated(List.of(), List.of(issue));
  }

  static Seen stated(List<StatementJudge.Made> statements, List<Issue> issues) {
    return new Seen(null, null, null, List.of(), null, List.of(), statements, List.of(), issues);
  }

  static Seen rebuilds(List<RebuildStatement> rebuilds) {
    return new Seen(null, null, null, List.of(), null, List.of(), List.of(), rebuilds, List.of());
  }

  /// A file of which nothing could be read.
  static Seen unread(String source, FileEntry entry, String reason) {
    return issue(
        new Issue(
            Issue.Severity.WARNING, source, entry.path(), "could not be read: " + reason, ""));
  }
}
