package dev.assay.rebuild.compare;

import dev.assay.io.Malformed;
import dev.assay.rebuild.compare.FieldDiff.Nature;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/// gzip: the content apart from the time, name and system in the header and from the compression.
final class GzipForm {
  private final Comparer comparer;

  GzipForm(Comparer comparer) {
    this.comparer = comparer;
  }

  void compare(String prefix, String name, byte[] a, byte[] b) {
    byte[] ua = unpacked(a);
    byte[] ub = unpacked(b);
    comparer.used("gzip: content apart from the header");
    String inner = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    comparer.member(prefix, inner, ua, ub);
    String gzip = prefix.isEmpty() ? "gzip" : prefix + "!/gzip";
    if (!Arrays.equals(a, 4, 8, b, 4, 8)) {
      comparer.differs(gzip + "#mtime", Nature.METADATA, "the time in the header");
    }
    byte[] restA = a.clone();
    byte[] restB = b.clone();
    Arrays.fill(restA, 4, 8, (byte) 0);
    Arrays.fill(restB, 4, 8, (byte) 0);
    if (Arrays.equals(ua, ub) && !Arrays.equals(restA, restB)) {
      comparer.differs(
          gzip + "#packing", Nature.METADATA, "the header's other fields or the compression");
    }
  }

  private static byte[] unpacked(byte[] bytes) {
    if (bytes.length < 18) {
      throw new Malformed(bytes.length, "too short for gzip");
    }
    try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      byte[] out = in.readNBytes((int) Comparer.MOST);
      if (in.read() >= 0) {
        throw new Malformed(-1, "unpacks to more than " + Comparer.MOST + " bytes");
      }
      return out;
    } catch (IOException e) {
      throw new Malformed(-1, "not a readable gzip: " + e.getMessage());
    }
  }
}
