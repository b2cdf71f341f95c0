package dev.assay.code.frameworks;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What one place in the code shows. No signal decides anything alone: the role of a file follows
/// from the set of them and from where the file stands.
public enum Signal {
  /// A gradient of a loss is computed.
  GRADIENT,
  /// Parameters are updated from gradients.
  STEP,
  /// An optimizer over a model's parameters is made.
  OPTIMIZER,
  /// A learning-rate schedule, gradient scaling, checkpoints of a run.
  SCHEDULE,
  /// Batches are fed to a model.
  FEED,
  /// A framework's whole training loop is constructed.
  LOOP,
  /// Training is started.
  RUN,
  /// A method that a framework's loop calls for each step is defined.
  HOOK,
  /// Weights of an already trained model are loaded into a model.
  PRETRAINED,
  /// A model is made from its configuration, with fresh weights.
  SCRATCH,
  /// Adapters (LoRA and the like) are put on a model.
  ADAPTER,
  /// A loop whose only use is after pre-training: instructions, preferences, rewards.
  TUNING,
  /// A class is part of a network.
  NETWORK,
  /// A layer is made.
  LAYER,
  /// A model is run: text generated, a class predicted, audio transcribed.
  GENERATE,
  /// A model is put behind an interface for people or programs.
  SERVE,
  /// Results are measured against references.
  EVALUATE,
  /// Raw data is made into training data: tokenised to files, filtered, deduplicated, cleaned.
  PREPARE,
  /// A tokenizer is trained.
  TOKENIZER,
  /// A classical learner (trees, linear, n-grams) is fitted.
  CLASSIC,
  /// A learner is written out by hand: a function that trains, beside the update or the counts that
  /// it makes.
  LEARNER,
  /// An external trainer is started.
  LAUNCH;

  /// The key under which data files list its patterns.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The signal with this key.
  public static Optional<Signal> byKey(String key) {
    return Arrays.stream(values()).filter(s -> s.key().equals(key)).findFirst();
  }
}
