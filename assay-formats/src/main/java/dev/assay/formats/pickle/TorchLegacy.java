package dev.assay.formats.pickle;

import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.formats.pickle.PickleValue.Dict;
import dev.assay.formats.pickle.PickleValue.Int;
import dev.assay.io.ByteSource;
import dev.assay.io.Cursor;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.model.Weights;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;

/// PyTorch's files before version 1.6: five pickles in a row (a magic number, a protocol, the
/// writer's system, the object, the storages' names), then the storages' bytes.
public final class TorchLegacy implements WeightsFormat {
  private static final int[] MAGIC = {
    0x8a, 0x0a, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19, '.'
  };

  @Override
  public String id() {
    return "pytorch-legacy";
  }

  @Override
  public String title() {
    return "PyTorch (before 1.6)";
  }

  @Override
  public String begins() {
    return "\u0080";
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    if (head.length < 2 + MAGIC.length || (head[0] & 0xff) != 0x80) {
      return false;
    }
    for (int i = 0; i < MAGIC.length; i++) {
      if ((head[2 + i] & 0xff) != MAGIC[i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    var out = new WeightsBuilder(source, entry, bytes, id());
    var in = new Cursor(bytes);
    var machine = new PickleMachine(in);
    try {
      pickles(entry, bytes, out, in, machine);
    } catch (Malformed e) {
      out.status(Weights.Status.MALFORMED, e.describe());
    }
    Imports.report(out, machine.imports(), 0, -1);
    machine.nested().report(out, 0, -1);
    machine.dangers().forEach(d -> out.danger(d, 0, in.position()));
    return out.build();
  }

  private static void pickles(
      FileEntry entry, ByteSource bytes, WeightsBuilder out, Cursor in, PickleMachine machine) {
    machine.run();
    if (!(machine.run() instanceof Int protocol) || protocol.value() != 1001) {
      throw new Malformed(in.position(), "does not name the protocol 1001");
    }
    long from = in.position();
    boolean little =
        !(machine.run() instanceof Dict system)
            || system.get("little_endian").filter(v -> v == PickleValue.Plain.FALSE).isEmpty();
    out.fact(
        Weights.Topic.TOOL,
        "sys_info",
        "PyTorch before 1.6, " + (little ? "little-endian" : "big-endian"),
        from,
        in.position());
    long start = in.position();
    PickleValue root = machine.run();
    long end = in.position();
    var tensors = new TorchTensors();
    tensors.collect(root);
    new PickleFacts(out, start, end).checkpoint(root);
    PickleValue keys = machine.run();
    out.header(0, in.position());
    machine.oddity().ifPresent(o -> out.status(Weights.Status.MALFORMED, o));
    if (machine.over()) {
      out.status(Weights.Status.OVER_LIMIT, "the pickle holds more values than are kept")
          .uncounted();
    }
    in.order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    Map<String, Long> places = new HashMap<>();
    long needed = 0;
    long at = in.position();
    for (PickleValue k : PickleValue.items(keys)) {
      String key = PickleValue.plain(k).orElse("?");
      TorchTensors.Storage s = tensors.storages().get(key);
      if (s == null || s.bytes() < 0) {
        break;
      }
      places.put(key, at + 8);
      at = Math.addExact(at, 8 + s.bytes());
      needed = at;
    }
    if (needed > bytes.size()) {
      out.status(
          Weights.Status.INCOMPLETE,
          "cut short: ends " + (needed - bytes.size()) + " bytes before its last storage does");
    }
    if (tensors.hasOptimizer()) {
      out.kind(Weights.Kind.CHECKPOINT);
    }
    tensors.into(out, entry.path(), key -> places.getOrDefault(key, -1L));
  }
}
