package dev.assay.formats.programs;

import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.model.Weights;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Kaldi's binary models, which Vosk's are too: a zero byte, `B`, then named pieces. A neural
/// network carries its layout as lines of text.
public final class Kaldi implements WeightsFormat {
  /// Where the layout is looked for: before it there are only the topology and the transitions.
  private static final int SEARCHED = 4 << 20;

  private static final byte[] NETWORK = "<Nnet3>".getBytes(StandardCharsets.US_ASCII);
  private static final int LONGEST = 64 * 1024;

  private static final List<String> PARTS =
      List.of(
          "TransitionModel", "Topology", "Nnet3", "Nnet", "DIAGGMM", "DiagGMM", "FullGMM", "Fmpe");
  private static final byte[] NETWORK_END = "</Nnet3> ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PRIORS = "<Priors> ".getBytes(StandardCharsets.US_ASCII);
  // "FV ", the width of an integer, and the count.
  private static final int PRIORS_HEADER = 8;
  private static final byte[] CLOSES = {'<', '/'};
  private static final int STUB = 256;
  private static final int LARGEST = 48 << 20;

  @Override
  public String id() {
    return "kaldi";
  }

  @Override
  public String title() {
    return "Kaldi";
  }

  @Override
  public String begins() {
    return "\0";
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
    missing(bytes).ifPresent(why -> out.status(Weights.Status.INCOMPLETE, why));
    return out.build();
  }

  /// Which part of a model has no end: parts are opened and closed by marks, as in XML.
  private static Optional<String> missing(ByteSource bytes) {
    if (bytes.size() > LARGEST) {
      return Optional.empty();
    }
    byte[] all = bytes.bytes(0, (int) bytes.size());
    if (all.length < STUB && find(all, CLOSES, 0) < 0) {
      // Too little to hold a model: a stub, of which nothing says how much there should be.
      return Optional.empty();
    }
    for (String part : PARTS) {
      byte[] open = ("<" + part + "> ").getBytes(StandardCharsets.US_ASCII);
      byte[] close = ("</" + part + "> ").getBytes(StandardCharsets.US_ASCII);
      int last = -1;
      for (int at = find(all, open, 0); at >= 0; at = find(all, open, at + 1)) {
        last = at;
      }
      if (last >= 0 && find(all, close, last) < 0) {
        return Optional.of("<" + part + "> at byte " + last + " has no end");
      }
    }
    return priors(all);
  }

  // Behind the network of an acoustic model stand its contexts, and the priors of its states.
  private static Optional<String> priors(byte[] all) {
    int network = find(all, NETWORK_END, 0);
    if (!token(all, 2).equals("<TransitionModel>") || network < 0) {
      return Optional.empty();
    }
    int at = find(all, PRIORS, network);
    int data = at + PRIORS.length + PRIORS_HEADER;
    if (at < 0 || data > all.length) {
      return Optional.of("it ends before the priors of its states");
    }
    long count = ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN).getInt(data - 4) & 0xffffffffL;
    return 4 * count > all.length - data
        ? Optional.of(count + " priors do not fit in the " + (all.length - data) + " bytes left")
        : Optional.empty();
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
    return find(in, what, 0);
  }

  private static int find(byte[] in, byte[] what, int from) {
    for (int i = from; i + what.length <= in.length; i++) {
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
