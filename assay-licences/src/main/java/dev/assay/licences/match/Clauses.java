package dev.assay.licences.match;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where the clauses of a licence's text begin, from the numbers and letters at the starts of its
/// lines.
public final class Clauses {
  private static final Pattern MARK =
      Pattern.compile(
          "^([ \\t>#*_-]{0,24})((?i:section|article|clause)[ ]+)?"
              + "\\(?([0-9]{1,2}(?:\\.[0-9a-zA-Z]{1,2}){0,3}|[ivxIVX]{1,5}|[a-zA-Z])"
              + "(?:\\\\?[.):]|[ ]+[-\u2013]+)(?:\\s|\\*|\"|\u201C|$)");

  /// `Section 2 Scope`, `2.1 Grant of Rights`: a number that says by itself that it is one.
  private static final Pattern BARE =
      Pattern.compile(
          "^([ \\t>#*_-]{0,24})((?i:section|article)[ ]+)?"
              + "([0-9]{1,2}|[0-9]{1,2}(?:\\.[0-9]{1,2}){1,3})[ \\t]{1,4}[*_]{0,2}[\"\u201C]?[A-Z]");

  /// Chinese numbers of chapters.
  private static final Pattern HAN =
      Pattern.compile(
          "^[ \\t>#*_\u3000]{0,24}([\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5341]{1,3})\u3001");

  /// `Attachment A`, alone in its line or with a title.
  private static final Pattern ANNEX =
      Pattern.compile(
          "^[ \\t>#*_]{0,24}(?i:attachment|exhibit|appendix|annex|schedule)[ ]+([A-Z0-9])\\b.{0,80}$");

  /// The heading of a use policy at the end of a licence.
  private static final Pattern POLICY =
      Pattern.compile(
          "^[ \\t>#*_]{0,24}(?i:(?:prohibited|acceptable)[ ]+uses?[ ]+policy|prohibited[ ]+uses?)[ *_:.]{0,4}$");

  private Clauses() {}

  /// @param word the first word of the clause
  /// @param label its number
  public record Mark(int word, String label) {}

  /// The clauses of a whole text.
  public static List<Mark> of(String text, Words words) {
    return of(text, 0, text.length(), words);
  }

  /// The clauses of a part of a text.
  ///
  /// @param words the words of the whole
  public static List<Mark> of(String text, int begin, int end, Words words) {
    List<Mark> marks = new ArrayList<>();
    String top = "";
    String letter = "";
    String number = "";
    boolean sections = false;
    String pending = "";
    String within = "";
    Numbers numbers = new Numbers();
    int from = begin;
    for (String line : text.substring(begin, end).split("\n", -1)) {
      Matcher han = HAN.matcher(line);
      if (han.find()) {
        add(marks, words, from + han.end(), han.group(1));
        from += line.length() + 1;
        continue;
      }
      Matcher annex = ANNEX.matcher(line);
      // Under an annex's own heading the title says nothing more.
      boolean policy = !marks.isEmpty() && pending.isEmpty() && POLICY.matcher(line).find();
      if (policy || annex.find()) {
        top = policy ? "policy" : annex.group(1);
        pending = top + ".";
        letter = "";
        number = "";
        add(marks, words, policy ? from : from + annex.start(1), top);
        from += line.length() + 1;
        continue;
      }
      Matcher m = mark(line, top);
      if (m != null) {
        String mark = m.group(3);
        String label;
        boolean section = m.group(2) != null;
        sections |= section;
        String nested = section ? "" : numbers.under(mark, m, top, letter);
        // Clause 5 after 4.e is the next clause, not a part of it.
        boolean next =
            number.isEmpty()
                && top.matches("[0-9]{1,2}")
                && mark.equals(Integer.toString(Integer.parseInt(top) + 1));
        if (section && !Character.isDigit(mark.charAt(0))) {
          letter = "";
        }
        if (!nested.isEmpty()) {
          label = nested;
        } else if (sections
            && !next
            && !section
            && !letter.isEmpty()
            && mark.matches("[0-9]{1,2}")) {
          // Under sections with lettered paragraphs a number is a third level: 2.a.1.
          number = mark;
          label = join(join(top, letter), mark);
        } else if (sections && !number.isEmpty() && mark.matches("[A-Z]")) {
          label = join(join(join(top, letter), number), mark);
        } else if (Character.isDigit(mark.charAt(0))) {
          number = "";
          // The points of an annex count from 1 again; where they do not, no annex began there.
          if (!pending.isEmpty()) {
            within = mark.equals("1") ? pending : "";
            pending = "";
          }
          top = within + mark;
          letter = "";
          label = top;
          numbers.top(top, m);
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
        add(marks, words, from + m.start(3), label);
        inline(line, m.end(), from, label, words, marks);
      }
      from += line.length() + 1;
    }
    return marks;
  }

  private static void add(List<Mark> marks, Words words, int offset, String label) {
    int word = words.at(offset);
    if (word < words.size() && (marks.isEmpty() || marks.getLast().word() < word)) {
      marks.add(new Mark(word, label));
    }
  }

  /// `(i) ... (ii) ...` inside a clause's own line.
  private static void inline(
      String line, int at, int from, String label, Words words, List<Mark> marks) {
    Matcher m = ROMAN.matcher(line);
    int next = 0;
    while (next < ROMANS.size() && m.find(at)) {
      if (m.group(1).equals(ROMANS.get(next))) {
        add(marks, words, from + m.start(1), join(label, m.group(1)));
        next++;
      }
      at = m.end();
    }
  }

  private static final Pattern ROMAN = Pattern.compile("[ ,;:]\\(([ivx]{1,4})\\)");
  private static final List<String> ROMANS =
      List.of("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x");

  private static @Nullable Matcher mark(String line, String top) {
    Matcher m = MARK.matcher(line);
    if (m.find()) {
      return m;
    }
    m = BARE.matcher(line);
    if (!m.find()) {
      return null;
    }
    // A sentence that was broken before `Section 2` begins no clause: clauses go on counting.
    boolean counts = m.group(3).indexOf('.') > 0 || m.group(2) != null && after(m.group(3), top);
    return counts ? m : null;
  }

  private static boolean after(String number, String top) {
    return !top.matches("[0-9]{1,2}") || Integer.parseInt(number) == Integer.parseInt(top) + 1;
  }

  /// Lists of plain numbers inside a numbered clause, by how far they stand in: `1.` under `2.2` is
  /// `2.2.1`.
  private static final class Numbers {
    private final List<Integer> indents = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();

    void top(String label, Matcher m) {
      indents.clear();
      labels.clear();
      indents.add(depth(m));
      labels.add(label);
    }

    /// The label of a number that belongs to the clause before it; empty for one that does not.
    String under(String mark, Matcher m, String top, String letter) {
      boolean plain = mark.matches("[0-9]{1,2}");
      if (!plain || labels.isEmpty() || !letter.isEmpty() || !labels.getFirst().equals(top)) {
        return "";
      }
      int indent = depth(m);
      while (indents.size() > 1 && indents.getLast() > indent) {
        indents.removeLast();
        labels.removeLast();
      }
      boolean first = mark.equals("1");
      if (indents.size() > 1 && indents.getLast() == indent) {
        labels.removeLast();
        labels.add(join(labels.getLast(), mark));
        return labels.getLast();
      }
      if (first && indent > indents.getLast()) {
        indents.add(indent);
        labels.add(join(labels.getLast(), mark));
        return labels.getLast();
      }
      return "";
    }

    /// How deep a number stands: by its indent, and `1)` below `1.`.
    private static int depth(Matcher m) {
      String before = m.group(1);
      int n = m.group().indexOf(')') > 0 ? 1 : 0;
      for (int i = 0; i < before.length(); i++) {
        n += before.charAt(i) == '\t' ? 8 : before.charAt(i) == ' ' ? 2 : 0;
      }
      return n;
    }
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
