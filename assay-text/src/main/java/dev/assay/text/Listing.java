package dev.assay.text;

import dev.assay.io.FileEntry;
import dev.assay.model.Evidence;
import dev.assay.model.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The names of all sources, with what their places say, for the judges.
final class Listing {
  private final List<Named> files;
  private final String source;

  /// A listed file and its place.
  record Named(FileEntry entry, Place place) {}

  private Listing(List<Named> files, String source) {
    this.files = files;
    this.source = source;
  }

  static Listing of(List<FileEntry> entries, List<Document> documents) {
    List<Named> files = new ArrayList<>(entries.size());
    for (FileEntry entry : entries) {
      boolean file = entry.kind() == FileEntry.Kind.FILE || entry.kind() == FileEntry.Kind.LISTED;
      if (file) {
        Place place = Place.of(entry.path());
        if (!place.vendored() && !place.inTests()) {
          files.add(new Named(entry, place));
        }
      }
    }
    Set<String> sources = new TreeSet<>();
    for (Document document : documents) {
      sources.add(document.file().source());
    }
    // A listing does not say which source a name is of; with one source there is no question.
    return new Listing(files, sources.size() == 1 ? sources.iterator().next() : "");
  }

  List<Named> files() {
    return files;
  }

  Evidence evidence(FileEntry entry) {
    return new Evidence(source, entry.path(), new Span.Listing(), "", null);
  }
}
