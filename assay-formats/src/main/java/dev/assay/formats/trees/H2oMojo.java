package dev.assay.formats.trees;

import dev.assay.formats.HeaderKeys;
import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.formats.ZipDirectory;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.model.Weights;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Set;

/// A model of H2O as a MOJO: a zip whose `model.ini` names algorithm, version, settings and the
/// columns of the training data, beside the trees and the levels of the categories.
public final class H2oMojo implements WeightsFormat {
  private static final String MODEL = "model.ini";
  private static final int LARGEST = 8 << 20;
  private static final Set<String> ARCHITECTURE =
      Set.of(
          "algo",
          "algorithm",
          "category",
          "n_features",
          "n_classes",
          "n_columns",
          "n_trees",
          "family",
          "link");
  private static final Set<String> TOOL = Set.of("h2o_version", "mojo_version");

  @Override
  public String id() {
    return "h2o-mojo";
  }

  @Override
  public String title() {
    return "H2O MOJO";
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
    ZipDirectory zip = ZipDirectory.of(bytes);
    return zip.entry(MODEL)
        .map(e -> new String(zip.beginning(e, 4096), StandardCharsets.UTF_8))
        .filter(t -> t.startsWith("[info]") && t.contains("mojo_version"))
        .isPresent();
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    var out = new WeightsBuilder(source, entry, bytes, id()).uncounted();
    ZipDirectory zip = ZipDirectory.of(bytes);
    out.header(zip.directoryStart(), bytes.size());
    zip.entry(MODEL).ifPresent(e -> model(out, zip, e));
    zip.verify(1_000);
    zip.oddities().forEach(o -> out.danger(o, zip.directoryStart(), bytes.size()));
    return out.build();
  }

  private static void model(WeightsBuilder out, ZipDirectory zip, ZipDirectory.Entry e) {
    long from = zip.dataStart(e);
    long to = from + e.packed();
    String section = "";
    var columns = new ArrayList<String>();
    for (String line : new String(zip.content(e, LARGEST), StandardCharsets.UTF_8).split("\n")) {
      String text = line.strip();
      int equals = text.indexOf(" = ");
      if (text.startsWith("[") && text.endsWith("]")) {
        section = text;
      } else if (section.equals("[columns]") && !text.isEmpty() && columns.size() < 500) {
        columns.add(text);
      } else if (section.equals("[info]") && equals > 0) {
        String key = text.substring(0, equals);
        String value = text.substring(equals + 3);
        if (ARCHITECTURE.contains(key)) {
          out.fact(Weights.Topic.ARCHITECTURE, key, value, from, to);
        } else if (TOOL.contains(key)) {
          out.fact(Weights.Topic.TOOL, key, value, from, to);
        } else {
          out.fact(HeaderKeys.topic(key), key, value, from, to);
        }
      }
    }
    out.fact(
        Weights.Topic.TRAINING_DATA,
        "columns (schema of the training data)",
        String.join(", ", columns),
        from,
        to);
  }
}
