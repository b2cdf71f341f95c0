package dev.assay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.FileEntry;
import dev.assay.io.TextFile;
import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.LicenceOf;
import dev.assay.model.Note;
import dev.assay.model.SourceInfo;
import dev.assay.model.State;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SamenessTest {
  private static FileEntry entry(String source, String path, String hash) {
    return new FileEntry(source, path, 1, FileEntry.Kind.LISTED, null, hash);
  }

  private static SourceInfo source(String id) {
    return new SourceInfo(id, "folder", id, null, null, 1, 1, List.of());
  }

  private static Map<Component, Finding> judged(
      Map<String, TextFile> configurations, List<FileEntry> listing) {
    var found = new EnumMap<Component, Finding>(Component.class);
    for (Component c : List.of(Component.ARCHITECTURE, Component.WEIGHTS)) {
      found.put(
          c,
          new Finding(
              c,
              State.ABSENT,
              Set.of(),
              null,
              "",
              LicenceOf.NONE,
              List.of(),
              List.of(),
              List.of()));
    }
    Sameness.note(
        found,
        new Facts(
            List.of(source("a"), source("b")),
            listing,
            Set.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            configurations,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of()));
    return found;
  }

  private static List<Note> notes(Map<Component, Finding> found, Component c) {
    return Objects.requireNonNull(found.get(c)).notes();
  }

  @Test
  void a_file_of_two_makes_is_shown_with_both_places() {
    var found =
        judged(
            Map.of(
                "a\nconfig.json", TextFile.of("a", "config.json", "{\"layers\":4}"),
                "b\nconfig.json", TextFile.of("b", "config.json", "{\"layers\":6}")),
            List.of(entry("a", "m.bin", "0".repeat(64)), entry("b", "m.bin", "1".repeat(64))));
    for (Component c : List.of(Component.ARCHITECTURE, Component.WEIGHTS)) {
      Note note = notes(found, c).getFirst();
      assertThat(note.kind()).isEqualTo(Note.Kind.DISAGREES);
      assertThat(note.evidence()).extracting(Evidence::source).containsExactly("a", "b");
    }
  }

  @Test
  void the_same_file_twice_is_no_disagreement() {
    var found =
        judged(
            Map.of(
                "a\nconfig.json", TextFile.of("a", "config.json", "{}"),
                "b\nconfig.json", TextFile.of("b", "config.json", "{}")),
            List.of(
                entry("a", "m.bin", "0".repeat(64)),
                entry("b", "m.bin", "0".repeat(64)),
                entry("b", "n.bin", "1".repeat(64))));
    assertThat(notes(found, Component.ARCHITECTURE)).isEmpty();
    assertThat(notes(found, Component.WEIGHTS)).isEmpty();
  }
}
