package dev.assay.text;

import dev.assay.io.AnyWord;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sentences that have the words of a promise and deny it: "no weights will be released", "the
/// training code will never be published".
final class Denied {
  private static final String THING =
      "(?:weights|checkpoints?|(?:pre-?)?trained models?|models?|code|codes|scripts?|data|datasets?)";

  /// "No A or B will be released".
  private static final Pattern NONE_WILL =
      Pattern.compile(
          "(?i)\\b(?:no|neither|none of(?: the| our)?)\\b([^.;:!?]{0,80}?\\b"
              + THING
              + "\\b[^.;:!?]{0,40}?) (?:will|can|could|is going to|are going to|shall) (?:ever )?be (?:made )?"
              + "(?:released|published|shared|open-?sourced|available|provided|public)");

  private static final AnyWord GIVEN =
      AnyWord.of("released", "published", "shared", "sourced", "available", "provided", "public");

  private Denied() {}

  static boolean promises(String sentence) {
    return GIVEN.in(sentence) && NONE_WILL.matcher(sentence).find();
  }

  /// Whether what is denied is of this kind.
  static boolean denies(String sentence, Signals s, Topic topic) {
    Matcher m = NONE_WILL.matcher(sentence);
    if (!m.find()) {
      return false;
    }
    for (Phrases.Hit hit : s.of(topic)) {
      if (hit.from() >= m.start(1) && hit.to() <= m.end(1)) {
        return true;
      }
    }
    return false;
  }
}
