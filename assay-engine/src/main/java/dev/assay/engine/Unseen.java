package dev.assay.engine;

import dev.assay.code.CodeReader;
import dev.assay.io.FileEntry;
import dev.assay.io.SourceFact;
import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.Note;
import dev.assay.model.Part;
import dev.assay.model.Qualifier;
import dev.assay.model.SourceInfo;
import dev.assay.model.State;
import dev.assay.text.DocumentReader;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What could not be looked at, and what follows for "not found": a component that was not found
/// where not everything could be seen is not absent; it cannot be decided from here. A cache that
/// holds what somebody once fetched, a listing that was cut, a run that was stopped and files that
/// are listed and not here all leave that open.
final class Unseen {
  /// What the card of a repository is called, by the hub's rule.
  private static final String CARD = "README.md";

  /// Components that are known by the name of a file alone.
  private static final Set<Component> BY_NAME =
      Set.of(Component.LICENCE_FILES, Component.CHANGELOG, Component.CONTRIBUTING);

  private final List<SourceInfo> partial;
  private final List<FileEntry> code;
  private final List<FileEntry> documents;
  private final List<SourceFact> knownAbsent;

  private Unseen(
      List<SourceInfo> partial,
      List<FileEntry> code,
      List<FileEntry> documents,
      List<SourceFact> knownAbsent) {
    this.partial = partial;
    this.code = code;
    this.documents = documents;
    this.knownAbsent = knownAbsent;
  }

  static Unseen of(Facts facts) {
    List<FileEntry> here =
        facts.listing().stream()
            .filter(e -> e.kind() == FileEntry.Kind.LISTED)
            .map(
                e -> new FileEntry(e.source(), e.path(), e.size(), FileEntry.Kind.FILE, null, null))
            .toList();
    return new Unseen(
        facts.sources().stream().filter(s -> !s.partial().isEmpty()).toList(),
        here.stream().filter(CodeReader::wants).toList(),
        here.stream().filter(DocumentReader::wants).toList(),
        facts.sourceFacts().stream()
            .filter(f -> f.kind() == SourceFact.Kind.KNOWN_ABSENT)
            .toList());
  }

  /// Takes back what cannot be said.
  void undecide(Map<Component, Finding> found) {
    var changed = new EnumMap<Component, Finding>(Component.class);
    found.forEach((component, finding) -> {
      // Whether there is a gate is not a matter of files.
      boolean taken =
          finding.state() == State.ABSENT
              && !finding.qualifiers().contains(Qualifier.REFUSED)
              && component != Component.ACCESS;
      Finding other = taken ? undecided(finding) : null;
      if (other != null) {
        changed.put(component, other);
      }
    });
    found.putAll(changed);
  }

  private @Nullable Finding undecided(Finding f) {
    if (f.component() == Component.MODEL_CARD && cardKnownAbsent()) {
      return f.withNote(
          new Note(
              Note.Kind.REMARK,
              CARD + " was asked for at this revision, and the release has none",
              cardMarks().map(SourceFact::evidence).toList()));
    }
    if (!partial.isEmpty()) {
      SourceInfo first = partial.getFirst();
      return f(f, "Not found in what was read; " + first.partial().getFirst(), List.of());
    }
    List<FileEntry> files = unread(f.component());
    return files.isEmpty()
        ? null
        : f(
            f,
            "Not found in what was read; "
                + (files.size() == 1 ? "a file" : files.size() + " files")
                + " that may hold it "
                + (files.size() == 1 ? "is" : "are")
                + " listed and could not be read",
            files.stream().limit(Evidences.MOST).map(Evidences::listed).toList());
  }

  private List<FileEntry> unread(Component component) {
    Part part = component.part();
    if (part == Part.TRAINING_CODE || part == Part.CLIENT_CODE || part == Part.ARCHITECTURE) {
      return code.isEmpty() ? documents : code;
    }
    if (BY_NAME.contains(component)) {
      return List.of();
    }
    return part == Part.TRAINING_DATA
        ? documents
        : documents.stream().filter(DocumentReader::wantsProse).toList();
  }

  private java.util.stream.Stream<SourceFact> cardMarks() {
    return knownAbsent.stream().filter(f -> f.value().equals(CARD));
  }

  private boolean cardKnownAbsent() {
    Set<String> marked = cardMarks().map(f -> f.evidence().source()).collect(Collectors.toSet());
    Set<String> cut = new HashSet<>();
    partial.forEach(s -> cut.add(s.id()));
    return !marked.isEmpty() && marked.containsAll(cut);
  }

  private static Finding f(Finding f, String summary, List<Evidence> evidence) {
    return new Finding(
        f.component(),
        State.UNDECIDABLE,
        f.qualifiers(),
        null,
        summary,
        f.licence(),
        evidence,
        f.searched(),
        f.notes());
  }
}
