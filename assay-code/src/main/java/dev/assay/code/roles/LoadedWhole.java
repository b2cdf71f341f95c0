package dev.assay.code.roles;

import dev.assay.code.CodeFile;
import dev.assay.code.frameworks.Sighting;
import dev.assay.code.frameworks.Signal;
import dev.assay.code.outline.Language;

/// Models of Keras that are loaded with all that their training needs, and fitted: who makes no
/// layer, and asks for no loss and no optimizer, trains on what was kept. What is loaded on a
/// condition is a run that goes on. Linear in the length of the source, for a few calls.
final class LoadedWhole {
  private static final int MOST = 4;

  /// So far behind the name of what is fitted stands what loads it.
  private static final int ASSIGNED = 60;

  private LoadedWhole() {}

  /// Whether a source does so.
  static boolean fits(CodeFile f) {
    if (f.language() != Language.PYTHON
        || !f.has(Signal.RUN)
        || f.has(Signal.LOOP)
        || f.has(Signal.LAYER)) {
      return false;
    }
    int asked = 0;
    for (Sighting s : f.sightings()) {
      boolean fit = s.signal() == Signal.RUN && s.what().endsWith(".fit") && keras(s);
      if (fit && asked++ < MOST && loaded(f.code(), s.what().replace(".fit", ""))) {
        return true;
      }
    }
    return false;
  }

  private static boolean keras(Sighting s) {
    return s.framework().startsWith("Keras");
  }

  /// Whether a name is given what a call of `load_model` gives, whatever happens.
  private static boolean loaded(String code, String name) {
    if (name.indexOf('.') >= 0) {
      return false;
    }
    String assigned = name + " = ";
    for (int at = code.indexOf(assigned); at >= 0; at = code.indexOf(assigned, at + 1)) {
      int from = at + assigned.length();
      String behind = code.substring(from, Math.min(code.length(), from + ASSIGNED));
      int end = behind.indexOf('(');
      boolean load = end > 0 && behind.substring(0, end).endsWith("load_model");
      if (load && LoadedFirst.always(code, at)) {
        return true;
      }
    }
    return false;
  }
}
