package dev.assay.formats.assembly;

import dev.assay.formats.ChatTemplate;
import dev.assay.formats.JsonValue;
import dev.assay.formats.WeightsAssembly;
import dev.assay.formats.config.ModelConfig;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.io.TextFile;
import dev.assay.model.Component;
import dev.assay.model.Note;
import dev.assay.model.Weights;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The work behind {@link WeightsAssembly}: source by source and folder by folder, since a
/// configuration speaks for the weights beside it.
public final class Assembly {
  private final Report report = new Report();
  private final Map<String, Map<String, FileEntry>> listed = new HashMap<>();
  private final Map<String, Config> configs = new HashMap<>();
  private final Set<String> withWeights = new HashSet<>();
  private final Map<String, Set<String>> pointers = new HashMap<>();
  private final List<Draft> drafts = new ArrayList<>();

  private Assembly(List<FileEntry> listing) {
    for (FileEntry e : listing) {
      listed.computeIfAbsent(e.source(), _ -> new HashMap<>()).putIfAbsent(e.path(), e);
    }
  }

  /// Puts files together.
  public static WeightsAssembly.Result assemble(
      List<Weights> files, List<FileEntry> listing, Map<String, TextFile> texts) {
    var assembly = new Assembly(listing);
    var ordered = new ArrayList<>(texts.values());
    ordered.sort(Assembly::inOrder);
    ordered.forEach(assembly::read);
    assembly.shards(files);
    assembly.folders();
    return assembly.result();
  }

  // Written out: what Comparator composes is no part of an ahead-of-time cache.
  private static int inOrder(TextFile a, TextFile b) {
    int bySource = a.source().compareTo(b.source());
    return bySource != 0 ? bySource : a.path().compareTo(b.path());
  }

  private void read(TextFile text) {
    try {
      Config.read(text).ifPresent(c -> configs.put(text.source() + "\n" + text.path(), c));
    } catch (Malformed e) {
      report.note(
          Component.ARCHITECTURE,
          Note.Kind.REMARK,
          text.path() + " could not be read: " + e.describe(),
          text.evidenceWhole(""));
    }
  }

  private void shards(List<Weights> files) {
    Map<String, List<Weights>> bySource = new TreeMap<>();
    for (Weights w : files) {
      bySource.computeIfAbsent(w.evidence().source(), k -> new ArrayList<>()).add(w);
    }
    bySource.forEach((source, of) -> {
      of.sort((a, b) -> a.path().compareTo(b.path()));
      drafts.addAll(new Sharding(of, listed(source), report).assemble());
    });
  }

  /// The names of one source, by path.
  private Map<String, FileEntry> listed(String source) {
    return listed.getOrDefault(source, listed.getOrDefault("", Map.of()));
  }

  private void folders() {
    Map<String, List<Draft>> folders = new TreeMap<>();
    for (Draft d : drafts) {
      folders.computeIfAbsent(d.source + "\n" + d.folder(), k -> new ArrayList<>()).add(d);
    }
    drafts.stream()
        .filter(d -> d.status == Weights.Status.POINTER)
        .forEach(d -> pointers.computeIfAbsent(d.source, _ -> new HashSet<>()).addAll(d.files));
    folders.values().forEach(this::folder);
    new SavedModels(report, this::listed).join(drafts);
    Checkpoints.mark(drafts);
  }

  private void folder(List<Draft> here) {
    Draft any = here.getFirst();
    Config config = config(any, "config.json");
    Optional<Quantisation> quantised = config == null ? Optional.empty() : Quantisation.of(config);
    for (String name : new String[] {"quantize_config.json", "quant_config.json"}) {
      Config c = config(any, name);
      if (quantised.isEmpty() && c != null) {
        quantised = Quantisation.of(c);
      }
    }
    List<Draft> tokenizers = here.stream().filter(d -> d.kind == Weights.Kind.VOCABULARY).toList();
    var consistency = new Consistency(report);
    var dataFiles = new DataFiles(listed(any.source), pointers.getOrDefault(any.source, Set.of()));
    long largest = here.stream().mapToLong(Assembly::elements).max().orElse(0);
    for (Draft d : here) {
      if (d.kind == Weights.Kind.VOCABULARY || d.kind == Weights.Kind.OTHER) {
        continue;
      }
      withWeights.add(d.source + "\n" + d.folder());
      quantise(d, quantised);
      adapter(d, config(d, "adapter_config.json"));
      if (config != null) {
        ConfigFacts.add(d, config);
        boolean states = d.format.equals("safetensors") || d.format.startsWith("pytorch");
        // The configuration is the model's; what is much smaller beside it is a part or an extra.
        if (states && elements(d) >= largest / 2) {
          consistency.check(d, config);
        }
      }
      if (d.format.equals("gguf")) {
        consistency.checkGguf(d);
      }
      template(d, config(d, "tokenizer_config.json"));
      new Vocabulary(report).check(d, config, tokenizers);
      new Declared(report).check(d);
      dataFiles.check(d);
      split(d);
    }
    new SameWeights(report).compare(here);
  }

  private static long elements(Draft d) {
    return d.elements.values().stream().mapToLong(Long::longValue).sum();
  }

  private void quantise(Draft d, Optional<Quantisation> quantised) {
    Quantised.apply(
        d,
        quantised.map(Quantisation::method).orElse(null),
        quantised.<JsonValue>map(Quantisation::config).orElse(new JsonValue.Obj(Map.of(), 0)));
    quantised
        .filter(q -> q.config().get("dataset") != null)
        .ifPresent(q ->
            q.config()
                .text("dataset")
                .ifPresent(data ->
                    d.fact(
                        Weights.Topic.CALIBRATION_DATA,
                        "quantization_config.dataset",
                        data,
                        q.evidence())));
  }

  private @Nullable Config config(Draft d, String name) {
    String path = d.folder().isEmpty() ? name : d.folder() + "/" + name;
    return configs.get(d.source + "\n" + path);
  }

  private void adapter(Draft d, @Nullable Config config) {
    if (config == null || !(d.format.equals("safetensors") || d.format.startsWith("pytorch"))) {
      return;
    }
    JsonValue.Obj root = config.root();
    if (root.get("peft_type") == null && root.get("base_model_name_or_path") == null) {
      return;
    }
    if (d.kind == Weights.Kind.MODEL) {
      d.kind = Weights.Kind.ADAPTER;
    }
    root.members()
        .forEach((key, value) -> {
          Weights.Topic topic =
              switch (key) {
                case "base_model_name_or_path" -> Weights.Topic.BASE_MODEL;
                case "peft_type", "r", "lora_alpha", "target_modules", "task_type" ->
                    Weights.Topic.RECIPE;
                case "auto_mapping" -> Weights.Topic.OTHER;
                default -> null;
              };
          if (topic != null && !(value instanceof JsonValue.Null)) {
            d.fact(topic, key, ConfigFacts.flat(value), config.evidence(key, value));
          }
        });
  }

  private static void template(Draft d, @Nullable Config config) {
    if (config == null) {
      return;
    }
    JsonValue template = config.root().get("chat_template");
    if (template instanceof JsonValue.Str s) {
      var evidence = config.evidence("chat_template", s);
      d.fact(Weights.Topic.TEMPLATE, "chat_template", s.value(), evidence);
      ChatTemplate.danger(s.value()).ifPresent(text -> d.danger(text, evidence));
    }
  }

  /// A GGUF shard that was renamed still says how many there are.
  private static void split(Draft d) {
    if (d.shards != null || !d.format.equals("gguf")) {
      return;
    }
    for (Weights.HeaderFact f : d.metadata) {
      if (f.key().equals("split.count")) {
        ConfigFields.whole(f.value())
            .ifPresent(n -> {
              if (n > 1 && n < 100_000) {
                d.shards = new Weights.Shards(1, (int) n, List.of());
                d.parameters = null;
                d.status(Weights.Status.INCOMPLETE, (n - 1) + " of " + n + " shards are not here");
              }
            });
      }
    }
  }

  /// Configurations hold no weights: their facts went to the weights beside them, and they stay
  /// only where that is not so and there is something to say.
  private boolean kept(Draft d) {
    if (!d.format.equals(ModelConfig.ID) || d.status != Weights.Status.OK) {
      return true;
    }
    boolean beside = withWeights.contains(d.source + "\n" + d.folder());
    return !d.dangers.isEmpty() && !beside;
  }

  private WeightsAssembly.Result result() {
    for (Draft d : drafts) {
      d.dangers.stream()
          .filter(n -> n.kind() == Note.Kind.DISAGREES)
          .forEach(n ->
              report.disagrees(n.text(), n.evidence().toArray(new dev.assay.model.Evidence[0])));
    }
    return new WeightsAssembly.Result(
        drafts.stream().filter(this::kept).map(Draft::build).toList(),
        report.notes(),
        report.claims());
  }
}
