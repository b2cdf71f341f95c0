package dev.assay.formats.assembly;

import dev.assay.formats.DTypes;
import dev.assay.formats.JsonValue;
import dev.assay.model.Claim;
import dev.assay.model.Component;
import dev.assay.model.DType;
import dev.assay.model.Evidence;
import dev.assay.model.Note;
import dev.assay.model.Tensor;
import dev.assay.model.Weights;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Holds one set of weights against its configuration: shapes, layers, element type, quantisation.
final class Consistency {
  private static final String[] LAYERS = {
    "num_hidden_layers", "n_layer", "num_layers", "n_layers", "block_count"
  };
  private static final Set<String> STACKS =
      Set.of("layers", "h", "layer", "blocks", "block", "blk");

  private static final String VISION = "vision_";

  /// How the parts of a diffusion model say what they are.
  private static final String CLASS = "_class_name";

  private static final Set<String> MODEL_NAMES =
      Set.of("model", "pytorch_model", "diffusion_pytorch_model", "flax_model", "tf_model");

  private final Report report;

  Consistency(Report report) {
    this.report = report;
  }

  /// Against `config.json`.
  void check(Draft d, Config config) {
    if (!d.hasTensors() || !d.whole() || d.kind == Weights.Kind.ADAPTER) {
      return;
    }
    JsonValue.Obj model = config.model();
    String type =
        model
            .text("model_type")
            .or(() -> config.root().text("model_type"))
            .or(() -> config.root().text(CLASS))
            .orElse("");
    shapes(d, type, described(config, model), fields(config.root(), model), false);
    JsonValue.Obj vision = config.root().object("vision_config");
    if (!vision.members().isEmpty()) {
      // A part without a type of its own is of the whole's.
      String tower =
          vision.text("model_type").or(() -> config.root().text("model_type")).orElse("");
      shapes(d, tower, config.evidence("vision_config", vision), f -> number(vision, f), true);
    }
    layers(d, name -> plain(model, name), name -> evidence(config, model, name));
    type(d, config, model);
    quantisation(d, config);
  }

  private static Evidence described(Config config, JsonValue.Obj model) {
    JsonValue own = model.get("model_type");
    JsonValue type = own == null ? config.root().get("model_type") : own;
    if (type != null) {
      return config.evidence("model_type", type);
    }
    JsonValue made = config.root().get(CLASS);
    return made == null ? config.evidence() : config.evidence(CLASS, made);
  }

  /// A GGUF file against the hyper-parameters in its own header.
  void checkGguf(Draft d) {
    if (!d.hasTensors() || !d.whole()) {
      return;
    }
    String architecture = "";
    for (Weights.HeaderFact f : d.metadata) {
      if (f.key().equals("general.architecture")) {
        architecture = f.value();
      }
    }
    Map<String, Weights.HeaderFact> fields = new HashMap<>();
    for (Weights.HeaderFact f : d.metadata) {
      if (f.key().startsWith(architecture + ".")) {
        fields.putIfAbsent(f.key().substring(architecture.length() + 1).replace('.', '_'), f);
      }
    }
    Function<String, OptionalLong> number =
        name -> {
          Weights.HeaderFact f = fields.get(name);
          return f == null ? OptionalLong.empty() : whole(f.value());
        };
    shapes(d, "gguf:" + architecture, d.evidence, number, false);
    if (d.kind == Weights.Kind.MODEL && d.status == Weights.Status.OK) {
      layers(
          d,
          number,
          name ->
              Optional.ofNullable(fields.get(name))
                  .map(Weights.HeaderFact::evidence)
                  .orElse(d.evidence));
    }
  }

  static OptionalLong whole(String text) {
    try {
      return OptionalLong.of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  /// The fields of a model's configuration as families ask for them; `vision_X` is the field X of
  /// the part of the configuration that is about pictures.
  static Function<String, OptionalLong> fields(JsonValue.Obj root, JsonValue.Obj model) {
    return name ->
        name.startsWith(VISION)
            ? number(root.object("vision_config"), name.substring(VISION.length()))
            : number(model, name);
  }

  private static OptionalLong plain(JsonValue.Obj o, String name) {
    Long n = o.number(name).orElse(null);
    return n == null ? OptionalLong.empty() : OptionalLong.of(n);
  }

  /// A field as a number: true is 1 and false is 0. `a.b` is the member b of the object a, or
  /// whether the text a is b; `a[2]` is an element of the list a, and `a.length` how many it has.
  ///
  /// @throws ArithmeticException when it is a fraction
  static OptionalLong number(JsonValue.Obj o, String name) {
    int dot = name.indexOf('.');
    if (dot > 0) {
      return member(o.get(name.substring(0, dot)), name.substring(dot + 1));
    }
    if (name.endsWith("]")) {
      int bracket = name.indexOf('[');
      List<JsonValue> items = o.items(name.substring(0, bracket));
      OptionalLong at = whole(name.substring(bracket + 1, name.length() - 1));
      return at.isPresent() && at.getAsLong() < items.size()
          ? number(items.get((int) at.getAsLong()))
          : OptionalLong.empty();
    }
    return number(o.get(name));
  }

  private static OptionalLong member(@Nullable JsonValue of, String name) {
    return switch (of) {
      case JsonValue.Obj o -> number(o, name);
      case JsonValue.Str s -> OptionalLong.of(s.value().equals(name) ? 1 : 0);
      case JsonValue.Arr a when name.equals("length") -> OptionalLong.of(a.items().size());
      case null, default -> OptionalLong.empty();
    };
  }

  private static OptionalLong number(@Nullable JsonValue v) {
    if (v instanceof JsonValue.Bool b) {
      return OptionalLong.of(b.value() ? 1 : 0);
    }
    if (!(v instanceof JsonValue.Num n)) {
      return OptionalLong.empty();
    }
    Long whole = n.whole().orElse(null);
    return whole == null ? rounded(n.written()) : OptionalLong.of(whole);
  }

  // "4.0" is four. Of a fraction no dimension is made, nor is what families take for a field that
  // is
  // not there: `Expression` makes nothing of it.
  private static OptionalLong rounded(String written) {
    double d;
    try {
      d = Double.parseDouble(written);
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
    if (d != Math.rint(d) || Math.abs(d) > 1e15) {
      throw new ArithmeticException(written + " is no whole number");
    }
    return OptionalLong.of((long) d);
  }

  private static Evidence evidence(Config config, JsonValue.Obj model, String name) {
    JsonValue v = model.get(name);
    return v == null ? config.evidence() : config.evidence(name, v);
  }

  private void shapes(
      Draft d,
      String type,
      Evidence configured,
      Function<String, OptionalLong> fields,
      boolean tower) {
    Optional<Families.Family> family =
        type.isEmpty() ? Optional.empty() : Families.builtIn().of(type);
    if (family.isEmpty()) {
      return;
    }
    Families.Outcome o = Families.builtIn().compare(family.get(), d.listing, fields, tower);
    String statement = "describes a " + o.family();
    if (!o.others().isEmpty()) {
      String reason =
          o.others().getFirst()
              + (o.others().size() > 1 ? ", and " + (o.others().size() - 1) + " more differ" : "");
      report.note(Component.ARCHITECTURE, Note.Kind.DISAGREES, reason, configured, d.evidence);
      report.note(Component.WEIGHTS, Note.Kind.DISAGREES, reason, configured, d.evidence);
      report.claim(
          Claim.Kind.ARCHITECTURE,
          statement,
          configured,
          Claim.Verdict.CONTRADICTED,
          reason,
          List.of(d.evidence));
    } else if (o.same() > 0) {
      String reason = o.same() + " tensors have the shapes that the configuration's fields give";
      report.note(Component.ARCHITECTURE, Note.Kind.AGREES, reason, configured, d.evidence);
      report.note(Component.WEIGHTS, Note.Kind.AGREES, reason, configured, d.evidence);
      // That a header agrees with itself confirms nothing that anybody claimed.
      if (!configured.equals(d.evidence)) {
        report.claim(
            Claim.Kind.ARCHITECTURE,
            statement,
            configured,
            Claim.Verdict.CONFIRMED,
            reason,
            List.of(d.evidence));
      }
    }
  }

  private void layers(
      Draft d, Function<String, OptionalLong> fields, Function<String, Evidence> evidence) {
    String field = "";
    long stated = -1;
    for (String name : LAYERS) {
      OptionalLong n = fields.apply(name);
      if (n.isPresent()) {
        field = name;
        stated = n.getAsLong();
        break;
      }
    }
    Map<String, Set<String>> stacks = new HashMap<>();
    for (Tensor t : d.listing) {
      String[] parts = t.name().split("\\.", 8);
      for (int i = 1; i < parts.length; i++) {
        if (STACKS.contains(parts[i - 1]) && digits(parts[i])) {
          String stack = String.join(".", List.of(parts).subList(0, i));
          stacks.computeIfAbsent(stack, k -> new TreeSet<>()).add(parts[i]);
          break;
        }
      }
    }
    // With several stacks (an encoder and a decoder, a tower for pictures) one number says too
    // little.
    if (stated < 0 || stacks.size() != 1 || d.status != Weights.Status.OK) {
      return;
    }
    long layers = stacks.values().iterator().next().size();
    long extra = fields.apply("num_nextn_predict_layers").orElse(0);
    if (layers == stated || layers == stated + extra) {
      report.note(
          Component.ARCHITECTURE,
          Note.Kind.AGREES,
          "the weights have the " + stated + " layers that " + field + " states",
          evidence.apply(field),
          d.evidence);
    } else {
      String reason = "the weights have " + layers + " layers where " + field + " states " + stated;
      report.note(
          Component.ARCHITECTURE, Note.Kind.DISAGREES, reason, evidence.apply(field), d.evidence);
      report.disagrees(reason, evidence.apply(field), d.evidence);
      report.claim(
          Claim.Kind.ARCHITECTURE,
          "states " + stated + " layers",
          evidence.apply(field),
          Claim.Verdict.CONTRADICTED,
          reason,
          List.of(d.evidence));
    }
  }

  private static boolean digits(String s) {
    return !s.isEmpty() && s.length() < 6 && s.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private void type(Draft d, Config config, JsonValue.Obj model) {
    for (String key : new String[] {"torch_dtype", "dtype"}) {
      JsonValue value = model.get(key) != null ? model.get(key) : config.root().get(key);
      if (!(value instanceof JsonValue.Str s) || d.quantisation != null) {
        continue;
      }
      DType stated = DTypes.word(s.value());
      String most = most(d);
      if (stated == null || most.isEmpty()) {
        continue;
      }
      boolean same = stated.name().equals(most);
      String reason = "most elements of the weights are of type " + most;
      report.claim(
          Claim.Kind.OTHER,
          "states the element type " + s.value(),
          config.evidence(key, value),
          same ? Claim.Verdict.CONFIRMED : Claim.Verdict.CONTRADICTED,
          reason,
          List.of(d.evidence));
      report.note(
          Component.WEIGHTS,
          same ? Note.Kind.AGREES : Note.Kind.DISAGREES,
          same
              ? "the element type " + s.value() + " is the one in the files"
              : "the configuration states the element type " + s.value() + ", and " + reason,
          config.evidence(key, value),
          d.evidence);
      return;
    }
  }

  private static String most(Draft d) {
    return d.elements.entrySet().stream()
        .filter(e -> DTypes.isFloat(new DType(e.getKey(), 0)))
        .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse("");
  }

  /// Whether packed tensors are there when a quantisation is configured, and the other way round.
  private void quantisation(Draft d, Config config) {
    Optional<Quantisation> q = Quantisation.of(config);
    boolean packed =
        d.listing.stream().anyMatch(t -> t.role() == Tensor.Role.QUANTISATION)
            || d.elements.keySet().stream().anyMatch(n -> n.startsWith("F8_") || n.equals("F4"));
    if (q.isEmpty()) {
      if (packed && d.quantisation != null) {
        report.note(
            Component.WEIGHTS,
            Note.Kind.REMARK,
            "the tensors are quantised (" + d.quantisation + "), and config.json does not say so",
            d.evidence);
      }
      return;
    }
    Evidence made = q.get().evidence();
    String statement = "states the quantisation " + q.get().method();
    if (packed) {
      report.claim(
          Claim.Kind.QUANTISATION,
          statement,
          made,
          Claim.Verdict.CONFIRMED,
          "the tensors are packed, with scales beside them",
          List.of(d.evidence));
      report.agrees(
          "the quantisation " + q.get().method() + " is in the tensors", made, d.evidence);
    } else if (d.status == Weights.Status.OK && !q.get().onLoad()) {
      String reason = "no tensor is packed or has a scale beside it";
      report.claim(
          Claim.Kind.QUANTISATION,
          statement,
          made,
          Claim.Verdict.CONTRADICTED,
          reason,
          List.of(d.evidence));
      report.disagrees(
          "config.json states the quantisation " + q.get().method() + ", and " + reason,
          made,
          d.evidence);
    }
  }

  /// Several formats of the same weights in one folder: the same names must have the same shapes.
  void compare(List<Draft> drafts) {
    var readable = new ArrayList<Draft>();
    for (Draft d : drafts) {
      if (d.hasTensors()
          && d.whole()
          && d.status == Weights.Status.OK
          && d.kind == Weights.Kind.MODEL
          && d.quantisation == null
          && named(d.name())) {
        readable.add(d);
      }
    }
    for (int i = 1; i < readable.size() && i < 10; i++) {
      pair(readable.get(0), readable.get(i));
    }
  }

  /// Whether a name is one under which a release keeps its one model in each format. Other files in
  /// a folder can be a small and a large model that share their names of tensors.
  private static boolean named(String file) {
    int dot = file.indexOf('.');
    String stem = dot < 0 ? file : file.substring(0, dot);
    int shard = stem.indexOf("-0000");
    return MODEL_NAMES.contains(shard < 0 ? stem : stem.substring(0, shard));
  }

  private void pair(Draft a, Draft b) {
    Map<String, List<Long>> shapes = new HashMap<>();
    a.listing.forEach(t -> shapes.put(t.name(), t.shape()));
    int same = 0;
    int other = 0;
    String first = "";
    for (Tensor t : b.listing) {
      List<Long> shape = shapes.get(t.name());
      if (shape == null) {
        continue;
      }
      if (shape.equals(t.shape())) {
        same++;
      } else if (other++ == 0) {
        first = t.name() + " is " + Families.dims(shape) + " and " + Families.dims(t.shape());
      }
    }
    // Two different models in one folder share few names by chance.
    if (same + other < Math.min(a.listing.size(), b.listing.size()) * 3 / 4 || same + other == 0) {
      return;
    }
    if (other > 0) {
      report.disagrees(
          a.name() + " and " + b.name() + " differ in " + other + " tensors: " + first,
          a.evidence,
          b.evidence);
    } else {
      report.agrees(
          a.name() + " and " + b.name() + " hold the same " + same + " tensors by name and shape",
          a.evidence,
          b.evidence);
    }
  }
}
