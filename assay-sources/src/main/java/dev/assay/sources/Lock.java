package dev.assay.sources;

import dev.assay.io.Malformed;
import dev.assay.model.Issue;
import dev.assay.model.SourceInfo;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// What the sources of an assessment were pinned to, so that the same assessment can be made again:
/// the file `assay.lock`. A source without a revision, such as a folder, is named and not pinned.
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
  public record Entry(String asked, String reference, @Nullable String revision) {}

  /// What these sources were pinned to.
  public static Lock of(List<SourceInfo> sources) {
    var entries = new ArrayList<Entry>();
    for (SourceInfo source : sources) {
      String revision = source.revision();
      String pinned =
          revision == null
              ? source.reference()
              : Sources.pinned(source.reference(), revision).orElse(source.reference());
      entries.add(new Entry(source.reference(), pinned, revision));
    }
    return new Lock(entries);
  }

  /// It as the text of `assay.lock`.
  public String text() {
    var text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
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
        if (reference == null) {
          return Optional.empty();
        }
        entries.add(
            new Entry(
                source.get("asked").text(reference), reference, source.get("revision").text()));
      }
      return Optional.of(new Lock(entries));
    } catch (Malformed e) {
      return Optional.empty();
    }
  }

  /// What is not as it was, when the references of this lock have been opened again.
  public List<Issue> differences(List<SourceInfo> opened) {
    var issues = new ArrayList<Issue>();
    for (Entry entry : entries) {
      Optional<SourceInfo> again =
          opened.stream().filter(s -> s.reference().equals(entry.reference())).findFirst();
      if (again.isEmpty()) {
        continue;
      }
      String revision = again.get().revision();
      if (entry.revision() != null && !entry.revision().equals(revision)) {
        issues.add(
            new Issue(
                Issue.Severity.WARNING,
                again.get().id(),
                "",
                "is at " + revision + ", where the lock says " + entry.revision(),
                ""));
      }
    }
    return issues;
  }
}
