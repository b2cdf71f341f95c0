package dev.assay.engine;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The words that a release is called by: those of its title and of its sources' names, without the
/// ones that many releases share.
final class ReleaseNames {
  private static final int SHORTEST = 3;

  private static final Set<String> COMMON =
      Set.of(
          "model",
          "models",
          "the",
          "and",
          "for",
          "with",
          "code",
          "release",
          "official",
          "pytorch",
          "tensorflow",
          "training",
          "large",
          "language",
          "implementation",
          "open",
          "source",
          "pretrained",
          "pre",
          "trained",
          "learning",
          "network",
          "networks",
          "main",
          "master",
          "github",
          "huggingface",
          "com",
          "org",
          "http",
          "https",
          "www",
          "base",
          "small",
          "deep",
          "neural",
          "transformer",
          "transformers",
          "library",
          "toolkit",
          "research",
          "inc",
          "lab",
          "labs",
          "team",
          "project",
          "data",
          "src",
          "weights",
          "checkpoint",
          "checkpoints",
          "text",
          "image",
          "video",
          "audio",
          "speech",
          "vision",
          "paper",
          "repo");

  private final Set<String> words;

  ReleaseNames(List<String> names) {
    this.words =
        names.stream()
            .flatMap(ReleaseNames::words)
            .filter(w -> isName(w) && !COMMON.contains(w))
            .collect(Collectors.toUnmodifiableSet());
  }

  /// Whether an address or a path has one of the words.
  boolean isIn(String place) {
    return Stream.concat(words(place), parts(place)).anyMatch(words::contains);
  }

  /// How many different ones of the words an address has.
  long in(String place) {
    return words(place).filter(words::contains).distinct().count();
  }

  private static boolean isName(String word) {
    return word.length() >= SHORTEST
        || word.length() == 2 && Character.isLetter(word.charAt(0)) && isDigit(word.charAt(1));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static final Pattern JOINT =
      Pattern.compile(
          "(?<=[a-z0-9])(?=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}])"
              + "|(?<=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}])(?=[a-z0-9])");

  /// The words of a sentence whose script needs no space beside a name: "Gullは" has "gull".
  private static Stream<String> parts(String place) {
    return words(place).flatMap(JOINT::splitAsStream);
  }

  private static Stream<String> words(String name) {
    return Stream.of(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"));
  }
}
