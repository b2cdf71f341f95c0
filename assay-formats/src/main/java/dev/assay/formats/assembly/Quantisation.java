package dev.assay.formats.assembly;

import dev.assay.formats.JsonValue;
import dev.assay.model.Evidence;
import java.util.Locale;
import java.util.Optional;

/// A quantisation as a configuration file states it.
///
/// @param method its name: gptq, awq, bitsandbytes, fp8, mxfp4, compressed-tensors, mlx, ...
/// @param config the object with its settings
/// @param evidence where
/// @param onLoad whether the weights in the files are not quantised yet: it happens while loading
record Quantisation(String method, JsonValue.Obj config, Evidence evidence, boolean onLoad) {

  /// What a configuration states; empty when nothing.
  static Optional<Quantisation> of(Config config) {
    String name = config.text().name();
    JsonValue.Obj root = config.root();
    if (name.equals("quantize_config.json") || name.equals("quant_config.json")) {
      String method = root.text("quant_method").orElse(root.get("w_bit") != null ? "awq" : "gptq");
      return Optional.of(
          new Quantisation(method.toLowerCase(Locale.ROOT), root, config.evidence(), false));
    }
    for (JsonValue.Obj o : new JsonValue.Obj[] {root, config.model()}) {
      for (String key : new String[] {"quantization_config", "compression_config"}) {
        if (o.get(key) instanceof JsonValue.Obj q && !q.members().isEmpty()) {
          return Optional.of(new Quantisation(method(q), q, config.evidence(key, q), onLoad(q)));
        }
      }
      if (o.get("quantization") instanceof JsonValue.Obj q && q.get("bits") != null) {
        return Optional.of(new Quantisation("mlx", q, config.evidence("quantization", q), false));
      }
    }
    return Optional.empty();
  }

  private static String method(JsonValue.Obj q) {
    Optional<String> stated = q.text("quant_method").or(() -> q.text("method"));
    if (stated.isPresent()) {
      return stated.get().toLowerCase(Locale.ROOT);
    }
    boolean bits = q.get("load_in_4bit") != null || q.get("load_in_8bit") != null;
    return bits ? "bitsandbytes" : q.text("quant_algo").orElse("unnamed").toLowerCase(Locale.ROOT);
  }

  private static boolean onLoad(JsonValue.Obj q) {
    boolean none =
        q.flag("load_in_4bit").orElse(false).equals(false)
            && q.flag("load_in_8bit").orElse(false).equals(false);
    return method(q).equals("bitsandbytes") && none;
  }
}
