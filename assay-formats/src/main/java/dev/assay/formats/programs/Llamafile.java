package dev.assay.formats.programs;

import dev.assay.formats.WeightsFormat;
import dev.assay.formats.ZipDirectory;
import dev.assay.formats.ggml.Gguf;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.model.Note;
import dev.assay.model.Weights;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A llamafile: a program for many systems with a zip behind it that holds a GGUF, stored, and how
/// to start it. The GGUF is read in place.
public final class Llamafile implements WeightsFormat {
  @Override
  public String id() {
    return "llamafile";
  }

  @Override
  public String title() {
    return "llamafile";
  }

  @Override
  public String begins() {
    return "MP";
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    if (head.length == 0 || head[0] != 'M' && head[0] != 'P') {
      return false;
    }
    String magic = new String(head, 0, Math.min(6, head.length), StandardCharsets.ISO_8859_1);
    boolean zip = magic.startsWith("PK\u0003\u0004") && entry.name().endsWith(".llamafile");
    return magic.equals("MZqFpD") || zip;
  }

  @Override
  public boolean confirms(FileEntry entry, ByteSource bytes) {
    return model(ZipDirectory.of(bytes)) != null;
  }

  private static ZipDirectory.@org.jspecify.annotations.Nullable Entry model(ZipDirectory zip) {
    return zip.entries().values().stream()
        .filter(e -> e.name().endsWith(".gguf"))
        .max(java.util.Comparator.comparingLong(ZipDirectory.Entry::size))
        .orElse(null);
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    var zip = ZipDirectory.of(bytes);
    ZipDirectory.Entry model = model(zip);
    if (model == null) {
      throw new Malformed(zip.directoryStart(), "no GGUF in its zip");
    }
    if (!model.stored()) {
      throw new Malformed(model.header(), "its GGUF is packed, where it must be stored");
    }
    ByteSource inner = zip.open(model);
    FileEntry at = FileEntry.file(entry.path() + "!/" + model.name(), inner.size());
    Weights w = new Gguf().read(source, at, inner);
    zip.verify(1_000);
    List<Note> dangers = new ArrayList<>(w.dangers());
    for (String oddity : zip.oddities()) {
      dangers.add(new Note(Note.Kind.DANGER, oddity, List.of(w.evidence())));
    }
    dangers.add(
        new Note(
            Note.Kind.REMARK,
            "the weights are inside a program; running the file runs that program",
            List.of(w.evidence())));
    return w.within(entry.path(), id(), w.metadata(), dangers, w.evidence());
  }
}
