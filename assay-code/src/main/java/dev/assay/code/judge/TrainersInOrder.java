package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.frameworks.Signal;
import dev.assay.code.outline.Language;
import dev.assay.code.roles.Loops;
import dev.assay.code.roles.Zone;
import dev.assay.code.roles.Zones;
import dev.assay.model.Order;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What trains, in the order in which a reader wants to see it: what the release's own documents
/// and scripts start comes before what trains something on the side.
final class TrainersInOrder {
  private static final int LED = 8;
  private static final int STARTED = 5;

  private final Tree tree;
  private final Set<CodeFile> led = new HashSet<>();
  private final Set<CodeFile> started = new HashSet<>();

  TrainersInOrder(Tree tree, Starts starts) {
    this.tree = tree;
    for (CodeFile f : tree.code()) {
      if (starts.trains(f)) {
        led.addAll(tree.modules().with(f));
      } else if (f.language() != Language.SHELL && starts.starts(f)) {
        started.addAll(tree.modules().with(f));
      }
    }
  }

  /// The most telling first: started by those who say so, a gradient in code, an entry point, a
  /// name that says it.
  List<CodeFile> of(Collection<CodeFile> files) {
    return files.stream().sorted(Order.by(this::place)).toList();
  }

  private int place(CodeFile f) {
    int place = led.contains(f) ? -LED : started.contains(f) ? -STARTED : 0;
    // What is first done from nothing, whatever tasks come after it.
    place -= f.in(Zone.PRE_TRAINING) ? LED + 1 : 0;
    place -= f.has(Signal.GRADIENT) ? 4 : 0;
    place -= f.measure().entry() ? 3 : 0;
    place -= Loops.trainName(f) ? 2 : 0;
    // `train.py` trains the model; `train_boards.py` what it is named for.
    place -= Loops.trainName(f) && Zones.words(f.file().name()).size() == 2 ? 1 : 0;
    place += f.notebook() ? 3 : 0;
    place += f.in(Zone.SUPPORT) ? 6 : 0;
    place += f.in(Zone.EVALUATION) || f.in(Zone.MEASURES) ? 4 : 0;
    return place;
  }

  /// The programs that start these loops: those that hold one or bring one in, where there are any.
  List<CodeFile> starters(List<CodeFile> entries, List<CodeFile> loops) {
    List<CodeFile> programs = of(entries.stream().filter(f -> f.shape().entry() >= 0).toList());
    List<CodeFile> joined = programs.stream().filter(f -> brings(f, loops)).toList();
    return joined.isEmpty() ? programs : joined;
  }

  private boolean brings(CodeFile program, List<CodeFile> loops) {
    return program.language() != Language.PYTHON
        || loops.contains(program)
        || tree.modules().of(program).stream()
            .anyMatch(
                m -> loops.contains(m) || tree.modules().of(m).stream().anyMatch(loops::contains));
  }
}
