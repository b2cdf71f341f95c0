package dev.assay.code.roles;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What a name in code stands for, as far as a file is measured by it: mostly what a call does
/// whose last part is named so. A name is asked for all of them at once, and only once a release
/// ({@link Vocabulary}).
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

  /// What whole names stand for.
  private static final Map<String, Set<Deed>> WHOLE = new HashMap<>();

  static {
    put(DECLARES, Set.of("add_argument", "option"));
    put(MAY_WRITE, Preparation.WRITERS);
    put(READS, Words.READERS);
    put(LOADS, Words.LOADERS);
    put(MAY_LOAD, last(Words.MODEL_LOADERS));
    put(LOADS_INTO, LoadedFirst.LOADS);
    put(FREEZES, Words.FREEZERS);
    put(
        FITS,
        Set.of(
            "fit",
            "train",
            "partial_fit",
            // What is learned when it is made.
            "Word2Vec",
            "FastText",
            "Doc2Vec",
            "LdaModel",
            "LdaMulticore",
            "glm",
            "randomForest",
            "ranger",
            "gbm",
            "svm",
            "naiveBayes",
            "xgboost"));
    put(KEEPS, Words.KEEPERS);
    put(
        CLOCKS,
        Set.of(
            "perf_counter",
            "perf_counter_ns",
            "monotonic",
            "monotonic_ns",
            "time_ns",
            "process_time",
            "default_timer",
            "Event",
            "hrtime"));
    put(NOW, Set.of("now"));
    put(PARAMETERS, Set.of("parameters", "named_parameters"));
    put(COMMANDS, Set.of("ArgumentParser"));
    put(MAY_COMMAND, last(Words.CLI));
    put(ONLY_MEASURES, EvaluationOptions.ONLY);
    put(TESTS, EvaluationOptions.TEST_STEPS);
  }

  private static void put(Deed deed, Collection<String> names) {
    for (String name : names) {
      WHOLE.computeIfAbsent(name, n -> EnumSet.noneOf(Deed.class)).add(deed);
    }
  }

  private static Set<String> last(Set<String> names) {
    Set<String> last = new HashSet<>();
    for (String name : names) {
      last.add(name.substring(name.lastIndexOf('.') + 1));
    }
    return last;
  }

  /// What a name stands for.
  ///
  /// @param words the words of the name
  static Set<Deed> of(String name, List<String> words) {
    Set<Deed> whole = WHOLE.get(name);
    Set<Deed> deeds = whole == null ? EnumSet.noneOf(Deed.class) : EnumSet.copyOf(whole);
    if (trains(name.toLowerCase(Locale.ROOT)) || trainsSomething(name, words)) {
      deeds.add(TRAINS);
    }
    if (name.startsWith("DEFINE_")) {
      deeds.add(DECLARES);
    }
    if ((name.startsWith("load_") || gets(words)) && loads(words)) {
      deeds.add(LOADS);
    }
    if (name.endsWith("DataLoader")) {
      deeds.add(PARAMETERS);
    }
    if (name.endsWith("epoch") || name.endsWith("epochs")) {
      deeds.add(EPOCHS);
    }
    if (Preparation.step(words)) {
      deeds.add(PREPARES);
    }
    return deeds.isEmpty() ? Set.of() : Collections.unmodifiableSet(deeds);
  }

  private static final Set<String> NO_ACT = Words.set("no-act");

  /// Whether a name in capitals says that something is trained: `trainNetwork`, and not
  /// `trainLoader`.
  private static boolean trainsSomething(String name, List<String> words) {
    return name.startsWith("train")
        && words.size() > 1
        && words.getFirst().equals("train")
        && words.stream().noneMatch(NO_ACT::contains);
  }

  private static boolean trains(String name) {
    String word = name.startsWith("_") ? name.substring(1) : name;
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

  /// Whether a name is that of a function that gives a trained model: `get_pretrained_model`.
  private static boolean gets(List<String> words) {
    return words.size() > 2
        && (words.getFirst().equals("get") || words.getFirst().equals("create"))
        && words.contains("pretrained")
        && (words.getLast().equals("model") || words.getLast().equals("network"));
  }

  /// Whether what begins with `load` is a loader of the release's own, such as `load_retriever`.
  private static boolean loads(List<String> words) {
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
