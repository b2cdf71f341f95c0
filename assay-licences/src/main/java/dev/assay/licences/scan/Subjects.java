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
    if (t.before(i + 1).equals(".") && CODE_ENDINGS.contains(t.at(i + 1))) {
      return null;
    }
    if (size(t, i)) {
      return Subject.WEIGHTS;
    }
    return switch (t.at(i)) {
      // `Open source` says how something is given, not what.
      case "source", "sources" ->
          i > 0 && t.at(i - 1).equals("open")
                  // A heading over where things come from.
                  || i == 0 && t.at(0).equals("sources") && t.at(1).equals("and")
              ? null
              : Subject.CODE;
      // Rules of conduct are called a code too.
      case "code" ->
          t.at(i + 1).equals("of") && t.at(i + 2).equals("conduct")
                  // Speech that changes between languages.
                  || t.at(i + 1).equals("switched")
                  || t.at(i + 1).equals("switching")
                  || t.at(i + 1).equals("mixed")
              ? null
              : Subject.CODE;
      case "codes",
          "codebase",
          "src",
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
      // `The fine-tuned version`, `a quantized variant`.
      case "version", "variant", "versions", "variants" ->
          switch (t.at(i - 1)) {
            case "tuned", "finetuned", "quantized", "distilled", "pretrained" -> Subject.WEIGHTS;
            default -> null;
          };
      case "vectors", "embeddings" ->
          switch (t.at(i - 1)) {
            case "word", "pretrained", "trained", "fasttext" -> Subject.WEIGHTS;
            default -> null;
          };
      case "data", "dataset", "datasets", "corpus", "annotations", "corpora" ->
          t.at(i).equals("data")
                  && (t.at(i + 1).equals("processing") || t.at(i + 1).equals("loading"))
              ? null
              : Subject.DATA;
      case "documentation", "docs", "documents", "paper" -> Subject.DOCUMENTS;
      case "código", "codigo", "codice", "quellcode", "quelltext", "programme", "код", "кода" ->
          Subject.CODE;
      case "poids",
          "modèle",
          "modèles",
          "gewicht",
          "gewichte",
          "modellgewichte",
          "modellgewichten",
          "modell",
          "modelle",
          "modells",
          "modelo",
          "modelos",
          "pesos",
          "modello",
          "modelli",
          "pesi",
          "модель",
          "модели",
          "веса",
          "весов" ->
          Subject.WEIGHTS;
      case "données",
          "daten",
          "datensatz",
          "datensätze",
          "trainingsdaten",
          "datos",
          "dados",
          "dati",
          "данные",
          "данных",
          "датасет" ->
          Subject.DATA;
      case "projet",
          "dépôt",
          "projekt",
          "proyecto",
          "repositorio",
          "projeto",
          "repositório",
          "progetto",
          "проект",
          "репозиторий" ->
          Subject.EVERYTHING;
      case "outputs", "output" -> Subject.OUTPUTS;
      case "repository", "repo", "project", "everything", "package", "work", "materials" ->
          Subject.EVERYTHING;
      default -> t.at(i).length() == 1 ? bySign(t, i) : null;
    };
  }

  /// Words of languages that are written without blanks, or whose endings stand at the word, sign
  /// by sign: Chinese, Japanese, Korean.
  private static @Nullable Subject bySign(Tokens t, int i) {
    return switch (t.at(i)) {
      case "代" -> t.signs(i, "代码") || t.signs(i, "代碼") ? Subject.CODE : null;
      case "程" -> t.signs(i, "程式碼") ? Subject.CODE : null;
      case "源" -> t.signs(i, "源码") || t.signs(i, "源碼") ? Subject.CODE : null;
      case "检" -> t.signs(i, "检查点") ? Subject.WEIGHTS : null;
      case "チ" -> t.signs(i, "チェックポイント") ? Subject.WEIGHTS : null;
      case "체" -> t.signs(i, "체크포인트") ? Subject.WEIGHTS : null;
      case "权" -> t.signs(i, "权重") ? Subject.WEIGHTS : null;
      case "權" -> t.signs(i, "權重") ? Subject.WEIGHTS : null;
      case "模" -> t.signs(i, "模型") ? Subject.WEIGHTS : null;
      case "ス" -> t.signs(i, "スクリプト") ? Subject.CODE : null;
      case "스" -> t.signs(i, "스크립트") ? Subject.CODE : null;
      case "脚" -> t.signs(i, "脚本") ? Subject.CODE : null;
      case "学" -> t.signs(i, "学習に使") ? Subject.DATA : null;
      case "数" -> t.signs(i, "数据") ? Subject.DATA : null;
      case "數" -> t.signs(i, "數據") ? Subject.DATA : null;
      case "資" -> t.signs(i, "資料") ? Subject.DATA : null;
      case "コ" -> t.signs(i, "コード") ? Subject.CODE : t.signs(i, "コーパス") ? Subject.DATA : null;
      case "モ" -> t.signs(i, "モデル") ? Subject.WEIGHTS : null;
      case "重" -> t.signs(i, "重み") ? Subject.WEIGHTS : null;
      case "デ" -> t.signs(i, "データ") ? Subject.DATA : null;
      case "项" -> t.signs(i, "项目") ? Subject.EVERYTHING : null;
      case "リ" -> t.signs(i, "リポジトリ") ? Subject.EVERYTHING : null;
      case "코" -> t.signs(i, "코드") ? Subject.CODE : null;
      case "가" -> t.signs(i, "가중치") ? Subject.WEIGHTS : null;
      case "모" -> t.signs(i, "모델") ? Subject.WEIGHTS : null;
      case "데" -> t.signs(i, "데이터") ? Subject.DATA : null;
      case "말" -> t.signs(i, "말뭉치") ? Subject.DATA : null;
      case "저" -> t.signs(i, "저장소") ? Subject.EVERYTHING : null;
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

  /// Whether a subject is only how something else was made, or what it comes with: `trained on the
  /// data`, `using the code`, `the models that are provided with this library`.
  private static boolean means(Tokens t, int from, int i) {
    boolean near = true;
    for (int k = i - 1; k >= Math.max(from, i - LONGEST_OBJECT); k--) {
      switch (t.at(k)) {
        case "using" -> {
          return near;
        }
        case "on", "with", "from", "in" -> {
          if (trained(t.at(k - 1)) && !t.at(k).equals("in")) {
            return true;
          }
          return near && t.at(i).equals("library") || near && t.at(i).equals("software")
              ? comesWith(t, from, k)
              : false;
        }
        case "under", "and", "or", "are", "is" -> {
          return false;
        }
        case "the", "this", "our", "these", "a", "same", "training", "available", "public" -> {}
        default -> {
          if (of(t, k) != null || !joined(t.before(k + 1))) {
            return false;
          }
          near &= i - k < 2;
        }
      }
    }
    return false;
  }

  /// Whether nothing parts two words but a hyphen and marks of type.
  private static boolean joined(String gap) {
    for (int i = 0; i < gap.length(); i++) {
      if (" -*_`\n".indexOf(gap.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /// Words between what something was trained on and `on`, at the most: `a large code-switched
  /// two-language`.
  private static final int LONGEST_OBJECT = 9;

  private static boolean trained(String word) {
    return word.equals("trained")
        || word.equals("tuned")
        || word.equals("pretrained")
        || word.equals("finetuned");
  }

  /// Whether what comes before `with` is weights or data that are given with something: `models we
  /// provide with`, `checkpoints shipped in`.
  private static boolean comesWith(Tokens t, int from, int with) {
    boolean given =
        switch (t.at(with - 1)) {
          case "provided",
              "provide",
              "shipped",
              "ship",
              "bundled",
              "included",
              "contained",
              "distributed",
              "delivered",
              "come",
              "released" ->
              true;
          default -> false;
        };
    for (int k = with - 2; given && k >= Math.max(from, with - 8); k--) {
      Subject subject = of(t, k);
      if (subject == Subject.WEIGHTS || subject == Subject.DATA) {
        return true;
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
      if (subject != null && !means(t, from, i) && !keepsItsOwn(t, i)) {
        found.add(subject);
      }
    }
    if (found.size() > 1 && !besideWeights(t, from, to)) {
      found.remove(Subject.EVERYTHING);
    }
    return found;
  }

  /// `The framework's code keeps its upstream license`: what is named besides is not for it.
  private static boolean keepsItsOwn(Tokens t, int i) {
    boolean keeps =
        switch (t.at(i + 1)) {
          case "keep", "keeps", "retain", "retains" -> true;
          default -> false;
        };
    return keeps
        && (t.at(i + 2).equals("its") || t.at(i + 2).equals("their"))
        && switch (t.at(i + 3)) {
          case "own", "upstream", "original", "existing" -> true;
          default -> false;
        };
  }

  /// `This repository and the model weights`: the two are said side by side, and the first is no
  /// place where the second lies.
  private static boolean besideWeights(Tokens t, int from, int to) {
    for (int i = Math.max(0, from); i < Math.min(to, t.size()); i++) {
      if (of(t, i) != Subject.EVERYTHING
          || !t.at(i - 1).equals("this") && !t.at(i - 1).equals("the")) {
        continue;
      }
      int k = i + 1;
      boolean joined = t.at(k).equals("and");
      if (t.at(k).equals("as") && t.at(k + 1).equals("well")) {
        joined = true;
        k += 2;
      }
      while (joined && k < i + 7) {
        k++;
        if (of(t, k) == Subject.WEIGHTS) {
          return true;
        }
        joined =
            switch (t.at(k)) {
              case "the", "its", "all", "our", "trained", "pretrained", "released", "associated" ->
                  true;
              default -> false;
            };
      }
    }
    return false;
  }
}
