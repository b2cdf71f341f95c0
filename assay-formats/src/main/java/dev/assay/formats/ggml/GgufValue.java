package dev.assay.formats.ggml;

import dev.assay.formats.Limits;
import dev.assay.io.Cursor;
import dev.assay.io.Malformed;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One typed value of a GGUF header. Long texts are cut, long lists passed over and counted.
final class GgufValue {
  static final int U32 = 4;
  private static final int BOOL = 7;
  private static final int STRING = 8;
  private static final int ARRAY = 9;

  // Lists of texts up to this length are kept: tags, languages, data sets, and no vocabulary.
  private static final int KEPT = 256;
  private static final int NESTED = 4;

  private static final int[] WIDTHS = {1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8};

  private final Cursor in;
  private final boolean short32;
  private final List<String> items = new ArrayList<>();
  private long count = -1;
  private @Nullable Long number;
  private @Nullable String complaint;

  GgufValue(Cursor in, boolean short32) {
    this.in = in;
    this.short32 = short32;
  }

  /// The texts of a list of texts; empty for anything else and for long lists.
  List<String> items() {
    return items;
  }

  /// How many items a list has; -1 for anything else.
  long count() {
    return count;
  }

  /// The value, when it is a whole number.
  @Nullable Long number() {
    return number;
  }

  /// What is odd about it, to follow "the value of ... ".
  Optional<String> complaint() {
    return Optional.ofNullable(complaint);
  }

  private long length() {
    return short32 ? in.u32() : in.i64();
  }

  /// Reads the value; gives it as text, a list as its length in words.
  String read(int type) {
    if (type != ARRAY) {
      return scalar(type);
    }
    array(1);
    return items.isEmpty() ? count + " items" : String.join(", ", items);
  }

  private String scalar(int type) {
    return switch (type) {
      case 0 -> whole(in.u8());
      case 1 -> whole(in.i8());
      case 2 -> whole(in.u16());
      case 3 -> whole((short) in.u16());
      case U32 -> whole(in.u32());
      case 5 -> whole(in.i32());
      case 6 -> String.valueOf(in.f32());
      case BOOL -> {
        int b = in.u8();
        if (b > 1) {
          complaint = "is " + b + " where true or false must be";
        }
        yield b == 0 ? "false" : "true";
      }
      case STRING -> text();
      case 10 -> {
        long n = in.i64();
        number = n;
        yield Long.toUnsignedString(n);
      }
      case 11 -> whole(in.i64());
      case 12 -> String.valueOf(in.f64());
      default -> throw new Malformed(in.position(), "a value has the unknown type " + type);
    };
  }

  private String whole(long n) {
    number = n;
    return String.valueOf(n);
  }

  private String text() {
    long n = length();
    in.requireLeft(n);
    int kept = (int) Math.min(n, Limits.TEXT);
    byte[] raw = in.bytes(kept);
    in.skip(n - kept);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
    } catch (CharacterCodingException e) {
      if (kept == n) {
        complaint = "is not UTF-8";
      }
      return new String(raw, StandardCharsets.UTF_8);
    }
  }

  private void array(int depth) {
    if (depth > NESTED) {
      throw new Malformed(in.position(), "lists are nested more than " + NESTED + " deep");
    }
    long type = in.u32();
    long n = length();
    if (count < 0) {
      count = n;
    }
    if (type == STRING) {
      texts(n, depth == 1);
    } else if (type == ARRAY) {
      // Each inner list takes a type and a length.
      if (n < 0 || n > in.remaining() / (short32 ? 8 : 12)) {
        throw tooLong(n);
      }
      for (long i = 0; i < n; i++) {
        array(depth + 1);
      }
    } else if (type < WIDTHS.length) {
      int width = WIDTHS[(int) type];
      if (n < 0 || n > in.remaining() / width) {
        throw tooLong(n);
      }
      in.skip(n * width);
    } else {
      throw new Malformed(in.position(), "a list has items of the unknown type " + type);
    }
  }

  private void texts(long n, boolean outer) {
    int least = short32 ? 4 : 8;
    if (n < 0 || n > in.remaining() / least) {
      throw tooLong(n);
    }
    if (!outer || n > KEPT) {
      in.skipRuns(n, short32 ? Integer.BYTES : Long.BYTES);
      return;
    }
    for (long i = 0; i < n; i++) {
      items.add(text());
    }
  }

  private Malformed tooLong(long n) {
    return new Malformed(
        in.position(),
        "a list declares "
            + Long.toUnsignedString(n)
            + " items where "
            + in.remaining()
            + " bytes are left");
  }
}
