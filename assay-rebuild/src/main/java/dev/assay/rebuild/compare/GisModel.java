package dev.assay.rebuild.compare;

import dev.assay.io.ByteSource;
import dev.assay.io.Cursor;
import dev.assay.io.Malformed;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// A maximum-entropy model as Apache OpenNLP writes it (`GISModelWriter`): big-endian, texts with a
/// two-byte length.
///
/// @param correction the correction constant and its parameter, which no longer have a part in
///   anything
/// @param structure outcomes, outcome patterns and predicates, in order: what the numbers belong to
/// @param parameters the numbers
record GisModel(String correction, List<String> structure, double[] parameters) {
  private static final int MOST = 50_000_000;

  static boolean looksLike(byte[] head) {
    return head.length > 5
        && head[0] == 0
        && head[1] == 3
        && head[2] == 'G'
        && head[3] == 'I'
        && head[4] == 'S';
  }

  /// @throws Malformed when it is not what the form says
  static GisModel read(byte[] bytes) {
    var in = new Cursor(ByteSource.of(bytes)).order(ByteOrder.BIG_ENDIAN);
    List<String> structure = new ArrayList<>();
    structure.add(text(in));
    String correction = "constant " + in.i32() + ", parameter " + in.f64();
    texts(in, structure);
    List<long[]> patterns = new ArrayList<>();
    int count = count(in);
    for (int i = 0; i < count; i++) {
      String pattern = text(in);
      structure.add(pattern);
      String[] words = pattern.split(" ", -1);
      patterns.add(new long[] {whole(words[0], in), words.length - 1});
    }
    texts(in, structure);
    long left = in.remaining() / 8;
    long wanted = 0;
    for (long[] p : patterns) {
      wanted = Math.addExact(wanted, Math.multiplyExact(p[0], p[1]));
    }
    if (wanted != left || in.remaining() % 8 != 0 || left > MOST) {
      throw new Malformed(
          in.position(), "declares " + wanted + " parameters where " + left + " are left");
    }
    double[] parameters = new double[(int) left];
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = in.f64();
    }
    return new GisModel(correction, structure, parameters);
  }

  private static long whole(String word, Cursor in) {
    try {
      long n = Long.parseLong(word);
      if (n >= 0 && n <= MOST) {
        return n;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new Malformed(in.position(), "an outcome pattern does not begin with a count");
  }

  private static int count(Cursor in) {
    int n = in.i32();
    // Each entry takes at least its two bytes of length.
    in.requireLeft(n < 0 ? -1 : 2L * n);
    return n;
  }

  private static void texts(Cursor in, List<String> into) {
    int count = count(in);
    for (int i = 0; i < count; i++) {
      into.add(text(in));
    }
  }

  private static String text(Cursor in) {
    // Java's own variant of UTF-8; only compared, never shown.
    return new String(in.bytes(in.u16()), java.nio.charset.StandardCharsets.ISO_8859_1);
  }
}
