import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/// The client: asks the model.
///
///     java code/Ask.java "the 3rd of March 2021"
public final class Ask {
  private final Model model;
  private final Model.Pass pass;

  Ask(Model model) {
    this.model = model;
    pass = model.new Pass();
  }

  /// A model read from a folder with `config.json` and a weights file.
  static Ask load(Path config, Path weights) throws IOException {
    Config c = Config.read(config);
    return new Ask(new Model(c, Weights.load(weights, c)));
  }

  /// The most likely answer, character by character.
  String answer(String question) {
    int[] asked = Vocabulary.tokens(question + Vocabulary.ANSWER);
    int[] tokens = Arrays.copyOf(asked, model.config.context());
    var answer = new StringBuilder();
    for (int n = asked.length; n < tokens.length; n++) {
      pass.forward(tokens, n);
      float[] scores = pass.logits(n - 1);
      int best = 0;
      for (int v = 1; v < scores.length; v++) {
        best = scores[v] > scores[best] ? v : best;
      }
      if (Vocabulary.character(best) == Vocabulary.END) {
        break;
      }
      answer.append(Vocabulary.character(best));
      tokens[n] = best;
    }
    return answer.toString();
  }

  public static void main(String[] arguments) throws IOException {
    Ask ask = Ask.load(Path.of("config.json"), Path.of("model.safetensors"));
    for (String question : arguments) {
      System.out.println(question + " -> " + ask.answer(question));
    }
  }
}
