import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Questions with their answers: a line each, with a tab between.
///
/// @param question what is asked
/// @param answer what the model should say
record Pairs(String question, String answer) {

  static List<Pairs> read(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .map(line -> line.split("\t", 2))
        .map(cells -> new Pairs(cells[0], cells[1]))
        .toList();
  }

  /// The question, `=`, the answer and the end, as the model sees them.
  int[] tokens() {
    return Vocabulary.tokens(question + Vocabulary.ANSWER + answer + Vocabulary.END);
  }

  /// The position of `=`: the answer's first character is the first thing to predict.
  int answerAt() {
    return question.length();
  }
}
