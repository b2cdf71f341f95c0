package dev.assay.formats.config;

import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.model.Weights;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Archives of kinds that are not opened here, nor by most scanners: a model packed in one reaches
/// its user unseen (as in the "nullifAI" models of 2025, PyTorch files packed as 7z).
public final class ClosedArchive implements WeightsFormat {
  private static final int SEVEN_ZIP_HEADER = 32;

  @Override
  public String id() {
    return "closed-archive";
  }

  @Override
  public String title() {
    return "7z or RAR, not opened";
  }

  @Override
  public Weights.Kind kind() {
    return Weights.Kind.OTHER;
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    return !kind(head).isEmpty();
  }

  private static String kind(byte[] head) {
    if (head.length < 6 || head[0] != '7' && head[0] != 'R') {
      return "";
    }
    String magic = new String(head, 0, Math.min(6, head.length), StandardCharsets.ISO_8859_1);
    return magic.equals("7z\u00bc\u00af'\u001c")
        ? "7z"
        : magic.equals("Rar!\u001a\u0007") ? "RAR" : "";
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    var out = new WeightsBuilder(source, entry, bytes, id());
    out.kind(Weights.Kind.OTHER).uncounted().header(0, Math.min(bytes.size(), 32));
    out.danger(
        "the file is packed as "
            + kind(bytes.head(8))
            + ", which is not opened: what is inside was not looked at (as in nullifAI)",
        0,
        Math.min(bytes.size(), 32));
    byte[] head = bytes.head(SEVEN_ZIP_HEADER);
    if (kind(head).equals("7z") && head.length == SEVEN_ZIP_HEADER) {
      // Where the directory stands, behind the first header, and how long it is.
      ByteBuffer b = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
      long at = b.getLong(12);
      long length = b.getLong(20);
      if (at < 0 || length < 0 || at > bytes.size() || length > bytes.size() - at - head.length) {
        out.status(Weights.Status.INCOMPLETE, "the directory of the 7z archive is not in it");
      }
    } else if (bytes.size() < SEVEN_ZIP_HEADER) {
      out.status(Weights.Status.INCOMPLETE, "cut short in the header of the archive");
    }
    return out.build();
  }
}
