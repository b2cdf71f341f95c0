package dev.assay.code.judge;

import dev.assay.code.roles.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What a program is started for, as the words before it tell. The words are in `words.yaml`.
enum Use {
  DATA,
  TRAINING,
  TUNING,
  EVALUATION,
  RUNNING;

  private static final List<String> MAKE = phrases("use-make");
  private static final List<String> MADE = phrases("use-made");
  private static final List<String> DATA_WORK = phrases("use-data");
  private static final List<String> MEASURE = phrases("use-evaluation");
  private static final List<String> PUBLISHED = phrases("use-published");
  private static final List<String> RUN = phrases("use-running");
  private static final List<String> TUNE = phrases("use-tuning");
  private static final List<String> TRAIN = phrases("use-training");

  /// Words that speak of training as a property of data or weights, and not as an act.
  private static final Pattern NO_ACT =
      Pattern.compile("training (data|set|file|corpus|corpora|sample|example)|trained");

  /// What data is made for.
  private static final Pattern PURPOSE =
      Pattern.compile(" (for|before|用于) ?(\\w+ )?(pre-?)?(train|fine-?tun)\\w*");

  /// The uses that a text names.
  static Set<Use> of(String text) {
    String t = text.toLowerCase(Locale.ROOT);
    Set<Use> uses = EnumSet.noneOf(Use.class);
    if (any(t, MEASURE) || t.contains("reproduc") && any(t, PUBLISHED)) {
      // What is made for an evaluation is no training data.
      uses.add(EVALUATION);
    } else if (any(t, DATA_WORK) || any(t, MAKE) && any(t, MADE)) {
      uses.add(DATA);
      // Data is generated too, and by no model that is run.
      t = PURPOSE.matcher(t).replaceAll("").replace("to generate", "");
    }
    if (any(t, TUNE)) {
      uses.add(TUNING);
    }
    if (any(NO_ACT.matcher(t).replaceAll(""), TRAIN)) {
      uses.add(TRAINING);
    }
    if (any(t, RUN)) {
      uses.add(RUNNING);
    }
    return uses;
  }

  private static boolean any(String text, List<String> words) {
    for (String word : words) {
      if (text.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> phrases(String key) {
    List<String> phrases = new ArrayList<>();
    for (String word : Words.list(key)) {
      phrases.add(word.replace('_', ' '));
    }
    return List.copyOf(phrases);
  }
}
