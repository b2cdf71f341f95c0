package dev.assay.code.outline;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Python's tokens, as far as a shallow reader needs them: names, numbers, strings, operators, and
/// the ends of logical lines with the column that the next one begins at. It takes Python 2 and 3
/// and broken files alike: it cannot fail, each character is looked at a bounded number of times,
/// and it copies each word once ({@link Lexicon}).
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

  /// Words that a scanner asks for, by their numbers in every lexicon: first those that stand
  /// before brackets and are not called.
  static final int IF = 0;

  static final int IS = 11;
  static final int DEF = 12;
  static final int CLASS = 13;
  static final int IMPORT = 14;
  static final int FROM = 15;
  static final int ASYNC = 16;
  static final int ELSE = 17;
  static final int AS = 18;
  static final int DUNDER_NAME = 19;

  private static final List<String> WORDS =
      List.of(
          "if",
          "in",
          "and",
          "or",
          "not",
          "return",
          "elif",
          "while",
          "assert",
          "yield",
          "lambda",
          "is",
          "def",
          "class",
          "import",
          "from",
          "async",
          "else",
          "as",
          "__name__");

  // What the characters of ASCII are: first the parts of names.
  private static final byte LETTER = 0;
  private static final byte DIGIT = 1;
  private static final byte OTHER = 2;
  private static final byte BLANK = 3;
  private static final byte LINE_END = 4;
  private static final byte QUOTE = 5;
  private static final byte OPENS = 6;
  private static final byte CLOSES = 7;

  private static final byte[] ASCII = new byte[128];

  static {
    Arrays.fill(ASCII, OTHER);
    Arrays.fill(ASCII, 'a', 'z' + 1, LETTER);
    Arrays.fill(ASCII, 'A', 'Z' + 1, LETTER);
    ASCII['_'] = LETTER;
    Arrays.fill(ASCII, '0', '9' + 1, DIGIT);
    put(" \t\f", BLANK);
    put("\r\n", LINE_END);
    put("\"'", QUOTE);
    put("([{", OPENS);
    put(")]}", CLOSES);
  }

  private static void put(String characters, byte kind) {
    for (int i = 0; i < characters.length(); i++) {
      ASCII[characters.charAt(i)] = kind;
    }
  }

  private final String text;

  /// The text once more, as an array, with an end of a line behind it: this is the loop that most
  /// characters of a release pass, and in a process that has just begun it is interpreted.
  private final char[] chars;

  private final int length;

  private final Lexicon lexicon;

  /// Three numbers for each token: where it begins, where it ends, and what it is. That is one of
  /// the kinds, or the operator of one character itself, and above them the number of a name in the
  /// lexicon, for other tokens {@link Lexicon#NONE}.
  private int[] tokens;

  private int count;

  private PythonLexer(String text, Space space) {
    this.text = text;
    this.length = text.length();
    this.chars = space.chars.length <= length ? new char[length + 1] : space.chars;
    text.getChars(0, length, chars, 0);
    chars[length] = '\n';
    lexicon = space.lexicon;
    lexicon.next();
    tokens = space.tokens;
  }

  /// What a lexer works in, taken over by the next one on the same thread: a release has many small
  /// files, and to touch new memory costs more than to read them.
  private record Space(char[] chars, int[] tokens, Lexicon lexicon) {
    /// What is larger is not kept.
    private static final int MOST = 1 << 16;

    private static final ThreadLocal<@Nullable Space> KEPT = new ThreadLocal<>();

    static Space take() {
      Space space = KEPT.get();
      KEPT.remove();
      return space == null
          ? new Space(new char[1 << 13], new int[3 << 12], new Lexicon(WORDS))
          : space;
    }
  }

  /// Ends the use of the tokens. None of them may be asked for afterwards.
  void close() {
    if (chars.length <= Space.MOST && tokens.length <= 3 * Space.MOST) {
      Space.KEPT.set(new Space(chars, tokens, lexicon));
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
    int kind = what(i);
    return kind > LINE ? OP : (byte) kind;
  }

  int start(int i) {
    return i < count ? tokens[3 * i] : length;
  }

  int end(int i) {
    return i < count ? tokens[3 * i + 1] : length;
  }

  private int what(int i) {
    return i < count ? tokens[3 * i + 2] & 0xFF : LINE;
  }

  /// The characters of a token.
  String word(int i) {
    if (i >= count) {
      return "";
    }
    int word = which(i);
    return word == Lexicon.NONE ? text.substring(start(i), end(i)) : lexicon.word(word);
  }

  /// The words of more than one letter among the names, as far as an outline keeps them.
  List<String> vocabulary() {
    return lexicon.seen();
  }

  /// Which of the words that scanners ask for a token is, or another number.
  int which(int i) {
    return i < count ? tokens[3 * i + 2] >> 8 : Lexicon.NONE;
  }

  /// Whether a token is this operator of one character.
  boolean is(int i, char op) {
    return what(i) == op;
  }

  /// The operator that a token is when it is one of one character, else 0.
  char op(int i) {
    int kind = what(i);
    return kind > LINE ? (char) kind : 0;
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

  private void add(int kind, int start, int end, int word) {
    int at = 3 * count++;
    if (at == tokens.length) {
      tokens = Arrays.copyOf(tokens, at + 3 * (count >> 1));
    }
    tokens[at] = start;
    tokens[at + 1] = end;
    tokens[at + 2] = word << 8 | kind;
  }

  private void run() {
    int n = length;
    int depth = 0;
    int i = 0;
    while (i < n) {
      char c = chars[i];
      switch (c < 128 ? ASCII[c] : kindBeyond(c)) {
        case BLANK -> i++;
        case LETTER -> i = name(i);
        case DIGIT -> i = number(i);
        case LINE_END -> {
          if (depth > 0 && statementAt(i + 1)) {
            depth = 0;
          }
          if (depth == 0 && count > 0 && what(count - 1) != LINE) {
            add(LINE, i, i + 1, Lexicon.NONE);
          }
          i++;
        }
        case QUOTE -> i = string(i, i);
        case OPENS -> {
          depth++;
          add(c, i, i + 1, Lexicon.NONE);
          i++;
        }
        case CLOSES -> {
          depth = Math.max(0, depth - 1);
          add(c, i, i + 1, Lexicon.NONE);
          i++;
        }
        default -> i = other(i);
      }
    }
    if (count > 0 && what(count - 1) != LINE) {
      add(LINE, n, n, Lexicon.NONE);
    }
  }

  /// A remark, a line that goes on, a number that begins with its point, or an operator.
  private int other(int from) {
    char c = chars[from];
    int i = from;
    if (c == '#') {
      while (chars[i] != '\n' && chars[i] != '\r') {
        i++;
      }
    } else if (c == '\\') {
      i++;
      if (i < length && chars[i] == '\r') {
        i++;
      }
      if (i < length && chars[i] == '\n') {
        i++;
      }
    } else if (c == '.' && digit(chars[i + 1])) {
      i = number(from);
    } else {
      int size = operator(from);
      i += size;
      add(size == 1 && c > LINE && c < 128 ? c : OP, from, i, Lexicon.NONE);
    }
    return i;
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
    while (namePart(chars[i]) || chars[i] == '.') {
      i++;
    }
    return text.startsWith(" import ", i);
  }

  private int operator(int i) {
    char c = chars[i];
    char next = chars[i + 1];
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
  private int string(int from, int quote) {
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
          add(STRING, from, i + 1, Lexicon.NONE);
          return i + 1;
        }
        if (i + 2 < n && chars[i + 1] == q && chars[i + 2] == q) {
          add(STRING, from, i + 3, Lexicon.NONE);
          return i + 3;
        }
        i++;
      } else if (!triple && (c == '\n' || c == '\r')) {
        add(STRING, from, i, Lexicon.NONE);
        return i;
      } else {
        i++;
      }
    }
    add(STRING, from, n, Lexicon.NONE);
    return n;
  }

  /// A name, or the string whose prefix it is.
  private int name(int from) {
    int hash = chars[from];
    int i = from + 1;
    char c = chars[i];
    while (c < 128 ? ASCII[c] <= DIGIT : namePartBeyond(c)) {
      hash = 31 * hash + c;
      c = chars[++i];
    }
    if (i - from <= 2 && (c == '"' || c == '\'') && prefix(from, i)) {
      return string(from, i);
    }
    add(NAME, from, i, lexicon.find(chars, from, i, hash));
    return i;
  }

  private boolean prefix(int from, int to) {
    for (int i = from; i < to; i++) {
      if ("rRbBuUfFtT".indexOf(chars[i]) < 0) {
        return false;
      }
    }
    return true;
  }

  private int number(int from) {
    int i = from;
    while (i < length) {
      char c = chars[i];
      boolean sign =
          (c == '+' || c == '-')
              && i > from
              && (chars[i - 1] == 'e' || chars[i - 1] == 'E')
              && !hex(from);
      if (!(namePart(c) || c == '.' || sign)) {
        break;
      }
      i++;
    }
    add(NUMBER, from, i, Lexicon.NONE);
    return i;
  }

  private boolean hex(int from) {
    return chars[from] == '0' && (chars[from + 1] == 'x' || chars[from + 1] == 'X');
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean namePart(char c) {
    return c < 128 ? ASCII[c] <= DIGIT : namePartBeyond(c);
  }

  private static byte kindBeyond(char c) {
    return Character.isLetter(c) || Character.isSurrogate(c) ? LETTER : OTHER;
  }

  private static boolean namePartBeyond(char c) {
    return Character.isLetter(c)
        || Character.isSurrogate(c)
        || Character.isUnicodeIdentifierPart(c);
  }
}
