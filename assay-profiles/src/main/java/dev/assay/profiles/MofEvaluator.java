package dev.assay.profiles;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The Model Openness Framework's classes, by the rules of its own tool (frameworks.md 1.3, read
/// from the tool at 8b5d30e): classes are cumulative, a component counts when it is released under
/// an open licence, a research paper stands in for the technical report.
final class MofEvaluator {
  private static final String REPORT = "Technical report";
  private static final String PAPER = "Research paper";

  private MofEvaluator() {}

  /// One component of the framework.
  ///
  /// @param name its name in the framework
  /// @param group the class that first asks for it, 3 (widest) to 1
  /// @param required whether the class needs it
  /// @param type `code`, `data` or `document`: which kind of licence fits
  record Part(String name, int group, boolean required, String type) {}

  /// What a component counts as.
  enum Status {
    /// Released, under an open licence.
    INCLUDED,
    /// Released, with no licence.
    UNLICENSED,
    /// Released, under a licence that is not open.
    INVALID,
    /// Not released.
    MISSING
  }

  /// The class and the way to it.
  ///
  /// @param group 1, 2, 3, or 0 for none
  /// @param progress per cent for each class
  record Result(int group, Map<Integer, Double> progress) {
    String words() {
      return words(group);
    }

    static String words(int group) {
      return switch (group) {
        case 1 -> "Class I (Open Science)";
        case 2 -> "Class II (Open Tooling)";
        case 3 -> "Class III (Open Model)";
        default -> "unclassified";
      };
    }
  }

  /// @param parts the framework's components
  /// @param statuses what each counts as, by name; one not named is missing
  static Result evaluate(List<Part> parts, Map<String, Status> statuses) {
    var included = new LinkedHashMap<Integer, Integer>();
    boolean stands = paperStandsIn(statuses);
    for (int k = 3; k >= 1; k--) {
      int n = 0;
      for (Part p : parts) {
        boolean asked = p.required && p.group >= k;
        if (stands && p.name.equals(REPORT)) {
          asked = false;
        } else if (stands && p.name.equals(PAPER)) {
          asked = true;
        }
        if (asked && status(statuses, p.name) == Status.INCLUDED) {
          n++;
        }
      }
      included.put(k, n);
    }
    var progress = new TreeMap<Integer, Double>();
    for (int k = 3; k >= 1; k--) {
      progress.put(k, progress(parts, included, k, stands));
    }
    int group = 0;
    for (int k = 1; k <= 3 && group == 0; k++) {
      group = Optional.ofNullable(progress.get(k)).orElse(0.0) == 100.0 ? k : 0;
    }
    return new Result(group, progress);
  }

  /// A cliff: as long as a wider class is not complete, a narrower one has made no progress.
  private static double progress(
      List<Part> parts, Map<Integer, Integer> included, int k, boolean stands) {
    int total = 0;
    int have = 0;
    for (int i = 3; i >= k; i--) {
      int group = i;
      total += (int) parts.stream().filter(p -> p.required && p.group == group).count();
      // The paper is asked for in class I anyway: standing in for the report, it is one fewer.
      int asked = i == 1 && stands ? total - 1 : total;
      have = Optional.ofNullable(included.get(i)).orElse(0);
      if (have < asked) {
        return i > k ? 0 : 100.0 * have / asked;
      }
      if (i == k) {
        return Math.min(100.0, 100.0 * have / asked);
      }
    }
    return 0;
  }

  private static boolean paperStandsIn(Map<String, Status> statuses) {
    return status(statuses, REPORT) != Status.INCLUDED && status(statuses, PAPER) != Status.MISSING;
  }

  private static Status status(Map<String, Status> statuses, String name) {
    return statuses.getOrDefault(name, Status.MISSING);
  }
}
