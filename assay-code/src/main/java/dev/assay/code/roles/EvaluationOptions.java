package dev.assay.code.roles;

import dev.assay.code.frameworks.Sighting;
import dev.assay.code.frameworks.Signal;
import dev.assay.code.outline.Outline;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Switches by which a program that trains only measures what it has. One that is declared and
/// never read is a leftover of the program that this one was copied from. Linear in the length of
/// the source.
public final class EvaluationOptions {
  /// How much of a declaration is looked at for the long name behind a short one.
  private static final int DECLARATION = 200;

  /// Names of switches and commands that do nothing but measure.
  static final List<String> ONLY = List.of("eval_only", "evaluate_only", "test_only");

  /// The steps that a program takes with a test set after training, by the names of their switches.
  static final List<String> TEST_STEPS = List.of("do_predict", "do_test");

  private EvaluationOptions() {}

  /// Whether a call whose last part this is declares an option of a command line.
  static boolean declares(String last) {
    return last.equals("add_argument") || last.startsWith("DEFINE_") || last.equals("option");
  }

  /// Whether one of the options of a source is such a switch, and the source reads it. Each name is
  /// looked for once, however often it is declared.
  ///
  /// @param text the source
  public static boolean declared(Outline outline, Vocabulary vocabulary, String text) {
    if (!vocabulary.may(Deed.DECLARES)) {
      return false;
    }
    Set<String> asked = new HashSet<>();
    for (Outline.Call call : outline.calls()) {
      if (declares(call.last())) {
        String option = name(call, text);
        if (Words.EVALUATION_OPTIONS.contains(option)) {
          boolean kept = call.keywords().contains("dest") || call.last().equals("option");
          if (kept || asked.add(option) && read(option, text)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /// What an option is called: the long name where it has two.
  private static String name(Outline.Call call, String text) {
    String option = call.text();
    int end = Math.min(Math.min(call.end(), call.offset() + DECLARATION), text.length());
    String declaration = text.substring(Math.min(call.offset(), end), end);
    if (option.startsWith("-") && !option.startsWith("--")) {
      int at = declaration.indexOf("--");
      int to = at + 2;
      while (at >= 0 && to < declaration.length() && named(declaration.charAt(to))) {
        to++;
      }
      option = at < 0 ? option : declaration.substring(at, to);
    }
    return option;
  }

  private static boolean named(char c) {
    return Character.isJavaIdentifierPart(c) || c == '-';
  }

  /// What stands before what a declaration says of its option.
  private static final String HELP = "help=";

  /// Whether an option is read as an attribute, `args.eval`, or by its name in quotes once more. A
  /// method of that name, `model.eval()`, is another matter.
  private static boolean read(String option, String text) {
    String name = option.replaceFirst("^-+", "").replace('-', '_');
    int quoted = 0;
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      int to = at + name.length();
      char before = at == 0 ? ' ' : text.charAt(at - 1);
      char after = to == text.length() ? ' ' : text.charAt(to);
      if (before == '.'
          && after != '('
          && !Character.isJavaIdentifierPart(after)
          && !isRemark(text, at)) {
        return true;
      }
      boolean quotes = (before == '"' || before == '\'') && after == before;
      quoted += quotes && !text.startsWith(HELP, at - 1 - HELP.length()) ? 1 : 0;
    }
    // A name without dashes is in quotes where it is declared too.
    return quoted > (option.startsWith("-") ? 0 : 1);
  }

  /// Whether a place stands in a line that is a remark: what is asked there is asked no longer.
  private static boolean isRemark(String text, int at) {
    int from = Math.max(text.lastIndexOf('\n', at) + 1, at - QUESTION);
    return text.substring(from, at).stripLeading().startsWith("#");
  }

  /// Names under which a switch is asked that leaves nothing but a measure to do.
  private static final List<String> ASKED =
      List.of(
          "test_only",
          "testOnly",
          "eval_only",
          "evalOnly",
          "evaluate_only",
          "only_evaluate",
          "EVAL_MODE",
          "EVAL_ONLY",
          "TEST_ONLY");

  /// So far before a switch stands the word that asks for it: `if not config["eval_only"]`.
  private static final int QUESTION = 40;

  /// Whether a source asks for such a switch, wherever that is declared.
  ///
  /// @param text the source
  public static boolean asks(String text) {
    return only(text) >= 0;
  }

  /// Where a source asks for such a switch, or for the mode that it was started in; -1 where it
  /// does neither.
  ///
  /// @param text the source
  public static int asked(String text) {
    int only = only(text);
    return only < 0 ? mode(text) : only;
  }

  private static int only(String text) {
    for (String name : ASKED) {
      for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
        int to = at + name.length();
        boolean ends = to == text.length() || !Character.isJavaIdentifierPart(text.charAt(to));
        if (ends && at > 0 && ".\"'".indexOf(text.charAt(at - 1)) >= 0 && questioned(text, at)) {
          return at;
        }
      }
    }
    return -1;
  }

  /// How a program asks which of its modes it was started in.
  private static final Pattern MODE =
      Pattern.compile(
          "\\.(?:mode|phase|action|command) == [\"'](?:eval|evaluate|evaluation|test)[\"']");

  /// Whether a program asks an option whether it was started to measure.
  ///
  /// @param text the source
  public static boolean modes(String text) {
    return mode(text) >= 0;
  }

  private static int mode(String text) {
    Matcher asked = MODE.matcher(text);
    while (asked.find()) {
      int from = text.lastIndexOf('\n', asked.start()) + 1;
      if (!text.startsWith("self", Math.max(from, asked.start() - "self".length()))) {
        return asked.start();
      }
    }
    return -1;
  }

  private static boolean questioned(String text, int at) {
    int from = Math.max(text.lastIndexOf('\n', at) + 1, at - QUESTION);
    String before = text.substring(from, at).strip();
    return before.startsWith("if ") || before.startsWith("if(") || before.contains(" if ");
  }

  /// Whether a program has a switch or a command that does nothing but measure, or asks whether to
  /// take a step with a test set and brings a measure along.
  public static boolean asked(Outline outline, Vocabulary vocabulary, List<Sighting> sightings) {
    if (vocabulary.may(Deed.ONLY_MEASURES) && named(outline)) {
      return true;
    }
    boolean only = vocabulary.deeds().contains(Deed.ONLY_MEASURES);
    boolean step = vocabulary.deeds().contains(Deed.TESTS);
    for (Sighting s : only || step ? sightings : List.<Sighting>of()) {
      if (s.signal() == Signal.EVALUATE && (only || !s.what().endsWith("trainer.evaluate"))) {
        return true;
      }
    }
    return false;
  }

  /// Whether a value or a function is named for such a switch.
  private static boolean named(Outline outline) {
    for (Outline.Named n : outline.names()) {
      if (ONLY.contains(n.name())) {
        return true;
      }
    }
    for (Outline.Definition d : outline.definitions()) {
      if (ONLY.contains(d.name())) {
        return true;
      }
    }
    return false;
  }
}
