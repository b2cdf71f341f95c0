package dev.assay.formats.programs;

import dev.assay.formats.DTypes;
import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.model.DType;
import dev.assay.model.Tensor;
import dev.assay.model.Weights;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BooleanSupplier;

/// The text that rnnoise-nu writes and FFmpeg's filter `arnndn` reads (`rnnoise_model_from_file` of
/// `libavfilter/af_arnndn.c`): a line with a version, then whole numbers in six layers, of which
/// each says how many numbers go in, how many neurons it has and which activation, and then its
/// weights. A number stands for a 256th of itself; RNNoise keeps it in a signed byte.
public final class RnnoiseNu implements WeightsFormat {
  private static final byte[] MARK =
      "rnnoise-nu model file version ".getBytes(StandardCharsets.US_ASCII);
  private static final int VERSION = 1;

  /// As many numbers or neurons of a layer as the filter takes.
  private static final int MOST = 128;

  /// The largest network by these numbers has a third of a million of them.
  private static final int LARGEST = 4 << 20;

  private static final int LONGEST_NUMBER = 11;

  /// In the file's order.
  private static final List<String> LAYERS =
      List.of("input_dense", "vad_gru", "noise_gru", "denoise_gru", "denoise_output", "vad_output");

  private static final String GRU = "_gru";

  @Override
  public String id() {
    return "rnnoise-nu";
  }

  @Override
  public String title() {
    return "rnnoise-nu";
  }

  @Override
  public String begins() {
    return "r";
  }

  @Override
  public List<String> endings() {
    return List.of(".rnnn");
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    if (head.length < MARK.length) {
      return false;
    }
    for (int i = 0; i < MARK.length; i++) {
      if (head[i] != MARK[i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    var out = new WeightsBuilder(source, entry, bytes, id());
    byte[] text = bytes.head(LARGEST);
    if (!recognises(entry, text)) {
      throw new Malformed(0, "does not begin with the line of its version");
    }
    var in = new Numbers(text);
    in.at = MARK.length;
    long version = in.hasNext() ? in.next() : -1;
    out.header(0, in.at).quote(new String(text, 0, in.at, StandardCharsets.US_ASCII));
    if (version < 0) {
      out.uncounted().status(Weights.Status.INCOMPLETE, "it ends before its version");
      return out.build();
    }
    if (version != VERSION) {
      throw new Malformed(MARK.length, "version " + version + " of the layout is not known");
    }
    out.fact(Weights.Topic.TOOL, "version of the layout", "1", 0, in.at);
    out.quantisation("rnnoise int8");
    String ended = layers(out, entry.path(), in);
    if (ended.isEmpty()) {
      if (in.hasNext()) {
        long from = in.at;
        out.disagrees("more follows behind its last layer", from, from + 1);
      }
    } else if (bytes.size() > text.length) {
      String most = "only the first " + LARGEST + " bytes were read: ";
      out.uncounted().status(Weights.Status.OVER_LIMIT, most + ended);
    } else {
      out.uncounted().status(Weights.Status.INCOMPLETE, ended);
    }
    return out.build();
  }

  /// Where the text ends too early; empty where all layers are there.
  private static String layers(WeightsBuilder out, String file, Numbers in) {
    for (String layer : LAYERS) {
      int from = in.at;
      long[] sizes = new long[3];
      for (int i = 0; i < sizes.length; i++) {
        if (!in.hasNext()) {
          return "it ends before the sizes of \"" + layer + "\"";
        }
        int at = in.at;
        sizes[i] = in.next();
        if (sizes[i] < 0 || sizes[i] > MOST) {
          throw new Malformed(at, "a size or activation of " + sizes[i] + ", at most " + MOST);
        }
      }
      long inputs = sizes[0];
      long neurons = sizes[1];
      if (inputs == 0 || neurons == 0) {
        throw new Malformed(from, "the layer \"" + layer + "\" has no weights");
      }
      if (layer.equals("vad_output") && neurons != 1) {
        throw new Malformed(from, "\"vad_output\" has " + neurons + " neurons, and must have one");
      }
      out.fact(
          Weights.Topic.ARCHITECTURE,
          layer,
          inputs + " inputs, " + neurons + " neurons, " + activation(sizes[2]),
          from,
          in.at);
      boolean gru = layer.endsWith(GRU);
      // Three gates of a unit lie behind one another.
      long columns = gru ? 3 * neurons : neurons;
      BooleanSupplier all =
          () ->
              tensor(out, file, layer + ".input_weights", List.of(inputs, columns), in)
                  && (!gru
                      || tensor(
                          out, file, layer + ".recurrent_weights", List.of(neurons, columns), in))
                  && tensor(out, file, layer + ".bias", List.of(columns), in);
      if (!all.getAsBoolean()) {
        return "it ends within the numbers of \"" + layer + "\"";
      }
    }
    return "";
  }

  private static String activation(long number) {
    return switch ((int) number) {
      case 1 -> "sigmoid";
      case 2 -> "relu";
      // The filter takes any other number for it too.
      default -> "tanh";
    };
  }

  // Numbers in text have no bytes of their own that are values, so that a tensor has no place.
  private static boolean tensor(
      WeightsBuilder out, String file, String name, List<Long> shape, Numbers in) {
    long elements = 1;
    for (long d : shape) {
      elements *= d;
    }
    boolean small = true;
    for (long i = 0; i < elements; i++) {
      if (!in.hasNext()) {
        return false;
      }
      long n = in.next();
      small &= n >= Byte.MIN_VALUE && n <= Byte.MAX_VALUE;
    }
    DType type = small ? DType.I8 : DTypes.UNKNOWN;
    out.tensor(new Tensor(name, Tensor.Role.PARAMETER, shape, type, file, -1, -1, null));
    return true;
  }

  /// The whole numbers of a text, one after another.
  private static final class Numbers {
    private final byte[] text;
    private int at;

    Numbers(byte[] text) {
      this.text = text;
    }

    boolean hasNext() {
      while (at < text.length && (text[at] == ' ' || text[at] >= '\t' && text[at] <= '\r')) {
        at++;
      }
      return at < text.length;
    }

    long next() {
      int from = at;
      boolean negative = text[at] == '-';
      at += negative || text[at] == '+' ? 1 : 0;
      int digits = at;
      long value = 0;
      while (at < text.length && text[at] >= '0' && text[at] <= '9' && at - from < LONGEST_NUMBER) {
        value = 10 * value + text[at] - '0';
        at++;
      }
      boolean ends = at == text.length || text[at] <= ' ' && text[at] >= 0;
      if (at == digits && at < text.length || !ends) {
        throw new Malformed(from, "what should be a whole number is none");
      }
      return negative ? -value : value;
    }
  }
}
