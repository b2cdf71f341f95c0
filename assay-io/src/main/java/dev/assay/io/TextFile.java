package dev.assay.io;

import dev.assay.model.Digest;
import dev.assay.model.Evidence;
import dev.assay.model.Span;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A text file read once and shared by everything that looks at it: its characters, its lines, its
/// hash. Line ends are kept as they stand; `\n`, `\r\n` and a lone `\r` each end a line.
public final class TextFile {
  private static final int BEFORE_WORDS = 80;
  private static final int AFTER_WORDS = 80;
  private static final Encoding ASCII = new Encoding(StandardCharsets.US_ASCII, 0, false);

  private final String source;
  private final String path;
  private final String text;
  private final boolean cut;
  private final boolean decoded;
  private final String guess;

  /// The bytes until somebody asks for their hash; most files are never quoted. Those of plain
  /// ASCII are made again from the characters: a release's files are not held twice.
  private byte @Nullable [] unhashed;

  /// Whether the characters are the bytes.
  private final boolean plain;

  private @Nullable Digest digest;
  private int @Nullable [] pageStarts;
  private int @Nullable [] lineStarts;
  private @Nullable FrontMatter frontMatter;

  private TextFile(
      String source,
      String path,
      String text,
      boolean cut,
      boolean decoded,
      String guess,
      boolean plain,
      byte @Nullable [] bytes) {
    this.plain = plain;
    this.source = source;
    this.path = path;
    this.text = text;
    this.cut = cut;
    this.decoded = decoded;
    this.guess = guess;
    this.unhashed = bytes;
  }

  /// Its front matter, read once.
  public FrontMatter frontMatter() {
    FrontMatter head = frontMatter;
    if (head == null) {
      head = FrontMatterReader.read(this);
      frontMatter = head;
    }
    return head;
  }

  /// Files longer than this are hashed at once, so that their bytes need not be kept.
  private static final int KEPT_BYTES = 1 << 18;

  /// Text from a file's bytes, which must not change afterwards.
  ///
  /// @param source the source's identifier
  /// @param path the file's path
  /// @param bytes its first bytes
  /// @param whole whether those are all of it; only then is the hash that of the file
  public static TextFile of(String source, String path, byte[] bytes, boolean whole) {
    boolean ascii = ascii(bytes);
    Encoding encoding = ascii ? ASCII : Encoding.of(bytes);
    String text =
        ascii ? new String(bytes, StandardCharsets.ISO_8859_1) : decode(bytes, encoding, whole);
    boolean decoded = ascii || text.indexOf('\uFFFD') < 0;
    String guess = encoding.guessed() ? encoding.charset().name() : "";
    var file =
        new TextFile(source, path, text, !whole, decoded, guess, ascii, ascii ? null : bytes);
    if (!ascii && bytes.length > KEPT_BYTES) {
      file.digest();
    }
    return file;
  }

  /// Text that is not a file of its own, such as a code cell or a metadata value; evidence points
  /// to lines of `text`.
  public static TextFile of(String source, String path, String text) {
    return new TextFile(source, path, text, false, true, "", false, null);
  }

  private static String decode(byte[] bytes, Encoding encoding, boolean whole) {
    // Bytes that are no text in the charset become U+FFFD: nothing is lost but those, and the
    // reader is
    // told by decoded(). A cut in the middle of a character at the end of a part is not an error.
    CharsetDecoder decoder =
        encoding
            .charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    int skip = encoding.mark();
    ByteBuffer in = ByteBuffer.wrap(bytes, skip, bytes.length - skip);
    CharBuffer out = CharBuffer.allocate(bytes.length - skip + 1);
    decoder.decode(in, out, whole);
    if (whole) {
      decoder.flush(out);
    }
    return out.flip().toString();
  }

  private static boolean ascii(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  /// The SHA-256 of these bytes in hexadecimal.
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The text of a paged document, for example a PDF; evidence points to its pages.
  ///
  /// @param pages the text of each page, from the first
  /// @param bytes the file, for its hash
  public static TextFile ofPages(String source, String path, List<String> pages, byte[] bytes) {
    var text = new StringBuilder();
    int[] starts = new int[pages.size()];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = text.length();
      text.append(pages.get(i)).append('\n');
    }
    var file = new TextFile(source, path, text.toString(), false, true, "", false, bytes);
    file.digest();
    file.pageStarts = starts;
    return file;
  }

  /// The identifier of the source it lies in.
  public String source() {
    return source;
  }

  /// Its path in the source.
  public String path() {
    return path;
  }

  /// The last part of the path.
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /// Its characters.
  public String text() {
    return text;
  }

  /// Whether it was read from bytes of which all are ASCII: false leaves it open.
  public boolean ascii() {
    return plain;
  }

  /// Whether only the beginning was read.
  public boolean cut() {
    return cut;
  }

  /// Whether every byte was text in its charset.
  public boolean decoded() {
    return decoded;
  }

  /// The encoding that it was read in where only its letters told it; empty where the text is UTF-8
  /// or has a mark.
  public String guessedEncoding() {
    return guess;
  }

  /// Whether a file's first bytes are a text in UTF-16.
  public static boolean isUtf16(byte[] head) {
    return Encoding.utf16(head) != null;
  }

  /// Its hash, where it was read from bytes.
  public synchronized @Nullable Digest digest() {
    byte[] bytes = plain && digest == null ? text.getBytes(StandardCharsets.ISO_8859_1) : unhashed;
    if (bytes != null) {
      digest = new Digest(cut ? Digest.Scope.SPAN : Digest.Scope.FILE, sha256(bytes));
      unhashed = null;
    }
    return digest;
  }

  private synchronized int[] lineStarts() {
    if (lineStarts == null) {
      char[] chars = text.toCharArray();
      int[] starts = new int[Math.max(16, chars.length / 32)];
      int n = 1;
      for (int i = 0; i < chars.length; i++) {
        char c = chars[i];
        if (c == '\n' || (c == '\r' && (i + 1 == chars.length || chars[i + 1] != '\n'))) {
          if (n == starts.length) {
            starts = Arrays.copyOf(starts, n * 2);
          }
          starts[n++] = i + 1;
        }
      }
      lineStarts = Arrays.copyOf(starts, n);
    }
    return lineStarts;
  }

  /// The number of lines; a text that ends in a line end has an empty last line.
  public int lines() {
    return lineStarts().length;
  }

  /// The line, counted from 1, that holds the character at `offset`.
  public int lineAt(int offset) {
    int at = Arrays.binarySearch(lineStarts(), offset);
    return at >= 0 ? at + 1 : -at - 1;
  }

  /// The offset of the first character of a line, counted from 1.
  public int lineStart(int line) {
    return lineStarts()[line - 1];
  }

  /// A line's characters without its end.
  public String line(int line) {
    int from = lineStart(line);
    int to = line < lines() ? lineStart(line + 1) : text.length();
    while (to > from && (text.charAt(to - 1) == '\n' || text.charAt(to - 1) == '\r')) {
      to--;
    }
    return text.substring(from, to);
  }

  /// Evidence for lines `first` to `last`, quoting them.
  public Evidence evidence(int first, int last) {
    int from = lineStart(first);
    int to = last < lines() ? lineStart(last + 1) : text.length();
    String quote = text.substring(from, Math.min(to, from + Evidence.MAX_QUOTE + 64)).strip();
    Span span =
        pageStarts == null ? new Span.Lines(first, last) : span(from, Math.max(from, to - 1));
    return new Evidence(source, path, span, quote, digest());
  }

  private Span span(int from, int to) {
    return pageStarts == null
        ? new Span.Lines(lineAt(from), lineAt(to))
        : new Span.Pages(pageAt(pageStarts, from), pageAt(pageStarts, to));
  }

  private static int pageAt(int[] starts, int offset) {
    int at = Arrays.binarySearch(starts, offset);
    return Math.max(1, at >= 0 ? at + 1 : -at - 1);
  }

  /// Evidence for the characters from `from` to `to`, quoting just them.
  public Evidence evidenceAt(int from, int to) {
    int end = Math.max(from, to - 1);
    String quote = text.substring(from, Math.min(to, from + Evidence.MAX_QUOTE + 64)).strip();
    return new Evidence(source, path, span(from, end), quote, digest());
  }

  /// Evidence for the place in the lines `first` to `last` where `words` stand, quoting them with
  /// what stands around them; for the lines where they do not stand so, as with markup between.
  public Evidence evidenceAround(int first, int last, String words) {
    int from = lineStart(first);
    int to = last < lines() ? lineStart(last + 1) : text.length();
    int at = text.indexOf(words, from);
    if (at < 0 || at + words.length() > to) {
      return evidence(first, last);
    }
    int start = Math.max(from, at - BEFORE_WORDS);
    while (start > from && start < at && !Character.isWhitespace(text.charAt(start - 1))) {
      start++;
    }
    return evidenceAt(start, Math.min(to, at + words.length() + AFTER_WORDS));
  }

  /// Evidence for the whole file, with a quotation chosen by the caller.
  public Evidence evidenceWhole(String quote) {
    return new Evidence(source, path, new Span.Whole(), quote, digest());
  }

  @Override
  public String toString() {
    return source + ":" + path;
  }
}
