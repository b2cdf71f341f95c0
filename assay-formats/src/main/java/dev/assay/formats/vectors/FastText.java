package dev.assay.formats.vectors;

import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.io.ByteSource;
import dev.assay.io.Cursor;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.model.DType;
import dev.assay.model.Tensor;
import dev.assay.model.Weights;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// fastText's binary models: the settings of the training are the header, and with the dictionary
/// comes the size of the training corpus in tokens. Files from before 2017 have no magic.
public final class FastText implements WeightsFormat {
  private static final int MAGIC = 793712314;
  private static final int SETTINGS = 12;
  private static final List<String> NAMES =
      List.of(
          "dim",
          "ws",
          "epoch",
          "minCount",
          "neg",
          "wordNgrams",
          "loss",
          "model",
          "bucket",
          "minn",
          "maxn",
          "lrUpdateRate");
  private static final List<String> LOSSES = List.of("?", "hs", "ns", "softmax", "ova");
  private static final List<String> MODELS = List.of("?", "cbow", "sg", "sup");
  private static final int LONGEST_WORD = 64 * 1024;
  private static final int MOST_LABELS = 1_000;

  @Override
  public String id() {
    return "fasttext";
  }

  @Override
  public String title() {
    return "fastText";
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    // The last byte of the magic, or that of a small number: few texts have either there.
    if (head.length < 8 || head[3] != 0 && head[3] != MAGIC >>> 24) {
      return false;
    }
    ByteBuffer b = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
    return b.getInt(0) == MAGIC || plausible(b);
  }

  // Without a magic: every setting in its range, and a dictionary whose words and labels add up.
  private static boolean plausible(ByteBuffer b) {
    if (b.limit() < 84) {
      return false;
    }
    int[] s = new int[SETTINGS];
    for (int i = 0; i < SETTINGS; i++) {
      s[i] = b.getInt(4 * i);
    }
    double t = b.getDouble(48);
    int size = b.getInt(56);
    int words = b.getInt(60);
    int labels = b.getInt(64);
    return s[0] >= 1
        && s[0] <= 100_000
        && s[1] >= 1
        && s[1] <= 1_000
        && s[2] >= 1
        && s[2] <= 100_000
        && s[3] >= 0
        && s[4] >= 0
        && s[6] >= 1
        && s[6] <= 3
        && s[7] >= 1
        && s[7] <= 3
        && s[8] >= 0
        && s[9] >= 0
        && s[10] >= s[9]
        && s[10] <= 100
        && t > 0
        && t <= 1
        && words >= 0
        && labels >= 0
        && size > 0
        && words + (long) labels == size
        && b.getLong(68) > 0;
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    var out = new WeightsBuilder(source, entry, bytes, id());
    Cursor in = new Cursor(bytes);
    boolean magic = in.i32() == MAGIC;
    int version = magic ? in.i32() : 0;
    if (magic && (version < 11 || version > 12)) {
      throw new Malformed(4, "version " + version + " is not known");
    }
    in.seek(magic ? 8 : 0);
    int[] settings = new int[SETTINGS];
    for (int i = 0; i < SETTINGS; i++) {
      long at = in.position();
      settings[i] = in.i32();
      fact(out, i, settings[i], at);
    }
    in.skip(8);
    long at = in.position();
    long size = in.i32();
    long words = in.i32();
    long labels = in.i32();
    long tokens = in.i64();
    long pruned = version == 0 ? -1 : in.i64();
    if (settings[0] <= 0
        || size < 0
        || words < 0
        || labels < 0
        || words + labels != size
        || tokens < 0) {
      throw new Malformed(at, "the dictionary's counts do not add up");
    }
    out.header(0, in.position());
    out.fact(Weights.Topic.OTHER, "nwords", Long.toString(words), at + 4, at + 8);
    out.fact(Weights.Topic.OTHER, "nlabels", Long.toString(labels), at + 8, at + 12);
    out.fact(Weights.Topic.TRAINING_DATA, "ntokens", Long.toString(tokens), at + 12, at + 20);
    try {
      dictionary(out, in, size, pruned);
      boolean quantised = version > 0 && in.u8() == 1;
      if (quantised) {
        out.quantisation("product quantisation");
      }
      if (matrix(out, entry, in, "input", quantised)) {
        boolean outQuantised = version > 0 && in.u8() == 1;
        matrix(out, entry, in, "output", outQuantised);
      }
    } catch (Malformed e) {
      out.uncounted();
      out.status(Weights.Status.INCOMPLETE, "after its settings the file ends: " + e.describe());
    }
    return out.build();
  }

  private static void fact(WeightsBuilder out, int i, int value, long at) {
    String text =
        switch (i) {
          case 6 -> value > 0 && value < LOSSES.size() ? LOSSES.get(value) : "" + value;
          case 7 -> value > 0 && value < MODELS.size() ? MODELS.get(value) : "" + value;
          default -> "" + value;
        };
    var topic = i == 7 || i == 0 ? Weights.Topic.ARCHITECTURE : Weights.Topic.RECIPE;
    out.fact(topic, NAMES.get(i), text, at, at + 4);
  }

  private static void dictionary(WeightsBuilder out, Cursor in, long size, long pruned) {
    // A word, its NUL, its count and its kind.
    in.requireLeft(size * 10);
    var labels = new ArrayList<String>();
    long first = -1;
    for (long i = 0; i < size; i++) {
      long at = in.position();
      int length = 0;
      while (in.u8() != 0) {
        if (++length > LONGEST_WORD) {
          throw new Malformed(at, "a word has no end");
        }
      }
      long end = in.position();
      in.skip(8);
      if (in.u8() == 1 && labels.size() < MOST_LABELS) {
        long next = in.position();
        first = first < 0 ? at : first;
        in.seek(at);
        labels.add(in.utf8((int) (end - 1 - at)));
        in.seek(next);
      }
    }
    if (first >= 0) {
      out.fact(Weights.Topic.OTHER, "labels", String.join(" ", labels), first, in.position());
    }
    if (pruned > 0) {
      in.requireLeft(pruned);
      in.skip(Math.multiplyExact(8L, pruned));
    }
  }

  private static boolean matrix(
      WeightsBuilder out, FileEntry entry, Cursor in, String name, boolean quantised) {
    if (quantised) {
      in.skip(1);
    }
    long rows = in.i64();
    long columns = in.i64();
    if (rows < 0 || columns < 0 || rows > 0 && columns > Long.MAX_VALUE / rows / 4) {
      throw new Malformed(in.position() - 16, "a matrix of " + rows + " by " + columns);
    }
    DType type = quantised ? new DType("PQ", 0) : DType.F32;
    long at = quantised ? -1 : in.position();
    long bytes = quantised ? -1 : rows * columns * 4;
    out.tensor(
        new Tensor(
            name,
            Tensor.Role.PARAMETER,
            List.of(rows, columns),
            type,
            entry.path(),
            at,
            bytes,
            null));
    if (quantised) {
      // The second matrix lies after codes and centroids whose sizes follow; the first is enough to
      // tell what the file is.
      out.uncounted();
      return false;
    }
    if (bytes > in.remaining()) {
      out.status(
          Weights.Status.INCOMPLETE,
          "the "
              + name
              + " matrix needs "
              + bytes
              + " bytes where "
              + in.remaining()
              + " are left");
      return false;
    }
    in.skip(bytes);
    return true;
  }
}
