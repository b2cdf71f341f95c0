package dev.assay.sources;

import dev.assay.io.FileEntry;
import dev.assay.io.FileTree;
import dev.assay.io.Malformed;
import dev.assay.io.TextFile;
import dev.assay.model.Issue;
import dev.assay.model.SourceInfo;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/// What the sources of an assessment were pinned to, so that the same assessment can be made again,
/// offline: the file `assay.lock`. A source without a revision, such as a folder, is named and held
/// to its listing.
///
/// @param entries one for each source, in the order of the run
public record Lock(List<Entry> entries) {
  private static final int VERSION = 1;
  private static final int MOST = 1000;

  public Lock {
    entries = List.copyOf(entries);
  }

  /// One source.
  ///
  /// @param asked what the user named
  /// @param reference what to open to get the same again
  /// @param revision what it was pinned to; null where it had none
  /// @param readAt when it was read, ISO 8601; null for sources of this machine
  /// @param listing the SHA-256 of its listing: of each name its path, its size and the hash that
  ///   the source states, in their order
  public record Entry(
      String asked,
      String reference,
      @Nullable String revision,
      @Nullable String readAt,
      String listing) {}

  /// What these sources were pinned to.
  public static Lock of(List<FileTree> trees) {
    var entries = new ArrayList<Entry>();
    for (FileTree tree : trees) {
      SourceInfo source = tree.info();
      String revision = source.revision();
      String pinned =
          revision == null
              ? source.reference()
              : Sources.pinned(source.reference(), revision).orElse(source.reference());
      entries.add(new Entry(source.reference(), pinned, revision, source.readAt(), listing(tree)));
    }
    return new Lock(entries);
  }

  private static String listing(FileTree tree) {
    var text = new StringBuilder();
    for (FileEntry file : tree.files()) {
      String hash = file.sha256() == null ? "" : file.sha256();
      text.append(file.path())
          .append('\0')
          .append(file.size())
          .append('\0')
          .append(hash)
          .append('\n');
    }
    return TextFile.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /// It as the text of `assay.lock`.
  public String text() {
    var text = new StringWriter();
    var context =
        new ObjectWriteContext.Base() {
          @Override
          public boolean hasPrettyPrinter() {
            return true;
          }

          @Override
          public tools.jackson.core.PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter();
          }
        };
    try (JsonGenerator json = new JsonFactory().createGenerator(context, text)) {
      json.writeStartObject();
      json.writeNumberProperty("assayLock", VERSION);
      json.writeArrayPropertyStart("sources");
      for (Entry entry : entries) {
        json.writeStartObject();
        json.writeStringProperty("asked", entry.asked());
        json.writeStringProperty("reference", entry.reference());
        if (entry.revision() != null) {
          json.writeStringProperty("revision", entry.revision());
        }
        if (entry.readAt() != null) {
          json.writeStringProperty("readAt", entry.readAt());
        }
        json.writeStringProperty("listing", "sha256:" + entry.listing());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return text + "\n";
  }

  /// Reads it; nothing where the text is no lock of this version.
  public static Optional<Lock> read(byte[] text) {
    try {
      Json json = Json.parse(text);
      List<Json> sources = json.get("sources").items();
      if (json.get("assayLock").whole(0) != VERSION || sources.size() > MOST) {
        return Optional.empty();
      }
      var entries = new ArrayList<Entry>();
      for (Json source : sources) {
        String reference = source.get("reference").text();
        String listing = source.get("listing").text("");
        if (reference == null || !listing.startsWith("sha256:")) {
          return Optional.empty();
        }
        entries.add(
            new Entry(
                source.get("asked").text(reference),
                reference,
                source.get("revision").text(),
                source.get("readAt").text(),
                listing.substring("sha256:".length())));
      }
      return Optional.of(new Lock(entries));
    } catch (Malformed e) {
      return Optional.empty();
    }
  }

  /// A source that was opened again, as the one that was locked: under the name that was asked for
  /// and with the time of the first reading, and with an issue for what is not as it was.
  FileTree again(Entry entry, FileTree tree) {
    SourceInfo now = tree.info();
    var issues = new ArrayList<Issue>();
    String revision = now.revision();
    if (entry.revision() != null && !entry.revision().equals(revision)) {
      issues.add(differs(now, "is at " + revision + ", where the lock says " + entry.revision()));
    } else if (!entry.listing().equals(listing(tree))) {
      issues.add(differs(now, "its files are not those that were locked"));
    }
    var info =
        new SourceInfo(
            now.id(),
            now.kind(),
            entry.asked(),
            revision,
            entry.readAt(),
            now.files(),
            now.bytes(),
            now.partial());
    return new Retold(tree, info, issues, List.of());
  }

  private static Issue differs(SourceInfo source, String said) {
    return new Issue(Issue.Severity.WARNING, source.id(), "", said, "lock it again, with --lock");
  }
}
