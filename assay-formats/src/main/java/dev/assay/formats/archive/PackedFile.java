package dev.assay.formats.archive;

import dev.assay.formats.Formats;
import dev.assay.formats.Limits;
import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.formats.ggml.Gguf;
import dev.assay.formats.keras.KerasH5;
import dev.assay.formats.numpy.Npy;
import dev.assay.formats.programs.RnnoiseNu;
import dev.assay.formats.programs.WeightBlob;
import dev.assay.formats.safetensors.Safetensors;
import dev.assay.formats.tensorflow.TfLite;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.model.Evidence;
import dev.assay.model.Note;
import dev.assay.model.Tensor;
import dev.assay.model.Weights;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One file of weights that was packed by itself by gzip, xz or bzip2: `weights.hdf5.xz`. What is
/// inside is unpacked into memory within the limits, and read as if it lay there; what is said of
/// it names the packed file. Only formats whose first bytes are a mark are looked for.
public final class PackedFile implements WeightsFormat {
  private static final Set<Packing> PACKINGS = EnumSet.of(Packing.GZIP, Packing.XZ, Packing.BZIP2);

  private static final List<WeightsFormat> INSIDE =
      List.of(
          new Safetensors(),
          new Gguf(),
          new Npy(),
          new KerasH5(),
          new TfLite(),
          new WeightBlob(),
          new RnnoiseNu());

  private static final int SHOWN = 4096;

  @Override
  public String id() {
    return "packed";
  }

  @Override
  public String title() {
    return "weights packed by gzip, xz or bzip2";
  }

  @Override
  public String begins() {
    return "\u001f\u00fdB";
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    return packing(head) != null;
  }

  private static @Nullable Packing packing(byte[] head) {
    Packing packing = Packing.of(head);
    return packing != null && PACKINGS.contains(packing) ? packing : null;
  }

  @Override
  public boolean confirms(FileEntry entry, ByteSource bytes) {
    Packing packing = packing(bytes.head(8));
    return packing != null
        && inside(entry, packing.unpack(bytes, Formats.HEAD).bytes()).isPresent();
  }

  private static Optional<WeightsFormat> inside(FileEntry entry, byte[] head) {
    // How large it is, is known when all is unpacked.
    FileEntry inner = FileEntry.file(entry.path(), Limits.UNPACKED);
    return INSIDE.stream().filter(f -> f.recognises(inner, head)).findFirst();
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    Packing packing = packing(bytes.head(8));
    if (packing == null) {
      throw new Malformed(0, "is not packed by gzip, xz or bzip2");
    }
    WeightsFormat format =
        inside(entry, packing.unpack(bytes, Formats.HEAD).bytes())
            .orElseThrow(() -> new Malformed(0, "holds no weights that are known by a mark"));
    int most =
        (int) Math.clamp(bytes.size() * Limits.RATIO, Limits.RATIO_FROM, (long) Limits.UNPACKED);
    Packing.Unpacked inner = packing.unpack(bytes, most);
    var out = new WeightsBuilder(source, entry, bytes, format.id()).uncounted();
    if (!inner.damage().isEmpty()) {
      return out.status(Weights.Status.INCOMPLETE, inner.damage()).build();
    }
    if (!inner.whole()) {
      String why = "unpacked it has more than " + most + " bytes, and is not read";
      return out.status(Weights.Status.OVER_LIMIT, why).build();
    }
    FileEntry alone = FileEntry.file(entry.path(), inner.bytes().length);
    try {
      Weights read = format.read(source, alone, ByteSource.of(inner.bytes()));
      return packed(read, packing, out.evidence(0, SHOWN, ""));
    } catch (Malformed e) {
      return out.status(Weights.Status.MALFORMED, "unpacked: " + e.describe()).build();
    }
  }

  // No place inside is a place in the packed file: what was read there is shown by its beginning.
  private static Weights packed(Weights read, Packing packing, Evidence place) {
    var facts = new ArrayList<Weights.HeaderFact>();
    facts.add(
        new Weights.HeaderFact(
            Weights.Topic.TOOL,
            "packing",
            packing.title(),
            shown(place, "packing: " + packing.title())));
    for (Weights.HeaderFact f : read.metadata()) {
      facts.add(
          new Weights.HeaderFact(
              f.topic(), f.key(), f.value(), shown(place, f.evidence().quote())));
    }
    List<Note> dangers =
        read.dangers().stream()
            .map(n ->
                new Note(
                    n.kind(),
                    n.text(),
                    n.evidence().stream().map(e -> shown(place, e.quote())).toList()))
            .toList();
    List<Tensor> listing = read.listing().stream().map(t -> placeless(t, read.path())).toList();
    return new Weights(
        read.path(),
        read.files(),
        read.format(),
        read.status(),
        read.reason(),
        read.kind(),
        read.tensors(),
        read.parameters(),
        read.elementsByType(),
        read.shards(),
        read.quantisation(),
        facts,
        dangers,
        read.headerBytes(),
        shown(place, read.evidence().quote()),
        listing);
  }

  private static Evidence shown(Evidence place, String quote) {
    return new Evidence(place.source(), place.path(), place.span(), quote, place.digest());
  }

  private static Tensor placeless(Tensor t, String path) {
    return t.file().equals(path)
        ? new Tensor(t.name(), t.role(), t.shape(), t.type(), path, -1, t.bytes(), t.storage())
        : t;
  }
}
