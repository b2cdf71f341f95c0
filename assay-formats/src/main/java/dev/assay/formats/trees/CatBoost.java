package dev.assay.formats.trees;

import dev.assay.formats.FlatTable;
import dev.assay.formats.HeaderKeys;
import dev.assay.formats.PagedSource;
import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.io.ByteSource;
import dev.assay.io.Cursor;
import dev.assay.io.FileEntry;
import dev.assay.model.Weights;

/// CatBoost's binary: a FlatBuffers table whose map of texts holds the settings of the training,
/// the program's version and when it ran.
public final class CatBoost implements WeightsFormat {
  private static final int MOST = 1_000;

  @Override
  public String id() {
    return "catboost";
  }

  @Override
  public String title() {
    return "CatBoost";
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    return head.length >= 12
        && head[0] == 'C'
        && head[1] == 'B'
        && head[2] == 'M'
        && head[3] == '1';
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    var out = new WeightsBuilder(source, entry, bytes, id()).uncounted();
    out.header(0, Math.min(bytes.size(), 64));
    Cursor in = new Cursor(bytes);
    in.skip(4);
    long size = in.u32();
    in.requireLeft(size);
    FlatTable core = FlatTable.root(new PagedSource(bytes.slice(8, size)));
    FlatTable.Vector version = core.vector(0, 1);
    out.fact(
        Weights.Topic.TOOL, "format version", core.text(0), 8 + version.at(), 8 + version.end());
    FlatTable.Vector info = core.vector(2, 4);
    for (long i = 0; i < Math.min(MOST, info.length()); i++) {
      FlatTable pair = info.table(i);
      String key = pair.text(0);
      FlatTable.Vector value = pair.vector(1, 1);
      out.fact(topic(key), key, pair.text(1), 8 + value.at(), 8 + value.end());
    }
    return out.build();
  }

  private static Weights.Topic topic(String key) {
    return switch (key) {
      case "params", "training", "training_options" -> Weights.Topic.RECIPE;
      case "catboost_version_info", "train_finish_time" -> Weights.Topic.TOOL;
      default -> HeaderKeys.topic(key);
    };
  }
}
