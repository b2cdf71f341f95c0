package dev.assay.formats.sources;

import java.util.Locale;
import java.util.Set;

/// What a text in JSON holds by its values: how many numbers, how many of them can be learnt ones,
/// how many names they stand under, and whether there are words among the values.
///
/// @param numbers the numbers
/// @param learnt those that are negative or broken, which no count, index or identity is
/// @param keys the names
/// @param words the values that are text
/// @param named whether a name is one that weights have in a network
/// @param shape whether a name is one that shapes and scenes have
record WrittenScores(int numbers, int learnt, int keys, int words, boolean named, boolean shape) {
  private static final Set<String> WEIGHTS =
      Set.of(
          "weights",
          "weight",
          "biases",
          "bias",
          "kernel",
          "coef",
          "coefficients",
          "coefs",
          "coef_",
          "coefs_",
          "intercept_",
          "intercepts_",
          "synapses");

  private static final Set<String> SHAPES =
      Set.of(
          "vertices",
          "faces",
          "normals",
          "uvs",
          "bones",
          "skinweights",
          "skinindices",
          "keyframes",
          "geometry",
          "geometries",
          "coordinates",
          "features",
          "indices",
          "positions",
          "meshes",
          "morphtargets",
          "tilesets",
          "frames");

  private static final int LONGEST = 40;

  /// Reads a text, which may be cut off anywhere. One step a character.
  static WrittenScores in(String text) {
    int numbers = 0;
    int learnt = 0;
    int keys = 0;
    int words = 0;
    boolean named = false;
    boolean shape = false;
    for (int i = 0; i < text.length(); ) {
      char c = text.charAt(i);
      if (c == '"') {
        int end = close(text, i + 1);
        int next = end + 1;
        while (next < text.length() && text.charAt(next) <= ' ') {
          next++;
        }
        if (next < text.length() && text.charAt(next) == ':') {
          keys++;
          String key =
              text.substring(i + 1, Math.min(end, i + 1 + LONGEST)).toLowerCase(Locale.ROOT);
          named |= WEIGHTS.contains(key);
          shape |= SHAPES.contains(key);
        } else if (next < text.length()) {
          words++;
        }
        i = end + 1;
      } else if (c == '-' || c >= '0' && c <= '9') {
        boolean broken = c == '-';
        int at = i + 1;
        while (at < text.length() && "0123456789.eE+-".indexOf(text.charAt(at)) >= 0) {
          broken |= text.charAt(at) == '.';
          at++;
        }
        numbers++;
        learnt += broken ? 1 : 0;
        i = at;
      } else {
        i++;
      }
    }
    return new WrittenScores(numbers, learnt, keys, words, named, shape);
  }

  /// Where the quotation mark stands that closes a string, or the end of the text.
  private static int close(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at, text.length());
  }

  /// So many numbers no settings have.
  private static final int MANY = 400;

  /// Whether they are a network's weights: nearly nothing else but numbers, under a name for them.
  boolean areWeights() {
    return numbers >= MANY
        && named
        && !shape
        && 2 * learnt >= numbers
        && 10 * (words + keys) <= numbers;
  }

  /// Whether they are what a model gives to each of its features: a number under nearly every name,
  /// some of them negative or broken, and no words.
  boolean areScores() {
    return numbers >= MANY
        && !shape
        && words == 0
        && 10 * learnt >= numbers
        && 10 * keys >= 9 * numbers;
  }

  /// Whether they are numbers in lists and nothing else, of which many can be learnt ones: it takes
  /// a name that says of what.
  boolean areLists() {
    return numbers >= MANY && keys == 0 && words == 0 && 10 * learnt >= 3 * numbers;
  }
}
