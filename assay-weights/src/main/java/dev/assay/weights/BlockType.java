package dev.assay.weights;

import dev.assay.formats.Ggml;
import dev.assay.model.DType;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Optional;

/// ggml's types that pack values into blocks with a common scale, as far as a value follows from
/// the block alone. Those that look values up in large published tables (IQ1, IQ2, IQ3) and those
/// whose rows are laid out for one processor are not read. The arithmetic is that of 32-bit floats,
/// each operation rounded, as in the format's reference code.
enum BlockType implements ValueReader {
  Q4_0(2, SmallBlocks::q40),
  Q4_1(3, SmallBlocks::q41),
  Q5_0(6, SmallBlocks::q50),
  Q5_1(7, SmallBlocks::q51),
  Q8_0(8, SmallBlocks::q80),
  Q8_1(9, SmallBlocks::q81),
  IQ4_NL(20, SmallBlocks::iq4Nl),
  MXFP4(39, SmallBlocks::mxfp4),
  Q2_K(10, SuperBlocks::q2k),
  Q3_K(11, SuperBlocks::q3k),
  Q4_K(12, SuperBlocks::q4k),
  Q5_K(13, SuperBlocks::q5k),
  Q6_K(14, SuperBlocks::q6k),
  Q8_K(15, SuperBlocks::q8k),
  IQ4_XS(23, SuperBlocks::iq4Xs),
  TQ1_0(34, SuperBlocks::tq10),
  TQ2_0(35, SuperBlocks::tq20);

  /// Reads one block.
  private interface Block {
    void read(byte[] block, float[] values);
  }

  private final int values;
  private final int bytes;
  private final Block block;

  /// @param id ggml's number for the type, which tells the block's length
  BlockType(int id, Block block) {
    Ggml.Type type = Ggml.type(id);
    if (type == null || !type.type().name().equals(name())) {
      throw new IllegalArgumentException(name() + " is not ggml's number " + id);
    }
    values = type.elements();
    bytes = type.bytes();
    this.block = block;
  }

  /// The type of this name, if its values can be read.
  static Optional<BlockType> of(DType type) {
    return Arrays.stream(values()).filter(t -> t.name().equals(type.name())).findFirst();
  }

  @Override
  public int blockValues() {
    return values;
  }

  @Override
  public int blockBytes() {
    return bytes;
  }

  @Override
  public boolean floating() {
    return true;
  }

  @Override
  public void read(MemorySegment from, double[] into, int count) {
    byte[] one = new byte[bytes];
    float[] read = new float[values];
    MemorySegment whole = MemorySegment.ofArray(one);
    for (int i = 0; i < count / values; i++) {
      MemorySegment.copy(from, (long) i * bytes, whole, 0, bytes);
      block.read(one, read);
      for (int k = 0; k < values; k++) {
        into[i * values + k] = read[k];
      }
    }
  }

  /// A 16-bit float in two bytes, the lower first.
  static float half(byte[] b, int at) {
    return Float.float16ToFloat((short) ((b[at] & 0xff) | b[at + 1] << 8));
  }
}
