package dev.assay.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Links of a sentence that bids to fetch and leaves the word for data to its heading, or has it
/// before the name of a place: "Download [Harbour](...), [Dune](...) and put them under ...".
final class FetchedLinks {
  /// A longer list is one of something else.
  private static final int LIST = 400;

  /// Words that may stand in such a list beside names.
  private static final Set<String> BESIDE =
      Set.of("the", "and", "or", "both", "all", "official", "original", "full", "raw", "public");

  private FetchedLinks() {}

  /// Whether nothing but names stands between the verb and the link: what is bid to be fetched.
  static boolean areBid(String text, int verb, int at) {
    int from = verb;
    while (from < at && Character.isLetter(text.charAt(from))) {
      from++;
    }
    if (from > at) {
      // The verb is a word of the link itself: "[Download](...)".
      return false;
    }
    // Other verbs point: "can be found in [X](...)".
    boolean bids = text.regionMatches(true, verb, "download", 0, from - verb);
    if (!bids || at - from > LIST) {
      return false;
    }
    for (String word : text.substring(from, at).split("[\\s,()]+")) {
      if (!word.isEmpty() && !mayStand(word)) {
        return false;
      }
    }
    return true;
  }

  private static final Pattern ALONE =
      Pattern.compile(
          "(?i)^(?:downloads?|get|fetch|obtain)(?: (?:it|them|this|these|all|files?))?(?: (?:from|at|via))?(?: the following)?(?: (?:link|page|site))?\\s?[:：-]?\\s?$");

  /// Whether a sentence bids to fetch by words that leave what it is to the heading: "Download from
  /// [here](...)", "Download: https://...".
  static boolean isBidAlone(String text, Link link, int start, Signals s) {
    int at = Math.clamp(start, 0, text.length());
    return (DataLinks.isHere(link.text()) || DataLinks.isBare(link))
        && ALONE.matcher(text.substring(0, at)).find()
        && !s.hasAny(Topic.WEIGHTS, Topic.CHECKPOINTS, Topic.CODE, Topic.PAPER, Topic.EVALUATION);
  }

  private static final Pattern PIECES =
      Pattern.compile(
          "(?i)^download(?:ed|ing)? (?:the |all |its |our )?(?:[\\p{L}\\d/-]{1,20} ){0,4}(?:annotations?|images|videos|audios?"
              + "|clips|captions|labels|metadata|splits?|subset|recordings|transcripts?)(?: files?| lists?| json)?"
              + " (?:from|at|in|via|of) (?:the )?(?:official )?$");

  private static final Pattern OF_TESTS =
      Pattern.compile(
          "(?i)\\b(?:test|testing|val|validation|dev|evaluation|benchmark|sample|example|demo)\\b");

  /// Whether pieces of what data are made of stand between the verb and the link: "download the
  /// annotation files from [Harbour](...)".
  static boolean arePieces(String text, int verb, int at) {
    if (verb > at || at - verb > LIST) {
      return false;
    }
    String said = text.substring(verb, at);
    return PIECES.matcher(said).find()
        && (!OF_TESTS.matcher(said).find() || TRAINS.matcher(said).find());
  }

  private static final Pattern TRAINS = Pattern.compile("(?i)\\btrain");

  private static boolean mayStand(String word) {
    char first = word.charAt(0);
    // "CLIP-filtered" says which part.
    return Character.isUpperCase(first)
        || Character.isDigit(first)
        || !Character.isLetter(first)
        || BESIDE.contains(word.toLowerCase(Locale.ROOT));
  }

  /// Whether a sentence speaks of evaluation only in the name of the place that data are had from:
  /// "download the data from [Harbour Benchmark](...)".
  static boolean isOnlyInPlace(String text, int at, Link link, Signals s) {
    boolean place = text.substring(0, at).endsWith(" from ");
    int end = at + link.text().length();
    return place
        && s.of(Topic.EVALUATION).stream().allMatch(hit -> hit.from() >= at && hit.to() <= end);
  }
}
