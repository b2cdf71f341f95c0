package dev.assay.code.roles;

import dev.assay.code.frameworks.SimpleYaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The word lists of `words.yaml`.
public final class Words {
  private static final Map<String, List<String>> FILE = read();

  /// Folders that hold other people's trees.
  public static final Set<String> VENDOR = words("vendored");

  /// Words of a path that say: trains on from given weights.
  public static final Set<String> TUNE = words("tuning");

  /// Words of a path that say: measures.
  public static final Set<String> EVAL = words("evaluation");

  /// Words of a path that say: measures, if the code does.
  public static final Set<String> MEASURES = words("measures");

  /// Measures of quality by their names in code.
  public static final Set<String> METRIC_NAMES = words("metric-names");

  /// What a model is given or makes, and not what it is.
  public static final Set<String> MEDIA = words("media");

  /// Options by which a training program only evaluates.
  public static final Set<String> EVALUATION_OPTIONS = words("evaluation-options");

  /// Parts of a network, and what stands beside it, that have weights of their own.
  public static final Set<String> PARTS = words("parts");

  /// Options that name the weights to train on from.
  public static final Set<String> GIVEN_OPTIONS = words("given-options");

  /// Words of a path that say: about data.
  public static final Set<String> DATA = words("data");

  /// First words of a file name that say: makes something.
  public static final Set<String> DATA_VERBS = words("data-verbs");

  /// What is made of weights and not of data, after such a verb.
  public static final Set<String> MODEL_NOUNS = words("model-nouns");

  /// What is made of code.
  public static final Set<String> PACKAGING = words("packaging");

  /// Words of a path that say: runs the model.
  public static final Set<String> RUN = words("running");

  /// The same, for file names only.
  public static final Set<String> RUN_FILES = words("running-files");

  /// Verbs with which a data script begins.
  public static final Set<String> MAKING = words("making");

  /// What is done once before training: `pre_encode`.
  public static final Set<String> AHEAD = words("ahead");

  /// Folders that hold work of every kind, whatever runs the model among it.
  public static final Set<String> NEUTRAL = words("neutral-folders");

  /// What a data script makes.
  public static final Set<String> MADE = words("made");

  /// Words of a path that say: measures time or memory, not quality.
  public static final Set<String> SPEED = words("speed");

  /// Calls that write files.
  public static final Set<String> WRITERS = words("writers");

  /// Calls that load the weights of a trained model.
  public static final Set<String> LOADERS = words("loaders");

  /// The same, by the full names of functions whose last part says too little.
  public static final Set<String> MODEL_LOADERS = words("model-loaders");

  /// Calls that keep what was fitted.
  public static final Set<String> KEEPERS = words("keepers");

  /// Calls by which a model is run and does not learn.
  public static final Set<String> FREEZERS = words("freezers");

  /// Words of a path that say: changes or looks at weights, and does not run them.
  public static final Set<String> WEIGHT_WORK = words("weight-work");

  /// Calls that declare an option of a command line.
  public static final Set<String> OPTIONS = words("options");

  /// Packages that load or run models.
  public static final Set<String> LEARNING = words("learning");

  /// Beginnings of the names of packages that load or run models.
  public static final Set<String> LEARNING_PACKAGES = words("learning-packages");

  /// Calls that read a command line or hand over to one.
  public static final Set<String> CLI = words("command-lines");

  /// Verbs that say by themselves that a program makes data.
  public static final Set<String> ALONE = words("alone");

  /// Calls that read records.
  public static final Set<String> READERS = words("readers");

  /// Commands of a shell that change texts or sounds.
  public static final Set<String> SHELL_TOOLS = words("shell-tools");

  /// Forms in which weights are run.
  public static final Set<String> WEIGHT_FORMS = words("weight-forms");

  /// What records become for people, and what weights become.
  public static final Set<String> SHOWN = words("shown");

  private Words() {}

  /// The list of a key as a set.
  static Set<String> set(String key) {
    return words(key);
  }

  /// The lines of a key.
  static List<String> lines(String key) {
    return FILE.getOrDefault(key, List.of());
  }

  /// The words of a key in their order.
  public static List<String> list(String key) {
    List<String> found = new ArrayList<>();
    for (String line : FILE.getOrDefault(key, List.of())) {
      found.addAll(List.of(line.split(" ")));
    }
    return found;
  }

  private static Set<String> words(String key) {
    List<String> lines = FILE.get(key);
    if (lines == null) {
      throw new IllegalStateException("words.yaml has no list " + key);
    }
    Set<String> words = new HashSet<>();
    for (String line : lines) {
      words.addAll(List.of(line.split(" ")));
    }
    return Set.copyOf(words);
  }

  private static Map<String, List<String>> read() {
    try (InputStream in = Words.class.getResourceAsStream("words.yaml")) {
      if (in == null) {
        throw new IllegalStateException("words.yaml is not here");
      }
      return SimpleYaml.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
