package dev.assay.formats.lua;

import dev.assay.formats.DTypes;
import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.model.Tensor;
import dev.assay.model.Weights;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/// What Torch in Lua saves: a network as an object, or a table with networks, settings or data in
/// it. Without layers and weights it holds data.
public final class Torch7 implements WeightsFormat {
  private static final int OBJECT = 4;
  private static final int TABLE = 3;
  private static final int LONGEST_CLASS = 80;
  private static final int LARGEST_TABLE = 100_000;

  /// The packages of layers.
  private static final List<String> LAYERS =
      List.of("nn.", "nngraph.", "cudnn.", "cunn.", "inn.", "rnn.", "stn.");

  /// What a layer keeps beside what it has learnt.
  private static final List<String> PASSING =
      List.of("gradWeight", "gradBias", "gradInput", "output", "finput", "fgradInput", "buffer");

  @Override
  public String id() {
    return "torch7";
  }

  @Override
  public String title() {
    return "Torch (Lua)";
  }

  @Override
  public String begins() {
    return "\u0003\u0004";
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    if (head.length < 32) {
      return false;
    }
    ByteBuffer in = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
    int type = in.getInt();
    // Objects are numbered from one on.
    if (in.getInt() != 1) {
      return false;
    }
    if (type == OBJECT) {
      return in.getInt() == 3
          && in.get() == 'V'
          && in.get() == ' '
          && in.get() == '1'
          && isClass(in);
    }
    int size = in.getInt();
    int key = in.getInt();
    return type == TABLE
        && size > 0
        && size < LARGEST_TABLE
        && (key == 1 || key == 2)
        && entry.name().endsWith(".t7");
  }

  private static boolean isClass(ByteBuffer in) {
    int length = in.getInt();
    if (length < 3 || length > LONGEST_CLASS) {
      return false;
    }
    boolean dot = false;
    for (int i = 0; i < length && in.hasRemaining(); i++) {
      byte b = in.get();
      dot |= b == '.';
      if (!Character.isLetterOrDigit((char) (b & 0x7f)) && b != '.' && b != '_' || b < 0) {
        return false;
      }
    }
    return dot;
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    var out = new WeightsBuilder(source, entry, bytes, id());
    LuaObjects all = LuaObjects.read(bytes);
    boolean layers = all.classes().stream().anyMatch(c -> LAYERS.stream().anyMatch(c::startsWith));
    boolean named = all.tensors().stream().anyMatch(t -> isLearnt(t.path()));
    out.kind(layers || named ? Weights.Kind.MODEL : Weights.Kind.OTHER);
    for (LuaObjects.Found t : all.tensors()) {
      String last = t.path().substring(t.path().lastIndexOf('.') + 1);
      Tensor.Role role =
          PASSING.contains(last)
              ? Tensor.Role.BUFFER
              : layers && !isLearnt(t.path())
                  ? Tensor.Role.UNKNOWN
                  : DTypes.role(t.path(), t.type());
      out.tensor(new Tensor(t.path(), role, t.shape(), t.type(), entry.path(), -1, -1, t.place()));
    }
    if (layers) {
      String shown = String.join(", ", all.classes().stream().limit(20).toList());
      out.fact(Weights.Topic.ARCHITECTURE, "classes", shown, 0, Math.min(bytes.size(), 4096));
    }
    if (!all.problem().isEmpty()) {
      out.status(Weights.Status.MALFORMED, all.problem()).uncounted();
    }
    if (!all.left().isEmpty()) {
      out.uncounted();
      out.remark("only the beginning was read: it has " + all.left(), 0, 32);
    }
    return out.build();
  }

  private static boolean isLearnt(String path) {
    String last = path.substring(path.lastIndexOf('.') + 1);
    return last.equals("weight") || last.equals("bias") || last.equals("params");
  }
}
