package dev.assay.bench;

import dev.assay.model.Assessment;
import dev.assay.model.Component;
import dev.assay.model.Finding;
import dev.assay.model.Qualifier;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/// Training data in three states, as people label it: available, only described, or neither.
final class DataStates {
  private static final List<String> NAMES = List.of("available", "described", "absent");

  private final int[][] table = new int[3][3];
  private final List<String> wrong = new ArrayList<>();

  void add(String id, String label, Assessment assessment) {
    int theirs =
        switch (label) {
          case "present-open", "present-restricted", "linked" -> 0;
          case "described-only" -> 1;
          default -> 2;
        };
    int ours =
        Math.min(
            state(assessment.finding(Component.TRAINING_DATA)),
            state(assessment.finding(Component.POST_TRAINING_DATA)));
    table[theirs][ours]++;
    if (theirs != ours) {
      wrong.add(id + " (label " + NAMES.get(theirs) + ", Assay " + NAMES.get(ours) + ")");
    }
  }

  private static int state(Finding f) {
    if (f.qualifiers().contains(Qualifier.OF_BASE)) {
      return 2;
    }
    return switch (f.state()) {
      case PRESENT, LINKED -> 0;
      case DESCRIBED, PROMISED -> 1;
      case ABSENT, UNDECIDABLE -> 2;
    };
  }

  void print(PrintWriter out) {
    int all = 0;
    for (int[] row : table) {
      for (int n : row) {
        all += n;
      }
    }
    if (all == 0) {
      return;
    }
    int right = table[0][0] + table[1][1] + table[2][2];
    out.println();
    out.printf(
        "Training data available, described or absent: %d of %d (%.2f), labels corrected.%n",
        right, all, (double) right / all);
    out.println("  label       Assay: available  described  absent");
    for (int i = 0; i < 3; i++) {
      out.printf("  %-18s %9d  %9d  %6d%n", NAMES.get(i), table[i][0], table[i][1], table[i][2]);
    }
    wrong.forEach(w -> out.println("  " + w));
  }
}
