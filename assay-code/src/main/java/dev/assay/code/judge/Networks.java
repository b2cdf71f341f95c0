package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.outline.Outline;
import dev.assay.model.Evidence;
import dev.assay.model.Note;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The classes of the release that define networks, and who uses them.
final class Networks {
  private final Map<String, List<Place>> classes = new HashMap<>();
  private final Set<String> modules = new HashSet<>();

  private record Place(CodeFile file, int offset) {}

  Networks(Tree tree) {
    for (CodeFile f : tree.code()) {
      if (f.measure().networks() > 0) {
        String name = f.file().name();
        int dot = name.lastIndexOf('.');
        modules.add(dot < 0 ? name : name.substring(0, dot));
        for (Outline.ClassDef c : f.shape().classes()) {
          classes.computeIfAbsent(c.name(), n -> new ArrayList<>()).add(new Place(f, c.offset()));
        }
      }
    }
  }

  /// Whether a file imports a module that defines a network here.
  boolean uses(CodeFile f) {
    for (Outline.Import i : f.shape().imports()) {
      for (String part : i.name().split("\\.")) {
        if (modules.contains(part)) {
          return true;
        }
      }
    }
    return false;
  }

  /// Where a class of this name is defined.
  Optional<Evidence> defines(String name) {
    return classes.getOrDefault(name, List.of()).stream()
        .findFirst()
        .map(p -> p.file().evidence(p.offset()));
  }

  /// That one of these files imports, by its name, a network that another file here defines.
  Optional<Note> agreement(List<CodeFile> files) {
    for (CodeFile f : files) {
      for (Outline.Import i : f.shape().imports()) {
        String name = i.name().substring(i.name().lastIndexOf('.') + 1);
        Place place = nearest(name, f);
        if (place != null && place.file() != f && fromThere(i.name(), place.file())) {
          Evidence use = f.evidence(i.offset());
          Evidence definition = place.file().evidence(place.offset());
          return Optional.of(
              new Note(
                  Note.Kind.AGREES,
                  use.place() + " imports " + name + ", which " + definition.place() + " defines.",
                  List.of(use, definition)));
        }
      }
    }
    return Optional.empty();
  }

  /// Where a class of this name is defined: in the same folder before elsewhere.
  private @Nullable Place nearest(String name, CodeFile from) {
    List<Place> places = classes.getOrDefault(name, List.of());
    return places.stream()
        .filter(p -> p.file().folder().equals(from.folder()))
        .findFirst()
        .orElse(places.isEmpty() ? null : places.getFirst());
  }

  /// Whether an imported name can come from a file: a module of that file's name or folder is part
  /// of it.
  private static boolean fromThere(String imported, CodeFile file) {
    Set<String> parts = new HashSet<>(List.of(imported.split("\\.")));
    String path = file.file().path();
    int dot = path.lastIndexOf('.');
    for (String part : path.substring(0, dot < 0 ? path.length() : dot).split("/")) {
      if (parts.contains(part)) {
        return true;
      }
    }
    return imported.startsWith(".");
  }
}
