package dev.assay.text;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words by which a sentence calls a model open without speaking of its source: "a suite of
/// open language models", "an open-weight model". What is open in an open question, an open
/// vocabulary or the open sea is something else.
final class OpenModels {
  private static final String NOUN =
      "(?:models?|llms?|vlms?|lms?|mllms?|chatbots?|assistants?|weights|checkpoints)";

  private static final Pattern OPEN =
      Pattern.compile(
          "(?<![\\p{L}\\d-])(open(?:[- ]weights?)?)(?![- ](?:source|access|domain|vocab|set|ended|world|call|problem|question|loop|book|issue"
              + "|pull|platform|communit|science|data|research|release|weights? and)|ly\\b|ai\\b)"
              + ",? (?:(?!source|to\\b|for\\b|and the|in\\b|by\\b|up\\b|the\\b|a\\b|an\\b)[\\p{L}\\d()&-]+,? ){0,5}?"
              + NOUN
              + "\\b");

  /// What such words stand behind where they are said of something: an article, a group, a pronoun.
  private static final Pattern BEFORE =
      Pattern.compile(
          "(?:\\b(?:an?|the first|first|our|family of|suite of|series of|set of|collection of|is|are|fully|new|truly|releas\\w+|introduc\\w+|present\\w*)"
              + "(?: [\\p{L}\\d-]+,?){0,3}|[:：] (?:an? )?(?:\\p{L}+ )?(?:of )?) ?$");

  private static final Pattern OTHERS =
      Pattern.compile(
          "\\b(?:among|than|other|others|most|many|existing|all|leading|best|popular|previous|prior|compar\\w+|outperform\\w*|surpass\\w*|versus|vs|against"
              + "|state-of-the-art (?:performance|results)|performance|top|latest|current|recent|several|some|like|using|with|for|to|on|from|based|support\\w*|closed|will|plan\\w*|soon)\\b[^.;:]{0,40}$");

  private static final Pattern QUOTED = Pattern.compile("[\"“][^\"”]{0,58}$");

  private OpenModels() {}

  /// The words "open" or "open-weight" of a sentence that says so of a model.
  static Optional<Phrases.Hit> in(String sentence) {
    String lower = sentence.toLowerCase(Locale.ROOT);
    if (!lower.contains("open") || lower.length() != sentence.length()) {
      return Optional.empty();
    }
    Matcher m = OPEN.matcher(lower);
    while (m.find()) {
      String before = lower.substring(Math.max(0, m.start() - 60), m.start());
      // The title of a paper that is quoted says nothing of a release.
      if (QUOTED.matcher(before).find()) {
        continue;
      }
      boolean begins = before.isBlank() || m.start() < 3;
      if ((begins || BEFORE.matcher(before).find()) && !OTHERS.matcher(before).find()) {
        return Optional.of(new Phrases.Hit(Topic.OPEN_SOURCE, m.start(1), m.end(1)));
      }
    }
    return Optional.empty();
  }
}
