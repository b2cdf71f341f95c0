import java.util.Arrays;

/// Products of matrices, written so that every machine adds in the same order. The inner loops add
/// to each element of a row on its own: a compiler may do eight elements at once, and no bit
/// changes. There is no fused multiply-add and no sum across lanes, which would.
final class Matrices {
  private Matrices() {}

  /// `out[t] = sum over k of a[t][k] * b[k]` for the first `rows` rows.
  static void multiply(float[][] out, float[][] a, float[][] b, int rows) {
    for (int t = 0; t < rows; t++) {
      Arrays.fill(out[t], 0);
    }
    addMultiply(out, a, b, rows);
  }

  /// `out[t] += sum over k of a[t][k] * b[k]` for the first `rows` rows.
  static void addMultiply(float[][] out, float[][] a, float[][] b, int rows) {
    for (int t = 0; t < rows; t++) {
      float[] row = a[t];
      int k = 0;
      for (; k + 4 <= b.length; k += 4) {
        add(out[t], row[k], b[k], row[k + 1], b[k + 1], row[k + 2], b[k + 2], row[k + 3], b[k + 3]);
      }
      for (; k < b.length; k++) {
        add(out[t], row[k], b[k]);
      }
    }
  }

  /// `out[o] += sum over t of a[t][o] * b[t]` for the first `rows` rows of `a` and `b`.
  static void addTransposed(float[][] out, float[][] a, float[][] b, int rows) {
    for (int o = 0; o < out.length; o++) {
      int t = 0;
      for (; t + 4 <= rows; t += 4) {
        add(
            out[o],
            a[t][o],
            b[t],
            a[t + 1][o],
            b[t + 1],
            a[t + 2][o],
            b[t + 2],
            a[t + 3][o],
            b[t + 3]);
      }
      for (; t < rows; t++) {
        add(out[o], a[t][o], b[t]);
      }
    }
  }

  /// `y += a x`.
  static void add(float[] y, float a, float[] x) {
    for (int i = 0; i < y.length; i++) {
      y[i] += a * x[i];
    }
  }

  private static void add(
      float[] y, float a, float[] p, float b, float[] q, float c, float[] r, float d, float[] s) {
    for (int i = 0; i < y.length; i++) {
      y[i] += (a * p[i] + b * q[i]) + (c * r[i] + d * s[i]);
    }
  }

  static void addRows(float[][] to, float[][] from) {
    for (int i = 0; i < to.length; i++) {
      add(to[i], 1, from[i]);
    }
  }

  static void transpose(float[][] from, float[][] to) {
    for (int i = 0; i < from.length; i++) {
      for (int j = 0; j < to.length; j++) {
        to[j][i] = from[i][j];
      }
    }
  }
}
