package dev.assay.formats.programs;

import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.io.ByteSource;
import dev.assay.io.Cursor;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.model.DType;
import dev.assay.model.Tensor;
import dev.assay.model.Weights;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The files of CMU Sphinx: acoustic parameters (`s3`), the model definition (`BMDF`) and the
/// language model (`Trie Language Model`). They hold counts, and no word on where they come from.
public final class Sphinx implements WeightsFormat {
  private static final String PARAMETERS = "s3\n";
  private static final String TRIE = "Trie Language Model";
  private static final int HEADER = 4_096;
  private static final int MOST_COUNTS = 4_096;

  @Override
  public String id() {
    return "sphinx";
  }

  @Override
  public String title() {
    return "CMU Sphinx";
  }

  @Override
  public String begins() {
    return "sTBF";
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    if (head.length == 0 || "sTBF".indexOf(head[0]) < 0 && head[0] != TRIE.charAt(0)) {
      return false;
    }
    String text = new String(head, 0, Math.min(head.length, 32), StandardCharsets.ISO_8859_1);
    return text.startsWith("s3\nversion") || text.startsWith(TRIE) || definition(text);
  }

  private static boolean definition(String text) {
    return text.startsWith("BMDF") || text.startsWith("FMDB");
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    var out = new WeightsBuilder(source, entry, bytes, id());
    String text = new String(bytes.head(HEADER), StandardCharsets.ISO_8859_1);
    if (text.startsWith(PARAMETERS)) {
      parameters(out, entry, bytes, text);
    } else {
      out.uncounted().kind(Weights.Kind.COMPONENT);
      out.header(0, Math.min(bytes.size(), 64));
      String what = definition(text) ? "model definition" : "language model";
      out.fact(Weights.Topic.ARCHITECTURE, "part", what, 0, 4);
    }
    return out.build();
  }

  // Lines of text to `endhdr`, a number that shows the byte order, counts, then how many
  // floats follow.
  private static void parameters(
      WeightsBuilder out, FileEntry entry, ByteSource bytes, String text) {
    int end = text.indexOf("endhdr\n");
    if (end < 0) {
      throw new Malformed(0, "its header has no end");
    }
    boolean sum = text.substring(0, end).contains("chksum0 yes");
    Cursor in = new Cursor(bytes);
    in.seek(end + 7L);
    if (in.u32() != 0x11223344L) {
      in.order(ByteOrder.BIG_ENDIAN);
      in.seek(end + 7L);
      if (in.u32() != 0x11223344L) {
        throw new Malformed(end + 7L, "no number that shows the byte order");
      }
    }
    long from = in.position();
    long tail = sum ? 4 : 0;
    long stated = stated(in, entry.name());
    in.seek(from);
    if (stated > in.remaining() - tail) {
      out.header(0, from).uncounted();
      out.status(
          Weights.Status.INCOMPLETE,
          stated + " bytes of counts and parameters do not fit in the " + in.remaining() + " left");
      return;
    }
    for (int i = 0; i < MOST_COUNTS && in.remaining() >= 4; i++) {
      long count = in.u32();
      if (count > 0 && count * 4 + tail == in.remaining()) {
        out.header(0, in.position());
        out.tensor(
            new Tensor(
                entry.name(),
                Tensor.Role.PARAMETER,
                List.of(count),
                DType.F32,
                entry.path(),
                in.position(),
                count * 4,
                null));
        return;
      }
    }
    out.header(0, from).uncounted();
    out.status(Weights.Status.INCOMPLETE, "no count in it fits the file's length");
  }

  // How many bytes follow the byte order, by the counts that the kinds of files begin with; 0 where
  // the kind is not known.
  private static long stated(Cursor in, String name) {
    try {
      long first = in.u32();
      long second = in.u32();
      long third = in.u32();
      if (name.contains("mixture_weights") || name.contains("transition_matrices")) {
        // States, streams and densities; or matrices, states and states.
        return 16 + 4 * product(product(first, second), third);
      }
      if (!name.contains("means") && !name.contains("variances") || second > 64) {
        return 0;
      }
      // Codebooks, streams, densities, and the length of a vector for each stream.
      long lengths = 0;
      for (int i = 0; i < second; i++) {
        lengths += in.u32();
      }
      return 16 + 4 * second + 4 * product(product(first, third), lengths);
    } catch (Malformed e) {
      return Long.MAX_VALUE;
    }
  }

  private static long product(long a, long b) {
    try {
      return Math.min(Math.multiplyExact(a, b), 1L << 50);
    } catch (ArithmeticException e) {
      return 1L << 50;
    }
  }
}
