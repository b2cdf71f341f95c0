package dev.assay.formats.trees;

import dev.assay.formats.FlatTable;
import dev.assay.formats.HeaderKeys;
import dev.assay.formats.JsonValue;
import dev.assay.formats.PagedSource;
import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.io.ByteSource;
import dev.assay.io.Cursor;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.model.Weights;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// CatBoost's binary: a FlatBuffers table whose map of texts holds the settings of the training,
/// the program's version and when it ran.
public final class CatBoost implements WeightsFormat {
  private static final int MOST = 1_000;

  private static final int LARGEST = 4 << 20;

  private static final String TABLES = "static_provider_v1";

  private static final Map<String, List<String>> TOLD =
      new TreeMap<>(
          Map.of(
              "boosting_options", List.of("iterations", "learning_rate", "boosting_type"),
              "tree_learner_options", List.of("depth", "l2_leaf_reg", "grow_policy")));

  @Override
  public String id() {
    return "catboost";
  }

  @Override
  public String title() {
    return "CatBoost";
  }

  @Override
  public String begins() {
    return "C";
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
      told(out, key, bytes, 8 + value.at(), 8 + value.end());
      out.fact(topic(key), key, pair.text(1), 8 + value.at(), 8 + value.end());
    }
    parts(out, core, bytes, 8 + size);
    return out.build();
  }

  // Behind the core stand the parts that its last field names: of the tables of categories their
  // number, and each with its size.
  private static void parts(WeightsBuilder out, FlatTable core, ByteSource bytes, long from) {
    FlatTable.Vector names = core.vector(3, 4);
    if (names.length() == 0) {
      return;
    }
    Cursor in = new Cursor(bytes);
    in.seek(from);
    if (in.remaining() == 0) {
      out.status(Weights.Status.INCOMPLETE, "it ends before the parts behind its core");
      return;
    }
    if (!names.text(0).equals(TABLES)) {
      return;
    }
    try {
      long tables = in.u32();
      for (long i = 0; i < tables; i++) {
        in.skip(in.u32());
      }
    } catch (Malformed e) {
      out.status(
          Weights.Status.INCOMPLETE, "it ends within its tables of categories: " + e.describe());
    }
  }

  // Parameters and measures are documents of JSON, of which these are asked for first.
  private static void told(WeightsBuilder out, String key, ByteSource bytes, long from, long to) {
    if (!key.equals("params") && !key.equals("training") || to - from > LARGEST) {
      return;
    }
    JsonValue json;
    try {
      json = JsonValue.read(bytes.slice(from, to - from));
    } catch (Malformed e) {
      // Something else than JSON stays a fact as it is.
      return;
    }
    if (key.equals("params")) {
      TOLD.forEach((part, names) ->
          names.forEach(
              name -> plain(out, Weights.Topic.RECIPE, name, json.object(part), name, from, to)));
      plain(out, Weights.Topic.RECIPE, "objective", json.object("loss_function"), "type", from, to);
    } else {
      for (String set : List.of("learn_best_error", "test_best_error")) {
        JsonValue.Obj best =
            set.startsWith("learn") || json.object("metrics").object(set).members().isEmpty()
                ? json.object("metrics").object(set)
                : json.object("metrics").object(set).object("validation");
        best.members()
            .keySet()
            .forEach(m -> plain(out, Weights.Topic.METRIC, set + "." + m, best, m, from, to));
      }
    }
  }

  private static void plain(
      WeightsBuilder out,
      Weights.Topic topic,
      String key,
      JsonValue.Obj in,
      String name,
      long from,
      long to) {
    JsonValue v = in.get(name);
    if (v instanceof JsonValue.Num || v instanceof JsonValue.Str) {
      out.fact(topic, key, v.plain(), from, to);
    }
  }

  private static Weights.Topic topic(String key) {
    return switch (key) {
      case "params", "training", "training_options" -> Weights.Topic.RECIPE;
      case "catboost_version_info", "train_finish_time" -> Weights.Topic.TOOL;
      default -> HeaderKeys.topic(key);
    };
  }
}
