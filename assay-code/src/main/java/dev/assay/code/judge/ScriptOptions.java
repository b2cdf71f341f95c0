package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.outline.Outline;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What a command of a shell script is given by the script's variables: `OPTIONS="--lr 1e-4"` and
/// below it `python job.py $OPTIONS`. A script sets few of them, and each is looked for once a
/// command.
final class ScriptOptions {
  /// So many commands of a script are asked for at most.
  private static final int MOST = 200;

  private ScriptOptions() {}

  /// The options of a command with those that stand in a variable that it names.
  static List<String> of(CodeFile script, Outline.Launch command) {
    if (command.words().indexOf('$') < 0 || beyond(script, command)) {
      return sets(command) ? List.of() : command.options();
    }
    List<String> all = new ArrayList<>();
    if (!sets(command)) {
      all.addAll(command.options());
      for (Outline.Launch l : within(script)) {
        if (sets(l) && !l.options().isEmpty() && uses(command, variable(l))) {
          all.addAll(l.options());
        }
      }
    }
    return all;
  }

  /// Whether the program of a command, or a variable that stands for it, is one that is known.
  static boolean names(CodeFile script, Outline.Launch command, Predicate<String> known) {
    if (known.test(command.program())) {
      return true;
    }
    for (Outline.Launch l : within(script)) {
      if (sets(l) && uses(command, variable(l)) && !isValue(command, variable(l))) {
        if (known.test(l.program()) || reaches(script, l, known)) {
          return true;
        }
      }
    }
    return false;
  }

  /// Whether a variable is what an option of the command is given: `--network $NETWORK`.
  private static boolean isValue(Outline.Launch command, String variable) {
    String[] words = command.words().split(" ");
    for (int i = 1; i < words.length; i++) {
      String word = words[i].replace("{", "").replace("}", "").replace("\"", "");
      if (word.equals("$" + variable)) {
        return words[i - 1].startsWith("--") && words[i - 1].indexOf('=') < 0;
      }
    }
    return false;
  }

  /// What a variable stands for that is all of a command's program, where that is one word; else
  /// the program as it is written.
  static String program(CodeFile script, Outline.Launch command) {
    for (Outline.Launch l : within(script).reversed()) {
      if (l.offset() < command.offset() && variable(l).equals(command.program())) {
        String value = l.words().substring(variable(l).length() + 1).replace("\"", "").strip();
        return value.isEmpty() || value.indexOf(' ') >= 0 ? command.program() : value;
      }
    }
    return command.program();
  }

  /// Whether a variable is made of one that stands for a known program.
  private static boolean reaches(CodeFile script, Outline.Launch set, Predicate<String> known) {
    for (Outline.Launch l : within(script)) {
      if (sets(l)
          && l.offset() < set.offset()
          && uses(set, variable(l))
          && known.test(l.program())) {
        return true;
      }
    }
    return false;
  }

  private static boolean beyond(CodeFile script, Outline.Launch command) {
    List<Outline.Launch> all = script.shape().launches();
    return all.size() > MOST && command.offset() > all.get(MOST).offset();
  }

  private static List<Outline.Launch> within(CodeFile script) {
    List<Outline.Launch> all = script.shape().launches();
    return all.subList(0, Math.min(MOST, all.size()));
  }

  /// Whether a command only sets a variable; one that holds a whole command is started later.
  private static boolean sets(Outline.Launch l) {
    boolean whole = l.program().endsWith(".py") && STARTS.matcher(l.words()).find();
    return !whole && !variable(l).isEmpty();
  }

  private static final Pattern STARTS =
      Pattern.compile("(?<![\\w/.-])(python[23]?|torchrun|deepspeed|accelerate launch) ");

  private static String variable(Outline.Launch l) {
    String words = l.words();
    int to = 0;
    while (to < words.length()
        && (Character.isLetterOrDigit(words.charAt(to)) || words.charAt(to) == '_')) {
      to++;
    }
    boolean set = to > 0 && to < words.length() && words.charAt(to) == '=';
    int blank = words.indexOf(' ');
    // `LR=1 python job.py` starts a program beside it.
    boolean whole = blank < 0 || words.indexOf('"') == to + 1 || words.indexOf('(') == to + 2;
    return set && (whole || l.program().contains("=")) ? words.substring(0, to) : "";
  }

  private static boolean uses(Outline.Launch command, String variable) {
    String words = command.words();
    int at = words.indexOf('$' + variable);
    while (at >= 0) {
      int after = at + 1 + variable.length();
      if (after == words.length() || !Character.isJavaIdentifierPart(words.charAt(after))) {
        return true;
      }
      at = words.indexOf('$' + variable, after);
    }
    return words.contains("${" + variable);
  }
}
