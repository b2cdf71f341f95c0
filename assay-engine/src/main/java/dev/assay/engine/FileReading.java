package dev.assay.engine;

import dev.assay.code.CodeFile;
import dev.assay.code.CodeReader;
import dev.assay.formats.Formats;
import dev.assay.formats.PagesElsewhere;
import dev.assay.formats.WeightsFormat;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.io.TextFile;
import dev.assay.licences.LicenceEngine;
import dev.assay.model.Issue;
import dev.assay.model.Mention;
import dev.assay.model.Weights;
import dev.assay.profiles.StatementFile;
import dev.assay.text.Document;
import dev.assay.text.DocumentReader;
import dev.assay.text.NameLists;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Opens one file and hands what is in it to every reader that knows its kind.
final class FileReading {
  /// The most that is read of one text file; the rest is reported as not read.
  static final int TEXT_LIMIT = 6 * 1024 * 1024;

  private final LicenceEngine licences;
  private final Consumer<FileEntry> failed;
  private final Consumer<FileEntry> listing;

  /// @param failed told of each file that could not be read, on any thread
  /// @param listing told of each file that is a list of names, on any thread
  FileReading(LicenceEngine licences, Consumer<FileEntry> failed, Consumer<FileEntry> listing) {
    this.licences = licences;
    this.failed = failed;
    this.listing = listing;
  }

  /// What a file shows. One that could not be read is also told to the one who asked.
  Seen read(FileTask task) {
    FileEntry entry = task.entry();
    String source = task.source();
    try (ByteSource bytes = task.tree().open(entry)) {
      if (StatementFile.isName(entry.name()) && StatementJudge.speaks(entry, task.tree().files())) {
        return StatedFiles.read(source, entry, bytes);
      }
      if (RebuildStatement.isName(entry)) {
        List<RebuildStatement> rebuilds = StatedFiles.rebuilds(source, entry, bytes, false);
        if (!rebuilds.isEmpty()) {
          return Seen.rebuilds(rebuilds);
        }
      }
      byte[] head = bytes.head(Formats.HEAD);
      if (NameLists.isOne(entry, head)) {
        listing.accept(entry.in(source));
      }
      Optional<WeightsFormat> format = Formats.recognise(entry, head, bytes);
      Weights weights =
          format
              .map(f -> Formats.read(f, source, entry, bytes))
              .map(w -> PagesElsewhere.checked(task.tree(), w))
              .orElse(null);
      // A vocabulary is a list of words: none of them says anything of the release.
      boolean words = weights != null && weights.kind() == Weights.Kind.VOCABULARY;
      if (weights != null && (words || looksBinary(head))) {
        return Seen.weights(weights);
      }
      if (!task.asText()) {
        return weights == null ? Seen.NOTHING : Seen.weights(weights);
      }
      if (looksBinary(head)) {
        return Seen.unread(source, entry, "its name is a text's, and its bytes are not");
      }
      return text(source, entry, bytes, head, weights);
    } catch (UncheckedIOException e) {
      failed.accept(entry.in(source));
      return Seen.unread(source, entry, reason(e));
    } catch (Malformed e) {
      failed.accept(entry.in(source));
      return Seen.unread(source, entry, e.describe());
    } catch (RuntimeException e) {
      // A fault of ours, which must cost this file and never the run.
      failed.accept(entry.in(source));
      return Seen.unread(source, entry, Faults.told(e));
    }
  }

  private Seen text(
      String source, FileEntry entry, ByteSource bytes, byte[] head, @Nullable Weights weights) {
    boolean whole = bytes.size() <= TEXT_LIMIT;
    byte[] content = head;
    int wanted = (int) Math.min(TEXT_LIMIT, bytes.size());
    if (wanted > head.length) {
      content = Arrays.copyOf(head, wanted);
      bytes.read(head.length, ByteBuffer.wrap(content, head.length, wanted - head.length));
    }
    TextFile text = TextFile.of(source, entry.path(), content, whole);
    var issues = new ArrayList<Issue>();
    howItWasRead(text, bytes.size(), issues);
    CodeFile code = CodeReader.read(text).orElse(null);
    Document document = DocumentReader.read(text).orElse(null);
    if (document != null) {
      document
          .unreadHead()
          .ifPresent(reason ->
              issues.add(
                  issue(Issue.Severity.WARNING, text, reason + "; nothing was taken from it")));
    }
    List<Mention> links = code == null ? ModelPackages.in(text, issues) : linksOfCode(text);
    return new Seen(
        weights,
        code,
        document,
        licences.scan(text),
        WantedFiles.isConfiguration(entry) && entry.size() <= TEXT_LIMIT ? text : null,
        links,
        List.of(),
        List.of(),
        List.copyOf(issues));
  }

  private static List<Mention> linksOfCode(TextFile text) {
    var links = new ArrayList<>(WeightLinks.in(text));
    links.addAll(HubNames.in(text));
    links.addAll(FetchFunctions.in(text));
    links.addAll(ShellAddresses.in(text));
    return List.copyOf(links);
  }

  /// What of a text was not read, or not as it stands.
  private static void howItWasRead(TextFile text, long size, List<Issue> issues) {
    if (size > TEXT_LIMIT) {
      String most = TEXT_LIMIT / (1024 * 1024) + " MiB of " + size + " bytes were read";
      issues.add(issue(Issue.Severity.WARNING, text, "only the first " + most));
    }
    if (!text.decoded()) {
      issues.add(
          issue(
              Issue.Severity.NOTE,
              text,
              "some bytes are not text in its encoding; the rest was read"));
    }
    if (!text.guessedEncoding().isEmpty()) {
      String encoding = text.guessedEncoding();
      issues.add(
          issue(
              Issue.Severity.NOTE,
              text,
              "is not in UTF-8; read as " + encoding + ", by the letters it then has"));
    }
  }

  private static Issue issue(Issue.Severity severity, TextFile text, String message) {
    return new Issue(severity, text.source(), text.path(), message, "");
  }

  static String reason(UncheckedIOException e) {
    Throwable cause = e.getCause();
    return String.valueOf(cause == null ? e.getMessage() : cause.getMessage());
  }

  /// A NUL in the first bytes that is not half of a character in UTF-16: not a text, whatever its
  /// name.
  private static boolean looksBinary(byte[] head) {
    if (TextFile.isUtf16(head)) {
      return false;
    }
    for (byte b : head) {
      if (b == 0) {
        return true;
      }
    }
    return false;
  }
}
