package dev.assay.io;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Names of files as text that can be shown and turned back. A name on a disk or in an archive is
/// bytes: it may be no UTF-8, move the cursor, or turn the direction of writing. Such bytes are
/// written `\xNN`, and so is the backslash itself, so that two names never look the same and each
/// can be found again.
public final class FileNames {
  private static final String HEX = "0123456789abcdef";

  private FileNames() {}

  /// A name's bytes as text: UTF-8 where it is, `\xNN` for each byte that is not, for control
  /// characters, for invisible characters that change the direction of writing, and for the
  /// backslash.
  public static String escape(byte[] name) {
    var text = new StringBuilder(name.length + 8);
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(name);
    CharBuffer out = CharBuffer.allocate(name.length + 1);
    while (in.hasRemaining()) {
      out.clear();
      CoderResult result = decoder.decode(in, out, true);
      out.flip();
      appendSafe(text, out);
      if (result.isError()) {
        for (int i = result.length(); i > 0; i--) {
          appendByte(text, in.get());
        }
        decoder.reset();
      }
    }
    return text.toString();
  }

  /// A name that is text already, with the same characters escaped.
  public static String escape(String name) {
    if (isPlain(name)) {
      return name;
    }
    return escape(name.getBytes(StandardCharsets.UTF_8));
  }

  private static void appendSafe(StringBuilder text, CharSequence decoded) {
    decoded
        .codePoints()
        .forEach(c -> {
          if (isUnsafe(c)) {
            for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
              appendByte(text, b);
            }
          } else {
            text.appendCodePoint(c);
          }
        });
  }

  private static void appendByte(StringBuilder text, byte b) {
    text.append("\\x").append(HEX.charAt((b >> 4) & 15)).append(HEX.charAt(b & 15));
  }

  private static boolean isUnsafe(int c) {
    return c == '\\'
        || Character.isISOControl(c)
        || c == 0x2028
        || c == 0x2029
        || c == 0xFEFF
        || (c >= 0x200B && c <= 0x200F)
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2060 && c <= 0x206F);
  }

  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c < 0x20 || c > 0x7e || c == '\\') {
        return false;
      }
    }
    return true;
  }

  /// The bytes of a name that {@link #escape(byte[])} wrote.
  ///
  /// @throws IllegalArgumentException when it was not written by that
  public static byte[] unescape(String text) {
    var bytes = new ByteArrayOutputStream(text.length());
    int from = 0;
    for (int at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', from)) {
      bytes.writeBytes(text.substring(from, at).getBytes(StandardCharsets.UTF_8));
      if (at + 4 > text.length() || text.charAt(at + 1) != 'x') {
        throw new IllegalArgumentException("not an escaped name: " + text);
      }
      int high = HEX.indexOf(text.charAt(at + 2));
      int low = HEX.indexOf(text.charAt(at + 3));
      if (high < 0 || low < 0) {
        throw new IllegalArgumentException("not an escaped name: " + text);
      }
      bytes.write(high << 4 | low);
      from = at + 4;
    }
    bytes.writeBytes(text.substring(from).getBytes(StandardCharsets.UTF_8));
    return bytes.toByteArray();
  }

  /// Whether `path`, with `/`, is a plain relative one that cannot leave the folder it is put in:
  /// not absolute, no drive letter, no empty, `.` or `..` part.
  public static boolean staysInside(String path) {
    if (path.isEmpty() || path.startsWith("/") || path.startsWith("\\")) {
      return false;
    }
    if (path.length() >= 2 && path.charAt(1) == ':' && Character.isLetter(path.charAt(0))) {
      return false;
    }
    int from = 0;
    while (true) {
      int slash = path.indexOf('/', from);
      String part = slash < 0 ? path.substring(from) : path.substring(from, slash);
      if (part.isEmpty() || part.equals(".") || part.equals("..")) {
        return false;
      }
      if (slash < 0) {
        return true;
      }
      from = slash + 1;
    }
  }

  /// Where a link leads, as a path in the same tree; null where it leads out.
  ///
  /// @param from the link's own path
  /// @param target what it says, from the folder that it lies in
  public static @Nullable String follow(String from, String target) {
    if (target.isEmpty() || target.startsWith("/")) {
      return null;
    }
    var parts = new ArrayList<String>();
    int slash = from.lastIndexOf('/');
    if (slash >= 0) {
      parts.addAll(List.of(from.substring(0, slash).split("/")));
    }
    for (String part : target.split("/")) {
      if (part.equals("..")) {
        if (parts.isEmpty()) {
          return null;
        }
        parts.removeLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    return String.join("/", parts);
  }

  /// How many folders deep a path lies.
  public static int depth(String path) {
    int depth = 0;
    for (int at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
      depth++;
    }
    return depth;
  }

  /// Paths nearest to the root first, those of one depth in the order of their letters.
  // Written out: one put together by the platform is made at run time, in each run.
  public static final Comparator<String> NEARER =
      (a, b) -> {
        int depths = Integer.compare(depth(a), depth(b));
        return depths == 0 ? a.compareTo(b) : depths;
      };
}
