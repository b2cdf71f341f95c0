package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.outline.Language;
import dev.assay.code.outline.Outline;
import dev.assay.code.roles.Loops;
import dev.assay.code.roles.Zone;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Whether a module of measures is only a part of training: nothing starts in it, and whatever
/// brings it in trains. What is measured of a test set by that name is measured, whoever asks.
final class WithinTraining {
  /// How far from a module a program is looked for that brings it in.
  private static final int FAR = 4;

  private static final String PACKAGE = "__init__.py";

  private final Map<CodeFile, Set<CodeFile>> users = new HashMap<>();

  WithinTraining(Tree tree) {
    for (CodeFile user : tree.code()) {
      if (user.language() == Language.PYTHON) {
        for (Outline.Import i : user.shape().imports()) {
          bring(tree.modules(), user, user, i, FAR);
        }
      }
    }
  }

  /// Notes who brings in a module. What is brought in from a package is of that package's module
  /// that the package itself has it from.
  private void bring(Modules modules, CodeFile user, CodeFile from, Outline.Import i, int far) {
    CodeFile module = modules.resolve(i.name(), from.file().path());
    if (module == null || module.equals(user)) {
      return;
    }
    users.computeIfAbsent(module, m -> new HashSet<>()).add(user);
    String last = i.name().substring(i.name().lastIndexOf('.') + 1);
    if (far > 0 && PACKAGE.equals(module.file().name())) {
      for (Outline.Import inside : module.shape().imports()) {
        if (inside.as().equals(last) || inside.as().equals("*") || inside.name().endsWith(".*")) {
          bring(modules, user, module, inside, far - 1);
        }
      }
    }
  }

  /// Whether a file is such a module. One that no training brings in is no part of it.
  boolean is(CodeFile f) {
    Set<CodeFile> seen = new HashSet<>();
    return !starts(f)
        && !Reported.onTest(f)
        && users.containsKey(f)
        && !TestResults.told(f)
        && onlyTrained(f, FAR, seen)
        && seen.stream().anyMatch(WithinTraining::trains);
  }

  private boolean onlyTrained(CodeFile f, int far, Set<CodeFile> seen) {
    for (CodeFile user : users.getOrDefault(f, Set.of())) {
      // A package only hands on what somebody takes from it.
      if (!seen.add(user) || trains(user) || PACKAGE.equals(user.file().name())) {
        continue;
      }
      // What brings a module in and is brought in itself hands the module on.
      boolean part = far > 0 && !starts(user) && users.containsKey(user);
      if (!part || !onlyTrained(user, far - 1, seen)) {
        return false;
      }
    }
    return true;
  }

  private static boolean starts(CodeFile f) {
    return f.language() != Language.PYTHON
        || f.measure().entry()
        || f.measure().actsAtTop()
        || f.notebook()
        || Ranking.whole(f) && f.measure().calls() > 0 && !PACKAGE.equals(f.file().name());
  }

  private static boolean trains(CodeFile f) {
    boolean loop = Loops.isLoop(f) || Loops.trainName(f) || f.in(Zone.TRAINING) && starts(f);
    // What loads the weights and runs them without learning may do so to measure them.
    return loop && !f.measure().evaluates() && !(f.measure().applies() && starts(f));
  }
}
