package dev.assay.formats.pickle;

import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.formats.ZipDirectory;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.model.Note;
import dev.assay.model.Weights;
import java.util.Locale;

/// Any other zip, as far as opening it would run or overwrite something: pickles inside whatever
/// their names, entries that lead out of their folder, headers on which two readers disagree. A zip
/// with none of that is no artefact.
public final class ZipOfPickles implements WeightsFormat {
  private static final int MOST = 1_000;
  private static final long LARGEST = 16L << 20;

  @Override
  public String id() {
    return "zip";
  }

  @Override
  public String title() {
    return "zip with pickles or dangers";
  }

  @Override
  public Weights.Kind kind() {
    return Weights.Kind.OTHER;
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
    return !read("", entry, bytes).dangers().isEmpty();
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    var out = new WeightsBuilder(source, entry, bytes, id());
    out.kind(Weights.Kind.OTHER).uncounted();
    var zip = ZipDirectory.of(bytes);
    out.header(zip.directoryStart(), bytes.size());
    int n = 0;
    for (ZipDirectory.Entry e : zip.entries().values()) {
      if (n++ < MOST && !e.folder()) {
        part(out, source, entry, bytes, zip, e);
      }
    }
    zip.verify(MOST);
    zip.oddities().forEach(o -> out.danger(o, zip.directoryStart(), bytes.size()));
    return out.build();
  }

  private static void part(
      WeightsBuilder out,
      String source,
      FileEntry entry,
      ByteSource bytes,
      ZipDirectory zip,
      ZipDirectory.Entry e) {
    boolean named = isPickle(e.name());
    try {
      long start = zip.dataStart(e);
      // The flags say how to open an entry, and readers differ on them: what is stored is looked at
      // in any case.
      boolean plain = e.stored() && e.packed() <= bytes.size() - start;
      ByteSource content = plain ? bytes.slice(start, e.packed()) : opened(zip, e, named);
      FileEntry inner = FileEntry.file(entry.path() + "!/" + e.name(), content.size());
      var pickle = new Pickle();
      if (pickle.recognises(inner, content.head(4096)) && pickle.confirms(inner, content)) {
        for (Note note : pickle.read(source, inner, content).dangers()) {
          if (note.kind() == Note.Kind.DANGER) {
            out.danger("the entry " + e.name() + " " + note.text(), e.header(), start);
          }
        }
      }
    } catch (Malformed m) {
      if (named) {
        out.danger(
            "the entry " + e.name() + " is a pickle that could not be looked at: " + m.getMessage(),
            zip.directoryStart(),
            bytes.size());
      }
    }
  }

  private static ByteSource opened(ZipDirectory zip, ZipDirectory.Entry e, boolean named) {
    if (e.size() > LARGEST) {
      throw new Malformed(e.header(), "it is over the limit");
    }
    ByteSource head = zip.open(e);
    return named || head.size() > 0 ? head : ByteSource.of(new byte[0]);
  }

  private static boolean isPickle(String name) {
    String n = name.toLowerCase(Locale.ROOT);
    return n.endsWith(".pkl") || n.endsWith(".pickle") || n.endsWith(".joblib");
  }
}
