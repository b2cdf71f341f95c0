package dev.assay.formats;

import dev.assay.io.ByteSource;
import dev.assay.io.SourceStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// Unpacks deflated entries of a zip, within {@link Limits}.
final class ZipInflating {
  /// A deflate stream packs at most so many bytes into one.
  private static final long MOST_RATIO = 1032;

  private ZipInflating() {}

  /// The first bytes of an entry; fewer where it is damaged.
  ///
  /// @param start where its packed bytes begin in the source
  /// @param length how many of its bytes are wanted, at most its size
  static byte[] beginning(ByteSource source, long start, ZipDirectory.Entry entry, int length) {
    byte[] out = new byte[length];
    int filled = 0;
    Inflater inflater = new Inflater(true);
    try (var in =
        new InflaterInputStream(
            new SourceStream(source, start, start + entry.packed()), inflater)) {
      for (int n = 0; n >= 0 && filled < length; ) {
        filled += n;
        n = in.read(out, filled, length - filled);
      }
    } catch (IOException e) {
      return Arrays.copyOf(out, filled);
    } finally {
      inflater.end();
    }
    return Arrays.copyOf(out, filled);
  }

  /// All of an entry.
  ///
  /// @param start where its packed bytes begin in the source
  /// @throws dev.assay.io.Malformed when it is damaged, over a limit, or not as large as it says
  static byte[] all(ByteSource source, long start, ZipDirectory.Entry entry) {
    if (entry.size() > Limits.UNPACKED) {
      throw entry.malformed("of " + entry.size() + " bytes is over the limit");
    }
    // What claims to grow more than deflate can make it, or more than our ratio, is a bomb.
    if (entry.size() > Limits.RATIO_FROM && entry.size() / Limits.RATIO > entry.packed()) {
      throw entry.malformed(
          "grows from " + entry.packed() + " to " + entry.size() + " bytes: a zip bomb");
    }
    if (entry.size() > MOST_RATIO * entry.packed() + 64) {
      throw entry.malformed("cannot be as large as it says");
    }
    byte[] out = new byte[(int) entry.size()];
    Inflater inflater = new Inflater(true);
    try (var in = new SourceStream(source, start, start + entry.packed())) {
      byte[] chunk = new byte[32 * 1024];
      int filled = 0;
      while (!inflater.finished()) {
        if (inflater.needsInput()) {
          int n = in.read(chunk, 0, chunk.length);
          if (n < 0) {
            break;
          }
          inflater.setInput(chunk, 0, n);
        }
        if (filled == out.length) {
          if (inflater.inflate(new byte[1]) > 0) {
            throw entry.malformed("is longer than the directory says");
          }
          if (inflater.needsDictionary()) {
            break;
          }
        } else {
          filled += inflater.inflate(out, filled, out.length - filled);
          if (inflater.needsDictionary()) {
            break;
          }
        }
      }
      if (filled != out.length || !inflater.finished()) {
        throw entry.malformed("is damaged or cut short");
      }
      return out;
    } catch (DataFormatException | IOException e) {
      throw entry.malformed("cannot be unpacked");
    } finally {
      inflater.end();
    }
  }
}
