package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.frameworks.Sighting;
import dev.assay.code.frameworks.Signal;
import dev.assay.code.outline.Language;
import dev.assay.code.roles.TellingPlace;
import dev.assay.model.Evidence;
import dev.assay.model.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;

/// Files by how strongly each shows a part; a part is present when a file reaches its judge's bar.
final class Ranking {
  private Ranking() {}

  /// A file that reached the bar.
  record Scored(CodeFile file, int score, Evidence evidence) {}

  /// The files with a score above 0, the strongest first, each with the place of the first of
  /// `places` that it shows, else with its most telling line.
  static List<Scored> of(List<CodeFile> files, ToIntFunction<CodeFile> measure, Signal... places) {
    List<Scored> found = new ArrayList<>();
    for (CodeFile f : files) {
      int score = measure.applyAsInt(f);
      if (score > 0) {
        Evidence evidence = f.evidence(f.measure().telling());
        for (Signal s : places) {
          if (f.has(s)) {
            evidence = f.evidence(place(f, s));
            break;
          }
        }
        found.add(new Scored(f, score, evidence));
      }
    }
    found.sort(Order.by((Scored s) -> -s.score()));
    return found;
  }

  /// Calls that show by themselves that a model is run.
  private static final Set<String> RUNS =
      Set.of(
          "generate",
          "predict",
          "transcribe",
          "infer",
          "inference",
          "translate",
          "synthesize",
          "classify",
          "sample",
          "chat");

  /// The place of a signal that shows most: where a model is called, else the first line that shows
  /// anything, else the first.
  private static int place(CodeFile f, Signal signal) {
    int telling = -1;
    int taken = -1;
    int first = -1;
    for (Sighting s : f.sightings()) {
      if (s.signal() != signal) {
        continue;
      }
      first = first < 0 ? s.offset() : first;
      String line = line(f.code(), s.offset());
      // That a measure is brought in shows less than where it is taken.
      if (signal == Signal.EVALUATE && brings(line)) {
        continue;
      }
      taken = taken < 0 ? s.offset() : taken;
      if (TellingPlace.showsNothing(line)) {
        continue;
      }
      telling = telling < 0 ? s.offset() : telling;
      String name = s.what().substring(s.what().lastIndexOf('.') + 1);
      if (signal == Signal.GENERATE
          && RUNS.contains(name)
          && !line.strip().startsWith("def ")
          && !line.strip().startsWith("func ")) {
        return s.offset();
      }
    }
    return telling >= 0 ? telling : taken >= 0 ? taken : first;
  }

  private static boolean brings(String line) {
    String start = line.strip();
    return start.startsWith("import ") || start.startsWith("from ");
  }

  private static String line(String code, int offset) {
    int from = code.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
    int to = code.indexOf('\n', offset);
    return code.substring(Math.min(from, offset), to < 0 ? code.length() : to);
  }

  static List<Evidence> evidence(List<Scored> found) {
    return found.stream().map(Scored::evidence).toList();
  }

  /// Whether a file is a program's source that does something.
  static boolean program(CodeFile f) {
    return (f.language() == Language.PYTHON || f.language().braced()) && f.measure().calls() > 0;
  }

  /// Whether a file runs from its top: nothing in it waits to be called.
  static boolean whole(CodeFile f) {
    return f.measure().definitions() == 0 && f.shape().classes().isEmpty() && !f.notebook();
  }
}
