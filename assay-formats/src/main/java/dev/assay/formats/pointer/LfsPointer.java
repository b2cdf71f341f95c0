package dev.assay.formats.pointer;

import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.model.Weights;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// A Git LFS pointer: a text of three lines in the place of a large file. The file itself is
/// elsewhere, and can be told by its SHA-256 and size.
public final class LfsPointer implements WeightsFormat {
  // The specification allows 1,024 bytes; pointers in the wild have about 130.
  private static final int MOST = 1024;

  /// The key of the header fact that holds the hash of the file that is not here.
  public static final String OID = "oid";

  /// The key of the header fact that holds its size in bytes.
  public static final String SIZE = "size";

  @Override
  public String id() {
    return "git-lfs-pointer";
  }

  @Override
  public String title() {
    return "Git LFS pointer";
  }

  @Override
  public String begins() {
    return "v";
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    if (head.length == 0 || head[0] != 'v') {
      return false;
    }
    String start = "version https://git-lfs.github.com/spec/";
    String older = "version https://hawser.github.com/spec/";
    String text = new String(head, 0, Math.min(head.length, 64), StandardCharsets.ISO_8859_1);
    return head.length <= MOST && (text.startsWith(start) || text.startsWith(older));
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    String text = new String(bytes.head(MOST), StandardCharsets.UTF_8);
    var out =
        new WeightsBuilder(source, entry, bytes, id())
            .header(0, bytes.size())
            .quote(text.strip())
            .uncounted();
    String oid = null;
    String size = null;
    int at = 0;
    for (String line : text.split("\n", -1)) {
      int next = at + line.getBytes(StandardCharsets.UTF_8).length;
      if (line.startsWith("oid sha256:")) {
        oid = line.substring(11).strip();
        out.fact(Weights.Topic.OTHER, OID, oid, at, next);
      } else if (line.startsWith("size ")) {
        size = line.substring(5).strip();
        out.fact(Weights.Topic.OTHER, SIZE, size, at, next);
      }
      at = next + 1;
    }
    if (!isHash(oid) || !isNumber(size)) {
      throw new Malformed(0, "begins as a Git LFS pointer and states no SHA-256 and size");
    }
    return out.status(
            Weights.Status.POINTER,
            "a Git LFS pointer to " + size + " bytes with SHA-256 " + oid + "; they are not here")
        .build();
  }

  private static boolean isHash(@Nullable String text) {
    return text != null
        && text.length() == 64
        && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }

  private static boolean isNumber(@Nullable String text) {
    return text != null
        && !text.isEmpty()
        && text.length() <= 18
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
