package dev.assay.rebuild;

import dev.assay.rebuild.compare.ArtefactDiff;
import dev.assay.rebuild.compare.Comparer;
import dev.assay.rebuild.compare.Nearness;
import dev.assay.rebuild.recipe.Recipe;
import dev.assay.rebuild.sandbox.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/// One run of a recipe's command, and what it left.
///
/// @param out its output folder
/// @param log its log
/// @param ended how it ended
/// @param values the parameters it was given
record Build(Path out, Path log, Ended ended, Map<String, String> values) {

  /// Why it cannot be compared; empty when it can.
  String problem(Recipe recipe) {
    if (!ended.good()) {
      return ended.message();
    }
    for (Recipe.Output o : recipe.outputs()) {
      Path p = out.resolve(o.path());
      if (!Files.exists(p, LinkOption.NOFOLLOW_LINKS)) {
        return "the output " + o.path() + " did not appear";
      }
      // A link could point to the published file itself, or out of the sandbox.
      if (Files.isSymbolicLink(p) || !(Files.isRegularFile(p) || Files.isDirectory(p))) {
        return "the output " + o.path() + " is a link or a special file";
      }
      if (Files.isRegularFile(p) && p.toFile().length() == 0) {
        return "the output " + o.path() + " is empty";
      }
    }
    return "";
  }

  /// Compares every output with its subject.
  List<ArtefactDiff> compare(Recipe recipe, Map<String, Path> subjects) throws IOException {
    List<ArtefactDiff> diffs = new ArrayList<>();
    for (Recipe.Output o : recipe.outputs()) {
      Path subject = java.util.Objects.requireNonNull(subjects.get(o.compareTo()));
      compare(o, subject, out.resolve(o.path()), diffs);
    }
    return diffs;
  }

  /// Compares every output with that of another build.
  List<ArtefactDiff> compare(Recipe recipe, Build other) throws IOException {
    List<ArtefactDiff> diffs = new ArrayList<>();
    for (Recipe.Output o : recipe.outputs()) {
      compare(o, other.out().resolve(o.path()), out.resolve(o.path()), diffs);
    }
    return diffs;
  }

  private static void compare(
      Recipe.Output o, Path published, Path rebuilt, List<ArtefactDiff> diffs) throws IOException {
    if (!Files.isDirectory(published) && !Files.isDirectory(rebuilt)) {
      diffs.add(Comparer.compare(o.path(), published, rebuilt, o.clock()));
      return;
    }
    TreeSet<String> names = new TreeSet<>(files(published));
    names.addAll(files(rebuilt));
    for (String name : names) {
      if (!name.endsWith(o.only())) {
        continue;
      }
      Path a = published.resolve(name);
      Path b = rebuilt.resolve(name);
      if (!Files.isRegularFile(a) || !Files.isRegularFile(b)) {
        boolean gone = !Files.isRegularFile(b);
        diffs.add(
            new ArtefactDiff(
                name,
                gone ? dev.assay.rebuild.compare.Digests.sha256(a) : "",
                gone ? "" : dev.assay.rebuild.compare.Digests.sha256(b),
                List.of(
                    new dev.assay.rebuild.compare.FieldDiff(
                        name + "#file",
                        dev.assay.rebuild.compare.FieldDiff.Nature.CONTENT,
                        gone ? "was not built" : "was not published")),
                List.of(),
                List.of(),
                List.of(),
                1));
      } else {
        diffs.add(Comparer.compare(name, a, b, o.clock()));
      }
    }
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(p -> Files.isRegularFile(p, LinkOption.NOFOLLOW_LINKS))
          .map(p -> folder.relativize(p).toString())
          .toList();
    }
  }

  /// How near a build comes to what was published: that of the output that is farthest.
  static Nearness nearness(List<ArtefactDiff> diffs) {
    return diffs.stream()
        .map(ArtefactDiff::nearness)
        .reduce(Nearness::farther)
        .orElse(Nearness.NOTHING);
  }

  /// How far apart two builds, or a build and what was published, are: the largest distance of any
  /// output.
  static double distance(List<ArtefactDiff> diffs) {
    return diffs.stream()
        .mapToDouble(ArtefactDiff::distance)
        .max()
        .orElse(Double.POSITIVE_INFINITY);
  }
}
