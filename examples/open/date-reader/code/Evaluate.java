import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// How often the model's whole answer is right:
///
///     java code/Evaluate.java data/test.tsv model.safetensors
public final class Evaluate {
  public static void main(String[] arguments) throws IOException {
    Ask ask = Ask.load(Path.of("config.json"), Path.of(arguments[1]));
    List<Pairs> test = Pairs.read(Path.of(arguments[0]));
    int right = 0;
    for (Pairs p : test) {
      String answer = ask.answer(p.question());
      if (answer.equals(p.answer())) {
        right++;
      } else {
        System.err.println(
            "wrong: " + p.question() + " -> " + answer + ", should be " + p.answer());
      }
    }
    System.out.printf(
        Locale.ROOT,
        "{\"questions\": %d, \"right\": %d, \"exact_match\": %s}%n",
        test.size(),
        right,
        right / (double) test.size());
  }
}
