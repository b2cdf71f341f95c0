package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.roles.Loops;
import dev.assay.code.roles.Zone;
import dev.assay.code.roles.Zones;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Folders that are named for preparing and prepare what the model is run on: several networks
/// stand in them, a program that runs the model brings them in, and none that trains does. What
/// lies there made those networks' data, and not the release's. Linear in the files and their
/// imports.
final class InputFolders {
  private static final Set<String> PREPARING =
      Set.of("preprocess", "preprocessing", "preprocessor", "preprocessors", "preproc");

  private final Tree tree;

  /// Those folders, once they were asked for.
  private @Nullable Set<String> folders;

  InputFolders(Tree tree) {
    this.tree = tree;
  }

  /// Whether a file lies in such a folder, and no document outside of it names the file.
  boolean hold(CodeFile f) {
    String folder = preparing(f);
    if (folder.isEmpty()) {
      return false;
    }
    if (folders == null) {
      folders = find();
    }
    return folders.contains(folder) && !isNamed(f, folder + "/");
  }

  private boolean isNamed(CodeFile f, String folder) {
    return tree.documents().entrySet().stream()
        .filter(e -> !e.getKey().file().path().startsWith(folder))
        .flatMap(e -> e.getValue().stream())
        .anyMatch(line -> line.text().contains(f.file().name()));
  }

  private Set<String> find() {
    Set<String> found = new HashSet<>();
    Set<String> once = new HashSet<>();
    for (CodeFile f : tree.code()) {
      // A network alone may choose among the records; several are other people's models.
      String folder = f.measure().networks() > 0 ? preparing(f) : "";
      if (!once.add(folder)) {
        found.add(folder);
      }
    }
    found.remove("");
    if (found.isEmpty()) {
      return found;
    }
    Set<String> run = new HashSet<>();
    for (CodeFile g : tree.code()) {
      boolean trains = Loops.isLoop(g) || Loops.trainName(g) || g.in(Zone.TRAINING);
      boolean runs = g.in(Zone.INFERENCE) || g.in(Zone.DEMO);
      String own = trains || runs ? preparing(g) : "";
      for (CodeFile module : trains || runs ? tree.modules().of(g) : Set.<CodeFile>of()) {
        String folder = preparing(module);
        if (!folder.equals(own)) {
          if (trains) {
            found.remove(folder);
          } else {
            run.add(folder);
          }
        }
      }
    }
    found.retainAll(run);
    return found;
  }

  /// The outermost folder on the way to a file that is named for preparing, or nothing.
  private static String preparing(CodeFile f) {
    String path = f.file().path();
    for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
      List<String> words = Zones.words(path.substring(path.lastIndexOf('/', slash - 1) + 1, slash));
      if (words.stream().anyMatch(PREPARING::contains)) {
        return path.substring(0, slash);
      }
    }
    return "";
  }
}
