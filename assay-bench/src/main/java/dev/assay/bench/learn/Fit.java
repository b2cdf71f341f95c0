package dev.assay.bench.learn;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.List;

/// Logistic regression (liblinear), with weights and a base in logarithms of odds.
///
/// @param weights one for each feature
record Fit(double[] weights, double base) {

  /// Fits weights of which most are zero (L1) to sets of signs.
  ///
  /// @param sets the numbers of the features that each case has, ascending
  static Fit sparse(List<int[]> sets, List<Boolean> answers, int features) {
    Feature[][] x = new Feature[sets.size()][];
    for (int i = 0; i < x.length; i++) {
      int[] set = sets.get(i);
      x[i] = new Feature[set.length + 1];
      for (int k = 0; k < set.length; k++) {
        x[i][k] = new FeatureNode(set[k] + 1, 1);
      }
      x[i][set.length] = new FeatureNode(features + 1, 1);
    }
    return fit(x, answers, features, SolverType.L1R_LR);
  }

  /// Fits weights to a few figures of each case (L2).
  static Fit dense(List<double[]> cases, List<Boolean> answers) {
    int features = cases.getFirst().length;
    Feature[][] x = new Feature[cases.size()][features + 1];
    for (int i = 0; i < x.length; i++) {
      for (int k = 0; k < features; k++) {
        x[i][k] = new FeatureNode(k + 1, cases.get(i)[k]);
      }
      x[i][features] = new FeatureNode(features + 1, 1);
    }
    return fit(x, answers, features, SolverType.L2R_LR);
  }

  private static Fit fit(Feature[][] x, List<Boolean> answers, int features, SolverType solver) {
    var problem = new Problem();
    problem.l = x.length;
    problem.n = features + 1;
    problem.x = x;
    problem.bias = 1;
    problem.y = answers.stream().mapToDouble(a -> a ? 1 : 0).toArray();
    Linear.resetRandom();
    Linear.disableDebugOutput();
    Model model = Linear.train(problem, new Parameter(solver, 1, 0.001));
    double[] w = model.getFeatureWeights();
    // The weights are for the class of the first case.
    double sign = model.getLabels()[0] == 1 ? 1 : -1;
    double[] weights = new double[features];
    for (int i = 0; i < features; i++) {
      weights[i] = sign * w[i];
    }
    return new Fit(weights, sign * w[features]);
  }

  double score(int[] set) {
    double sum = base;
    for (int s : set) {
      sum += s < weights.length ? weights[s] : 0;
    }
    return sum;
  }

  double score(double[] figures) {
    double sum = base;
    for (int i = 0; i < figures.length; i++) {
      sum += weights[i] * figures[i];
    }
    return sum;
  }
}
