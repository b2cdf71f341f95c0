package dev.assay.text;

import java.util.Set;

/// The words and links of one block of reStructuredText: `` `text <address>`_ ``, `` `name`_ ``,
/// `name_`, roles, and what stands for `|name|`. One pass; what is looked for ahead is found once
/// for all who wait for it, or not farther than a name is long.
final class RstInline {
  private static final int MAX_PHRASE = 4_096;
  private static final int MAX_NAME = 100;

  /// The roles whose text names a file of the release.
  private static final Set<String> FILE_ROLES = Set.of("download", "file");

  private final String raw;
  private final RstNames names;
  private final RunningText out = new RunningText();
  private final boolean addresses;
  private int nextPhraseEnd = -1;
  private boolean noLiteralEnd;

  private RstInline(String raw, RstNames names) {
    this.raw = raw;
    this.names = names;
    this.addresses = raw.contains("://");
  }

  /// The words and links of `raw`.
  static Inline.Reading read(String raw, RstNames names) {
    RstInline inline = new RstInline(raw, names);
    inline.run();
    return inline.out.reading();
  }

  private void run() {
    int i = 0;
    while (i < raw.length()) {
      char c = raw.charAt(i);
      i =
          switch (c) {
            case '\\' -> escaped(i);
            case '`' -> raw.startsWith("``", i) ? literal(i) : phrase(i, "");
            case '*' -> i + 1;
            case '_' -> underscore(i);
            case '|' -> substitution(i);
            case '[' -> footnote(i);
            case ':' -> role(i);
            case '<' -> angle(i);
            default -> {
              if (addresses && Inline.isAddress(raw, i)) {
                yield out.putAddress(raw, i);
              }
              out.put(c);
              yield i + 1;
            }
          };
    }
  }

  private char at(int i) {
    return i >= 0 && i < raw.length() ? raw.charAt(i) : ' ';
  }

  /// A backslash takes the white space behind it away, and the meaning of any other character.
  private int escaped(int i) {
    if (i + 1 < raw.length() && !Character.isWhitespace(raw.charAt(i + 1))) {
      out.put(raw.charAt(i + 1));
    }
    return i + 2;
  }

  private int literal(int i) {
    if (at(i + 2) == '`') {
      int linked = literalInPhrase(i);
      if (linked > 0) {
        return linked;
      }
    }
    int end = noLiteralEnd ? -1 : raw.indexOf("``", i + 2);
    noLiteralEnd = end < 0;
    if (end < 0) {
      return i + 2;
    }
    out.put(raw.substring(i + 2, end));
    return end + 2;
  }

  /// A link whose words are a literal. The form has no such thing, but documents that were
  /// converted from another do.
  private int literalInPhrase(int i) {
    if (nextPhraseEnd != -2 && nextPhraseEnd <= i) {
      int at = raw.indexOf(">`_", i);
      nextPhraseEnd = at < 0 ? -2 : at;
    }
    if (nextPhraseEnd < 0 || nextPhraseEnd - i > MAX_PHRASE) {
      return -1;
    }
    String inner = raw.substring(i + 1, nextPhraseEnd + 1);
    int close = inner.indexOf("``", 2);
    boolean linked = close > 0 && inner.startsWith("<", blanksEnd(inner, close + 2));
    return linked && inner.indexOf('`', close + 2) < 0 ? referring(inner, nextPhraseEnd + 1) : -1;
  }

  private static int blanksEnd(String text, int from) {
    int i = from;
    while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /// What stands between two backquotes.
  ///
  /// @param role the role before it; may be empty
  private int phrase(int i, String role) {
    int close = raw.indexOf('`', i + 1);
    while (close > 0 && raw.charAt(close - 1) == '\\') {
      close = raw.indexOf('`', close + 1);
    }
    if (close < 0 || close - i > MAX_PHRASE) {
      return i + 1;
    }
    String inner = raw.substring(i + 1, close);
    if (role.isEmpty() && at(close + 1) == '_') {
      return referring(inner, close);
    }
    int suffix = role.isEmpty() ? roleEnd(close + 1) : -1;
    interpreted(inner, suffix > 0 ? raw.substring(close + 2, suffix - 1) : role);
    return suffix > 0 ? suffix : close + 1;
  }

  /// A phrase that refers: its words, with where they lead.
  private int referring(String inner, int close) {
    boolean twice = at(close + 2) == '_';
    int after = close + (twice ? 3 : 2);
    int angle = inner.endsWith(">") ? inner.lastIndexOf('<') : -1;
    if (angle < 0) {
      String target = twice ? names.nextNameless() : names.target(inner);
      link(inner, target);
      return after;
    }
    String words = inner.substring(0, angle).strip();
    String target = names.resolved(inner.substring(angle + 1, inner.length() - 1).strip());
    if (!twice && !words.isEmpty() && !target.isEmpty()) {
      names.add(words, target);
    }
    link(words, target);
    return after;
  }

  private void link(String words, String target) {
    int at = out.length();
    if (!isAddressItself(words, target)) {
      putWords(words);
    }
    if (!target.isEmpty()) {
      out.linkSince(at, target);
    }
  }

  private static boolean isAddressItself(String words, String target) {
    return !target.isEmpty() && RstNames.address(words).equals(target);
  }

  private void interpreted(String inner, String role) {
    int angle = inner.endsWith(">") ? inner.lastIndexOf('<') : -1;
    String name = role.substring(role.lastIndexOf(':') + 1);
    String target = angle < 0 ? inner : inner.substring(angle + 1, inner.length() - 1);
    boolean leads = angle >= 0 && target.contains("://") || FILE_ROLES.contains(name);
    if (leads && !role.isEmpty()) {
      link(angle < 0 ? inner : inner.substring(0, angle).strip(), RstNames.address(target));
    } else if (angle > 0 && !role.isEmpty()) {
      putWords(inner.substring(0, angle).strip());
    } else {
      putWords(inner);
    }
  }

  /// Puts words whose only markup is a backslash or a backquote within.
  private void putWords(String words) {
    if (words.indexOf('\\') < 0 && words.indexOf('`') < 0 && words.indexOf('*') < 0) {
      out.put(words);
      return;
    }
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (c != '\\' && c != '`' && c != '*') {
        out.put(c);
      }
    }
  }

  private int role(int i) {
    int end = roleEnd(i);
    if (end > 0 && at(end) == '`') {
      return phrase(end, raw.substring(i + 1, end - 1));
    }
    out.put(':');
    return i + 1;
  }

  /// Where a role ends that begins with the colon at `i`, or -1.
  private int roleEnd(int i) {
    if (at(i) != ':' || !Character.isLetter(at(i + 1))) {
      return -1;
    }
    for (int k = i + 1; k < raw.length() && k - i < MAX_NAME; k++) {
      char c = raw.charAt(k);
      if (c == ':' && !Character.isLetter(at(k + 1))) {
        return k + 1;
      }
      if (!Character.isLetterOrDigit(c) && "-_+.:".indexOf(c) < 0) {
        return -1;
      }
    }
    return -1;
  }

  /// The underscore behind a name that leads somewhere; else it is one like any other character.
  private int underscore(int i) {
    if (at(i + 1) == '`') {
      return i + 1;
    }
    boolean twice = at(i + 1) == '_';
    int after = i + (twice ? 2 : 1);
    if (Character.isLetterOrDigit(at(i - 1)) && !Character.isLetterOrDigit(at(after))) {
      int from = i;
      while (from > 0 && i - from < MAX_NAME && isNamePart(from - 1)) {
        from--;
      }
      String name = raw.substring(from, i);
      String target = out.endsWith(name) ? twice ? names.nextNameless() : names.target(name) : "";
      if (!target.isEmpty()) {
        out.linkSince(out.length() - name.length(), target);
        return after;
      }
      if (names.isPlace(name)) {
        return after;
      }
    }
    out.put('_');
    return i + 1;
  }

  private boolean isNamePart(int i) {
    char c = raw.charAt(i);
    return Character.isLetterOrDigit(c) || "-_.+:".indexOf(c) >= 0 && i > 0;
  }

  private int substitution(int i) {
    int close = raw.indexOf('|', i + 1);
    var found =
        close < 0 || close - i > MAX_NAME * 4
            ? null
            : names.substitute(raw.substring(i + 1, close));
    if (found == null) {
      out.put('|');
      return i + 1;
    }
    int at = out.length();
    String target = names.resolved(found.target());
    if (found.address().isEmpty()) {
      putWords(found.words());
    } else {
      out.putPicture(found.words(), RstNames.address(found.address()));
    }
    int after = close + 1;
    if (at(after) == '_') {
      String name = raw.substring(i + 1, close);
      boolean twice = at(after + 1) == '_';
      target = twice ? names.nextNameless() : names.target(name);
      after += twice ? 2 : 1;
    }
    if (!target.isEmpty()) {
      out.linkSince(at, target);
    }
    return after;
  }

  /// `[1]_` is read as `[1]`.
  private int footnote(int i) {
    int k = i + 1;
    while (k < raw.length() && k - i < MAX_NAME && raw.charAt(k) != ']' && raw.charAt(k) != '\n') {
      k++;
    }
    if (at(k) == ']' && at(k + 1) == '_' && k > i + 1) {
      out.put(raw.substring(i, k + 1));
      return k + 2;
    }
    out.put('[');
    return i + 1;
  }

  /// The angle before an address is none of it.
  private int angle(int i) {
    if (!addresses || i + 1 >= raw.length() || !Inline.isAddress(raw, i + 1)) {
      out.put('<');
      return i + 1;
    }
    int end = out.putAddress(raw, i + 1);
    return at(end) == '>' ? end + 1 : end;
  }
}
