package dev.assay.formats.programs;

import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.io.ByteSource;
import dev.assay.io.Cursor;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.model.Weights;

/// The networks of chess engines (NNUE): a version, a hash of the architecture, and a sentence,
/// which often links the trainer.
public final class Nnue implements WeightsFormat {
  private static final int LONGEST = 16 * 1024;

  @Override
  public String id() {
    return "nnue";
  }

  @Override
  public String title() {
    return "NNUE";
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    return head.length >= 12
        && (head[3] & 0xff) == 0x7a
        && (head[2] & 0xff) == 0xf3
        && head[11] == 0
        && head[10] == 0;
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    var out = new WeightsBuilder(source, entry, bytes, id()).uncounted();
    Cursor in = new Cursor(bytes);
    long version = in.u32();
    long hash = in.u32();
    long length = in.u32();
    in.requireLeft(length);
    if (length > LONGEST) {
      throw new Malformed(8, "a description of " + length + " bytes");
    }
    String text = in.utf8((int) length);
    long end = in.position();
    out.header(0, end).quote(text);
    out.fact(Weights.Topic.TOOL, "version", "0x" + Long.toHexString(version), 0, 4);
    out.fact(Weights.Topic.ARCHITECTURE, "hash", "0x" + Long.toHexString(hash), 4, 8);
    out.fact(Weights.Topic.RECIPE, "description", text, 12, end);
    if (in.remaining() == 0) {
      out.status(Weights.Status.INCOMPLETE, "the file ends after its description");
    }
    return out.build();
  }
}
