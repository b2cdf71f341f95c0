package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.outline.Language;
import dev.assay.code.outline.Outline;
import dev.assay.code.roles.Purpose;
import dev.assay.code.roles.Zone;
import dev.assay.code.roles.Zones;
import dev.assay.io.FileEntry;
import dev.assay.model.Evidence;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which copies of other people's trees are the release's own trainer. A copied framework trains
/// this model if the release's own documents or scripts start it where they speak of training: they
/// name a program or a recipe inside it, or a command of a package inside it. A copy that nobody
/// starts is somebody else's code beside the model.
final class Copies {
  /// @param evidence where it is started
  /// @param tunes whether given weights are trained on there
  /// @param recipe whether what is trained there is told at all: by a recipe, or by settings
  private record Start(Evidence evidence, boolean tunes, boolean recipe) {

    /// Two starts of one copy: fresh weights are said by those alone that say what they train.
    Start and(Start other) {
      boolean tunesOnly = (tunes || !recipe) && (other.tunes || !other.recipe);
      return new Start(
          tunes || !other.tunes ? evidence : other.evidence,
          tunesOnly && (tunes || other.tunes),
          recipe || other.recipe);
    }
  }

  private static final List<String> RECIPES = List.of(".py", ".sh", ".yaml", ".yml", ".gin");

  private final Tree tree;
  private final Listed listed;
  private final Map<String, CodeFile> byPath = new HashMap<>();
  private final Map<String, String> packages = new HashMap<>();
  private final Map<String, Start> started = new LinkedHashMap<>();

  Copies(Tree tree, Listed listed) {
    this.tree = tree;
    this.listed = listed;
    if (tree.vendored().isEmpty()) {
      return;
    }
    tree.all().stream()
        .filter(f -> Tree.inside(f.file().path(), tree.vendored()))
        .forEach(f -> byPath.put(f.file().path(), f));
    tree.listing().forEach(this::packageOf);
    tree.documents().forEach(this::document);
    for (CodeFile f : tree.code()) {
      if (f.language() == Language.SHELL && !f.in(Zone.EVALUATION)) {
        script(f);
      }
    }
  }

  /// Whether a file stands in a copy that the release starts.
  boolean holds(String path) {
    return started.keySet().stream().anyMatch(f -> path.startsWith(f + "/"));
  }

  /// The purpose of a loop: in a copied tree, that for which the release starts the tree.
  ///
  /// @param own what the file itself says
  Purpose purpose(CodeFile f, Purpose own) {
    String path = f.file().path();
    if (!Tree.inside(path, tree.vendored())) {
      return own;
    }
    if (!holds(path)) {
      return Purpose.VENDORED;
    }
    return own == Purpose.SCRATCH && tunes(path) ? Purpose.TUNING : own;
  }

  /// Whether a file stands in a copy that is only started to train on from given weights.
  private boolean tunes(String path) {
    return started.entrySet().stream()
        .anyMatch(e -> path.startsWith(e.getKey() + "/") && e.getValue().tunes());
  }

  /// Where the copy is started that one of these files stands in.
  Optional<Evidence> start(List<CodeFile> files) {
    return started.entrySet().stream()
        .filter(e -> files.stream().anyMatch(f -> f.file().path().startsWith(e.getKey() + "/")))
        .map(e -> e.getValue().evidence())
        .findFirst();
  }

  /// A package stands at the top of a copied tree, or in its `src`.
  private void packageOf(FileEntry e) {
    if (!e.name().equals("__init__.py")) {
      return;
    }
    String folder = e.folder();
    int slash = folder.lastIndexOf('/');
    String parent = slash < 0 ? "" : folder.substring(0, slash);
    String root = parent.endsWith("/src") ? parent.substring(0, parent.length() - 4) : parent;
    if (tree.vendored().contains(root)) {
      packages.put(folder.substring(slash + 1), root);
    } else if (tree.vendored().contains(folder)) {
      packages.put(folder.substring(slash + 1), folder);
    }
  }

  private void document(CodeFile document, List<Started> lines) {
    for (Started line : lines) {
      boolean trains =
          line.headings().stream().anyMatch(h -> TrainingWords.trains(h) || TrainingWords.tunes(h));
      if (trains) {
        int row = document.file().lineAt(line.at());
        take(line.text(), document.folder(), document.file().evidence(row, row));
      }
    }
  }

  private void script(CodeFile script) {
    for (Outline.Launch l : script.shape().launches()) {
      take(l.words(), script.folder(), script.evidence(l.offset()));
    }
  }

  private void take(String command, String folder, Evidence evidence) {
    String copy = trainerOf(command);
    Set<String> options = TrainingCommands.options(command);
    boolean tunes = TrainingWords.tunes(command) || TrainingCommands.givesWeights(options);
    boolean recipe = options.stream().anyMatch(TrainingCommands::setting);
    for (String path : listed.in(command, folder)) {
      if (recipe(path) && Tree.inside(path, tree.vendored())) {
        CodeFile f = byPath.get(path);
        recipe = true;
        tunes |= Zones.of(path).contains(Zone.FINE_TUNING) || f != null && Recipes.givesWeights(f);
        for (String v : tree.vendored()) {
          copy = path.startsWith(v + "/") ? v : copy;
        }
      }
    }
    if (copy != null) {
      started.merge(copy, new Start(evidence, tunes, recipe), Start::and);
    }
  }

  /// The copy whose package is told to train: `name-train data`, `name-cli train recipe`, `-m
  /// name.train`.
  private @Nullable String trainerOf(String command) {
    String[] words = command.split("[\\s`]+");
    for (int i = 0; i < words.length; i++) {
      int end = 0;
      while (end < words[i].length() && Character.isJavaIdentifierPart(words[i].charAt(end))) {
        end++;
      }
      String copy = packages.get(words[i].substring(0, end));
      boolean here = end < words[i].length() && "-.".indexOf(words[i].charAt(end)) >= 0;
      if (copy != null
          && here
          && (i + 1 < words.length && words[i + 1].equals("train")
              || Zones.of(words[i].substring(end)).contains(Zone.TRAINING))) {
        return copy;
      }
    }
    return null;
  }

  /// Code and settings of a run that trains; what installs, measures or runs is neither.
  private static boolean recipe(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    Set<Zone> zones = Zones.of(path);
    boolean other =
        zones.contains(Zone.INFERENCE)
            || zones.contains(Zone.EVALUATION)
            || zones.contains(Zone.DATA)
            || zones.contains(Zone.DEMO);
    return (!other || zones.contains(Zone.TRAINING))
        && RECIPES.stream().anyMatch(name::endsWith)
        && !name.equals("setup.py")
        && !name.startsWith("env");
  }
}
