package dev.assay.formats.tensorflow;

import dev.assay.io.Malformed;

/// Unpacks one block of Snappy (google/snappy, format_description.txt): the unpacked length, then
/// literals and copies of what was unpacked before. TensorFlow as Google runs it packs the tables
/// of checkpoints so.
final class Snappy {
  private static final int VARINT = 5;

  private final byte[] in;
  private final long at;
  private int next;

  private Snappy(byte[] in, long at) {
    this.in = in;
    this.at = at;
  }

  /// The unpacked bytes.
  ///
  /// @param packed a whole block
  /// @param most how many unpacked bytes are allowed
  /// @param at where the block begins in its file, for messages
  /// @throws Malformed when it is damaged, or longer
  static byte[] unpack(byte[] packed, int most, long at) {
    return new Snappy(packed, at).unpack(most);
  }

  private byte[] unpack(int most) {
    long length = length();
    // Three bytes copy at most 64: nothing can grow more, so that a short block allocates little.
    if (length > most || length > in.length * 22L) {
      throw malformed("a Snappy block of " + length + " bytes is over the limit");
    }
    byte[] out = new byte[(int) length];
    int filled = 0;
    while (next < in.length) {
      int tag = in[next++] & 0xff;
      if ((tag & 3) == 0) {
        long literal = tag >>> 2;
        if (literal >= 60) {
          literal = little((int) literal - 59);
        }
        literal++;
        if (literal > in.length - next || literal > out.length - filled) {
          throw malformed("a Snappy literal is longer than what is left");
        }
        System.arraycopy(in, next, out, filled, (int) literal);
        next += (int) literal;
        filled += (int) literal;
      } else {
        int copied = (tag & 3) == 1 ? 4 + ((tag >>> 2) & 7) : 1 + (tag >>> 2);
        long back =
            switch (tag & 3) {
              case 1 -> ((tag & 0xe0) << 3) | little(1);
              case 2 -> little(2);
              default -> little(4);
            };
        if (back == 0 || back > filled || copied > out.length - filled) {
          throw malformed("a Snappy copy leads out of the block");
        }
        // Byte by byte: a copy may reach into what it writes.
        for (int i = 0; i < copied; i++, filled++) {
          out[filled] = out[filled - (int) back];
        }
      }
    }
    if (filled != out.length) {
      throw malformed("a Snappy block of " + out.length + " bytes unpacks to " + filled);
    }
    return out;
  }

  private long length() {
    long value = 0;
    for (int i = 0; i < VARINT && next < in.length; i++) {
      int b = in[next++] & 0xff;
      value |= (long) (b & 0x7f) << (7 * i);
      if (b < 0x80) {
        return value;
      }
    }
    throw malformed("a Snappy block without a length");
  }

  private long little(int bytes) {
    if (bytes > in.length - next) {
      throw malformed("a Snappy block ends inside an element");
    }
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      value |= (in[next++] & 0xffL) << (8 * i);
    }
    return value;
  }

  private Malformed malformed(String reason) {
    return new Malformed(at + next, reason);
  }
}
