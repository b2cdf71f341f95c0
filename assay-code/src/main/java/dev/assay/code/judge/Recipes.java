package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.outline.Language;
import dev.assay.code.outline.Outline;
import dev.assay.code.roles.GivenOptions;
import dev.assay.code.roles.Words;
import dev.assay.code.roles.Zones;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a configuration says of the weights that a run begins with: whoever starts a program with
/// it starts it with them.
final class Recipes {
  /// Settings that name weights to begin with: those of frameworks, and what is an option
  /// elsewhere.
  private static final Set<String> KEYS =
      Stream.concat(
              Stream.of(
                  "ckpt_path",
                  "init_ckpt_path",
                  "init_from_ckpt",
                  "finetune_from",
                  "pretrain_network_g"),
              GivenOptions.NAMES.stream())
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> NOTHING = Set.of("", "null", "none", "~", "false", "true");

  private Recipes() {}

  /// Whether a configuration names weights of the whole model to begin with. What stands below the
  /// name of a part (`first_stage_config:`) is the part's.
  static boolean givesWeights(CodeFile recipe) {
    if (recipe.language() != Language.CONFIGURATION) {
      return false;
    }
    for (Outline.Named n : recipe.shape().names()) {
      if (names(n) && ofTheWhole(recipe.code(), n.offset())) {
        return true;
      }
    }
    return false;
  }

  private static boolean names(Outline.Named n) {
    return KEYS.contains(n.name().substring(n.name().lastIndexOf('.') + 1))
        && !NOTHING.contains(n.value().toLowerCase(Locale.ROOT))
        && !isWrittenTo(n.value());
  }

  /// Folders that a run writes into: a path to one says where its weights will be.
  private static final Set<String> WRITTEN =
      Set.of("output", "outputs", "out", "log", "logs", "result", "results", "exp", "exps", "runs");

  /// Whether a value is a folder among the results of a run, and no file of weights.
  private static boolean isWrittenTo(String value) {
    return !TrainingCommands.namesWeights(value)
        && Zones.words(value).stream().anyMatch(WRITTEN::contains);
  }

  /// Whether no line that a key stands below, by its indentation, is named for a part.
  private static boolean ofTheWhole(String text, int key) {
    int indent = key - (text.lastIndexOf('\n', Math.max(0, key - 1)) + 1);
    int end = key - indent - 1;
    while (indent > 0 && end > 0) {
      int line = text.lastIndexOf('\n', end - 1) + 1;
      int at = line;
      while (at < end && text.charAt(at) == ' ') {
        at++;
      }
      if (at < end && at - line < indent && text.charAt(at) != '#') {
        List<String> words = Zones.words(text.substring(at, end));
        if (words.stream().anyMatch(Words.PARTS::contains)) {
          return false;
        }
        indent = at - line;
      }
      end = line - 1;
    }
    return true;
  }
}
