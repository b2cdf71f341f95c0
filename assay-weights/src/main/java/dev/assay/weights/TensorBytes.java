package dev.assay.weights;

import dev.assay.io.ByteSource;
import dev.assay.io.Malformed;
import dev.assay.io.ReadMeter;
import dev.assay.model.Tensor;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// The way from a tensor to its bytes. May be used from several threads.
public interface TensorBytes extends AutoCloseable {
  /// Bytes of a page of memory on most machines.
  int PAGE = 4096;

  /// A piece of a tensor's data. It may be overwritten by the same thread's next call but one.
  ///
  /// @throws Malformed when the file does not reach that far, or the header gives no place
  /// @throws java.io.UncheckedIOException when the file cannot be read
  MemorySegment piece(Tensor tensor, long offset, int length);

  @Override
  void close();

  /// Files below a folder, opened when first asked for.
  ///
  /// @param root the folder that {@link Tensor#file} is relative to
  static TensorBytes files(Path root, ReadMeter meter) {
    return read(file -> ByteSource.of(root.resolve(file), meter));
  }

  /// Files of any source, read in pieces into memory of each thread's own. That is several times
  /// faster than looking at a mapped file in place: a piece stays in a core's cache, and no page
  /// fault is taken for every few kilobytes.
  ///
  /// @param opener gives the bytes of a file by its path; each is opened once, and closed with this
  static TensorBytes read(Function<String, ByteSource> opener) {
    Map<String, ByteSource> open = new ConcurrentHashMap<>();
    ThreadLocal<ByteBuffer[]> buffers =
        ThreadLocal.withInitial(
            () -> new ByteBuffer[] {ByteBuffer.allocateDirect(0), ByteBuffer.allocateDirect(0)});
    return new TensorBytes() {
      @Override
      public MemorySegment piece(Tensor tensor, long offset, int length) {
        ByteSource file = open.computeIfAbsent(tensor.file(), opener);
        long place = place(tensor, offset);
        file.require(place, length);
        ByteBuffer[] mine = buffers.get();
        ByteBuffer buffer = mine[0];
        if (buffer.capacity() < length) {
          buffer = wholePages(Math.max(length, Part.PIECE));
        }
        mine[0] = mine[1];
        mine[1] = buffer;
        buffer.clear().limit(length);
        file.read(place, buffer);
        return MemorySegment.ofBuffer(buffer.flip());
      }

      @Override
      public void close() {
        open.values().forEach(ByteSource::close);
        open.clear();
      }
    };
  }

  /// Room that begins where a page does: the kernel copies whole pages faster into whole pages.
  private static ByteBuffer wholePages(int length) {
    return ByteBuffer.allocateDirect(length + PAGE).alignedSlice(PAGE);
  }

  private static long place(Tensor tensor, long offset) {
    if (tensor.offset() < 0) {
      throw new Malformed(
          -1, "the header does not say where the data of " + tensor.name() + " lie");
    }
    return tensor.offset() + offset;
  }
}
