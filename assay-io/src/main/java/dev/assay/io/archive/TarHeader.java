package dev.assay.io.archive;

import dev.assay.io.Malformed;
import java.util.Arrays;

/// One 512-byte header block of a tar file. Rule: POSIX.1-2001 "ustar", and GNU's numbers in base
/// 256.
record TarHeader(byte[] name, long size, char type, byte[] link) {
  static final int BLOCK = 512;

  /// Whether these bytes are a header: the checksum, which every tar since 1979 has, must be right.
  static boolean isHeader(byte[] b) {
    if (b.length < BLOCK || b[0] == 0) {
      return false;
    }
    try {
      return number(b, 148, 8) == sum(b);
    } catch (Malformed e) {
      return false;
    }
  }

  static boolean isZero(byte[] b) {
    for (byte x : b) {
      if (x != 0) {
        return false;
      }
    }
    return true;
  }

  /// Reads a header.
  ///
  /// @param offset where it lies, for the message
  /// @throws Malformed when it is none
  static TarHeader parse(byte[] b, long offset) {
    if (!isHeader(b)) {
      throw new Malformed(offset, "not a header of a tar file: its checksum is wrong");
    }
    long size = number(b, 124, 12);
    if (size < 0) {
      throw new Malformed(offset, "declares a negative size");
    }
    byte[] name = field(b, 0, 100);
    boolean ustar =
        b[257] == 'u' && b[258] == 's' && b[259] == 't' && b[260] == 'a' && b[261] == 'r';
    // GNU's older form ends its magic with a space and uses the prefix field for times.
    if (ustar && b[262] == 0) {
      byte[] prefix = field(b, 345, 155);
      if (prefix.length > 0) {
        byte[] joined = Arrays.copyOf(prefix, prefix.length + 1 + name.length);
        joined[prefix.length] = '/';
        System.arraycopy(name, 0, joined, prefix.length + 1, name.length);
        name = joined;
      }
    }
    return new TarHeader(name, size, (char) (b[156] & 0xff), field(b, 157, 100));
  }

  private static byte[] field(byte[] b, int at, int length) {
    int end = at;
    while (end < at + length && b[end] != 0) {
      end++;
    }
    return Arrays.copyOfRange(b, at, end);
  }

  private static long sum(byte[] b) {
    long sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      sum += i >= 148 && i < 156 ? ' ' : b[i] & 0xff;
    }
    return sum;
  }

  private static long number(byte[] b, int at, int length) {
    if ((b[at] & 0x80) != 0) {
      long value = b[at] & 0x3f;
      if ((b[at] & 0x40) != 0) {
        return -1;
      }
      for (int i = at + 1; i < at + length; i++) {
        if (value > Long.MAX_VALUE >> 8) {
          throw new Malformed(-1, "a number is too large");
        }
        value = value << 8 | b[i] & 0xff;
      }
      return value;
    }
    long value = 0;
    int i = at;
    while (i < at + length && b[i] == ' ') {
      i++;
    }
    for (; i < at + length && b[i] != 0 && b[i] != ' '; i++) {
      if (b[i] < '0' || b[i] > '7') {
        throw new Malformed(-1, "a number is not octal");
      }
      value = value << 3 | b[i] - '0';
    }
    return value;
  }
}
