package dev.assay.licences.bench;

import dev.assay.io.TextFile;
import dev.assay.licences.Identified;
import dev.assay.licences.LicenceEngine;
import dev.assay.model.LicenceStatement.Match;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Runs the engine over the indexed cases and counts correct, wrong, missed and false alarms for
/// each set. `bench/licences FOLDER` starts it; nothing in it is tuned to a case.
public final class LicenceBench {
  private LicenceBench() {}

  private enum Outcome {
    CORRECT,
    WRONG,
    MISSED,
    FALSE_ALARM,
    UNLABELLED
  }

  /// @param args the folder with `index.tsv`; a table of labels found wrong (case, column, was,
  ///   now, reason); `-v` prints every case that is not correct
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    boolean verbose = List.of(args).contains("-v");
    Map<String, String> relabelled =
        args.length > 1 && !args[1].equals("-v") ? relabelled(Path.of(args[1])) : Map.of();
    Map<String, int[]> corrected = new LinkedHashMap<>();
    LicenceEngine engine = LicenceEngine.load();
    Map<String, int[]> counts = new LinkedHashMap<>();
    long bytes = 0;
    long nanos = 0;
    int files = 0;
    for (String line : Files.readAllLines(folder.resolve("index.tsv"))) {
      String[] f = line.split("\t", -1);
      if (f.length < 5 || f[0].equals("path") || !Files.exists(folder.resolve(f[0]))) {
        continue;
      }
      byte[] content = Files.readAllBytes(folder.resolve(f[0]));
      if (f[4].equals("licenseclassifier-scenario")) {
        content = withoutExpectation(content);
      }
      long start = System.nanoTime();
      List<Identified> found =
          engine.identify(TextFile.of("s", name(f[0], f[1], content), content, true));
      nanos += System.nanoTime() - start;
      bytes += content.length;
      files++;
      Outcome outcome = judge(f, found, engine);
      String set = f[1] + (f[1].equals("usual") ? " (" + f[4] + ")" : "");
      counts.computeIfAbsent(set, k -> new int[Outcome.values().length])[outcome.ordinal()]++;
      String now = relabelled.get(f[0]);
      Outcome second = now == null ? outcome : relabelled(now, found);
      corrected.computeIfAbsent(set, k -> new int[Outcome.values().length])[second.ordinal()]++;
      if (verbose && outcome != Outcome.CORRECT && outcome != Outcome.UNLABELLED) {
        System.out.println(
            outcome
                + (now == null ? "" : " (relabelled: " + second + ")")
                + "\t"
                + f[0]
                + "\texpected "
                + f[2]
                + " "
                + f[3]
                + "\tfound "
                + found.stream().map(i -> i.expression() + " " + i.match()).distinct().toList());
      }
    }
    table(counts);
    if (!relabelled.isEmpty()) {
      System.out.println("with the labels that were found wrong corrected:");
      table(corrected);
    }
    System.out.printf(
        "%d files, %.1f MB, %.2f ms a file, %.1f MB/s (one thread, first pass)%n",
        files, bytes / 1e6, nanos / 1e6 / files, bytes / (nanos / 1e9) / 1e6);
  }

  private static void table(Map<String, int[]> counts) {
    System.out.printf(
        "%-34s %8s %6s %7s %12s %11s%n",
        "set", "correct", "wrong", "missed", "false alarm", "unlabelled");
    counts.forEach((set, n) ->
        System.out.printf("%-34s %8d %6d %7d %12d %11d%n", set, n[0], n[1], n[2], n[3], n[4]));
  }

  /// The first and fourth column of the table: a case's path and what is right there.
  private static Map<String, String> relabelled(Path file) throws IOException {
    Map<String, String> map = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] f = line.split(",", 5);
      if (f.length == 5 && f[1].equals("expected")) {
        map.put(f[0], f[3]);
      }
    }
    return map;
  }

  /// What is right by a corrected label: an identifier; `modified`, where words that count differ;
  /// `none`, where the text names no licence.
  private static Outcome relabelled(String now, List<Identified> found) {
    boolean same = found.stream().anyMatch(i -> i.match() == Match.SAME_WORDS);
    boolean named =
        found.stream()
            .anyMatch(i -> i.match() == Match.NAMED && !i.expression().equals("NOASSERTION"));
    return switch (now) {
      case "modified" ->
          same
              ? Outcome.FALSE_ALARM
              : found.stream().anyMatch(i -> i.match() == Match.MODIFIED)
                  ? Outcome.CORRECT
                  : Outcome.MISSED;
      case "none" -> same || named ? Outcome.FALSE_ALARM : Outcome.CORRECT;
      default ->
          found.stream().anyMatch(i -> plain(i.expression()).equals(plain(now)))
              ? Outcome.CORRECT
              : same || named ? Outcome.WRONG : Outcome.MISSED;
    };
  }

  /// The name that the engine sees: licence texts are in a licence's file, READMEs and sources are
  /// not.
  private static String name(String path, String set, byte[] content) {
    String head = new String(content, 0, Math.min(200, content.length), StandardCharsets.UTF_8);
    if (head.contains("http://maven.apache.org/POM")) {
      return "pom.xml";
    }
    String last = path.substring(path.lastIndexOf('/') + 1);
    if (last.endsWith("README.md")) {
      return "README.md";
    }
    return set.equals("usual") && !last.startsWith("licensee") ? "file.txt" : "LICENSE";
  }

  private static byte[] withoutExpectation(byte[] content) {
    int at = 0;
    while (at < content.length && content[at] != '\n') {
      at++;
    }
    return java.util.Arrays.copyOfRange(content, Math.min(content.length, at + 1), content.length);
  }

  private static Outcome judge(String[] f, List<Identified> found, LicenceEngine engine) {
    Set<String> same = new TreeSet<>();
    Set<String> all = new TreeSet<>();
    for (Identified i : found) {
      if (i.match() == Match.SAME_WORDS) {
        same.add(plain(i.expression()));
      }
      if (i.match() == Match.SAME_WORDS || i.match() == Match.NAMED) {
        all.add(plain(i.expression()));
      }
    }
    all.remove("noassertion");
    return switch (f[1]) {
      case "ai", "ai-reference" -> ai(f, same, engine);
      case "usual" -> usual(f, all);
      case "near-miss" -> same.isEmpty() ? Outcome.CORRECT : Outcome.FALSE_ALARM;
      case "negative" ->
          found.stream().anyMatch(i -> i.match() != Match.NAMED)
              ? Outcome.FALSE_ALARM
              : Outcome.CORRECT;
      default -> labelled(f, all);
    };
  }

  private static Outcome ai(String[] f, Set<String> same, LicenceEngine engine) {
    if (f[2].contains("+")) {
      return same.size() == 1 && same.contains("apache-2.0") ? Outcome.WRONG : Outcome.CORRECT;
    }
    List<String> ids =
        new ArrayList<>(List.of("licenseref-scancode-" + f[2], "licenseref-" + f[2], f[2]));
    ids.add(plain(f[3]));
    if (ids.stream().anyMatch(same::contains)) {
      return Outcome.CORRECT;
    }
    boolean known = ids.stream().anyMatch(id -> !id.isEmpty() && engine.known(id));
    if (same.isEmpty()) {
      return known ? Outcome.MISSED : Outcome.CORRECT;
    }
    return Outcome.WRONG;
  }

  private static Outcome usual(String[] f, Set<String> all) {
    if (f[2].equals("no-license")) {
      return all.isEmpty() ? Outcome.CORRECT : Outcome.FALSE_ALARM;
    }
    String expected = plain(f[3].isEmpty() ? f[2] : f[3]);
    if (all.contains(expected)) {
      return Outcome.CORRECT;
    }
    return all.isEmpty() ? Outcome.MISSED : Outcome.WRONG;
  }

  private static Outcome labelled(String[] f, Set<String> all) {
    Set<String> expected = new TreeSet<>();
    if (f[4].equals("askalono-fixture")) {
      expected.add(plain(f[0].split("__")[2]));
    } else if (f[4].equals("licenseclassifier-scenario")) {
      for (String id : f[2].split(",")) {
        if (!id.equals("Copyright")) {
          expected.add(plain(id));
        }
      }
    } else {
      return Outcome.UNLABELLED;
    }
    // These labels name every licence apart, and do not tell "or later".
    for (String id : List.copyOf(all)) {
      for (String part : id.split(" and | or | with |[()]")) {
        all.add(part.strip().replace("-or-later", ""));
      }
    }
    if (all.containsAll(expected)) {
      return Outcome.CORRECT;
    }
    return expected.stream().noneMatch(all::contains) && !all.isEmpty()
        ? Outcome.WRONG
        : Outcome.MISSED;
  }

  /// An identifier without what a text cannot say: `-only` and `-or-later` are told apart only
  /// where the expectation does.
  private static String plain(String id) {
    return id.toLowerCase(Locale.ROOT).replace("-only", "");
  }
}
