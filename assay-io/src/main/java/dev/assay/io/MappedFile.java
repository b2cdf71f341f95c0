package dev.assay.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file mapped into memory, for those who go through all of it at memory speed. The mapping may
/// be used from several threads. A file that becomes shorter while it is mapped faults: callers
/// catch {@link InternalError} at their facade.
public final class MappedFile implements ByteSource {
  private final Arena arena = Arena.ofShared();
  private final MemorySegment segment;
  private final ReadMeter meter;

  /// Maps a file; nothing is read yet.
  ///
  /// @throws UncheckedIOException when it cannot be opened or mapped
  public MappedFile(Path file, ReadMeter meter) {
    this.meter = meter;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      segment = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
    } catch (IOException e) {
      arena.close();
      throw new UncheckedIOException(e);
    }
  }

  /// A range of the file, without copying it.
  ///
  /// @throws Malformed when it reaches beyond the end
  public MemorySegment segment(long offset, long length) {
    require(offset, length);
    meter.bytes(length);
    return segment.asSlice(offset, length);
  }

  @Override
  public long size() {
    return segment.byteSize();
  }

  @Override
  public void read(long offset, ByteBuffer into) {
    require(offset, into.remaining());
    MemorySegment from = segment(offset, into.remaining());
    into.put(from.asByteBuffer());
  }

  @Override
  public void close() {
    arena.close();
  }
}
