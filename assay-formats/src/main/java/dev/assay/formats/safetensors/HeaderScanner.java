package dev.assay.formats.safetensors;

import dev.assay.formats.Limits;
import dev.assay.formats.LongSet;
import dev.assay.io.ByteSource;
import dev.assay.io.Malformed;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The JSON of a safetensors header, straight from its bytes: a header is an object of objects with
/// texts and lists of whole numbers, and anything else that JSON has is refused, so that a scanner
/// of just these costs one pass. As strict as the JSON library that reads everything else (a test
/// holds them against each other): UTF-8, escapes, numbers and separators as the standard says. Not
/// for several threads.
final class HeaderScanner {
  private static final int WINDOW = 64 * 1024;

  /// The longest text, in bytes; names are held to {@link Limits#TEXT}.
  private static final int LONGEST = 32 * 1024 * 1024;

  private static final int DIGITS = 100;
  private static final int SHORT = 16;

  /// So many digits any long holds.
  private static final int FEW_DIGITS = 18;

  private final ByteSource source;
  private final long end;
  private byte[] window;
  private ByteBuffer words;
  private long base;
  private int at;
  private int filled;
  private int mark = -1;
  private long token;
  private final @Nullable String[] known = new @Nullable String[64];
  private final long[] byWords = new long[2 * 64];

  /// Reads the bytes from `from` to `to`.
  HeaderScanner(ByteSource source, long from, long to) {
    source.require(from, to - from);
    this.source = source;
    this.base = from;
    this.end = to;
    this.window = new byte[(int) Math.min(WINDOW, Math.max(1, to - from))];
    this.words = words(window);
  }

  private static ByteBuffer words(byte[] window) {
    return ByteBuffer.wrap(window).order(ByteOrder.LITTLE_ENDIAN);
  }

  /// Where the last token began, in the file.
  long offset() {
    return token;
  }

  /// Where the scanner stands, in the file.
  long position() {
    return base + at;
  }

  private boolean more() {
    long left = end - base - filled;
    if (left <= 0) {
      return false;
    }
    int keep = mark >= 0 ? mark : at;
    if (keep > 0) {
      System.arraycopy(window, keep, window, 0, filled - keep);
      base += keep;
      at -= keep;
      filled -= keep;
      mark = mark >= 0 ? 0 : -1;
    } else if (filled == window.length) {
      window = Arrays.copyOf(window, (int) Math.min(2L * window.length, end - base));
      words = words(window);
    }
    int n = (int) Math.min(window.length - filled, left);
    source.read(base + filled, ByteBuffer.wrap(window, filled, n));
    filled += n;
    return true;
  }

  /// The first byte of the next token, which is not passed; -1 at the end.
  private int peek() {
    while (true) {
      while (at < filled) {
        byte b = window[at];
        if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
          token = base + at;
          return b & 0xff;
        }
        at++;
      }
      if (!more()) {
        token = base + at;
        return -1;
      }
    }
  }

  /// The next token must be this sign.
  void expect(char sign) {
    int b = peek();
    if (b != sign) {
      throw wrong(b, "'" + sign + "'");
    }
    at++;
  }

  /// Passes this sign if it is the next token.
  boolean take(char sign) {
    if (peek() != sign) {
      return false;
    }
    at++;
    return true;
  }

  /// Refuses anything but white space to the end.
  void end() {
    if (peek() >= 0) {
      throw new Malformed(token, "JSON: something stands after the end");
    }
  }

  private Malformed wrong(int b, String wanted) {
    if (b < 0) {
      return new Malformed(token, "the header ends in the middle");
    }
    String is = b > 32 && b < 127 ? "'" + (char) b + "'" : String.format("byte 0x%02x", b);
    return new Malformed(token, "JSON: " + is + " where " + wanted + " must be");
  }

  /// A text that is a name.
  String name() {
    return held(text());
  }

  // Of the bytes where the text is ASCII, however it was written; two texts are never both.
  private static long hash(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) > 127) {
        return LongSet.hash(name);
      }
    }
    byte[] plain = name.getBytes(StandardCharsets.US_ASCII);
    return LongSet.hash(words(plain), 0, plain.length);
  }

  private String held(String name) {
    if (name.length() > Limits.TEXT) {
      throw new Malformed(token, "JSON: a name of " + name.length() + " characters");
    }
    return name;
  }

  /// A text.
  String text() {
    boolean simple = pass();
    String text = simple ? ascii() : decoded();
    mark = -1;
    at++;
    return text;
  }

  /// Goes to the end of the text that must be here, of which `mark` is the beginning.
  ///
  /// @return whether its bytes are its characters: ASCII without an escape
  private boolean pass() {
    int b = peek();
    if (b != '"') {
      throw wrong(b, "a text");
    }
    at++;
    mark = at;
    boolean plain = true;
    while (true) {
      int i = at;
      int to = filled;
      while (i + 8 <= to && simple(words.getLong(i))) {
        i += 8;
      }
      byte[] w = window;
      byte c = 0;
      while (i < to && (c = w[i]) != '"' && c != '\\' && c >= ' ') {
        i++;
      }
      at = i;
      if (i == to) {
        refill();
      } else if (c == '"') {
        return plain;
      } else if (c == '\\') {
        plain = false;
        at++;
        if (at == filled) {
          refill();
        }
        at++;
      } else if (c < 0) {
        plain = false;
        at++;
      } else {
        throw new Malformed(base + at, "JSON: a control character stands in a text");
      }
    }
  }

  /// Whether none of eight bytes is a quotation mark, a backslash, a control character or outside
  /// ASCII: the highest bit of a byte is set where a subtraction borrowed, or stood there before.
  private static boolean simple(long eight) {
    long quote = eight ^ 0x2222222222222222L;
    long escape = eight ^ 0x5c5c5c5c5c5c5c5cL;
    long found =
        eight
            | (eight - 0x2020202020202020L)
            | (quote - 0x0101010101010101L)
            | (escape - 0x0101010101010101L);
    return (found & 0x8080808080808080L) == 0;
  }

  private void refill() {
    if (at - mark > LONGEST) {
      throw new Malformed(token, "JSON: a text of more than " + LONGEST + " bytes");
    }
    if (!more()) {
      throw new Malformed(base + at, "the header ends in the middle");
    }
  }

  // The keys of tensors and their types are a handful of texts that stand in every entry: found
  // again by their bytes as two words.
  private String ascii() {
    int length = at - mark;
    if (length == 0 || length > SHORT) {
      return new String(window, mark, length, StandardCharsets.ISO_8859_1);
    }
    long low = word(mark, length);
    long high = length > 8 ? word(mark + 8, length - 8) : 0;
    int slot = (int) ((low + 31 * high) * 0x9e3779b97f4a7c15L >>> 58);
    String before = known[slot];
    if (before != null
        && before.length() == length
        && byWords[2 * slot] == low
        && byWords[2 * slot + 1] == high) {
      return before;
    }
    String text = new String(window, mark, length, StandardCharsets.ISO_8859_1);
    known[slot] = text;
    byWords[2 * slot] = low;
    byWords[2 * slot + 1] = high;
    return text;
  }

  // The first eight of `length` bytes as a number, those behind them as zero.
  private long word(int from, int length) {
    if (length < 8 && from + 8 > window.length) {
      long word = 0;
      for (int i = 0; i < length; i++) {
        word |= (window[from + i] & 0xffL) << 8 * i;
      }
      return word;
    }
    long word = words.getLong(from);
    return length < 8 ? word & (1L << 8 * length) - 1 : word;
  }

  private String decoded() {
    String raw;
    try {
      raw =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(window, mark, at - mark))
              .toString();
    } catch (CharacterCodingException e) {
      throw new Malformed(token, "text is not UTF-8");
    }
    return raw.indexOf('\\') < 0 ? raw : unescaped(raw);
  }

  private String unescaped(String raw) {
    var out = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c != '\\') {
        out.append(c);
        continue;
      }
      i++;
      int known = "\"\\/bfnrt".indexOf(raw.charAt(i));
      if (known >= 0) {
        out.append("\"\\/\b\f\n\r\t".charAt(known));
      } else if (raw.charAt(i) == 'u' && i + 4 < raw.length()) {
        int unit = 0;
        for (int k = 0; k < 4; k++) {
          char h = raw.charAt(++i);
          int digit = h < 128 ? Character.digit(h, 16) : -1;
          if (digit < 0) {
            throw new Malformed(token, "JSON: a \\u without four hexadecimal digits");
          }
          unit = unit << 4 | digit;
        }
        out.append((char) unit);
      } else {
        throw new Malformed(token, "JSON: an unknown escape in a text");
      }
    }
    return out.toString();
  }

  /// A whole number that a long holds.
  long integer() {
    int b = peek();
    int i = at;
    // Nearly all have few digits, and the window reaches beyond them.
    if (b > '0' && b <= '9' && filled - i > FEW_DIGITS) {
      byte[] w = window;
      long few = 0;
      int end = i + FEW_DIGITS;
      int d;
      while (i < end && (d = w[i] - '0') >= 0 && d <= 9) {
        few = 10 * few + d;
        i++;
      }
      byte next = w[i];
      if (next == ',' || next == ']') {
        at = i;
        return few;
      }
    }
    return anyInteger(b);
  }

  private long anyInteger(int b) {
    boolean negative = b == '-';
    if (negative) {
      at++;
    }
    int first = digit();
    if (first < 0) {
      throw wrong(b, "a whole number");
    }
    long value = 0;
    int digits = 0;
    for (int d = first; d >= 0; d = digit()) {
      if (digits > 0 && first == 0) {
        throw new Malformed(token, "JSON: a number with a zero before it");
      }
      if (++digits > DIGITS) {
        throw new Malformed(token, "JSON: a number of more than " + DIGITS + " digits");
      }
      // Negative, since that range is the larger one.
      if (value < (Long.MIN_VALUE + d) / 10) {
        throw new Malformed(token, "JSON: a number is too large");
      }
      value = 10 * value - d;
      at++;
    }
    if (at < filled && (window[at] == '.' || window[at] == 'e' || window[at] == 'E')) {
      throw new Malformed(token, "JSON: a whole number must be here");
    }
    if (!negative && value == Long.MIN_VALUE) {
      throw new Malformed(token, "JSON: a number is too large");
    }
    return negative ? value : -value;
  }

  // The digit at which the scanner stands; -1 where there is none.
  private int digit() {
    if (at == filled && !more()) {
      return -1;
    }
    int d = window[at] - '0';
    return d >= 0 && d <= 9 ? d : -1;
  }

  /// A list of whole numbers, of which at most `into.length` are there.
  ///
  /// @return how many
  int integers(long[] into) {
    expect('[');
    if (take(']')) {
      return 0;
    }
    int n = 0;
    do {
      if (n == into.length) {
        throw new Malformed(token, "a list of more than " + into.length + " numbers");
      }
      into[n++] = integer();
    } while (take(','));
    expect(']');
    return n;
  }

  /// What reads one member of an object.
  interface Member {
    /// Reads the value of the member.
    ///
    /// @param name its name
    /// @param hash a hash of the name, the same however its signs are written
    /// @param at where the name begins
    void read(String name, long hash, long at);
  }

  /// An object: each member's name and the colon are read, and the value is to be read.
  void object(Member member) {
    expect('{');
    if (take('}')) {
      return;
    }
    do {
      boolean simple = pass();
      int from = mark;
      String name = held(simple ? ascii() : decoded());
      long hash = simple ? LongSet.hash(words, from, at) : hash(name);
      mark = -1;
      at++;
      long begin = token;
      expect(':');
      member.read(name, hash, begin);
    } while (take(','));
    expect('}');
  }

  /// A text if the next token is one; null where it is something else.
  @Nullable String textOrNothing() {
    return peek() == '"' ? text() : null;
  }
}
