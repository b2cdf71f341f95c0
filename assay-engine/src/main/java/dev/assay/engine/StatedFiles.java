package dev.assay.engine;

import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.FileTree;
import dev.assay.io.TextFile;
import dev.assay.model.Issue;
import dev.assay.profiles.StatementFile;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// Files in which people state something: a release's own `assay.yml`, and statements of rebuilds.
final class StatedFiles {
  private StatedFiles() {}

  /// What people state. No other reader sees the file: words about a component are not its
  /// evidence.
  static Seen read(String source, FileEntry entry, ByteSource bytes) {
    if (bytes.size() > StatementFile.LONGEST) {
      return Seen.unread(source, entry, "it is longer than " + StatementFile.LONGEST + " bytes");
    }
    TextFile file = TextFile.of(source, entry.path(), bytes.head(StatementFile.LONGEST), true);
    StatementFile.Reading read = StatementFile.read(entry.name(), file.text());
    return Seen.stated(
        read.stated().stream().map(s -> new StatementJudge.Made(file, s)).toList(),
        read.problems().stream()
            .map(p ->
                new Issue(
                    Issue.Severity.WARNING,
                    source,
                    entry.path(),
                    "not taken as stated, at "
                        + (p.startsWith(entry.name() + ":")
                            ? p.substring(entry.name().length() + 1)
                            : p),
                    ""))
            .toList());
  }

  /// What somebody states of a rebuild. Their materials and licences are no evidence of the
  /// release's, so no other reader sees the file.
  static List<RebuildStatement> rebuilds(
      String source, FileEntry entry, ByteSource bytes, boolean accepted) {
    byte[] content = bytes.head(RebuildStatement.LONGEST);
    return RebuildStatement.read(TextFile.of(source, entry.path(), content, true), accepted);
  }

  /// The facts with the statements of a file that the user names as one that they accept. It counts
  /// as a source, so that the statements' places can be found, and none of the release's files is
  /// in it.
  static Facts accept(Facts facts, FileTree statement) {
    FileEntry entry = statement.files().getFirst();
    String source = statement.info().id();
    var issues = new ArrayList<>(facts.issues());
    var all = new ArrayList<>(facts.rebuilds());
    String reason = "it holds no statement of a rebuild";
    int before = all.size();
    if (entry.size() <= RebuildStatement.LONGEST) {
      try (ByteSource bytes = statement.open(entry)) {
        all.addAll(rebuilds(source, entry, bytes, true));
      } catch (UncheckedIOException e) {
        reason = FileReading.reason(e);
      }
    } else {
      reason = "it is longer than " + RebuildStatement.LONGEST + " bytes";
    }
    if (all.size() == before) {
      issues.addAll(Seen.unread(source, entry, reason).issues());
    }
    var sources = new ArrayList<>(facts.sources());
    sources.add(statement.info());
    return facts.withRebuilds(sources, all, issues);
  }
}
