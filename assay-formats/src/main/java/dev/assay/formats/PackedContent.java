package dev.assay.formats;

import dev.assay.io.ByteSource;
import dev.assay.model.Tensor;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether a tensor of packed weights can be one, by three of its pages: at its beginning, in its
/// middle and at its end. Any bits at all are numbers of four or eight bits, so that little shows:
/// one byte throughout is nothing that training leaves, and neither is plain text.
final class PackedContent {
  private static final int LEAST = 4 * Precision.SAMPLE;

  private static final Set<String> TYPES = Set.of("I32", "U32", "U8", "I8");

  // As GPTQ and AWQ, compressed-tensors, bitsandbytes and MLX, and MXFP4 name what they pack.
  private static final Set<String> NAMES = Set.of("qweight", "weight_packed", "weight", "blocks");

  private PackedContent() {}

  /// Whether `candidate` is the one to look at: the first large one that holds packed weights. Rows
  /// of an embedding for tokens that nobody uses are all zero, so that embeddings are left out.
  static boolean better(@Nullable Tensor best, Tensor candidate) {
    if (best != null
        || candidate.offset() < 0
        || candidate.bytes() < LEAST
        || candidate.shape().size() < 2
        || !TYPES.contains(candidate.type().name())) {
      return false;
    }
    String name = candidate.name().toLowerCase(Locale.ROOT);
    String last = name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('/')) + 1);
    return (NAMES.contains(last) || last.endsWith("_blocks"))
        && !name.contains("emb")
        && !name.contains("wte")
        && !name.contains("lm_head");
  }

  /// What the pages show; empty where nothing.
  static Optional<String> check(Tensor tensor, ByteSource bytes) {
    long last = tensor.offset() + tensor.bytes() - Precision.SAMPLE;
    if (tensor.offset() + tensor.bytes() > bytes.size()) {
      return Optional.empty();
    }
    byte[][] pages = {
      bytes.bytes(tensor.offset(), Precision.SAMPLE),
      bytes.bytes(tensor.offset() + tensor.bytes() / 2, Precision.SAMPLE),
      bytes.bytes(last, Precision.SAMPLE)
    };
    boolean one = true;
    boolean text = true;
    byte first = pages[0][0];
    for (byte[] page : pages) {
      for (byte b : page) {
        one &= b == first;
        text &= (b >= ' ' && b <= '~') || b == '\n' || b == '\r' || b == '\t';
      }
    }
    if (!one && !text) {
      return Optional.empty();
    }
    return Optional.of(
        "tensor \""
            + tensor.name()
            + "\" holds packed weights by its name and type ("
            + tensor.type().name()
            + "), and the three pages that were looked at hold "
            + (one
                ? "nothing but the byte %02x: no training leaves that".formatted(first & 0xff)
                : "plain text"));
  }
}
