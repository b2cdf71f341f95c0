package dev.assay.formats.pickle;

import dev.assay.formats.HeaderKeys;
import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.pickle.PickleValue.Call;
import dev.assay.formats.pickle.PickleValue.Dict;
import dev.assay.formats.pickle.PickleValue.Str;
import dev.assay.model.Weights.Topic;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a pickle says beside its tensors: versions, epochs, hyper-parameters, the classes it needs.
final class PickleFacts {
  private static final int MOST = 400;
  private static final Set<String> SETTINGS =
      Set.of(
          "hyper_parameters",
          "hparams",
          "args",
          "config",
          "cfg",
          "opt",
          "train_args",
          "hyperparameters",
          "datamodule_hyper_parameters",
          "training_args",
          "kwargs",
          "model_args");

  private final WeightsBuilder out;
  private final long from;
  private final long to;
  private final Set<String> told = new LinkedHashSet<>();
  private int said;

  PickleFacts(WeightsBuilder out, long from, long to) {
    this.out = out;
    this.from = from;
    this.to = to;
  }

  /// The plain values at the top of a checkpoint, and its settings.
  void checkpoint(PickleValue root) {
    Dict top = dict(root);
    if (top == null) {
      return;
    }
    for (int i = 0; i < top.keys.size() && said < MOST; i++) {
      if (!(top.keys.get(i) instanceof Str key)) {
        continue;
      }
      PickleValue value = top.values.get(i);
      PickleValue.plain(value).ifPresent(v -> top(key.value(), v));
      Dict settings = SETTINGS.contains(key.value()) ? dict(value) : null;
      if (settings != null) {
        settings(key.value(), settings, 0);
      }
    }
  }

  private static @Nullable Dict dict(PickleValue value) {
    return switch (value) {
      case Dict d -> d;
      case Call c -> c.items.keys.isEmpty() && c.state instanceof Dict d ? d : c.items;
      default -> null;
    };
  }

  private void top(String key, String value) {
    String k = key.toLowerCase(Locale.ROOT);
    Topic topic = HeaderKeys.known(key);
    if (k.endsWith("version")) {
      topic = Topic.TOOL;
      fact(topic, key, key.replace("_version", "").replace("-version", "") + " " + value);
      return;
    }
    if (topic == null && Set.of("epoch", "global_step", "step", "iteration", "iter").contains(k)) {
      topic = Topic.RECIPE;
    }
    if (topic == null && (k.contains("acc") || k.contains("loss") || k.contains("best"))) {
      topic = Topic.METRIC;
    }
    fact(topic == null ? Topic.OTHER : topic, key, value);
  }

  private void settings(String path, Dict settings, int depth) {
    for (int i = 0; i < settings.keys.size() && said < MOST; i++) {
      if (!(settings.keys.get(i) instanceof Str key)) {
        continue;
      }
      String name = path + "." + key.value();
      PickleValue value = settings.values.get(i);
      Topic topic = HeaderKeys.known(key.value());
      PickleValue.plain(value).ifPresent(v -> fact(topic == null ? Topic.RECIPE : topic, name, v));
      for (PickleValue item : PickleValue.items(value)) {
        PickleValue.plain(item).ifPresent(v -> fact(topic == null ? Topic.RECIPE : topic, name, v));
      }
      Dict inner = dict(value);
      if (inner != null && depth < 3) {
        settings(name, inner, depth + 1);
      }
    }
  }

  /// The classes whose objects the pickle holds, and the version of the tool that made them.
  ///
  /// @return whether there are any
  boolean classes(PickleValue root) {
    Set<String> classes = new LinkedHashSet<>();
    ValueWalk.walk(
        root,
        (path, value) -> {
          if (value instanceof Call c) {
            c.global()
                .filter(g -> Imports.estimator(g.module(), g.name()))
                .filter(g -> c.state instanceof Dict)
                .ifPresent(g -> classes.add(g.path()));
            if (c.state instanceof Dict state) {
              estimator(state);
              // Objects of the oldest protocols are made by a function from their class.
              if (c.global().filter(g -> g.name().equals("_reconstructor")).isPresent()
                  && c.argument(0) instanceof PickleValue.Global g
                  && Imports.estimator(g.module(), g.name())) {
                classes.add(g.path());
              }
            }
          }
          return true;
        });
    classes.forEach(c -> fact(Topic.ARCHITECTURE, "class", c));
    return !classes.isEmpty();
  }

  private void estimator(Dict state) {
    state
        .get("_sklearn_version")
        .flatMap(PickleValue::plain)
        .ifPresent(v -> once(Topic.TOOL, "_sklearn_version", "scikit-learn " + v));
    state
        .get("n_features_in_")
        .flatMap(PickleValue::plain)
        .ifPresent(v -> once(Topic.OTHER, "n_features_in_", v));
  }

  private void once(Topic topic, String key, String value) {
    if (told.add(key + value)) {
      fact(topic, key, value);
    }
  }

  private void fact(Topic topic, String key, String value) {
    if (said++ < MOST) {
      out.fact(topic, key, value, from, to);
    }
  }
}
