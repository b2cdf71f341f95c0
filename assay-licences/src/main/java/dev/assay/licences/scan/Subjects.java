package dev.assay.licences.scan;

import dev.assay.licences.names.Tokens;
import dev.assay.model.Subject;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the words of a sentence say that a licence covers.
final class Subjects {
  /// After a word, these make it the name of a file of code: `model.py` is not the model.
  private static final Set<String> CODE_ENDINGS =
      Set.of(
          "py", "java", "cpp", "cc", "cu", "rs", "jl", "kt", "scala", "js", "ts", "sh", "ipynb",
          "json", "yaml", "yml", "toml");

  private Subjects() {}

  /// The subject that a word names, or null.
  static @Nullable Subject of(Tokens t, int i) {
    if (i + 1 < t.size() && CODE_ENDINGS.contains(t.at(i + 1))) {
      return null;
    }
    return switch (t.at(i)) {
      case "code",
          "codes",
          "codebase",
          "source",
          "sources",
          "software",
          "script",
          "scripts",
          "library",
          "program",
          "notebook",
          "notebooks" ->
          Subject.CODE;
      case "weight",
          "weights",
          "checkpoint",
          "checkpoints",
          "model",
          "models",
          "parameters",
          "ckpt",
          "ckpts" ->
          t.at(i + 1).equals("code")
                  || t.at(i + 1).equals("card")
                  || t.at(i + 1).equals("cards")
                  || t.at(i + 1).equals("architecture")
              ? null
              : Subject.WEIGHTS;
      case "data", "dataset", "datasets", "corpus", "annotations", "corpora" ->
          t.at(i).equals("data")
                  && (t.at(i + 1).equals("processing") || t.at(i + 1).equals("loading"))
              ? null
              : Subject.DATA;
      case "documentation", "docs", "documents", "paper" -> Subject.DOCUMENTS;
      case "outputs", "output" -> Subject.OUTPUTS;
      case "repository", "repo", "project", "everything", "package", "work", "materials" ->
          Subject.EVERYTHING;
      case "代" -> t.at(i + 1).equals("码") ? Subject.CODE : null;
      case "权" -> t.at(i + 1).equals("重") ? Subject.WEIGHTS : null;
      case "模" -> t.at(i + 1).equals("型") ? Subject.WEIGHTS : null;
      case "数" -> t.at(i + 1).equals("据") ? Subject.DATA : null;
      default -> null;
    };
  }

  /// The subjects spoken of between two places. `code repository` is code, `this repository`
  /// everything.
  static Set<Subject> between(Tokens t, int from, int to) {
    EnumSet<Subject> found = EnumSet.noneOf(Subject.class);
    for (int i = Math.max(0, from); i < Math.min(to, t.size()); i++) {
      Subject subject = of(t, i);
      if (subject != null) {
        found.add(subject);
      }
    }
    if (found.size() > 1) {
      found.remove(Subject.EVERYTHING);
    }
    return found;
  }
}
