package dev.assay.weights;

/// Blocks of 256 values: a scale for all, and short scales for 16 or 32 values each.
final class SuperBlocks {
  private SuperBlocks() {}

  private static float half(byte[] b, int at) {
    return BlockType.half(b, at);
  }

  /// Two bits a value; 16 scales and minima of four bits.
  static void q2k(byte[] b, float[] y) {
    float d = half(b, 80);
    float min = half(b, 82);
    for (int i = 0; i < 256; i++) {
      int part = i / 128;
      int within = i % 128;
      int scale = b[i / 16];
      int q = b[16 + 32 * part + within % 32] >> 2 * (within / 32) & 3;
      y[i] = d * (scale & 15) * q - min * (scale >> 4 & 15);
    }
  }

  /// Two bits a value and a third in a mask, which takes 4 off where it is not set; 16 scales of
  /// six bits, less 32.
  static void q3k(byte[] b, float[] y) {
    float d = half(b, 108);
    for (int i = 0; i < 256; i++) {
      int part = i / 128;
      int within = i % 128;
      int group = i / 16;
      int low = b[96 + group % 8] >> (group < 8 ? 0 : 4) & 15;
      int high = b[104 + group % 4] >> 2 * (group / 4) & 3;
      int q = b[32 + 32 * part + within % 32] >> 2 * (within / 32) & 3;
      int third = b[i % 32] >> i / 32 & 1;
      y[i] = d * ((low | high << 4) - 32) * (q - (third == 0 ? 4 : 0));
    }
  }

  /// Four bits a value; eight scales and minima of six bits.
  static void q4k(byte[] b, float[] y) {
    float d = half(b, 0);
    float min = half(b, 2);
    for (int i = 0; i < 256; i++) {
      int q = b[16 + 32 * (i / 64) + i % 32] >> 4 * (i / 32 % 2) & 15;
      y[i] = d * scale(b, i / 32) * q - min * least(b, i / 32);
    }
  }

  /// The same with a fifth bit.
  static void q5k(byte[] b, float[] y) {
    float d = half(b, 0);
    float min = half(b, 2);
    for (int i = 0; i < 256; i++) {
      int q = b[48 + 32 * (i / 64) + i % 32] >> 4 * (i / 32 % 2) & 15;
      int fifth = b[16 + i % 32] >> i / 32 & 1;
      y[i] = d * scale(b, i / 32) * (q | fifth << 4) - min * least(b, i / 32);
    }
  }

  /// The first four scales are the lower six bits of a byte; the others have four bits in a byte of
  /// their own and two above the first ones.
  private static int scale(byte[] b, int j) {
    return j < 4 ? b[4 + j] & 63 : b[8 + j] & 15 | (b[j] >> 6 & 3) << 4;
  }

  private static int least(byte[] b, int j) {
    return j < 4 ? b[8 + j] & 63 : b[8 + j] >> 4 & 15 | (b[4 + j] >> 6 & 3) << 4;
  }

  /// Six bits a value, less 32; 16 scales of eight bits.
  static void q6k(byte[] b, float[] y) {
    float d = half(b, 208);
    for (int i = 0; i < 256; i++) {
      int part = i / 128;
      int within = i % 128;
      int low = b[64 * part + within % 64] >> 4 * (within / 64) & 15;
      int high = b[128 + 32 * part + within % 32] >> 2 * (within / 32) & 3;
      y[i] = d * b[192 + i / 16] * ((low | high << 4) - 32);
    }
  }

  /// Eight bits a value, and a scale of 32 bits.
  static void q8k(byte[] b, float[] y) {
    int bits = b[0] & 0xff | (b[1] & 0xff) << 8 | (b[2] & 0xff) << 16 | b[3] << 24;
    float d = Float.intBitsToFloat(bits);
    for (int i = 0; i < 256; i++) {
      y[i] = d * b[4 + i];
    }
  }

  /// Codes of four bits; eight scales of six bits, less 32.
  static void iq4Xs(byte[] b, float[] y) {
    float d = half(b, 0);
    int upper = b[2] & 0xff | (b[3] & 0xff) << 8;
    for (int i = 0; i < 256; i++) {
      int group = i / 32;
      int scale = b[4 + group / 2] >> 4 * (group % 2) & 15 | (upper >> 2 * group & 3) << 4;
      int code = b[8 + 16 * group + i % 16] >> 4 * (i / 16 % 2) & 15;
      y[i] = d * (scale - 32) * SmallBlocks.IQ4[code];
    }
  }

  /// Values -1, 0 and 1, five in a byte as the digits of a number in base three.
  static void tq10(byte[] b, float[] y) {
    float d = half(b, 52);
    for (int i = 0; i < 256; i++) {
      int at;
      int digit;
      if (i < 160) {
        at = i % 32;
        digit = i / 32;
      } else if (i < 240) {
        at = 32 + (i - 160) % 16;
        digit = (i - 160) / 16;
      } else {
        at = 48 + (i - 240) % 4;
        digit = (i - 240) / 4;
      }
      int q = (b[at] & 0xff) * POWERS[digit] & 0xff;
      y[i] = ((q * 3 >> 8) - 1) * d;
    }
  }

  private static final int[] POWERS = {1, 3, 9, 27, 81};

  /// Values -1, 0 and 1 in two bits each.
  static void tq20(byte[] b, float[] y) {
    float d = half(b, 64);
    for (int i = 0; i < 256; i++) {
      int q = b[32 * (i / 128) + i % 32] >> 2 * (i % 128 / 32) & 3;
      y[i] = (q - 1) * d;
    }
  }
}
