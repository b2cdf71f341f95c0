package dev.assay.formats.vectors;

import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.io.ByteSource;
import dev.assay.io.Cursor;
import dev.assay.io.FileEntry;
import dev.assay.io.SourceStream;
import dev.assay.model.DType;
import dev.assay.model.Tensor;
import dev.assay.model.Weights;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// word2vec's formats: a line with two numbers, then a row for each word, in text or with the
/// numbers in binary. Any text can begin with two numbers, so the first row must have the size that
/// they say.
public final class Word2Vec implements WeightsFormat {
  private static final int FIRST_ROW = 256 * 1024;
  private static final int LONGEST_WORD = 1_024;

  // Up to this size the lines of a text are counted.
  private static final long COUNTED = 32L << 20;

  private final boolean binary;

  private Word2Vec(boolean binary) {
    this.binary = binary;
  }

  /// The format with numbers in text.
  public static Word2Vec text() {
    return new Word2Vec(false);
  }

  /// The format with numbers in binary.
  public static Word2Vec binary() {
    return new Word2Vec(true);
  }

  /// The two numbers of the first line.
  ///
  /// @param words how many words
  /// @param dim how many numbers each
  /// @param end the first byte after the line
  private record Sizes(long words, long dim, int end) {}

  @Override
  public String id() {
    return binary ? "word2vec-bin" : "word2vec-text";
  }

  @Override
  public String title() {
    return binary ? "word2vec (binary)" : "word2vec (text)";
  }

  @Override
  public String begins() {
    return "0123456789";
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    return sizes(head) != null;
  }

  private static @Nullable Sizes sizes(byte[] head) {
    int at = 0;
    long[] numbers = new long[2];
    for (int i = 0; i < 2; i++) {
      int from = at;
      while (at < head.length && head[at] >= '0' && head[at] <= '9' && at - from < 12) {
        numbers[i] = numbers[i] * 10 + head[at++] - '0';
      }
      if (at == from || at == head.length || (i == 0 && head[at] != ' ')) {
        return null;
      }
      at += i == 0 ? 1 : 0;
    }
    at += head[at] == ' ' ? 1 : 0;
    at += at < head.length && head[at] == '\r' ? 1 : 0;
    boolean line = at < head.length && head[at] == '\n';
    boolean sane = numbers[0] > 0 && numbers[1] > 1 && numbers[1] <= 100_000;
    return line && sane ? new Sizes(numbers[0], numbers[1], at + 1) : null;
  }

  @Override
  public boolean confirms(FileEntry entry, ByteSource bytes) {
    byte[] head = bytes.head(FIRST_ROW);
    Sizes sizes = sizes(head);
    if (sizes == null) {
      return false;
    }
    boolean text = textRow(head, sizes);
    return binary ? !text && binaryRow(head, sizes, bytes.size()) : text;
  }

  private static boolean textRow(byte[] head, Sizes sizes) {
    int at = sizes.end();
    int end = at;
    while (end < head.length && head[end] != '\n') {
      end++;
    }
    if (end == head.length) {
      return false;
    }
    String row = new String(head, at, end - at, StandardCharsets.UTF_8).strip();
    String[] parts = row.split(" ");
    // A word may have blanks of its own; the numbers are the last ones.
    if (parts.length < sizes.dim() + 1) {
      return false;
    }
    for (int i = parts.length - (int) sizes.dim(); i < parts.length; i++) {
      if (!isNumber(parts[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNumber(String s) {
    if (s.isEmpty() || s.length() > 40) {
      return false;
    }
    for (int i = 0; i < s.length(); i++) {
      if ("0123456789+-.eE".indexOf(s.charAt(i)) < 0) {
        return s.equalsIgnoreCase("nan");
      }
    }
    return true;
  }

  // A word without control characters, a blank, the numbers; then the next word, or the end.
  private static boolean binaryRow(byte[] head, Sizes sizes, long size) {
    int at = sizes.end();
    int word = 0;
    while (at < head.length && head[at] != ' ') {
      if ((head[at] & 0xff) < ' ' || ++word > LONGEST_WORD) {
        return false;
      }
      at++;
    }
    if (isText(head, sizes.end(), head.length)) {
      return false;
    }
    long next = at + 1 + 4 * sizes.dim();
    // Lines of numbers in text end where a row would, as often as not; numbers in binary are
    // no text.
    if (sizes.dim() >= 4 && next <= head.length && isText(head, at + 1, (int) next)) {
      return false;
    }
    if (word == 0 || next > size || next + 1 >= head.length) {
      return word > 0 && next == size && sizes.words() == 1;
    }
    int after = head[(int) next] & 0xff;
    return after == '\n' ? (head[(int) next + 1] & 0xff) > ' ' || next + 1 == size : after > ' ';
  }

  private static boolean isText(byte[] head, int from, int to) {
    for (int i = from; i < to; i++) {
      int c = head[i] & 0xff;
      if (c >= 0x7f || c < ' ' && c != '\n' && c != '\r' && c != '\t') {
        return false;
      }
    }
    return true;
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    var out = new WeightsBuilder(source, entry, bytes, id());
    Sizes sizes = sizes(bytes.head(64));
    if (sizes == null) {
      throw new dev.assay.io.Malformed(0, "no line with two numbers");
    }
    out.header(0, sizes.end());
    out.fact(Weights.Topic.OTHER, "words", Long.toString(sizes.words()), 0, sizes.end());
    out.fact(Weights.Topic.ARCHITECTURE, "dim", Long.toString(sizes.dim()), 0, sizes.end());
    long least =
        Math.multiplyExact(sizes.words(), binary ? 4 * sizes.dim() + 2 : 2 * sizes.dim() + 2);
    if (least > bytes.size() - sizes.end() + 1) {
      out.status(
          Weights.Status.INCOMPLETE,
          sizes.words()
              + " words need at least "
              + least
              + " bytes where "
              + (bytes.size() - sizes.end())
              + " are left");
    }
    if (!binary && bytes.size() <= COUNTED && least <= bytes.size()) {
      long rows = rows(bytes, sizes.end());
      if (rows < sizes.words()) {
        out.status(
            Weights.Status.INCOMPLETE,
            "states " + sizes.words() + " words where " + rows + " lines follow");
      }
    }
    if (binary && bytes.size() <= COUNTED && least <= bytes.size()) {
      long rows = binaryRows(bytes, sizes);
      if (rows < sizes.words()) {
        out.status(
            Weights.Status.INCOMPLETE,
            "states " + sizes.words() + " words where " + rows + " with all numbers follow");
      }
    }
    out.tensor(
        new Tensor(
            "vectors",
            Tensor.Role.PARAMETER,
            List.of(sizes.words(), sizes.dim()),
            DType.F32,
            entry.path(),
            -1,
            -1,
            null));
    return out.build();
  }

  // How many words are there with all their numbers, at most as many as are stated.
  private static long binaryRows(ByteSource bytes, Sizes sizes) {
    var in = new Cursor(bytes);
    in.seek(sizes.end());
    long numbers = Float.BYTES * sizes.dim();
    long rows = 0;
    while (rows < sizes.words()) {
      while (in.remaining() > 0 && in.u8() != ' ') {
        // The word itself, and the line's end that some writers leave before it.
      }
      if (in.remaining() < numbers) {
        break;
      }
      in.skip(numbers);
      rows++;
    }
    return rows;
  }

  private static long rows(ByteSource bytes, long from) {
    long rows = 0;
    int last = '\n';
    try (var in = new SourceStream(bytes, from, bytes.size())) {
      byte[] chunk = new byte[64 * 1024];
      for (int n = in.read(chunk, 0, chunk.length); n > 0; n = in.read(chunk, 0, chunk.length)) {
        for (int i = 0; i < n; i++) {
          rows += chunk[i] == '\n' ? 1 : 0;
        }
        last = chunk[n - 1];
      }
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return last == '\n' ? rows : rows + 1;
  }
}
