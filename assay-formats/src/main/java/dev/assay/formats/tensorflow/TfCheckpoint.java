package dev.assay.formats.tensorflow;

import dev.assay.formats.DTypes;
import dev.assay.formats.Limits;
import dev.assay.formats.ProtoReader;
import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.model.DType;
import dev.assay.model.Tensor;
import dev.assay.model.Weights;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// The index of a TensorFlow checkpoint (a "tensor bundle"): names, shapes, types and places in the
/// data files beside it. `variables.index` of a SavedModel is one.
public final class TfCheckpoint implements WeightsFormat {
  private static final String VALUE = "/.ATTRIBUTES/VARIABLE_VALUE";

  /// How optimizers name their state, in checkpoints of TensorFlow 1 at the end of a variable's
  /// name.
  private static final List<String> SLOTS =
      List.of(
          "/adam",
          "/adam_1",
          "/momentum",
          "/rmsprop",
          "/rmsprop_1",
          "/adagrad",
          "/ftrl",
          "/ftrl_1",
          "/adam_m",
          "/adam_v",
          "/.optimizer_slot");

  @Override
  public String id() {
    return "tf-checkpoint";
  }

  @Override
  public String title() {
    return "TensorFlow checkpoint";
  }

  // The first key is empty and its value is the header: no bytes shared, none of its own.
  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    return head.length >= 48 && head[0] == 0 && head[1] == 0 && head[2] > 0 && head[3] == 8;
  }

  @Override
  public boolean confirms(FileEntry entry, ByteSource bytes) {
    return SortedTable.endsAsTable(bytes);
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    var out = new WeightsBuilder(source, entry, bytes, id());
    out.header(Math.max(0, bytes.size() - 4096), bytes.size());
    String path = entry.path();
    String stem = path.endsWith(".index") ? path.substring(0, path.length() - 6) : path;
    int[] shards = {1};
    SortedTable.read(
        bytes,
        (key, from, to) -> {
          if (key.length == 0) {
            shards[0] = shards(bytes, from, to);
          } else {
            tensor(out, bytes, new String(key, StandardCharsets.UTF_8), from, to, stem, shards[0]);
          }
        });
    return out.build();
  }

  private static int shards(ByteSource bytes, long from, long to) {
    var header = new ProtoReader(bytes, from, to);
    long shards = 1;
    while (header.next()) {
      if (header.field() == 1) {
        shards = header.number();
      }
    }
    if (shards < 0 || shards > Limits.SHARDS) {
      throw new Malformed(from, shards + " shards are over the limit");
    }
    return (int) Math.max(1, shards);
  }

  private static void tensor(
      WeightsBuilder out,
      ByteSource bytes,
      String key,
      long from,
      long to,
      String stem,
      int shards) {
    var entry = new ProtoReader(bytes, from, to);
    DType type = DTypes.UNKNOWN;
    List<Long> shape = List.of();
    long shard = 0;
    long offset = 0;
    long size = -1;
    boolean slice = false;
    while (entry.next()) {
      switch (entry.field()) {
        case 1 -> type = TfTypes.type(entry.number());
        case 2 -> shape = TfTypes.shape(entry.message());
        case 3 -> shard = entry.number();
        case 4 -> offset = entry.number();
        case 5 -> size = entry.number();
        case 7 -> slice = true;
        default -> {}
      }
    }
    if (shard < 0 || shard >= shards || offset < 0 || size < -1) {
      throw new Malformed(from, "the tensor " + key + " lies in shard " + shard + " of " + shards);
    }
    if (out.tensors() >= Limits.TENSORS) {
      throw new Malformed(from, "more than " + Limits.TENSORS + " tensors");
    }
    if (key.startsWith("_CHECKPOINTABLE_OBJECT_GRAPH") || key.indexOf('\0') >= 0) {
      // The graph of objects, and the pieces of a partitioned variable, whose whole is listed too.
      return;
    }
    String name = key.endsWith(VALUE) ? key.substring(0, key.length() - VALUE.length()) : key;
    Tensor.Role role = role(name, key, type);
    if (role == Tensor.Role.OPTIMIZER) {
      out.kind(Weights.Kind.CHECKPOINT);
    }
    String file = String.format(Locale.ROOT, "%s.data-%05d-of-%05d", stem, shard, shards);
    out.tensor(
        new Tensor(name, role, shape, type, file, slice ? -1 : offset, slice ? -1 : size, null));
  }

  /// What a variable is for, by its name and by its key in the table.
  static Tensor.Role role(String name, String key, DType type) {
    String k = key.toLowerCase(Locale.ROOT);
    String n = name.toLowerCase(Locale.ROOT);
    boolean slot = k.contains(".optimizer_slot") || SLOTS.stream().anyMatch(n::endsWith);
    if (slot || n.startsWith("optimizer/") || n.matches("beta[12]_power(_1)?")) {
      return Tensor.Role.OPTIMIZER;
    }
    // What a recurrent layer carries from call to call, and the averages of a training.
    return n.endsWith("/exponentialmovingaverage") || n.contains("/keras_api/states/")
        ? Tensor.Role.BUFFER
        : DTypes.role(name.replace('/', '.'), type);
  }
}
