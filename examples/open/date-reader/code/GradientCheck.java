import java.util.List;

/// Compares the gradients that {@link Model} works out with those measured by moving one weight at a
/// time, and fails where they do not agree:
///
///     java code/GradientCheck.java
public final class GradientCheck {
  private static final float STEP = 5e-3f;
  private static final int CHECKS_EACH = 6;

  public static void main(String[] arguments) {
    Config config = new Config(Vocabulary.size(), 16, 2, 2, 24, 56);
    SplitMix64 random = new SplitMix64(7);
    Weights weights = Weights.random(config, random);
    Model model = new Model(config, weights);
    Model.Pass pass = model.new Pass();
    Weights gradients = new Weights(config);
    Pairs pair = new Pairs("the 3rd of march 2021", "2021-03-03");
    loss(pass, pair, gradients);
    int checked = 0;
    double worst = 0;
    for (int k = 0; k < weights.tensors.size(); k++) {
      Weights.Tensor tensor = weights.tensors.get(k);
      for (int i = 0; i < CHECKS_EACH; i++) {
        float[] row = tensor.rows()[random.below(tensor.rows().length)];
        int column = random.below(row.length);
        int rowNumber = List.of(tensor.rows()).indexOf(row);
        float kept = row[column];
        row[column] = kept + STEP;
        model.weightsChanged();
        double above = loss(pass, pair, new Weights(config));
        row[column] = kept - STEP;
        model.weightsChanged();
        double below = loss(pass, pair, new Weights(config));
        row[column] = kept;
        model.weightsChanged();
        double measured = (above - below) / (2 * STEP);
        double worked = gradients.tensors.get(k).rows()[rowNumber][column];
        double off =
            Math.abs(measured - worked) / Math.max(0.05, Math.abs(worked) + Math.abs(measured));
        worst = Math.max(worst, off);
        checked++;
        if (off > 0.05) {
          System.err.printf("%s: worked out %g, measured %g%n", tensor.name(), worked, measured);
          System.exit(1);
        }
      }
    }
    System.out.printf(
        "%d gradients agree; the largest relative difference is %.4f%n", checked, worst);
  }

  private static double loss(Model.Pass pass, Pairs pair, Weights gradients) {
    int[] tokens = pair.tokens();
    return pass.backward(tokens, tokens.length, pair.answerAt(), gradients);
  }
}
