package dev.assay.formats.trees;

import dev.assay.formats.HeaderKeys;
import dev.assay.formats.Limits;
import dev.assay.formats.TextHead;
import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.io.ByteSource;
import dev.assay.io.Cursor;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.model.Weights;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// XGBoost's models: one outline of objects in JSON or UBJSON, and the older binary one.
/// `attributes` is free text of the trainer's own, a licence for example.
public final class XgBoost implements WeightsFormat {
  private static final int OLD_HEADER = 136;

  @Override
  public String id() {
    return "xgboost";
  }

  @Override
  public String title() {
    return "XGBoost";
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    boolean binary = head.length > 0 && head[0] == 'b';
    if (!binary && !TextHead.mayBegin(head, '{')) {
      return false;
    }
    String start = new String(head, 0, Math.min(head.length, 4), StandardCharsets.ISO_8859_1);
    return start.equals("binf")
        || start.equals("bs64")
        || isUbj(head)
        || TextHead.mayBegin(head, '{') && json(new String(head, StandardCharsets.ISO_8859_1));
  }

  private static boolean isUbj(byte[] head) {
    return head.length > 12
        && head[0] == '{'
        && (head[1] == 'L' || head[1] == 'i' || head[1] == 'U' || head[1] == 'I' || head[1] == 'l')
        && new String(head, 0, Math.min(head.length, 32), StandardCharsets.ISO_8859_1)
            .contains("learner");
  }

  // The outer object has two members, in either order, and the version is an array of
  // three numbers.
  private static boolean json(String text) {
    String bare = text.stripLeading();
    String packed = bare.startsWith("{") ? bare.substring(1).stripLeading() : "";
    return packed.startsWith("\"learner\"")
        || packed.startsWith("\"version\"") && packed.contains("\"learner\"");
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    var out = new WeightsBuilder(source, entry, bytes, id()).uncounted();
    byte[] head = bytes.head(16);
    out.header(0, Math.min(bytes.size(), 4096));
    if (isUbj(bytes.head(64))) {
      var parts = new Parts(out);
      Ubjson.read(bytes, parts);
      parts.finish();
    } else if (head.length > 4 && head[0] == 'b') {
      old(out, bytes, new String(head, 0, 4, StandardCharsets.US_ASCII));
    } else {
      var parts = new Parts(out);
      Outline.json(bytes, parts);
      parts.finish();
    }
    return out.build();
  }

  /// What is taken from the outline as it streams by.
  private static final class Parts implements Outline {
    private final WeightsBuilder out;
    private final List<String> features = new ArrayList<>();
    private final List<String> version = new ArrayList<>();
    private long featuresFrom = -1;
    private long featuresTo;
    private boolean learner;

    Parts(WeightsBuilder out) {
      this.out = out;
    }

    @Override
    public boolean enters(String path) {
      return !path.endsWith("/trees[]")
          && !path.endsWith("/tree_info[]")
          && !path.endsWith("/iteration_indptr[]");
    }

    @Override
    public void scalar(String path, String text, long from, long to) {
      learner |= path.startsWith("learner/");
      String last = path.substring(path.lastIndexOf('/') + 1);
      if (path.startsWith("learner/attributes/")) {
        out.fact(HeaderKeys.topic(last), last, text, from, to);
      } else if (path.equals("learner/feature_names[]") || path.equals("learner/feature_types[]")) {
        featuresFrom = featuresFrom < 0 ? from : featuresFrom;
        featuresTo = to;
        if (features.size() < 500 && path.equals("learner/feature_names[]")) {
          features.add(text.length() > 100 ? text.substring(0, 100) : text);
        }
      } else if (path.equals("version[]")) {
        if (version.size() < 4) {
          version.add(text);
        }
        featuresTo = Math.max(featuresTo, to);
        if (version.size() == 3) {
          out.fact(Weights.Topic.TOOL, "version", String.join(".", version), from, to);
        }
      } else if (path.equals("learner/objective/name")) {
        out.fact(Weights.Topic.RECIPE, "objective", text, from, to);
      } else if (path.endsWith("gbtree_model_param/num_trees")) {
        out.fact(Weights.Topic.ARCHITECTURE, "trees", text, from, to);
      } else if (path.endsWith("gradient_booster/name")) {
        out.fact(Weights.Topic.ARCHITECTURE, "booster", text, from, to);
      } else if (path.startsWith("learner/learner_model_param/")) {
        out.fact(Weights.Topic.ARCHITECTURE, last, text, from, to);
      }
    }

    @Override
    public void items(String path, long count) {}

    void finish() {
      if (!learner) {
        throw new Malformed(0, "no learner in it");
      }
      if (!features.isEmpty()) {
        out.fact(
            Weights.Topic.TRAINING_DATA,
            "feature_names",
            String.join(" ", features),
            featuresFrom,
            featuresTo);
      }
    }
  }

  // Before JSON: a fixed record, the objective's and the booster's name, the booster,
  // then attributes.
  private static void old(WeightsBuilder out, ByteSource bytes, String magic) {
    if (magic.equals("bs64")) {
      out.remark("the model is in base64, which is not unpacked", 0, 4);
      return;
    }
    Cursor in = new Cursor(bytes);
    in.skip(4);
    in.skip(4);
    long features = in.u32();
    long classes = in.u32();
    boolean attributes = in.i32() != 0;
    in.skip(4);
    long major = in.u32();
    long minor = in.u32();
    in.seek(4 + OLD_HEADER);
    out.fact(Weights.Topic.ARCHITECTURE, "num_feature", "" + features, 8, 12);
    out.fact(Weights.Topic.ARCHITECTURE, "num_class", "" + classes, 12, 16);
    if (major > 0) {
      out.fact(Weights.Topic.TOOL, "version", major + "." + minor, 24, 32);
    }
    text(out, in, Weights.Topic.RECIPE, "objective");
    String booster = text(out, in, Weights.Topic.ARCHITECTURE, "booster");
    long at = in.position();
    long trees = in.u32();
    out.fact(Weights.Topic.ARCHITECTURE, "trees", "" + trees, at, at + 4);
    in.seek(at);
    try {
      XgBoostTrees.walk(in, booster);
      if (attributes) {
        attributes(out, in);
      }
    } catch (Malformed e) {
      out.status(Weights.Status.INCOMPLETE, "behind its settings: " + e.describe());
    }
  }

  private static String text(WeightsBuilder out, Cursor in, Weights.Topic topic, String key) {
    long length = in.i64();
    in.requireLeft(length);
    if (length > Limits.TEXT) {
      throw new Malformed(in.position() - 8, "a text of " + length + " bytes is over the limit");
    }
    long at = in.position();
    String text = in.utf8((int) length);
    out.fact(topic, key, text, at, in.position());
    return text;
  }

  // The attributes come last: a count, then a name and a value each with its length.
  private static void attributes(WeightsBuilder out, Cursor in) {
    long count = in.i64();
    if (count < 0 || count > in.remaining() / 16) {
      throw new Malformed(in.position() - 8, "counts " + count + " attributes");
    }
    for (long i = 0; i < count; i++) {
      long at = in.position();
      String key = text(in);
      out.fact(HeaderKeys.topic(key), key, text(in), at, in.position());
    }
  }

  private static String text(Cursor in) {
    long length = in.i64();
    in.requireLeft(length);
    String text = in.utf8((int) Math.min(length, Limits.FACT));
    in.skip(length - Math.min(length, Limits.FACT));
    return text;
  }
}
