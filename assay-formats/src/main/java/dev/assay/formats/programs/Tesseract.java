package dev.assay.formats.programs;

import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.io.ByteSource;
import dev.assay.io.Cursor;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.model.Weights;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Tesseract's `traineddata`: a table of places, one for each component in a fixed order; -1 where
/// one is not there. The last component is a line that names version, language, training set and
/// network.
public final class Tesseract implements WeightsFormat {
  private static final List<String> COMPONENTS =
      List.of(
          "config",
          "unicharset",
          "unicharambigs",
          "inttemp",
          "pffmtable",
          "normproto",
          "punc-dawg",
          "word-dawg",
          "number-dawg",
          "freq-dawg",
          "fixed-length-dawgs",
          "cube-unicharset",
          "cube-word-dawg",
          "shapetable",
          "bigram-dawg",
          "unambig-dawg",
          "params-model",
          "lstm",
          "lstm-punc-dawg",
          "lstm-word-dawg",
          "lstm-number-dawg",
          "lstm-unicharset",
          "lstm-recoder",
          "version");
  private static final int VERSION = 23;
  private static final int LONGEST_VERSION = 4_096;

  @Override
  public String id() {
    return "tesseract";
  }

  @Override
  public String title() {
    return "Tesseract traineddata";
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    return order(head, entry.size()) != null;
  }

  // The first component that is there begins where the table ends; no other begins before it.
  private static @org.jspecify.annotations.Nullable ByteOrder order(byte[] head, long size) {
    // The number of components is small in either order; what begins otherwise is nearly every
    // file.
    if (head.length < 4 || head[0] != 0 && head[3] != 0) {
      return null;
    }
    for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
      ByteBuffer b = ByteBuffer.wrap(head).order(order);
      if (b.limit() < 12) {
        return null;
      }
      int count = b.getInt(0);
      if (count < 1 || count > COMPONENTS.size() || b.limit() < 4 + 8 * count) {
        continue;
      }
      long first = -1;
      boolean rising = true;
      for (int i = 0; i < count; i++) {
        long at = b.getLong(4 + 8 * i);
        rising &= at >= -1 && (size < 0 || at <= size) && (at == -1 || at >= 4 + 8L * count);
        first = first < 0 ? at : first;
      }
      if (rising && first == 4 + 8L * count) {
        return order;
      }
    }
    return null;
  }

  @Override
  public List<String> endings() {
    return List.of(".traineddata");
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    var out = new WeightsBuilder(source, entry, bytes, id()).uncounted();
    ByteOrder order = order(bytes.head(4 + 8 * COMPONENTS.size()), bytes.size());
    if (order == null) {
      throw new Malformed(0, "the table of components does not fit the file");
    }
    Cursor in = new Cursor(bytes).order(order);
    int count = in.i32();
    long[] places = new long[count];
    for (int i = 0; i < count; i++) {
      places[i] = in.i64();
    }
    long end = 4 + 8L * count;
    out.header(0, end);
    var names = new java.util.ArrayList<String>();
    for (int i = 0; i < count; i++) {
      if (places[i] >= 0) {
        names.add(COMPONENTS.get(i));
      }
    }
    out.fact(Weights.Topic.ARCHITECTURE, "components", String.join(" ", names), 0, end);
    if (count > VERSION && places[VERSION] >= 0) {
      version(out, bytes, places[VERSION]);
    }
    return out.build();
  }

  private static void version(WeightsBuilder out, ByteSource bytes, long at) {
    int length = (int) Math.min(LONGEST_VERSION, bytes.size() - at);
    String text = new String(bytes.bytes(at, length), StandardCharsets.UTF_8).strip();
    if (text.indexOf('\0') >= 0) {
      text = text.substring(0, text.indexOf('\0'));
    }
    out.quote(text);
    long to = at + length;
    int network = text.indexOf('[');
    String[] parts = (network < 0 ? text : text.substring(0, network)).split(":", -1);
    out.fact(Weights.Topic.TOOL, "tesseract version", parts[0], at, to);
    if (parts.length > 1) {
      out.fact(Weights.Topic.NAME, "language", parts[1], at, to);
    }
    if (parts.length > 2) {
      out.fact(Weights.Topic.TRAINING_DATA, "training set", parts[2], at, to);
    }
    if (network >= 0) {
      out.fact(Weights.Topic.ARCHITECTURE, "network", text.substring(network), at, to);
    }
  }
}
