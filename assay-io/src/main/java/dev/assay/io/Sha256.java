package dev.assay.io;

import java.util.HexFormat;

/// SHA-256 (FIPS 180-4) of bytes in memory. The platform's own is found through its providers of
/// security, and to load those takes as long as reading many small files; with the first compiler
/// only it runs no faster than this.
final class Sha256 {
  private static final int BLOCK = 64;

  /// The first 32 bits of the fractions of the cube roots of the first 64 primes.
  private static final int[] ROUNDS = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2
  };

  private final int[] state = {
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19
  };

  private final int[] words = new int[ROUNDS.length];

  private Sha256() {}

  /// The hash in hexadecimal.
  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(new Sha256().of(bytes));
  }

  private byte[] of(byte[] bytes) {
    int whole = bytes.length / BLOCK * BLOCK;
    for (int at = 0; at < whole; at += BLOCK) {
      block(bytes, at);
    }
    // The rest, a bit, and at the end of the last block the length in bits.
    int rest = bytes.length - whole;
    byte[] last = new byte[rest + 1 + Long.BYTES <= BLOCK ? BLOCK : 2 * BLOCK];
    System.arraycopy(bytes, whole, last, 0, rest);
    last[rest] = (byte) 0x80;
    long bits = 8L * bytes.length;
    for (int i = 1; i <= Long.BYTES; i++) {
      last[last.length - i] = (byte) bits;
      bits >>>= 8;
    }
    for (int at = 0; at < last.length; at += BLOCK) {
      block(last, at);
    }
    byte[] hash = new byte[state.length * Integer.BYTES];
    for (int i = 0; i < hash.length; i++) {
      hash[i] = (byte) (state[i / 4] >>> (24 - 8 * (i % 4)));
    }
    return hash;
  }

  private void block(byte[] bytes, int from) {
    int[] w = words;
    for (int t = 0; t < 16; t++) {
      int at = from + 4 * t;
      w[t] =
          bytes[at] << 24
              | (bytes[at + 1] & 0xFF) << 16
              | (bytes[at + 2] & 0xFF) << 8
              | bytes[at + 3] & 0xFF;
    }
    for (int t = 16; t < w.length; t++) {
      int x = w[t - 15];
      int y = w[t - 2];
      int s0 = (x >>> 7 | x << 25) ^ (x >>> 18 | x << 14) ^ x >>> 3;
      int s1 = (y >>> 17 | y << 15) ^ (y >>> 19 | y << 13) ^ y >>> 10;
      w[t] = w[t - 16] + s0 + w[t - 7] + s1;
    }
    int a = state[0];
    int b = state[1];
    int c = state[2];
    int d = state[3];
    int e = state[4];
    int f = state[5];
    int g = state[6];
    int h = state[7];
    for (int t = 0; t < w.length; t++) {
      int s1 = (e >>> 6 | e << 26) ^ (e >>> 11 | e << 21) ^ (e >>> 25 | e << 7);
      int t1 = h + s1 + (g ^ e & (f ^ g)) + ROUNDS[t] + w[t];
      int s0 = (a >>> 2 | a << 30) ^ (a >>> 13 | a << 19) ^ (a >>> 22 | a << 10);
      int t2 = s0 + (a & b | c & (a | b));
      h = g;
      g = f;
      f = e;
      e = d + t1;
      d = c;
      c = b;
      b = a;
      a = t1 + t2;
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
    state[4] += e;
    state[5] += f;
    state[6] += g;
    state[7] += h;
  }
}
