package dev.assay.weights;

import dev.assay.model.DType;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/// Element types whose values Assay can read one by one, little-endian as every weights format here
/// stores them. Types that pack several values in a block are compared by their blocks' bytes
/// instead.
enum ValueType implements ValueReader {
  F64("F64", 8, 53),
  F32("F32", 4, 24),
  F16("F16", 2, 11),
  BF16("BF16", 2, 8),
  /// Four exponent bits, three of mantissa, no infinity (OCP 8-bit floating point).
  F8_E4M3("F8_E4M3", 1, 4),
  F8_E5M2("F8_E5M2", 1, 3),
  I64("I64", 8, 0),
  U64("U64", 8, 0),
  I32("I32", 4, 0),
  U32("U32", 4, 0),
  I16("I16", 2, 0),
  U16("U16", 2, 0),
  I8("I8", 1, 0),
  U8("U8", 1, 0),
  BOOL("BOOL", 1, 0);

  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;

  private final String type;
  private final int width;
  private final int precision;

  ValueType(String type, int width, int precision) {
    this.type = type;
    this.width = width;
    this.precision = precision;
  }

  static Optional<ValueType> of(DType type) {
    return Arrays.stream(values()).filter(v -> v.type.equals(type.name())).findFirst();
  }

  /// Bytes for each value.
  int width() {
    return width;
  }

  @Override
  public int blockValues() {
    return 1;
  }

  @Override
  public int blockBytes() {
    return width;
  }

  /// Whether it is a floating-point type.
  @Override
  public boolean floating() {
    return precision > 0;
  }

  /// Significant bits, the hidden one counted; 0 for whole numbers.
  int precision() {
    return precision;
  }

  /// Reads values as doubles, which hold every value of every type but the largest 64-bit whole
  /// numbers.
  ///
  /// @param from at least `count` values
  @Override
  public void read(MemorySegment from, double[] into, int count) {
    switch (this) {
      case F64 -> {
        for (int i = 0; i < count; i++) {
          into[i] = Double.longBitsToDouble(from.get(LONG, 8L * i));
        }
      }
      case F32 -> {
        for (int i = 0; i < count; i++) {
          into[i] = Float.intBitsToFloat(from.get(INT, 4L * i));
        }
      }
      case F16 -> {
        for (int i = 0; i < count; i++) {
          into[i] = Float.float16ToFloat(from.get(SHORT, 2L * i));
        }
      }
      case BF16 -> {
        for (int i = 0; i < count; i++) {
          into[i] = Float.intBitsToFloat(from.get(SHORT, 2L * i) << 16);
        }
      }
      case F8_E4M3 -> {
        for (int i = 0; i < count; i++) {
          into[i] = e4m3(from.get(BYTE, i));
        }
      }
      case F8_E5M2 -> {
        // The upper half of an F16.
        for (int i = 0; i < count; i++) {
          into[i] = Float.float16ToFloat((short) (from.get(BYTE, i) << 8));
        }
      }
      case I64 -> {
        for (int i = 0; i < count; i++) {
          into[i] = from.get(LONG, 8L * i);
        }
      }
      case U64 -> {
        for (int i = 0; i < count; i++) {
          long bits = from.get(LONG, 8L * i);
          // The lowest bit, kept in the half, makes the rounding right.
          into[i] = bits >= 0 ? bits : ((bits >>> 1) | (bits & 1)) * 2.0;
        }
      }
      case I32 -> {
        for (int i = 0; i < count; i++) {
          into[i] = from.get(INT, 4L * i);
        }
      }
      case U32 -> {
        for (int i = 0; i < count; i++) {
          into[i] = from.get(INT, 4L * i) & 0xffffffffL;
        }
      }
      case I16 -> {
        for (int i = 0; i < count; i++) {
          into[i] = from.get(SHORT, 2L * i);
        }
      }
      case U16 -> {
        for (int i = 0; i < count; i++) {
          into[i] = from.get(SHORT, 2L * i) & 0xffff;
        }
      }
      case I8 -> {
        for (int i = 0; i < count; i++) {
          into[i] = from.get(BYTE, i);
        }
      }
      case U8, BOOL -> {
        for (int i = 0; i < count; i++) {
          into[i] = from.get(BYTE, i) & 0xff;
        }
      }
    }
  }

  /// Whether it is no NaN and no infinity.
  static boolean finite(double value) {
    return Math.abs(value) <= Double.MAX_VALUE;
  }

  private static double e4m3(byte b) {
    int exponent = (b >> 3) & 15;
    int mantissa = b & 7;
    if (exponent == 15 && mantissa == 7) {
      return Double.NaN;
    }
    double magnitude =
        exponent == 0 ? mantissa * 0x1p-9 : (1 + mantissa / 8.0) * Math.scalb(1.0, exponent - 7);
    return b < 0 ? -magnitude : magnitude;
  }

  /// The distance of two finite values in units of the last place: how many values of this type lie
  /// between them, counting one end; unsigned. Whole numbers are their own unit.
  long ulps(double a, double b) {
    return switch (this) {
      case F64 ->
          distance(ordered(Double.doubleToRawLongBits(a)), ordered(Double.doubleToRawLongBits(b)));
      case F32 -> Math.abs(float32(a) - float32(b));
      // A value of these types is a float whose low bits are zero, so distances are multiples.
      case BF16 -> Math.abs(float32(a) - float32(b)) >>> 16;
      case F16 -> Math.abs(float16(a) - float16(b));
      case F8_E5M2 -> Math.abs(float16(a) - float16(b)) >>> 8;
      case F8_E4M3 -> Math.abs(eighths(a) - eighths(b));
      case I64, U64, I32, U32, I16, U16, I8, U8, BOOL -> (long) Math.abs(a - b);
    };
  }

  private static long ordered(long bits) {
    return bits < 0 ? Long.MIN_VALUE - bits : bits;
  }

  private static long distance(long a, long b) {
    return Math.max(a, b) - Math.min(a, b);
  }

  private static long float32(double value) {
    int bits = Float.floatToRawIntBits((float) value);
    return bits < 0 ? (long) Integer.MIN_VALUE - bits : bits;
  }

  private static long float16(double value) {
    short bits = Float.floatToFloat16((float) value);
    return bits < 0 ? Short.MIN_VALUE - bits : bits;
  }

  /// The place of an E4M3 value in the order of all of them, zero at 0.
  private static long eighths(double value) {
    double magnitude = Math.abs(value);
    int exponent = magnitude < 0x1p-6 ? -6 : Math.getExponent(magnitude);
    long place = (exponent + 6) * 8L + Math.round(magnitude / Math.scalb(1.0, exponent - 3));
    return value < 0 ? -place : place;
  }

  /// The value of this type next to `value`, rounding to even: what a conversion to this type
  /// gives.
  double round(double value) {
    return switch (this) {
      case F64 -> value;
      case F32 -> (float) value;
      case F16 -> Float.float16ToFloat(Float.floatToFloat16((float) value));
      case BF16 -> bfloat16((float) value);
      case F8_E4M3, F8_E5M2 -> shortFloat(value);
      case I64, U64, I32, U32, I16, U16, I8, U8, BOOL -> Math.rint(value);
    };
  }

  private static double bfloat16(float value) {
    if (Float.isNaN(value)) {
      return Float.NaN;
    }
    int bits = Float.floatToRawIntBits(value);
    return Float.intBitsToFloat((bits + 0x7fff + ((bits >>> 16) & 1)) & 0xffff0000);
  }

  private double shortFloat(double value) {
    if (value == 0 || Double.isNaN(value) || Double.isInfinite(value)) {
      return value;
    }
    int smallest = this == F8_E4M3 ? -6 : -14;
    double largest = this == F8_E4M3 ? 448 : 57344;
    double unit = Math.scalb(1.0, Math.max(smallest, Math.getExponent(value)) - (precision - 1));
    return Math.clamp(Math.rint(value / unit) * unit, -largest, largest);
  }
}
