package dev.assay.rebuild.sandbox;

import dev.assay.weights.Printable;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/// Keeps what a run prints, escaped, line by line: the first {@value #MOST} bytes in a file, and of
/// what comes after only the last lines. Memory does not grow with what is printed.
public final class RunLog {
  /// How much is kept from the beginning, in bytes.
  static final long MOST = 8L << 20;

  /// The longest line; a longer one is cut into several.
  static final int LINE = 4096;

  private static final int TAIL = 64;

  private final Path file;
  private final Deque<String> tail = new ArrayDeque<>();
  private volatile String last = "";
  private long kept;
  private long leftOut;

  /// A log in a file that does not exist yet.
  public RunLog(Path file) {
    this.file = file;
  }

  /// Where it is kept.
  public Path file() {
    return file;
  }

  /// The last line that said something.
  public String last() {
    return Printable.line(last);
  }

  /// Reads all of `in` into the log.
  void copy(InputStream in) {
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      byte[] buffer = new byte[64 * 1024];
      byte[] line = new byte[LINE];
      int length = 0;
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        for (int i = 0; i < n; i++) {
          if (buffer[i] == '\n' || length == LINE) {
            line(out, new String(line, 0, length, StandardCharsets.UTF_8));
            length = 0;
          }
          if (buffer[i] != '\n') {
            line[length++] = buffer[i];
          }
        }
        out.flush();
      }
      if (length > 0) {
        line(out, new String(line, 0, length, StandardCharsets.UTF_8));
      }
      if (leftOut > 0) {
        int shown = tail.stream().mapToInt(t -> t.length() + 1).sum();
        out.write(
            "[assay: " + (leftOut - shown) + " bytes are left out here; the last lines follow]\n");
        for (String t : tail) {
          out.write(Printable.line(t));
          out.write('\n');
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void line(BufferedWriter out, String raw) throws IOException {
    String text = raw.endsWith("\r") ? raw.substring(0, raw.length() - 1) : raw;
    if (!text.isBlank()) {
      last = text;
    }
    if (leftOut == 0 && kept < MOST) {
      String escaped = Printable.line(text);
      kept += escaped.length() + 1;
      out.write(escaped);
      out.write('\n');
      return;
    }
    // What may be left out is not worth escaping yet.
    tail.addLast(text);
    leftOut += raw.length() + 1;
    if (tail.size() > TAIL) {
      tail.removeFirst();
    }
  }
}
