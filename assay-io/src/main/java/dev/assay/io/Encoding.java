package dev.assay.io;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// The encoding of a text: by its mark, by where its NULs stand, else UTF-8; and where most of what
/// is not ASCII is no UTF-8, that encoding whose letters make a language. The rules are those of
/// how each encoding is laid out (the standards' tables of rows): kana and Hangul have rows of
/// their own, and the common characters of simplified and of traditional Chinese come first.
///
/// @param charset the encoding
/// @param mark how many bytes the mark takes
/// @param guessed whether it was told by the letters alone
record Encoding(Charset charset, int mark, boolean guessed) {
  /// How much of a file is looked at.
  private static final int LOOKED_AT = 1 << 16;

  /// Fewer bytes beyond ASCII than these say nothing.
  private static final int FEWEST = 4;

  /// An encoding of which nothing but the letters tells.
  ///
  /// @param name of the charset
  /// @param letter which characters make a language in it
  /// @param least the share of them among what is not ASCII
  private record Candidate(String name, IntPredicate letter, double least) {}

  /// The narrower first: Japanese and Korean in their own rows are also Chinese by their bytes.
  private static final List<Candidate> CANDIDATES =
      List.of(
          new Candidate("Shift_JIS", c -> c >= 0x3040 && c <= 0x30FF, 0.25),
          new Candidate("EUC-JP", c -> c >= 0x3040 && c <= 0x30FF, 0.25),
          new Candidate("EUC-KR", c -> c >= 0xAC00 && c <= 0xD7A3, 0.85),
          new Candidate("GB18030", c -> common("GB2312", c, 0xD7), 0.85),
          new Candidate("Big5", c -> common("Big5", c, 0xC6), 0.85),
          new Candidate("windows-1251", c -> c >= 'а' && c <= 'я', 0.75),
          new Candidate("KOI8-R", c -> c >= 'а' && c <= 'я', 0.75));

  static Encoding of(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return new Encoding(StandardCharsets.UTF_8, 3, false);
    }
    Charset wide = utf16(bytes);
    if (wide != null) {
      boolean marked = startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF);
      return new Encoding(wide, marked ? 2 : 0, false);
    }
    Charset other = notUtf8(bytes) ? byLetters(bytes) : null;
    return other == null
        ? new Encoding(StandardCharsets.UTF_8, 0, false)
        : new Encoding(other, 0, true);
  }

  /// UTF-16, by its mark, or because NULs stand at every other place only; otherwise null.
  static @Nullable Charset utf16(byte[] bytes) {
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16LE;
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16BE;
    }
    int[] zeros = new int[2];
    int looked = Math.min(bytes.length, LOOKED_AT);
    for (int i = 0; i < looked; i++) {
      if (bytes[i] == 0) {
        zeros[i & 1]++;
      }
    }
    int enough = looked / 4;
    if (looked < 2 * FEWEST || Math.max(zeros[0], zeros[1]) < enough) {
      return null;
    }
    if (zeros[0] == 0) {
      return StandardCharsets.UTF_16LE;
    }
    return zeros[1] == 0 ? StandardCharsets.UTF_16BE : null;
  }

  /// Whether less of what is not ASCII is UTF-8 than is not.
  private static boolean notUtf8(byte[] bytes) {
    int good = 0;
    int bad = 0;
    int end = Math.min(bytes.length, LOOKED_AT);
    for (int i = 0; i < end; i++) {
      int lead = bytes[i] & 0xFF;
      if (lead < 0x80) {
        continue;
      }
      int more = lead < 0xC2 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : lead < 0xF5 ? 3 : 0;
      int there = 0;
      while (there < more && i + 1 < end && (bytes[i + 1] & 0xC0) == 0x80) {
        there++;
        i++;
      }
      if (more > 0 && there == more) {
        good++;
      } else {
        bad++;
      }
    }
    return bad > good;
  }

  private static @Nullable Charset byLetters(byte[] bytes) {
    // First, since letters of Western Europe are Cyrillic ones in other encodings.
    if (western(bytes)) {
      return Charset.forName("windows-1252");
    }
    for (Candidate candidate : CANDIDATES) {
      if (!Charset.isSupported(candidate.name())) {
        continue;
      }
      Charset charset = Charset.forName(candidate.name());
      String text = strictly(charset, bytes);
      if (text == null) {
        continue;
      }
      long letters = text.chars().filter(candidate.letter()).count();
      long all = text.chars().filter(c -> c >= 0x80).count();
      if (all >= FEWEST && letters >= candidate.least() * all) {
        return charset;
      }
    }
    return null;
  }

  /// Letters with accents stand alone among others.
  private static boolean western(byte[] bytes) {
    int high = 0;
    int runs = 0;
    int end = Math.min(bytes.length, LOOKED_AT);
    for (int i = 0; i < end; i++) {
      if (bytes[i] < 0) {
        high++;
        runs += i == 0 || bytes[i - 1] >= 0 ? 1 : 0;
        if ((bytes[i] & 0xFF) < 0x91) {
          return false;
        }
      } else if (bytes[i] == 0) {
        return false;
      }
    }
    return high > 0 && high <= end / 5 && high <= 1.5 * runs;
  }

  /// The text where every byte is one; null otherwise. A character may be cut at the end.
  private static @Nullable String strictly(Charset charset, byte[] bytes) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes, 0, Math.min(bytes.length, LOOKED_AT));
    CharBuffer out = CharBuffer.allocate(in.remaining() + 1);
    return decoder.decode(in, out, false).isError() ? null : out.flip().toString();
  }

  /// Whether a character is punctuation of East Asia or stands before the row `last` of a charset.
  private static boolean common(String charset, int c, int last) {
    if (c < 0x3400) {
      return c >= 0x2010 && c <= 0x303F;
    }
    if (c >= 0xFF00 && c <= 0xFF5E) {
      return true;
    }
    byte[] bytes = Character.toString(c).getBytes(Charset.forName(charset));
    return bytes.length == 2 && (bytes[0] & 0xFF) <= last;
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    if (bytes.length < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if ((bytes[i] & 0xff) != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
