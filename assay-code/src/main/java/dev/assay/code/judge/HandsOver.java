package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.outline.Language;
import dev.assay.code.roles.Idea;
import dev.assay.code.roles.Loops;
import dev.assay.code.roles.Vocabulary;
import dev.assay.code.roles.Zone;
import dev.assay.code.roles.Zones;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Programs that call a function or a trainer for training which is not here: they start a run
/// whose loop is elsewhere. Only asked where no loop was found at all; linear in the length of a
/// source.
final class HandsOver {
  private static final Pattern CALL =
      Pattern.compile("(?<![\\w.])((?:\\w{1,60}\\.){0,4})(\\w{3,80})\\(");

  /// What stands before the name of a function that is defined or declared and not called, and of a
  /// member that a constructor sets.
  private static final Pattern DEFINED =
      Pattern.compile(
          "(def|fn|function|func|class|void|int|float|double|bool)\\s+$|\\)\\s*[:,]\\s*$|~$");

  /// Last words of what is told to train; a network that is told so only changes how it runs.
  private static final List<String> TRAINERS =
      List.of(
          "trainer", "learner", "runner", "experiment", "solver", "agent", "pipeline", "workflow");

  /// What else is trained, and what a call beside it works out.
  private static final Set<String> OTHER =
      Set.of("tokenizer", "tokeniser", "bpe", "vocab", "sentencepiece", "loss", "losses", "step");

  /// Modules that are the training, though a program elsewhere calls their function.
  private static final Set<String> NAMES = Set.of("train.py", "training.py", "pretrain.py");

  private HandsOver() {}

  /// Where a program does so, or -1.
  ///
  /// @param modules what the program brings in of the release: a function that one of them defines
  ///   is here, whatever it does
  static int place(CodeFile f, Collection<CodeFile> modules) {
    boolean python = f.language() == Language.PYTHON && !f.notebook();
    boolean compiled =
        (f.language() == Language.C || f.language() == Language.JAVA)
            && f.shape().entry() >= 0
            && !Collections.disjoint(f.learner().ideas(), DESCENT);
    boolean flat = f.measure().definitions() == 0 && Loops.trainName(f);
    boolean function = f.shape().classes().isEmpty() && NAMES.contains(f.file().name());
    boolean starts = f.measure().entry() || flat || function;
    if (!starts || !python && !compiled || python && !knows(f) || !apart(f)) {
      return -1;
    }
    String code = f.code();
    Matcher call = CALL.matcher(code);
    while (call.find()) {
      String name = call.group(2);
      boolean runs = name.equals("run") && Loops.trainName(f) && call.group(1).endsWith("trainer.");
      if ((runs || trains(call.group(1), name))
          && real(code, call.start())
          && modules.stream().noneMatch(m -> m.code().contains("def " + name + "("))) {
        return call.start();
      }
    }
    return -1;
  }

  private static final Set<Idea> DESCENT = Set.of(Idea.RATE, Idea.ROUNDS, Idea.LOSS, Idea.GRADIENT);

  /// Whether it knows of models at all.
  private static boolean knows(CodeFile f) {
    return f.measure().learns()
        || Loops.trainName(f)
        || f.shape().imports().stream().anyMatch(i -> i.name().endsWith(".train"));
  }

  /// Whether nothing says that it serves something else.
  private static boolean apart(CodeFile f) {
    return !f.in(Zone.EVALUATION)
        && !f.in(Zone.AUXILIARY)
        && !f.in(Zone.TOKENIZER)
        && !(f.in(Zone.DATA) && !Loops.trainName(f))
        && !f.in(Zone.DOCS)
        && !f.in(Zone.DEMO)
        && !f.in(Zone.BENCHMARK);
  }

  private static boolean trains(String receiver, String name) {
    List<String> words = Zones.words(name);
    if (words.stream().anyMatch(OTHER::contains)) {
      return false;
    }
    boolean plain = words.size() == 1;
    if (plain && !receiver.isEmpty()) {
      List<String> of = Zones.words(receiver);
      boolean trainer = !of.isEmpty() && TRAINERS.stream().anyMatch(of.getLast()::endsWith);
      return trainer && (name.equals("train") || name.equals("fit"));
    }
    return Vocabulary.Acts.of(name).trains();
  }

  /// Whether a call stands in code and not in a remark, and defines nothing.
  private static boolean real(String code, int at) {
    int from = code.lastIndexOf('\n', at) + 1;
    String before = code.substring(Math.max(from, at - 200), at);
    String line = before.stripLeading();
    return !line.startsWith("#")
        && !line.startsWith("//")
        && !line.startsWith("*")
        && before.chars().filter(c -> c == '"' || c == '\'').count() % 2 == 0
        && !DEFINED.matcher(before).find();
  }
}
