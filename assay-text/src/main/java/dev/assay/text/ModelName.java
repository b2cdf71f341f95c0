package dev.assay.text;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A name of a model as it stands in a sentence: `Mistral-7B`, `LLaMA 2`, `BioBERT`.
///
/// @param text the name as written
/// @param from its first character in the text it was read from
/// @param to the character after its last
/// @param sure how plainly the words are the name of a model
record ModelName(String text, int from, int to, Sure sure) {
  /// How plainly words are a model's name.
  enum Sure {
    /// A word with a capital, which any name has.
    CAPITAL,
    /// A word with a number, or with capitals inside: many names of models and of programs.
    MIXED,
    /// A name with a size behind it: "...-7B".
    SIZED
  }

  /// A name is not looked for farther than this behind the words that announce it.
  private static final int WITHIN = 64;

  private static final int LONGEST = 60;

  /// Further words of a name: "Llama 2 Chat 7B".
  private static final int MOST_WORDS = 5;

  private static final Pattern SIZE =
      Pattern.compile(
          "(?:.*[^\\p{L}\\d.]|.*\\p{L}{2}|.*\\dx|)\\d{1,4}(?:\\.\\d{1,3})?[bm](?:[^\\p{L}\\d].*|)");

  private static final Pattern SIZE_ALONE = Pattern.compile("\\d{1,4}(?:\\.\\d{1,3})?[bm]");

  private static final Pattern NUMBERED =
      Pattern.compile("\\d+\\p{Lu}[-.]?\\d+.*|\\d+\\p{Lu}{2,}.*");

  private static final Pattern MIX =
      Pattern.compile(
          ".*(?:\\p{L}[-_. ]?v?\\d|\\p{Ll}\\p{Lu}|\\p{Lu}{2}\\p{Ll}|\\p{Lu}-\\p{Lu}).*");

  /// What a name ends in that is no part of it.
  private static final Pattern GENERIC =
      Pattern.compile(" (?:LLMs?|VLMs?|Models?|Series|Checkpoints?|Weights)$");

  /// Words that may stand between "based on" and the name.
  private static final Set<String> BEFORE =
      Set.of(
          "the",
          "a",
          "an",
          "model",
          "models",
          "llm",
          "llms",
          "vlm",
          "original",
          "official",
          "open",
          "source",
          "sourced",
          "pretrained",
          "pre",
          "trained",
          "large",
          "language",
          "base",
          "foundation",
          "checkpoint",
          "checkpoints",
          "weights",
          "weight",
          "of",
          "from",
          "public",
          "publicly",
          "available",
          "existing",
          "latest",
          "bilingual",
          "multilingual",
          "text",
          "s",
          "version",
          "backbone",
          "standard",
          "popular",
          "powerful",
          "famous",
          "released",
          "recent",
          "transformer",
          "and",
          "like",
          "same",
          "parameter",
          "parameters",
          "billion",
          "variant",
          "both",
          "series");

  /// The name that begins at a place of a text, behind words such as "the original model".
  static Optional<ModelName> at(String text, int place) {
    int at = place;
    int script = -1;
    int end = Math.min(text.length(), place + WITHIN);
    while (at < end) {
      at = skipMarks(text, at, end);
      if (at >= end || !isName(text.charAt(at))) {
        return Optional.empty();
      }
      int to = wordEnd(text, at);
      if (Phrases.isSpaceless(text.charAt(at))) {
        script = at;
      } else {
        String plain = text.substring(at, to).toLowerCase(Locale.ROOT);
        boolean number = Character.isDigit(plain.charAt(0));
        if (number && script >= 0 && !SIZE_ALONE.matcher(plain).matches()) {
          // A name in a script without spaces that goes on with its number.
          return Optional.of(of(text.substring(script, to), script, to));
        }
        // "4M-7" is a name, "7B-parameter" tells a size.
        boolean named = number && to - at > 3 && NUMBERED.matcher(text.substring(at, to)).matches();
        if (named || !number && !isBefore(plain) && !isPossessive(text, to)) {
          return Optional.of(name(text, at));
        }
        script = -1;
      }
      at = to;
    }
    return Optional.empty();
  }

  /// The name that ends right before a place of a text: "[Llama-2-7B] as the base model".
  static Optional<ModelName> endingAt(String text, int place) {
    int to = place;
    while (to > 0 && (text.charAt(to - 1) == ' ' || isQuote(text.charAt(to - 1)))) {
      to--;
    }
    int from = to;
    while (from > 0
        && to - from < LONGEST
        && isName(text.charAt(from - 1))
        && !Phrases.isSpaceless(text.charAt(from - 1))) {
      from--;
    }
    if (from == to) {
      return Optional.empty();
    }
    // "Llama 2 7B": the words before belong to it.
    int words = 1;
    while (from > 1
        && words < MOST_WORDS
        && Character.isDigit(text.charAt(from))
        && text.charAt(from - 1) == ' '
        && isName(text.charAt(from - 2))) {
      int before = from - 1;
      while (before > 0 && to - before < LONGEST && isName(text.charAt(before - 1))) {
        before--;
      }
      from = before;
      words++;
    }
    return Optional.of(of(text.substring(from, to), from, to));
  }

  /// Words as a name.
  static ModelName of(String words, int from, int to) {
    String lower = words.toLowerCase(Locale.ROOT);
    Sure sure =
        isSized(words)
            ? Sure.SIZED
            : MIX.matcher(words).matches() && words.chars().anyMatch(Character::isLetter)
                ? Sure.MIXED
                : Sure.CAPITAL;
    if (lower.startsWith("scratch")) {
      sure = Sure.CAPITAL;
    }
    return new ModelName(words, from, to, sure);
  }

  /// Whether words hold a size as names of models do, and a name before it.
  static boolean isSized(String words) {
    return !words.isEmpty()
        && words.length() <= 2 * LONGEST
        && Character.isLetter(words.codePointAt(0))
        && SIZE.matcher(words.toLowerCase(Locale.ROOT)).matches();
  }

  boolean isCapital() {
    return sure != Sure.CAPITAL
        || Character.isUpperCase(text.charAt(0))
            && text.chars().filter(Character::isLetter).limit(2).count() == 2
            && !isBefore(text.toLowerCase(Locale.ROOT));
  }

  private static ModelName name(String text, int from) {
    int to = wordEnd(text, from);
    for (int words = 1; words < MOST_WORDS && to - from < LONGEST; words++) {
      if (to + 1 >= text.length() || text.charAt(to) != ' ') {
        break;
      }
      char next = text.charAt(to + 1);
      boolean goesOn =
          next >= '0' && next <= '9'
              || Character.isUpperCase(next)
              || next == 'v' && digit(text, to + 2);
      if (!goesOn || !isName(next)) {
        break;
      }
      to = wordEnd(text, to + 1);
    }
    int last = Math.min(to, from + LONGEST);
    while (last > from + 1 && ".-_/+".indexOf(text.charAt(last - 1)) >= 0) {
      last--;
    }
    String words = GENERIC.matcher(text.substring(from, last)).replaceFirst("");
    return of(words, from, from + words.length());
  }

  private static boolean digit(String text, int at) {
    return at < text.length() && Character.isDigit(text.charAt(at));
  }

  private static boolean isBefore(String word) {
    for (String part : word.split("-", 4)) {
      if (!BEFORE.contains(part)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPossessive(String text, int end) {
    return end + 1 < text.length()
        && (text.charAt(end) == '\'' || text.charAt(end) == '’')
        && text.charAt(end + 1) == 's';
  }

  private static int skipMarks(String text, int from, int end) {
    int at = from;
    while (at < end
        && (text.charAt(at) == ' '
            || text.charAt(at) == ':'
            || text.charAt(at) == '：'
            || isQuote(text.charAt(at))
            || text.charAt(at) == '['
            || isPicture(text.charAt(at)))) {
      at++;
    }
    return at;
  }

  private static boolean isPicture(char c) {
    return Character.isSurrogate(c) || Character.getType(c) == Character.OTHER_SYMBOL;
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '·' || c == '“' || c == '”' || c == '`' || c == '*' || c == '\''
        || c == '’';
  }

  /// Where a word ends; one of a script without spaces is as long as what is written so.
  private static int wordEnd(String text, int from) {
    boolean spaceless = Phrases.isSpaceless(text.charAt(from));
    int at = from;
    while (at < text.length()
        && at - from < LONGEST
        && isName(text.charAt(at))
        && Phrases.isSpaceless(text.charAt(at)) == spaceless) {
      at++;
    }
    return at;
  }

  private static boolean isName(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.' || c == '/' || c == '+';
  }
}
