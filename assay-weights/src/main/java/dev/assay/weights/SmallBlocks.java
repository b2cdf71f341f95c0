package dev.assay.weights;

/// Blocks of 32 values with one scale d, and for some a least value m. Values of four bits stand in
/// 16 bytes: those in the lower halves are the first 16 values, those in the upper halves the rest.
final class SmallBlocks {
  /// What the 16 codes of IQ4 stand for.
  static final byte[] IQ4 = {
    -127, -104, -83, -65, -49, -35, -22, -10, 1, 13, 25, 38, 53, 69, 89, 113
  };

  /// What the codes of a 4-bit float (E2M1 of OCP's Microscaling formats) stand for.
  private static final float[] E2M1 = {
    0f, 0.5f, 1f, 1.5f, 2f, 3f, 4f, 6f, -0f, -0.5f, -1f, -1.5f, -2f, -3f, -4f, -6f
  };

  private SmallBlocks() {}

  private static float half(byte[] b, int at) {
    return BlockType.half(b, at);
  }

  /// d * (q - 8).
  static void q40(byte[] b, float[] y) {
    float d = half(b, 0);
    for (int j = 0; j < 16; j++) {
      y[j] = d * ((b[2 + j] & 15) - 8);
      y[16 + j] = d * ((b[2 + j] >> 4 & 15) - 8);
    }
  }

  /// d * q + m.
  static void q41(byte[] b, float[] y) {
    float d = half(b, 0);
    float m = half(b, 2);
    for (int j = 0; j < 16; j++) {
      y[j] = d * (b[4 + j] & 15) + m;
      y[16 + j] = d * (b[4 + j] >> 4 & 15) + m;
    }
  }

  /// d * (q - 16), the fifth bits of q in a word of 32.
  static void q50(byte[] b, float[] y) {
    float d = half(b, 0);
    for (int j = 0; j < 16; j++) {
      y[j] = d * ((b[6 + j] & 15 | bit(b, 2, j) << 4) - 16);
      y[16 + j] = d * ((b[6 + j] >> 4 & 15 | bit(b, 2, 16 + j) << 4) - 16);
    }
  }

  /// d * q + m, the fifth bits of q in a word of 32.
  static void q51(byte[] b, float[] y) {
    float d = half(b, 0);
    float m = half(b, 2);
    for (int j = 0; j < 16; j++) {
      y[j] = d * (b[8 + j] & 15 | bit(b, 4, j) << 4) + m;
      y[16 + j] = d * (b[8 + j] >> 4 & 15 | bit(b, 4, 16 + j) << 4) + m;
    }
  }

  private static int bit(byte[] b, int at, int i) {
    return b[at + i / 8] >> i % 8 & 1;
  }

  /// d * q.
  static void q80(byte[] b, float[] y) {
    bytes(b, 2, half(b, 0), y);
  }

  /// d * q; the sum of the values that stands beside d adds nothing.
  static void q81(byte[] b, float[] y) {
    bytes(b, 4, half(b, 0), y);
  }

  private static void bytes(byte[] b, int at, float d, float[] y) {
    for (int j = 0; j < 32; j++) {
      y[j] = d * b[at + j];
    }
  }

  /// d times what the code stands for.
  static void iq4Nl(byte[] b, float[] y) {
    float d = half(b, 0);
    for (int j = 0; j < 16; j++) {
      y[j] = d * IQ4[b[2 + j] & 15];
      y[16 + j] = d * IQ4[b[2 + j] >> 4 & 15];
    }
  }

  /// 4-bit floats times 2^(e - 127); e = 255 is no number.
  static void mxfp4(byte[] b, float[] y) {
    int e = b[0] & 0xff;
    double d = e == 255 ? Double.NaN : Math.scalb(1.0, e - 127);
    for (int j = 0; j < 16; j++) {
      y[j] = (float) (d * E2M1[b[1 + j] & 15]);
      y[16 + j] = (float) (d * E2M1[b[1 + j] >> 4 & 15]);
    }
  }
}
