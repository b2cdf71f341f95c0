package dev.assay.formats.frameworks;

import dev.assay.formats.HeaderKeys;
import dev.assay.formats.ProtoReader;
import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.model.Weights;
import java.util.List;
import java.util.Map;

/// Core ML's model specification: version, description with author and licence, and one model, of
/// which the weights of networks and programs are listed. Field numbers are those of coremltools'
/// `Model.proto`.
public final class CoreMl implements WeightsFormat {
  private static final int PIPELINE = 202;
  private static final int CUSTOM = 555;
  private static final int LINKED = 556;
  private static final Map<Integer, String> KINDS =
      Map.ofEntries(
          Map.entry(200, "pipeline classifier"),
          Map.entry(201, "pipeline regressor"),
          Map.entry(PIPELINE, "pipeline"),
          Map.entry(300, "GLM regressor"),
          Map.entry(301, "support vector regressor"),
          Map.entry(302, "tree ensemble regressor"),
          Map.entry(303, "neural network regressor"),
          Map.entry(304, "Bayesian probit regressor"),
          Map.entry(400, "GLM classifier"),
          Map.entry(401, "support vector classifier"),
          Map.entry(402, "tree ensemble classifier"),
          Map.entry(403, "neural network classifier"),
          Map.entry(404, "nearest neighbours classifier"),
          Map.entry(500, "neural network"),
          Map.entry(501, "item similarity recommender"),
          Map.entry(502, "ML program"),
          Map.entry(CUSTOM, "custom model"),
          Map.entry(LINKED, "linked model"),
          Map.entry(2000, "text classifier"),
          Map.entry(2001, "word tagger"),
          Map.entry(2002, "vision feature print"),
          Map.entry(2003, "sound analysis"),
          Map.entry(2004, "gazetteer"),
          Map.entry(2005, "word embedding"),
          Map.entry(2006, "audio feature print"),
          Map.entry(3000, "serialized model"));

  @Override
  public String id() {
    return "coreml";
  }

  @Override
  public String title() {
    return "Core ML";
  }

  @Override
  public String begins() {
    return "\b";
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    return head.length > 4 && head[0] == 8 && head[1] > 0 && head[1] < 32 && head[2] == 0x12;
  }

  // A version, a description, perhaps a flag, and one model whose number is 200 or more.
  @Override
  public boolean confirms(FileEntry entry, ByteSource bytes) {
    var in = new ProtoReader(bytes, 0, bytes.size());
    boolean model = false;
    while (in.next()) {
      boolean head = in.field() == 1 && in.wire() == 0 || in.field() == 2 && in.wire() == 2;
      if (in.field() >= 200 && in.field() < 4_000 && in.wire() == 2) {
        model = true;
      } else if (!head && in.field() != 10) {
        return false;
      }
    }
    return model;
  }

  @Override
  public List<String> endings() {
    return List.of(".mlmodel");
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    var out = new WeightsBuilder(source, entry, bytes, id());
    var in = new ProtoReader(bytes, 0, bytes.size());
    boolean model = false;
    while (in.next()) {
      switch (in.field()) {
        case 1 ->
            out.fact(
                Weights.Topic.TOOL, "specification version", "" + in.number(), in.start(), in.to());
        case 2 -> description(out, in.message());
        default -> {
          if (in.field() >= 200) {
            model = true;
            kind(out, in);
            weights(out, in.field(), in.message(), entry, in.start());
          }
        }
      }
    }
    if (!model) {
      out.remark("a description, and no model in it", 0, Math.min(bytes.size(), 4096));
    }
    return out.header(0, Math.min(bytes.size(), 4096)).build();
  }

  /// The weights of one model. Trees, vectors and models inside the system have none that are
  /// counted here.
  private static void weights(
      WeightsBuilder out, int kind, ProtoReader in, FileEntry entry, long at) {
    switch (kind) {
      case 303, 403, 500 -> new CoreMlNetwork(out, entry.path()).read(in);
      case 502 -> {
        String path = entry.path();
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        new CoreMlProgram(out, folder).read(in, at, Math.min(in.to(), at + 4096));
      }
      case 200, 201 -> {
        while (in.next()) {
          if (in.field() == 1 && in.wire() == 2) {
            weights(out, PIPELINE, in.message(), entry, at);
          }
        }
      }
      case PIPELINE -> {
        while (in.next()) {
          if (in.field() == 1 && in.wire() == 2) {
            ProtoReader model = in.message();
            while (model.next()) {
              if (model.field() >= 200 && model.wire() == 2) {
                weights(out, model.field(), model.message(), entry, at);
              }
            }
          }
        }
      }
      default -> out.uncounted();
    }
  }

  private static void kind(WeightsBuilder out, ProtoReader in) {
    String kind = KINDS.getOrDefault(in.field(), "model of kind " + in.field());
    long to = Math.min(in.to(), in.start() + 4096);
    out.fact(Weights.Topic.ARCHITECTURE, "model", kind, in.start(), to);
    if (in.field() == CUSTOM) {
      ProtoReader custom = in.message();
      while (custom.next()) {
        if (custom.field() == 10) {
          out.fact(
              Weights.Topic.REMOTE_CODE,
              "custom model class",
              custom.text(1024),
              custom.start(),
              custom.to());
        }
      }
    } else if (in.field() == LINKED) {
      out.danger("the model is another file that this one names (linked model)", in.start(), to);
    }
  }

  private static void description(WeightsBuilder out, ProtoReader in) {
    while (in.next()) {
      if (in.field() == 100) {
        metadata(out, in.message());
      }
    }
  }

  private static void metadata(WeightsBuilder out, ProtoReader in) {
    while (in.next()) {
      switch (in.field()) {
        case 1 -> fact(out, Weights.Topic.NAME, "shortDescription", in);
        case 2 -> fact(out, Weights.Topic.OTHER, "versionString", in);
        case 3 -> fact(out, Weights.Topic.AUTHOR, "author", in);
        case 4 -> fact(out, Weights.Topic.LICENCE, "license", in);
        case 100 -> userDefined(out, in.message());
        default -> {}
      }
    }
  }

  private static void fact(WeightsBuilder out, Weights.Topic topic, String key, ProtoReader in) {
    out.fact(topic, key, in.text(64 * 1024), in.start(), in.to());
  }

  private static void userDefined(WeightsBuilder out, ProtoReader in) {
    String key = "";
    while (in.next()) {
      if (in.field() == 1) {
        key = in.text(1024);
      } else if (in.field() == 2) {
        boolean converter = key.startsWith("com.github.apple.coremltools.");
        fact(out, converter ? Weights.Topic.TOOL : HeaderKeys.topic(key), key, in);
      }
    }
  }
}
