package dev.assay.bench;

import java.util.Locale;

/// Agreement of two answers to a yes-or-no question, ours and the label's.
record Counts(int bothYes, int onlyOurs, int onlyLabel, int bothNo) {

  static final Counts NONE = new Counts(0, 0, 0, 0);

  Counts with(boolean ours, boolean label) {
    return new Counts(
        bothYes + (ours && label ? 1 : 0),
        onlyOurs + (ours && !label ? 1 : 0),
        onlyLabel + (!ours && label ? 1 : 0),
        bothNo + (!ours && !label ? 1 : 0));
  }

  /// These and those.
  Counts and(Counts other) {
    return new Counts(
        bothYes + other.bothYes,
        onlyOurs + other.onlyOurs,
        onlyLabel + other.onlyLabel,
        bothNo + other.bothNo);
  }

  int all() {
    return bothYes + onlyOurs + onlyLabel + bothNo;
  }

  double accuracy() {
    return (double) (bothYes + bothNo) / all();
  }

  /// Of what we call present, the share that the label calls present.
  double precision() {
    return (double) bothYes / (bothYes + onlyOurs);
  }

  /// Of what the label calls present, the share that we call present.
  double recall() {
    return (double) bothYes / (bothYes + onlyLabel);
  }

  /// Cohen's kappa: agreement beyond what the two would reach by chance.
  double kappa() {
    double n = all();
    double yes = (bothYes + onlyOurs) / n * ((bothYes + onlyLabel) / n);
    double no = (bothNo + onlyLabel) / n * ((bothNo + onlyOurs) / n);
    double chance = yes + no;
    return chance >= 1 ? Double.NaN : (accuracy() - chance) / (1 - chance);
  }

  /// A figure, or a dash where there is nothing to divide by.
  static String show(double figure) {
    return Double.isNaN(figure) ? "   -" : String.format(Locale.ROOT, "%.2f", figure);
  }
}
