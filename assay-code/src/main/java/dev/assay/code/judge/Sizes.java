package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.outline.Language;
import dev.assay.code.outline.Outline;
import dev.assay.code.roles.Zone;
import dev.assay.model.Evidence;
import dev.assay.model.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Whether the settings of a training run make the network that the model's own configuration
/// states: the same width, depth, heads and vocabulary. Three sizes that agree and none that
/// disagrees are taken as agreement; a release of several sizes agrees if one of them does.
final class Sizes {
  private static final int ENOUGH = 3;

  /// What a size is called, and what it means.
  static final Map<String, String> MEANING =
      Map.ofEntries(
          Map.entry("hidden_size", "width"),
          Map.entry("d_model", "width"),
          Map.entry("n_embd", "width"),
          Map.entry("n_embed", "width"),
          Map.entry("dim", "width"),
          Map.entry("model_dim", "width"),
          Map.entry("num_hidden_layers", "layers"),
          Map.entry("num_layers", "layers"),
          Map.entry("n_layer", "layers"),
          Map.entry("n_layers", "layers"),
          Map.entry("num_attention_heads", "heads"),
          Map.entry("num_heads", "heads"),
          Map.entry("n_head", "heads"),
          Map.entry("n_heads", "heads"),
          Map.entry("num_key_value_heads", "key heads"),
          Map.entry("n_kv_heads", "key heads"),
          Map.entry("num_query_groups", "key heads"),
          Map.entry("intermediate_size", "inner width"),
          Map.entry("ffn_hidden_size", "inner width"),
          Map.entry("d_ff", "inner width"),
          Map.entry("vocab_size", "vocabulary"),
          Map.entry("vocabulary_size", "vocabulary"));

  private record Set(CodeFile file, int offset, Map<String, String> sizes) {
    Evidence evidence() {
      return file.evidence(offset);
    }
  }

  private Sizes() {}

  /// What the settings of training and the model's configuration say of each other; empty where
  /// they share too little.
  static Optional<Note> agreement(Tree tree) {
    List<Set> models = new ArrayList<>();
    List<Set> runs = new ArrayList<>();
    for (CodeFile f : tree.code()) {
      boolean settings = f.language() == Language.CONFIGURATION || f.language() == Language.SHELL;
      if (settings && !f.in(Zone.EVALUATION)) {
        add(f, models, runs);
      }
    }
    Note differ = null;
    for (Set run : runs) {
      for (Set model : models) {
        List<String> same = new ArrayList<>();
        List<String> other = new ArrayList<>();
        run.sizes()
            .forEach((meaning, value) -> {
              String stated = model.sizes().get(meaning);
              if (stated != null) {
                (stated.equals(value) ? same : other).add(meaning + " " + value);
              }
            });
        if (other.isEmpty() && same.size() >= ENOUGH) {
          return Optional.of(note(Note.Kind.AGREES, run, model, " train the network that ", same));
        }
        if (same.isEmpty() && other.size() >= ENOUGH && differ == null) {
          differ = note(Note.Kind.REMARK, run, model, " train another network than ", other);
        }
      }
    }
    return Optional.ofNullable(differ);
  }

  private static Note note(Note.Kind kind, Set run, Set model, String words, List<String> sizes) {
    return new Note(
        kind,
        "The settings in "
            + run.evidence().path()
            + words
            + model.evidence().path()
            + " states: "
            + String.join(", ", sizes)
            + ".",
        List.of(run.evidence(), model.evidence()));
  }

  private static void add(CodeFile f, List<Set> models, List<Set> runs) {
    Map<String, String> sizes = new TreeMap<>();
    int offset = -1;
    boolean model = false;
    boolean run = false;
    for (Outline.Named n : f.shape().names()) {
      Setting setting = Setting.of(n.name());
      String meaning = setting.size();
      if (meaning != null && number(n.value())) {
        sizes.putIfAbsent(meaning, n.value());
        offset = offset < 0 ? n.offset() : offset;
      }
      model |= setting.model();
      run |= setting.run();
    }
    if (sizes.size() >= ENOUGH) {
      if (model && !run) {
        models.add(new Set(f, offset, sizes));
      } else if (run) {
        runs.add(new Set(f, offset, sizes));
      }
    }
  }

  private static boolean number(String value) {
    return !value.isEmpty()
        && value.length() <= 12
        && value.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
