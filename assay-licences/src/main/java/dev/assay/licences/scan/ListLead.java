package dev.assay.licences.scan;

import dev.assay.licences.names.Tokens;
import dev.assay.model.Subject;
import java.util.EnumSet;
import java.util.Set;

/// `By using this data set you agree to the following:` and a list: each item speaks of what the
/// words above the list speak of, where it names nothing itself.
final class ListLead {
  /// A number of a list stands before its item like a sentence of its own.
  private static final int LONGEST_NUMBER = 5;

  private ListLead() {}

  /// What the items behind a passage speak of.
  ///
  /// @param lead what they spoke of so far
  /// @param spokenOf what the sentence before this passage speaks of
  static Set<Subject> after(
      String text, Passages.Passage p, Set<Subject> lead, Set<Subject> spokenOf) {
    int last = p.to() - 1;
    // The number of the first item may stand at the end.
    while (last > p.from() && " \n*_.)1".indexOf(text.charAt(last)) >= 0) {
      last--;
    }
    boolean colon =
        text.charAt(last) == ':'
            || text.charAt(last) == '\uFF1A'
            || p.to() < text.length() && text.charAt(p.to()) == ':';
    if (colon) {
      Tokens t = Tokens.of(text, p.from(), p.to());
      Set<Subject> said = said(t);
      if (said.isEmpty()) {
        return item(text, p) && !lead.isEmpty() ? lead : spokenOf;
      }
      boolean part = said.equals(Set.of(Subject.WEIGHTS)) || said.equals(Set.of(Subject.DATA));
      return part ? said : Set.of();
    }
    return item(text, p) ? lead : Set.of();
  }

  /// All that is spoken of, also what one uses: `by using the data`.
  private static Set<Subject> said(Tokens t) {
    EnumSet<Subject> said = EnumSet.noneOf(Subject.class);
    for (int i = 0; i < t.size(); i++) {
      Subject subject = Subjects.of(t, i);
      if (subject != null) {
        said.add(subject);
      }
    }
    return said;
  }

  /// Whether a passage is an item of a list, or goes on with one.
  static boolean item(String text, Passages.Passage p) {
    if (p.to() - p.from() <= LONGEST_NUMBER) {
      return true;
    }
    int line = p.from();
    while (line > 0 && p.from() - line < LONGEST_LINE && text.charAt(line - 1) != '\n') {
      line--;
    }
    while (line < p.to() && text.charAt(line) == ' ') {
      line++;
    }
    char first = line < text.length() ? text.charAt(line) : ' ';
    return switch (first) {
      case '-', '*', '+', '\u2022' -> true;
      default -> Character.isDigit(first);
    };
  }

  private static final int LONGEST_LINE = 400;
}
