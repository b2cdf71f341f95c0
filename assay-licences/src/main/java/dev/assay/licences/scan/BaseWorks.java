package dev.assay.licences.scan;

import dev.assay.licences.names.Name;
import dev.assay.licences.names.Tokens;
import dev.assay.model.Freedom;
import dev.assay.model.LicenceStatement.Basis;
import dev.assay.model.Subject;
import java.util.Set;

/// What prose says of the licence of the work that this one was made from: `built on X, which is
/// licensed under Y` is no licence of what was built.
final class BaseWorks {
  /// What a release says its licence is that only points at its base model's.
  static final String THEIRS = "LicenseRef-that-of-the-base-model";

  private BaseWorks() {}

  /// Whether a licence is said to be that of the work that this one was made from.
  ///
  /// @param before the first token that can belong to what is said of this name
  static boolean licensed(Tokens t, int before, Name name) {
    boolean own = false;
    for (int i = name.from() - 1; i >= before; i--) {
      if (base(t, i) && !bound(t, before, name.from())) {
        return !own;
      }
      if (relative(t, i) || apposed(t, i, name.from())) {
        return (madeFrom(t, before, i) || uses(t, before, i)) && !bound(t, before, name.from());
      }
      own |= t.at(i).equals("our") || t.at(i).equals("we") || t.at(i).equals("我");
    }
    return name.from() > before
        && t.before(name.from()).endsWith("(")
        && madeFrom(t, Math.max(before, name.from() - 12), name.from())
        && !bound(t, before, name.from());
  }

  /// Whether a name is only the name of the model that this one was made from, and not its
  /// licence's.
  static boolean model(Tokens t, Name name) {
    return !name.sure()
        && relative(t, name.to())
        && madeFrom(t, Math.max(0, name.from() - 4), name.from());
  }

  /// `The base model is ...`: a work, and somebody else's. One's own base models are spoken of in
  /// the plural, or beside others.
  private static boolean base(Tokens t, int i) {
    String w = t.at(i);
    for (int k = 0; k < t.size(); k++) {
      if (t.at(k).equals("chat") || t.at(k).equals("instruct")) {
        // The base and the chat model: both one's own.
        return false;
      }
    }
    if (foreign(t, i)) {
      return true;
    }
    boolean alone = w.equals("backbone");
    boolean kind =
        switch (w) {
          case "base", "underlying", "original", "parent", "teacher", "foundation", "upstream" ->
              t.at(i + 1).equals("model");
          default -> false;
        };
    if (!alone && !kind) {
      return false;
    }
    return switch (t.at(i - 1)) {
      case "the", "its", "their", "" -> !t.at(i + (kind ? 2 : 1)).equals("and");
      default -> false;
    };
  }

  /// The same in other languages: `le modèle de base`, `das Basismodell`, `基座模型`.
  private static boolean foreign(Tokens t, int i) {
    String next = t.at(i + 1);
    return switch (t.at(i)) {
      case "basismodell", "basismodells", "grundmodell" -> true;
      case "modèle" -> next.equals("de") && t.at(i + 2).equals("base") || next.equals("d'origine");
      case "modelo", "modello" -> next.equals("base") || next.equals("original");
      case "базовая", "базовой", "исходная", "исходной" -> next.startsWith("модел");
      case "基" -> t.signs(i, "基座模型") || t.signs(i, "基底模型");
      case "底" -> t.signs(i, "底座模型");
      case "ベ" -> t.signs(i, "ベースモデル");
      case "베" -> t.signs(i, "베이스모델");
      case "기" -> t.signs(i, "기반모델");
      default -> false;
    };
  }

  /// `, which is licensed under`, `whose license is`.
  private static boolean relative(Tokens t, int i) {
    boolean clause =
        switch (t.at(i)) {
          case "which", "that" ->
              switch (t.at(i + 1)) {
                case "is", "are", "was", "were", "has", "have" -> true;
                default -> false;
              };
          default -> t.at(i).equals("whose");
        };
    return clause && i > 0;
  }

  /// `, released by somebody under`.
  private static boolean apposed(Tokens t, int i, int name) {
    boolean given =
        switch (t.at(i)) {
          case "released", "published", "licensed", "distributed", "provided" -> true;
          default -> false;
        };
    return given && t.before(i).contains(",") && name - i <= 8 && !t.at(i + 1).equals("and");
  }

  /// `It uses x-models, which are licensed under`: what is used is somebody else's, unless it is
  /// called `our`.
  private static boolean uses(Tokens t, int from, int clause) {
    for (int i = Math.max(0, from); i < clause; i++) {
      switch (t.at(i)) {
        case "uses",
            "use",
            "utilizes",
            "utilises",
            "leverages",
            "requires",
            "depends",
            "relies" -> {
          return !LicenceWords.within(t, i + 1, clause, "our")
              && !LicenceWords.within(t, i + 1, clause, "these")
              && !LicenceWords.within(t, i + 1, clause, "this");
        }
        default -> {}
      }
    }
    return false;
  }

  /// Whether the words speak of a work that another was made from.
  private static boolean madeFrom(Tokens t, int from, int to) {
    for (int i = Math.max(0, from); i < to; i++) {
      switch (t.at(i)) {
        case "finetuned",
            "derived",
            "adapted",
            "built",
            "based",
            "initialized",
            "initialised",
            "quantized",
            "quantised",
            "distilled",
            "derivative",
            "merge",
            "tuned" -> {
          for (int k = i; k <= i + 4 && k < to; k++) {
            switch (t.at(k)) {
              case "from", "on", "upon", "with", "of", "using" -> {
                return true;
              }
              default -> {}
            }
          }
          boolean we = t.at(i - 1).equals("we") || t.at(i - 2).equals("we");
          if (we) {
            return true;
          }
        }
        default -> {}
      }
    }
    return false;
  }

  /// Whether the base's licence is said to bind this work too: `and should be used under`.
  static boolean bound(Tokens t, int from, int to) {
    for (int i = Math.max(0, from); i < to; i++) {
      switch (t.at(i)) {
        case "inherits",
            "inherit",
            "inherited",
            "follows",
            "follow",
            "same",
            "abide",
            "hérite",
            "héritée",
            "hereda",
            "herda",
            "eredita" -> {
          return true;
        }
        case "遵", "継", "따" -> {
          if (t.signs(i, "遵循") || t.signs(i, "遵守") || t.signs(i, "継承") || t.signs(i, "따")) {
            return true;
          }
        }
        case "subject" -> {
          if (t.at(i + 1).equals("to")) {
            return true;
          }
        }
        case "used" -> {
          if (t.at(i + 1).equals("under")) {
            return true;
          }
        }
        default -> {}
      }
    }
    return false;
  }

  /// `Subject to the licence of the base model`: the licence is that one, whichever it is.
  static void points(Claims claims, Tokens t, Passages.Passage p) {
    for (int i = 0; i < t.size(); i++) {
      if (!ofThem(t, i)) {
        continue;
      }
      boolean licence = false;
      for (int k = Math.max(0, i - 7); k < Math.min(t.size(), i + 5); k++) {
        licence |= t.at(k).startsWith("licen") || t.at(k).equals("terms");
      }
      if (licence && bound(t, Math.max(0, i - 16), i)) {
        claims.named(
            THEIRS, Basis.SENTENCE, Set.of(Subject.WEIGHTS), Freedom.UNKNOWN, p.from(), p.to());
        return;
      }
    }
  }

  private static boolean ofThem(Tokens t, int i) {
    // `The base model`, `the base Some model`.
    boolean work =
        t.at(i + 1).startsWith("model")
            || t.at(i + 1).startsWith("weight")
            || t.at(i).equals("base") && t.at(i + 2).startsWith("model");
    return switch (t.at(i)) {
      case "base", "underlying", "original", "parent", "foundation", "upstream" -> work;
      default -> false;
    };
  }
}
