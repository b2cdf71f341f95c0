package dev.assay.licences.build;

import dev.assay.io.TextFile;
import dev.assay.licences.Identified;
import dev.assay.licences.LicenceEngine;
import dev.assay.licences.match.Words;
import dev.assay.model.LicenceStatement.Match;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// Counts, over every text of the SPDX list, how many of its rewritings are still identified and
/// how many of its alterations are not called by its name. `bench/licences --rewritten` starts it.
public final class RewritingBench {
  private RewritingBench() {}

  /// How one run over the list went.
  ///
  /// @param right cases with the right answer
  /// @param cases all cases
  /// @param wrong for each case without it, what was said
  record Score(int right, int cases, List<String> wrong) {
    double share() {
      return cases == 0 ? 1 : (double) right / cases;
    }
  }

  /// @param args a seed; `-v` prints every case that is not right
  public static void main(String[] args) throws IOException {
    long seed = args.length > 0 && !args[0].startsWith("-") ? Long.parseLong(args[0]) : 1;
    boolean verbose = List.of(args).contains("-v");
    LicenceEngine engine = LicenceEngine.load();
    List<SpdxText> texts = SpdxText.all();
    Map<String, Set<String>> twins = twins(texts);
    int right = 0;
    int cases = 0;
    System.out.println("rewritten, still identified:");
    for (Rewriting rewriting : Rewriting.values()) {
      Score score = rewritten(engine, texts, twins, rewriting, seed);
      print(rewriting.name(), score, verbose);
      right += score.right();
      cases += score.cases();
    }
    System.out.printf("%-28s %6d / %6d  %.2f %%%n", "ALL", right, cases, 100.0 * right / cases);
    System.out.println("exceptions, reported as LICENCE WITH EXCEPTION:");
    for (Joining joining : Joining.values()) {
      print(joining.name(), joining.score(engine, texts), verbose);
    }
    right = 0;
    cases = 0;
    System.out.println("altered, not called by its name:");
    for (Alteration alteration : Alteration.values()) {
      Score score = altered(engine, texts, twins, alteration, seed);
      print(alteration.name(), score, verbose);
      right += score.right();
      cases += score.cases();
    }
    System.out.printf("%-28s %6d / %6d  %.2f %%%n", "ALL", right, cases, 100.0 * right / cases);
  }

  private static void print(String name, Score score, boolean verbose) {
    System.out.printf(
        "%-28s %6d / %6d  %.2f %%%n", name, score.right(), score.cases(), 100 * score.share());
    if (verbose) {
      score.wrong().forEach(w -> System.out.println("    " + w));
    }
  }

  static Score rewritten(
      LicenceEngine engine,
      List<SpdxText> texts,
      Map<String, Set<String>> twins,
      Rewriting rewriting,
      long seed) {
    List<String> wrong = new ArrayList<>();
    int right = 0;
    for (SpdxText licence : texts) {
      Random random = new Random(seed * 31 + licence.id().hashCode());
      List<Identified> found = identify(engine, rewriting.file(), rewriting.of(licence, random));
      boolean named =
          found.stream()
              .anyMatch(i ->
                  i.match() == Match.SAME_WORDS
                      && same(twins, licence.id(), i.expression())
                      && (!rewriting.trick() || told(i)));
      if (named) {
        right++;
      } else {
        wrong.add(licence.id() + ": " + said(found));
      }
    }
    return new Score(right, texts.size(), wrong);
  }

  private static boolean told(Identified i) {
    return i.why().contains("invisible") || i.why().contains("another script");
  }

  static Score altered(
      LicenceEngine engine,
      List<SpdxText> texts,
      Map<String, Set<String>> twins,
      Alteration alteration,
      long seed) {
    List<String> wrong = new ArrayList<>();
    int right = 0;
    int cases = 0;
    for (SpdxText licence : texts) {
      Random random = new Random(seed * 37 + licence.id().hashCode());
      String text = alteration.of(licence, random);
      if (text == null || Words.of(text).size() == 0) {
        continue;
      }
      cases++;
      List<Identified> found = identify(engine, "LICENSE", text);
      boolean plain =
          found.stream()
              .anyMatch(i ->
                  i.match() == Match.SAME_WORDS
                      && same(twins, licence.id(), i.expression())
                      && i.differs().isEmpty());
      if (plain) {
        wrong.add(licence.id() + ": " + said(found));
      } else {
        right++;
      }
    }
    return new Score(right, cases, wrong);
  }

  private static List<Identified> identify(LicenceEngine engine, String file, String text) {
    return engine.identify(TextFile.of("s", file, text.getBytes(StandardCharsets.UTF_8), true));
  }

  private static String said(List<Identified> found) {
    return found.stream()
        .map(i ->
            i.expression()
                + " "
                + i.match()
                + (i.differs().isEmpty() ? "" : " " + i.differs().stream().limit(4).toList()))
        .limit(3)
        .toList()
        .toString();
  }

  private static boolean same(Map<String, Set<String>> twins, String id, String said) {
    return said.equals(id) || twins.getOrDefault(id, Set.of()).contains(said);
  }

  /// Identifiers that have one text: `-only` and `-or-later`, deprecated ones and their successors.
  static Map<String, Set<String>> twins(List<SpdxText> texts) {
    Map<String, Set<String>> byWords = new HashMap<>();
    Map<String, String> keys = new HashMap<>();
    for (SpdxText licence : texts) {
      Words words = Words.of(Template.of(licence.template()).text());
      StringBuilder key = new StringBuilder();
      for (int i = 0; i < words.size(); i++) {
        key.append(words.hash(i)).append(' ');
      }
      keys.put(licence.id(), key.toString());
      byWords.computeIfAbsent(key.toString(), k -> new HashSet<>()).add(licence.id());
    }
    Map<String, Set<String>> twins = new HashMap<>();
    keys.forEach((id, key) -> twins.put(id, byWords.getOrDefault(key, Set.of())));
    // A deprecated name of one licence, and texts that differ only in whether the copyright notice
    // reserves a name.
    for (List<String> pair :
        List.of(
            List.of("StandardML-NJ", "SMLNJ"),
            List.of("OFL-1.1-no-RFN", "OFL-1.1"),
            List.of("OFL-1.0-no-RFN", "OFL-1.0"))) {
      Set<String> more = new HashSet<>(twins.getOrDefault(pair.getFirst(), Set.of()));
      more.add(pair.getLast());
      twins.put(pair.getFirst(), more);
    }
    // Old identifiers of licences that have nothing but an exception's text, with a title.
    for (SpdxText licence : texts) {
      String key = keys.getOrDefault(licence.id(), "");
      for (SpdxText other : texts) {
        if (other.exception() && !licence.exception() && key.endsWith(" " + keys.get(other.id()))) {
          Set<String> more = new HashSet<>(twins.getOrDefault(licence.id(), Set.of()));
          more.add(other.id());
          twins.put(licence.id(), more);
        }
      }
    }
    for (SpdxText licence : texts) {
      String id = licence.id();
      String stem = id.replace("-or-later", "").replace("-only", "").replace("+", "");
      Set<String> more = new HashSet<>(twins.getOrDefault(id, Set.of()));
      for (String ending : List.of("", "-only", "-or-later", "+")) {
        more.addAll(twins.getOrDefault(stem + ending, Set.of()));
      }
      twins.put(id, more);
    }
    return twins;
  }
}
