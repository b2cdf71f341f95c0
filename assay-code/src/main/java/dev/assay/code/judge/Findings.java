package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.LicenceOf;
import dev.assay.model.Mention;
import dev.assay.model.Note;
import dev.assay.model.ProofLevel;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// How findings are put into words.
final class Findings {
  /// Evidence beyond this number adds nothing for a reader.
  static final int MOST_EVIDENCE = 6;

  private Findings() {}

  static Finding present(
      Component component,
      Set<Qualifier> qualifiers,
      String summary,
      List<Evidence> evidence,
      List<Note> notes) {
    return new Finding(
        component,
        State.PRESENT,
        qualifiers,
        ProofLevel.SEEN,
        summary,
        LicenceOf.NONE,
        evidence.subList(0, Math.min(MOST_EVIDENCE, evidence.size())),
        List.of(),
        notes);
  }

  /// What the documents say of it, else a submodule that may hold it, else that it was not found.
  static Finding elsewhere(
      Tree tree,
      Component component,
      List<String> searched,
      List<Note> notes,
      List<String> submoduleWords) {
    Mention m = tree.mention(component).orElse(null);
    if (m == null || m.state() == State.DESCRIBED || m.state() == State.ABSENT) {
      List<Evidence> modules =
          tree.submodules(p -> {
            String path = p.toLowerCase(Locale.ROOT);
            return submoduleWords.stream().anyMatch(path::contains);
          });
      if (!modules.isEmpty()) {
        return new Finding(
            component,
            State.LINKED,
            EnumSet.of(Qualifier.SUBMODULE),
            ProofLevel.CLAIMED,
            "A Git submodule may hold it: " + modules.getFirst().path() + "; it was not inspected.",
            LicenceOf.NONE,
            modules,
            searched,
            notes);
      }
    }
    if (m != null && m.state() != State.ABSENT) {
      String summary =
          switch (m.state()) {
            case LINKED -> "Not in what was inspected; a document links to it.";
            case PROMISED ->
                "Not in what was inspected; a document promises it"
                    + (m.date() == null ? "." : " (stated " + m.date() + ").");
            default -> "Not in what was inspected; a document describes it.";
          };
      return new Finding(
          component,
          m.state(),
          m.qualifiers(),
          ProofLevel.CLAIMED,
          summary,
          LicenceOf.NONE,
          List.of(m.evidence()),
          searched,
          notes);
    }
    boolean refused = m != null && m.qualifiers().contains(Qualifier.REFUSED);
    return new Finding(
        component,
        State.ABSENT,
        refused ? EnumSet.of(Qualifier.REFUSED) : Set.of(),
        null,
        refused
            ? "Not found; a document says that it is not given."
            : "Not found in what was inspected.",
        LicenceOf.NONE,
        m == null ? List.of() : List.of(m.evidence()),
        searched,
        notes);
  }

  /// A note for files that were found and not counted, one for each reason.
  static Note setAside(String reason, Collection<CodeFile> files, List<Evidence> evidence) {
    String first = files.iterator().next().file().path();
    String text =
        files.size() == 1
            ? first + " was not counted: it " + reason + "."
            : files.size() + " files such as " + first + " were not counted: each " + reason + ".";
    return new Note(Note.Kind.SET_ASIDE, text, evidence.subList(0, Math.min(3, evidence.size())));
  }

  static List<Evidence> evidence(List<Evidence> all) {
    return new ArrayList<>(all.subList(0, Math.min(MOST_EVIDENCE, all.size())));
  }

  static String files(int n) {
    return n == 1 ? "1 file" : n + " files";
  }
}
