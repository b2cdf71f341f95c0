package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.frameworks.Signal;
import dev.assay.code.outline.Language;
import dev.assay.code.roles.Words;
import dev.assay.code.roles.Zone;
import dev.assay.code.roles.Zones;
import java.util.List;
import java.util.Set;

/// Work on data that starts nothing by itself: functions which a program, a prompt or a reader of
/// the guide calls to make training data. Only what knows nothing of models counts, since the rest
/// prepares inputs as often as records.
final class CalledForData {
  /// Of so many kinds of things of data sets functions speak that make one.
  private static final int MANY_KINDS = 4;

  private CalledForData() {}

  /// Whether a module is named for processing data and keeps what comes out, or is called data and
  /// has a function of such a step, or whether its functions read and write records and speak of
  /// many kinds of things of data sets.
  static boolean module(CodeFile f) {
    CodeFile.Measure m = f.measure();
    if (!m.writes() || m.learns() || m.loads() || m.starts() || f.in(Zone.DOCS)) {
      return false;
    }
    boolean named = f.in(Zone.DATA) && DataNames.prepares(f) && !media(f);
    return named && (m.step() || m.dataKinds() > 0)
        || bare(f) && m.step()
        || m.dataKinds() >= MANY_KINDS && f.shape().classes().isEmpty();
  }

  /// Whether a module is called data and nothing else, and holds no class that could read them.
  private static boolean bare(CodeFile f) {
    List<String> words = Zones.words(f.file().name());
    return words.size() == 2
        && DataNames.records(words.getFirst())
        && f.shape().classes().isEmpty();
  }

  private static boolean media(CodeFile f) {
    return Zones.words(f.file().name()).stream().anyMatch(Words.MEDIA::contains);
  }

  /// Whether a file of R or MATLAB holds the function that it is named for, and the name is that of
  /// making a data set: such a file is a command of its package.
  static boolean command(CodeFile f) {
    boolean byFiles = f.language() == Language.R || f.file().name().endsWith(".m");
    if (!byFiles || f.in(Zone.TEST) || !DataNames.makes(f)) {
      return false;
    }
    String stem = f.file().name().substring(0, f.file().name().lastIndexOf('.'));
    return defines(f.code(), stem);
  }

  /// Whether a function of a name is defined, as R or as MATLAB has it: the word "function" stands
  /// on the line of the name.
  private static boolean defines(String code, String name) {
    int at = name.isEmpty() ? -1 : code.indexOf(name);
    for (int i = 0; at >= 0 && i < MOST_PLACES; i++) {
      int from = Math.max(code.lastIndexOf('\n', at), at - LONGEST_LINE);
      int to = at + name.length();
      String before = code.substring(Math.max(0, from), at).strip();
      String after = code.substring(to, Math.min(code.length(), to + 20)).strip();
      boolean r = before.isEmpty() && (after.startsWith("<-") || after.startsWith("="));
      if (r && after.substring(after.startsWith("=") ? 1 : 2).strip().startsWith("function")
          || before.startsWith("function ")) {
        return true;
      }
      at = code.indexOf(name, to);
    }
    return false;
  }

  /// A name is looked for in so many places.
  private static final int MOST_PLACES = 200;

  private static final int LONGEST_LINE = 200;

  /// Last words of the names of what gives records to a loop.
  private static final Set<String> READS =
      Set.of("reader", "readers", "feeder", "feeders", "batcher", "iterator", "iterators");

  /// Whether a name is that of what gives records to a loop, or a notebook feeds a network that it
  /// loads.
  static boolean feeds(CodeFile f) {
    List<String> words = Zones.words(f.file().name());
    return READS.contains(words.get(Math.max(0, words.size() - 2)))
        || f.notebook() && f.measure().loads() && f.has(Signal.FEED) && !DataNames.verb(f);
  }
}
