import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Makes the pairs of the number reader: numbers below a million in English words.
///
///     java examples/making/MakeNumbers.java FOLDER
public final class MakeNumbers {
  private static final List<String> SMALL =
      List.of(
          "zero",
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen");
  private static final List<String> TENS =
      List.of("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    SplitMix64 random = new SplitMix64(1_000_000);
    Set<String> seen = new HashSet<>();
    write(folder.resolve("train.tsv"), 9_000, random, seen);
    write(folder.resolve("test.tsv"), 1_000, random, seen);
  }

  private static void write(Path file, int count, SplitMix64 random, Set<String> seen)
      throws IOException {
    var out = new StringBuilder();
    for (int n = 0; n < count; ) {
      int digits = 1 + random.below(6);
      int number = random.below((int) StrictMath.pow(10, digits));
      String words = words(number);
      if (seen.add(words) || (number < 100 && random.below(50) == 0)) {
        out.append(words).append('\t').append(number).append('\n');
        n++;
      }
    }
    Files.writeString(file, out);
  }

  private static String words(int n) {
    if (n < 20) {
      return SMALL.get(n);
    }
    if (n < 100) {
      return TENS.get(n / 10) + (n % 10 == 0 ? "" : "-" + SMALL.get(n % 10));
    }
    if (n < 1000) {
      return SMALL.get(n / 100) + " hundred" + (n % 100 == 0 ? "" : " and " + words(n % 100));
    }
    int rest = n % 1000;
    return words(n / 1000)
        + " thousand"
        + (rest == 0 ? "" : (rest < 100 ? " and " : " ") + words(rest));
  }
}
