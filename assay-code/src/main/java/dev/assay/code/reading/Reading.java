package dev.assay.code.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the words of a source say.
public final class Reading {
  static final int NOT_SEEN = Integer.MIN_VALUE;

  private final WordWeights table;

  /// For each sign of the table where it was first seen, -1 for one of the path.
  private final int[] places;

  Reading(WordWeights table, int[] places) {
    this.table = table;
    this.places = places;
  }

  /// The logarithm of the odds that the answer is yes, by words alone.
  public double score(Question question) {
    return table.score(question, places);
  }

  /// The same for all questions, in their order.
  public double[] scores() {
    return table.scores(places);
  }

  /// The lines whose signs together speak most for yes, the strongest first.
  ///
  /// @param code what was read
  /// @return for each line the offset of its strongest sign
  public List<Integer> tellingPlaces(Question question, String code) {
    Map<Integer, Double> sums = new HashMap<>();
    Map<Integer, Integer> strongest = new HashMap<>();
    for (int i = 0; i < places.length; i++) {
      int sign = i;
      double weight = table.weight(question, i);
      if (places[i] >= 0 && weight > 0) {
        int line = code.lastIndexOf('\n', places[i]);
        sums.merge(line, weight, Double::sum);
        strongest.merge(
            line, i, (a, b) -> table.weight(question, a) >= table.weight(question, sign) ? a : b);
      }
    }
    return sums.entrySet().stream()
        .sorted((a, b) ->
            a.getValue().equals(b.getValue())
                ? Integer.compare(a.getKey(), b.getKey())
                : Double.compare(b.getValue(), a.getValue()))
        .map(e -> places[strongest.getOrDefault(e.getKey(), 0)])
        .toList();
  }
}
