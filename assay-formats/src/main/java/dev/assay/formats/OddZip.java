package dev.assay.formats;

import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.model.Weights;

/// A zip of no known model format in which something is wrong: names that lead out of its folder,
/// names that stand twice. Zips in which nothing is wrong are none of this format.
public final class OddZip implements WeightsFormat {
  @Override
  public String id() {
    return "zip";
  }

  @Override
  public String title() {
    return "zip";
  }

  @Override
  public Weights.Kind kind() {
    return Weights.Kind.OTHER;
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    return head.length >= 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
  }

  @Override
  public boolean confirms(FileEntry entry, ByteSource bytes) {
    return !ZipDirectory.of(bytes).oddities().isEmpty();
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    ZipDirectory zip = ZipDirectory.of(bytes);
    var out =
        new WeightsBuilder(source, entry, bytes, id())
            .kind(Weights.Kind.OTHER)
            .uncounted()
            .header(zip.directoryStart(), bytes.size());
    for (String oddity : zip.oddities()) {
      out.danger(oddity, zip.directoryStart(), bytes.size());
    }
    return out.build();
  }
}
