/// The optimizer: Adam (Kingma and Ba, 2015), with the gradient's norm held to a limit.
final class Adam {
  private static final float BETA_1 = 0.9f;
  private static final float BETA_2 = 0.98f;
  private static final float LIMIT = 1;

  private final Weights weights;
  private final Weights first;
  private final Weights second;
  private double power1 = 1;
  private double power2 = 1;

  Adam(Config config, Weights weights) {
    this.weights = weights;
    first = new Weights(config);
    second = new Weights(config);
  }

  /// Moves the weights one step against the gradients.
  void step(Weights gradients, float learningRate) {
    power1 *= BETA_1;
    power2 *= BETA_2;
    double squares = 0;
    for (Weights.Tensor t : gradients.tensors) {
      for (float[] row : t.rows()) {
        for (float g : row) {
          squares += (double) g * g;
        }
      }
    }
    double norm = Math.sqrt(squares);
    float shrink = norm > LIMIT ? (float) (LIMIT / norm) : 1;
    float rate = (float) (learningRate * Math.sqrt(1 - power2) / (1 - power1));
    for (int k = 0; k < weights.tensors.size(); k++) {
      float[][] w = weights.tensors.get(k).rows();
      float[][] m = first.tensors.get(k).rows();
      float[][] v = second.tensors.get(k).rows();
      float[][] g = gradients.tensors.get(k).rows();
      for (int r = 0; r < w.length; r++) {
        for (int i = 0; i < w[r].length; i++) {
          float d = g[r][i] * shrink;
          m[r][i] = BETA_1 * m[r][i] + (1 - BETA_1) * d;
          v[r][i] = BETA_2 * v[r][i] + (1 - BETA_2) * d * d;
          w[r][i] -= rate * m[r][i] / ((float) Math.sqrt(v[r][i]) + 1e-8f);
        }
      }
    }
  }
}
