package dev.assay.formats.programs;

import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.model.Weights;
import java.nio.charset.StandardCharsets;

/// Kaldi's binary models, which Vosk's are too: a zero byte, `B`, then named pieces. A neural
/// network carries its layout as lines of text.
public final class Kaldi implements WeightsFormat {
  /// Where the layout is looked for: before it there are only the topology and the transitions.
  private static final int SEARCHED = 4 << 20;

  private static final byte[] NETWORK = "<Nnet3>".getBytes(StandardCharsets.US_ASCII);
  private static final int LONGEST = 64 * 1024;

  @Override
  public String id() {
    return "kaldi";
  }

  @Override
  public String title() {
    return "Kaldi";
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    return head.length >= 5 && head[0] == 0 && head[1] == 'B' && head[2] == '<' && head[3] >= 'A';
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    var out = new WeightsBuilder(source, entry, bytes, id()).uncounted();
    byte[] head = bytes.head(SEARCHED);
    if (head.length < 5) {
      throw new Malformed(0, "too short for a model");
    }
    String kind = token(head, 2);
    out.header(0, Math.min(head.length, 4096)).quote(kind);
    out.fact(Weights.Topic.ARCHITECTURE, "model", kind, 2, 2L + kind.length());
    int at = find(head, NETWORK);
    if (at >= 0) {
      int from = at + NETWORK.length;
      // Lines of text, then an empty one, or the next piece.
      int to = from;
      while (to < head.length && to - from < LONGEST && printable(head[to])) {
        if (head[to] == '\n' && to > from + 1 && head[to - 1] == '\n') {
          break;
        }
        to++;
      }
      String layout = new String(head, from, to - from, StandardCharsets.UTF_8).strip();
      out.fact(Weights.Topic.ARCHITECTURE, "nnet3", layout, from, to);
    }
    return out.build();
  }

  private static boolean printable(byte b) {
    return b == '\n' || b == '\t' || b == '\r' || (b >= ' ' && b < 127);
  }

  private static String token(byte[] head, int from) {
    int to = from;
    while (to < head.length && to - from < 64 && head[to] > ' ') {
      to++;
    }
    return new String(head, from, to - from, StandardCharsets.US_ASCII);
  }

  private static int find(byte[] in, byte[] what) {
    for (int i = 0; i + what.length <= in.length; i++) {
      int k = 0;
      while (k < what.length && in[i + k] == what[k]) {
        k++;
      }
      if (k == what.length) {
        return i;
      }
    }
    return -1;
  }
}
