package dev.assay.licences.scan;

import dev.assay.io.TextFile;
import dev.assay.licences.match.TextMatch;
import dev.assay.licences.match.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Words around a licence in its file that change its terms: a licence whose every word is there is
/// not that licence when a sentence before or after it takes something away.
final class Riders {
  private static final int MOST = 6;

  /// Words of terms. A sentence with one of them, that belongs to no known licence, is a rider.
  private static final List<String> TERMS =
      List.of(
          "non-commercial",
          "noncommercial",
          "commercial use",
          "commercial purpose",
          "commercially",
          "research purposes",
          "research use",
          "you must",
          "you shall",
          "you may not",
          "shall not",
          "must not",
          "may not be",
          "may only",
          "prohibited",
          "not permitted",
          "not allowed",
          "additional terms",
          "additional conditions",
          "additional restriction",
          "commons clause",
          "monthly active users",
          "annual revenue",
          "revenue",
          "in addition to the above",
          "further restriction",
          "written permission",
          "prior permission",
          "must be obtained",
          "is not granted",
          "does not grant",
          "exclusively for",
          "only for",
          "only be used",
          "modification part",
          "\u7981\u6B62",
          "\u4E0D\u5F97",
          "\u5546\u4E1A",
          "\u5546\u7528");

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

  private Riders() {}

  static List<String> of(TextFile file, Words words, List<TextMatch> matches) {
    List<String> riders = new ArrayList<>();
    if (matches.isEmpty() || matches.stream().noneMatch(m -> m.matched() >= 40)) {
      return riders;
    }
    int at = 0;
    for (int i = 0; i <= matches.size() && riders.size() < MOST; i++) {
      int to = i < matches.size() ? matches.get(i).first() : words.size();
      if (to - at >= 5) {
        // What follows a heading of third parties is about them.
        String gap = words.span(at, Math.min(words.size(), to) - 1);
        if (!aboutParts(gap)) {
          sentences(file.text(), words, at, to, riders);
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

  private static void sentences(String text, Words words, int from, int to, List<String> riders) {
    int start = from;
    for (int i = from; i < to && riders.size() < MOST; i++) {
      boolean last = i + 1 == to;
      boolean ends = last || i - start > 80 || sentenceEnd(text, words.end(i), words.start(i + 1));
      if (ends) {
        if (i - start >= 4) {
          String sentence = words.span(start, i).replaceAll("\\s+", " ");
          String lower = sentence.toLowerCase(Locale.ROOT);
          if (TERMS.stream().anyMatch(lower::contains)) {
            riders.add(sentence.length() > 300 ? sentence.substring(0, 299) + "\u2026" : sentence);
          }
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
}
