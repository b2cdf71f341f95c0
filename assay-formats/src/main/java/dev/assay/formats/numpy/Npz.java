package dev.assay.formats.numpy;

import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.formats.ZipDirectory;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.model.Weights;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// NumPy arrays in a zip, one entry each.
public final class Npz implements WeightsFormat {
  /// How much of a packed entry is unpacked: a header has at most 64 KB.
  private static final int HEAD = 68 * 1024;

  /// What arrays of examples and their answers are called.
  private static final Set<String> DATA =
      Set.of(
          "x",
          "y",
          "x_train",
          "y_train",
          "x_test",
          "y_test",
          "x_val",
          "y_val",
          "data",
          "images",
          "labels",
          "features",
          "targets",
          "train",
          "test",
          "train_images",
          "train_labels",
          "test_images",
          "test_labels",
          "inputs",
          "outputs");

  @Override
  public String id() {
    return "npz";
  }

  @Override
  public String title() {
    return "NumPy arrays (npz)";
  }

  @Override
  public String begins() {
    return "P";
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    return ZipDirectory.begins(head);
  }

  @Override
  public boolean confirms(FileEntry entry, ByteSource bytes) {
    var zip = ZipDirectory.of(bytes);
    return !zip.entries().isEmpty()
        && zip.entries().values().stream().allMatch(e -> e.name().endsWith(".npy"));
  }

  @Override
  public List<String> endings() {
    return List.of(".npz");
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    var out = new WeightsBuilder(source, entry, bytes, id());
    var zip = ZipDirectory.of(bytes);
    out.header(zip.directoryStart(), bytes.size());
    boolean data = false;
    for (ZipDirectory.Entry array : zip.entries().values()) {
      if (array.folder()) {
        continue;
      }
      String name = Npy.stem(array.name());
      data |= DATA.contains(name.toLowerCase(Locale.ROOT));
      long at = zip.dataStart(array);
      try {
        NpyHeader header = NpyHeader.read(head(zip, array, bytes, at));
        Npy.add(out, header, name, entry.path(), array.stored() ? at : -1, array.size());
      } catch (Malformed e) {
        out.status(Weights.Status.MALFORMED, "the array " + name + ": " + e.getMessage());
      }
    }
    zip.verify(1000);
    zip.oddities().forEach(o -> out.danger(o, zip.directoryStart(), bytes.size()));
    if (data) {
      out.kind(Weights.Kind.OTHER);
    }
    return out.build();
  }

  private static ByteSource head(
      ZipDirectory zip, ZipDirectory.Entry entry, ByteSource bytes, long at) {
    if (entry.method() != 8) {
      return zip.open(entry);
    }
    bytes.require(at, entry.packed());
    byte[] packed = bytes.bytes(at, (int) Math.min(HEAD, entry.packed()));
    byte[] head = new byte[(int) Math.min(HEAD, entry.size())];
    var inflater = new Inflater(true);
    try {
      inflater.setInput(packed);
      int filled = 0;
      int n;
      do {
        n = inflater.inflate(head, filled, head.length - filled);
        filled += n;
      } while (n > 0 && filled < head.length);
      return ByteSource.of(java.util.Arrays.copyOf(head, filled));
    } catch (DataFormatException e) {
      throw new Malformed(at, "cannot be unpacked");
    } finally {
      inflater.end();
    }
  }
}
