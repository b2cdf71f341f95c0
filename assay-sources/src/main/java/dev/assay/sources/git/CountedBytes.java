package dev.assay.sources.git;

import dev.assay.io.ByteSource;
import dev.assay.io.ReadMeter;
import java.nio.ByteBuffer;

/// Bytes that are counted as they are read.
///
/// @param bytes the bytes, closed with it
/// @param meter where they are counted
record CountedBytes(ByteSource bytes, ReadMeter meter) implements ByteSource {

  @Override
  public long size() {
    return bytes.size();
  }

  @Override
  public void read(long offset, ByteBuffer into) {
    meter.bytes(into.remaining());
    bytes.read(offset, into);
  }

  @Override
  public void close() {
    bytes.close();
  }
}
