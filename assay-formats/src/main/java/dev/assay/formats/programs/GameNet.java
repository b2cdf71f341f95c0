package dev.assay.formats.programs;

import dev.assay.io.ByteSource;
import dev.assay.io.Malformed;
import dev.assay.io.SourceStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/// A network of a program that plays a game, which is kept packed as a whole by gzip, or not
/// packed.
final class GameNet {
  /// How much is unpacked: the header stands at the front, and small networks are held whole.
  private static final int MOST = 16 << 20;

  private GameNet() {}

  /// What was unpacked.
  ///
  /// @param bytes its beginning
  /// @param whole whether that is all
  /// @param damage why not, when the file is damaged; otherwise empty
  record Unpacked(byte[] bytes, boolean whole, String damage) {}

  private static boolean packed(byte[] head) {
    return head.length > 2 && head[0] == 0x1f && (head[1] & 0xff) == 0x8b && head[2] == 8;
  }

  /// The first bytes of what a file holds, from the file's own first bytes.
  static byte[] beginning(byte[] head, int most) {
    return packed(head)
        ? read(new ByteArrayInputStream(head), most).bytes()
        : head.length <= most ? head : Arrays.copyOf(head, most);
  }

  /// What a file holds.
  ///
  /// @throws Malformed when nothing can be unpacked
  static Unpacked of(ByteSource source) {
    if (!packed(source.head(3))) {
      int size = (int) Math.min(MOST, source.size());
      return new Unpacked(source.bytes(0, size), size == source.size(), "");
    }
    Unpacked all = read(new SourceStream(source), MOST);
    if (all.bytes().length == 0) {
      throw new Malformed(0, "what is packed cannot be unpacked");
    }
    return all;
  }

  private static Unpacked read(InputStream packed, int most) {
    var out = new ByteArrayOutputStream();
    String damage;
    try (InputStream in = new GZIPInputStream(packed)) {
      byte[] chunk = new byte[16 * 1024];
      while (out.size() < most) {
        int n = in.read(chunk, 0, Math.min(chunk.length, most - out.size()));
        if (n < 0) {
          return new Unpacked(out.toByteArray(), true, "");
        }
        out.write(chunk, 0, n);
      }
      return new Unpacked(out.toByteArray(), in.read() < 0, "");
    } catch (EOFException e) {
      damage = "it ends within what is packed";
    } catch (IOException e) {
      damage = "what is packed is damaged";
    }
    return new Unpacked(out.toByteArray(), false, damage + " after " + out.size() + " bytes");
  }
}
