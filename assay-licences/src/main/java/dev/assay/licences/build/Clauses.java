package dev.assay.licences.build;

import dev.assay.licences.match.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where the clauses of a text begin, from the numbers and letters at the starts of its lines.
final class Clauses {
  private static final Pattern MARK =
      Pattern.compile(
          "^[ \\t>#*_-]{0,24}((?i:section|article|clause)[ ]+)?"
              + "\\(?([0-9]{1,2}(?:\\.[0-9a-zA-Z]{1,2}){0,3}|[ivxIVX]{1,5}|[a-zA-Z])(?:[.):]|[ ]+[-\u2013]+)(?:\\s|\\*|\"|\u201C|$)");

  /// `Attachment A`, alone in its line or with a title.
  private static final Pattern ANNEX =
      Pattern.compile(
          "^[ \\t>#*_]{0,24}(?i:attachment|exhibit|appendix|annex|schedule)[ ]+([A-Z0-9])\\b.{0,80}$");

  private Clauses() {}

  /// @param word the first word of the clause
  /// @param label its number
  record Mark(int word, String label) {}

  static List<Mark> of(String text, Words words) {
    List<Mark> marks = new ArrayList<>();
    String top = "";
    String letter = "";
    String number = "";
    boolean sections = false;
    int from = 0;
    for (String line : text.split("\n", -1)) {
      Matcher annex = ANNEX.matcher(line);
      if (annex.find()) {
        top = annex.group(1);
        letter = "";
        number = "";
        int word = words.at(from + annex.start(1));
        if (word < words.size() && (marks.isEmpty() || marks.getLast().word() < word)) {
          marks.add(new Mark(word, top));
        }
        from += line.length() + 1;
        continue;
      }
      Matcher m = MARK.matcher(line);
      if (m.find()) {
        String mark = m.group(2);
        String label;
        sections |= m.group(1) != null;
        // Clause 5 after 4.e is the next clause, not a part of it.
        boolean next =
            number.isEmpty()
                && top.matches("[0-9]{1,2}")
                && mark.equals(Integer.toString(Integer.parseInt(top) + 1));
        if (m.group(1) != null && !Character.isDigit(mark.charAt(0))) {
          letter = "";
        }
        if (sections
            && !next
            && m.group(1) == null
            && !letter.isEmpty()
            && mark.matches("[0-9]{1,2}")) {
          // Under sections with lettered paragraphs a number is a third level: 2.a.1.
          number = mark;
          label = join(join(top, letter), mark);
        } else if (sections && !number.isEmpty() && mark.matches("[A-Z]")) {
          label = join(join(join(top, letter), number), mark);
        } else if (Character.isDigit(mark.charAt(0))) {
          number = "";
          top = mark;
          letter = "";
          label = mark;
        } else if (mark.length() > 1 || romanHere(mark, letter)) {
          if (letter.isEmpty() && Character.isUpperCase(mark.charAt(0))) {
            top = mark;
            label = mark;
          } else {
            label = join(join(top, letter), mark);
          }
        } else {
          letter = mark;
          number = "";
          label = join(top, mark);
        }
        int word = words.at(from + m.start(2));
        if (word < words.size() && (marks.isEmpty() || marks.getLast().word() < word)) {
          marks.add(new Mark(word, label));
        }
      }
      from += line.length() + 1;
    }
    return marks;
  }

  private static boolean romanHere(String mark, String letter) {
    char c = mark.charAt(0);
    if (c != 'i' && c != 'v' && c != 'x' && c != 'I' && c != 'V' && c != 'X') {
      return false;
    }
    return letter.isEmpty() || letter.charAt(0) != c - 1;
  }

  private static String join(String a, String b) {
    return a.isEmpty() ? b : b.isEmpty() ? a : a + "." + b;
  }
}
