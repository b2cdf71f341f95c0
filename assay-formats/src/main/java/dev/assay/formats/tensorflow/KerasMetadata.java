package dev.assay.formats.tensorflow;

import dev.assay.formats.JsonValue;
import dev.assay.formats.ProtoReader;
import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.formats.keras.KerasConfig;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.model.Weights;

/// `keras_metadata.pb` beside a SavedModel: each Keras object's configuration as JSON.
public final class KerasMetadata implements WeightsFormat {
  private static final int LONGEST = 16 << 20;

  @Override
  public String id() {
    return "keras-metadata";
  }

  @Override
  public String title() {
    return "Keras metadata of a SavedModel";
  }

  @Override
  public Weights.Kind kind() {
    return Weights.Kind.OTHER;
  }

  @Override
  public String begins() {
    return "\n";
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    return head.length > 4
        && head[0] == 0x0a
        && new String(head, java.nio.charset.StandardCharsets.ISO_8859_1).contains("_tf_keras_");
  }

  @Override
  public boolean confirms(FileEntry entry, ByteSource bytes) {
    var in = new ProtoReader(bytes, 0, bytes.size());
    if (!in.next() || in.field() != 1) {
      return false;
    }
    ProtoReader node = in.message();
    while (node.next()) {
      if (node.field() == 4) {
        return node.wire() == 2 && node.text(64).startsWith("_tf_keras_");
      }
    }
    return false;
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    var out = new WeightsBuilder(source, entry, bytes, id()).kind(Weights.Kind.OTHER).uncounted();
    var in = new ProtoReader(bytes, 0, bytes.size());
    while (in.next()) {
      if (in.field() == 1) {
        object(out, in.message(), 4, 5);
      }
    }
    return out.build();
  }

  /// Reads one object of Keras: which kind it is, and its configuration.
  ///
  /// @param identifier the field that names its kind
  /// @param metadata the field that holds its configuration
  static void object(WeightsBuilder out, ProtoReader in, int identifier, int metadata) {
    String kind = "";
    while (in.next()) {
      if (in.wire() != 2) {
        continue;
      }
      if (in.field() == identifier) {
        kind = in.text(64);
      } else if (in.field() == metadata && kind.startsWith("_tf_keras_")) {
        boolean model =
            kind.endsWith("_model") || kind.endsWith("_network") || kind.endsWith("_sequential");
        try {
          JsonValue config = JsonValue.read(in.text(LONGEST));
          if (model) {
            KerasConfig.model(out, config, in.start(), in.to());
            KerasConfig.training(
                out, "training_config", config.object("training_config"), in.start(), in.to());
          } else {
            KerasConfig.layer(out, config, in.start(), in.to());
          }
        } catch (Malformed e) {
          out.remark("the configuration of a " + kind + " is not JSON", in.start(), in.to());
        }
      }
    }
  }
}
