package dev.assay.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Data of ours in the form that a start reads fastest: made from the files that people edit when
/// the image is made, and only there. Where it is absent the files themselves are read; a test
/// holds both to the same result.
public final class Prepared {
  /// The folder of the jar that holds them.
  public static final String FOLDER = "prepared";

  private Prepared() {}

  /// The bytes of one, from their first; empty when this program was started without an image.
  ///
  /// @param near a class of the jar
  /// @param name the file's name
  public static Optional<ByteBuffer> of(Class<?> near, String name) {
    try (InputStream in = near.getResourceAsStream("/" + FOLDER + "/" + name)) {
      return in == null ? Optional.empty() : Optional.of(ByteBuffer.wrap(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A text that {@link Writer#text} wrote.
  public static String text(ByteBuffer from) {
    int length = from.getInt();
    var text = new String(from.array(), from.position(), length, StandardCharsets.UTF_8);
    from.position(from.position() + length);
    return text;
  }

  /// Writes what is read back from a buffer in the same order.
  public static final class Writer {
    private ByteBuffer to = ByteBuffer.allocate(1 << 12);

    private ByteBuffer room(int bytes) {
      if (to.remaining() < bytes) {
        to = ByteBuffer.allocate(2 * (to.position() + bytes)).put(to.flip());
      }
      return to;
    }

    /// Four bytes, the highest first.
    public Writer number(int value) {
      room(Integer.BYTES).putInt(value);
      return this;
    }

    /// The length in bytes and the text in UTF-8.
    public Writer text(String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      room(Integer.BYTES + bytes.length).putInt(bytes.length).put(bytes);
      return this;
    }

    /// Their count and two bytes each.
    public Writer characters(char[] all) {
      room(Integer.BYTES + all.length * Character.BYTES).putInt(all.length);
      to.asCharBuffer().put(all);
      to.position(to.position() + all.length * Character.BYTES);
      return this;
    }

    /// What was written.
    public byte[] bytes() {
      return java.util.Arrays.copyOf(to.array(), to.position());
    }
  }

  /// What {@link Writer#characters} wrote.
  public static char[] characters(ByteBuffer from) {
    var all = new char[from.getInt()];
    from.asCharBuffer().get(all);
    from.position(from.position() + all.length * Character.BYTES);
    return all;
  }
}
