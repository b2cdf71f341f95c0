package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.outline.Outline;
import dev.assay.code.roles.Words;
import dev.assay.code.roles.Zone;
import dev.assay.code.roles.Zones;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Training data that comes about while something else runs: games that a model plays against
/// itself, rows of a hub that go back there changed, a set that makes itself when it is first
/// opened, and what a notebook has somebody else's program make.
final class MadeByRunning {
  private static final Pattern KEEPS = Pattern.compile("(?i)write|save|dump|store|flush");

  /// Of so many kinds of things of data sets a program speaks that changes rows of a hub.
  private static final int FEW_KINDS = 2;

  /// First words of programs that only get what others made.
  private static final Set<String> GETS = Set.of("download", "import", "collect");

  /// By what the rows of a hub are taken; a folder of a release may be called like the library.
  private static final Set<String> ROWS =
      Set.of("datasets.load_dataset", "datasets.load_from_disk", "datasets.DatasetDict");

  private MadeByRunning() {}

  /// Whether a file makes training data so.
  static boolean is(CodeFile f) {
    return playsItself(f) || changesRows(f) || opensItself(f);
  }

  /// A program that is named for it, and keeps the games.
  private static boolean playsItself(CodeFile f) {
    List<String> words = Zones.words(f.file().name());
    boolean named =
        words.getFirst().equals("selfplay")
            || words.size() > 2 && words.getFirst().equals("self") && words.get(1).equals("play");
    return named
        && !f.in(Zone.TEST)
        && !f.in(Zone.BENCHMARK)
        && (f.measure().writes() || KEEPS.matcher(f.code()).find());
  }

  /// Rows in and rows out, between a hub and a hub, by what knows of no model.
  private static boolean changesRows(CodeFile f) {
    CodeFile.Measure m = f.measure();
    return m.writes()
        && m.dataKinds() >= FEW_KINDS
        && !m.learns()
        && !m.loads()
        && f.shape().imports().stream().anyMatch(i -> ROWS.contains(i.name()));
  }

  /// A set that a library opens from memory or, the first time, has made from the raw records.
  private static boolean opensItself(CodeFile f) {
    return f.measure().step()
        && f.measure().writes()
        && f.shape().classes().stream()
            .flatMap(c -> c.bases().stream())
            .anyMatch(b -> b.endsWith("InMemoryDataset"));
  }

  /// Whether a notebook starts a program that is named for making a data set, here or elsewhere.
  static boolean told(CodeFile f) {
    return f.notebook() && f.shape().launches().stream().anyMatch(MadeByRunning::makes);
  }

  private static boolean makes(Outline.Launch launch) {
    String program = launch.program();
    List<String> words = Zones.words(program.substring(program.lastIndexOf('/') + 1));
    return program.endsWith(".py")
        && Words.DATA_VERBS.contains(words.getFirst())
        && !GETS.contains(words.getFirst())
        && words.stream().skip(1).anyMatch(DataNames::records);
  }
}
