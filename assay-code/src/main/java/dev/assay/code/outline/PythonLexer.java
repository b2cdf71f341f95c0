package dev.assay.code.outline;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Python's tokens, as far as a shallow reader needs them: names, numbers, strings, operators, and
/// the ends of logical lines with the column that the next one begins at. It takes Python 2 and 3
/// and broken files alike: it cannot fail, each character is looked at a bounded number of times,
/// and it builds no strings.
///
/// Two places where it is more forgiving than Python: a string in single quotes ends at the end of
/// its line when it is not closed, and a statement keyword at the start of a line inside open
/// brackets closes them, so that one missing bracket does not hide the rest of a file.
final class PythonLexer {
  static final byte NAME = 1;
  static final byte NUMBER = 2;
  static final byte STRING = 3;
  static final byte OP = 4;

  /// The end of a logical line.
  static final byte LINE = 5;

  private static final int KEPT = 256;
  private static final int LONGEST_KEPT = 40;

  private final String text;

  /// The text once more, as an array: this is the loop that most characters of a release pass, and
  /// in a process that has just begun it is interpreted.
  private final char[] chars;

  private final int length;

  /// Words of the text, by where their characters put them.
  private final @Nullable String[] kept = new String[KEPT];

  private byte[] kinds;
  private int[] starts;
  private int[] ends;
  private int count;

  private PythonLexer(String text, Space space) {
    this.text = text;
    this.length = text.length();
    this.chars = space.chars.length < length ? new char[length] : space.chars;
    text.getChars(0, length, chars, 0);
    kinds = space.kinds;
    starts = space.starts;
    ends = space.ends;
  }

  /// The arrays that a lexer works in, taken over by the next one on the same thread: a release has
  /// many small files, and to touch new memory costs more than to read them.
  private record Space(char[] chars, byte[] kinds, int[] starts, int[] ends) {
    /// What is larger is not kept.
    private static final int MOST = 1 << 16;

    private static final ThreadLocal<@Nullable Space> KEPT = new ThreadLocal<>();

    static Space take() {
      Space space = KEPT.get();
      KEPT.remove();
      return space == null
          ? new Space(new char[1 << 13], new byte[1 << 12], new int[1 << 12], new int[1 << 12])
          : space;
    }
  }

  /// Ends the use of the tokens. None of them may be asked for afterwards.
  void close() {
    if (chars.length <= Space.MOST && kinds.length <= Space.MOST) {
      Space.KEPT.set(new Space(chars, kinds, starts, ends));
    }
  }

  /// The tokens of a text.
  static PythonLexer of(String text) {
    var lexer = new PythonLexer(text, Space.take());
    lexer.run();
    return lexer;
  }

  int count() {
    return count;
  }

  byte kind(int i) {
    return i < count ? kinds[i] : LINE;
  }

  int start(int i) {
    return i < count ? starts[i] : length;
  }

  int end(int i) {
    return i < count ? ends[i] : length;
  }

  /// The characters of a token. The names of a file repeat: the last ones are kept, so that each is
  /// copied, and later hashed, about once.
  String word(int i) {
    if (i >= count) {
      return "";
    }
    int from = starts[i];
    int size = ends[i] - from;
    if (size > LONGEST_KEPT) {
      return text.substring(from, from + size);
    }
    int slot = size;
    for (int at = from; at < from + size; at++) {
      slot = slot * 31 + chars[at];
    }
    slot = (slot ^ slot >>> 15) & KEPT - 1;
    String word = kept[slot];
    if (word == null || word.length() != size || !text.startsWith(word, from)) {
      word = text.substring(from, from + size);
      kept[slot] = word;
    }
    return word;
  }

  /// Whether a token is this word.
  boolean is(int i, String word) {
    return i < count && ends[i] - starts[i] == word.length() && text.startsWith(word, starts[i]);
  }

  /// Whether a token is this operator of one character.
  boolean is(int i, char op) {
    return op(i) == op;
  }

  /// The operator that a token is when it is one of one character, else 0.
  char op(int i) {
    return i < count && kinds[i] == OP && ends[i] - starts[i] == 1 ? chars[starts[i]] : 0;
  }

  /// The column that a token begins at, counting a tab as up to the next multiple of 8.
  int column(int i) {
    int from = start(i);
    int at = from;
    while (at > 0 && blank(chars[at - 1])) {
      at--;
    }
    int column = 0;
    for (; at < from; at++) {
      column = chars[at] == '\t' ? column / 8 * 8 + 8 : column + 1;
    }
    return column;
  }

  private static boolean blank(char c) {
    return c == ' ' || c == '\t' || c == '\f';
  }

  private void add(byte kind, int start, int end) {
    if (count == kinds.length) {
      int more = count + (count >> 1);
      kinds = Arrays.copyOf(kinds, more);
      starts = Arrays.copyOf(starts, more);
      ends = Arrays.copyOf(ends, more);
    }
    kinds[count] = kind;
    starts[count] = start;
    ends[count] = end;
    count++;
  }

  private void run() {
    int n = length;
    int depth = 0;
    int i = 0;
    while (i < n) {
      char c = chars[i];
      if (c == '\n' || c == '\r') {
        if (depth > 0 && statementAt(i + 1)) {
          depth = 0;
        }
        if (depth == 0 && count > 0 && kinds[count - 1] != LINE) {
          add(LINE, i, i + 1);
        }
        i++;
      } else if (blank(c)) {
        i++;
      } else if (c == '\\') {
        i++;
        if (i < n && chars[i] == '\r') {
          i++;
        }
        if (i < n && chars[i] == '\n') {
          i++;
        }
      } else if (c == '#') {
        while (i < n && chars[i] != '\n' && chars[i] != '\r') {
          i++;
        }
      } else if (c == '"' || c == '\'') {
        i = string(i, i, false);
      } else if (nameStart(c)) {
        int from = i;
        i = nameEnd(i);
        if (i < n && i - from <= 3 && (chars[i] == '"' || chars[i] == '\'')) {
          String prefix = text.substring(from, i);
          if (prefix(prefix)) {
            i = string(from, i, true);
            continue;
          }
        }
        add(NAME, from, i);
      } else if (digit(c) || (c == '.' && i + 1 < n && digit(chars[i + 1]))) {
        int from = i;
        i = number(i);
        add(NUMBER, from, i);
      } else {
        if (c == '(' || c == '[' || c == '{') {
          depth++;
        } else if (c == ')' || c == ']' || c == '}') {
          depth = Math.max(0, depth - 1);
        }
        int end = i + operator(i);
        add(OP, i, end);
        i = end;
      }
    }
    if (count > 0 && kinds[count - 1] != LINE) {
      add(LINE, n, n);
    }
  }

  /// Whether a line that begins at `at` begins, in its first column, with a word that only begins
  /// statements.
  private boolean statementAt(int at) {
    return text.startsWith("def ", at)
        || text.startsWith("class ", at)
        || text.startsWith("import ", at)
        || text.startsWith("async def ", at)
        || (text.startsWith("from ", at) && importFollows(at + 5));
  }

  private boolean importFollows(int at) {
    int i = at;
    while (i < length && (namePart(chars[i]) || chars[i] == '.')) {
      i++;
    }
    return text.startsWith(" import ", i);
  }

  private int operator(int i) {
    char c = chars[i];
    char next = i + 1 < length ? chars[i + 1] : ' ';
    char third = i + 2 < length ? chars[i + 2] : ' ';
    if (c == '.' && next == '.' && third == '.') {
      return 3;
    }
    boolean doubled = next == c && (c == '*' || c == '/' || c == '<' || c == '>');
    if (doubled) {
      return third == '=' ? 3 : 2;
    }
    if (c == '-' && next == '>') {
      return 2;
    }
    if (c == '<' && next == '>') {
      return 2;
    }
    if (next == '=' && "+-*/%@&|^=!<>:".indexOf(c) >= 0) {
      return 2;
    }
    return 1;
  }

  /// A string from its quote at `quote`; the token starts at `from`, where its prefix does.
  private int string(int from, int quote, boolean prefixed) {
    int n = length;
    char q = chars[quote];
    boolean triple = quote + 2 < n && chars[quote + 1] == q && chars[quote + 2] == q;
    int i = triple ? quote + 3 : quote + 1;
    while (i < n) {
      char c = chars[i];
      if (c == '\\') {
        // An escaped line end may be two characters.
        i += i + 2 < n && chars[i + 1] == '\r' && chars[i + 2] == '\n' ? 3 : 2;
      } else if (c == q) {
        if (!triple) {
          add(STRING, from, i + 1);
          return i + 1;
        }
        if (i + 2 < n && chars[i + 1] == q && chars[i + 2] == q) {
          add(STRING, from, i + 3);
          return i + 3;
        }
        i++;
      } else if (!triple && (c == '\n' || c == '\r')) {
        add(STRING, from, i);
        return i;
      } else {
        i++;
      }
    }
    add(STRING, from, n);
    return n;
  }

  private static boolean prefix(String word) {
    for (int i = 0; i < word.length(); i++) {
      if ("rRbBuUfFtT".indexOf(word.charAt(i)) < 0) {
        return false;
      }
    }
    return word.length() <= 2;
  }

  private int number(int from) {
    int i = from;
    int n = length;
    while (i < n) {
      char c = chars[i];
      boolean sign =
          (c == '+' || c == '-')
              && (chars[i - 1] == 'e' || chars[i - 1] == 'E')
              && i > from
              && !hex(from);
      if (!(namePart(c) || c == '.' || sign)) {
        break;
      }
      i++;
    }
    return i;
  }

  private boolean hex(int from) {
    return from + 1 < length
        && chars[from] == '0'
        && (chars[from + 1] == 'x' || chars[from + 1] == 'X');
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean nameStart(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || c == '_'
        || (c >= 128 && (Character.isLetter(c) || Character.isSurrogate(c)));
  }

  private static boolean namePart(char c) {
    return nameStart(c) || digit(c) || (c >= 128 && Character.isUnicodeIdentifierPart(c));
  }

  private int nameEnd(int from) {
    int i = from + 1;
    while (i < length && namePart(chars[i])) {
      i++;
    }
    return i;
  }
}
