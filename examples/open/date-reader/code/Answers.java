import java.io.IOException;
import java.nio.file.Path;

/// Prints the model's answer to every question of a file, a line each, so that the answers of two models
/// can be compared:
///
///     java code/Answers.java data/test.tsv model.safetensors config.json
public final class Answers {
  public static void main(String[] arguments) throws IOException {
    Ask ask = Ask.load(Path.of(arguments[2]), Path.of(arguments[1]));
    for (Pairs p : Pairs.read(Path.of(arguments[0]))) {
      System.out.println(p.question() + "\t" + ask.answer(p.question()));
    }
  }
}
