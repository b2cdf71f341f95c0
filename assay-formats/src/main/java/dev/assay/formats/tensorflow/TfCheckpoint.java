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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

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

  /// Adafactor's averages beside a variable (mesh), and what lies in an object that is called an
  /// optimizer.
  private static final Pattern OPTIMIZER =
      Pattern.compile(
          "(?:.*_slot_(?:v|vr|vc|m)|(?:.*/)?[^/]*optimizers?/.*|beta[12]_power(?:_1)?)");

  @Override
  public String id() {
    return "tf-checkpoint";
  }

  @Override
  public String title() {
    return "TensorFlow checkpoint";
  }

  // The first key is empty and its value is the header: no bytes shared, none of its own. A packed
  // block has its length
  // and a literal before that.
  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    if (head.length < 48) {
      return false;
    }
    if (header(head, 0)) {
      return true;
    }
    int at = 0;
    while (at < 4 && head[at] < 0) {
      at++;
    }
    int literal = (head[at + 1] & 0xff) >>> 2;
    return (head[at + 1] & 3) == 0 && header(head, at + 2 + Math.max(0, literal - 59));
  }

  private static boolean header(byte[] head, int at) {
    return head[at] == 0 && head[at + 1] == 0 && head[at + 2] > 0 && head[at + 3] == 8;
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
    var above = new ArrayDeque<String>();
    SortedTable.read(
        bytes,
        (key, in, from, to) -> {
          if (key.length == 0) {
            shards[0] = shards(in, from, to);
          } else {
            tensor(
                out, in, new String(key, StandardCharsets.UTF_8), from, to, stem, shards[0], above);
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
      int shards,
      Deque<String> above) {
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
    // TensorFlow 1 names what an optimizer keeps of a variable below the variable, whatever
    // the optimizer.
    while (!above.isEmpty() && !key.startsWith(above.peek())) {
      above.pop();
    }
    boolean below = !above.isEmpty() && key.startsWith("/", above.peek().length());
    if (!key.endsWith(VALUE) && !below) {
      above.push(key);
    }
    Tensor.Role role = below ? Tensor.Role.OPTIMIZER : role(name, key, type);
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
    if (slot || OPTIMIZER.matcher(n).matches()) {
      return Tensor.Role.OPTIMIZER;
    }
    // What a recurrent layer carries from call to call, and the averages of a training.
    return n.endsWith("/exponentialmovingaverage") || n.contains("/keras_api/states/")
        ? Tensor.Role.BUFFER
        : DTypes.role(name.replace('/', '.'), type);
  }
}
