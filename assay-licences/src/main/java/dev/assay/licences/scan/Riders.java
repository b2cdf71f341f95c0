package dev.assay.licences.scan;

import dev.assay.io.TextFile;
import dev.assay.licences.match.TextMatch;
import dev.assay.licences.match.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Words around a licence in its file that change its terms: a licence whose every word is there is
/// not that licence when a sentence before or after it takes something away.
final class Riders {
  private static final int MOST = 6;

  /// `Not for clinical use`: words of the shortest sentence.
  private static final int SHORTEST = 3;

  /// Stems of terms in the other large languages of Europe, and Japanese and Korean.
  private static final String OTHER_LANGUAGES =
      "|\\b(kommerziell|untersagt|verboten|nur f\u00FCr|interdi|commercial(e|es|aux)\\b|seulement|uniquement"
          + "|prohibid|comercia(l|is|les)\\b|solo para|s\u00F3lo|proibid|apenas|somente|vietat|soltanto"
          + ")|\u0437\u0430\u043F\u0440\u0435\u0449|\u043A\u043E\u043C\u043C\u0435\u0440\u0447|\u0442\u043E\u043B\u044C\u043A\u043E"
          + "|\uAE08\uC9C0|\uC0C1\uC5C5|\uBAA9\uC801\uC73C\uB85C\uB9CC|\u7981\u3058|\u306E\u307F|[\u4EC5\u50C5][\u4F9B\u9650]";

  /// Words of terms. A sentence with one of them, that belongs to no known licence, is a rider.
  private static final Pattern TERMS =
      Pattern.compile(
          "\\b(non-?commercial|commercially|commercial(ly)? (uses?|purposes?)|research (purposes|use)"
              + "|must|shall|ought to|(may|can|do|does|is|are|will) not|cannot|may only|need to"
              + "|prohibit(ed|s)?|forbid(den|s)?|is required|restricted"
              + "|requires? (an?|the|prior|separate|written|explicit|permission)"
              + "|not (permitted|allowed|apply|granted)|additional (terms|conditions|restrictions?)"
              + "|further (terms|restrictions?)|commons clause|monthly active|revenue|royalt(y|ies)"
              + "|fees?|in addition to the above|(written|prior) (permission|consent|approval)"
              + "|exclusively for|only(?! to)|solely|modification part|agree|(can't|don't|doesn't|mustn't)"
              + "|subject to|unless|except(ing)?|exclud(ed|es|ing)"
              + "|no (person|company|one|military|right|use|part|portion)"
              + "|(has|have) to|mandatory|obligatory|compulsory|not for|licen[sc]ed separately"
              + "|(need|needs|requires?|buy|purchase|obtain) an? ([a-z]+ )?licen[sc]e|paid licen[sc]e"
              + "|(personal|private|internal|academic|educational|research|evaluation|clinical"
              + "|non-?profit) (uses?|purposes?)|more than [0-9,.]+ (employees|users|people)"
              + "|(expires?|ends?|terminates?) (on|after|at)|embargo(es|ed)?|sanctions?|weapons?)\\b"
              + "|[\u7981\u4E0D][\u6B62\u5F97\u53EF]|\u5546[\u4E1A\u7528]"
              + OTHER_LANGUAGES);

  /// What notices say everywhere, and what only points at a licence: no terms of their own.
  private static final Pattern NEUTRAL =
      Pattern.compile(
          "unless otherwise (noted|stated|specified|indicated|mentioned)|special exception|additional permission|in compliance with the licen[sc]e|cop(y|ies) of the (gnu|licen[sc]e|apache|mit)"
              + "|see (the|also)|refer to|unless required by applicable law"
              + "|(useful|hope|without any warranty|merchantability)|free software foundation"
              + "|redistribute it and/or modify|is (licensed|distributed|released|covered|available)"
              + "|are (licensed|distributed|released|covered|available)|licensed under"
              + "|permissions and limitations|for (more )?(details|information)|trademarks? of"
              + "|contribut(e|ion|ions|or|ors) ");

  /// Words that take something away, whatever else the sentence says.
  private static final Pattern LIMIT =
      Pattern.compile(
          "\\b(non-?commercial|commercial (uses?|purposes?)|research (purposes|use)|prohibited|forbidden"
              + "|(may|shall|must) not|not (permitted|allowed|apply)|monthly active|revenue|military"
              + "|(written|prior) (permission|consent|approval)|additional (terms|conditions|restrictions?)"
              + "|commons clause|only be used|licen[sc]ed separately|no (company|military|use)|excluded"
              + "|(personal|private|academic|educational|research|evaluation) (uses?|purposes?) only)\\b"
              + "|[\u7981\u4E0D][\u6B62\u5F97\u53EF]"
              + OTHER_LANGUAGES);

  private static final List<String> PARTS =
      List.of(
          "third part",
          "third-part",
          "component",
          "includes code",
          "portions",
          "contains code",
          "derived from",
          "adapted from",
          "following files",
          "this file",
          "bundled",
          "submodule",
          "subcomponent",
          "files in",
          "code from",
          "in the folder",
          "in the directory",
          "based on",
          "borrowed",
          "located in",
          "original license",
          "notice for",
          "copied from",
          "dependencies",
          "provided under",
          "the following license",
          "project includes",
          "repository contains");

  /// What takes trade away in so many words; other riders are for a person to weigh.
  private static final Pattern NO_TRADE =
      Pattern.compile(
          "\\bnon-?commercial|\\b(no|not(?! (only|limited))|never)\\b[^.;]{0,120}\\bcommercial"
              + "|\\bcommercial(ly)?\\b[^.;]{0,60}\\b(prohibited|forbidden|not (permitted|allowed))"
              + "|\\bonly (be used )?(for|in)\\b[^.;]{0,40}\\b(research|academic|educational|personal)"
              + "|\\b(personal|private|academic|educational|research|evaluation) (uses?|purposes?) only"
              + "|\\bkommerziell[^.;]{0,60}(untersagt|verboten|nicht)"
              + "|(interdi|prohibid|proibid|vietat)[^.;]{0,60}com+ercia|com+ercia[^.;]{0,60}(interdi|prohibid|proibid|vietat)"
              + "|\uC0C1\uC5C5[^.]{0,30}(\uAE08\uC9C0|\uBD88\uAC00)|\u5546[\u7528\u4E1A\u696D][^\u3002]{0,20}\u7981"
              + "|[\u7981\u4E0D][^\u3002]{0,10}\u5546[\u7528\u4E1A\u696D]");

  private Riders() {}

  /// Whether the words that a licence was given in addition limit what one may do.
  ///
  /// @param differs the differences in words
  static boolean limit(List<String> differs) {
    return differs.stream()
        .anyMatch(
            d -> d.startsWith("added ") && NO_TRADE.matcher(d.toLowerCase(Locale.ROOT)).find());
  }

  static List<String> of(TextFile file, Words words, List<TextMatch> matches) {
    List<String> riders = new ArrayList<>();
    if (matches.isEmpty() || matches.stream().noneMatch(m -> m.matched() >= 8)) {
      return riders;
    }
    // The licence given once more, for another holder, adds no word.
    Set<String> known = new HashSet<>();
    for (TextMatch m : matches.subList(0, Math.min(2, matches.size()))) {
      each(file.text(), words, m.first(), Math.min(m.last() + 1, words.size()), known::add);
    }
    int at = 0;
    for (int i = 0; i <= Math.min(1, matches.size()) && riders.size() < MOST; i++) {
      int to = i < matches.size() ? matches.get(i).first() : words.size();
      if (to - at >= SHORTEST) {
        // What follows a heading of third parties is about them.
        String gap = words.span(at, Math.min(words.size(), to) - 1);
        if (!aboutParts(gap)) {
          each(
              file.text(),
              words,
              at,
              to,
              sentence -> {
                if (riders.size() < MOST && !known.contains(sentence) && changes(sentence)) {
                  riders.add(
                      sentence.length() > 300 ? sentence.substring(0, 299) + "\u2026" : sentence);
                }
              });
        }
      }
      if (i < matches.size()) {
        at = Math.max(at, matches.get(i).last() + 1);
      }
    }
    return riders;
  }

  private static boolean aboutParts(String gap) {
    String head = gap.substring(0, Math.min(gap.length(), 400)).toLowerCase(Locale.ROOT);
    return PARTS.stream().anyMatch(head::contains);
  }

  private static boolean changes(String sentence) {
    String lower = sentence.toLowerCase(Locale.ROOT);
    return TERMS.matcher(lower).find()
        && !(NEUTRAL.matcher(lower).find() && !LIMIT.matcher(lower).find());
  }

  /// Each sentence of a range, but notices.
  private static void each(String text, Words words, int from, int to, Consumer<String> sentences) {
    int start = from;
    for (int i = from; i < to; i++) {
      if (words.inNotice(i)) {
        start = i + 1;
        continue;
      }
      boolean last = i + 1 == to;
      boolean ends = last || i - start > 80 || sentenceEnd(text, words.end(i), words.start(i + 1));
      if (ends) {
        if (i - start + 1 >= SHORTEST) {
          sentences.accept(words.span(start, i).replaceAll("\\s+", " "));
        }
        start = i + 1;
      }
    }
  }

  private static boolean sentenceEnd(String text, int from, int to) {
    int lines = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '.' || c == '\u3002' || c == '!' || c == '?') {
        return true;
      }
      if (c == '\n' && ++lines > 1) {
        return true;
      }
    }
    return false;
  }

  /// Whether the words between two licences say that the second is for parts, not for the whole.
  static boolean partsBetween(Words words, TextMatch first, TextMatch second) {
    int from = first.last() + 1;
    int to = second.first();
    if (to - from < 3) {
      return false;
    }
    String gap = words.span(from, to - 1).toLowerCase(Locale.ROOT);
    return PARTS.stream().anyMatch(gap::contains)
        || gap.contains("copyright")
        || gap.contains("license for");
  }

  /// Whether the words between two licences begin a list of components, each with its own.
  static boolean listsComponents(Words words, TextMatch first, TextMatch second) {
    int from = first.last() + 1;
    int to = second.first();
    String gap = to - from < 3 ? "" : words.span(from, to - 1).toLowerCase(Locale.ROOT);
    return gap.contains("components");
  }
}
