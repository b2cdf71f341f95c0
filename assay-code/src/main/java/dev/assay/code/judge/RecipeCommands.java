package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.frameworks.Frameworks;
import dev.assay.code.frameworks.Sighting;
import dev.assay.code.outline.Language;
import dev.assay.code.outline.Outline;
import dev.assay.code.outline.ShellScanner;
import dev.assay.code.roles.Zone;
import dev.assay.code.roles.Zones;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Commands that are given a recipe of the release: the recipe is here, whatever carries it out.
/// Linear in the length of the documents.
final class RecipeCommands {
  /// A command of a document.
  ///
  /// @param line where it stands
  /// @param seen what is known of its program
  /// @param recipe the file of the release that it is given
  record Given(Started line, Outline.Launch launch, List<Sighting> seen, CodeFile recipe) {}

  private RecipeCommands() {}

  /// Those of the documents that do not stand among examples: what is started there shows how
  /// others could do it.
  static List<Given> in(Tree tree, Listed listed) {
    Map<String, CodeFile> recipes = new HashMap<>();
    for (CodeFile f : tree.code()) {
      if (isRecipe(f) && !f.in(Zone.EVALUATION)) {
        recipes.put(f.file().path(), f);
      }
    }
    List<Given> found = new ArrayList<>();
    if (recipes.isEmpty()) {
      return found;
    }
    tree.documents()
        .forEach((document, lines) -> {
          if (isExample(document)) {
            return;
          }
          for (Started line : lines) {
            for (String path : listed.in(line.text(), document.folder())) {
              CodeFile recipe = recipes.get(path);
              if (recipe != null) {
                commands(line).forEach(c -> given(c, line, recipe, found));
              }
            }
            CodeFile copied = line.fenced() ? copied(line.text(), document, recipes) : null;
            if (copied != null) {
              given(line.text(), line, copied, found);
            }
          }
        });
    return found;
  }

  /// The recipe beside a document that a command means by the path which a copy of it has in
  /// somebody else's tree: an option for the settings of training names that path.
  private static @Nullable CodeFile copied(
      String line, CodeFile document, Map<String, CodeFile> recipes) {
    String[] words = line.split("[ =]+");
    for (int i = 0; i + 1 < words.length; i++) {
      String path = words[i + 1];
      if (TrainingCommands.settingsOfTraining(words[i]) && path.indexOf('/') > 0) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String folder = document.folder();
        CodeFile recipe = recipes.get(folder.isEmpty() ? name : folder + "/" + name);
        if (recipe != null && !recipe.file().path().endsWith(path.replaceFirst("^\\./", ""))) {
          return recipe;
        }
      }
    }
    return null;
  }

  /// Whether a file only says what is to be done: a configuration, or Python that holds nothing but
  /// the settings of a run.
  static boolean isRecipe(CodeFile f) {
    return f.language() == Language.CONFIGURATION
        || f.language() == Language.PYTHON
            && f.measure().settings() >= 0
            && f.measure().definitions() == 0
            && f.shape().classes().isEmpty();
  }

  /// The place in a recipe to show: the learning rate, else the first that says anything.
  static int place(CodeFile recipe) {
    CodeFile.Measure m = recipe.measure();
    return m.settings() >= 0 ? m.settings() : m.telling();
  }

  private static void given(String command, Started line, CodeFile recipe, List<Given> to) {
    Outline outline = ShellScanner.scan(command);
    List<Sighting> seen = Frameworks.builtIn().look(outline, Language.SHELL);
    for (Outline.Launch l : outline.launches()) {
      if (l.words().contains(recipe.file().name())) {
        to.add(new Given(line, l, seen, recipe));
      }
    }
  }

  private static boolean isExample(CodeFile document) {
    return Zones.words(document.folder()).stream().anyMatch(EXAMPLES::contains);
  }

  private static final Set<String> EXAMPLES =
      Set.of("example", "examples", "tutorial", "tutorials");

  /// What stands in a line to be typed: the line itself in a block of code, else what is between
  /// backticks.
  private static List<String> commands(Started line) {
    if (line.fenced()) {
      return List.of(line.text());
    }
    List<String> commands = new ArrayList<>();
    String[] parts = line.text().split("`", -1);
    for (int i = 1; i + 1 < parts.length; i += 2) {
      commands.add(parts[i]);
    }
    return commands;
  }
}
