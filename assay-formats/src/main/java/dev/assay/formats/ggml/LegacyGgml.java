package dev.assay.formats.ggml;

import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.io.ByteSource;
import dev.assay.io.Cursor;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.model.Weights;
import java.util.StringJoiner;

/// The files of ggml before GGUF: a magic number, hyper-parameters without names, vocabulary,
/// tensors. They hold no metadata, and which number means what depends on the program that wrote
/// them, so the numbers are given as they stand and nothing is made of them.
public final class LegacyGgml implements WeightsFormat {
  private static final int NUMBERS = 11;

  @Override
  public String id() {
    return "ggml-legacy";
  }

  @Override
  public String title() {
    return "GGML (before GGUF)";
  }

  private static boolean isMagic(long n) {
    return switch ((int) n) {
      // ggml, ggmf, ggjt, ggla (an adapter), ggsn (a session)
      case 0x67676d6c, 0x67676d66, 0x67676a74, 0x67676c61, 0x6767736e -> true;
      default -> false;
    };
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    return head.length >= 4
        && isMagic(
            (head[0] & 0xffL)
                | (head[1] & 0xffL) << 8
                | (head[2] & 0xffL) << 16
                | (head[3] & 0xffL) << 24);
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    var in = new Cursor(bytes);
    long magic = in.u32();
    if (bytes.size() < 4 + 4 * NUMBERS) {
      throw new Malformed(4, "cut short in the hyper-parameters");
    }
    var out = new WeightsBuilder(source, entry, bytes, id());
    boolean versioned = magic != 0x67676d6cL;
    String family =
        switch ((int) magic) {
          case 0x67676d66 -> "ggmf";
          case 0x67676a74 -> "ggjt";
          case 0x67676c61 -> "ggla";
          case 0x6767736e -> "ggsn";
          default -> "ggml";
        };
    String version = versioned ? " version " + in.u32() : "";
    long begins = in.position();
    boolean tensors = magic != 0x67676c61L && magic != 0x6767736eL;
    LegacyTensors.Found found =
        tensors
            ? new LegacyTensors(bytes, entry.path(), magic == 0x67676a74L).read(begins, versioned)
            : null;
    String program = found == null ? ", variant unknown" : ", laid out as for " + found.program();
    out.fact(Weights.Topic.TOOL, "format", family + version + program, 0, begins);
    long from = in.position();
    var numbers = new StringJoiner(", ");
    for (int i = versioned ? 1 : 0; i < NUMBERS; i++) {
      numbers.add(String.valueOf(in.i32()));
    }
    out.fact(
        Weights.Topic.ARCHITECTURE, "hyper-parameters", numbers.toString(), from, in.position());
    if (magic == 0x67676c61L) {
      out.kind(Weights.Kind.ADAPTER);
    } else if (magic == 0x6767736eL) {
      out.kind(Weights.Kind.OTHER);
    }
    if (found == null) {
      out.uncounted();
    } else {
      tensors(out, found);
    }
    return out.header(0, in.position()).build();
  }

  private static void tensors(WeightsBuilder out, LegacyTensors.Found found) {
    found.tensors().forEach(out::tensor);
    if (!found.missing().isEmpty()) {
      out.status(Weights.Status.INCOMPLETE, found.missing());
    } else if (found.tensors().isEmpty()) {
      out.kind(Weights.Kind.VOCABULARY);
      out.remark("there are no tensors in it: only the vocabulary", 0, 4);
    }
  }
}
