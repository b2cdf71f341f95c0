package dev.assay.text;

import java.util.regex.Pattern;

/// So many things of any kind: what a model is trained on by the thousand is data, whatever it is
/// called, unless it is a machine or a measure of the training: "trained on 40 million postcards".
final class CountedThings {
  /// How far the words reach that are looked at.
  private static final int WINDOW = 100;

  private static final Pattern MANY =
      Pattern.compile(
          "(?i)^\\s{0,2}(?:(?:over|more than|about|around|roughly|approximately|nearly|almost|some|the|a"
              + " total of|~|≈)\\s{0,2}){0,2}"
              + "(?:\\d{1,4}(?:\\.\\d{1,3})?\\s?(?:k|m|b|thousand|million|billion)\\+?|\\d{1,3}(?:,\\d{3}){1,3}\\+?)"
              + " ((?:[\\p{L}-]{2,20} ){0,3}[\\p{L}-]{2,20}s)\\b");

  private static final Pattern OF_TRAINING =
      Pattern.compile(
          "(?i)[gtcn]pus?\\b|\\b(?:steps|iterations|epochs|parameters|params|weights|updates|batches|nodes|cores"
              + "|classes|labels|categories|times|models|params|layers|chips|devices)\\b");

  private CountedThings() {}

  /// Whether they stand right behind a place.
  static boolean follow(String text, int at) {
    int from = Math.min(at, text.length());
    String rest = text.substring(from, Math.min(text.length(), from + WINDOW));
    var many = MANY.matcher(rest);
    return many.find() && !OF_TRAINING.matcher(String.valueOf(many.group(1))).find();
  }
}
