package dev.assay.engine;

import dev.assay.code.CodeReader;
import dev.assay.io.FileEntry;
import dev.assay.io.MediaNames;
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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
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
  private final List<FileEntry> others;
  private final List<SourceFact> knownAbsent;

  private Unseen(
      List<SourceInfo> partial,
      List<FileEntry> code,
      List<FileEntry> documents,
      List<FileEntry> others,
      List<SourceFact> knownAbsent) {
    this.partial = partial;
    this.code = code;
    this.documents = documents;
    this.others = others;
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
        here.stream()
            .filter(e -> !CodeReader.wants(e) && !DocumentReader.wants(e))
            .filter(e -> !MediaNames.isOne(e.path()) && e.size() != 0)
            .toList(),
        facts.sourceFacts().stream()
            .filter(f -> f.kind() == SourceFact.Kind.KNOWN_ABSENT)
            .toList());
  }

  /// Takes back what cannot be said.
  void undecide(Map<Component, Finding> found) {
    var changed = new EnumMap<Component, Finding>(Component.class);
    found.forEach((component, finding) -> {
      Finding open = notWhole(finding);
      if (open != null) {
        changed.put(component, open);
        return;
      }
      // Whether there is a gate is not a matter of files, except of the card's words.
      boolean taken =
          finding.state() == State.ABSENT
              && !finding.qualifiers().contains(Qualifier.REFUSED)
              && (component != Component.ACCESS || cardUnread());
      Finding other = taken ? undecided(finding) : null;
      if (other != null) {
        changed.put(component, other);
      }
    });
    found.putAll(changed);
  }

  /// A finding that is less than "here as a whole", where code that may be the rest of it was not
  /// read; null where it stands.
  private @Nullable Finding notWhole(Finding f) {
    Part part = f.component().part();
    boolean inCode =
        part == Part.TRAINING_CODE || part == Part.CLIENT_CODE || part == Part.ARCHITECTURE;
    if (!inCode || code.isEmpty() || f.qualifiers().contains(Qualifier.REFUSED)) {
      return null;
    }
    String more = "; " + files(code.size()) + " listed and could not be read";
    List<Evidence> listed = code.stream().limit(2).map(Evidences::listed).toList();
    if (f.state() == State.DESCRIBED || f.state() == State.PROMISED) {
      var evidence = new ArrayList<>(f.evidence());
      evidence.addAll(listed);
      return f(f, f.summary() + more, evidence);
    }
    if (f.state() != State.PRESENT || !f.qualifiers().contains(Qualifier.PARTIAL)) {
      return null;
    }
    var qualifiers = EnumSet.of(Qualifier.UNREAD);
    qualifiers.addAll(f.qualifiers());
    qualifiers.remove(Qualifier.PARTIAL);
    return new Finding(
        f.component(),
        f.state(),
        qualifiers,
        f.level(),
        f.summary().replaceFirst("\\.$", "") + more,
        f.licence(),
        f.evidence(),
        f.searched(),
        f.notes());
  }

  private static String files(int n) {
    return (n == 1 ? "a file" : n + " files") + " that may hold it " + (n == 1 ? "is" : "are");
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
            "Not found in what was read; " + files(files.size()) + " listed and could not be read",
            files.stream().limit(Evidences.MOST).map(Evidences::listed).toList());
  }

  private boolean cardUnread() {
    return documents.stream().anyMatch(e -> e.path().equals(CARD));
  }

  private List<FileEntry> unread(Component component) {
    Part part = component.part();
    if (part == Part.TRAINING_CODE || part == Part.CLIENT_CODE || part == Part.ARCHITECTURE) {
      return code.isEmpty() ? documents : code;
    }
    if (BY_NAME.contains(component)) {
      return List.of();
    }
    if (part == Part.WEIGHTS && !others.isEmpty()) {
      return others;
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
