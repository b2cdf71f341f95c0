package dev.assay.formats.pickle;

import dev.assay.formats.DTypes;
import dev.assay.formats.Limits;
import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.pickle.PickleValue.Call;
import dev.assay.formats.pickle.PickleValue.Global;
import dev.assay.formats.pickle.PickleValue.Int;
import dev.assay.formats.pickle.PickleValue.Persistent;
import dev.assay.formats.pickle.PickleValue.Str;
import dev.assay.io.Malformed;
import dev.assay.model.DType;
import dev.assay.model.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The tensors that a PyTorch pickle describes. Tensors are views of storages: tied weights and
/// slices share one, and its elements count once.
final class TorchTensors {
  /// A storage that the file holds beside its pickle.
  ///
  /// @param key its name
  /// @param type its element type
  /// @param elements how many
  record Storage(String key, DType type, long elements) {
    /// @return its size in bytes, -1 where its type is not known
    long bytes() {
      return type.bits() == 0 ? -1 : Math.multiplyExact(elements, (long) type.bits() / 8);
    }
  }

  private record View(
      String name, Tensor.Role role, Storage storage, long offset, List<Long> shape, DType type) {}

  private static final Map<String, DType> STORAGES =
      Map.ofEntries(
          Map.entry("Float", DType.F32),
          Map.entry("Double", DType.F64),
          Map.entry("Half", DType.F16),
          Map.entry("BFloat16", DType.BF16),
          Map.entry("Long", DType.I64),
          Map.entry("Int", DType.I32),
          Map.entry("Short", DType.I16),
          Map.entry("Char", DType.I8),
          Map.entry("Byte", DType.U8),
          Map.entry("Bool", DType.BOOL),
          Map.entry("ComplexFloat", DTypes.C64),
          Map.entry("ComplexDouble", DTypes.C128),
          Map.entry("QInt8", DType.I8),
          Map.entry("QUInt8", DType.U8),
          Map.entry("QInt32", DType.I32));

  private final List<View> views = new ArrayList<>();
  private final Map<String, Storage> storages = new LinkedHashMap<>();
  private final Map<String, Integer> uses = new HashMap<>();
  private boolean optimizer;

  /// Collects the tensors below a value.
  void collect(PickleValue root) {
    ValueWalk.walk(
        root,
        (path, value) -> {
          if (value instanceof Call c && tensor(c, 0) instanceof View v) {
            add(path, v);
            return false;
          }
          return true;
        });
  }

  private void add(String path, View v) {
    if (views.size() >= Limits.TENSORS / 10) {
      throw new Malformed(-1, "more than " + Limits.TENSORS / 10 + " tensors");
    }
    Tensor.Role role = role(path, v.type());
    optimizer |= role == Tensor.Role.OPTIMIZER;
    storages.merge(v.storage().key(), v.storage(), (a, b) -> a.elements() >= b.elements() ? a : b);
    uses.merge(v.storage().key(), 1, Integer::sum);
    views.add(new View(name(path), role, v.storage(), v.offset(), v.shape(), v.type()));
  }

  /// The storages that tensors refer to, in order.
  Map<String, Storage> storages() {
    return storages;
  }

  /// Whether optimizer state is among the tensors.
  boolean hasOptimizer() {
    return optimizer;
  }

  /// Where a storage's bytes begin in the file; -1 where that is not known.
  interface Places {
    long of(String key);
  }

  /// Gives all tensors to the builder, each element of a storage counted once.
  void into(WeightsBuilder out, String file, Places places) {
    Map<String, Long> left = new HashMap<>();
    storages.forEach((k, s) -> left.put(k, s.elements()));
    Set<String> parts = new HashSet<>();
    for (View v : views) {
      long elements = elements(v.shape());
      long start = places.of(v.storage().key());
      long width = (long) v.type().bits() / 8;
      long room = left.getOrDefault(v.storage().key(), 0L);
      boolean again = !parts.add(v.storage().key() + ":" + v.offset() + ":" + v.shape());
      long counted = again ? 0 : Math.min(room, elements);
      left.put(v.storage().key(), room - counted);
      boolean shared = uses.getOrDefault(v.storage().key(), 1) > 1;
      out.tensor(
          new Tensor(
              v.name(),
              v.role(),
              v.shape(),
              v.type(),
              file,
              start < 0 ? -1 : start + v.offset() * width,
              elements * width,
              shared ? v.storage().key() : null),
          counted);
    }
  }

  private static long elements(List<Long> shape) {
    long n = 1;
    for (long d : shape) {
      n = Math.multiplyExact(n, d);
    }
    return n;
  }

  private static @Nullable View tensor(Call call, int depth) {
    Global g = call.global().orElse(null);
    if (g == null || depth > 4) {
      return null;
    }
    if (g.is("torch._tensor", "_rebuild_from_type_v2")) {
      return tensor(new Call(call.argument(0), call.argument(2)), depth + 1);
    }
    if (g.is("torch.nn.parameter", "Parameter") || g.is("torch.nn.parameter", "Buffer")) {
      return call.argument(0) instanceof Call inner ? tensor(inner, depth + 1) : null;
    }
    if (!g.module().equals("torch._utils")) {
      return null;
    }
    return switch (g.name()) {
      case "_rebuild_parameter", "_rebuild_parameter_with_state" ->
          call.argument(0) instanceof Call inner ? tensor(inner, depth + 1) : null;
      case "_rebuild_tensor", "_rebuild_tensor_v2", "_rebuild_qtensor" -> view(call, null);
      case "_rebuild_tensor_v3" -> view(call, typeOf(call.argument(6)));
      default -> null;
    };
  }

  private static @Nullable DType typeOf(PickleValue value) {
    return value instanceof Global g && g.module().equals("torch") ? DTypes.word(g.name()) : null;
  }

  private static @Nullable View view(Call call, @Nullable DType stated) {
    if (!(call.argument(0) instanceof Persistent p) || !(call.argument(1) instanceof Int offset)) {
      return null;
    }
    Storage storage = storage(PickleValue.items(p.id()), stated);
    if (storage == null) {
      return null;
    }
    var shape = new ArrayList<Long>();
    long elements = 1;
    for (PickleValue d : PickleValue.items(call.argument(2))) {
      long n = d instanceof Int i ? i.value() : -1;
      if (n < 0 || shape.size() == 64) {
        throw new Malformed(-1, "a tensor has no sound shape");
      }
      shape.add(n);
      try {
        elements = Math.multiplyExact(elements, n);
      } catch (ArithmeticException e) {
        throw new Malformed(-1, "the dimensions of a tensor multiply beyond any file");
      }
    }
    long last = last(shape, PickleValue.items(call.argument(3)), offset.value(), elements);
    if (offset.value() < 0 || last > storage.elements()) {
      throw new Malformed(
          -1,
          "a tensor reaches to element "
              + last
              + " of storage \""
              + storage.key()
              + "\", which has "
              + storage.elements());
    }
    DType type = stated == null ? storage.type() : stated;
    return new View("", Tensor.Role.UNKNOWN, storage, offset.value(), shape, type);
  }

  /// One past the last element that a view with strides reaches.
  private static long last(
      List<Long> shape, List<PickleValue> strides, long offset, long elements) {
    if (elements == 0) {
      return offset;
    }
    try {
      long last = offset;
      for (int i = 0; i < shape.size(); i++) {
        long stride = i < strides.size() && strides.get(i) instanceof Int s ? s.value() : 0;
        last = Math.addExact(last, Math.multiplyExact(shape.get(i) - 1, stride));
      }
      return Math.addExact(last, 1);
    } catch (ArithmeticException e) {
      throw new Malformed(-1, "a tensor's strides reach beyond any file");
    }
  }

  private static @Nullable Storage storage(List<PickleValue> id, @Nullable DType stated) {
    if (id.size() < 5
        || !(id.get(0) instanceof Str kind)
        || !kind.value().equals("storage")
        || !(id.get(1) instanceof Global type)
        || !(id.get(4) instanceof Int elements)
        || elements.value() < 0) {
      return null;
    }
    String key = PickleValue.plain(id.get(2)).orElse("?");
    DType known = STORAGES.get(type.name().replace("Storage", ""));
    if (known == null && stated != null && stated.bits() >= 8) {
      // An untyped storage counts bytes.
      return new Storage(key, stated, elements.value() / ((long) stated.bits() / 8));
    }
    return new Storage(key, known == null ? DType.U8 : known, elements.value());
  }

  private static final Set<String> WRAPPERS =
      Set.of("state_dict", "model_state_dict", "_parameters", "_buffers", "_modules");

  /// The name as the model knows it: without the parts that only say how the pickle is built.
  private static String name(String path) {
    var out = new StringBuilder(path.length());
    for (String part : path.split("\\.", -1)) {
      if (!WRAPPERS.contains(part)) {
        out.append(out.isEmpty() ? "" : ".").append(part);
      }
    }
    return out.isEmpty() ? path : out.toString();
  }

  private static Tensor.Role role(String path, DType type) {
    String first = path.substring(0, path.indexOf('.') < 0 ? path.length() : path.indexOf('.'));
    if (first.startsWith("optim")
        || first.contains("optimizer")
        || first.startsWith("lr_sched")
        || first.startsWith("scaler")
        || path.contains(".exp_avg")) {
      return Tensor.Role.OPTIMIZER;
    }
    if (path.contains("_buffers.")) {
      return Tensor.Role.BUFFER;
    }
    // A second, averaged copy of the same parameters beside the model.
    if (first.equals("ema") || first.endsWith("_ema") || first.startsWith("ema_")) {
      return Tensor.Role.BUFFER;
    }
    return DTypes.role(name(path), type);
  }
}
