package dev.assay.code.reading;

import dev.assay.code.reading.Sign.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The weights of signs: for each question the logarithm of the odds that each sign adds to those
/// of a source. They were learned by `bench/learn` from releases that people labelled; the file
/// says from how many (decision 0817).
///
/// A line of the file is `SIGN kind word question weight`, `BASE question weight` for what a source
/// without signs has, or `FROM question score` for the score from which a file is the part where no
/// rule saw it; all by tabs.
public final class WordWeights {
  private static final Question[] QUESTIONS = Question.values();

  private final Map<Kind, Map<String, Integer>> signs = new EnumMap<>(Kind.class);
  private final double[][] weights;

  /// Whether any sign of the table has a slot: most words of sources have none.
  private final boolean[] may = new boolean[1 << SLOTS_LOG];

  private final double[] base = new double[QUESTIONS.length];
  private final double[] from = new double[QUESTIONS.length];

  /// A table of the lines of a file.
  ///
  /// @throws IllegalArgumentException where a line is none of the three kinds
  public static WordWeights of(List<String> lines) {
    return new WordWeights(lines);
  }

  private WordWeights(List<String> lines) {
    for (Kind kind : Kind.values()) {
      signs.put(kind, new HashMap<>());
    }
    Arrays.fill(from, Double.POSITIVE_INFINITY);
    double[][] found = new double[lines.size()][];
    int n = 0;
    for (String line : lines) {
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String[] cells = line.split("\t", -1);
      switch (cells[0]) {
        case "SIGN" -> {
          Map<String, Integer> words = words(Kind.valueOf(cells[1]));
          Integer known = words.get(cells[2]);
          if (known == null) {
            known = n++;
            found[known] = new double[QUESTIONS.length];
            words.put(cells[2], known);
          }
          found[known][Question.valueOf(cells[3]).ordinal()] = Double.parseDouble(cells[4]);
        }
        case "BASE" -> base[Question.valueOf(cells[1]).ordinal()] = Double.parseDouble(cells[2]);
        case "FROM" -> from[Question.valueOf(cells[1]).ordinal()] = Double.parseDouble(cells[2]);
        default -> throw new IllegalArgumentException("no line of weights: " + line);
      }
    }
    weights = Arrays.copyOf(found, n);
    signs.forEach(
        (kind, words) -> words.keySet().forEach(w -> may[slot(kind, w.hashCode())] = true));
  }

  /// Where a sign may stand among those that are asked for.
  private static int slot(Kind kind, int hash) {
    int mixed = (hash + 31 * kind.ordinal()) * 0x9E3779B9;
    return mixed >>> 32 - SLOTS_LOG;
  }

  private static final int SLOTS_LOG = 14;

  private Map<String, Integer> words(Kind kind) {
    return signs.getOrDefault(kind, Map.of());
  }

  private static final class BuiltIn {
    static final WordWeights TABLE = load();

    private static WordWeights load() {
      try (InputStream in = WordWeights.class.getResourceAsStream("word-weights.tsv")) {
        if (in == null) {
          throw new IllegalStateException("word-weights.tsv is not in the jar");
        }
        return of(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// The table that is delivered; read when it is first asked for.
  public static WordWeights builtIn() {
    return BuiltIn.TABLE;
  }

  /// The score from which a file is the part that a question asks for, where no rule saw it.
  public double from(Question question) {
    return from[question.ordinal()];
  }

  /// What a source reads like.
  ///
  /// @param path from the root of the release
  /// @param code the source; for a notebook its cells
  public Reading read(String path, String code) {
    var places = new int[weights.length];
    Arrays.fill(places, Reading.NOT_SEEN);
    Signs.of(
        path,
        code,
        (kind, hash) -> may[slot(kind, hash)],
        (kind, word, offset) -> {
          Integer sign = words(kind).get(word);
          if (sign != null && places[sign] == Reading.NOT_SEEN) {
            places[sign] = offset;
          }
        });
    return new Reading(this, places);
  }

  double score(Question question, int[] places) {
    int q = question.ordinal();
    double sum = base[q];
    for (int i = 0; i < places.length; i++) {
      if (places[i] != Reading.NOT_SEEN) {
        sum += weights[i][q];
      }
    }
    return sum;
  }

  double[] scores(int[] places) {
    double[] sums = base.clone();
    for (int i = 0; i < places.length; i++) {
      if (places[i] != Reading.NOT_SEEN) {
        for (int q = 0; q < sums.length; q++) {
          sums[q] += weights[i][q];
        }
      }
    }
    return sums;
  }

  double weight(Question question, int sign) {
    return weights[sign][question.ordinal()];
  }
}
