package dev.assay.engine;

import dev.assay.io.FileEntry;
import dev.assay.io.TextFile;
import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.Note;
import dev.assay.model.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Where sources of one release hold a file of the same path and not the same content: a
/// configuration of two makes, weights of two revisions. Each source speaks for its own parts; that
/// they differ is shown.
final class Sameness {
  private static final int MOST = 5;

  private Sameness() {}

  /// Notes what differs, beside the architecture and the weights.
  static void note(Map<Component, Finding> found, Facts facts) {
    if (facts.sources().size() < 2) {
      return;
    }
    configurations(facts)
        .forEach(
            note -> found.computeIfPresent(Component.ARCHITECTURE, (_, f) -> f.withNote(note)));
    hashes(facts)
        .forEach(note -> found.computeIfPresent(Component.WEIGHTS, (_, f) -> f.withNote(note)));
  }

  private static List<Note> configurations(Facts facts) {
    var first = new HashMap<String, TextFile>();
    var notes = new ArrayList<Note>();
    for (TextFile text : new TreeMap<>(facts.configurations()).values()) {
      TextFile other = first.putIfAbsent(text.path(), text);
      if (other != null && notes.size() < MOST && !other.text().equals(text.text())) {
        notes.add(differs(other.evidenceWhole(""), text.evidenceWhole("")));
      }
    }
    return notes;
  }

  private static List<Note> hashes(Facts facts) {
    var first = new HashMap<String, FileEntry>();
    var notes = new ArrayList<Note>();
    for (FileEntry entry : facts.listing()) {
      String hash = entry.sha256();
      if (hash == null) {
        continue;
      }
      FileEntry other = first.putIfAbsent(entry.path(), entry);
      if (other != null
          && notes.size() < MOST
          && !other.source().equals(entry.source())
          && !hash.equals(other.sha256())) {
        notes.add(differs(listed(other), listed(entry)));
      }
    }
    return notes;
  }

  private static Evidence listed(FileEntry entry) {
    return new Evidence(
        entry.source(), entry.path(), new Span.Listing(), "sha256 " + entry.sha256(), null);
  }

  private static Note differs(Evidence one, Evidence other) {
    return new Note(
        Note.Kind.DISAGREES,
        "sources disagree: "
            + one.path()
            + " of "
            + one.source()
            + " is not the "
            + other.path()
            + " of "
            + other.source(),
        List.of(one, other));
  }
}
