package dev.assay.code.roles;

import java.util.Locale;
import java.util.Set;

/// What the name of a setting says of a training run, by its last part in small letters.
public final class SettingNames {
  private SettingNames() {}

  /// What may stand beside `lr` where it is a learning rate; it is also a low resolution.
  private static final Set<String> BESIDE =
      Set.of(
          "base",
          "max",
          "min",
          "init",
          "initial",
          "intial",
          "start",
          "peak",
          "final",
          "end",
          "value",
          "values",
          "schedule",
          "actor",
          "critic",
          "policy",
          "generator",
          "discriminator",
          "gen",
          "disc",
          "g",
          "d",
          "encoder",
          "decoder",
          "head",
          "backbone",
          "embedding",
          "lora",
          "adapter",
          "unet",
          "vision",
          "llm");

  /// The last part of a name, written as one writes it in Python.
  public static String last(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT).replace('-', '_');
  }

  /// Whether it says how far a step goes.
  ///
  /// @param last the last part of its name
  public static boolean rate(String last) {
    if (last.contains("learning_rate")
        || last.equals("lr")
        || last.equals("lr0")
        || last.equals("blr")) {
      return true;
    }
    int at = last.startsWith("lr_") ? 0 : last.endsWith("_lr") ? last.length() - 3 : -1;
    return at >= 0 && BESIDE.contains(at == 0 ? last.substring(3) : last.substring(0, at));
  }

  /// Lengths of a run whose names say no more than that.
  private static final Set<String> LENGTHS =
      Set.of(
          "max_epoch",
          "num_epoch",
          "n_epoch",
          "total_epoch",
          "epoch",
          "total_steps",
          "train_steps",
          "num_train_steps",
          "n_training_steps",
          "num_training_steps",
          "max_iter",
          "max_iters",
          "total_iter",
          "total_iters",
          "num_iters",
          "n_iters",
          "max_update",
          "max_updates",
          "samples_per_gpu",
          "imgs_per_gpu",
          "num_episodes",
          "niter",
          "nepoch");

  /// Whether it says how much is learnt from: a batch, a length.
  ///
  /// @param last the last part of its name
  public static boolean amount(String last) {
    return last.contains("batch")
        || last.contains("max_steps")
        || last.contains("epochs")
        || last.contains("train_iters")
        || last.contains("max_duration")
        || last.contains("weight_decay")
        || LENGTHS.contains(last);
  }
}
