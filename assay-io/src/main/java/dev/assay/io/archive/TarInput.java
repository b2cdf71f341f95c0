package dev.assay.io.archive;

import dev.assay.io.ByteSource;
import dev.assay.io.Malformed;
import dev.assay.io.SourceStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// Where a tar file's blocks come from: read in place, or as they come out of a decompressor.
sealed interface TarInput {

  /// The next block, or null at the end of the bytes.
  byte @Nullable [] block();

  /// Takes the next bytes as a small text; the caller has bounded the length.
  byte[] text(int length);

  /// Takes the next bytes as a member's content and goes on to the block after it.
  Member.Content body(long length);

  /// Where it is, for messages.
  long position();

  /// How many bytes end a block after `length` of content.
  static int padding(long length) {
    return (int) ((TarHeader.BLOCK - length % TarHeader.BLOCK) % TarHeader.BLOCK);
  }

  /// A plain tar file: members are slices of it.
  final class InPlace implements TarInput {
    private final ByteSource source;
    private long position;

    InPlace(ByteSource source) {
      this.source = source;
    }

    @Override
    public byte @Nullable [] block() {
      if (position >= source.size()) {
        return null;
      }
      byte[] block = source.bytes(position, TarHeader.BLOCK);
      position += TarHeader.BLOCK;
      return block;
    }

    @Override
    public byte[] text(int length) {
      byte[] text = source.bytes(position, length);
      skip(length);
      return text;
    }

    @Override
    public Member.Content body(long length) {
      source.require(position, length);
      long from = position;
      skip(length);
      return () -> source.slice(from, length);
    }

    private void skip(long length) {
      // The last block of a file that was cut may lack its padding; the next look finds the end.
      position = Math.min(source.size(), position + length + padding(length));
    }

    @Override
    public long position() {
      return position;
    }
  }

  /// A compressed tar file: read once from front to end; what may be wanted later is kept.
  final class Forward implements TarInput {
    private final InputStream in;
    private final SourceStream packed;
    private final ArchiveLimits limits;
    private final Spool spool;
    private final byte[] piece = new byte[64 * 1024];
    private long position;

    Forward(InputStream in, SourceStream packed, ArchiveLimits limits, Spool spool) {
      this.in = in;
      this.packed = packed;
      this.limits = limits;
      this.spool = spool;
    }

    @Override
    public byte @Nullable [] block() {
      byte[] block = new byte[TarHeader.BLOCK];
      int n = read(block, TarHeader.BLOCK);
      if (n == 0) {
        return null;
      }
      if (n < TarHeader.BLOCK) {
        throw new Malformed(position, "ends in the middle of a block");
      }
      return block;
    }

    @Override
    public byte[] text(int length) {
      byte[] text = new byte[length];
      if (read(text, length) < length) {
        throw new Malformed(position, "ends in the middle of a name");
      }
      pass(padding(length), 0);
      return text;
    }

    @Override
    public Member.Content body(long length) {
      long wanted = length <= limits.member() ? length : limits.head();
      long kept = Math.min(wanted, Math.max(0, limits.spooled() - spool.size()));
      long from = spool.size();
      pass(length, kept);
      pass(padding(length), 0);
      return () -> kept == length ? spool.slice(from, length) : new Head(spool, from, kept, length);
    }

    private void pass(long length, long kept) {
      long done = 0;
      while (done < length) {
        int n = read(piece, (int) Math.min(piece.length, length - done));
        if (n == 0) {
          throw new Malformed(position, "ends in the middle of a member");
        }
        if (done < kept) {
          spool.append(piece, 0, (int) Math.min(n, kept - done));
        }
        done += n;
      }
    }

    private int read(byte[] into, int length) {
      int n;
      try {
        n = in.readNBytes(into, 0, length);
      } catch (EOFException e) {
        throw new Malformed(position, "the compressed bytes end too early");
      } catch (IOException e) {
        throw new Malformed(position, "the compressed bytes are damaged");
      }
      position += n;
      if (position > limits.inflated()) {
        throw new Malformed(position, "unpacks to more than " + limits.inflated() + " bytes");
      }
      if (position > limits.ratioFrom() && position / limits.ratio() > packed.taken()) {
        throw new Malformed(
            position,
            "unpacks to more than " + limits.ratio() + " times its size: taken for an attack");
      }
      return n;
    }

    @Override
    public long position() {
      return position;
    }
  }

  /// A long member of which only the head was kept.
  record Head(ByteSource spool, long from, long kept, long size) implements ByteSource {
    @Override
    public void read(long offset, ByteBuffer into) {
      require(offset, into.remaining());
      if (offset + into.remaining() > kept) {
        throw new Malformed(
            offset, "lies beyond the first " + kept + " bytes, which are kept of so long a member");
      }
      spool.read(from + offset, into);
    }

    @Override
    public void close() {}
  }
}
