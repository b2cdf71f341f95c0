package dev.assay.engine;

import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.FileNames;
import dev.assay.io.Malformed;
import dev.assay.licences.LicenceEngine;
import dev.assay.model.Issue;
import dev.assay.text.DocumentReader;
import dev.assay.text.pdf.PdfText;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads the PDFs of a release, one after the other and after everything else: papers, reports,
/// data cards, and licences that are given as PDF.
final class PagedDocuments {
  /// More than any release has papers; a folder of a thousand plots is not a thousand documents.
  static final int MOST = 24;

  /// After so many that take too long, the rest are left: they were made to.
  private static final int MOST_TOO_LONG = 2;

  private final LicenceEngine licences;
  private int tooLong;
  private int opened;

  PagedDocuments(LicenceEngine licences) {
    this.licences = licences;
  }

  /// What the first of them show, those nearest to the root first.
  List<Seen> read(List<FileTask> tasks) {
    var order = new ArrayList<>(tasks);
    order.sort((a, b) -> FileNames.NEARER.compare(a.entry().path(), b.entry().path()));
    var seen = new ArrayList<Seen>();
    for (FileTask task : order) {
      if (seen.size() == MOST || tooLong == MOST_TOO_LONG) {
        seen.add(
            issue(
                task.source(),
                task.entry(),
                "this and "
                    + (order.size() - seen.size() - 1)
                    + " more PDFs were not read, of "
                    + order.size()));
        break;
      }
      seen.add(read(task));
    }
    return seen;
  }

  /// How many files were opened.
  int opened() {
    return opened;
  }

  private Seen read(FileTask task) {
    FileEntry entry = task.entry();
    String source = task.source();
    opened++;
    try (ByteSource bytes = task.tree().open(entry)) {
      return switch (PdfText.read(source, entry.path(), bytes)) {
        case PdfText.Refused(String reason) -> issue(source, entry, "could not be read: " + reason);
        case PdfText.TooLong t -> {
          tooLong++;
          yield issue(source, entry, "could not be read: it takes too long");
        }
        case PdfText.Text text -> seen(source, entry, text);
      };
    } catch (UncheckedIOException e) {
      return issue(source, entry, "could not be read: " + e.getMessage());
    } catch (Malformed e) {
      return issue(source, entry, "could not be read: " + e.describe());
    }
  }

  private Seen seen(String source, FileEntry entry, PdfText.Text text) {
    List<Issue> issues =
        text.read() == text.pages()
            ? List.of()
            : List.of(
                new Issue(
                    Issue.Severity.NOTE,
                    source,
                    entry.path(),
                    "only the first " + text.read() + " of " + text.pages() + " pages were read",
                    ""));
    boolean licence = LicenceEngine.wants(FileEntry.file(withoutExtension(entry), entry.size()));
    return new Seen(
        null,
        null,
        licence ? null : DocumentReader.readPages(text.file()),
        licence ? licences.scan(text.file()) : List.of(),
        null,
        List.of(),
        List.of(),
        List.of(),
        issues);
  }

  /// `LICENSE.pdf` is a licence as `LICENSE` is.
  private static String withoutExtension(FileEntry entry) {
    String path = entry.path();
    return path.toLowerCase(Locale.ROOT).endsWith(".pdf")
        ? path.substring(0, path.length() - 4)
        : path;
  }

  private static Seen issue(String source, FileEntry entry, String message) {
    return Seen.issue(new Issue(Issue.Severity.NOTE, source, entry.path(), message, ""));
  }
}
