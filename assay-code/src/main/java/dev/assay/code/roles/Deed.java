package dev.assay.code.roles;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What a name in code stands for, as far as a file is measured by it: mostly what a call does whose
/// last part is named so. A name is asked for all of them at once, and only once a release ({@link
/// Vocabulary}).
public enum Deed {
  TRAINS,
  /// An option of a command line is declared.
  DECLARES,
  /// A file is written, if the call is of that kind ({@link Preparation#writes}).
  MAY_WRITE,
  /// Records are read.
  READS,
  /// The weights of a trained model are loaded.
  LOADS,
  /// The same, if the full name says so.
  MAY_LOAD,
  /// Weights are loaded into a network that is there.
  LOADS_INTO,
  /// A model is run and does not learn.
  FREEZES,
  /// A learner of a library is fitted.
  FITS,
  /// What was fitted is kept.
  KEEPS,
  /// The time is taken.
  CLOCKS,
  /// The same in JavaScript.
  NOW,
  /// An optimizer is given what it changes, or data comes in batches.
  PARAMETERS,
  /// A value counts rounds through data.
  EPOCHS,
  /// A command line is read.
  COMMANDS,
  /// The same, if the full name says so.
  MAY_COMMAND,
  /// A switch that does nothing but measure.
  ONLY_MEASURES,
  /// A switch for a step with a test set.
  TESTS,
  /// A step that data goes through before it is read for training.
  PREPARES;

  private static final Set<String> COMMANDS_LAST = last(Words.CLI);
  private static final Set<String> LOADERS_LAST = last(Words.MODEL_LOADERS);

  /// Calls that fit a learner of a library.
  private static final Set<String> FITTING =
      Set.of(
          "fit",
          "train",
          "partial_fit",
          "glm",
          "randomForest",
          "ranger",
          "gbm",
          "svm",
          "naiveBayes",
          "xgboost");

  /// Calls that take the time.
  private static final Set<String> CLOCK =
      Set.of(
          "perf_counter",
          "perf_counter_ns",
          "monotonic",
          "monotonic_ns",
          "time_ns",
          "process_time",
          "default_timer",
          "Event",
          "hrtime");

  /// What a name stands for.
  ///
  /// @param words the words of the name
  static Set<Deed> of(String name, List<String> words) {
    Set<Deed> deeds = EnumSet.noneOf(Deed.class);
    put(deeds, TRAINS, trains(name.toLowerCase(Locale.ROOT)));
    put(deeds, DECLARES, EvaluationOptions.declares(name));
    put(deeds, MAY_WRITE, Preparation.mayWrite(name));
    put(deeds, READS, Words.READERS.contains(name));
    put(deeds, LOADS, loads(name, words));
    put(deeds, MAY_LOAD, LOADERS_LAST.contains(name));
    put(deeds, LOADS_INTO, LoadedFirst.LOADS.contains(name));
    put(deeds, FREEZES, Words.FREEZERS.contains(name));
    put(deeds, FITS, FITTING.contains(name));
    put(deeds, KEEPS, Words.KEEPERS.contains(name));
    put(deeds, CLOCKS, CLOCK.contains(name));
    put(deeds, NOW, name.equals("now"));
    put(
        deeds,
        PARAMETERS,
        name.equals("parameters")
            || name.equals("named_parameters")
            || name.endsWith("DataLoader"));
    put(deeds, EPOCHS, name.endsWith("epoch") || name.endsWith("epochs"));
    put(deeds, COMMANDS, name.equals("ArgumentParser"));
    put(deeds, MAY_COMMAND, COMMANDS_LAST.contains(name));
    put(deeds, ONLY_MEASURES, EvaluationOptions.ONLY.contains(name));
    put(deeds, TESTS, EvaluationOptions.TEST_STEPS.contains(name));
    put(deeds, PREPARES, Preparation.step(words));
    return deeds.isEmpty() ? Set.of() : Collections.unmodifiableSet(deeds);
  }

  private static void put(Set<Deed> to, Deed deed, boolean does) {
    if (does) {
      to.add(deed);
    }
  }

  private static Set<String> last(Set<String> names) {
    Set<String> last = new HashSet<>();
    for (String name : names) {
      last.add(name.substring(name.lastIndexOf('.') + 1));
    }
    return Set.copyOf(last);
  }

  private static boolean trains(String word) {
    return word.equals("train")
        || word.equals("fit")
        || word.equals("pretrain")
        || word.equals("learn")
        || word.startsWith("train_")
        || word.endsWith("_train")
        || word.equals("do_train")
        || word.equals("training")
        || word.startsWith("run_train")
        || word.startsWith("training_main")
        || word.equals("backward")
        || word.equals("trainer")
        || word.equals("main_worker");
  }

  /// `load_state_dict`, or a loader of the release's own such as `load_retriever`.
  private static boolean loads(String name, List<String> words) {
    if (Words.LOADERS.contains(name) || !name.startsWith("load_")) {
      return Words.LOADERS.contains(name);
    }
    for (String w : words) {
      if (Words.DATA.contains(w)
          || Words.MADE.contains(w)
          || w.startsWith("conf")
          || w.equals("json")
          || w.equals("yaml")
          || w.equals("dotenv")) {
        return false;
      }
    }
    return true;
  }
}
