package dev.assay.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names of data sets in Chinese and Japanese by where they stand beside a word for training, with
/// no noun for data right behind them: "在Harbour上训练", "Harbour的训练数据". What is only used, as
/// programs and methods are, needs the noun.
final class NamesByVerb {
  private static final int MOST = 8;

  private static final String NAME = "([A-Z][\\w+.-]{1,40}(?: [A-Z0-9][\\w+.-]{0,30}){0,3})";

  private static final List<Pattern> PATTERNS =
      List.of(
          Pattern.compile(
              "[在于於]\\s?[`*「『《“]{0,3}"
                  + NAME
                  + "[`*」』》”]{0,3}\\s?(?:[（(][^()（）]{0,20}[)）])?(?:数据集|数据|语料)?\\s?(?:上|中)(?:进行|做)?了?[\\p{IsHan}]{0,4}(?:训练|微调|学习)"),
          Pattern.compile(
              "(?:数据集|语料库|语料)\\s?[`*「『《“]{0,3}"
                  + NAME
                  + "[`*」』》”]{0,3}\\s?(?:的|上|进行|来)+[\\p{IsHan}]{0,4}训练"),
          Pattern.compile(NAME + "[`*」』》”]{0,3}\\s?(?:的|の)(?:训练数据|训练集|训练语料|学習データ|訓練データ|学習用データ)"));

  private NamesByVerb() {}

  static List<String> in(String text, Signals s) {
    List<String> names = new ArrayList<>();
    if (text.length() > LONGEST
        || !s.hasAny(Topic.TRAINED, Topic.TRAINING)
        || !TrainedOn.isSpaceless(text)) {
      return names;
    }
    for (Pattern pattern : PATTERNS) {
      Matcher said = pattern.matcher(text);
      while (names.size() < MOST && said.find()) {
        String name = String.valueOf(said.group(1)).strip();
        Signals words = Signals.of(name);
        if (!words.hasAny(Topic.HARDWARE, Topic.WEIGHTS, Topic.POST_TRAINING, Topic.PRETRAINING)
            && !DataKinds.is(name)
            && !SIZED.matcher(name).find()
            && !names.contains(name)) {
          names.add(name);
        }
      }
    }
    return names;
  }

  /// The size of a model ends its name.
  private static final Pattern SIZED = Pattern.compile("\\d[BM]$");

  /// A longer text is no sentence.
  private static final int LONGEST = 1_500;
}
