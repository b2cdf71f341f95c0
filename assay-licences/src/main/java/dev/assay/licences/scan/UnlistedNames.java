package dev.assay.licences.scan;

import dev.assay.licences.names.Name;
import dev.assay.licences.names.Tokens;
import dev.assay.model.Freedom;
import dev.assay.model.LicenceStatement.Basis;
import dev.assay.model.Subject;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Licences by a name that no list has, for weights or data: what is under one is not under what
/// covers the rest.
final class UnlistedNames {
  /// Characters of "model", "open source", "licence", "use", "community", "read", "follow" and the
  /// like.
  private static final String COMMON_HAN =
      "\u6A21\u578B\u5F00\u6E90\u8BB8\u53EF\u4F7F\u7528\u793E\u533A\u8BF7\u9605\u8BFB\u9075\u5FAA\u5B88\u7684\u548C\u4E0E\u53CA\u672C\u8BE5\u5546\u5BB6\u5927"
          // Respective, corresponding, each its own, original, the above, the following, standard.
          + "相关對对应各自其原上述以下同定义标准";

  /// Words that make no name.
  private static final Set<String> GENERIC =
      Set.of(
          "the",
          "this",
          "a",
          "an",
          "model",
          "code",
          "open",
          "source",
          "software",
          "our",
          "its",
          "usage",
          "project",
          "and",
          "or",
          "of",
          "under",
          "data",
          "dataset",
          "same",
          "original",
          "following",
          "above",
          "permissive",
          "their",
          "weights",
          "see",
          "each",
          "by",
          "with",
          "in",
          "to",
          "for",
          "is",
          "are",
          "any",
          "please",
          "commercial",
          "use",
          "license",
          "public",
          "weight",
          "diff",
          "models",
          "checkpoint",
          "checkpoints",
          "pretrained",
          "trained",
          "apache",
          "mit",
          "respective",
          "specific",
          "both",
          "your",
          "license's",
          "free",
          "new",
          "custom",
          "note",
          "repository",
          "a.",
          "base",
          "standard");

  /// Words that are often written small between a name and the word for licence: `the XYZ research
  /// license`.
  private static final Set<String> LOWER = Set.of("research", "academic", "model", "community");

  private UnlistedNames() {}

  private static boolean latin(Tokens t, int i) {
    return i >= 0 && t.at(i).charAt(0) < 0x250;
  }

  private static boolean upper(String text, Tokens t, int i) {
    return i >= 0
        && t.end(i) - t.start(i) > 1
        && Character.isUpperCase(text.charAt(t.end(i) - 1))
        && !gap(text, t.end(i), t.start(i + 1));
  }

  /// Notes the first such licence of a passage.
  ///
  /// @param pronoun what the pronoun that the passage begins with stands for
  static void scan(
      Claims claims, Tokens t, List<Name> found, @Nullable LicenceTable row, Set<Subject> pronoun) {
    for (int i = 1; i < t.size(); i++) {
      boolean kana = t.at(i).equals("ラ") || t.at(i).equals("라");
      boolean signs = kana && LicenceWords.licenceSigns(t, i) && latin(t, i - 1);
      boolean use =
          termsOfUse(t, i) && Character.isUpperCase(claims.file().text().charAt(t.start(i)));
      if (!LicenceWords.licenceWord(t.at(i)) && !use && !signs && !agreement(t, i)) {
        continue;
      }
      if (t.at(i).equals("licensed") || t.at(i).equals("licensing") || t.at(i).equals("licenses")) {
        continue;
      }
      int last = i;
      boolean taken = false;
      for (Name name : found) {
        taken |= name.from() <= i && i <= name.to() + 1;
      }
      if (taken) {
        continue;
      }
      String text = claims.file().text();
      boolean han = agreement(t, i);
      int from = i;
      boolean own = false;
      while (from > 0 && i - from < (han ? 14 : 6)) {
        char c = text.charAt(t.start(from - 1));
        boolean capital =
            Character.isUpperCase(c)
                || Character.isDigit(c)
                || c > 0x2E80 && han
                || from == i && LOWER.contains(t.at(from - 1)) && upper(text, t, from - 2);
        if (!capital || gap(text, t.end(from - 1), t.start(from)) || han && verb(t, from - 1)) {
          break;
        }
        from--;
        own |=
            !GENERIC.contains(t.at(from))
                && !LicenceWords.licenceWord(t.at(from))
                && (c > 0x2E80 ? COMMON_HAN.indexOf(c) < 0 : t.at(from).length() > 1);
      }
      Set<Subject> covers =
          row != null && row.licenceAt(t.start(i))
              ? row.coversAt(t.start(i))
              : Subjects.between(t, Math.max(SentenceScanner.afterName(found, i), i - 25), from);
      covers = covers.isEmpty() ? pronoun : covers;
      boolean part = covers.contains(Subject.WEIGHTS) || covers.contains(Subject.DATA);
      // Of code only what says that it limits: other names are read in files of code themselves.
      part |= own && covers.equals(Set.of(Subject.CODE)) && limits(t, from, i);
      if (!own || from == i || !part) {
        continue;
      }
      last =
          signs
              ? i + (t.at(i).equals("ラ") ? 4 : 3)
              : use || han && t.at(i).equals("\u8BB8") ? i + 2 : forModel(t, text, last);
      String name = text.substring(t.start(from), t.end(last));
      claims.named(
          "LicenseRef-" + slug(name),
          Basis.SENTENCE,
          covers,
          limits(t, from, last) ? Freedom.LIMITED : Freedom.UNKNOWN,
          t.start(from),
          t.end(last));
      return;
    }
  }

  /// The Chinese words for an agreement and for a licence.
  private static boolean agreement(Tokens t, int i) {
    return switch (t.at(i)) {
      case "\u534F" -> t.at(i + 1).equals("\u8BAE");
      case "\u8BB8" -> t.signs(i, "许可证");
      case "\u8A31" -> t.signs(i, "許可證");
      default -> false;
    };
  }

  /// Whether a Chinese verb ends here behind which a licence's name stands: `under`, `follows`,
  /// `uses`.
  private static boolean verb(Tokens t, int i) {
    String before = t.at(i - 1);
    return switch (t.at(i)) {
      case "据", "據" -> before.equals("依") || before.equals("根");
      case "循", "守" -> before.equals("遵");
      case "用" ->
          before.equals("采") || before.equals("採") || before.equals("使") || before.equals("适");
      case "照" -> before.equals("按") || before.equals("依");
      case "于", "於" -> before.equals("基");
      default -> false;
    };
  }

  /// `Terms of Use`, `Terms of Service`: such terms are a licence by another name.
  private static boolean termsOfUse(Tokens t, int i) {
    return t.at(i).equals("terms")
        && t.at(i + 1).equals("of")
        && (t.at(i + 2).equals("use") || t.at(i + 2).equals("service"));
  }

  /// Whether a licence says by its own name that it limits.
  private static boolean limits(Tokens t, int from, int last) {
    for (int i = from; i <= last; i++) {
      switch (t.at(i)) {
        case "nc",
            "noncommercial",
            "research",
            "academic",
            "personal",
            "evaluation",
            "restricted",
            "restrictive",
            "proprietary" -> {
          return true;
        }
        case "non" -> {
          if (t.at(i + 1).startsWith("commercial")) {
            return true;
          }
        }
        default -> {}
      }
    }
    return false;
  }

  /// `Community License for Some-13B Model`: the words that belong to the name.
  private static int forModel(Tokens t, String text, int last) {
    if (!t.at(last + 1).equals("for")) {
      return last;
    }
    int to = last + 1;
    while (to + 1 < t.size()
        && to - last < 7
        && (Character.isUpperCase(text.charAt(t.start(to + 1)))
            || Character.isDigit(text.charAt(t.start(to + 1))))
        && !gap(text, t.end(to), t.start(to + 1))) {
      to++;
    }
    return to == last + 1 ? last : to;
  }

  /// Whether more than a space parts two words.
  private static boolean gap(String text, int from, int to) {
    if (to - from > 4) {
      return true;
    }
    for (int i = from; i < to; i++) {
      if (".,:;|([]>".indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /// A name as the tail of a `LicenseRef-`.
  static String slug(String name) {
    StringBuilder s = new StringBuilder();
    for (int i = 0; i < name.length() && s.length() < 60; i++) {
      char c = name.charAt(i);
      boolean inner = c == '.' && i > 0 && Character.isLetterOrDigit(name.charAt(i - 1));
      if (c < 128 && Character.isLetterOrDigit(c) || inner) {
        s.append(c);
      } else if (!s.isEmpty() && s.charAt(s.length() - 1) != '-') {
        s.append('-');
      }
    }
    String slug = s.toString().replaceAll("[-.]+$", "");
    return slug.isEmpty()
        ? "named-" + Integer.toHexString(name.toLowerCase(Locale.ROOT).hashCode())
        : slug;
  }
}
