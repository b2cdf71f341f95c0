package dev.assay.bench.learn;

import dev.assay.bench.Csv;
import dev.assay.bench.Trees;
import dev.assay.code.reading.Question;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.logging.LogManager;

/// Learns what programs read like from labelled releases, says what that is worth on releases of
/// publishers that it was not learned from, and writes the table of weights. It fetches nothing.
///
/// A file that a label gives as evidence is a case for yes; the files of a release whose label says
/// that a part is not here are cases for no, at most {@link #MOST_OF_ONE} of one release; all
/// others are left out. Signs count that the sources of at least {@link #FEWEST_OWNERS} publishers
/// have, but for names of models and publishers and words of every text (`left-out.txt`).
public final class Learn {
  private static final int MOST_OF_ONE = 60;
  private static final int FEWEST_OWNERS = 8;
  private static final int FOLDS = 5;
  private static final double LEAST_WEIGHT = 0.02;
  private static final double LEAST = -99;

  /// Scores beyond this say no more.
  private static final double BOUND = 6;

  /// Odds at which words find what no rule saw.
  private static final double ODDS = 2;

  private static final long SEED = 17;

  private final List<Labelled> releases = new ArrayList<>();
  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> first;
  private final PrintWriter out;

  /// For each release the fold that it is left out in.
  private int[] folds = new int[0];

  private String[] names = new String[0];
  private final Map<Asked, double[][]> scores = new HashMap<>();
  private final List<String> lines = new ArrayList<>();

  private Learn(Map<String, Map<String, String>> first, PrintWriter out) {
    this.first = first;
    this.out = out;
  }

  /// `--first ANSWERS.csv [--corrections FILE.csv] [--write FILE] (TREES LABELS.csv)...`
  public static void main(String[] args) throws IOException {
    LogManager.getLogManager().reset();
    List<String> sets = new ArrayList<>();
    Path write = null;
    Path answers = null;
    List<Map<String, String>> corrections = List.of();
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--write" -> write = Path.of(args[++i]);
        case "--first" -> answers = Path.of(args[++i]);
        case "--corrections" -> corrections = Csv.read(Path.of(args[++i]));
        default -> sets.add(args[i]);
      }
    }
    if (answers == null || sets.isEmpty() || sets.size() % 2 != 0) {
      throw new IllegalArgumentException(
          "--first ANSWERS.csv [--write FILE] (TREES LABELS.csv)...");
    }
    try (var out = new PrintWriter(new PrintStream(System.out, true, StandardCharsets.UTF_8))) {
      var learn = new Learn(Labelled.byId(Csv.read(answers)), out);
      for (int i = 0; i < sets.size(); i += 2) {
        learn.add(Path.of(sets.get(i)), Path.of(sets.get(i + 1)), corrections);
      }
      learn.run();
      if (write != null) {
        Files.write(write, learn.table());
      }
    }
  }

  private void add(Path trees, Path labels, List<Map<String, String>> corrections)
      throws IOException {
    for (Map<String, String> written : Csv.read(labels)) {
      Map<String, String> row = new HashMap<>(written);
      for (Map<String, String> c : corrections) {
        if (c.getOrDefault("id", "").equals(row.get("id"))) {
          row.put(c.getOrDefault("column", ""), c.getOrDefault("now", ""));
        }
      }
      List<Path> roots = Trees.roots(trees, row);
      if (roots.stream().allMatch(Files::isDirectory)) {
        releases.add(Labelled.read(row, roots, numbers));
      } else {
        out.println("not there: " + row.get("id"));
      }
    }
    out.println(labels.getFileName() + ": " + releases.size() + " releases so far");
    out.flush();
  }

  private void run() {
    folds = folds(SEED, FOLDS);
    names = new String[numbers.size()];
    numbers.forEach((name, number) -> names[number] = name);
    List<int[][]> all = releases.stream().map(r -> sets(r)).toList();
    int[] known = vocabulary(all, FEWEST_OWNERS, releases.stream().toList());
    List<int[][]> files = all.stream().map(f -> restricted(f, known)).toList();
    out.printf(
        "%d releases of %d publishers, %d files, %d signs%n",
        releases.size(),
        releases.stream().map(Labelled::owner).distinct().count(),
        files.stream().mapToInt(f -> f.length).sum(),
        Arrays.stream(known).filter(k -> k >= 0).count());
    int features = (int) Arrays.stream(known).filter(k -> k >= 0).count();
    String[] words = words(known, features);
    for (Asked asked : Asked.ALL) {
      ofFiles(asked, files, features, words);
    }
    for (Asked asked : Asked.ALL) {
      join(asked);
    }
  }

  private static int[][] sets(Labelled r) {
    return r.files().stream().map(Labelled.Source::signs).toArray(int[][]::new);
  }

  private int[] folds(long seed, int many) {
    List<String> owners =
        new ArrayList<>(new TreeSet<>(releases.stream().map(Labelled::owner).toList()));
    Collections.shuffle(owners, new Random(seed));
    Map<String, Integer> fold = new HashMap<>();
    for (int i = 0; i < owners.size(); i++) {
      fold.put(owners.get(i), i % many);
    }
    return releases.stream().mapToInt(r -> fold.getOrDefault(r.owner(), 0)).toArray();
  }

  /// New numbers of the signs that enough publishers have, -1 for the others.
  private int[] vocabulary(List<int[][]> sets, int fewest, List<Labelled> of) {
    List<Set<String>> owners = new ArrayList<>();
    for (int i = 0; i < names.length; i++) {
      owners.add(new HashSet<>(2));
    }
    for (int r = 0; r < of.size(); r++) {
      for (int[] set : sets.get(r)) {
        for (int s : set) {
          owners.get(s).add(of.get(r).owner());
        }
      }
    }
    return numbered(owners, fewest);
  }

  private int[] numbered(List<Set<String>> owners, int fewest) {
    Set<String> left = leftOut();
    int[] known = new int[names.length];
    int n = 0;
    for (int i = 0; i < known.length; i++) {
      String word = names[i].substring(names[i].indexOf('\t') + 1);
      boolean named = Arrays.stream(word.split("[^a-z]+")).anyMatch(left::contains);
      known[i] = owners.get(i).size() >= fewest && !named ? n++ : -1;
    }
    return known;
  }

  /// Names of models and publishers, which tell of a case and not of what programs are made of, and
  /// words of every text.
  private static Set<String> leftOut() {
    try (InputStream in = Learn.class.getResourceAsStream("left-out.txt")) {
      if (in == null) {
        throw new IllegalStateException("left-out.txt is not in the jar");
      }
      return Set.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip().split("\\s+"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int[][] restricted(int[][] sets, int[] known) {
    return Arrays.stream(sets).map(s -> restricted(s, known)).toArray(int[][]::new);
  }

  private static int[] restricted(int[] set, int[] known) {
    return Arrays.stream(set).map(s -> known[s]).filter(s -> s >= 0).sorted().toArray();
  }

  private String[] words(int[] known, int many) {
    String[] words = new String[many];
    for (int i = 0; i < known.length; i++) {
      if (known[i] >= 0) {
        words[known[i]] = names[i];
      }
    }
    return words;
  }

  /// One case: a file of a release and what its label says.
  private record Case(int release, int file, boolean yes) {}

  private List<Case> cases(Asked asked) {
    List<Case> cases = new ArrayList<>();
    var random = new Random(SEED);
    for (int r = 0; r < releases.size(); r++) {
      Labelled release = releases.get(r);
      List<Integer> order = new ArrayList<>();
      for (int f = 0; f < release.files().size(); f++) {
        order.add(f);
      }
      if (!release.present(asked)) {
        Collections.shuffle(order, random);
        for (int f : order.subList(0, Math.min(MOST_OF_ONE, order.size()))) {
          cases.add(new Case(r, f, false));
        }
        continue;
      }
      Set<String> evidence = release.evidence(asked);
      for (int f : order) {
        if (evidence.contains(release.files().get(f).path())) {
          cases.add(new Case(r, f, true));
        }
      }
    }
    return cases;
  }

  private void ofFiles(Asked asked, List<int[][]> files, int features, String[] words) {
    List<Case> cases = cases(asked);
    double[][] found = new double[releases.size()][];
    for (int r = 0; r < found.length; r++) {
      found[r] = new double[files.get(r).length];
    }
    for (int fold = 0; fold < FOLDS; fold++) {
      int left = fold;
      Fit fit = fit(cases.stream().filter(c -> folds[c.release] != left).toList(), files, features);
      for (int r = 0; r < found.length; r++) {
        if (folds[r] == fold) {
          for (int f = 0; f < found[r].length; f++) {
            boolean may = releases.get(r).files().get(f).mayShow(asked);
            found[r][f] = may ? fit.score(files.get(r)[f]) : LEAST;
          }
        }
      }
    }
    scores.put(asked, found);
    Fit whole = fit(cases, files, features);
    if (asked.question() != null) {
      write(asked.question(), whole, words);
    }
    double[] highest = new double[found.length];
    for (int r = 0; r < found.length; r++) {
      highest[r] = highest(found[r]);
    }
    out.printf(
        Locale.ROOT,
        "%-21s files for yes %4d, for no %5d, signs used %4d; release: area %.3f, accuracy %.3f%n",
        asked.title(),
        cases.stream().filter(Case::yes).count(),
        cases.stream().filter(c -> !c.yes).count(),
        Arrays.stream(whole.weights()).filter(w -> Math.abs(w) >= LEAST_WEIGHT).count(),
        area(asked, highest),
        accuracy(asked, r -> highest[r] > 0, false));
    out.flush();
  }

  private static double highest(double[] scores) {
    return Arrays.stream(scores).max().orElse(LEAST);
  }

  private static Fit fit(List<Case> cases, List<int[][]> files, int features) {
    return Fit.sparse(
        cases.stream().map(c -> files.get(c.release)[c.file]).toList(),
        cases.stream().map(Case::yes).toList(),
        features);
  }

  private void write(Question question, Fit fit, String[] words) {
    lines.add(String.format(Locale.ROOT, "BASE\t%s\t%.3f", question, fit.base()));
    Map<String, Double> sorted = new TreeMap<>();
    for (int i = 0; i < words.length; i++) {
      if (Math.abs(fit.weights()[i]) >= LEAST_WEIGHT) {
        sorted.put(words[i], fit.weights()[i]);
      }
    }
    sorted.forEach((sign, weight) ->
        lines.add(String.format(Locale.ROOT, "SIGN\t%s\t%s\t%.3f", sign, question, weight)));
  }

  /// The rules' first answers and the highest score of a file, out of what was learned from other
  /// publishers: what each adds.
  private void join(Asked asked) {
    List<double[]> figures = new ArrayList<>();
    List<Boolean> answers = new ArrayList<>();
    for (int r = 0; r < releases.size(); r++) {
      figures.add(figures(asked, r));
      answers.add(releases.get(r).present(asked));
    }
    double[] sums = new double[4];
    int rounds = 4;
    for (int round = 0; round < rounds; round++) {
      int[] of = folds(SEED + 1 + round, 10);
      boolean[] joined = new boolean[releases.size()];
      for (int fold = 0; fold < 10; fold++) {
        List<double[]> x = new ArrayList<>();
        List<Boolean> y = new ArrayList<>();
        for (int r = 0; r < releases.size(); r++) {
          if (of[r] != fold) {
            x.add(figures.get(r));
            y.add(answers.get(r));
          }
        }
        Fit fit = Fit.dense(x, y);
        for (int r = 0; r < releases.size(); r++) {
          if (of[r] == fold) {
            joined[r] = figures.get(r)[0] > 0 || figures.get(r)[1] >= from(fit);
          }
        }
      }
      sums[0] += accuracy(asked, r -> figures.get(r)[0] > 0, false);
      sums[1] += accuracy(asked, r -> joined[r], false);
      sums[2] += accuracy(asked, r -> figures.get(r)[0] > 0, true);
      sums[3] += accuracy(asked, r -> joined[r], true);
    }
    Fit whole = Fit.dense(figures, answers);
    if (asked.question() != null) {
      lines.add(String.format(Locale.ROOT, "FROM\t%s\t%.3f", asked.question(), from(whole)));
    }
    out.printf(
        Locale.ROOT,
        "%-21s first answers of the rules %.3f, joined %.3f; sure ones %.3f, joined %.3f%n",
        asked.title(),
        sums[0] / rounds,
        sums[1] / rounds,
        sums[2] / rounds,
        sums[3] / rounds);
  }

  /// The score from which the odds are high enough where the rules say no. Words that speak against
  /// what a rule saw were right no more often than the rule, and are not asked.
  private static double from(Fit fit) {
    return (Math.log(ODDS) - fit.base()) / fit.weights()[1];
  }

  private double[] figures(Asked asked, int r) {
    boolean rules =
        "true".equals(first.getOrDefault(releases.get(r).id(), Map.of()).get(asked.column()));
    double file = highest(scores.getOrDefault(asked, new double[0][])[r]);
    return new double[] {rules ? 1 : 0, Math.clamp(file, -BOUND, BOUND)};
  }

  private interface Answer {
    boolean yes(int release);
  }

  private double accuracy(Asked asked, Answer answer, boolean sure) {
    int n = 0;
    int right = 0;
    for (int r = 0; r < releases.size(); r++) {
      if (!sure || releases.get(r).sure(asked)) {
        n++;
        right += answer.yes(r) == releases.get(r).present(asked) ? 1 : 0;
      }
    }
    return (double) right / n;
  }

  /// The share of pairs of a release that has the part and one that has not in which the first
  /// scores higher.
  private double area(Asked asked, double[] highest) {
    double won = 0;
    long pairs = 0;
    for (int a = 0; a < releases.size(); a++) {
      for (int b = 0; b < releases.size(); b++) {
        if (releases.get(a).present(asked) && !releases.get(b).present(asked)) {
          pairs++;
          won += highest[a] > highest[b] ? 1 : highest[a] == highest[b] ? 0.5 : 0;
        }
      }
    }
    return won / pairs;
  }

  private List<String> table() {
    List<String> all = new ArrayList<>();
    all.add(
        "# Made by bench/learn from "
            + releases.size()
            + " labelled releases of "
            + releases.stream().map(Labelled::owner).distinct().count()
            + " publishers; not edited by hand (decision 0817).");
    all.addAll(lines);
    return all;
  }
}
