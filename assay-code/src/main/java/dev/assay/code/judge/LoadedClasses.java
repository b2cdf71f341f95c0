package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.outline.Outline;
import dev.assay.code.roles.Zone;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The release's own classes of models that make no layers, and whether a program only ever makes
/// them out of weights: `Reader.from_pretrained(path)` and nowhere `Reader(...)`. Linear in the
/// length of what is asked about.
final class LoadedClasses {
  private static final String LOADS = ".from_pretrained(";

  /// Ends of the names of what goes beside a model.
  private static final List<String> BESIDE =
      List.of("Tokenizer", "Config", "Processor", "Extractor", "Scheduler", "Encoder");

  private final Set<String> classes = new HashSet<>();

  LoadedClasses(List<CodeFile> code) {
    for (CodeFile f : code) {
      for (Outline.ClassDef c : f.measure().networks() == 0 ? f.shape().classes() : NONE) {
        if (!c.bases().isEmpty() && BESIDE.stream().noneMatch(c.name()::endsWith)) {
          classes.add(c.name());
        }
      }
    }
    // The same name with layers elsewhere may be meant.
    for (CodeFile f : code) {
      for (Outline.ClassDef c : f.measure().networks() > 0 ? f.shape().classes() : NONE) {
        classes.remove(c.name());
      }
    }
  }

  private static final List<Outline.ClassDef> NONE = List.of();

  /// Whether one of the classes is loaded in these files, and made anew in none of them.
  boolean onlyLoads(Collection<CodeFile> files) {
    Set<String> loaded = new HashSet<>();
    for (CodeFile f : files) {
      String code = f.in(Zone.EVALUATION) ? "" : f.code();
      for (int at = code.indexOf(LOADS); at >= 0; at = code.indexOf(LOADS, at + 1)) {
        int from = at;
        while (from > 0 && Character.isJavaIdentifierPart(code.charAt(from - 1))) {
          from--;
        }
        String name = code.substring(from, at);
        if (classes.contains(name)) {
          loaded.add(name);
        }
      }
    }
    files.forEach(f -> loaded.removeAll(made(f.code(), loaded)));
    return !loaded.isEmpty();
  }

  /// Those of the names that are called in the code, and not defined there: `Reader(...)`.
  private static Set<String> made(String code, Set<String> names) {
    Set<String> made = new HashSet<>();
    for (int open = code.indexOf('('); open >= 0; open = code.indexOf('(', open + 1)) {
      int from = open;
      while (from > 0 && Character.isJavaIdentifierPart(code.charAt(from - 1))) {
        from--;
      }
      String name = code.substring(from, open);
      if (names.contains(name) && !code.startsWith("class ", from - 6)) {
        made.add(name);
      }
    }
    return made;
  }
}
