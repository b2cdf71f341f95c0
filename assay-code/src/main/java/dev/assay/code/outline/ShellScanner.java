package dev.assay.code.outline;

import dev.assay.code.outline.Outline.Launch;
import dev.assay.code.outline.Outline.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The outline of a shell script: variables that are set, and commands with the program that does
/// the work behind launchers such as `torchrun` or `python -m`. Lines joined by a backslash are one
/// command.
public final class ShellScanner {
  private static final int LONGEST = 2_000;

  private ShellScanner() {}

  /// The outline of a text.
  public static Outline scan(String text) {
    List<Named> names = new ArrayList<>();
    List<Launch> launches = new ArrayList<>();
    int n = text.length();
    int i = 0;
    while (i < n) {
      int start = i;
      var command = new StringBuilder();
      while (i < n) {
        int end = lineEnd(text, i);
        boolean more = end > i && text.charAt(end - 1) == '\\';
        if (command.length() < LONGEST) {
          String part = text.substring(i, Math.min(more ? end - 1 : end, i + LONGEST)).strip();
          if (!part.startsWith("#")) {
            command.append(part).append(' ');
          }
        }
        i = next(text, end);
        if (!more) {
          break;
        }
      }
      if (launches.size() < Outline.MOST && names.size() < Outline.MOST) {
        command(command.toString().strip(), start, names, launches);
      }
    }
    return new Outline(List.of(), List.of(), List.of(), List.of(), names, launches, -1, Set.of());
  }

  private static int lineEnd(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
      i++;
    }
    return i;
  }

  private static int next(String text, int end) {
    return text.startsWith("\r\n", end) ? end + 2 : end + 1;
  }

  private static void command(String whole, int offset, List<Named> names, List<Launch> launches) {
    String command = body(whole);
    if (command.isEmpty()) {
      return;
    }
    String[] words = command.substring(0, Math.min(command.length(), LONGEST)).split("[ \t]+");
    String program = tool(words);
    boolean module = false;
    List<String> options = new ArrayList<>();
    for (String raw : words) {
      String word = bare(raw);
      if (word.startsWith("--")) {
        int eq = word.indexOf('=');
        String option = word.substring(2, eq < 0 ? word.length() : eq);
        if (options.size() < 200 && !option.isEmpty()) {
          options.add(option);
          if (names.size() < Outline.MOST) {
            names.add(new Named(option, eq < 0 ? "" : word.substring(eq + 1), offset));
          }
        }
        continue;
      }
      if (program.isEmpty() && word.equals("-m")) {
        module = true;
        continue;
      }
      int eq = word.indexOf('=');
      if (eq > 0 && variable(word, eq)) {
        if (names.size() < Outline.MOST) {
          names.add(new Named(word.substring(0, eq), word.substring(eq + 1), offset));
        }
        continue;
      }
      if (program.isEmpty() && (module || script(word))) {
        boolean launcher =
            word.endsWith(".distributed.launch")
                || word.endsWith(".distributed.run")
                || word.equals("torch.distributed.run")
                || word.endsWith("accelerate.commands.launch");
        if (launcher) {
          module = false;
        } else {
          program = word;
        }
      }
    }
    if (sets(words)) {
      return;
    }
    if (program.isEmpty()) {
      program = kept(words);
    }
    if (program.isEmpty()) {
      program = behindSettings(words);
    }
    if (program.isEmpty()) {
      program = bare(words[0]);
    }
    launches.add(new Launch(program, String.join(" ", words), options, offset));
  }

  /// The program of a command that a script keeps under a name for commands before it has it done:
  /// `command="CUDA_VISIBLE_DEVICES=0 fairseq-train data --lr 0.1"`. Empty for other lines.
  private static String kept(String[] words) {
    int eq = words[0].indexOf('=');
    boolean named =
        eq > 0
            && eq + 1 < words[0].length()
            && "\"'".indexOf(words[0].charAt(eq + 1)) >= 0
            && KEPT.contains(words[0].substring(0, eq).toLowerCase(Locale.ROOT));
    for (int i = 0; named && i < words.length; i++) {
      String word = bare(i == 0 ? words[0].substring(eq + 2) : words[i]);
      int set = word.indexOf('=');
      if (!word.isEmpty() && !(set > 0 && variable(word, set))) {
        return word;
      }
    }
    return "";
  }

  /// The program of a command that is given variables before its name: `CUDA_VISIBLE_DEVICES=0
  /// fairseq-train data`. Empty where a value goes on behind its word, and for other lines.
  private static String behindSettings(String[] words) {
    int at = 0;
    while (at < words.length && setsOne(words[at])) {
      at++;
    }
    return at == 0 || at == words.length ? "" : bare(words[at]);
  }

  private static boolean setsOne(String word) {
    int eq = word.indexOf('=');
    return eq > 0
        && variable(word, eq)
        && count(word, '"') % 2 == 0
        && count(word, '\'') % 2 == 0
        && count(word, '`') % 2 == 0
        && count(word, '(') == count(word, ')');
  }

  private static long count(String word, char c) {
    return word.chars().filter(each -> each == c).count();
  }

  private static final Set<String> KEPT = Set.of("cmd", "command", "run_cmd", "train_cmd", "exec");

  /// What is done again and again or under a condition, where that stands on one line: `wget $u` of
  /// `for u in a b; do wget $u; done`.
  private static String body(String command) {
    boolean opens = false;
    for (String word : OPENS) {
      opens |= command.startsWith(word);
    }
    if (!opens) {
      return command;
    }
    int does = command.indexOf("; do ");
    int then = does < 0 ? command.indexOf("; then ") : -1;
    int from = does >= 0 ? does + "; do ".length() : then < 0 ? -1 : then + "; then ".length();
    return from < 0 || from >= command.length() ? command : command.substring(from).strip();
  }

  private static final List<String> OPENS = List.of("for ", "while ", "until ", "if ");

  /// What one says to a tool that does such work itself.
  private static final Set<String> VERBS =
      Set.of("train", "test", "fit", "finetune", "eval", "evaluate", "val", "validate");

  /// What runs the program behind it.
  private static final Set<String> RUNNERS =
      Set.of(
          "python",
          "python3",
          "bash",
          "sh",
          "source",
          "exec",
          "sudo",
          "env",
          "time",
          "nohup",
          "srun",
          "sbatch",
          "mpirun",
          "torchrun",
          "accelerate",
          "deepspeed",
          "julia",
          "rscript",
          "lua",
          "th",
          "perl",
          "node",
          "java",
          "echo",
          "make",
          "run");

  /// The tool that a command tells to train or to measure, as `mim train mmseg a.py`: what stands
  /// behind the verb is what it is given. Empty for other commands.
  private static String tool(String[] words) {
    int at = 0;
    while (at < words.length && words[at].indexOf('=') > 0) {
      boolean open = words[at].chars().filter(c -> c == '"' || c == '\'').count() % 2 == 1;
      if (open) {
        // The words behind are the rest of a value.
        return "";
      }
      at++;
    }
    if (at + 2 >= words.length || !VERBS.contains(words[at + 1])) {
      return "";
    }
    String tool = words[at];
    boolean plain =
        !tool.isEmpty()
            && !VERBS.contains(tool)
            && !RUNNERS.contains(tool.toLowerCase(Locale.ROOT));
    for (int i = 0; i < tool.length(); i++) {
      char c = tool.charAt(i);
      plain &= Character.isLetterOrDigit(c) || c == '_' || c == '-' && i > 0;
    }
    return plain ? tool : "";
  }

  /// Whether a line of a makefile sets a variable: `RATIO := 0.9`. It starts nothing.
  private static boolean sets(String[] words) {
    return words.length > 1
        && (words[1].equals(":=") || words[1].equals("?=") || words[1].equals("+="));
  }

  private static String bare(String word) {
    int from = 0;
    int to = word.length();
    while (from < to && "\"'`($".indexOf(word.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && "\"'`);&|".indexOf(word.charAt(to - 1)) >= 0) {
      to--;
    }
    return word.substring(from, to);
  }

  private static boolean script(String word) {
    return word.endsWith(".py")
        || word.endsWith(".sh")
        || word.endsWith(".jl")
        || word.endsWith(".pl")
        || word.endsWith(".perl")
        || word.endsWith(".R");
  }

  private static boolean variable(String word, int eq) {
    for (int i = 0; i < eq; i++) {
      char c = word.charAt(i);
      if (!(Character.isLetterOrDigit(c) || c == '_' || c == '.')) {
        return false;
      }
    }
    return true;
  }
}
