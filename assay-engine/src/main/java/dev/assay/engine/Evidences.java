package dev.assay.engine;

import dev.assay.io.FileEntry;
import dev.assay.model.Evidence;
import dev.assay.model.Span;
import java.util.List;
import java.util.stream.Stream;

/// Small ways to make evidence for what the engine itself concludes.
final class Evidences {
  /// The most pieces of evidence kept for one finding.
  static final int MOST = 12;

  private Evidences() {}

  /// A name in a listing.
  static Evidence listed(FileEntry entry) {
    return new Evidence(entry.source(), entry.path(), new Span.Listing(), "", null);
  }

  /// Two lists as one, cut at {@link #MOST}.
  static List<Evidence> join(List<Evidence> first, List<Evidence> second) {
    return Stream.concat(first.stream(), second.stream()).distinct().limit(MOST).toList();
  }
}
