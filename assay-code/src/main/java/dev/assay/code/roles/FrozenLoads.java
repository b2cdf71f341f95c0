package dev.assay.code.roles;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Published weights that a program loads and freezes, whatever happens: an encoder of texts or
/// pictures that only looks at what the network is to learn from. Nothing is trained on from them.
/// Linear in what follows the call, of which only so much is looked through.
final class FrozenLoads {
  /// A longer call, and what follows it, is not looked through.
  private static final int LONGEST = 1_500;

  /// So far behind the call its network may be frozen.
  private static final int FAR = 15_000;

  /// Freezing in the chain of calls itself, by the customary method.
  private static final Pattern CHAINED =
      Pattern.compile("\\.\\s?requires_grad_\\(\\s?(?:requires_grad\\s?=\\s?)?False");

  private static final Pattern ASSIGNED =
      Pattern.compile("^[ \\t]*((?:self\\.)?[A-Za-z_]\\w{0,40})\\s?=(?!=)");

  private FrozenLoads() {}

  /// Whether what a call loads is frozen: in its own statement, or by a statement on the same level
  /// that follows.
  ///
  /// @param call where the call begins, in the Python source
  static boolean is(String text, int call) {
    int line = text.lastIndexOf('\n', Math.max(0, call - 1)) + 1;
    int end = statementEnd(text, line);
    if (CHAINED.matcher(text.substring(line, end)).find()) {
      return true;
    }
    Matcher assigned = ASSIGNED.matcher(text.substring(line, end));
    if (!assigned.find()) {
      return false;
    }
    String name = String.valueOf(assigned.group(1));
    int indent = LoadedFirst.indent(text, line);
    String freezes = name + ".requires_grad_(False";
    int most = Math.min(text.length(), end + FAR);
    for (int at = text.indexOf(freezes, end, most);
        at >= 0;
        at = text.indexOf(freezes, at + 1, most)) {
      int from = text.lastIndexOf('\n', at) + 1;
      if (LoadedFirst.indent(text, from) == indent && from + indent == at) {
        return true;
      }
    }
    return false;
  }

  /// Where the statement ends that begins at a line: at the end of the line on which its brackets
  /// are closed.
  private static int statementEnd(String text, int from) {
    int open = 0;
    int most = Math.min(text.length(), from + LONGEST);
    for (int i = from; i < most; i++) {
      char c = text.charAt(i);
      open += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
      if (c == '\n' && open <= 0) {
        return i;
      }
    }
    return most;
  }
}
