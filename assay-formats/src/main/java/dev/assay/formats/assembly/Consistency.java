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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// Holds one set of weights against its configuration: shapes, layers, element type, quantisation.
final class Consistency {
  private static final String[] LAYERS = {
    "num_hidden_layers", "n_layer", "num_layers", "n_layers", "block_count"
  };

  private static final Set<String> STACKS =
      Set.of("layers", "h", "layer", "blocks", "block", "blk");

  /// How the parts of a diffusion model say what they are.
  private static final String CLASS = "_class_name";

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
    shapes(d, type, described(config, model), ConfigFields.fields(config.root(), model), false);
    JsonValue.Obj vision = config.root().object("vision_config");
    if (!vision.members().isEmpty()) {
      // A part without a type of its own is of the whole's.
      String tower =
          vision.text("model_type").or(() -> config.root().text("model_type")).orElse("");
      shapes(
          d,
          tower,
          config.evidence("vision_config", vision),
          f -> ConfigFields.number(vision, f),
          true);
    }
    layers(d, name -> ConfigFields.plain(model, name), name -> evidence(config, model, name));
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
          return f == null ? OptionalLong.empty() : ConfigFields.whole(f.value());
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
    // With several stacks (an encoder and a decoder, a tower for pictures) one number says
    // too little.
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
}
