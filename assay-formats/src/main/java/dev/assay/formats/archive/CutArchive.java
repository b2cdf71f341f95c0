package dev.assay.formats.archive;

import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.formats.ZipDirectory;
import dev.assay.io.ByteSource;
import dev.assay.io.Cursor;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.model.Weights;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A zip whose end, with the directory, is not there: a download that stopped. What its first files
/// are called tells which format of weights it would have been.
public final class CutArchive implements WeightsFormat {
  private static final int LOCAL = 0x04034b50;
  private static final int MOST = 200;
  private static final int SEARCHED = 4 << 20;
  private static final String PROGRAM = "MZqFpD";

  @Override
  public String id() {
    return "cut-archive";
  }

  @Override
  public String title() {
    return "weights in a zip that is cut short";
  }

  @Override
  public String begins() {
    return "PM";
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    boolean zip = ZipDirectory.begins(head);
    return zip || program(head);
  }

  private static boolean program(byte[] head) {
    return new String(head, 0, Math.min(6, head.length), StandardCharsets.ISO_8859_1)
        .equals(PROGRAM);
  }

  @Override
  public boolean confirms(FileEntry entry, ByteSource bytes) {
    try {
      ZipDirectory.of(bytes);
      return false;
    } catch (Malformed e) {
      return !format(bytes).isEmpty();
    }
  }

  private static String format(ByteSource bytes) {
    if (program(bytes.head(PROGRAM.length()))) {
      return "llamafile";
    }
    List<String> names = names(bytes);
    if (any(names, "data.pkl")) {
      return names.stream().anyMatch(n -> n.contains("/code/")) ? "torchscript" : "pytorch-zip";
    }
    if (any(names, "model.weights.h5")
        || (any(names, "config.json") && any(names, "metadata.json"))) {
      return "keras-zip";
    }
    return any(names, "manifest.properties")
        ? "opennlp"
        : any(names, "model.ini")
            ? "h2o-mojo"
            : any(names, "coefficients.bin") || any(names, "configuration.json")
                ? "dl4j"
                : any(names, "schema.json")
                    ? "skops"
                    : ending(names, ".npy") ? "npz" : ending(names, ".pkl") ? "zip" : "";
  }

  private static boolean any(List<String> names, String last) {
    return names.stream().anyMatch(n -> n.equals(last) || n.endsWith("/" + last));
  }

  private static boolean ending(List<String> names, String end) {
    return names.stream().anyMatch(n -> n.endsWith(end));
  }

  /// The names in the headers before the files, as far as they can be followed.
  private static List<String> names(ByteSource bytes) {
    var names = new ArrayList<String>();
    var in = new Cursor(bytes);
    try {
      while (names.size() < MOST && in.remaining() >= 30) {
        if (in.i32() != LOCAL) {
          break;
        }
        in.skip(2);
        boolean later = (in.u16() & 8) != 0;
        in.skip(10);
        long packed = in.u32();
        in.skip(4);
        int name = in.u16();
        int extra = in.u16();
        names.add(new String(in.bytes(name), StandardCharsets.UTF_8));
        in.skip(extra);
        if (later || packed == 0xffffffffL) {
          if (!toNext(in)) {
            break;
          }
        } else {
          in.skip(packed);
        }
      }
    } catch (Malformed e) {
      // As far as it goes.
    }
    return names;
  }

  // Where a header does not say how long its file is, the next header is searched for.
  private static boolean toNext(Cursor in) {
    long end = in.position() + SEARCHED;
    int last = 0;
    while (in.remaining() > 0 && in.position() < end) {
      last = last >>> 8 | in.u8() << 24;
      if (last == LOCAL) {
        in.seek(in.position() - 4);
        return true;
      }
    }
    return false;
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    String format = format(bytes);
    return new WeightsBuilder(source, entry, bytes, format.isEmpty() ? id() : format)
        .uncounted()
        .status(
            Weights.Status.INCOMPLETE,
            "the file is cut short: the directory that stands at the end of a zip is not in it")
        .build();
  }
}
