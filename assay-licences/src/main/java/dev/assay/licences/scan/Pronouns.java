package dev.assay.licences.scan;

import dev.assay.licences.names.Tokens;
import dev.assay.model.Subject;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What `it` and `they` at the beginning of a sentence stand for: `We release the models. They are
/// under X.`
final class Pronouns {
  /// What a sentence is about, or what it says is given, stands among its first words.
  private static final int LONGEST_OPENING = 24;

  private Pronouns() {}

  /// Whether a sentence begins with a pronoun and a verb.
  static boolean begins(Tokens t) {
    // In Chinese a verb follows at once, or behind a word for "all".
    if (t.signs(0, "它们") || t.signs(0, "它") || t.signs(0, "两者")) {
      return true;
    }
    boolean pronoun =
        switch (t.at(0)) {
          case "they", "it", "these", "both", "all" -> true;
          default -> false;
        };
    return pronoun
        && switch (t.at(1)) {
          case "are", "is", "were", "was", "can", "have", "has" -> true;
          default -> false;
        };
  }

  /// What a pronoun behind a sentence can stand for: the thing that the sentence begins with (`our
  /// model achieves ...`), or the things that it says are given (`we release the models and data of
  /// ...`). Empty where it does neither.
  static Set<Subject> antecedent(Tokens t) {
    return switch (t.at(0)) {
      case "the", "our", "these", "this", "all", "both" -> {
        int verb = 1;
        while (verb < 6 && !isVerb(t.at(verb))) {
          verb++;
        }
        yield isVerb(t.at(verb)) ? Subjects.between(t, 1, verb) : Set.of();
      }
      case "we" -> {
        int given = 1;
        while (given < 6 && !isGiven(t.at(given))) {
          given++;
        }
        yield isGiven(t.at(given))
            ? Subjects.between(t, given + 1, Math.min(t.size(), given + LONGEST_OPENING))
            : Set.of();
      }
      case "我", "本" -> {
        int given = 1;
        while (given < LONGEST_OPENING && !isGivenInSigns(t, given)) {
          given++;
        }
        yield isGivenInSigns(t, given)
            ? Subjects.between(t, given, Math.min(t.size(), given + SIGNS))
            : Set.of();
      }
      default -> Set.of();
    };
  }

  /// The same where each sign is a word.
  private static final int SIGNS = 80;

  private static boolean isGivenInSigns(Tokens t, int at) {
    return t.signs(at, "开源") || t.signs(at, "发布") || t.signs(at, "公开") || t.signs(at, "開源");
  }

  /// The weights or data that the sentence before one speaks of, in the same paragraph; what is
  /// said of code there is left aside.
  static Set<Subject> spokenOf(String text, Passages.@Nullable Passage before, Passages.Passage p) {
    if (before == null || Passages.parted(text, before, p)) {
      return Set.of();
    }
    Tokens t = Tokens.of(text, before.from(), before.to());
    Set<Subject> said = Subjects.between(t, 0, t.size());
    boolean own = said.contains(Subject.WEIGHTS) || said.contains(Subject.DATA);
    return own && !said.contains(Subject.EVERYTHING) ? said : Set.of();
  }

  private static boolean isVerb(String word) {
    return switch (word) {
      case "are", "is", "was", "were", "can", "have", "has", "achieves", "achieve" -> true;
      default -> false;
    };
  }

  private static boolean isGiven(String word) {
    return switch (word) {
      case "release",
          "released",
          "releasing",
          "sourced",
          "opensource",
          "opensourced",
          "publish",
          "published",
          "provide",
          "share" ->
          true;
      default -> false;
    };
  }
}
