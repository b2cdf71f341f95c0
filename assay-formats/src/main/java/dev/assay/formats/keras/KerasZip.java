package dev.assay.formats.keras;

import dev.assay.formats.JsonValue;
import dev.assay.formats.Limits;
import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.formats.ZipDirectory;
import dev.assay.formats.hdf5.Hdf5;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.model.Weights;
import java.util.List;

/// The zip of Keras 3: `config.json` (the model), `metadata.json` (the tool) and
/// `model.weights.h5`, which is read in place or in memory, never unpacked to a file.
public final class KerasZip implements WeightsFormat {
  private static final String CONFIG = "config.json";
  private static final String METADATA = "metadata.json";
  private static final String WEIGHTS = "model.weights.h5";
  private static final int JSON = 16 << 20;

  @Override
  public String id() {
    return "keras-zip";
  }

  @Override
  public String title() {
    return "Keras 3";
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
    boolean metadata = zip.entry(METADATA).isPresent();
    return zip.entry(WEIGHTS).isPresent()
        || zip.entry(CONFIG).isPresent() && (metadata || entry.name().endsWith(".keras"));
  }

  @Override
  public List<String> endings() {
    return List.of(".keras");
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    var out = new WeightsBuilder(source, entry, bytes, id());
    var zip = ZipDirectory.of(bytes);
    out.header(zip.directoryStart(), bytes.size());
    zip.entry(METADATA).ifPresent(e -> metadata(out, zip, e));
    zip.entry(CONFIG)
        .ifPresentOrElse(
            e -> config(out, zip, e),
            () ->
                out.remark("no config.json: the architecture is not in the file", 0, bytes.size()));
    zip.entry(WEIGHTS)
        .ifPresentOrElse(
            e -> weights(out, zip, e, entry.path()),
            () -> out.status(Weights.Status.INCOMPLETE, "no model.weights.h5 in it"));
    zip.verify(1_000);
    zip.oddities().forEach(o -> out.danger(o, zip.directoryStart(), bytes.size()));
    return out.build();
  }

  private interface Part {
    void read(JsonValue value, long from, long to);
  }

  private static void json(WeightsBuilder out, ZipDirectory zip, ZipDirectory.Entry e, Part part) {
    try {
      long from = zip.dataStart(e);
      byte[] text = zip.content(e, Math.min(JSON, Limits.UNPACKED));
      part.read(JsonValue.read(ByteSource.of(text)), from, from + e.packed());
    } catch (Malformed m) {
      out.status(Weights.Status.MALFORMED, e.name() + ": " + m.describe());
    }
  }

  private static void metadata(WeightsBuilder out, ZipDirectory zip, ZipDirectory.Entry e) {
    json(
        out,
        zip,
        e,
        (value, from, to) -> {
          value
              .text("keras_version")
              .ifPresent(v -> out.fact(Weights.Topic.TOOL, "keras_version", v, from, to));
          value
              .text("date_saved")
              .ifPresent(v -> out.fact(Weights.Topic.OTHER, "date_saved", v, from, to));
        });
  }

  private static void config(WeightsBuilder out, ZipDirectory zip, ZipDirectory.Entry e) {
    json(
        out,
        zip,
        e,
        (value, from, to) -> {
          KerasConfig.model(out, value, from, to);
          JsonValue compile = value.get("compile_config");
          if (compile != null) {
            KerasConfig.training(out, "compile_config", compile, from, to);
          }
        });
  }

  private static void weights(
      WeightsBuilder out, ZipDirectory zip, ZipDirectory.Entry e, String path) {
    try {
      Hdf5 file = Hdf5.read(zip.open(e));
      KerasH5.add(out, file, path, e.size(), e.stored() ? zip.dataStart(e) : -1);
    } catch (Malformed m) {
      out.status(Weights.Status.MALFORMED, WEIGHTS + ": " + m.describe());
      out.uncounted();
    }
  }
}
