import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The network: a decoder-only transformer with RMS norms before each sublayer, rotary positions, a
/// feed-forward network with ReLU, and the embedding shared with the output. Weights are shared by
/// all threads; each thread has its own {@link Pass}.
final class Model {
  private static final float EPSILON = 1e-5f;

  final Config config;
  final Weights weights;

  /// The same matrices with one row for each input, which the forward pass reads in order.
  private final Weights.Block[] transposed;

  private final float[][] cos;
  private final float[][] sin;

  Model(Config config, Weights weights) {
    this.config = config;
    this.weights = weights;
    int h = config.hidden();
    int f = config.feedForward();
    transposed = new Weights.Block[config.layers()];
    for (int i = 0; i < transposed.length; i++) {
      transposed[i] =
          new Weights.Block(
              new float[0],
              new float[h][h],
              new float[h][h],
              new float[h][h],
              new float[h][h],
              new float[0],
              new float[h][f],
              new float[f][h]);
    }
    int pairs = config.headSize() / 2;
    cos = new float[config.context()][pairs];
    sin = new float[config.context()][pairs];
    for (int t = 0; t < config.context(); t++) {
      for (int i = 0; i < pairs; i++) {
        // StrictMath, not Math: the same last bit everywhere.
        double angle = t * StrictMath.pow(10_000, -(double) i / pairs);
        cos[t][i] = (float) StrictMath.cos(angle);
        sin[t][i] = (float) StrictMath.sin(angle);
      }
    }
    weightsChanged();
  }

  /// To be called after the weights were changed.
  void weightsChanged() {
    for (int i = 0; i < transposed.length; i++) {
      Weights.Block from = weights.blocks.get(i);
      Weights.Block to = transposed[i];
      Matrices.transpose(from.query(), to.query());
      Matrices.transpose(from.key(), to.key());
      Matrices.transpose(from.value(), to.value());
      Matrices.transpose(from.output(), to.output());
      Matrices.transpose(from.up(), to.up());
      Matrices.transpose(from.down(), to.down());
    }
  }

  /// What one block keeps of a forward pass for the way back.
  private final class BlockPass {
    final float[][] in = rows(config.hidden());
    final float[][] normed = rows(config.hidden());
    final float[] scale = new float[config.context()];
    final float[][] query = rows(config.hidden());
    final float[][] key = rows(config.hidden());
    final float[][] value = rows(config.hidden());
    final float[][][] attention = new float[config.heads()][][];
    final float[][] mixed = rows(config.hidden());
    final float[][] middle = rows(config.hidden());
    final float[][] normed2 = rows(config.hidden());
    final float[] scale2 = new float[config.context()];
    final float[][] up = rows(config.feedForward());

    BlockPass() {
      for (int h = 0; h < config.heads(); h++) {
        attention[h] = rows(config.context());
      }
    }
  }

  private float[][] rows(int width) {
    return new float[config.context()][width];
  }

  /// One sequence through the network, forward and back. Holds its memory; for one thread.
  final class Pass {
    private final List<BlockPass> blocks = new ArrayList<>();
    private final float[][] out = rows(config.hidden());
    private final float[][] normed = rows(config.hidden());
    private final float[] scale = new float[config.context()];
    private final float[][] dStream = rows(config.hidden());
    private final float[][] dNormed = rows(config.hidden());
    private final float[][] dMixed = rows(config.hidden());
    private final float[][] dQuery = rows(config.hidden());
    private final float[][] dKey = rows(config.hidden());
    private final float[][] dValue = rows(config.hidden());
    private final float[][] dUp = rows(config.feedForward());
    private final float[] dAttention = new float[config.context()];
    private final float[] logits = new float[config.vocabulary()];

    Pass() {
      for (int i = 0; i < config.layers(); i++) {
        blocks.add(new BlockPass());
      }
    }

    /// The scores of each character to stand after `tokens[at]`.
    float[] logits(int at) {
      for (int v = 0; v < logits.length; v++) {
        logits[v] = dot(weights.embedding[v], normed[at]);
      }
      return logits;
    }

    /// Runs the first `n` tokens forward.
    void forward(int[] tokens, int n) {
      float[][] stream = blocks.getFirst().in;
      for (int t = 0; t < n; t++) {
        System.arraycopy(weights.embedding[tokens[t]], 0, stream[t], 0, config.hidden());
      }
      for (int i = 0; i < blocks.size(); i++) {
        float[][] next = i + 1 < blocks.size() ? blocks.get(i + 1).in : out;
        forward(weights.blocks.get(i), transposed[i], blocks.get(i), next, n);
      }
      norm(out, weights.finalNorm, normed, scale, n);
    }

    private void forward(
        Weights.Block w, Weights.Block transposed, BlockPass b, float[][] next, int n) {
      norm(b.in, w.attentionNorm(), b.normed, b.scale, n);
      Matrices.multiply(b.query, b.normed, transposed.query(), n);
      Matrices.multiply(b.key, b.normed, transposed.key(), n);
      Matrices.multiply(b.value, b.normed, transposed.value(), n);
      rotate(b.query, n, 1);
      rotate(b.key, n, 1);
      attend(b, n);
      copy(b.in, b.middle, n);
      Matrices.addMultiply(b.middle, b.mixed, transposed.output(), n);
      norm(b.middle, w.feedForwardNorm(), b.normed2, b.scale2, n);
      Matrices.multiply(b.up, b.normed2, transposed.up(), n);
      for (int t = 0; t < n; t++) {
        for (int i = 0; i < config.feedForward(); i++) {
          b.up[t][i] = Math.max(0, b.up[t][i]);
        }
      }
      copy(b.middle, next, n);
      Matrices.addMultiply(next, b.up, transposed.down(), n);
    }

    /// Each position looks at itself and at those before it.
    private void attend(BlockPass b, int n) {
      int size = config.headSize();
      float sharpness = (float) (1 / Math.sqrt(size));
      for (int h = 0; h < config.heads(); h++) {
        int from = h * size;
        for (int t = 0; t < n; t++) {
          float[] a = b.attention[h][t];
          float most = Float.NEGATIVE_INFINITY;
          for (int s = 0; s <= t; s++) {
            a[s] = sharpness * dot(b.query[t], b.key[s], from, size);
            most = Math.max(most, a[s]);
          }
          softmax(a, t + 1, most);
          float[] mixed = b.mixed[t];
          Arrays.fill(mixed, from, from + size, 0);
          for (int s = 0; s <= t; s++) {
            for (int i = from; i < from + size; i++) {
              mixed[i] += a[s] * b.value[s][i];
            }
          }
        }
      }
    }

    /// Adds the gradients for one sequence and gives its loss: the mean cross entropy, in nats, of
    /// each character after position `answerAt`.
    float backward(int[] tokens, int n, int answerAt, Weights gradients) {
      forward(tokens, n - 1);
      int steps = n - 1;
      for (int t = 0; t < steps; t++) {
        Arrays.fill(dNormed[t], 0);
      }
      float loss = 0;
      float share = 1f / (steps - answerAt);
      for (int t = answerAt; t < steps; t++) {
        float[] p = logits(t);
        float most = Float.NEGATIVE_INFINITY;
        for (float score : p) {
          most = Math.max(most, score);
        }
        softmax(p, p.length, most);
        int target = tokens[t + 1];
        loss -= (float) StrictMath.log(Math.max(p[target], 1e-30f)) * share;
        p[target] -= 1;
        for (int v = 0; v < p.length; v++) {
          float d = p[v] * share;
          Matrices.add(dNormed[t], d, weights.embedding[v]);
          Matrices.add(gradients.embedding[v], d, normed[t]);
        }
      }
      for (int t = 0; t < steps; t++) {
        Arrays.fill(dStream[t], 0);
      }
      normBack(out, weights.finalNorm, scale, dNormed, dStream, gradients.finalNorm, steps);
      for (int i = blocks.size() - 1; i >= 0; i--) {
        backward(weights.blocks.get(i), blocks.get(i), gradients.blocks.get(i), steps);
      }
      for (int t = 0; t < steps; t++) {
        Matrices.add(gradients.embedding[tokens[t]], 1, dStream[t]);
      }
      return loss;
    }

    private void backward(Weights.Block w, BlockPass b, Weights.Block g, int n) {
      // Feed-forward network.
      Matrices.multiply(dUp, dStream, w.down(), n);
      Matrices.addTransposed(g.down(), dStream, b.up, n);
      for (int t = 0; t < n; t++) {
        for (int i = 0; i < config.feedForward(); i++) {
          dUp[t][i] = b.up[t][i] > 0 ? dUp[t][i] : 0;
        }
      }
      Matrices.multiply(dNormed, dUp, w.up(), n);
      Matrices.addTransposed(g.up(), dUp, b.normed2, n);
      normBack(b.middle, w.feedForwardNorm(), b.scale2, dNormed, dStream, g.feedForwardNorm(), n);
      // Attention.
      Matrices.multiply(dMixed, dStream, w.output(), n);
      Matrices.addTransposed(g.output(), dStream, b.mixed, n);
      attendBack(b, n);
      rotate(dQuery, n, -1);
      rotate(dKey, n, -1);
      Matrices.multiply(dNormed, dQuery, w.query(), n);
      Matrices.addMultiply(dNormed, dKey, w.key(), n);
      Matrices.addMultiply(dNormed, dValue, w.value(), n);
      Matrices.addTransposed(g.query(), dQuery, b.normed, n);
      Matrices.addTransposed(g.key(), dKey, b.normed, n);
      Matrices.addTransposed(g.value(), dValue, b.normed, n);
      normBack(b.in, w.attentionNorm(), b.scale, dNormed, dStream, g.attentionNorm(), n);
    }

    private void attendBack(BlockPass b, int n) {
      int size = config.headSize();
      float sharpness = (float) (1 / Math.sqrt(size));
      for (int t = 0; t < n; t++) {
        Arrays.fill(dQuery[t], 0);
        Arrays.fill(dKey[t], 0);
        Arrays.fill(dValue[t], 0);
      }
      for (int h = 0; h < config.heads(); h++) {
        int from = h * size;
        for (int t = 0; t < n; t++) {
          float[] a = b.attention[h][t];
          float mean = 0;
          for (int s = 0; s <= t; s++) {
            dAttention[s] = dot(dMixed[t], b.value[s], from, size);
            mean += a[s] * dAttention[s];
          }
          for (int s = 0; s <= t; s++) {
            float d = a[s] * (dAttention[s] - mean) * sharpness;
            for (int i = from; i < from + size; i++) {
              dValue[s][i] += a[s] * dMixed[t][i];
              dQuery[t][i] += d * b.key[s][i];
              dKey[s][i] += d * b.query[t][i];
            }
          }
        }
      }
    }
  }

  private static float dot(float[] x, float[] y) {
    return dot(x, y, 0, x.length);
  }

  private static float dot(float[] x, float[] y, int from, int size) {
    float sum = 0;
    for (int i = from; i < from + size; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  private static void softmax(float[] a, int n, float most) {
    float sum = 0;
    for (int s = 0; s < n; s++) {
      a[s] = (float) StrictMath.exp(a[s] - most);
      sum += a[s];
    }
    for (int s = 0; s < n; s++) {
      a[s] /= sum;
    }
  }

  private static void copy(float[][] from, float[][] to, int n) {
    for (int t = 0; t < n; t++) {
      System.arraycopy(from[t], 0, to[t], 0, from[t].length);
    }
  }

  private static void norm(float[][] in, float[] gain, float[][] out, float[] scale, int n) {
    for (int t = 0; t < n; t++) {
      scale[t] = (float) (1 / Math.sqrt(dot(in[t], in[t]) / gain.length + EPSILON));
      for (int i = 0; i < gain.length; i++) {
        out[t][i] = in[t][i] * scale[t] * gain[i];
      }
    }
  }

  /// Adds to `dIn` and `dGain` what flows back through a norm.
  private static void normBack(
      float[][] in,
      float[] gain,
      float[] scale,
      float[][] dOut,
      float[][] dIn,
      float[] dGain,
      int n) {
    for (int t = 0; t < n; t++) {
      float mean = 0;
      for (int i = 0; i < gain.length; i++) {
        mean += dOut[t][i] * gain[i] * in[t][i];
        dGain[i] += dOut[t][i] * in[t][i] * scale[t];
      }
      mean *= scale[t] * scale[t] / gain.length;
      for (int i = 0; i < gain.length; i++) {
        dIn[t][i] += scale[t] * (dOut[t][i] * gain[i] - in[t][i] * mean);
      }
    }
  }

  /// Turns each pair (i, i + half) of each head by its position; `direction` -1 turns back.
  private void rotate(float[][] rows, int n, float direction) {
    int half = config.headSize() / 2;
    for (int t = 0; t < n; t++) {
      for (int h = 0; h < config.heads(); h++) {
        for (int i = 0; i < half; i++) {
          int p = h * config.headSize() + i;
          float x = rows[t][p];
          float y = rows[t][p + half];
          float s = direction * sin[t][i];
          rows[t][p] = x * cos[t][i] - y * s;
          rows[t][p + half] = y * cos[t][i] + x * s;
        }
      }
    }
  }
}
