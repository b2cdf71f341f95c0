package dev.assay.weights;

import dev.assay.io.Malformed;
import dev.assay.model.Tensor;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;

/// A tensor whose rows are kept in pairs, read as if they were kept in halves: row 2i + c of a head
/// of D rows is given as row c * D / 2 + i. Rows of quantised blocks are whole blocks, so this
/// moves bytes and changes no value.
///
/// @param bytes the way to the tensor as it is kept
/// @param headRows rows of an attention head
record PairedRows(TensorBytes bytes, long headRows) implements TensorBytes {

  @Override
  public MemorySegment piece(Tensor tensor, long offset, int length) {
    long rows = tensor.shape().getFirst();
    if (tensor.bytes() <= 0 || tensor.bytes() % rows != 0) {
      throw new Malformed(-1, "its data are not whole rows");
    }
    long width = tensor.bytes() / rows;
    // Its own room for each call: a row is read into the room that the other way has for a thread.
    MemorySegment piece = MemorySegment.ofBuffer(ByteBuffer.allocateDirect(length));
    int done = 0;
    while (done < length) {
      long at = offset + done;
      long inRow = at % width;
      int n = (int) Math.min(width - inRow, length - done);
      MemorySegment row = bytes.piece(tensor, source(at / width) * width + inRow, n);
      MemorySegment.copy(row, 0, piece, done, n);
      done += n;
    }
    return piece;
  }

  /// Where the row lies that is asked for by its place in halves.
  private long source(long row) {
    long head = row / headRows * headRows;
    long inHead = row % headRows;
    long half = headRows / 2;
    return head + inHead % half * 2 + inHead / half;
  }

  @Override
  public void close() {
    // What is wrapped is closed by whoever opened it.
  }
}
