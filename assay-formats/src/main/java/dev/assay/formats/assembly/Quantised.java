package dev.assay.formats.assembly;

import dev.assay.formats.DTypes;
import dev.assay.formats.JsonValue;
import dev.assay.model.DType;
import dev.assay.model.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Counts learned parameters where several of them are packed into one element, and tells the
/// packed tensors from the scales and indices beside them. The rules are those of the tools that
/// write them: GPTQ, AWQ, bitsandbytes, FP8, MXFP4, compressed-tensors, MLX.
final class Quantised {
  private static final Set<String> BESIDE =
      Set.of(
          "qzeros",
          "g_idx",
          "scales",
          "absmax",
          "quant_map",
          "nested_absmax",
          "nested_quant_map",
          "weight_scale_inv",
          "weight_scale",
          "input_scale",
          "activation_scale",
          "weight_shape",
          "weight_g_idx",
          "weight_zero_point",
          "input_zero_point",
          "output_scale",
          "weight_global_scale",
          "input_global_scale",
          "k_scale",
          "v_scale",
          "q_scale",
          "prob_output_scale",
          "scb",
          "weight_format",
          "bitsandbytes__nf4",
          "bitsandbytes__fp4",
          "perm",
          "weight_scale_2",
          "scale_inv",
          "wscales");

  private final List<Tensor> listing;
  private final @Nullable String method;
  private final JsonValue config;
  private final Set<String> names = new HashSet<>();
  private final Map<String, Tensor> byName = new HashMap<>();
  private boolean uncertain;

  /// @param method the method as configured, or null
  /// @param config the quantisation's configuration, or an empty object
  Quantised(List<Tensor> listing, @Nullable String method, JsonValue config) {
    this.listing = listing;
    this.method = method;
    this.config = config;
    for (Tensor t : listing) {
      names.add(t.name());
      byName.put(t.name(), t);
    }
  }

  /// The outcome.
  ///
  /// @param listing the tensors with their roles
  /// @param parameters how many were learned; empty when packing cannot be told
  /// @param method the method as configured or as the tensors show; null for none
  record Counted(List<Tensor> listing, OptionalLong parameters, @Nullable String method) {}

  Counted count() {
    var roles = new ArrayList<Tensor>(listing.size());
    var storages = new HashSet<String>();
    long sum = 0;
    for (Tensor t : listing) {
      Packed p = packed(t);
      Tensor known = p.role() == t.role() ? t : withRole(t, p.role());
      roles.add(known);
      boolean first = t.storage() == null || storages.add(t.storage());
      if (first && p.role() == Tensor.Role.PARAMETER) {
        long n = t.elements();
        // Three bits do not divide a word: 32 words hold 3 × 32 values, so the product comes first.
        sum = Math.addExact(sum, Math.multiplyExact(n, p.times()) / p.over());
      }
    }
    return new Counted(
        roles,
        uncertain ? OptionalLong.empty() : OptionalLong.of(sum),
        method == null ? seen() : method);
  }

  /// How many parameters an element stands for: `times / over`.
  private record Packed(Tensor.Role role, long times, long over) {
    static final Packed ONE = new Packed(Tensor.Role.PARAMETER, 1, 1);
  }

  private static Packed as(Tensor.Role role) {
    return new Packed(role, 1, 1);
  }

  private Packed packed(Tensor t) {
    if (t.role() == Tensor.Role.OPTIMIZER || t.role() == Tensor.Role.BUFFER) {
      return as(t.role());
    }
    String name = t.name();
    int dot = name.lastIndexOf('.');
    String last = name.substring(dot + 1);
    String module = dot < 0 ? "" : name.substring(0, dot);
    if (last.equals("qweight")) {
      return words(t, bits(module));
    }
    if (last.equals("weight_packed") || last.equals("weight_quantized_packed")) {
      return t.type() == DType.U8
          ? new Packed(Tensor.Role.PARAMETER, 2, 1)
          : words(t, bits(module));
    }
    if (last.endsWith("_blocks")
        && names.contains(name.substring(0, name.length() - 6) + "scales")) {
      return new Packed(Tensor.Role.PARAMETER, 2, 1);
    }
    if (last.endsWith("_scales")
        && names.contains(name.substring(0, name.length() - 6) + "blocks")) {
      return as(Tensor.Role.QUANTISATION);
    }
    if (beside(name, last, module)) {
      return as(Tensor.Role.QUANTISATION);
    }
    if (t.type() == DTypes.U32 && names.contains(module + ".scales")) {
      return words(t, mlxBits(module));
    }
    if (t.type() == DType.U8 && names.contains(name + ".absmax")) {
      return new Packed(Tensor.Role.PARAMETER, 2, 1);
    }
    if (whole(t.type()) && t.shape().size() >= 2) {
      return integers(t, module);
    }
    return DTypes.isFloat(t.type()) && t.role() != Tensor.Role.QUANTISATION
        ? Packed.ONE
        : as(t.role());
  }

  private boolean beside(String name, String last, String module) {
    String l = last.toLowerCase(Locale.ROOT);
    if (name.contains(".quant_state.") || l.startsWith("nested_")) {
      return true;
    }
    // MLX has its offsets in "biases"; a plain layer has a "bias".
    if (last.equals("biases")) {
      return names.contains(module + ".scales");
    }
    if (last.equals("scales") || last.equals("scale")) {
      return names.contains(module + ".qweight")
          || names.contains(module + ".weight")
          || names.contains(module + ".weight_packed");
    }
    return BESIDE.contains(l);
  }

  private static boolean whole(DType type) {
    return type == DType.U8
        || type == DType.I8
        || type == DType.I32
        || type == DTypes.U32
        || type == DType.I16
        || type == DTypes.I4
        || type == DTypes.U4;
  }

  /// Whole numbers in the shape of a matrix: one parameter each when they are bytes beside a scale.
  private Packed integers(Tensor t, String module) {
    boolean bytes = t.type() == DType.I8 || t.type() == DType.U8;
    boolean four =
        t.name().contains(".experts.")
            && config.text("expert_dtype").filter("fp4"::equals).isPresent();
    if (bytes && four) {
      return new Packed(Tensor.Role.PARAMETER, 2, 1);
    }
    boolean scaled =
        names.contains(module + ".weight_scale")
            || names.contains(module + ".SCB")
            || names.contains(t.name() + "_scale")
            || names.contains(module + ".scales");
    if (bytes && scaled || t.type() == DTypes.I4 || t.type() == DTypes.U4) {
      return Packed.ONE;
    }
    if (method != null) {
      uncertain = true;
    }
    return as(t.role());
  }

  private Packed words(Tensor t, int bits) {
    if (bits <= 0) {
      uncertain = true;
      return as(Tensor.Role.PARAMETER);
    }
    int word = (int) t.type().bits();
    return new Packed(Tensor.Role.PARAMETER, word == 0 ? 32 : word, bits);
  }

  /// Bits of a parameter in a packed module: as configured, or as the shapes beside it show.
  private int bits(String module) {
    for (String key : new String[] {"bits", "w_bit", "wbits", "num_bits"}) {
      Long n = config.number(key).orElse(null);
      if (n != null && n >= 1 && n <= 16) {
        return (int) (long) n;
      }
    }
    int grouped = groupBits();
    if (grouped != 0) {
      return grouped;
    }
    Tensor zeros = byName.get(module + ".qzeros");
    Tensor scales = byName.get(module + ".scales");
    if (zeros != null
        && scales != null
        && zeros.shape().size() == 2
        && scales.shape().size() == 2) {
      long columns = scales.shape().get(1);
      long words = zeros.shape().get(1);
      if (columns > 0 && words * 32 % columns == 0) {
        long n = words * 32 / columns;
        return n == 2 || n == 3 || n == 4 || n == 8 ? (int) n : -1;
      }
    }
    return -1;
  }

  /// The bits that all groups of a compressed-tensors configuration share; -1 when they differ, 0
  /// when there are no groups.
  private int groupBits() {
    int bits = 0;
    for (JsonValue group : config.object("config_groups").members().values()) {
      int n = group.object("weights").number("num_bits").map(Math::toIntExact).orElse(-1);
      if (bits != 0 && bits != n) {
        return -1;
      }
      bits = n;
    }
    return bits;
  }

  private int mlxBits(String module) {
    JsonValue own = config.get(module);
    JsonValue from = own instanceof JsonValue.Obj ? own : config;
    Long n = from.number("bits").orElse(null);
    return n != null && n >= 1 && n <= 16 ? (int) (long) n : -1;
  }

  /// The method that the tensors' names show, without any configuration.
  private @Nullable String seen() {
    for (Tensor t : listing) {
      String name = t.name();
      if (name.endsWith(".qweight")) {
        return names.contains(name.substring(0, name.length() - 7) + "g_idx")
            ? "gptq"
            : "gptq or awq";
      }
      if (name.contains(".quant_state.bitsandbytes__")) {
        return "bitsandbytes " + name.substring(name.lastIndexOf('_') + 1);
      }
      if (name.endsWith(".SCB")) {
        return "bitsandbytes int8";
      }
      if (name.endsWith(".weight_packed")) {
        return "compressed-tensors";
      }
      if (name.endsWith(".weight_scale_inv")) {
        return "fp8";
      }
      if (name.endsWith("_blocks") && t.type() == DType.U8) {
        return "mxfp4";
      }
      if (t.type() == DTypes.U32 && names.contains(name.replace(".weight", ".scales"))) {
        return "mlx";
      }
    }
    return null;
  }

  private static Tensor withRole(Tensor t, Tensor.Role role) {
    return new Tensor(
        t.name(), role, t.shape(), t.type(), t.file(), t.offset(), t.bytes(), t.storage());
  }

  /// Puts the outcome into a draft.
  static void apply(Draft d, @Nullable String method, JsonValue config) {
    if (!d.hasTensors() || !d.whole() || d.format.equals("gguf") || d.format.equals("onnx")) {
      if (method != null && d.quantisation == null) {
        d.quantisation = method;
      }
      return;
    }
    Counted c;
    try {
      c = new Quantised(d.listing, method, config).count();
    } catch (ArithmeticException e) {
      d.parameters = null;
      return;
    }
    boolean packed = c.method() != null;
    d.listing = c.listing();
    if (packed) {
      d.parameters = c.parameters().isPresent() ? c.parameters().getAsLong() : null;
      d.quantisation = c.method();
    }
  }
}
