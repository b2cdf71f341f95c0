package dev.assay.formats.pickle;

import dev.assay.formats.DTypes;
import dev.assay.formats.Limits;
import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.formats.archive.Packing;
import dev.assay.formats.pickle.PickleValue.Call;
import dev.assay.formats.pickle.PickleValue.Dict;
import dev.assay.formats.pickle.PickleValue.Int;
import dev.assay.io.ByteSource;
import dev.assay.io.Cursor;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.model.DType;
import dev.assay.model.Tensor;
import dev.assay.model.Weights;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A plain pickle, or several in a row, also as joblib writes them: with arrays between the
/// opcodes, or packed as a whole.
public final class Pickle implements WeightsFormat {
  private static final Set<String> NAMES =
      Set.of(
          "pkl", "pickle", "joblib", "pt", "pth", "bin", "ckpt", "p", "pk", "sav", "model", "dat",
          "data", "npy");

  /// How a pickle of the oldest protocol begins whatever it is called: an import of a dotted name,
  /// or the first entry of its memory.
  private static final Pattern TEXT =
      Pattern.compile(
          "(c[A-Za-z_][A-Za-z0-9_.]{0,120}\n[A-Za-z_][A-Za-z0-9_.]{0,120}\\n[(pqNtR.]"
              + "|\\([dl]p[01]\n[(SVcIFNas.]|\\(i[A-Za-z_][A-Za-z0-9_.]{0,120}\n[A-Za-z_][A-Za-z0-9_.]{0,120}\n)");

  private static final int PROBE = 4096;
  private static final int MOST_PICKLES = 10_000;

  @Override
  public String id() {
    return "pickle";
  }

  @Override
  public String title() {
    return "pickle or joblib";
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    return Packing.of(head) != null || isPickle(entry, head, false);
  }

  @Override
  public boolean confirms(FileEntry entry, ByteSource bytes) {
    return packing(entry, bytes) != null || isPickle(entry, bytes.head(PROBE), false);
  }

  /// How a pickle is packed; null where the first bytes only look so, or nothing is packed.
  private static @Nullable Packing packing(FileEntry entry, ByteSource bytes) {
    Packing packing = Packing.of(bytes.head(8));
    if (packing == null) {
      return null;
    }
    try {
      return isPickle(entry, packing.unpack(bytes, PROBE).bytes(), true) ? packing : null;
    } catch (Malformed e) {
      return null;
    }
  }

  @Override
  public List<String> endings() {
    return List.of(".pkl", ".pickle", ".joblib");
  }

  /// Whether bytes begin as a pickle: with the protocol opcode and a known protocol, or, for the
  /// two oldest, with text that walks as opcodes do and bears a name that pickles have.
  private static boolean isPickle(FileEntry entry, byte[] head, boolean packed) {
    if (head.length < 2) {
      return false;
    }
    if ((head[0] & 0xff) == 0x80) {
      return head[1] >= 2 && head[1] <= 5 || (head[1] >= 0 && head[1] <= 1 && named(entry.name()));
    }
    if (packed || "(]}c)ilIVSFNKMJ\u0082".indexOf(head[0] & 0xff) < 0) {
      return false;
    }
    if (!named(entry.name()) && !TEXT.matcher(latin(head)).lookingAt()) {
      return false;
    }
    var machine = new PickleMachine(new Cursor(ByteSource.of(head)));
    try {
      machine.run();
      return machine.oddity().isEmpty() && machine.opcodes() > 2;
    } catch (Malformed e) {
      // A long one goes on after the head; a damaged one may have imported before it broke.
      boolean longer = e.offset() >= head.length - 64 && head.length == PROBE;
      boolean imports =
          named(entry.name())
              ? importsByName(machine)
              : machine.imports().stream().anyMatch(i -> Imports.hostile(i.module()));
      return machine.oddity().isEmpty() && (longer || imports);
    }
  }

  /// Whether something was imported under names that Python could have: in other bytes that walk
  /// for a while as opcodes do, names are noise.
  private static boolean importsByName(PickleMachine machine) {
    return machine.imports().stream()
        .anyMatch(i ->
            !i.path().isEmpty()
                && i.path()
                    .chars()
                    .allMatch(
                        c -> c == '.' || c == '_' || (c < 128 && Character.isLetterOrDigit(c))));
  }

  private static String latin(byte[] head) {
    return new String(head, 0, Math.min(head.length, 256), StandardCharsets.ISO_8859_1);
  }

  private static boolean named(String name) {
    return NAMES.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    Packing packing = packing(entry, bytes);
    if (packing == null) {
      var out = new WeightsBuilder(source, entry, bytes, id());
      new Reading(entry, bytes, out, -1).run();
      return out.build();
    }
    var out = new WeightsBuilder(source, entry, bytes, "joblib");
    out.fact(Weights.Topic.TOOL, "packing", packing.title(), 0, 8);
    Packing.Unpacked inner = packing.unpack(bytes, Packing.MOST);
    if (!inner.whole() && inner.damage().isEmpty()) {
      out.status(
          Weights.Status.OVER_LIMIT,
          "only the first " + Packing.MOST + " bytes of what is packed inside were read");
    } else if (!inner.damage().isEmpty()) {
      out.status(Weights.Status.MALFORMED, inner.damage());
    }
    new Reading(entry, ByteSource.of(inner.bytes()), out, bytes.size()).run();
    return out.build();
  }

  /// One file on its way to a value.
  private static final class Reading {
    private final FileEntry entry;
    private final WeightsBuilder out;
    private final Cursor in;
    private final PickleMachine machine;
    private final long packedTo;
    private boolean classes;
    private boolean named;

    /// @param packedTo the size of the packed file, -1 where nothing is packed
    Reading(FileEntry entry, ByteSource bytes, WeightsBuilder out, long packedTo) {
      this.entry = entry;
      this.out = out;
      this.in = new Cursor(bytes);
      this.machine = new PickleMachine(in);
      this.packedTo = packedTo;
    }

    void run() {
      try {
        for (int n = 0; in.remaining() > 0; n++) {
          long from = in.position();
          if (n == MOST_PICKLES) {
            out.status(Weights.Status.OVER_LIMIT, "more than " + n + " pickles in a row");
            break;
          }
          if (n > 0 && !another(from)) {
            break;
          }
          one(from);
        }
      } catch (Malformed e) {
        // Python obeys each opcode before it reads the next, so what stands before the damage
        // has run.
        out.status(Weights.Status.MALFORMED, e.describe());
      }
      machine.oddity().ifPresent(o -> out.status(Weights.Status.MALFORMED, o));
      if (machine.over()) {
        out.status(Weights.Status.OVER_LIMIT, "the pickle holds more values than are kept");
      }
      out.header(0, packedTo < 0 ? in.position() : packedTo);
      Imports.report(out, machine.imports(), 0, packedTo);
      machine.nested().report(out, 0, packedTo);
      machine.dangers().forEach(d -> out.danger(d, 0, packedTo < 0 ? in.position() : packedTo));
      arrays();
      if (!named) {
        out.uncounted();
      }
      if (!classes && out.tensors() == 0) {
        out.kind(Weights.Kind.OTHER);
      }
    }

    private boolean another(long from) {
      int next = in.u8();
      in.seek(from);
      // A text opcode cannot be told from padding: whatever follows is walked as long as it is one.
      return next != 0;
    }

    private void one(long from) {
      PickleValue root = machine.run();
      long to = in.position();
      long start = packedTo < 0 ? from : 0;
      long end = packedTo < 0 ? to : packedTo;
      var facts = new PickleFacts(out, start, end);
      classes |= facts.classes(root);
      facts.checkpoint(root);
      numpy(root);
    }

    /// NumPy's arrays inside the pickle, with the names that lead to them.
    private void numpy(PickleValue root) {
      boolean state = root instanceof Dict && !classes;
      ValueWalk.walk(
          root,
          (path, value) -> {
            if (!(value instanceof Call c) || out.tensors() >= Limits.LISTED) {
              return true;
            }
            Tensor t = array(path, c, state);
            if (t == null) {
              return true;
            }
            named |= state;
            out.tensor(t);
            return false;
          });
    }

    private @Nullable Tensor array(String path, Call c, boolean state) {
      boolean made =
          c.global()
              .filter(
                  g -> g.name().equals("_reconstruct") && g.module().endsWith("core.multiarray"))
              .isPresent();
      List<PickleValue> parts = PickleValue.items(c.state);
      if (!made || parts.size() < 3) {
        return null;
      }
      DType type = DTypes.numpy(JoblibArrays.code(parts.get(2)));
      Optional<List<Long>> shape = shape(parts.get(1));
      if (type == null || shape.isEmpty()) {
        return null;
      }
      Tensor.Role role = state ? DTypes.role(path, type) : Tensor.Role.UNKNOWN;
      return new Tensor(path, role, shape.get(), type, entry.path(), -1, -1, null);
    }

    private static Optional<List<Long>> shape(PickleValue value) {
      var shape = new ArrayList<Long>();
      long elements = 1;
      for (PickleValue d : PickleValue.items(value)) {
        long n = d instanceof Int i ? i.value() : -1;
        try {
          elements = Math.multiplyExact(elements, n);
        } catch (ArithmeticException e) {
          return Optional.empty();
        }
        if (n < 0 || shape.size() == 64) {
          return Optional.empty();
        }
        shape.add(n);
      }
      return Optional.of(shape);
    }

    private void arrays() {
      int n = 0;
      for (JoblibArrays.Found a : machine.arrays().found()) {
        out.tensor(
            new Tensor(
                "array " + ++n,
                Tensor.Role.UNKNOWN,
                a.shape(),
                a.type(),
                entry.path(),
                packedTo < 0 ? a.from() : -1,
                a.length(),
                null));
      }
    }
  }
}
