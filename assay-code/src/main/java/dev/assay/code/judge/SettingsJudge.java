package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.frameworks.Signal;
import dev.assay.code.outline.Language;
import dev.assay.code.outline.Outline;
import dev.assay.code.roles.Loops;
import dev.assay.code.roles.Zone;
import dev.assay.code.roles.Zones;
import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.Order;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Settings of training runs, and tools beside the model.
final class SettingsJudge {
  private final Tree tree;

  SettingsJudge(Tree tree) {
    this.tree = tree;
  }

  Finding configuration(Guide guide) {
    boolean trains = tree.code().stream().anyMatch(Loops::isLoop);
    List<Stated> stated = new ArrayList<>();
    for (CodeFile f : tree.code()) {
      if (f.in(Zone.EVALUATION)
          || f.in(Zone.DOCS)
          || f.in(Zone.TOKENIZER)
          || Zones.words(f.file().name()).contains("inference")) {
        continue;
      }
      int rate = f.language() == Language.PYTHON ? ofPython(f, trains) : ofNames(f);
      if (rate >= 0) {
        stated.add(new Stated(f, rate, f.code().startsWith(" \"auto\"", valueAt(f, rate))));
      }
    }
    List<Evidence> found =
        stated.stream()
            .sorted(Order.by((Stated s) -> s.open() ? 3 : aside(s.file())))
            .map(s -> s.file().evidence(s.rate()))
            .toList();
    if (found.isEmpty()) {
      found = new SettingsOfCommands(tree, guide).found();
    }
    if (!found.isEmpty()) {
      return Findings.present(
          Component.TRAINING_CONFIGURATION,
          Set.of(),
          "Settings of training runs are here, in " + Findings.files(found.size()) + ".",
          found,
          List.of());
    }
    return Findings.elsewhere(
        tree,
        Component.TRAINING_CONFIGURATION,
        List.of(
            "configurations and launch scripts with a learning rate and a batch size or length of run"),
        List.of(),
        List.of());
  }

  /// @param rate where the learning rate stands
  /// @param open whether it is left to whoever starts the run
  private record Stated(CodeFile file, int rate, boolean open) {}

  private static int valueAt(CodeFile f, int name) {
    int colon = f.code().indexOf(':', name);
    return colon < 0 ? f.code().length() : colon + 1;
  }

  /// Where settings of a run stand in a configuration or a script, or -1.
  private static int ofNames(CodeFile f) {
    if (f.language() != Language.CONFIGURATION && f.language() != Language.SHELL) {
      return -1;
    }
    int rate = -1;
    boolean batch = false;
    for (Outline.Named n : f.shape().names()) {
      Setting setting = Setting.of(n.name());
      if (rate < 0 && setting.rate()) {
        rate = Math.max(n.offset(), f.code().indexOf(n.name(), n.offset()));
      }
      batch |= setting.amount();
    }
    return batch ? rate : -1;
  }

  /// The same of a Python source. A class holds the settings of whatever a library can do, so
  /// something must train here that they are for.
  private static int ofPython(CodeFile f, boolean trains) {
    return f.notebook() || !trains && !f.shape().classes().isEmpty() ? -1 : f.measure().settings();
  }

  /// Settings of the first training come before those of what is done with it later.
  private static int aside(CodeFile f) {
    boolean later =
        f.in(Zone.FINE_TUNING)
            || f.in(Zone.INFERENCE)
            || f.in(Zone.DEMO)
            || f.in(Zone.BENCHMARK)
            || f.in(Zone.DATA)
            // What other settings begin with.
            || f.folder().contains("_base_");
    if (f.in(Zone.PRE_TRAINING) && !f.in(Zone.DEMO)) {
      return 0;
    }
    return later ? 2 : 1;
  }

  Finding tools() {
    List<Evidence> found = new ArrayList<>();
    Set<String> kinds = new LinkedHashSet<>();
    for (CodeFile f : tree.code()) {
      if (f.language() == Language.CONFIGURATION || !Ranking.program(f)) {
        continue;
      }
      if (Conversions.is(f)) {
        kinds.add("conversion of checkpoints");
        found.add(f.evidence(f.measure().telling()));
      } else if (f.in(Zone.TOKENIZER) || f.has(Signal.TOKENIZER)) {
        kinds.add("tokenizers");
        found.add(
            f.has(Signal.TOKENIZER)
                ? f.evidence(Signal.TOKENIZER)
                : f.evidence(f.measure().telling()));
      }
    }
    if (!found.isEmpty()) {
      return Findings.present(
          Component.SUPPORTING_TOOLS,
          Set.of(),
          "Tools beside the model are here: " + String.join(", ", kinds) + ".",
          found,
          List.of());
    }
    return Findings.elsewhere(
        tree,
        Component.SUPPORTING_TOOLS,
        List.of("converters, exporters and tokenizer code"),
        List.of(),
        List.of());
  }
}
