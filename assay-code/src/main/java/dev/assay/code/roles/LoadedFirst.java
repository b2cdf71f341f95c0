package dev.assay.code.roles;

import dev.assay.code.outline.Outline;
import java.util.List;
import java.util.Set;

/// Weights that a program always loads before it makes its optimizer. What is loaded under a
/// condition may be left out, or is a run that goes on; what is loaded whatever happens into the
/// network whose parameters are then optimised is what training begins with. Linear in the length
/// of the source, for a few calls.
public final class LoadedFirst {
  static final Set<String> LOADS =
      Set.of("load_state_dict", "load_from", "load_weights", "load_params", "set_state_dict");

  /// Words of a line that make what stands in it depend on something.
  private static final Set<String> CONDITIONS =
      Set.of("if", "elif", "else", "try", "except", "for", "while", "match", "case");

  /// So many calls are looked at; a program loads its network once or twice.
  private static final int MOST = 20;

  /// A longer function is not looked through.
  private static final int LONGEST = 40_000;

  private LoadedFirst() {}

  /// Whether one of the calls of a Python source loads weights so.
  public static boolean in(Outline outline, Vocabulary vocabulary, String text) {
    if (!vocabulary.may(Deed.LOADS_INTO)) {
      return false;
    }
    int asked = 0;
    for (Outline.Call call : outline.calls()) {
      if (LOADS.contains(call.last()) && asked < MOST) {
        asked++;
        String network = receiver(text, call.offset());
        if (!network.isEmpty() && !copies(text, call) && begins(text, call, network)) {
          return true;
        }
      }
    }
    return false;
  }

  /// What the method is called on: `self.model` of `self.model.load_state_dict(`.
  private static String receiver(String text, int call) {
    int open = text.indexOf('(', call);
    int dot = open < 0 ? -1 : text.lastIndexOf('.', open);
    int from = dot;
    while (from > 0
        && (Character.isJavaIdentifierPart(text.charAt(from - 1))
            || text.charAt(from - 1) == '.')) {
      from--;
    }
    return dot < 0 ? "" : text.substring(from, dot);
  }

  /// Whether the weights are those of another network in memory.
  private static boolean copies(String text, Outline.Call call) {
    int end = Math.min(text.length(), call.end());
    return text.substring(Math.min(call.offset(), end), end).contains(".state_dict()");
  }

  /// Whether the call depends on nothing in its function, and the network is optimised below it.
  private static boolean begins(String text, Outline.Call call, String network) {
    int function = function(text, call.offset());
    return function != CONDITIONAL && optimised(text, call.end(), function, network);
  }

  /// Whether what stands at a place is done whatever happens, when its function is called.
  static boolean always(String text, int place) {
    return function(text, place) != CONDITIONAL;
  }

  private static final int CONDITIONAL = -2;

  /// How far the function is set in that a place stands in without any condition; -1 outside of
  /// functions, {@link #CONDITIONAL} where there is a condition.
  private static int function(String text, int place) {
    int line = text.lastIndexOf('\n', Math.max(0, place - 1)) + 1;
    int indent = indent(text, line);
    int least = Math.max(0, place - LONGEST);
    for (int at = line; at > least && indent > 0; ) {
      at = text.lastIndexOf('\n', at - 2) + 1;
      int set = indent(text, at);
      if (set >= 0 && set < indent) {
        String word = word(text, at + set);
        if (CONDITIONS.contains(word) && !ofMachine(text, at + set)) {
          return CONDITIONAL;
        }
        indent = word.isEmpty() ? indent : set;
        if (word.equals("def") || word.equals("async")) {
          return set;
        }
      }
    }
    return indent == 0 ? -1 : CONDITIONAL;
  }

  /// Whether a condition asks what machine the program runs on: what is loaded below it is loaded
  /// on that machine whatever the user says. An `else` is not traced to its question.
  private static boolean ofMachine(String text, int line) {
    int end = text.indexOf('\n', line);
    String condition = text.substring(line, end < 0 ? text.length() : end);
    return condition.length() < 200
        && condition.startsWith("if ")
        && condition.contains("cuda.is_available");
  }

  /// Whether an optimizer is given the network's parameters, or the network is compiled for one,
  /// before the function ends.
  private static boolean optimised(String text, int from, int function, String network) {
    String rest = text.substring(Math.min(from, text.length()), end(text, from, function));
    String member = network + ".";
    int at = rest.indexOf(member);
    while (at >= 0) {
      int after = at + member.length();
      boolean whole = at == 0 || !Character.isJavaIdentifierPart(rest.charAt(at - 1));
      if (whole && OPTIMISED.stream().anyMatch(o -> rest.startsWith(o, after))) {
        return true;
      }
      at = rest.indexOf(member, after);
    }
    return false;
  }

  private static final List<String> OPTIMISED =
      List.of("parameters()", "named_parameters()", "trainable_", "compile(");

  /// Where a function ends that is set in so far.
  private static int end(String text, int from, int function) {
    int end = Math.min(text.length(), from + LONGEST);
    int at = text.indexOf('\n', Math.min(from, text.length()));
    while (at >= 0 && at < end) {
      int set = indent(text, at + 1);
      if (set >= 0 && set <= function && !word(text, at + 1 + set).isEmpty()) {
        return at;
      }
      at = text.indexOf('\n', at + 1);
    }
    return Math.max(end, Math.min(from, text.length()));
  }

  /// How far a line is set in; -1 for an empty one and a remark.
  static int indent(String text, int line) {
    int at = line;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    boolean none = at == text.length() || "\r\n#".indexOf(text.charAt(at)) >= 0;
    return none ? -1 : at - line;
  }

  /// The name that begins at a place; empty where none does.
  static String word(String text, int from) {
    int to = from;
    while (to < text.length() && Character.isJavaIdentifierPart(text.charAt(to))) {
      to++;
    }
    return text.substring(from, to);
  }
}
