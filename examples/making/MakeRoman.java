import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Makes the pairs of the roman reader: every number from 1 to 3999, shuffled, four fifths to train on.
///
///     java examples/making/MakeRoman.java FOLDER
public final class MakeRoman {
  private static final List<String> SIGNS =
      List.of("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i");
  private static final int[] VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};

  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    SplitMix64 random = new SplitMix64(3999);
    List<String> lines = new ArrayList<>();
    for (int n = 1; n < 4000; n++) {
      lines.add(random.below(n), roman(n) + "\t" + n);
    }
    Files.write(folder.resolve("train.tsv"), lines.subList(0, 3199));
    Files.write(folder.resolve("test.tsv"), lines.subList(3199, 3999));
  }

  private static String roman(int n) {
    var out = new StringBuilder();
    for (int i = 0; i < VALUES.length; i++) {
      for (; n >= VALUES[i]; n -= VALUES[i]) {
        out.append(SIGNS.get(i));
      }
    }
    return out.toString();
  }
}
