package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.outline.Language;
import dev.assay.code.outline.Outline;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Which Python files of the release a file imports. What a program does may stand in the modules
/// that it brings in: the weights are loaded in one, the loop runs in another.
final class Modules {
  private static final String PACKAGE = "__init__";

  /// How many packages inside packages are looked into.
  private static final int DEPTH = 3;

  private final Map<String, CodeFile> byPath = new HashMap<>();

  /// By the last two parts of the path, else by the name alone, where only one file has it.
  private final Map<String, CodeFile> bySuffix = new HashMap<>();

  private final Set<String> doubled = new LinkedHashSet<>();

  /// What was found out of files so far.
  private final Map<CodeFile, Set<CodeFile>> brought = new ConcurrentHashMap<>();

  Modules(List<CodeFile> code) {
    for (CodeFile f : code) {
      if (f.language() != Language.PYTHON || f.excerpt() != null) {
        continue;
      }
      String path = stem(f.file().path());
      byPath.put(path, f);
      String shorter = path;
      for (int slash = path.indexOf('/'); slash >= 0; slash = shorter.indexOf('/')) {
        shorter = shorter.substring(slash + 1);
        if (bySuffix.putIfAbsent(shorter, f) != null) {
          doubled.add(shorter);
        }
      }
    }
  }

  private static String stem(String path) {
    int dot = path.lastIndexOf('.');
    String stem = dot < 0 ? path : path.substring(0, dot);
    return stem.endsWith("/" + PACKAGE)
        ? stem.substring(0, stem.length() - PACKAGE.length() - 1)
        : stem;
  }

  /// The files that a file imports, itself not among them. A package stands for the modules that
  /// its own `__init__` brings in.
  Set<CodeFile> of(CodeFile f) {
    Set<CodeFile> known = brought.get(f);
    if (known == null) {
      Set<CodeFile> found = new LinkedHashSet<>();
      bring(f, found, DEPTH);
      found.remove(f);
      known = Collections.unmodifiableSet(found);
      brought.put(f, known);
    }
    return known;
  }

  /// A file and the files that it imports.
  Set<CodeFile> with(CodeFile f) {
    Set<CodeFile> all = new LinkedHashSet<>(of(f));
    all.add(f);
    return all;
  }

  private void bring(CodeFile f, Set<CodeFile> found, int depth) {
    for (Outline.Import i : f.shape().imports()) {
      CodeFile module = resolve(i.name(), f.file().path());
      if (module != null
          && found.add(module)
          && depth > 0
          && module.file().name().equals(PACKAGE + ".py")) {
        bring(module, found, depth - 1);
      }
    }
  }

  /// The file that an imported name comes from, or null when it is of somebody else's package.
  @Nullable CodeFile resolve(String name, String from) {
    int dots = 0;
    while (dots < name.length() && name.charAt(dots) == '.') {
      dots++;
    }
    String path = name.substring(dots).replace('.', '/');
    String folder = parent(from);
    for (int up = 1; up < dots; up++) {
      folder = parent(folder);
    }
    // The last part may be a name inside the module.
    for (int drop = 0; drop < 2 && !path.isEmpty(); drop++) {
      CodeFile beside = byPath.get(folder.isEmpty() ? path : folder + "/" + path);
      if (beside != null) {
        return beside;
      }
      if (dots == 0) {
        CodeFile top = byPath.get(path);
        if (top != null) {
          return top;
        }
        // A name alone is too little: `utils` is also what others call theirs.
        if (path.indexOf('/') > 0 && !doubled.contains(path) && bySuffix.containsKey(path)) {
          return bySuffix.get(path);
        }
      }
      path = parent(path);
    }
    return dots > 0 ? byPath.get(folder) : null;
  }

  private static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }
}
