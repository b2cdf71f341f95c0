package dev.assay.formats.pickle;

import dev.assay.formats.WeightsBuilder;
import dev.assay.io.ByteSource;
import dev.assay.io.Cursor;
import dev.assay.io.Malformed;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Pickles that a pickle carries as data: as bytes, or as text in base64 or in hexadecimal. Loading
/// the outer one does not run them; code that comes with it may, and no honest file hides imports
/// so.
final class NestedPickles {
  private static final int MOST = 100;
  private static final int LARGEST = 1 << 20;
  private static final int DEEPEST = 3;

  private final List<Found> found = new ArrayList<>();
  private int kept;

  /// One of them.
  ///
  /// @param bytes the pickle
  /// @param how how it was kept, in a few words
  /// @param from the first byte of its place
  /// @param to the byte after it
  record Found(byte[] bytes, String how, long from, long to) {}

  /// Looks at bytes that the cursor stands before, and leaves it there.
  void look(Cursor in, long length) {
    if (length < 4 || length > LARGEST || !room((int) length)) {
      return;
    }
    long at = in.position();
    boolean pickle = in.u8() == 0x80 && protocol(in.u8());
    in.seek(at);
    if (pickle) {
      add(in.bytes((int) length), "as bytes", at, at + length);
      in.seek(at);
    }
  }

  /// Looks at a text.
  void look(String text, long from, long to) {
    if (text.length() < 12 || !room(text.length())) {
      return;
    }
    byte[] decoded = decoded(text);
    if (decoded != null
        && decoded.length > 3
        && (decoded[0] & 0xff) == 0x80
        && protocol(decoded[1])) {
      add(decoded, text.charAt(0) == 'g' ? "in base64" : "in hexadecimal", from, to);
    }
  }

  private static byte @Nullable [] decoded(String text) {
    try {
      if (text.startsWith("gA")) {
        return Base64.getDecoder().decode(text);
      }
      return text.startsWith("80") && text.length() % 2 == 0 ? HexFormat.of().parseHex(text) : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static boolean protocol(int version) {
    return version >= 2 && version <= 5;
  }

  private boolean room(int more) {
    return found.size() < MOST && kept + more <= 8 * LARGEST;
  }

  private void add(byte[] bytes, String how, long from, long to) {
    kept += bytes.length;
    found.add(new Found(bytes, how, from, to));
  }

  /// Adds a danger for each import in them that is none of the harmless.
  ///
  /// @param base where the outer pickle begins in the file
  /// @param fixedTo as for {@link Imports#report}
  void report(WeightsBuilder out, long base, long fixedTo) {
    for (Found f : found) {
      long from = fixedTo < 0 ? base + f.from() : base;
      long to = fixedTo < 0 ? base + f.to() : fixedTo;
      report(out, f, from, to, 1);
    }
  }

  private static void report(WeightsBuilder out, Found f, long from, long to, int depth) {
    var machine = new PickleMachine(new Cursor(ByteSource.of(f.bytes())));
    try {
      machine.run();
    } catch (Malformed e) {
      // What stands before the damage would have run.
    }
    for (PickleMachine.Import i : machine.imports()) {
      Optional<String> danger = Imports.danger(i);
      danger.ifPresent(
          d -> out.danger("holds another pickle " + f.how() + ", which " + d, from, to));
    }
    if (depth < DEEPEST) {
      for (Found inner : machine.nested().found) {
        report(out, inner, from, to, depth + 1);
      }
    }
  }
}
