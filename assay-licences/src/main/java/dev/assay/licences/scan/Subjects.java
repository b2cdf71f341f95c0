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
    if (size(t, i)) {
      return Subject.WEIGHTS;
    }
    return switch (t.at(i)) {
      // `Open source` says how something is given, not what.
      case "source", "sources" -> i > 0 && t.at(i - 1).equals("open") ? null : Subject.CODE;
      case "code",
          "codes",
          "codebase",
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

  private static final Set<String> UNITS =
      Set.of(
          "tokens",
          "words",
          "parameters",
          "params",
          "users",
          "images",
          "pairs",
          "samples",
          "hours",
          "examples",
          "characters",
          "documents",
          "pages",
          "rows");

  /// The size in a model's name, `Name-8B-Base`: a number with `b` or `m`, and not so many of
  /// something.
  private static boolean size(Tokens t, int i) {
    String w = t.at(i);
    int n = w.length();
    if (n < 2 || n > 6 || w.charAt(n - 1) != 'b' && w.charAt(n - 1) != 'm' || i == 0) {
      return false;
    }
    for (int k = 0; k < n - 1; k++) {
      char c = w.charAt(k);
      if ((c < '0' || c > '9') && c != '.') {
        return false;
      }
    }
    return t.joined(i - 1) && !UNITS.contains(t.at(i + 1));
  }

  /// Whether a subject is only how something else was made: `trained on the data`, `using the
  /// code`.
  private static boolean means(Tokens t, int from, int i) {
    for (int k = i - 1; k >= Math.max(from, i - 4); k--) {
      switch (t.at(k)) {
        case "using" -> {
          return true;
        }
        case "on", "with", "from" -> {
          return k > 0 && (t.at(k - 1).equals("trained") || t.at(k - 1).equals("tuned"));
        }
        case "the", "this", "our", "these", "a", "same", "training", "available", "public" -> {}
        default -> {
          return false;
        }
      }
    }
    return false;
  }

  /// The subjects spoken of between two places. `code repository` is code, `this repository`
  /// everything.
  static Set<Subject> between(Tokens t, int from, int to) {
    EnumSet<Subject> found = EnumSet.noneOf(Subject.class);
    for (int i = Math.max(0, from); i < Math.min(to, t.size()); i++) {
      Subject subject = of(t, i);
      if (subject != null && !means(t, from, i)) {
        found.add(subject);
      }
    }
    if (found.size() > 1) {
      found.remove(Subject.EVERYTHING);
    }
    return found;
  }
}
